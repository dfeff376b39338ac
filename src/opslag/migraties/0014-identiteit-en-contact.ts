/** What the fold came to remember since: cases from before get it from their own journal (D5). */
export const sql = `
-- Whose identity was seen at registration (Wmo 2015 art. 2.3.4).
UPDATE stroom s SET stand = s.stand || jsonb_build_object('identiteit', CASE WHEN EXISTS (
    SELECT FROM gebeurtenis g WHERE g.regio = s.regio AND g.stroom = s.id AND g.soort = 'geregistreerd' AND g.feiten::jsonb->>'identiteit' = 'gezien')
  THEN '{"op": null}'::jsonb ELSE 'null'::jsonb END)
WHERE s.soort = 'melding' AND NOT s.stand ? 'identiteit';
-- The last contact is the latest, not the one entered last.
WITH laatste AS (
  SELECT regio, stroom, max(feiten::jsonb->>'datum') AS op FROM gebeurtenis WHERE soort = 'contactGehad' GROUP BY regio, stroom),
gezet AS (
  UPDATE stroom s SET stand = s.stand || jsonb_build_object('laatsteContact', l.op) FROM laatste l
  WHERE s.regio = l.regio AND s.id = l.stroom AND s.soort = 'plaatsing' AND s.stand->>'laatsteContact' IS DISTINCT FROM l.op
  RETURNING s.regio, s.id, l.op)
UPDATE wachtrij w SET laatste_contact = g.op::date FROM gezet g WHERE w.regio = g.regio AND w.id = g.id;
`

/** A report that was a mistake is no earlier report of anybody (DH 3.2; D7). */
const toegangTot = (kolom: string) => `SELECT FROM zaak_toegang t WHERE t.regio = rd_regio() AND t.zaak = ${kolom}
    AND t.organisatie = rd_organisatie() AND t.van <= rd_vandaag() AND (t.tot IS NULL OR t.tot > rd_vandaag())`

export const sql = `
CREATE OR REPLACE FUNCTION rd_eerder(wie uuid, behalve uuid) RETURNS TABLE (zaak uuid, soort text, van date, tot date, zichtbaar boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH zaken AS (
    SELECT w.id, w.soort, w.voorziening, s.stand,
      EXISTS (${toegangTot('w.id')}) AS ziet
    FROM werkrij w JOIN stroom s ON s.regio = w.regio AND s.id = w.id
    WHERE w.regio = rd_regio() AND w.persoon = wie AND w.id IS DISTINCT FROM behalve AND rd_zaken()
      AND s.stand->>'vergissing' IS DISTINCT FROM 'true')
  SELECT id, 'melding', (stand->>'datum')::date, NULL::date, ziet FROM zaken WHERE soort = 'melding' AND voorziening = 'bw'
  UNION ALL SELECT id, 'aanvraag', (stand->>'aanvraagOp')::date, NULL, ziet FROM zaken WHERE soort = 'melding' AND voorziening = 'bw' AND stand->>'aanvraagOp' IS NOT NULL
  UNION ALL SELECT id, 'bw', (stand->>'van')::date, (stand->>'tot')::date, ziet FROM zaken WHERE soort = 'plaatsing' AND voorziening = 'bw' AND stand->>'van' IS NOT NULL $$;
`

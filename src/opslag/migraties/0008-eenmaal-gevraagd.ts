/** The doors that every command and every reading of a case passes ask no more than they need (P5, D8). */
const toegangTot = (kolom: string) => `SELECT FROM zaak_toegang t WHERE t.regio = rd_regio() AND t.zaak = ${kolom}
    AND t.organisatie = rd_organisatie() AND t.van <= rd_vandaag() AND (t.tot IS NULL OR t.tot > rd_vandaag())`
/** The tasks of a role today, without the call of a function per line of the log. */
const takenVan = (rol: string) =>
  `(SELECT coalesce(array_agg(r.taak ORDER BY r.taak), '{}') FROM rol_taak r WHERE r.rol = ${rol})`

export const sql = `
-- Asked for every row that is added, and most rows are of a stream that begins: that question comes first, on its own.
CREATE OR REPLACE FUNCTION rd_mag_schrijven(doel uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM zaak_toegang t WHERE t.regio = rd_regio() AND t.zaak = doel;
  IF NOT FOUND THEN RETURN true; END IF;
  RETURN EXISTS (${toegangTot('doel')} AND t.niveau = 'behandelen' AND (rd_zaken() OR t.grond = 'beheert het register'));
END $$;
CREATE OR REPLACE FUNCTION rd_geef_toegang(zaken uuid[], organisaties uuid[], vias uuid[], niveaus text[], gronden text[], vans date[], tots date[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT z.id FROM unnest(zaken) z(id)) d WHERE NOT rd_mag_schrijven(d.id)) THEN
    RAISE EXCEPTION 'Geen toegang om toegang te geven.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO zaak_toegang (regio, zaak, organisatie, via, niveau, grond, van, tot)
  SELECT rd_regio(), r.* FROM unnest(zaken, organisaties, vias, niveaus, gronden, vans, tots) r
  ON CONFLICT (regio, zaak, organisatie, via) DO UPDATE SET niveau = excluded.niveau, grond = excluded.grond, van = excluded.van, tot = excluded.tot;
END $$;
-- The line in the read log for a case that is shown from what was just written; false, and no line, when it may not be seen.
CREATE FUNCTION rd_log_zaak(gevraagd uuid, over uuid, als_rol text, als_verzoek text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen)
  SELECT rd_regio(), rd_gebruiker(), rd_organisatie(), als_rol, ${takenVan('als_rol')}, als_verzoek, ARRAY[over]
  WHERE rd_zaken() AND EXISTS (${toegangTot('gevraagd')});
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION rd_log_zaak FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rd_log_zaak TO rd_gemeente;
-- As before, but files are only looked for where the state of the case names any.
CREATE OR REPLACE FUNCTION rd_lees_zaak(gevraagd uuid, gevraagde_soort text, als_rol text, als_verzoek text, met_bomen boolean)
RETURNS TABLE (versie int, stand jsonb, naam text, nummer text, journaal json, documenten json, plaatsing json)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  hier uuid := rd_regio();
  over uuid;
BEGIN
  SELECT s.nummer, s.stand, w.naam, w.nummer, w.persoon INTO versie, stand, naam, nummer, over
  FROM stroom s JOIN werkrij w ON w.regio = s.regio AND w.id = s.id
  WHERE s.regio = hier AND s.id = gevraagd AND s.soort = gevraagde_soort AND rd_zaken() AND EXISTS (${toegangTot('gevraagd')});
  IF NOT FOUND THEN RETURN; END IF;
  SELECT coalesce(json_agg(r), '[]') INTO journaal FROM (
    SELECT g.id, g.nummer, g.soort, g.geldig_op, g.opgenomen::text AS opgenomen, g.wie, g.namens, g.feiten, i.json AS inhoud,
      CASE WHEN met_bomen THEN encode(i.bomen, 'base64') END AS bomen
    FROM gebeurtenis g LEFT JOIN inhoud i ON i.regio = g.regio AND i.id = g.inhoud
    WHERE g.regio = hier AND g.stroom = gevraagd ORDER BY g.nummer) r;
  documenten := '[]';
  IF stand->'documenten' <> '[]' THEN
    SELECT coalesce(json_agg(r), '[]') INTO documenten FROM (
      SELECT d.id, d.naam, d.mime, d.grootte, d.op, d.door FROM document d WHERE d.regio = hier AND d.zaak = gevraagd ORDER BY d.nummer) r;
  END IF;
  -- The wait for a place is a case of its own, with its own access.
  SELECT row_to_json(r) INTO plaatsing FROM (
    SELECT l.id, CASE WHEN l.stap = 'pauze' AND l.pauze_tot <= rd_vandaag() THEN 'wachtend' ELSE l.stap END AS stap FROM wachtrij l WHERE l.regio = hier AND l.melding = gevraagd AND EXISTS (${toegangTot('l.id')}) LIMIT 1) r;
  INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen)
  VALUES (hier, rd_gebruiker(), rd_organisatie(), als_rol, ${takenVan('als_rol')}, als_verzoek, ARRAY[over]);
  RETURN NEXT;
END $$;
`

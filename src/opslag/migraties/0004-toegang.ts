/** Row-level security (P5, D8). The database decides who sees what; no covenant rule runs here. */
const stroomtabellen: Record<string, string> = {
  stroom: 'id',
  gebeurtenis: 'stroom',
  inhoud: 'zaak',
  gewist: 'inhoud',
  persoon: 'id',
  verblijf: 'zaak',
  betrekking: 'zaak',
  huishouden: 'persoon',
  werkrij: 'id',
  wachtrij: 'id',
  document: 'zaak',
}
/** The access of this organisation to a case today, as a subquery. */
const toegangTot = (kolom: string) => `SELECT FROM zaak_toegang t WHERE t.regio = rd_regio() AND t.zaak = ${kolom}
    AND t.organisatie = rd_organisatie() AND t.van <= rd_vandaag() AND (t.tot IS NULL OR t.tot > rd_vandaag())`
// OFFSET 0 keeps the planner from reading every case of the organisation into a hash to show one page of them.
const zichtbaar = (kolom: string, eis = '') => `regio = rd_regio() AND EXISTS (${toegangTot(kolom)}${eis} OFFSET 0)`

/** Tables of cases: seen through `zaak_toegang`, added to only in one's own region. */
const beleid = Object.entries(stroomtabellen)
  .filter(([tabel]) => tabel !== 'gewist')
  .map(
    ([tabel, kolom]) => `
ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY;
CREATE POLICY zien ON ${tabel} FOR SELECT TO rd_gemeente USING (${zichtbaar(`${tabel}.${kolom}`)});
CREATE POLICY toevoegen ON ${tabel} FOR INSERT TO rd_gemeente WITH CHECK (regio = rd_regio() AND rd_mag_schrijven(${tabel}.${kolom}));
CREATE POLICY wijzigen ON ${tabel} FOR UPDATE TO rd_gemeente USING (${zichtbaar(`${tabel}.${kolom}`, " AND t.niveau = 'behandelen'")}) WITH CHECK (regio = rd_regio());`,
  )
  .join('\n')

export const sql = `
CREATE FUNCTION rd_regio() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('rd.regio', true), '')::uuid $$;
CREATE FUNCTION rd_organisatie() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('rd.organisatie', true), '')::uuid $$;
CREATE FUNCTION rd_gebruiker() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('rd.gebruiker', true), '')::uuid $$;
-- A role without a task in any case (contracts, co-ordination) sees no case of its own organisation either.
CREATE FUNCTION rd_zaken() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT current_setting('rd.zonder_zaken', true) IS DISTINCT FROM 'ja' $$;
CREATE FUNCTION rd_vandaag() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('rd.vandaag', true), '')::date $$;

-- A stream nobody has access to yet is being begun; otherwise writing needs access already, and a role with cases.
-- SECURITY DEFINER: it must also see the rows that hide the stream from this organisation.
CREATE FUNCTION rd_mag_schrijven(doel uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_or(t.organisatie = rd_organisatie() AND t.niveau = 'behandelen' AND t.van <= rd_vandaag() AND (t.tot IS NULL OR t.tot > rd_vandaag())
    AND (rd_zaken() OR t.grond = 'beheert het register')), true)
  FROM zaak_toegang t WHERE t.regio = rd_regio() AND t.zaak = doel $$;

-- What another organisation recorded about a person stays with them: a shared person is only a key to find them by.
CREATE POLICY eigen_persoon ON gebeurtenis AS RESTRICTIVE FOR SELECT TO rd_gemeente USING (soort NOT LIKE 'persoon%' OR namens = rd_organisatie());
CREATE POLICY eigen_persoon ON inhoud AS RESTRICTIVE FOR SELECT TO rd_gemeente USING (soort NOT LIKE 'persoon%' OR EXISTS (
  SELECT FROM gebeurtenis g WHERE g.regio = inhoud.regio AND g.stroom = inhoud.zaak AND g.inhoud = inhoud.id));

ALTER TABLE zaak_toegang ENABLE ROW LEVEL SECURITY;
-- Every policy on a case looks here, so what is hidden here is hidden everywhere.
CREATE POLICY zien ON zaak_toegang FOR SELECT TO rd_gemeente USING (regio = rd_regio() AND organisatie = rd_organisatie() AND (rd_zaken() OR grond = 'beheert het register'));
${beleid}

-- Locations and places hold no client data: every municipality of the region may see them, and which are
-- taken. By whom stands in column bron of bezetting, which nobody but the owner can read.
ALTER TABLE locatie ENABLE ROW LEVEL SECURITY;
ALTER TABLE plek ENABLE ROW LEVEL SECURITY;
ALTER TABLE bezetting ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_inhoud ENABLE ROW LEVEL SECURITY;
ALTER TABLE concept ENABLE ROW LEVEL SECURITY;
ALTER TABLE leeslog ENABLE ROW LEVEL SECURITY;
ALTER TABLE sleutel ENABLE ROW LEVEL SECURITY;
ALTER TABLE gewist ENABLE ROW LEVEL SECURITY;
ALTER TABLE zegel ENABLE ROW LEVEL SECURITY;
CREATE POLICY zien ON locatie FOR SELECT TO rd_gemeente USING (regio = (SELECT rd_regio()));
CREATE POLICY zien ON plek FOR SELECT TO rd_gemeente USING (regio = (SELECT rd_regio()));
CREATE POLICY zien ON bezetting FOR SELECT TO rd_gemeente USING (regio = (SELECT rd_regio()));
CREATE POLICY toevoegen ON locatie FOR INSERT TO rd_gemeente WITH CHECK (regio = (SELECT rd_regio()) AND rd_mag_schrijven(id));
CREATE POLICY toevoegen ON plek FOR INSERT TO rd_gemeente WITH CHECK (regio = (SELECT rd_regio()) AND rd_mag_schrijven(locatie));
CREATE POLICY toevoegen ON bezetting FOR INSERT TO rd_gemeente WITH CHECK (regio = (SELECT rd_regio()) AND rd_mag_schrijven(bron));
CREATE POLICY wijzigen ON locatie FOR UPDATE TO rd_gemeente USING (regio = (SELECT rd_regio()) AND rd_mag_schrijven(id));
CREATE POLICY wijzigen ON plek FOR UPDATE TO rd_gemeente USING (regio = (SELECT rd_regio()) AND rd_mag_schrijven(locatie));
CREATE POLICY bij_document ON document_inhoud TO rd_gemeente USING (regio = (SELECT rd_regio()) AND EXISTS (SELECT FROM document d WHERE d.regio = document_inhoud.regio AND d.id = document_inhoud.document));
CREATE POLICY eigen ON concept TO rd_gemeente USING (regio = (SELECT rd_regio()) AND organisatie = (SELECT rd_organisatie()) AND (SELECT rd_zaken()));
CREATE POLICY toevoegen ON leeslog FOR INSERT TO rd_gemeente WITH CHECK (regio = rd_regio() AND gebruiker = rd_gebruiker() AND organisatie = rd_organisatie());
CREATE POLICY eigen ON sleutel TO rd_gemeente USING (regio = rd_regio() AND gebruiker = rd_gebruiker());

-- For the read log: the tasks of a role today.
CREATE FUNCTION rd_taken_van(gevraagd text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(taak ORDER BY taak), '{}') FROM rol_taak WHERE rol = gevraagd $$;

GRANT SELECT ON zaak_toegang TO rd_gemeente;
GRANT SELECT, INSERT ON gebeurtenis, inhoud, sleutel, document, document_inhoud TO rd_gemeente;
GRANT SELECT, INSERT, UPDATE ON stroom, persoon, verblijf, betrekking, huishouden, werkrij, wachtrij, locatie, plek TO rd_gemeente;
GRANT SELECT (regio, plek, periode), INSERT ON bezetting TO rd_gemeente;
GRANT SELECT, INSERT, UPDATE, DELETE ON concept TO rd_gemeente;
GRANT INSERT ON leeslog TO rd_gemeente;

-- Nightly derivation and the seal run for the whole region, without names or free text.
CREATE POLICY beheer ON stroom TO rd_beheer USING (regio = (SELECT rd_regio()));
CREATE POLICY beheer ON werkrij TO rd_beheer USING (regio = (SELECT rd_regio()));
CREATE POLICY beheer ON zegel TO rd_beheer USING (regio = (SELECT rd_regio()));
CREATE POLICY beheer ON concept FOR DELETE TO rd_beheer USING (regio = (SELECT rd_regio()));
CREATE POLICY beheer_zien ON concept FOR SELECT TO rd_beheer USING (regio = (SELECT rd_regio()));
GRANT SELECT (regio, id, soort, nummer, hash, stand) ON stroom TO rd_beheer;
GRANT SELECT (regio, id, soort, open, aan_zet, taak, termijn, termijn_code, stilgezet_sinds, strijdig, afgeleid_op, afspraken) ON werkrij TO rd_beheer;
GRANT UPDATE (stap, aan_zet, taak, termijn, termijn_code, stilgezet_sinds, strijdig, afgeleid_op, afspraken) ON werkrij TO rd_beheer;
GRANT SELECT, INSERT ON zegel TO rd_beheer;
CREATE POLICY beheer ON gebeurtenis FOR SELECT TO rd_beheer USING (regio = (SELECT rd_regio()));
GRANT SELECT (regio, stroom, nummer, opgenomen, hash) ON gebeurtenis TO rd_beheer;
GRANT SELECT (regio, id, bewaren_tot), DELETE ON concept TO rd_beheer;

-- Access is given through this door only, by whoever works on the case; the rows of others stay unseen.
CREATE FUNCTION rd_geef_toegang(zaken uuid[], organisaties uuid[], vias uuid[], niveaus text[], gronden text[], vans date[], tots date[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(zaken) z(id) WHERE NOT rd_mag_schrijven(z.id)) THEN
    RAISE EXCEPTION 'Geen toegang om toegang te geven.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO zaak_toegang (regio, zaak, organisatie, via, niveau, grond, van, tot)
  SELECT rd_regio(), r.* FROM unnest(zaken, organisaties, vias, niveaus, gronden, vans, tots) r
  ON CONFLICT (regio, zaak, organisatie, via) DO UPDATE SET niveau = excluded.niveau, grond = excluded.grond, van = excluded.van, tot = excluded.tot;
END $$;
-- A stay is added or gets its end through this door only: who lives where cannot be read back, so not replaced either.
CREATE FUNCTION rd_zet_bezetting(plekken uuid[], bronnen uuid[], perioden daterange[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT b.id FROM unnest(bronnen) b(id)) d WHERE NOT rd_mag_schrijven(d.id)) THEN
    RAISE EXCEPTION 'Geen toegang om een plek te bezetten.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO bezetting (regio, plek, bron, periode) SELECT rd_regio(), r.* FROM unnest(plekken, bronnen, perioden) r
  ON CONFLICT (regio, plek, bron) DO UPDATE SET periode = excluded.periode;
END $$;
REVOKE ALL ON FUNCTION rd_zet_bezetting FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rd_zet_bezetting TO rd_gemeente;
-- A number that belongs to someone else gives nothing, and does not tell whose it is (D1, D3).
CREATE FUNCTION rd_naamvorm(naam text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT regexp_replace(lower(naam), '[^[:alpha:]]', '', 'g') $$;
CREATE FUNCTION rd_zelfde_persoon(p persoon, geboren date, voorvoegsel text, naam text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p.geboortedatum = geboren AND (rd_naamvorm(p.achternaam) = rd_naamvorm(naam)
    OR rd_naamvorm(concat(p.tussenvoegsel, p.achternaam)) = rd_naamvorm(concat(voorvoegsel, naam))) $$;
-- Looks without linking. The door itself writes the line in the read log about whose number it is, found or not.
CREATE FUNCTION rd_zoek_persoon(gezocht text, geboren date, voorvoegsel text, naam text, als_rol text, waarvoor text) RETURNS TABLE (id uuid, klopt boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gevonden AS (SELECT p.id, rd_zelfde_persoon(p, geboren, voorvoegsel, naam) AS klopt FROM persoon p WHERE p.regio = rd_regio() AND p.bsn = gezocht AND rd_zaken()),
  log AS (INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen)
    SELECT rd_regio(), rd_gebruiker(), rd_organisatie(), als_rol, rd_taken_van(als_rol), CASE WHEN g.klopt THEN waarvoor ELSE waarvoor || ': bsn van iemand anders' END, ARRAY[g.id] FROM gevonden g)
  SELECT CASE WHEN g.klopt THEN g.id END, g.klopt FROM gevonden g $$;
CREATE FUNCTION rd_koppel_persoon(gezocht text, geboren date, voorvoegsel text, naam text, melding uuid, sinds date) RETURNS TABLE (id uuid, klopt boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT rd_zaken() THEN RETURN; END IF;
  SELECT p.id, rd_zelfde_persoon(p, geboren, voorvoegsel, naam)
    INTO id, klopt FROM persoon p WHERE p.regio = rd_regio() AND p.bsn = gezocht
    -- Until the end of the transaction nobody corrects whose bsn it is.
    FOR UPDATE;
  IF id IS NULL THEN RETURN; END IF;
  IF klopt THEN
    INSERT INTO zaak_toegang (regio, zaak, organisatie, via, niveau, grond, van)
    VALUES (rd_regio(), id, rd_organisatie(), melding, 'behandelen', 'melding', sinds)
    -- A case that was about this person before, and by a correction is again.
    ON CONFLICT (regio, zaak, organisatie, via) DO UPDATE SET niveau = excluded.niveau, grond = excluded.grond, van = excluded.van, tot = NULL
      WHERE zaak_toegang.tot IS NOT NULL;
  ELSE id := NULL;
  END IF;
  RETURN NEXT;
END $$;
-- For the 365 days rule: dates of earlier reports, requests and stays in the region, no more than that.
CREATE FUNCTION rd_eerder(wie uuid, behalve uuid) RETURNS TABLE (zaak uuid, soort text, van date, tot date, zichtbaar boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH zaken AS (
    SELECT w.id, w.soort, w.voorziening, s.stand,
      EXISTS (${toegangTot('w.id')}) AS ziet
    FROM werkrij w JOIN stroom s ON s.regio = w.regio AND s.id = w.id
    WHERE w.regio = rd_regio() AND w.persoon = wie AND w.id IS DISTINCT FROM behalve AND rd_zaken())
  SELECT id, 'melding', (stand->>'datum')::date, NULL::date, ziet FROM zaken WHERE soort = 'melding' AND voorziening = 'bw'
  UNION ALL SELECT id, 'aanvraag', (stand->>'aanvraagOp')::date, NULL, ziet FROM zaken WHERE soort = 'melding' AND voorziening = 'bw' AND stand->>'aanvraagOp' IS NOT NULL
  UNION ALL SELECT id, 'bw', (stand->>'van')::date, (stand->>'tot')::date, ziet FROM zaken WHERE soort = 'plaatsing' AND voorziening = 'bw' AND stand->>'van' IS NOT NULL $$;
-- A case is read through this door, which asks once who may see it, not per row, and writes the line in the
-- read log: whoever comes in by it leaves a trace. Gives nothing for a case that is not to be seen.
CREATE FUNCTION rd_lees_zaak(gevraagd uuid, gevraagde_soort text, als_rol text, als_verzoek text, met_bomen boolean)
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
  SELECT coalesce(json_agg(r), '[]') INTO documenten FROM (
    SELECT d.id, d.naam, d.mime, d.grootte, d.op, d.door FROM document d WHERE d.regio = hier AND d.zaak = gevraagd ORDER BY d.nummer) r;
  -- The wait for a place is a case of its own, with its own access.
  SELECT row_to_json(r) INTO plaatsing FROM (
    SELECT l.id, CASE WHEN l.stap = 'pauze' AND l.pauze_tot <= rd_vandaag() THEN 'wachtend' ELSE l.stap END AS stap FROM wachtrij l WHERE l.regio = hier AND l.melding = gevraagd AND EXISTS (${toegangTot('l.id')}) LIMIT 1) r;
  INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen)
  VALUES (hier, rd_gebruiker(), rd_organisatie(), als_rol, rd_taken_van(als_rol), als_verzoek, ARRAY[over]);
  RETURN NEXT;
END $$;
-- Whether another case of the region is about this person too; told only to who works on a case of theirs.
CREATE FUNCTION rd_ook_over(wie uuid, behalve uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT rd_zaken() AND rd_mag_schrijven(wie) AND EXISTS (
    SELECT FROM werkrij w WHERE w.regio = rd_regio() AND w.persoon = wie AND w.id <> behalve) $$;
-- The regiocoördinator's task: contradictions that cases meet, counted for the region, no case named.
CREATE FUNCTION rd_strijdig() RETURNS TABLE (strijdig text, taak text, zaken int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.strijdig, w.taak, count(*)::int FROM werkrij w WHERE w.regio = rd_regio() AND w.open AND w.strijdig IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2 $$;
-- Whether cases of a region rest on its agreements: the program may then not change what binds (D6).
CREATE FUNCTION rd_in_gebruik(gevraagd text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM stroom s JOIN regio r ON r.id = s.regio WHERE r.slug = gevraagd AND s.soort = 'melding') $$;
GRANT EXECUTE ON FUNCTION rd_in_gebruik TO regiodak_app;
REVOKE ALL ON FUNCTION rd_strijdig, rd_lees_zaak, rd_geef_toegang, rd_zoek_persoon, rd_koppel_persoon, rd_eerder, rd_ook_over, rd_mag_schrijven FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rd_strijdig, rd_lees_zaak, rd_geef_toegang, rd_zoek_persoon, rd_koppel_persoon, rd_eerder, rd_ook_over, rd_mag_schrijven TO rd_gemeente;
`

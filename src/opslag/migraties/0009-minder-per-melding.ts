/** What every new case passes once more: the door that gives access, and the line of the read log (P5, D8). */
const toegangTot = (kolom: string) => `SELECT FROM zaak_toegang t WHERE t.regio = rd_regio() AND t.zaak = ${kolom}
    AND t.organisatie = rd_organisatie() AND t.van <= rd_vandaag() AND (t.tot IS NULL OR t.tot > rd_vandaag())`

export const sql = `
-- Few cases at a time: asking about each costs less than first sorting out which come twice.
CREATE OR REPLACE FUNCTION rd_geef_toegang(zaken uuid[], organisaties uuid[], vias uuid[], niveaus text[], gronden text[], vans date[], tots date[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  deze uuid;
  vorige uuid;
BEGIN
  FOREACH deze IN ARRAY zaken LOOP
    CONTINUE WHEN deze = vorige;
    IF NOT rd_mag_schrijven(deze) THEN
      RAISE EXCEPTION 'Geen toegang om toegang te geven.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    vorige := deze;
  END LOOP;
  INSERT INTO zaak_toegang (regio, zaak, organisatie, via, niveau, grond, van, tot)
  SELECT rd_regio(), r.* FROM unnest(zaken, organisaties, vias, niveaus, gronden, vans, tots) r
  ON CONFLICT (regio, zaak, organisatie, via) DO UPDATE SET niveau = excluded.niveau, grond = excluded.grond, van = excluded.van, tot = excluded.tot;
END $$;
-- The tasks in the order of their letters, which no language needs to be asked about.
CREATE OR REPLACE FUNCTION rd_log_zaak(gevraagd uuid, over uuid, als_rol text, als_verzoek text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (rd_zaken() AND EXISTS (${toegangTot('gevraagd')})) THEN RETURN false; END IF;
  INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen)
  VALUES (rd_regio(), rd_gebruiker(), rd_organisatie(), als_rol,
    ARRAY(SELECT r.taak FROM rol_taak r WHERE r.rol = als_rol ORDER BY r.taak COLLATE "C"), als_verzoek, ARRAY[over]);
  RETURN true;
END $$;
`

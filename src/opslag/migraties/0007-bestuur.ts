/** What a region decides about its covenant (D6): decisions, evidence, definitive outcomes. No client data. */
export const sql = `
-- The decisions that count beside the files; besluit is the exact JSON the mark of the agreements is made of.
CREATE TABLE regiobesluit (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  volgorde int NOT NULL,
  soort text NOT NULL,
  besluit text NOT NULL,
  tekst text NOT NULL,
  door uuid NOT NULL,
  op date NOT NULL,
  ingetrokken text,
  PRIMARY KEY (regio, id)
);
CREATE TABLE plichtbewijs (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  plicht text NOT NULL,
  op date NOT NULL,
  wat text NOT NULL,
  soort text NOT NULL CHECK (soort IN ('bewijs','gebeurtenis')),
  link text,
  door uuid NOT NULL,
  ingetrokken text,
  PRIMARY KEY (regio, id)
);
-- A definitive invoice, settlement, division or sealed vote, as it was computed that day; never computed again.
CREATE TABLE vaststelling (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  regel text NOT NULL,
  wat text NOT NULL,
  jaar int NOT NULL,
  versie date NOT NULL,
  uitkomst text NOT NULL,
  door uuid NOT NULL,
  op date NOT NULL,
  ingetrokken text,
  PRIMARY KEY (regio, id)
);
ALTER TABLE regiobesluit ENABLE ROW LEVEL SECURITY;
ALTER TABLE plichtbewijs ENABLE ROW LEVEL SECURITY;
ALTER TABLE vaststelling ENABLE ROW LEVEL SECURITY;
-- Everyone of the region reads what binds them all; writing goes by the access to the stream, which is the region's own.
CREATE POLICY zien ON regiobesluit FOR SELECT TO rd_gemeente, rd_beheer USING (regio = (SELECT rd_regio()));
CREATE POLICY zien ON plichtbewijs FOR SELECT TO rd_gemeente USING (regio = (SELECT rd_regio()));
CREATE POLICY zien ON vaststelling FOR SELECT TO rd_gemeente USING (regio = (SELECT rd_regio()));
CREATE POLICY toevoegen ON regiobesluit FOR INSERT TO rd_gemeente WITH CHECK (regio = rd_regio() AND rd_mag_schrijven(regio));
CREATE POLICY toevoegen ON plichtbewijs FOR INSERT TO rd_gemeente WITH CHECK (regio = rd_regio() AND rd_mag_schrijven(regio));
CREATE POLICY toevoegen ON vaststelling FOR INSERT TO rd_gemeente WITH CHECK (regio = rd_regio() AND rd_mag_schrijven(id));
CREATE POLICY wijzigen ON regiobesluit FOR UPDATE TO rd_gemeente USING (regio = (SELECT rd_regio()) AND rd_mag_schrijven(regio));
CREATE POLICY wijzigen ON plichtbewijs FOR UPDATE TO rd_gemeente USING (regio = (SELECT rd_regio()) AND rd_mag_schrijven(regio));
CREATE POLICY wijzigen ON vaststelling FOR UPDATE TO rd_gemeente USING (regio = (SELECT rd_regio()) AND rd_mag_schrijven(id));
GRANT SELECT, INSERT, UPDATE ON regiobesluit, plichtbewijs, vaststelling TO rd_gemeente;
GRANT SELECT ON regiobesluit TO rd_beheer;

-- Opens a transaction that records events: waits for whoever seals or decides, then says how many decisions count.
-- A function of its own, so that the number is read after the wait and not before. Who decides waits for all others:
-- no command computes with the decisions of before and is stored after.
CREATE FUNCTION rd_schrijf(slot bigint, hier text, alleen boolean) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  -- Every name in full instead of a search_path of its own, which every command would pay for.
  deze pg_catalog.uuid := hier;
  stand pg_catalog.int4;
BEGIN
  IF alleen THEN
    PERFORM pg_catalog.set_config('lock_timeout', '5s', true);
    PERFORM pg_catalog.pg_advisory_xact_lock(slot);
  ELSE
    PERFORM pg_catalog.pg_advisory_xact_lock_shared(slot);
  END IF;
  SELECT s.nummer INTO stand FROM public.stroom s WHERE s.regio OPERATOR(pg_catalog.=) deze AND s.id OPERATOR(pg_catalog.=) deze;
  RETURN coalesce(stand, 0);
END $$;
REVOKE ALL ON FUNCTION rd_schrijf FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rd_schrijf TO regiodak_app, rd_gemeente, rd_beheer;
`

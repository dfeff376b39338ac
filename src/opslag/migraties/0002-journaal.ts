/** The journal (P4, D4): append-only, a hash chain per stream, a daily seal, free text beside it. */
export const sql = `
-- Head of a stream with its folded state. The state holds facts and ids only, never names or free text.
CREATE TABLE stroom (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  soort text NOT NULL,
  nummer int NOT NULL,
  hash bytea NOT NULL,
  stand jsonb NOT NULL,
  PRIMARY KEY (regio, id)
);
CREATE TABLE gebeurtenis (
  regio uuid NOT NULL,
  stroom uuid NOT NULL,
  nummer int NOT NULL,
  id uuid NOT NULL,
  soort text NOT NULL,
  versie smallint NOT NULL,
  opgenomen timestamptz NOT NULL,
  geldig_op date NOT NULL,
  wie uuid NOT NULL,
  namens uuid NOT NULL,
  oorzaak uuid,
  afspraken text NOT NULL,
  feiten json NOT NULL,
  inhoud uuid,
  inhoud_hash bytea,
  hash bytea NOT NULL,
  PRIMARY KEY (regio, stroom, nummer)
);
CREATE TABLE inhoud (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  zaak uuid NOT NULL,
  soort text NOT NULL,
  -- Texts and outcomes.
  json json NOT NULL,
  -- The trees behind the outcomes, deflated by the program: read only when someone asks why.
  bomen bytea,
  zout bytea NOT NULL,
  bewaren_tot date,
  PRIMARY KEY (regio, id)
);
CREATE INDEX ON inhoud (regio, zaak);
-- A report with its trees fits in the row: one read instead of three.
ALTER TABLE inhoud SET (toast_tuple_target = 8160);
ALTER TABLE inhoud ALTER bomen SET STORAGE EXTERNAL;
-- Lawful erasure: the row and its salt are gone, this line is the valid answer to "where is it".
CREATE TABLE gewist (
  regio uuid NOT NULL,
  inhoud uuid NOT NULL,
  op date NOT NULL,
  grond text NOT NULL,
  PRIMARY KEY (regio, inhoud)
);
CREATE TABLE zegel (
  regio uuid NOT NULL,
  dag date NOT NULL,
  -- Everything recorded before this instant is under the seal; each seal also covers the one before it.
  grens timestamptz NOT NULL,
  stromen int NOT NULL,
  vorige bytea,
  hash bytea NOT NULL,
  PRIMARY KEY (regio, dag)
);
CREATE TABLE sleutel (
  regio uuid NOT NULL,
  gebruiker uuid NOT NULL,
  sleutel text NOT NULL,
  verzoek bytea NOT NULL,
  stroom uuid NOT NULL,
  nummer int NOT NULL,
  op timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (regio, gebruiker, sleutel)
);

CREATE FUNCTION rd_alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'Het journaal laat alleen toevoegen toe (% op %).', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON gebeurtenis EXECUTE FUNCTION rd_alleen_toevoegen();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON zegel EXECUTE FUNCTION rd_alleen_toevoegen();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON gewist EXECUTE FUNCTION rd_alleen_toevoegen();
`

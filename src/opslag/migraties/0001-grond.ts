/** Roles, regions, organisations and people who work (D1, D2, D6, D8). No client data. */
export const sql = `
DO $$
DECLARE rol text;
BEGIN
  FOREACH rol IN ARRAY ARRAY['rd_gemeente','rd_aanbieder','rd_corporatie','rd_bestuur','rd_beheer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rol) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', rol); END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'regiodak_app') THEN EXECUTE format('GRANT %I TO regiodak_app', rol); END IF;
  END LOOP;
END $$;

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE regio (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  naam text NOT NULL
);
CREATE TABLE gemeente (
  slug text PRIMARY KEY,
  cbs text,
  naam text NOT NULL,
  van date NOT NULL DEFAULT '-infinity',
  tot date
);
CREATE TABLE organisatie (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  naam text NOT NULL,
  soort text NOT NULL CHECK (soort IN ('gemeente','toegangsorgaan','aanbieder','corporatie','hulpverleningsinstantie','commissie','toezicht','regiobureau')),
  gemeente text
);
-- D1: membership is dated; a split or departure never rewrites it.
CREATE TABLE deelname (
  regio uuid NOT NULL REFERENCES regio,
  organisatie uuid NOT NULL REFERENCES organisatie,
  hoedanigheid text NOT NULL,
  subregio text,
  van date NOT NULL,
  tot date,
  PRIMARY KEY (regio, organisatie, hoedanigheid, van)
);
CREATE TABLE gebruiker (
  id uuid PRIMARY KEY,
  naam text NOT NULL
);
CREATE TABLE rol (
  code text PRIMARY KEY,
  naam text NOT NULL,
  databankrol text NOT NULL CHECK (databankrol IN ('rd_gemeente','rd_aanbieder','rd_corporatie','rd_bestuur','rd_beheer'))
);
CREATE TABLE rol_taak (
  rol text NOT NULL REFERENCES rol,
  taak text NOT NULL,
  PRIMARY KEY (rol, taak)
);
-- D2: a person acts by a dated appointment, cover included.
CREATE TABLE aanstelling (
  id uuid PRIMARY KEY,
  gebruiker uuid NOT NULL REFERENCES gebruiker,
  organisatie uuid NOT NULL REFERENCES organisatie,
  rol text NOT NULL REFERENCES rol,
  regio uuid NOT NULL REFERENCES regio,
  van date NOT NULL,
  tot date
);
CREATE INDEX ON aanstelling (organisatie);
-- Awb 10:3-10:5 and DH 5.2: acting in another's name needs a mandate in force that day.
CREATE TABLE mandaat (
  id uuid PRIMARY KEY,
  regio uuid NOT NULL REFERENCES regio,
  mandaatgever uuid NOT NULL REFERENCES organisatie,
  gemandateerde uuid NOT NULL REFERENCES organisatie,
  taak text NOT NULL,
  instemming_op date,
  van date NOT NULL,
  tot date,
  bron text NOT NULL,
  fictief boolean NOT NULL DEFAULT false
);
CREATE TABLE sessie (
  sleutel bytea PRIMARY KEY,
  aanstelling uuid NOT NULL REFERENCES aanstelling,
  tot timestamptz NOT NULL
);
-- D6: every agreement file as it was read, with its hash; a changed text in use is refused.
-- The row with the highest number is the text in use; the same text can come back later.
CREATE TABLE convenant_versie (
  volgnummer bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  regio text NOT NULL,
  ingang date NOT NULL,
  sha256 text NOT NULL,
  tekst text NOT NULL,
  ontleed json NOT NULL,
  op timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX convenant_versie_laatste ON convenant_versie (regio, ingang, volgnummer);
-- What an event's mark stands for: the files with their exact text, covenants, statutes and decisions alike (D5).
CREATE TABLE afspraakbestand (
  sha256 text PRIMARY KEY,
  pad text NOT NULL,
  tekst text NOT NULL
);
CREATE TABLE afspraken_merk (
  merk text NOT NULL,
  sha256 text NOT NULL REFERENCES afspraakbestand,
  PRIMARY KEY (merk, sha256)
);
CREATE SEQUENCE zaaknummer;

GRANT SELECT ON regio, gemeente, organisatie, deelname, gebruiker, rol, rol_taak, aanstelling, mandaat TO
  regiodak_app, rd_gemeente, rd_aanbieder, rd_corporatie, rd_bestuur, rd_beheer;
GRANT SELECT, INSERT ON convenant_versie, afspraakbestand, afspraken_merk TO regiodak_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessie TO regiodak_app;
GRANT USAGE ON SEQUENCE zaaknummer TO rd_gemeente;
`

/** State tables the screens read: persons, work list, places, documents, drafts (D3, D8, D9, D11). */
export const sql = `
CREATE TABLE persoon (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  bsn text,
  voornamen text NOT NULL,
  tussenvoegsel text,
  achternaam text NOT NULL,
  geboortedatum date NOT NULL,
  PRIMARY KEY (regio, id)
);
CREATE UNIQUE INDEX persoon_bsn ON persoon (regio, bsn) WHERE bsn IS NOT NULL;
-- What one case knows of the person beside the particulars: seen by whoever works on that case, by nobody else.
CREATE TABLE verblijf (
  regio uuid NOT NULL,
  zaak uuid NOT NULL,
  nummer int NOT NULL,
  persoon uuid NOT NULL,
  gemeente text NOT NULL,
  soort text NOT NULL CHECK (soort IN ('woonadres','briefadres','instelling','feitelijk')),
  van date,
  tot date,
  bron text NOT NULL,
  PRIMARY KEY (regio, zaak, nummer)
);
CREATE TABLE betrekking (
  regio uuid NOT NULL,
  zaak uuid NOT NULL,
  nummer int NOT NULL,
  persoon uuid NOT NULL,
  soort text NOT NULL CHECK (soort IN ('vertegenwoordiger','mentor','bewindvoerder','mantelzorger','contact')),
  naam text NOT NULL,
  bereikbaar text NOT NULL,
  van date,
  tot date,
  PRIMARY KEY (regio, zaak, nummer)
);
CREATE TABLE huishouden (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  persoon uuid NOT NULL,
  van date NOT NULL,
  tot date,
  PRIMARY KEY (regio, id, persoon, van)
);

-- D8: who may see a stream, and why. Policies only look this up.
CREATE TABLE zaak_toegang (
  regio uuid NOT NULL,
  zaak uuid NOT NULL,
  organisatie uuid NOT NULL,
  via uuid NOT NULL,
  niveau text NOT NULL CHECK (niveau IN ('lezen','behandelen')),
  grond text NOT NULL,
  van date NOT NULL,
  tot date,
  PRIMARY KEY (regio, zaak, organisatie, via)
);

-- D11: one table for the work list; its row is a function of the state, written with the command.
CREATE TABLE werkrij (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  soort text NOT NULL,
  nummer text NOT NULL,
  naam text NOT NULL,
  persoon uuid NOT NULL,
  voorziening text NOT NULL,
  stap text NOT NULL,
  open boolean NOT NULL,
  aan_zet uuid,
  taak text,
  termijn date,
  termijn_code text,
  stilgezet_sinds date,
  begonnen_op date NOT NULL,
  spoed boolean NOT NULL,
  tolk boolean NOT NULL,
  behandelaar uuid,
  -- The two places of the covenant that contradict each other about who acts, where no reading chooses (D2).
  strijdig text,
  afgeleid_op date NOT NULL,
  -- The mark of the agreements it was derived with (D5): other agreements, other derived columns.
  afspraken text NOT NULL,
  PRIMARY KEY (regio, id)
);
CREATE INDEX werkrij_stap ON werkrij (regio, aan_zet, stap, spoed DESC, termijn, id) WHERE open;
CREATE INDEX werkrij_volgorde ON werkrij (regio, aan_zet, spoed DESC, termijn, id) WHERE open;
CREATE INDEX werkrij_dicht ON werkrij (regio, begonnen_op DESC, id) WHERE NOT open;
CREATE INDEX werkrij_nummer ON werkrij (regio, nummer);
CREATE INDEX werkrij_persoon ON werkrij (regio, persoon, begonnen_op);

CREATE TABLE wachtrij (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  melding uuid NOT NULL,
  nummer text NOT NULL,
  naam text NOT NULL,
  persoon uuid NOT NULL,
  product text NOT NULL,
  voorziening text NOT NULL,
  herkomst text NOT NULL,
  doelgroep text NOT NULL,
  spoed boolean NOT NULL,
  verhuiswens boolean NOT NULL,
  sinds date NOT NULL,
  stap text NOT NULL,
  -- The day from which proposals come again; null without a pause.
  pauze_tot date,
  laatste_contact date,
  PRIMARY KEY (regio, id)
);
CREATE INDEX wachtrij_volgorde ON wachtrij (regio, stap, spoed DESC, sinds, id);
CREATE INDEX wachtrij_melding ON wachtrij (regio, melding);

CREATE TABLE locatie (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  naam text NOT NULL,
  aanbieder text NOT NULL,
  gemeente text NOT NULL,
  product text NOT NULL,
  doelgroepen text[] NOT NULL,
  categorie text NOT NULL,
  van date NOT NULL,
  tot date,
  PRIMARY KEY (regio, id)
);
CREATE TABLE plek (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  locatie uuid NOT NULL,
  aanduiding text NOT NULL,
  tijdelijk_reden text,
  van date NOT NULL,
  tot date,
  PRIMARY KEY (regio, id),
  CHECK (tijdelijk_reden IS NULL OR tot IS NOT NULL)
);
CREATE INDEX ON plek (regio, locatie);
CREATE TABLE bezetting (
  regio uuid NOT NULL,
  plek uuid NOT NULL,
  bron uuid NOT NULL,
  periode daterange NOT NULL CHECK (NOT isempty(periode)),
  PRIMARY KEY (regio, plek, bron),
  CONSTRAINT plek_dubbel EXCLUDE USING gist (regio WITH =, plek WITH =, periode WITH &&)
);

CREATE TABLE document (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  zaak uuid NOT NULL,
  nummer int NOT NULL,
  naam text NOT NULL,
  soort text NOT NULL,
  sha256 text NOT NULL,
  mime text NOT NULL,
  grootte int NOT NULL CHECK (grootte BETWEEN 1 AND 26214400),
  status text NOT NULL,
  op date NOT NULL,
  door uuid NOT NULL,
  bewaren_tot date,
  PRIMARY KEY (regio, id)
);
CREATE INDEX ON document (regio, zaak);
CREATE TABLE document_inhoud (
  regio uuid NOT NULL,
  document uuid NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (regio, document)
);

-- A report that is still being typed: not accepted, so not in the journal.
CREATE TABLE concept (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  organisatie uuid NOT NULL,
  eigenaar uuid NOT NULL,
  stappen jsonb NOT NULL,
  versie int NOT NULL,
  gewijzigd timestamptz NOT NULL,
  bewaren_tot date NOT NULL,
  PRIMARY KEY (regio, id)
);

-- Reading personal data writes one row per request in the same transaction (D8).
CREATE TABLE leeslog (
  regio uuid NOT NULL,
  op timestamptz NOT NULL DEFAULT now(),
  gebruiker uuid NOT NULL,
  organisatie uuid NOT NULL,
  rol text NOT NULL,
  -- The tasks of that role on that day: what the reading was for.
  taken text[] NOT NULL,
  verzoek text NOT NULL,
  personen uuid[] NOT NULL,
  -- A draft is about nobody in the register yet; it holds a bsn and a story all the same.
  concepten uuid[] NOT NULL DEFAULT '{}'
);
CREATE INDEX ON leeslog USING brin (op);
`

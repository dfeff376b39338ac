/** Bookings (D10): every booking names its event and sums to zero; nothing is changed or removed. */
export const sql = `
CREATE TABLE boeking (
  regio uuid NOT NULL,
  id uuid NOT NULL,
  datum date NOT NULL,
  gebeurtenis uuid NOT NULL,
  draait_terug uuid,
  PRIMARY KEY (regio, id),
  FOREIGN KEY (regio, draait_terug) REFERENCES boeking (regio, id)
);
CREATE TABLE boekingsregel (
  regio uuid NOT NULL,
  boeking uuid NOT NULL,
  nummer int NOT NULL,
  rekening text NOT NULL,
  partij uuid NOT NULL REFERENCES organisatie,
  centen bigint NOT NULL,
  PRIMARY KEY (regio, boeking, nummer),
  FOREIGN KEY (regio, boeking) REFERENCES boeking (regio, id)
);
CREATE FUNCTION rd_boeking_in_balans() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE som numeric;
BEGIN
  SELECT coalesce(sum(centen), 0) INTO som FROM boekingsregel WHERE regio = NEW.regio AND boeking = NEW.boeking;
  IF som <> 0 THEN RAISE EXCEPTION 'Boeking % telt op tot % cent, het moet 0 zijn.', NEW.boeking, som USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER in_balans AFTER INSERT ON boekingsregel DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rd_boeking_in_balans();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON boeking EXECUTE FUNCTION rd_alleen_toevoegen();
CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE OR TRUNCATE ON boekingsregel EXECUTE FUNCTION rd_alleen_toevoegen();
ALTER TABLE boeking ENABLE ROW LEVEL SECURITY;
ALTER TABLE boekingsregel ENABLE ROW LEVEL SECURITY;
`

/** How far the invented region is filled, and on which day that filling was based: it can go on after a stop. */
export const sql = `
CREATE TABLE demonstratie (
  regio uuid PRIMARY KEY REFERENCES regio,
  zaaidag date NOT NULL,
  totaal int NOT NULL CHECK (totaal >= 0),
  klaar int NOT NULL DEFAULT 0 CHECK (klaar BETWEEN 0 AND totaal)
);
GRANT SELECT, INSERT, UPDATE ON demonstratie TO regiodak_app;
`

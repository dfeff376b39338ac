/** The read log names the tasks of a role in one order, whichever way a case was read (D8). */
export const sql = `
-- The order of their letters, the same in every database; what a language makes of hyphens and capitals differs per server.
ALTER TABLE rol_taak ALTER taak TYPE text COLLATE "C";
`

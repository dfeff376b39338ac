/** A place that was given by mistake keeps a row without days: rows never vanish, and nobody is in the way there (D7, D11). */
export const sql = `
ALTER TABLE bezetting DROP CONSTRAINT bezetting_periode_check;
`

import type { ClientBase } from 'pg'

export type Tabel = { schema: string; naam: string; kolommen: string[] }
export type Reeks = { schema: string; naam: string }

/** What belongs to the program: no system schema, nothing an extension brought. */
const EIGEN = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`

/** Every table of the program with the columns that hold data (generated columns hold none). */
export async function leesTabellen(client: ClientBase): Promise<Tabel[]> {
  const { rows } = await client.query<Tabel>(
    `SELECT n.nspname AS schema, c.relname AS naam,
            coalesce(array_agg(a.attname::text ORDER BY a.attnum)
              FILTER (WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '{}') AS kolommen
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND ${EIGEN} GROUP BY 1, 2 ORDER BY 1, 2`,
  )
  return rows
}

/** Every sequence of the program, those of identity columns included. */
export async function leesReeksen(client: ClientBase): Promise<Reeks[]> {
  const { rows } = await client.query<Reeks>(
    `SELECT n.nspname AS schema, c.relname AS naam FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND ${EIGEN} ORDER BY 1, 2`,
  )
  return rows
}

/** `"schema"."naam"`, safe to put in a statement. */
export const noemTabel = (client: ClientBase, { schema, naam }: { schema: string; naam: string }): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(naam)}`

/** `"schema"."naam" ("a", "b")`, as COPY wants it. */
export const noemKolommen = (client: ClientBase, tabel: Tabel): string =>
  `${noemTabel(client, tabel)} (${tabel.kolommen.map((kolom) => client.escapeIdentifier(kolom)).join(', ')})`

/** The table of migrations is not data: the program makes it. */
export const isMigratietabel = ({ schema, naam }: Reeks): boolean => schema === 'public' && naam === 'migratie'

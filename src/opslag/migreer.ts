import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ClientBase } from 'pg'
import { weiger } from '../kern/weigering.ts'
import { APP, zorgVoorRollen } from './rollen.ts'
import { controleerVersie, maakClient } from './verbinding.ts'

/** A change of the tables: `src/opslag/migraties/NNNN-naam.ts`, exporting `sql`. Applied ones never change. */
export type Migratie = { naam: string; sql: string; sha256: string }

/** Held while migrations run; shared by a backup, so that tables do not change under it. */
export const MIGRATIESLOT = '7238245872'

const MAP = join(import.meta.dirname, 'migraties')

/** The migrations of this version of the program, in order. */
export async function bekendeMigraties(map: string = MAP): Promise<Migratie[]> {
  const bestanden = readdirSync(map).filter((naam) => /^\d{4}-[a-z0-9-]+\.ts$/.test(naam))
  return Promise.all(
    bestanden.sort().map(async (bestand) => {
      const { sql } = (await import(pathToFileURL(join(map, bestand)).href)) as { sql: string }
      return maakMigratie(bestand.replace(/\.ts$/, ''), sql)
    }),
  )
}

export const maakMigratie = (naam: string, sql: string): Migratie => ({
  naam,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
})

/**
 * Brings the tables to this version, with the owner's address. Each migration is one transaction; a
 * lock makes two processes wait for each other. Returns the names of those it ran.
 * Refuses an applied migration that has changed and a database of a newer version.
 */
export async function migreer(eigenaarUrl: string, migraties?: readonly Migratie[]): Promise<string[]> {
  const bekend = migraties ?? (await bekendeMigraties())
  const client = await maakClient(eigenaarUrl, 'REGIODAK_MIGRATIE_URL')
  try {
    await controleerVersie(client)
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATIESLOT])
    const { mist } = await vergelijkMigraties(client, bekend)
    if (mist.length === 0) return []
    await zorgVoorRollen(client)
    for (const migratie of mist) {
      await client.query('BEGIN')
      await pasToe(client, migratie)
      await client.query('COMMIT')
    }
    return mist.map((m) => m.naam)
  } finally {
    await client.end()
  }
}

/** Runs one migration and records it, inside the caller's transaction. */
export async function pasToe(client: ClientBase, { naam, sql, sha256 }: Migratie): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS migratie (
       naam text PRIMARY KEY, sha256 text NOT NULL, op timestamptz NOT NULL DEFAULT now())`,
  )
  await client.query(`GRANT SELECT ON migratie TO ${APP}`)
  try {
    await client.query(sql)
  } catch (fout) {
    throw new Error(`Migratie ${naam} mislukt: ${fout instanceof Error ? fout.message : String(fout)}`, { cause: fout })
  }
  await client.query('INSERT INTO migratie (naam, sha256) VALUES ($1, $2)', [naam, sha256])
}

export type Toegepast = { naam: string; sha256: string }

/** What has been applied to this database, in order; nothing on an empty one. */
export async function toegepasteMigraties(client: ClientBase): Promise<Toegepast[]> {
  const { rows } = await client.query<{ er: boolean }>(`SELECT to_regclass('public.migratie') IS NOT NULL AS er`)
  if (!rows[0]!.er) return []
  return (await client.query<Toegepast>('SELECT naam, sha256 FROM public.migratie ORDER BY naam')).rows
}

/** Which known migrations the database still lacks. Refuses what this program cannot stand on. */
export async function vergelijkMigraties(
  client: ClientBase,
  bekend?: readonly Migratie[],
): Promise<{ mist: Migratie[] }> {
  const van = new Map((bekend ?? (await bekendeMigraties())).map((m) => [m.naam, m]))
  const toegepast = await toegepasteMigraties(client)
  for (const { naam, sha256 } of toegepast) {
    const hier = van.get(naam)
    if (!hier) weiger('DATABANK_LOOPT_VOOR', { naam })
    if (hier.sha256 !== sha256) weiger('DATABANK_MIGRATIE_GEWIJZIGD', { naam })
  }
  const klaar = new Set(toegepast.map((t) => t.naam))
  return { mist: [...van.values()].filter((m) => !klaar.has(m.naam)) }
}

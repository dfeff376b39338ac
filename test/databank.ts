import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { metSlot } from '../src/opslag/ingebed/slot.ts'
import { startLosse, stopLosse, type Adressen } from '../src/opslag/ingebed/start-ingebed.ts'
import { migreer } from '../src/opslag/migreer.ts'
import { EIGENAAR } from '../src/opslag/rollen.ts'
import { maakClient } from '../src/opslag/verbinding.ts'

export type VerseDatabank = { appUrl: string; eigenaarUrl: string; beheerUrl: string; weg: () => Promise<void> }

const SJABLOON = 'sjabloon'

/** With REGIODAK_TEST_PG=15 the tests run on Debian's PostgreSQL 15; without it on the one from npm. */
export function testBinaries(): { bin?: string } {
  const versie = process.env['REGIODAK_TEST_PG']
  if (!versie) return {}
  const bin = `/usr/lib/postgresql/${versie}/bin`
  if (!existsSync(join(bin, 'postgres'))) throw new Error(`REGIODAK_TEST_PG=${versie}, but ${bin} has no PostgreSQL.`)
  return { bin }
}

/**
 * A database of its own for a test file, with the tables of this version, or with none (`leeg`).
 * Call `weg` when done; what is left goes with the server at the end of the run.
 */
export async function verseDatabank({ leeg = false }: { leeg?: boolean } = {}): Promise<VerseDatabank> {
  const server = await (draait ??= start())
  const naam = `t_${randomUUID().replaceAll('-', '')}`
  await beheer(server, `CREATE DATABASE ${naam} OWNER ${EIGENAAR} TEMPLATE ${leeg ? 'template1' : SJABLOON}`)
  return {
    appUrl: metNaam(server.appUrl, naam),
    eigenaarUrl: metNaam(server.eigenaarUrl, naam),
    beheerUrl: metNaam(server.beheerUrl, naam),
    weg: () => beheer(server, `DROP DATABASE IF EXISTS ${naam} WITH (FORCE)`),
  }
}

let draait: Promise<Adressen> | undefined

/** Workers share the server; the first makes the template, the others wait for it. */
async function start(): Promise<Adressen> {
  const map = process.env['REGIODAK_TEST_MAP']
  if (!map) throw new Error('vitest has no globalSetup: add test/opstelling.ts to its configuration.')
  const server = await startLosse({ map, log: () => undefined, vluchtig: true, ...testBinaries() })
  const sjabloonmap = join(map, SJABLOON)
  mkdirSync(sjabloonmap, { recursive: true })
  await metSlot(sjabloonmap, async () => {
    const client = await maakClient(server.beheerUrl)
    try {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [SJABLOON])
      if (rowCount) return
      await client.query(`DROP DATABASE IF EXISTS ${SJABLOON}_nieuw`)
      await client.query(`CREATE DATABASE ${SJABLOON}_nieuw OWNER ${EIGENAAR}`)
      await migreer(metNaam(server.eigenaarUrl, `${SJABLOON}_nieuw`))
      await client.query(`ALTER DATABASE ${SJABLOON}_nieuw RENAME TO ${SJABLOON}`)
    } finally {
      await client.end()
    }
  })
  return server
}

async function beheer(server: Adressen, zin: string): Promise<void> {
  const client = await maakClient(server.beheerUrl)
  try {
    await client.query(zin)
  } finally {
    await client.end()
  }
}

function metNaam(url: string, naam: string): string {
  const nieuw = new URL(url)
  nieuw.pathname = `/${naam}`
  return nieuw.href
}

/** Stops a server started for tests and removes its folder, also where the cluster lies elsewhere. */
export async function ruimTestserverOp(map: string): Promise<void> {
  const cluster = await stopLosse(map)
  if (cluster && !cluster.startsWith(map)) rmSync(dirname(cluster), { recursive: true, force: true })
  rmSync(map, { recursive: true, force: true })
}

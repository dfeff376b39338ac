import { availableParallelism } from 'node:os'
import { Client, Pool, types } from 'pg'
import { weiger } from '../kern/weigering.ts'

const { builtins } = types
/** Types that arrive as the text PostgreSQL wrote: JavaScript's number or Date would change them. */
const ALS_TEKST = new Set<number>([
  builtins.INT8,
  builtins.NUMERIC,
  builtins.DATE,
  builtins.TIMESTAMP,
  builtins.TIMESTAMPTZ,
  builtins.INTERVAL,
])
/** Arrays of these: int8, numeric, date, timestamp, timestamptz, interval. */
const LIJST_VAN_TEKST = new Set<number>([1016, 1231, 1182, 1115, 1185, 1187])
const TEKSTLIJST = 1009

/** The one table of how values arrive: `bigint`, `numeric`, dates and instants as text, the rest as pg does. */
export const typen = {
  getTypeParser(oid: number, vorm?: 'text' | 'binary'): (waarde: string) => unknown {
    if (vorm !== 'binary' && ALS_TEKST.has(oid)) return (waarde) => waarde
    return types.getTypeParser(LIJST_VAN_TEKST.has(oid) ? TEKSTLIJST : oid, vorm) as (waarde: string) => unknown
  },
}

/** Every session speaks UTC and ISO, so that a text of the same instant is always the same text. */
const sessie = (url: string) => ({
  connectionString: url,
  types: typen as typeof types,
  options: '-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=iso_8601',
  application_name: 'regiodak',
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
})

/**
 * As many connections as keep the processors and the disk busy; more only makes the database's processes wait for
 * each other (bench/README.md). Not fewer than eight: a decision holds up those who record, and readers go on.
 */
export const GENOEG_VERBINDINGEN = Math.min(20, Math.max(8, 4 * availableParallelism()))

/**
 * A pool of connections. Queries that are asked without waiting for each other on one connection are
 * sent together (`pipeline`). A connection that breaks while idle is dropped; the next query opens one.
 */
export function maakPool(url: string, { max = 10, pipeline = true }: { max?: number; pipeline?: boolean } = {}): Pool {
  const keuzes = { ...sessie(url), max, pipeline }
  const pool = new Pool(keuzes)
  pool.on('error', () => undefined)
  // While a connection is lent out the pool does not listen; its loss reaches whoever waits for an answer,
  // and without this listener it would also end the program.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** One connection with the same types, opened. Refuses with DATABANK_NIET_BEREIKBAAR and the reason. */
export async function maakClient(url: string, variabele = 'DATABASE_URL'): Promise<Client> {
  const client = new Client(sessie(url))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (fout) {
    return onbereikbaar(url, variabele, fout)
  }
}

/** Refuses a server older than PostgreSQL 15. */
export async function controleerVersie(client: Client): Promise<void> {
  const { rows } = await client.query<{ nummer: number; versie: string }>(
    `SELECT current_setting('server_version_num')::int AS nummer, current_setting('server_version') AS versie`,
  )
  if (rows[0]!.nummer < 150_000) weiger('DATABANK_TE_OUD', { versie: rows[0]!.versie })
}

const REDENEN: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'daar luistert niets',
  ENOENT: 'die socket bestaat niet',
  ENOTFOUND: 'die computer is niet te vinden',
  EAI_AGAIN: 'die computer is niet te vinden',
  ETIMEDOUT: 'er komt geen antwoord',
  '28P01': 'het wachtwoord klopt niet',
  '28000': 'deze login mag er niet in',
  '3D000': 'die databank bestaat niet',
  '53300': 'er zijn te veel verbindingen',
  '57P03': 'de databank start nog',
}

function onbereikbaar(url: string, variabele: string, fout: unknown): never {
  const { code, message } = fout as { code?: string; message: string }
  return weiger('DATABANK_NIET_BEREIKBAAR', {
    waar: zonderWachtwoord(url),
    reden: URL.canParse(url) ? (REDENEN[code ?? ''] ?? message) : 'het adres is niet te lezen',
    variabele,
  })
}

/** Host, port and name of an address; never its password. */
export function zonderWachtwoord(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url)
    return `${searchParams.get('host') ?? hostname}${port && `:${port}`}${pathname}`
  } catch {
    return 'het opgegeven adres'
  }
}

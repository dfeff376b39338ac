import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, openSync, renameSync, rmSync, statSync, type WriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { weiger } from '../kern/weigering.ts'
import { kopieerUit } from './kopieer.ts'
import { MIGRATIESLOT, toegepasteMigraties, type Toegepast } from './migreer.ts'
import {
  isMigratietabel,
  leesReeksen,
  leesTabellen,
  noemKolommen,
  noemTabel,
  type Reeks,
  type Tabel,
} from './tabellen.ts'
import { maakClient } from './verbinding.ts'

/**
 * A backup is one gzipped file of lines, readable with `zcat`. First the `Kop`; then per table a line
 * `{tabel}`, its rows as COPY writes them, a line `\.` and a line `Voet`; then per sequence a line
 * `{reeks, stand}`; last the line `Slotregel`, without which the file is not whole.
 */
export type Kop = { regiodak: 'backup'; formaat: 1; gemaakt: string; server: string; migraties: Toegepast[] }
export type Voet = { rijen: number; sha256: string }
export type Regel = { tabel: Tabel } | { reeks: Reeks; stand: { waarde: string; gebruikt: boolean } } | Slotregel
export type Slotregel = { einde: true; tabellen: number; rijen: number }

export const EINDE_RIJEN = '\\.\n'

export type Gemaakt = { tabellen: number; rijen: number; bytes: number; schemaVersie: string }

/**
 * Writes everything in the database to one file (mode 0600), as it is at one moment, while others go
 * on working. Needs the owner's address. Memory stays the same however large the tables are.
 * Refuses a file that exists and a database without tables; a failed backup leaves no file.
 */
export async function backup(eigenaarUrl: string, bestand: string): Promise<Gemaakt> {
  if (existsSync(bestand)) weiger('BACKUP_BESTAND', { bestand, reden: 'bestaat al' })
  const deel = `${bestand}.deel`
  const uit = openBestand(deel, bestand)
  const klaar = finished(uit).catch(() => undefined)
  let client: Client | undefined
  try {
    client = await maakClient(eigenaarUrl, 'REGIODAK_MIGRATIE_URL')
    await client.query('SELECT pg_advisory_lock_shared($1)', [MIGRATIESLOT])
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // A policy that would hide rows from the backup is an error, not a smaller backup.
    await client.query('SET LOCAL row_security = off')
    const migraties = await toegepasteMigraties(client)
    const schemaVersie = migraties.at(-1)?.naam
    if (!schemaVersie) return weiger('BACKUP_BESTAND', { bestand, reden: 'is niet gemaakt: de databank is leeg' })
    const telling = { tabellen: 0, rijen: 0 }
    await pipeline(
      Readable.from(schrijf(client, migraties, telling), { objectMode: false }),
      createGzip({ level: 4 }),
      uit,
    )
    renameSync(deel, bestand)
    return { ...telling, bytes: statSync(bestand).size, schemaVersie }
  } finally {
    await client?.end()
    uit.destroy()
    await klaar
    rmSync(deel, { force: true })
  }
}

function openBestand(deel: string, bestand: string): WriteStream {
  try {
    return createWriteStream(deel, { fd: openSync(deel, 'w', 0o600), flush: true })
  } catch (fout) {
    const { code } = fout as NodeJS.ErrnoException
    return weiger('BACKUP_BESTAND', {
      bestand,
      reden: code === 'ENOENT' ? 'ligt in een map die niet bestaat' : `is niet te schrijven (${code})`,
    })
  }
}

async function* schrijf(
  client: Client,
  migraties: Toegepast[],
  telling: { tabellen: number; rijen: number },
): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ nu: string; server: string }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS nu, current_setting('server_version') AS server`,
  )
  const kop: Kop = { regiodak: 'backup', formaat: 1, gemaakt: rows[0]!.nu, server: rows[0]!.server, migraties }
  yield regel(kop)
  for (const tabel of (await leesTabellen(client)).filter((t) => !isMigratietabel(t) && t.kolommen.length > 0)) {
    yield regel({ tabel } satisfies Regel)
    const hash = createHash('sha256')
    const stukken = kopieerUit(client, `COPY ${noemKolommen(client, tabel)} TO STDOUT`)
    let stuk = await stukken.next()
    for (; !stuk.done; stuk = await stukken.next()) {
      hash.update(stuk.value)
      yield stuk.value
    }
    yield Buffer.from(EINDE_RIJEN)
    yield regel({ rijen: stuk.value, sha256: hash.digest('hex') } satisfies Voet)
    telling.tabellen++
    telling.rijen += stuk.value
  }
  for (const reeks of await leesReeksen(client)) {
    const stand = await client.query<{ waarde: string; gebruikt: boolean }>(
      `SELECT last_value AS waarde, is_called AS gebruikt FROM ${noemTabel(client, reeks)}`,
    )
    yield regel({ reeks, stand: stand.rows[0]! } satisfies Regel)
  }
  yield regel({ einde: true, ...telling } satisfies Slotregel)
}

const regel = (inhoud: Kop | Regel | Voet): Buffer => Buffer.from(`${JSON.stringify(inhoud)}\n`)

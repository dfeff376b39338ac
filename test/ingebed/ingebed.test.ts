import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { vindBinaries } from '../../src/opslag/ingebed/binaries.ts'
import { leesInstellingen } from '../../src/opslag/ingebed/plaats.ts'
import { vindServer } from '../../src/opslag/ingebed/server.ts'
import { startIngebed, stopLosse, type Ingebed } from '../../src/opslag/ingebed/start-ingebed.ts'
import { maakClient, maakPool } from '../../src/opslag/verbinding.ts'
import { ruimTestserverOp, testBinaries } from '../databank.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const root = process.getuid?.() === 0
let boven: string
let map: string
let kinderen: ChildProcess[] = []
let gemeld: string[] = []

beforeEach(() => {
  boven = mkdtempSync(join(tmpdir(), 'regiodak-ingebed-'))
  chmodSync(boven, 0o755)
  map = join(boven, 'gegevens')
  gemeld = []
})
afterEach(async () => {
  for (const kind of kinderen) kind.kill('SIGKILL')
  kinderen = []
  await ruimTestserverOp(map)
  rmSync(boven, { recursive: true, force: true })
})

const begin = (keuze: { vluchtig?: boolean; bin?: string } = { vluchtig: true }): Promise<Ingebed> =>
  startIngebed({ map, log: (regel) => gemeld.push(regel), ...testBinaries(), ...keuze })

/** Starts the program of `gebruik.ts`; gives it when it has committed its row, with how it started. */
async function gebruik(rij: string, ...rest: string[]): Promise<{ kind: ChildProcess; gestart: string }> {
  const kind = spawn(process.execPath, [join(import.meta.dirname, 'gebruik.ts'), map, rij, ...rest], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  kinderen.push(kind)
  const [tekst] = (await once(kind.stdout, 'data')) as [Buffer]
  return { kind, gestart: tekst.toString().trim() }
}

async function sla(kind: ChildProcess, signaal: NodeJS.Signals): Promise<NodeJS.Signals | number | null> {
  const einde = kind.exitCode === null ? once(kind, 'exit') : Promise.resolve([kind.exitCode, null])
  kind.kill(signaal)
  const [code, door] = (await einde) as [number | null, NodeJS.Signals | null]
  return door ?? code
}

const cluster = (): string => resolve(map, leesInstellingen(map)!.cluster)
const draait = (): boolean => vindServer(cluster()) !== undefined

async function rijen(url: string): Promise<string[]> {
  const client = await maakClient(url)
  const { rows } = await client.query<{ rij: string }>('SELECT rij FROM proef ORDER BY rij')
  await client.end()
  return rows.map(({ rij }) => rij)
}

test('a first start gives a durable, closed server with Dutch sorting that sorts names as people do', async () => {
  const db = await begin({})
  expect(db.gestart).toBe('nieuw')
  const client = await maakClient(db.eigenaarUrl)
  const { rows } = await client.query(
    `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS luistert,
       current_setting('password_encryption') AS wachtwoord,
       (SELECT pg_encoding_to_char(encoding) || ' ' || datlocprovider::text FROM pg_database WHERE datname = 'regiodak') AS taal,
       (SELECT string_agg(n, ' ' ORDER BY n) FROM unnest(ARRAY['zee', 'Éric', 'eric', 'Eva', 'appel']) n) AS namen`,
  )
  expect(rows).toEqual([
    { fsync: 'on', luistert: '', wachtwoord: 'scram-sha-256', taal: 'UTF8 i', namen: 'appel eric Éric Eva zee' },
  ])
  await client.end()
  expect(statSync(join(map, 'ingebed.json')).mode & 0o777).toBe(0o600)
  expect(statSync(cluster()).mode & 0o777).toBe(0o700)
  expect(statSync(map).mode & 0o007).toBe(0)
  await db.stop()
  expect(draait()).toBe(false)
})

test('the login of the application owns nothing, has no rights by itself and can take on a role', async () => {
  const db = await begin()
  const app = await maakClient(db.appUrl)
  await expect(app.query('CREATE TABLE van_mij (id int)')).rejects.toMatchObject({ code: '42501' })
  await app.query('SET ROLE rd_corporatie')
  expect((await app.query('SELECT current_user AS rol')).rows).toEqual([{ rol: 'rd_corporatie' }])
  await expect(app.query('SET ROLE regiodak_eigenaar')).rejects.toMatchObject({ code: '42501' })
  await expect(app.query('SET ROLE postgres')).rejects.toMatchObject({ code: '42501' })
  await app.end()
  const zonder = new URL(db.appUrl)
  zonder.password = 'geraden'
  await expect(maakClient(zonder.href)).rejects.toThrow(/wachtwoord klopt niet/)
  await db.stop()
})

test('a second process joins the running server, and the last one to leave stops it', async () => {
  const { kind, gestart } = await gebruik('eerste', 'blijf')
  const tweede = await begin()
  expect([gestart, tweede.gestart]).toEqual(['nieuw', 'aangehaakt'])
  expect(await sla(kind, 'SIGTERM')).toBe('SIGTERM')
  expect(await rijen(tweede.eigenaarUrl)).toEqual(['eerste'])
  await tweede.stop()
  expect(draait()).toBe(false)
})

test('two first starts at the same moment share one server', async () => {
  const [een, twee] = await Promise.all([gebruik('een', 'blijf'), gebruik('twee', 'blijf')])
  expect([een.gestart, twee.gestart].sort()).toEqual(['aangehaakt', 'nieuw'])
  await sla(een.kind, 'SIGINT')
  expect(draait()).toBe(true)
  await sla(twee.kind, 'SIGHUP')
  expect(draait()).toBe(false)
})

test('a program that ends without stopping leaves no server behind', async () => {
  const { kind } = await gebruik('rij')
  if (kind.exitCode === null) await once(kind, 'exit')
  expect(kind.exitCode).toBe(0)
  expect(draait()).toBe(false)
})

test('after kill -9 of the program the next start joins the orphan server and finds every row', async () => {
  const { kind } = await gebruik('voor de klap', 'blijf')
  await sla(kind, 'SIGKILL')
  expect(draait()).toBe(true)
  const db = await begin()
  expect(db.gestart).toBe('aangehaakt')
  expect(await rijen(db.eigenaarUrl)).toEqual(['voor de klap'])
  await db.stop()
  expect(draait()).toBe(false)
})

test('after kill -9 of program and server, with a query running, the next start finds every committed row', async () => {
  const { kind } = await gebruik('vast', 'blijf')
  const { eigenaarUrl, stop } = await begin()
  const bezig = await maakClient(eigenaarUrl)
  const langzaam = bezig.query('INSERT INTO proef SELECT pg_sleep(60)::text').catch(() => 'afgebroken')
  await sla(kind, 'SIGKILL')
  process.kill(vindServer(cluster())!.pid, 'SIGKILL')
  expect(await langzaam).toBe('afgebroken')
  await stop()
  const db = await begin()
  expect(await rijen(db.eigenaarUrl)).toEqual(['vast'])
  await db.stop()
})

test('a server that dies under a running program is started again, and its pool goes on', async () => {
  const db = await begin({})
  const pool = maakPool(db.eigenaarUrl)
  await pool.query(`CREATE TABLE proef AS SELECT 'blijft' AS rij`)
  process.kill(vindServer(cluster())!.pid, 'SIGKILL')
  await vi.waitFor(() => expect(gemeld).toContain('De eigen databank werkt weer.'), 20_000)
  expect((await pool.query('SELECT rij FROM proef')).rows).toEqual([{ rij: 'blijft' }])
  await pool.end()
  await db.stop()
  expect(draait()).toBe(false)
})

test('a first start that was interrupted begins again', async () => {
  await (await begin()).stop()
  const half = { ...leesInstellingen(map)!, klaar: false }
  writeFileSync(join(map, 'ingebed.json'), JSON.stringify(half))
  rmSync(join(cluster(), 'global'), { recursive: true })
  const db = await begin()
  expect(db.gestart).toBe('nieuw')
  await db.stop()
})

test('a pid file that names a living process of someone else does not stop a start', async () => {
  await (await begin()).stop()
  const pidbestand = join(cluster(), 'postmaster.pid')
  const regels = [process.pid, cluster(), 1, 5432, cluster(), '', 0, 'ready']
  writeFileSync(pidbestand, `${regels.join('\n')}\n`)
  chmodSync(pidbestand, 0o600)
  const db = await begin()
  expect(db.gestart).toBe('bestaand')
  await db.stop()
})

test('below a folder that is closed to others the server works, and a next start finds the same rows', async () => {
  const native = join(dirname(testBinaries().bin ?? vindBinaries()), '.')
  const dicht = join(boven, 'dicht')
  mkdirSync(dicht, { mode: 0o700 })
  cpSync(native, join(dicht, 'native'), { recursive: true, verbatimSymlinks: true })
  const bin = join(dicht, 'native', 'bin')
  map = join(dicht, 'gegevens')
  const eerste = await begin({ bin })
  const client = await maakClient(eerste.eigenaarUrl)
  await client.query(`CREATE TABLE proef AS SELECT 'hier' AS rij`)
  await client.end()
  await eerste.stop()
  const tweede = await begin({ bin })
  expect(await rijen(tweede.eigenaarUrl)).toEqual(['hier'])
  await tweede.stop()
  // As root the server runs as another user, who cannot enter; as that user itself nothing has to move.
  const elders = gemeld.filter((regel) => /De gegevens staan in \S+\.$/.test(regel))
  expect([cluster().startsWith(map), elders.length]).toEqual(root ? [false, 1] : [true, 0])
  for (const regel of gemeld) {
    const kopie = /kopie in (\S+regiodak-postgres-\w+)\.$/.exec(regel)?.[1]
    if (kopie) rmSync(kopie, { recursive: true })
  }
})

test('a cluster that the server can no longer reach moves along once', async () => {
  const { kind } = await gebruik('mee', 'blijf')
  await sla(kind, 'SIGTERM')
  chmodSync(boven, 0o700)
  const db = await begin()
  expect(await rijen(db.eigenaarUrl)).toEqual(['mee'])
  expect(existsSync(join(map, 'postgres'))).toBe(!root)
  await db.stop()
})

test('where the path of a socket would be too long the server listens on this computer only', async () => {
  map = join(boven, 'x'.repeat(100), 'gegevens')
  const db = await begin()
  const client = await maakClient(db.appUrl)
  const { rows } = await client.query(
    `SELECT host(inet_server_addr()) AS adres, current_setting('listen_addresses') AS op`,
  )
  expect(rows).toEqual([{ adres: '127.0.0.1', op: '127.0.0.1' }])
  await client.end()
  await db.stop()
})

test('what cannot be opened is refused in one sentence', async () => {
  mkdirSync(map)
  writeFileSync(join(map, 'iets'), '')
  chmodSync(map, 0o777)
  await expect(begin()).rejects.toThrow(/gegevens is niet leeg en anderen mogen erin schrijven\.$/)
  chmodSync(map, 0o755)
  await (await begin()).stop()
  const versie = join(cluster(), 'PG_VERSION')
  const eigen = readFileSync(versie, 'utf8').trim()
  writeFileSync(versie, '14\n')
  await expect(begin()).rejects.toThrow(`zijn van PostgreSQL 14, dit programma heeft PostgreSQL ${eigen}.`)
  rmSync(cluster(), { recursive: true })
  await expect(begin()).rejects.toThrow(/daar staat geen databank meer\.$/)
  expect(await stopLosse(map)).toBe(join(map, 'postgres'))
})

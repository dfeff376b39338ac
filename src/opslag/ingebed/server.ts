import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  fstatSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { weiger } from '../../kern/weigering.ts'
import type { Plaats } from './plaats.ts'

/** A running server, as its own `postmaster.pid` describes it. `host` is a socket folder or 127.0.0.1. */
export type Server = { pid: number; host: string; poort: number }

/** How the server runs. `vluchtig` (tests only): nothing is forced to disk. */
export type Draaiwijze = { bin: string; vluchtig?: boolean }

const SOCKETPOORT = 5432
/** The system's limit for the path of a Unix socket (macOS 104, Linux 108, with the closing zero). */
const LANGSTE_SOCKETPAD = 103
const STARTTIJD_MS = 180_000
const STOPTIJD_MS = 60_000
const LOGBOEK_MAX = 10_000_000

export const logboek = (map: string): string => join(map, 'postgres.log')

/** Makes the files of a new cluster: UTF-8, Dutch sorting by ICU, passwords by SCRAM, forced to disk. */
export function maakCluster(
  { map, cluster, gebruiker, instellingen }: Plaats,
  { bin, vluchtig = false }: Draaiwijze,
): void {
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { mode: 0o700 })
  const wachtwoord = join(cluster, '..', `.wachtwoord-${process.pid}`)
  writeFileSync(wachtwoord, instellingen.wachtwoorden.beheer, { mode: 0o600 })
  if (gebruiker) for (const pad of [cluster, wachtwoord]) chownSync(pad, gebruiker.uid, gebruiker.gid)
  const { status, stderr, error } = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${cluster}`,
      '--username=postgres',
      `--pwfile=${wachtwoord}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=nl-NL',
      '--text-search-config=dutch',
      '--no-instructions',
      ...(vluchtig ? ['--no-sync'] : []),
    ],
    { ...gebruiker, cwd: '/', env: omgeving(), encoding: 'utf8' },
  )
  rmSync(wachtwoord)
  if (status !== 0) startMislukt(map, error?.message ?? stderr.trim().split('\n').at(-1) ?? 'initdb')
}

/** Our server of this cluster, or undefined: the pid file of a killed server does not count. */
export function vindServer(cluster: string): (Server & { klaar: boolean }) | undefined {
  const pidbestand = join(cluster, 'postmaster.pid')
  if (!existsSync(pidbestand)) return undefined
  const [pid, , , poort, socket, host, , stand] = readFileSync(pidbestand, 'utf8').split('\n')
  if (!isPostgresVan(Number(pid), cluster)) return undefined
  return {
    pid: Number(pid),
    poort: Number(poort),
    host: socket || host || '127.0.0.1',
    klaar: stand?.trim() === 'ready',
  }
}

/** A pid can be reused, or be a dead child nobody collected; the server's working folder is its cluster. */
function isPostgresVan(pid: number, cluster: string): boolean {
  if (!leeft(pid)) return false
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    } catch {
      return false
    }
  }
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster)
}

function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fout) {
    return (fout as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Starts the server of a cluster, or waits for the one that is starting. It runs in its own process
 * group with its output in a file: neither Ctrl-C nor the death of this process reaches it.
 */
export async function startServer(plaats: Plaats, wijze: Draaiwijze): Promise<Server> {
  const eind = performance.now() + STARTTIJD_MS
  while (performance.now() < eind) {
    const draait = vindServer(plaats.cluster)
    if (draait?.klaar) return draait
    if (draait) {
      await wacht(20)
      continue
    }
    const reden = await probeerStart(plaats, wijze)
    if (reden === undefined) continue
    if (reden.includes('incompatible with server')) andereVersie(plaats, wijze.bin)
    // The last processes of a killed server need a moment to notice that it is gone; a port may just be taken.
    if (!/pre-existing shared memory block|could not bind/.test(reden)) startMislukt(plaats.map, reden)
    await wacht(100)
  }
  return startMislukt(plaats.map, 'hij was na drie minuten nog niet klaar')
}

/** The first error line of a start that failed, or undefined when the server is ready. */
async function probeerStart(
  { map, cluster, gebruiker }: Plaats,
  { bin, vluchtig = false }: Draaiwijze,
): Promise<string | undefined> {
  // Our own check (`vindServer`) knows that these are stale; PostgreSQL would believe a reused or unburied pid.
  // What a killed server still has open it finds by the cluster itself.
  for (const resten of ['postmaster.pid', `.s.PGSQL.${SOCKETPOORT}.lock`, `.s.PGSQL.${SOCKETPOORT}`])
    rmSync(join(cluster, resten), { force: true })
  const log = openLogboek(map)
  const begin = fstatSync(log).size
  const opSocket = join(cluster, `.s.PGSQL.${SOCKETPOORT}`).length <= LANGSTE_SOCKETPAD && process.platform !== 'win32'
  const keuzes = {
    listen_addresses: opSocket ? '' : '127.0.0.1',
    port: String(opSocket ? SOCKETPOORT : await vrijePoort()),
    unix_socket_directories: opSocket ? cluster : '',
    unix_socket_permissions: '0700',
    max_connections: vluchtig ? '200' : '60',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // The log names what failed, never the values of a person in it.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...(vluchtig ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : { fsync: 'on' }),
  }
  const kind = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, ...Object.entries(keuzes).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`])],
    { ...gebruiker, cwd: cluster, env: omgeving(), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  const einde: { reden?: string } = {}
  kind.on('error', (fout) => (einde.reden = fout.message))
  const opEinde = (code: number | null, signaal: NodeJS.Signals | null): void => {
    einde.reden ??= eersteFout(map, begin) ?? `hij stopte met ${signaal ?? code}`
  }
  kind.on('exit', opEinde)
  kind.unref()
  const eind = performance.now() + STARTTIJD_MS
  while (einde.reden === undefined && performance.now() < eind) {
    const server = vindServer(cluster)
    if (server?.pid === kind.pid && server?.klaar) {
      kind.off('exit', opEinde)
      return undefined
    }
    await wacht(10)
  }
  return einde.reden ?? 'hij was na drie minuten nog niet klaar'
}

/** Stops the server: clients are cut off, everything committed is on disk, the files are closed. */
export async function stopServer(cluster: string): Promise<void> {
  const server = vindServer(cluster)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  const eind = performance.now() + STOPTIJD_MS
  while (isPostgresVan(server.pid, cluster)) {
    if (performance.now() > eind) {
      process.kill(server.pid, 'SIGQUIT')
      return
    }
    await wacht(10)
  }
}

function andereVersie({ map, cluster }: Plaats, bin: string): never {
  const gegevens = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const { stdout } = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  return weiger('DATABANK_ANDERE_VERSIE', { map, gegevens, programma: /\d+/.exec(stdout)?.[0] ?? '?' })
}

function openLogboek(map: string): number {
  const pad = logboek(map)
  if (existsSync(pad) && statSync(pad).size > LOGBOEK_MAX) renameSync(pad, `${pad}.oud`)
  return openSync(pad, 'a', 0o600)
}

function eersteFout(map: string, vanaf: number): string | undefined {
  const nieuw = readFileSync(logboek(map)).subarray(vanaf).toString('utf8')
  return (
    /(?:FATAL|PANIC|error while loading shared libraries): +(.*)/.exec(nieuw)?.[1] ?? nieuw.trim().split('\n').at(-1)
  )
}

function vrijePoort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const proef = createServer().on('error', reject)
  proef.listen(0, '127.0.0.1', () => {
    const adres = proef.address()
    proef.close(() => resolve(typeof adres === 'object' && adres ? adres.port : 0))
  })
  return promise
}

/** The server gets no variable of ours: PG* variables and passwords would reach it. */
const omgeving = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })

function startMislukt(map: string, reden: string): never {
  return weiger('DATABANK_START_MISLUKT', { map, reden: reden.replace(/\.$/, ''), logboek: logboek(map) })
}

/** The PostgreSQL of the bench: the program's own, forced to disk, with the memory the anchor had. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { bereikbareBinaries, vindBinaries } from '../../src/opslag/ingebed/binaries.ts'
import type { Gebruiker } from '../../src/opslag/ingebed/gebruiker.ts'
import { leesInstellingen, thuis } from '../../src/opslag/ingebed/plaats.ts'
import { stopServer, vindServer } from '../../src/opslag/ingebed/server.ts'
import { type Adressen, startLosse, stopLosse } from '../../src/opslag/ingebed/start-ingebed.ts'

export type Server = Adressen & { pid: number; versie: string; stop: () => Promise<void> }

/** Settings of the anchor (design figures of 22 November 2026): PostgreSQL's own durability, 1 GB of cache. */
const keuzes = (geheugen: string, cluster: string): Record<string, string> => ({
  listen_addresses: '',
  port: '5432',
  unix_socket_directories: cluster,
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: geheugen,
  max_wal_size: '4GB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  log_min_messages: 'warning',
  timezone: 'UTC',
})

/**
 * Makes (or opens) the cluster in `map` the way the program does, then runs it with `geheugen` of
 * shared buffers; `extra` adds settings for a closer look (auto_explain).
 */
export async function startBenchserver(
  map: string,
  geheugen: string,
  extra: Record<string, string> = {},
): Promise<Server> {
  const adressen = await startLosse({ map, log: () => undefined })
  await stopLosse(map)
  const cluster = resolve(map, leesInstellingen(map)!.cluster)
  const eigenaar = statSync(cluster)
  const gebruiker: Gebruiker | undefined =
    process.getuid?.() === eigenaar.uid ? undefined : { uid: eigenaar.uid, gid: eigenaar.gid }
  const bin = bereikbareBinaries(vindBinaries(), gebruiker, gebruiker ? thuis(gebruiker) : '', () => undefined)
  const logboek = join(map, 'proef.log')
  const log = openSync(logboek, 'a', 0o600)
  const opties = Object.entries({ ...keuzes(geheugen, cluster), ...extra }).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const kind = spawn(join(bin, 'postgres'), ['-D', cluster, ...opties], {
    ...gebruiker,
    cwd: cluster,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  while (!vindServer(cluster)?.klaar) {
    if (kind.exitCode !== null) throw new Error(`PostgreSQL stopped: ${readFileSync(logboek, 'utf8').slice(-2000)}`)
    await wacht(20)
  }
  const versie = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  return { ...adressen, pid: kind.pid!, versie, stop: () => stopServer(cluster) }
}

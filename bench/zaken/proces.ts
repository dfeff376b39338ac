/** The two servers as processes of their own, and what they use while they work. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { NODE_OPTIONS } from '../../bin/pinned-node.mjs'

const wortel = join(import.meta.dirname, '..', '..')

export type Proces = { naam: string; adres: string; pid: number; stop: () => Promise<void> }

/** Starts a Node program and waits for the line with its address. Its own messages go to stderr when it fails. */
async function start(naam: string, argumenten: string[], omgeving: Record<string, string>): Promise<Proces> {
  const kind = spawn(process.execPath, [...extraOpties(naam), ...argumenten], {
    cwd: wortel,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...omgeving },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const adres = await Promise.race([
    leesAdres(kind),
    once(kind, 'exit').then(([code]) => Promise.reject(new Error(`${naam} stopped with ${String(code)}`))),
  ])
  const stop = async (): Promise<void> => {
    const einde = once(kind, 'exit')
    kind.kill('SIGTERM')
    await einde
  }
  return { naam, adres, pid: kind.pid!, stop }
}

/** PROEF_NODE_product="--cpu-prof" and the like, for a closer look. */
const extraOpties = (naam: string): string[] => process.env[`PROEF_NODE_${naam}`]?.split(' ') ?? []

async function leesAdres(kind: ChildProcess): Promise<string> {
  for await (const regel of createInterface(kind.stdout!)) {
    const adres = /https?:\/\/\S+/.exec(regel)?.[0]
    if (adres) {
      kind.stdout!.resume()
      return adres
    }
  }
  throw new Error('no address was printed')
}

export const startKaal = (url: string, verbindingen: number): Promise<Proces> =>
  start('kaal', [join(import.meta.dirname, 'kaal.ts'), url, String(verbindingen)], {})

/** The whole program, started the way its users start it, on a database that is there already. */
export const startProduct = (v: { appUrl: string; eigenaarUrl: string; peildatum: string; verbindingen: number }) =>
  start('product', [...NODE_OPTIONS, join(wortel, 'src/cli/regiodak.ts'), 'start'], {
    DATABASE_URL: v.appUrl,
    REGIODAK_MIGRATIE_URL: v.eigenaarUrl,
    REGIODAK_DEMONSTRATIE: 'ja',
    REGIODAK_DEMONSTRATIE_AANTAL: '0',
    REGIODAK_PEILDATUM: v.peildatum,
    REGIODAK_VERBINDINGEN: String(v.verbindingen),
    REGIODAK_ADRES: '127.0.0.1',
    REGIODAK_POORT: '0',
  })

/** Memory of a process in MB (resident), 0 where the system does not tell. */
export function geheugen(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Processor time a process and its living children have used so far, in milliseconds (Linux; elsewhere 0). */
export function rekentijd(pid: number): number {
  try {
    const velden = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    const kinderen = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    const eigen = (Number(velden[11]) + Number(velden[12])) * 10
    return kinderen.reduce((som, kind) => som + rekentijd(Number(kind)), eigen)
  } catch {
    return 0
  }
}

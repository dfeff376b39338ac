import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const wortel = join(import.meta.dirname, '../..')
const START_MS = 60_000

/** "Today" of the walks: the Monday after the Friday on which the golden report came in. */
export const peildatum = '2026-02-23'

/**
 * Starts the program (which builds its screens) on an empty data directory and a free port, once for all
 * walks, and gives back how to stop it. The walks find the address in REGIODAK_BASIS; when that is set
 * already, they use the program that runs there.
 */
export default async function opstelling(): Promise<() => Promise<void>> {
  if (process.env['REGIODAK_BASIS']) return async () => {}
  const { basis, stop } = await startIn(wortel, '40')
  process.env['REGIODAK_BASIS'] = basis
  return stop
}

/** Starts the program of this folder with so many invented people; answers its address and how to stop it. */
export async function startIn(map: string, aantal: string): Promise<{ basis: string; stop: () => Promise<void> }> {
  const gegevens = mkdtempSync(join(tmpdir(), 'regiodak-browser-'))
  const poort = await vrijePoort()
  const basis = `http://localhost:${poort}`
  const uitvoer: string[] = []
  const kind = spawn(process.execPath, [join(map, 'bin/regiodak.mjs'), 'start'], {
    cwd: map,
    env: {
      ...process.env,
      REGIODAK_POORT: String(poort),
      REGIODAK_MAP: gegevens,
      REGIODAK_PEILDATUM: peildatum,
      REGIODAK_DEMONSTRATIE_AANTAL: aantal,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  kind.stdout.on('data', (stuk: Buffer) => uitvoer.push(stuk.toString()))
  kind.stderr.on('data', (stuk: Buffer) => uitvoer.push(stuk.toString()))
  const klaar = new Promise<void>((einde) => kind.once('exit', () => einde()))
  const stop = async (): Promise<void> => {
    kind.kill('SIGTERM')
    await klaar
    rmSync(gegevens, { recursive: true, force: true })
  }
  try {
    await Promise.race([
      wachtOpGereed(basis),
      klaar.then(() => Promise.reject(new Error(`Het programma stopte voordat het klaar was.\n${uitvoer.join('')}`))),
    ])
  } catch (fout) {
    await stop()
    throw new Error(`Het programma kwam niet op gang.\n${uitvoer.join('')}`, { cause: fout })
  }
  return { basis, stop }
}

/** Asks `/health/ready` until it says yes. */
async function wachtOpGereed(basis: string): Promise<void> {
  const einde = Date.now() + START_MS
  while (Date.now() < einde) {
    const antwoord = await fetch(`${basis}/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (antwoord?.ok) return
    await new Promise((verder) => setTimeout(verder, 100))
  }
  throw new Error(`Na ${START_MS / 1000} seconden was het programma niet klaar.`)
}

async function vrijePoort(): Promise<number> {
  const server = createServer()
  return new Promise((klaar) => {
    server.listen(0, 'localhost', () => {
      const adres = server.address()
      server.close(() => klaar(typeof adres === 'object' && adres ? adres.port : 0))
    })
  })
}

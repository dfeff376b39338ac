/**
 * Builds the screens when they are missing or their sources changed: one command is enough to start. Each build has a
 * folder of its own, so a program that runs keeps its own files when another start builds anew.
 */
import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const BRONNEN = ['src/web', 'src/kern', 'src/domein', 'vite.config.ts', 'package-lock.json']
const MAP = 'dist'
/** What `npm run build` makes, for a program without the sources of its screens. */
const KANT_EN_KLAAR = 'web'
const BOUWSEL = /^\.?web-/

/** A build that no program has said to use for so long is nobody's any more; a choice of the program. */
const ONGEBRUIKT_MS = 48 * 3_600_000

/** Changes with the contents of the sources, not with when they were written. */
function stempel(wortel: string): string {
  const hash = createHash('sha256')
  const tel = (pad: string): void => {
    const vol = join(wortel, pad)
    if (!existsSync(vol)) return
    if (statSync(vol).isDirectory()) {
      for (const naam of readdirSync(vol).toSorted()) tel(join(pad, naam))
      return
    }
    const inhoud = readFileSync(vol)
    hash.update(`${pad} ${inhoud.length}\n`).update(inhoud)
  }
  for (const bron of BRONNEN) tel(bron)
  return hash.digest('hex').slice(0, 16)
}

/** Says that a program uses this build now. Where it may not say so, it may not clear anything either. */
export function gebruikSchermen(map: string): void {
  const nu = new Date()
  try {
    utimesSync(map, nu, nu)
  } catch {
    // Another user's folder, or one that cannot be written to.
  }
}

/** Answers the folder of the built screens. Building needs Vite, which a production image has already run. */
export async function zorgVoorSchermen(wortel: string, log: (regel: string) => void): Promise<string> {
  if (!existsSync(join(wortel, 'src/web/index.html'))) return join(wortel, MAP, KANT_EN_KLAAR)
  const map = join(wortel, MAP, `web-${stempel(wortel)}`)
  if (!existsSync(map)) {
    log('De schermen worden gemaakt.')
    await bouw(wortel, map)
    ruimOp(join(wortel, MAP))
  }
  gebruikSchermen(map)
  return map
}

/** Beside it first: the folder is there when all of it is there. */
async function bouw(wortel: string, map: string): Promise<void> {
  const naast = join(dirname(map), `.web-${randomUUID()}`)
  // In a process of its own: what a build needs of memory is gone when the program runs.
  const vite = createRequire(join(wortel, 'package.json')).resolve('vite/package.json')
  const keuzes = ['build', join(wortel, 'src/web'), '--config', join(wortel, 'vite.config.ts'), '--logLevel', 'error']
  const programma = [join(dirname(vite), 'bin/vite.js'), ...keuzes, '--outDir', naast]
  try {
    await promisify(execFile)(process.execPath, programma, { cwd: wortel })
    renameSync(naast, map)
  } catch (fout) {
    rmSync(naast, { recursive: true, force: true })
    // Another start built the same at the same time and was first.
    if (!existsSync(map)) throw fout
  }
}

function ruimOp(map: string): void {
  const grens = Date.now() - ONGEBRUIKT_MS
  for (const naam of readdirSync(map).filter((n) => BOUWSEL.test(n)))
    try {
      if (statSync(join(map, naam)).mtimeMs < grens) rmSync(join(map, naam), { recursive: true })
    } catch {
      // Already gone, or another user's: it takes room and harms nobody.
    }
}

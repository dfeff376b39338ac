/** Builds the screens when they are missing or older than their sources: one command is enough to start. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const BRONNEN = ['src/web', 'src/kern', 'src/domein', 'vite.config.ts', 'package-lock.json']

function stempel(wortel: string): string {
  const hash = createHash('sha256')
  const tel = (pad: string): void => {
    const vol = join(wortel, pad)
    if (!existsSync(vol)) return
    const s = statSync(vol)
    if (s.isDirectory()) for (const naam of readdirSync(vol).toSorted()) tel(join(pad, naam))
    else hash.update(`${pad} ${s.size} ${Math.trunc(s.mtimeMs)}\n`)
  }
  for (const bron of BRONNEN) tel(bron)
  return hash.digest('hex')
}

/** Answers the folder of the built screens. Building needs Vite, which a production image has already run. */
export async function zorgVoorSchermen(wortel: string, log: (regel: string) => void): Promise<string> {
  const map = join(wortel, 'dist/web')
  const merkteken = join(map, '.stempel')
  if (!existsSync(join(wortel, 'src/web/index.html'))) return map
  const nu = stempel(wortel)
  if (existsSync(merkteken) && readFileSync(merkteken, 'utf8') === nu) return map
  log('De schermen worden gemaakt.')
  // In a process of its own: what a build needs of memory is gone when the program runs.
  const vite = createRequire(join(wortel, 'package.json')).resolve('vite/package.json')
  const keuzes = ['build', join(wortel, 'src/web'), '--config', join(wortel, 'vite.config.ts'), '--logLevel', 'error']
  await promisify(execFile)(process.execPath, [join(dirname(vite), 'bin/vite.js'), ...keuzes], { cwd: wortel })
  writeFileSync(merkteken, nu)
  return map
}

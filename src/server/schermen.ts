/** Builds the screens when they are missing or older than their sources: one command is enough to start. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
  const { build } = await import('vite')
  await build({ configFile: join(wortel, 'vite.config.ts'), root: join(wortel, 'src/web'), logLevel: 'error' })
  writeFileSync(merkteken, nu)
  return map
}

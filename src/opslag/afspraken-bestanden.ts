/** Loads agreement files from disk. The only place of this floor that reads files. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { AfspraakFout, type Afspraken, type Convenant, type Kader } from '../convenant/afspraak.ts'
import type { Besluit } from '../convenant/besluit.ts'
import { leesAfspraken } from '../convenant/lees-afspraken.ts'
import { leesBesluit } from '../convenant/lees-besluit.ts'
import { leesGemeenten } from '../convenant/lees-gemeenten.ts'
import { toetsBesluiten } from '../convenant/toets-besluiten.ts'

/** One file as read: path relative to the map, SHA-256 in hex of its bytes, and its text. */
export type Bestand = { readonly pad: string; readonly sha256: string; readonly tekst: string }
export type GeladenAfspraken = Afspraken & { readonly bestanden: readonly Bestand[] }

/** The checkout or package this program runs from. */
export const programmamap = resolve(import.meta.dirname, '../..')

export type Keuze = {
  /** Also load the invented decisions of the demonstration. */
  demonstratie?: boolean
  /** Further folders with recorded decisions. */
  besluiten?: readonly string[]
}

/**
 * Reads `convenanten/`, `kaders/` and the recorded decisions below `map`. Throws an `AfspraakFout` for
 * a file with an error, and the error of the file system for a folder of `besluiten` that is absent.
 */
export async function laadAfspraken(map: string = programmamap, keuze: Keuze = {}): Promise<GeladenAfspraken> {
  const bestanden: Bestand[] = []
  const lees = async (pad: string): Promise<Bestand> => {
    const bestand = await leesBestand(pad, map)
    bestanden.push(bestand)
    return bestand
  }
  const convenanten: Convenant[] = []
  const kaders: Kader[] = []
  const besluiten: Besluit[] = []
  let gemeenten: Afspraken['gemeenten'] = []
  for (const pad of await markdownIn(join(map, 'convenanten'))) {
    const { tekst, pad: naam } = await lees(pad)
    if (/[\\/]besluiten[\\/]/.test(pad)) besluiten.push(leesBesluit(tekst, naam))
    else {
      const document = leesAfspraken(tekst, naam)
      if (document.soort === 'convenant') convenanten.push(document)
    }
  }
  for (const pad of await markdownIn(join(map, 'kaders'))) {
    const { tekst, pad: naam } = await lees(pad)
    if (naam.endsWith('gemeenten.md')) {
      gemeenten = leesGemeenten(tekst, naam)
      continue
    }
    const document = leesAfspraken(tekst, naam)
    if (document.soort === 'kader') kaders.push(document)
  }
  const mappen = [...(keuze.demonstratie ? [join(map, 'voorbeelddata/besluiten')] : []), ...(keuze.besluiten ?? [])]
  for (const pad of (await Promise.all(mappen.map((m) => markdownIn(resolve(m))))).flat()) {
    const bestand = await leesBestand(pad, map)
    // The same decision reached by two routes is one decision: an extension must not count twice.
    if (bestanden.some((b) => b.sha256 === bestand.sha256)) continue
    bestanden.push(bestand)
    besluiten.push(leesBesluit(bestand.tekst, bestand.pad))
  }
  const dubbel = besluiten.find((b, i) => besluiten.findIndex((a) => a.id === b.id) !== i)
  if (dubbel)
    throw new AfspraakFout({ bestand: dubbel.bestand, regel: 2 }, `er is al een ander besluit met id ${dubbel.id}`)
  toetsBesluiten(besluiten, convenanten)
  return { convenanten, kaders, besluiten, gemeenten, bestanden }
}

/** Reads one file, for a command that names it. */
export async function leesBestand(pad: string, map: string = process.cwd()): Promise<Bestand> {
  const bytes = await readFile(pad)
  const naam = relative(map, resolve(pad)).replaceAll('\\', '/')
  return {
    pad: naam.startsWith('..') ? pad : naam,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    tekst: bytes.toString('utf8'),
  }
}

async function markdownIn(map: string): Promise<string[]> {
  const alles = await readdir(map, { recursive: true, withFileTypes: true })
  return alles
    .filter((d) => d.isFile() && d.name.endsWith('.md') && d.name !== 'README.md')
    .map((d) => join(d.parentPath, d.name))
    .sort()
}

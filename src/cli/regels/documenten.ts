/** The agreement files a command is about: all, those of a region or statute, or a file by its path. */
import { existsSync, statSync } from 'node:fs'
import { type Convenant, type Kader, leesAfspraken } from '../../convenant/index.ts'
import { type GeladenAfspraken, leesBestand } from '../../opslag/afspraken-bestanden.ts'
import { Invoerfout } from '../opdracht.ts'

/** Without names: every file. Throws an `Invoerfout` for a name that is nothing, an `AfspraakFout` for a bad file. */
export async function kiesDocumenten(
  namen: readonly string[],
  afspraken: GeladenAfspraken,
): Promise<(Convenant | Kader)[]> {
  const alles = [...afspraken.convenanten, ...afspraken.kaders]
  if (!namen.length) return alles
  const gekozen = await Promise.all(
    namen.map(async (naam) => {
      const bekend = alles.filter((d) => d.id === naam)
      if (bekend.length) return bekend
      if (!existsSync(naam) || !statSync(naam).isFile())
        throw new Invoerfout(`${naam} is geen regio, geen wet en geen bestand.`)
      const { tekst } = await leesBestand(naam).catch((fout: unknown) => {
        throw new Invoerfout(`${naam} is niet te lezen: ${fout instanceof Error ? fout.message : String(fout)}`)
      })
      // A file of the program itself is the one that was loaded: it has its region's other versions beside it.
      const geladen = afspraken.bestanden.find((b) => b.tekst === tekst && naam.endsWith(b.pad))
      return geladen ? alles.filter((d) => d.bestand === geladen.pad) : [leesAfspraken(tekst, naam)]
    }),
  )
  return [...new Set(gekozen.flat())]
}

import { existsSync } from 'node:fs'
import type { Convenant, Kader } from '../../convenant/index.ts'
import { draaiVoorbeelden, type Gedraaid, leesAfspraken } from '../../convenant/index.ts'
import { type GeladenAfspraken, laadAfspraken, leesBestand } from '../../opslag/afspraken-bestanden.ts'
import { Invoerfout, maakOpdracht } from '../opdracht.ts'

export const voorbeelden = maakOpdracht({
  naam: 'voorbeelden',
  gebruik: 'voorbeelden [regio of bestand …] [--json]',
  hulp: 'Rekent de voorbeelden in de convenanten en wetten na. Zonder naam: allemaal.',
  opties: {},
  los: Number.MAX_SAFE_INTEGER,
  async doe({ opties, los }, uit) {
    const afspraken = await laadAfspraken()
    const alles = [...afspraken.convenanten, ...afspraken.kaders]
    const documenten = los.length ? (await Promise.all(los.map((naam) => kies(naam, afspraken)))).flat() : alles
    const uitslag: Gedraaid = { gedraaid: 0, mislukt: [] }
    for (const document of documenten) {
      const { gedraaid, mislukt } = draaiVoorbeelden(document, afspraken)
      uitslag.gedraaid += gedraaid
      uitslag.mislukt.push(...mislukt)
    }
    if (opties.json) uit.schrijf(JSON.stringify(uitslag))
    else {
      for (const m of uitslag.mislukt)
        uit.schrijf(`${m.plaats}: verwacht ${JSON.stringify(m.verwacht)}, kreeg ${JSON.stringify(m.kreeg)}`)
      uit.schrijf(`${uitslag.gedraaid} voorbeelden nagerekend, ${uitslag.mislukt.length} mislukt.`)
    }
    return uitslag.mislukt.length ? 1 : 0
  },
})

async function kies(naam: string, afspraken: GeladenAfspraken): Promise<(Convenant | Kader)[]> {
  const bekend = [...afspraken.convenanten, ...afspraken.kaders].filter((d) => d.id === naam)
  if (bekend.length) return bekend
  if (!existsSync(naam)) throw new Invoerfout(`${naam} is geen regio, geen wet en geen bestand.`)
  const { tekst } = await leesBestand(naam)
  return [leesAfspraken(tekst, naam)]
}

import { draaiVoorbeelden, type Gedraaid } from '../../convenant/index.ts'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { maakOpdracht } from '../opdracht.ts'
import { kiesDocumenten } from './documenten.ts'

export const voorbeelden = maakOpdracht({
  naam: 'voorbeelden',
  gebruik: 'voorbeelden [regio of bestand …] [--json]',
  hulp: 'Rekent de voorbeelden in de convenanten en wetten na. Zonder naam: allemaal.',
  opties: {},
  los: Number.MAX_SAFE_INTEGER,
  async doe({ opties, los }, uit) {
    const afspraken = await laadAfspraken()
    const documenten = await kiesDocumenten(los, afspraken)
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

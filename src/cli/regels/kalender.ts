import { kalender as kalenderVan } from '../../convenant/index.ts'
import { naarJson } from '../../kern/schrijf-uit.ts'
import { leesJaar, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { boekopties, leesBoek } from './boek.ts'

export const kalender = maakOpdracht({
  naam: 'kalender',
  gebruik: 'kalender --regio R --jaar J [--op D] [--besluiten DIR] [--json]',
  hulp: `Zegt wat er volgens het convenant over een jaar wanneer af moet zijn, en door wie.

  --jaar       het jaar J waar de afspraak over gaat; een dag in het jaar ervoor of erna hoort er ook bij
  --op         de dag waarop het convenant moet gelden; weggelaten: 31 december van dat jaar
  --besluiten  map met besluiten, zoals een verlenging

Met --json een lijst op datum (de laatste dag); null wacht op een gebeurtenis. De status is gepland, wacht,
uitleg (de regio stelde de lezing nog niet vast), voor-begin of na-einde van het convenant.`,
  opties: { ...boekopties, jaar: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const jaar = leesJaar(verplicht(opties.jaar, 'jaar'))
    const boek = await leesBoek({ ...opties, op: opties.op ?? `${jaar}-12-31` })
    const uitkomst = kalenderVan(boek, jaar)
    if (!opties.json || uitkomst.soort !== 'bepaald') return schrijfUitkomst(uitkomst, opties.json, uit)
    uit.schrijf(JSON.stringify(naarJson(uitkomst.waarde)))
    return 0
  },
})

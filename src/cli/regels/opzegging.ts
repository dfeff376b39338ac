import { opzegging as zegOp, vindGemeente } from '../../convenant/index.ts'
import { weiger } from '../../kern/weigering.ts'
import { leesDag, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { boekopties, leesBoek } from './boek.ts'

export const opzegging = maakOpdracht({
  naam: 'opzegging',
  gebruik: 'opzegging --regio R --mededeling D --door G [--op D] [--besluiten DIR] [--json]',
  hulp: `Zegt wanneer een opzegging van het convenant ingaat.

  --mededeling  de dag van de opzegging
  --door        de gemeente die opzegt
  --op          de dag waarop het convenant moet gelden; weggelaten: de dag van de mededeling
  --besluiten   map met besluiten, zoals een verlenging`,
  opties: { ...boekopties, mededeling: 'tekst', door: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const dag = verplicht(opties.mededeling, 'mededeling')
    const mededeling = leesDag(dag, 'mededeling')
    const gemeente = verplicht(opties.door, 'door')
    // A letter is about the covenant it ends: the version of that day, not of today.
    const boek = await leesBoek({ ...opties, op: opties.op ?? dag })
    const door = vindGemeente(gemeente, boek.gemeenten) ?? weiger('GEMEENTE_ONBEKEND', { gemeente })
    return schrijfUitkomst(zegOp(boek, { mededeling, door }), opties.json, uit)
  },
})

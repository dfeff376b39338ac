import { BUITEN_REGIO, GEEN, taken, vindGemeente, wie as wieDoet } from '../../convenant/index.ts'
import { weiger } from '../../kern/weigering.ts'
import { kiesUit, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { boekopties, leesBoek } from './boek.ts'

export const wie = maakOpdracht({
  naam: 'wie',
  gebruik:
    'wie --regio R [--op D] --taak T --voorziening bw|mo --woongemeente G|buiten-regio|geen [--gemeld-bij G] [--herhaald] [--spoed] [--besluiten DIR] [--json]',
  hulp: `Zegt welke gemeente een taak doet en waarom.

  --taak          ${taken.join(', ')}
  --woongemeente  de gemeente waar iemand woont, buiten-regio of geen
  --gemeld-bij    waar iemand zich meldde; weggelaten: de woongemeente
  --herhaald      het is niet de eerste melding
  --op            de dag waarop het convenant moet gelden; weggelaten: vandaag
  --besluiten     map met besluiten, zoals een verlenging`,
  opties: {
    ...boekopties,
    taak: 'tekst',
    voorziening: 'tekst',
    woongemeente: 'tekst',
    'gemeld-bij': 'tekst',
    herhaald: 'vlag',
    spoed: 'vlag',
  },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    const taak = kiesUit(verplicht(opties.taak, 'taak'), taken, 'taak')
    const voorziening = kiesUit(verplicht(opties.voorziening, 'voorziening'), ['bw', 'mo'], 'voorziening')
    const woont = verplicht(opties.woongemeente, 'woongemeente')
    const boek = await leesBoek(opties)
    const gemeente = (slug: string): string =>
      vindGemeente(slug, boek.gemeenten) ?? weiger('GEMEENTE_ONBEKEND', { gemeente: slug })
    const plaats = (slug: string): string => (slug === BUITEN_REGIO || slug === GEEN ? slug : gemeente(slug))
    const woongemeente = plaats(woont)
    const gemeldBij = opties['gemeld-bij'] === undefined ? woongemeente : gemeente(opties['gemeld-bij'])
    return schrijfUitkomst(
      wieDoet(boek, { taak, voorziening, woongemeente, gemeldBij, herhaald: opties.herhaald, spoed: opties.spoed }),
      opties.json,
      uit,
    )
  },
})

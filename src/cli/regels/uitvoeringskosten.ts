import { uitvoeringskosten as kostenVan } from '../../convenant/index.ts'
import { kiesUit, maakOpdracht, schrijfUitkomst, verplicht } from '../opdracht.ts'
import { definitiefhulp, definitiefoptie } from './boek.ts'
import { jaaropties, leesGeheel, leesJaarboek } from './jaarboek.ts'

export const uitvoeringskosten = maakOpdracht({
  naam: 'uitvoeringskosten',
  gebruik:
    'uitvoeringskosten --regio R --jaar J --rijksbudget N [--domein bw|mo] [--gevraagd N] [--op D] [--besluiten DIR] [--definitief] [--json]',
  hulp: `Zegt hoeveel geld er is voor de uitvoering door de centrumgemeente.

  --rijksbudget  wat het Rijk voor dit doel geeft, in hele centen
  --domein       bw (Beschermd Wonen) of mo (Maatschappelijke Opvang)
  --gevraagd     een bedrag in hele centen; het antwoord zegt of dat mag${definitiefhulp}`,
  opties: { ...jaaropties, ...definitiefoptie, rijksbudget: 'tekst', domein: 'tekst', gevraagd: 'tekst' },
  los: 0,
  async doe({ opties }, uit) {
    verplicht(opties.regio, 'regio')
    verplicht(opties.jaar, 'jaar')
    const grondslag = leesGeheel(verplicht(opties.rijksbudget, 'rijksbudget'), 'rijksbudget', 0n)
    const domein = opties.domein === undefined ? undefined : kiesUit(opties.domein, ['bw', 'mo'], 'domein')
    const gevraagd = opties.gevraagd === undefined ? undefined : leesGeheel(opties.gevraagd, 'gevraagd', 0n)
    const { boek, jaar } = await leesJaarboek(opties)
    return schrijfUitkomst(
      kostenVan(boek, { jaar: jaar!, grondslag, domein, gevraagd }),
      opties.json,
      uit,
      opties.definitief,
    )
  },
})

/** Who the invented people are as a group: where they live, what they ask and how far their case is. Pure. */
import spreiding from '../../../voorbeelddata/spreiding.json' with { type: 'json' }
import { Toeval, uitgeschreven, verdeel } from './toeval.ts'

/** How far a case gets, with the step its row on the work list then shows, and that of the waiting list. */
export const bestemmingen = {
  registratie: ['registratie'],
  screening: ['screening'],
  'onderzoek-begint': ['onderzoek'],
  'onderzoek-loopt': ['onderzoek'],
  'onderzoek-bijna': ['onderzoek'],
  'onderzoek-te-laat': ['onderzoek'],
  advies: ['advies'],
  beoordeling: ['beoordeling'],
  'verschil-open': ['verschil'],
  'verschil-beantwoord': ['verschil'],
  aanvraag: ['aanvraag'],
  besluit: ['besluit'],
  'besluit-te-laat': ['besluit'],
  'besluit-stil': ['besluit'],
  bekendmaking: ['bekendmaking'],
  afgewezen: ['afgewezen'],
  voorliggend: ['gesloten'],
  ingetrokken: ['gesloten'],
  wachtend: ['toegekend', 'wachtend'],
  pauze: ['toegekend', 'pauze'],
  geplaatst: ['toegekend', 'geplaatst'],
  'van-lijst': ['toegekend', 'vanLijst'],
} as const satisfies Record<string, readonly [melding: string, plaatsing?: string]>
export type Bestemming = keyof typeof bestemmingen

export type Herkomst = keyof typeof spreiding.woonplaats
export type Voorziening = 'bw' | 'mo'
/** An earlier report of the same person: within or beyond 365 days, or a place they want to leave. */
export type Eerder = 'binnen-jaar' | 'langer-geleden' | 'verhuiswens'

export type Lot = {
  bestemming: Bestemming
  woonplaats: Herkomst
  voorziening: Voorziening
  doelgroep: string
  eerder: Eerder | null
}
type Deel = Omit<Lot, 'doelgroep'>

/** Of 300 people: 100 on the waiting list for BW, so that its spread reads as the percentages of T11. */
const groepen = {
  wachtlijst: 100,
  wachtlijstOpvang: 10,
  geplaatst: 48,
  geplaatstOpvang: 12,
  vanLijst: 6,
  afgewezen: 14,
  voorliggend: 7,
  ingetrokken: 7,
  toegang: 78,
  toegangOpvang: 18,
}
/**
 * Open BW cases differ from T11 on purpose: by its shares Rijswijk and Wassenaar would have one open case
 * each, and whoever signs in there would see an empty list.
 */
const toegangWoonplaats = {
  'den-haag': 22,
  'leidschendam-voorburg': 14,
  rijswijk: 12,
  wassenaar: 8,
  zoetermeer: 17,
  'buiten-regio': 4,
  geen: 1,
} as const satisfies Record<Herkomst, number>
/** The three municipalities that handle first reports themselves: most cases wait for them. */
const bijRegiogemeente: Partial<Record<Bestemming, number>> = {
  registratie: 4,
  screening: 4,
  'onderzoek-begint': 5,
  'onderzoek-loopt': 5,
  'onderzoek-bijna': 4,
  'onderzoek-te-laat': 3,
  advies: 4,
  beoordeling: 5,
  'verschil-open': 3,
  'verschil-beantwoord': 2,
  aanvraag: 1,
  besluit: 2,
  bekendmaking: 1,
}
/** Wassenaar reads a case only until Den Haag has registered it. */
const bijWassenaar: Partial<Record<Bestemming, number>> = {
  registratie: 4,
  screening: 1,
  'onderzoek-begint': 1,
  'onderzoek-loopt': 1,
  besluit: 1,
}
const bijCentrum: Partial<Record<Bestemming, number>> = {
  registratie: 5,
  screening: 5,
  'onderzoek-begint': 6,
  'onderzoek-loopt': 6,
  'onderzoek-bijna': 4,
  'onderzoek-te-laat': 3,
  advies: 3,
  aanvraag: 6,
  besluit: 5,
  'besluit-te-laat': 2,
  'besluit-stil': 4,
  bekendmaking: 3,
}
/** Of 300 people, how many reported before: by residence, within and beyond 365 days. */
const eerderGemeld: readonly [Herkomst, Eerder, number][] = [
  ['den-haag', 'binnen-jaar', 6],
  ['den-haag', 'langer-geleden', 2],
  ['zoetermeer', 'binnen-jaar', 2],
  ['zoetermeer', 'langer-geleden', 2],
  ['leidschendam-voorburg', 'binnen-jaar', 1],
]

const tel = <K extends string>(aantal: number, gewichten: Partial<Record<K, number>>): K[] =>
  uitgeschreven(verdeel(aantal, gewichten as Record<K, number>))

/** The lots of `aantal` people, in an order that no longer shows the groups. */
export function verdeelLoten(aantal: number, zaad: string): Lot[] {
  const toeval = new Toeval(`${zaad}/verdeling`)
  const n = verdeel(aantal, groepen)
  const maak = (woonplaatsen: Herkomst[], lijst: Bestemming[], voorziening: Voorziening): Deel[] => {
    const geschud = toeval.schud(lijst)
    return woonplaatsen.map((woonplaats, i) => ({ woonplaats, bestemming: geschud[i]!, voorziening, eerder: null }))
  }
  const alle = (k: number, b: Bestemming): Bestemming[] => Array.from({ length: k }, () => b)
  const wonen = (k: number): Herkomst[] => tel<Herkomst>(k, spreiding.woonplaats)
  const opvang = (k: number): Herkomst[] => tel<Herkomst>(k, spreiding.maatschappelijkeOpvang)

  const toegang = verdeel(n.toegang, toegangWoonplaats)
  const perGemeente = (Object.entries(toegang) as [Herkomst, number][]).flatMap(([w, k]) => {
    const gewicht =
      w === 'wassenaar'
        ? bijWassenaar
        : w === 'zoetermeer' || w === 'rijswijk' || w === 'leidschendam-voorburg'
          ? bijRegiogemeente
          : bijCentrum
    return maak(alleIn(w, k), tel(k, gewicht), 'bw')
  })
  const delen: Deel[] = [
    ...metVerhuiswens(maak(wonen(n.wachtlijst), tel<Bestemming>(n.wachtlijst, { wachtend: 86, pauze: 14 }), 'bw')),
    ...maak(opvang(n.wachtlijstOpvang), alle(n.wachtlijstOpvang, 'wachtend'), 'mo'),
    ...maak(wonen(n.geplaatst), alle(n.geplaatst, 'geplaatst'), 'bw'),
    ...maak(opvang(n.geplaatstOpvang), alle(n.geplaatstOpvang, 'geplaatst'), 'mo'),
    ...maak(wonen(n.vanLijst), alle(n.vanLijst, 'van-lijst'), 'bw'),
    ...maak(wonen(n.afgewezen), alle(n.afgewezen, 'afgewezen'), 'bw'),
    ...maak(wonen(n.voorliggend), alle(n.voorliggend, 'voorliggend'), 'bw'),
    ...maak(wonen(n.ingetrokken), alle(n.ingetrokken, 'ingetrokken'), 'bw'),
    ...metEerdere(perGemeente, aantal),
    ...maak(opvang(n.toegangOpvang), tel(n.toegangOpvang, bijCentrum), 'mo'),
  ]
  return toeval.schud(metDoelgroep(delen))
}

const alleIn = (woonplaats: Herkomst, k: number): Herkomst[] => Array.from({ length: k }, () => woonplaats)

/** People on the list who already live in an institution and want to move (T11, its note): 23 of 263. */
function metVerhuiswens(delen: Deel[]): Deel[] {
  let over = verdeel(delen.length, spreiding.verhuiswens).ja
  return delen.map((d, i) => {
    if (over === 0 || d.bestemming !== 'wachtend' || d.woonplaats === 'geen' || i % 7 !== 3) return d
    over -= 1
    return { ...d, eerder: 'verhuiswens' }
  })
}

/** Repeated reports of regional residents go to Den Haag, so only cases that can end up there get one. */
function metEerdere(delen: Deel[], aantal: number): Deel[] {
  const kan = new Set<Bestemming>([
    'registratie',
    'screening',
    'onderzoek-begint',
    'onderzoek-loopt',
    'onderzoek-bijna',
    'besluit',
  ])
  const uit = [...delen]
  for (const [woonplaats, eerder, per300] of eerderGemeld) {
    let over = Math.round((aantal * per300) / 300)
    for (const [i, d] of uit.entries()) {
      if (over === 0) break
      if (d.eerder || d.woonplaats !== woonplaats || !kan.has(d.bestemming)) continue
      uit[i] = { ...d, eerder }
      over -= 1
    }
  }
  return uit
}

/** T12 gives the spread per residence; people without a group there get the groups T12 has no column for. */
function metDoelgroep(delen: readonly Deel[]): Lot[] {
  const voorraad = new Map<string, string[]>()
  const sleutelVan = (d: Deel): string => (d.voorziening === 'mo' ? 'mo' : d.woonplaats)
  let zonder = 0
  for (const sleutel of new Set(delen.map(sleutelVan))) {
    const aantal = delen.filter((d) => sleutelVan(d) === sleutel).length
    const gewichten: Record<string, number> =
      sleutel === 'mo' ? spreiding.doelgroepOpvang : spreiding.doelgroep[sleutel as Herkomst]
    voorraad.set(sleutel, new Toeval(`doelgroep ${sleutel} ${aantal}`).schud(tel(aantal, gewichten)))
  }
  return delen.map((d) => {
    const doelgroep = voorraad.get(sleutelVan(d))!.pop()!
    if (doelgroep !== 'zonder') return { ...d, doelgroep }
    zonder += 1
    return { ...d, doelgroep: spreiding.zonderDoelgroep[zonder % spreiding.zonderDoelgroep.length]! }
  })
}

/** One invented person: name, age, number, languages and who stands beside them. Pure. */
import gegevens from '../../../voorbeelddata/personen.json' with { type: 'json' }
import teksten from '../../../voorbeelddata/teksten.json' with { type: 'json' }
import type { Datum } from '../../kern/datum.ts'
import { Toeval } from './toeval.ts'
import type { Herkomst, Lot } from './verdeling.ts'

export type Mens = Lot & {
  nummer: number
  persoon: Record<string, unknown>
  verblijf: string
  bereikbaar: string
  tolk: boolean
  taal: string | undefined
  betrekkingen: { soort: string; naam: string; bereikbaar: string }[]
  spoed: boolean
  /** Slug of the residence: outside the region a real municipality, or one of the answers that are none. */
  woongemeente: string
  herkomstgemeente: string
  gemeldBij: string
}

/** All service numbers of the test range 9999 that pass the elfproef, in an order of their own. */
export function testnummers(zaad: string): string[] {
  const reeks: string[] = []
  for (let i = 0; i < 10_000; i += 1) {
    const vier = String(i).padStart(4, '0')
    // The four nines weigh 9 + 8 + 7 + 6; the last digit is taken off and must leave a multiple of eleven.
    const som = Array.from(vier, Number).reduce((s, cijfer, plek) => s + cijfer * (5 - plek), 9 * 30)
    if (som % 11 < 10) reeks.push(`9999${vier}${som % 11}`)
  }
  return new Toeval(`${zaad}/bsn`).schud(reeks)
}

/** First name and surname, each pair once: the surname goes round faster than the first name repeats. */
export function namen(
  aantal: number,
  zaad: string,
): { voornamen: string; tussenvoegsel: string; achternaam: string }[] {
  const toeval = new Toeval(`${zaad}/namen`)
  const voor = toeval.schud(gegevens.voornamen)
  const achter = toeval.schud(gegevens.achternamen)
  return Array.from({ length: aantal }, (_, i) => {
    const ronde = Math.floor(i / voor.length)
    const [tussenvoegsel, achternaam] = achter[(i + ronde) % achter.length]! as [string, string]
    return { voornamen: voor[i % voor.length]!, tussenvoegsel, achternaam }
  })
}

function geboortedatum(toeval: Toeval, doelgroep: string, vandaag: Datum): string {
  const [van, tot] =
    doelgroep === 'jongeOuders' ? [19, 31] : doelgroep === 'somatiek' || doelgroep === 'korsakov' ? [55, 78] : [18, 66]
  return vandaag.subtract({ years: toeval.tussen(van, tot), days: toeval.tussen(1, 364) }).toString()
}

const verblijfVan = (toeval: Toeval, lot: Lot): string => {
  if (lot.eerder === 'verhuiswens') return 'instelling'
  if (lot.voorziening === 'mo') return toeval.kiesNaar({ straat: 40, opvang: 30, inwonend: 25, anders: 5 })
  if (lot.woonplaats === 'geen') return 'straat'
  return toeval.kiesNaar({ eigen: 35, inwonend: 30, instelling: 22, opvang: 8, anders: 5 })
}

function gemeentevan(toeval: Toeval, woonplaats: Herkomst): string {
  return woonplaats === 'buiten-regio' ? toeval.kies(gegevens.buitenRegio) : woonplaats
}

function gemeldBij(toeval: Toeval, lot: Lot): string {
  if (lot.woonplaats === 'buiten-regio' || lot.woonplaats === 'geen')
    return toeval.kiesNaar({ 'den-haag': 75, zoetermeer: 15, 'leidschendam-voorburg': 10 })
  // A few people turn to another municipality than their own; it passes the report on.
  return lot.woonplaats !== 'wassenaar' && toeval.kans(6) ? 'den-haag' : lot.woonplaats
}

export function maakMens(
  nummer: number,
  lot: Lot,
  bij: { naam: ReturnType<typeof namen>[number]; bsn: string; vandaag: Datum; zaad: string },
): Mens {
  const toeval = new Toeval(`${bij.zaad}/mens ${nummer}`)
  const woongemeente = gemeentevan(toeval, lot.woonplaats)
  const verblijf = verblijfVan(toeval, lot)
  // Who reported before is recognised by the number; others may have none or not know it.
  const zonderBsn = !lot.eerder && toeval.kans(lot.woonplaats === 'geen' ? 60 : lot.voorziening === 'mo' ? 15 : 4)
  const adres = verblijf === 'eigen' || verblijf === 'inwonend'
  const { tussenvoegsel, ...naam } = bij.naam
  const tolk = toeval.kans(10)
  return {
    ...lot,
    nummer,
    persoon: {
      ...(zonderBsn ? { geenBsn: true } : { bsn: bij.bsn }),
      ...naam,
      ...(tussenvoegsel && { tussenvoegsel }),
      geboortedatum: geboortedatum(toeval, lot.doelgroep, bij.vandaag),
      ...(adres && { adres: `${toeval.kies(gegevens.straten)} ${toeval.tussen(1, 180)}` }),
    },
    verblijf,
    bereikbaar: toeval.kies(teksten.bereikbaar),
    tolk,
    taal: tolk ? toeval.kies(gegevens.talen) : undefined,
    betrekkingen: betrekkingenVan(toeval),
    spoed: toeval.kans(lot.voorziening === 'mo' ? 14 : 5),
    woongemeente,
    herkomstgemeente: lot.woonplaats === 'geen' ? toeval.kies(['den-haag', 'zoetermeer', 'onbekend']) : woongemeente,
    gemeldBij: gemeldBij(toeval, lot),
  }
}

function betrekkingenVan(toeval: Toeval): Mens['betrekkingen'] {
  const soorten = [
    ...(toeval.kans(9) ? ['bewindvoerder'] : []),
    ...(toeval.kans(8) ? ['mentor'] : []),
    ...(toeval.kans(3) ? ['vertegenwoordiger'] : []),
    ...(toeval.kans(14) ? ['mantelzorger'] : []),
  ]
  return soorten.map((soort) => {
    const [tussen, achternaam] = toeval.kies(gegevens.achternamen) as [string, string]
    const naam = [toeval.kies(gegevens.voornamen), tussen, achternaam].filter(Boolean).join(' ')
    return { soort, naam, bereikbaar: toeval.kies(teksten.betrekking) }
  })
}

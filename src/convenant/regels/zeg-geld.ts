/** Rules about money and dividing, as sentences for who reads the covenant. */
import { schrijfDatum } from '../../kern/datum.ts'
import type { Convenant, Kader } from '../afspraak.ts'
import type { Gemeente } from '../gemeenten.ts'
import type { BedragRegel } from './bedrag-reken.ts'
import { kringVan, noemBetrokken } from './betrokken.ts'
import type {
  DoorbelastingRegel,
  DoorbelastingscorrectieRegel,
  DoorbelastingsfactuurRegel,
  DoorbelastingspostRegel,
} from './doorbelasting-schema.ts'
import type { DragerRegel } from './drager.ts'
import type { VerdeelsleutelRegel } from './verdeelsleutel-schema.ts'
import { zegJaardag } from './wanneer.ts'
import { hoofdletter, zegPeil, zonderPunt } from './zinnen.ts'

type Document = Convenant | Kader

export function zegVerdeelsleutel(
  regel: VerdeelsleutelRegel,
  document: Document,
  gemeenten: readonly Gemeente[],
): string[] {
  const wie = typeof regel.over === 'string' ? [regel.over] : regel.over
  const rest = {
    'grootste-rest': `Wat na afronden overblijft, gaat per hele ${regel.eenheid} naar wie de grootste rest heeft.`,
    onverdeeld: 'Wat na afronden overblijft, wordt niet verdeeld.',
  } as const
  return [
    `${hoofdletter(regel.verdeelt)} wordt verdeeld over ${noemBetrokken(wie, kringVan(document, gemeenten), gemeenten)}.`,
    ...regel.maatstaven.map(
      (m) =>
        `Voor ${m.gewicht === '1' ? 'het geheel' : `${m.gewicht} deel`} telt: ${m.naam} (peil: ${zegPeil(m.peil)}).`,
    ),
    rest[regel.rest],
  ]
}

const DOMEIN = { bw: 'Beschermd Wonen', mo: 'Maatschappelijke Opvang' } as const

export function zegBedrag(regel: BedragRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const voor = `Voor ${regel.post}${regel.domein ? ` van ${DOMEIN[regel.domein]}` : ''}`
  if (regel.vorm === 'vast')
    return [
      `${voor} geldt het bedrag uit ${regel.volgens}. Dat stuk is van ${noemBetrokken([regel.door], kringVan(document, gemeenten), gemeenten)}.`,
    ]
  if (regel.vorm === 'deel') return [`${voor} is er ${regel.deel} van ${regel.van}.`]
  return [
    `${voor} is er hoogstens ${regel.deel} van ${regel.van}.`,
    ...(regel.tenzij ? [`Tenzij: ${zonderPunt(regel.tenzij)}.`] : []),
  ]
}

export function zegDoorbelasting(
  { van, aan }: DoorbelastingRegel,
  document: Document,
  gemeenten: readonly Gemeente[],
): string[] {
  const kring = kringVan(document, gemeenten)
  return [
    `De kosten van dit werk brengt ${noemBetrokken([van], kring, gemeenten)} in rekening bij ${noemBetrokken([aan], kring, gemeenten)}.`,
  ]
}

export function zegPost(regel: DoorbelastingspostRegel): string[] {
  const hoe = regel.per === 'eenheid' ? 'het aantal maal een tarief' : 'het bedrag zoals het is'
  const over = [
    regel.van && `vanaf ${schrijfDatum(regel.van)}`,
    regel.totEnMet && `tot en met ${schrijfDatum(regel.totEnMet)}`,
  ].filter(Boolean)
  return [`${hoofdletter(regel.naam)}: ${hoe}${over.length ? `, alleen over de tijd ${over.join(' ')}` : ''}.`]
}

export function zegFactuur(regel: DoorbelastingsfactuurRegel): string[] {
  const { gemeten, doorgerekendTot, jaar } = regel
  return [
    `Geteld wordt van ${zegJaardag(gemeten.van)} tot en met ${zegJaardag(gemeten.totEnMet)}. Die aantallen worden doorgerekend tot en met ${zegJaardag(doorgerekendTot)}.`,
    ...(jaar === undefined ? [] : [`De tekst noemt alleen ${jaar}.`]),
  ]
}

export function zegCorrectie(
  { van, aan }: DoorbelastingscorrectieRegel,
  document: Document,
  gemeenten: readonly Gemeente[],
): string[] {
  const kring = kringVan(document, gemeenten)
  return [
    'Later wordt de factuur rechtgezet met de werkelijke aantallen.',
    ...(van !== undefined && aan !== undefined
      ? [
          `De tekst noemt één kant: ${noemBetrokken([van], kring, gemeenten)} stuurt die factuur aan ${noemBetrokken([aan], kring, gemeenten)}.`,
        ]
      : []),
  ]
}

export function zegDrager(regel: DragerRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  if (regel.reserve) return [`${hoofdletter(regel.van)}: ${regel.reserve}.`]
  const wie =
    regel.drager === 'wie-te-laat-was'
      ? 'wie te laat was'
      : noemBetrokken([regel.drager], kringVan(document, gemeenten), gemeenten)
  return [`${hoofdletter(regel.van)}: die draagt ${wie}.`]
}

/** Rules about time, ending and consequences, as sentences for who reads the covenant. */
import { datum, schrijfDatum } from '../../kern/datum.ts'
import type { Convenant, Kader } from '../afspraak.ts'
import type { Gemeente } from '../gemeenten.ts'
import { kringVan, noemBetrokken } from './betrokken.ts'
import type { GevolgRegel } from './gevolg.ts'
import type { LooptijdRegel } from './looptijd.ts'
import type { OpzeggingRegel } from './opzegging.ts'
import type { TermijnRegel } from './termijn.ts'
import { schrijfDuur } from './termijnenwet.ts'
import type { TerugblikRegel } from './terugblik.ts'
import { en, keer, of } from './zinnen.ts'

type Document = Convenant | Kader

export function zegLooptijd(regel: LooptijdRegel): string[] {
  const { ingang, tot, totEnMet, verlenging: v } = regel
  return [
    ingang ? `Het convenant geldt vanaf ${schrijfDatum(ingang)}.` : 'De tekst noemt geen dag waarop het ingaat.',
    tot
      ? `Het eindigt op ${schrijfDatum(tot)}.`
      : totEnMet
        ? `De laatste dag is ${schrijfDatum(totEnMet)}.`
        : 'De tekst noemt geen einde.',
    ...(v
      ? [
          `Het kan ${keer(v.aantal)} worden verlengd, elke keer met ${v.jaren} jaar${v.uiterlijk ? `, tot uiterlijk ${schrijfDatum(v.uiterlijk)}` : ''}.`,
        ]
      : []),
    ...(regel.verlengbaar ? ['Het kan worden verlengd. Hoe vaak en hoe lang staat er niet.'] : []),
    ...(regel.gekoppeldAan ? [`Het einde hangt ook af van iets anders: ${regel.gekoppeldAan}.`] : []),
  ]
}

/** Any year does: only day and month are named. */
const EEN_JAAR = '2001'
const VORM = { schriftelijk: 'schriftelijk', 'met-redenen': 'met de redenen erbij' } as const

export function zegOpzegging(regel: OpzeggingRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const kring = kringVan(document, gemeenten)
  const noem = (wie: readonly string[]): string => noemBetrokken(wie, kring, gemeenten)
  const dagVanHetJaar = regel.per && schrijfDatum(datum(`${EEN_JAAR}-${regel.per}`)).replace(/ \d+$/, '')
  return [
    `Opzeggen kan: ${noem(regel.door)}. De termijn is ${schrijfDuur(regel.termijn)}.`,
    dagVanHetJaar
      ? `Het gaat altijd in op ${dagVanHetJaar}.`
      : 'Het kan op elke dag ingaan, zolang de termijn ertussen zit.',
    ...(regel.vorm || regel.aan
      ? [
          `Dat gaat ${[regel.vorm && en(regel.vorm.map((v) => VORM[v])), regel.aan && `aan ${noem([regel.aan])}`].filter(Boolean).join(' ')}.`,
        ]
      : []),
  ]
}

export const zegTermijn = (regel: TermijnRegel): string[] => [
  `De termijn is ${schrijfDuur(regel.duur)}, gerekend vanaf: ${regel.vanaf}.`,
  ...(regel.waartoe ? [regel.waartoe] : []),
  regel.atw
    ? 'Eindigt de termijn op een vrije dag, dan schuift het einde op (Algemene termijnenwet).'
    : 'De Algemene termijnenwet geldt hier niet.',
]

const TELT = { melding: 'een melding', aanvraag: 'een aanvraag', bw: 'verblijf in Beschermd Wonen' } as const
const BEGRIP = { 'eerste-melding': 'een eerste melding', 'nieuwe-client': 'een nieuwe cliënt' } as const

export const zegTerugblik = (regel: TerugblikRegel): string[] => [
  `Het is ${BEGRIP[regel.begrip]} als dit er niet was in ${schrijfDuur(regel.venster)} ${
    regel.gerekend === 'terug-vanaf-melding' ? 'vóór de melding' : 'na het einde van een eerder verblijf'
  }: ${of(regel.telt.map((t) => TELT[t]))}.`,
]

export function zegGevolg(regel: GevolgRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const dan =
    regel.dan === 'eindigt'
      ? 'Dan eindigt het convenant.'
      : `Dan beslissen de anderen over ${regel.over ?? 'wat er volgt'}: ${noemBetrokken(regel.wie ?? [], kringVan(document, gemeenten), gemeenten)}, zonder wie het deed.`
  return [`Als dit gebeurt: ${regel.bij}.`, dan]
}

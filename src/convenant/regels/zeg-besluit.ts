/** Rules about deciding, steps and conditions, as sentences for who reads the covenant. */
import type { Convenant, Kader } from '../afspraak.ts'
import type { Gemeente } from '../gemeenten.ts'
import type { BesluitRegel, Ronde } from './besluitregel-schema.ts'
import { kringVan, noemBetrokken } from './betrokken.ts'
import type { AfspraakRegel } from './nadere-afspraak.ts'
import type { OverlegRegel } from './overleg.ts'
import type { PlaatsingRegel } from './plaatsing.ts'
import type { StappenRegel } from './stappen.ts'
import type { Kring } from './taak-zinnen.ts'
import type { ToelatingRegel } from './toelating.ts'
import type { VoorrangsgroepRegel, VoorrangsvoorwaardeRegel } from './voorrangsgroep-schema.ts'
import { zegNaam } from './voorrangsgroep-schema.ts'
import { en, hoofdletter, keer } from './zinnen.ts'

type Document = Convenant | Kader

export function zegBesluitregel(regel: BesluitRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const kring = kringVan(document, gemeenten)
  const over = `${hoofdletter(regel.over)}. Stem heeft: ${noemBetrokken(regel.stemgerechtigd, kring, gemeenten)}.`
  if (!regel.ronden) return [over, 'De tekst zegt niet hoe er wordt beslist.']
  const ronden = regel.ronden
  return [
    over,
    ...ronden.map((r, i) => {
      const begin = ronden.length === 1 ? '' : i === 0 ? 'Eerst: ' : 'Lukt dat niet: '
      return hoofdletter(`${begin}${zegRonde(r, kring, gemeenten)}.`)
    }),
  ]
}

const WIE = { aanwezigen: 'van wie erbij is', 'alle-leden': 'van iedereen, ook van wie er niet bij is' } as const

function zegRonde(ronde: Ronde, kring: Kring, gemeenten: readonly Gemeente[]): string {
  if (ronde.wijze === 'overeenstemming') return `overeenstemming${ronde.onder ? ` ${WIE[ronde.onder]}` : ''}`
  const { ieder, ...anders } = ronde.stemmen
  const stem = (n: number): string => (n === 1 ? '1 stem' : `${n} stemmen`)
  const uitzonderingen = Object.entries(anders).map(
    ([wie, n]) => `${noemBetrokken([wie], kring, gemeenten)} heeft ${stem(n)}`,
  )
  return `een meerderheid van stemmen; ieder heeft ${stem(ieder!)}${uitzonderingen.length ? `, ${en(uitzonderingen)}` : ''}`
}

export function zegStappen(regel: StappenRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const kring = kringVan(document, gemeenten)
  return [
    `Dit is de volgorde bij ${regel.voor}. Het begint bij: ${regel.begin}.`,
    ...regel.stappen.map((s, i) => {
      const wie = s.wie ? `${noemBetrokken(s.wie, kring, gemeenten)}: ` : ''
      const als = s.alleenAls ? ` Alleen als dit zo is: ${s.alleenAls.wat}.` : ''
      return `Stap ${i + 1}. ${hoofdletter(`${wie}${s.doe}`)}.${als}`
    }),
  ]
}

export const zegPlaatsing = ({ voor, tenzij }: PlaatsingRegel): string[] => [
  `${hoofdletter(voor)} gaat terug naar de gemeente van vóór het verblijf.`,
  `Tenzij: ${tenzij.wat}.`,
  tenzij.oordeelVan ? `Dat oordeelt: ${tenzij.oordeelVan}.` : 'De tekst zegt niet wie dat oordeelt.',
]

export const zegToelating = (regel: ToelatingRegel): string[] => [
  `Dit moet waar zijn voor ${regel.tot}:`,
  ...regel.voorwaarden.map(zegVoorwaarde),
]

const zegVoorwaarde = (v: { wat: string; oordeelVan?: string | undefined }): string =>
  `${hoofdletter(v.wat)}${v.oordeelVan ? ` (dat oordeelt: ${v.oordeelVan})` : ''}.`

export const zegVoorrangsgroep = (regel: VoorrangsgroepRegel): string[] => [
  `Deze groepen gaan ${regel.krijgt ? '' : 'niet '}voor bij ${zegNaam(regel.waarvoor)}: ${en(regel.groepen.map(zegNaam))}.`,
  ...(regel.mits ? [`Alleen als dit zo is: ${regel.mits.wat}.`] : []),
]

export const zegVoorrangsvoorwaarde = (regel: VoorrangsvoorwaardeRegel): string[] => [
  `${regel.groepen ? `Voor ${en(regel.groepen.map(zegNaam))}` : 'Voor deze groepen'} moet dit waar zijn:`,
  ...regel.voorwaarden.map(zegVoorwaarde),
]

export function zegOverleg(regel: OverlegRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const kring = kringVan(document, gemeenten)
  const k = regel.keer
  const vaak = k && [
    k.minimaal && `ten minste ${keer(k.minimaal)}`,
    k.hoogstens && `hoogstens ${keer(k.hoogstens)}`,
    k.streef && `liefst ${keer(k.streef)}`,
  ]
  return [
    `Aan ${regel.naam} doen mee: ${noemBetrokken(regel.leden, kring, gemeenten)}${regel.met ? `, met ${en(regel.met)}` : ''}.`,
    k && vaak ? `Het is er ${vaak.filter(Boolean).join(', ')} per ${k.per}.` : 'De tekst zegt niet hoe vaak het er is.',
    ...(regel.roeptBijeen ? [`Dit roept het bijeen: ${regel.roeptBijeen}.`] : []),
    ...(regel.verslag ? [`Dit maakt het verslag: ${regel.verslag}.`] : []),
    ...(regel.doet ? [`Waar het voor is: ${en(regel.doet)}.`] : []),
  ]
}

export function zegAfspraak(regel: AfspraakRegel, document: Document, gemeenten: readonly Gemeente[]): string[] {
  const wie = noemBetrokken(regel.partijen, kringVan(document, gemeenten), gemeenten)
  return [
    `Nog af te spreken${regel.alsNodig ? ', als dat nodig is' : ''}: ${regel.over}. Wie: ${wie}.`,
    ...(regel.door ? [`Dit spreken zij af: ${regel.door}.`] : []),
    ...(regel.vastgelegdIn ? [`Het komt te staan in ${regel.vastgelegdIn}.`] : []),
  ]
}

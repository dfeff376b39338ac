/** Kind `plaatsing`: to which municipality someone goes, and when it may be another one. */
import { z } from 'zod'
import { bepaald, nietGeregeld, ontbreekt, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from '../afspraak.ts'
import { BUITEN_REGIO, GEEN, gemeentenaam } from '../gemeenten.ts'
import { keuze } from '../keuze.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import { kringVan } from './betrokken.ts'
import type { Soort } from './soort.ts'
import { deelVan, type Kring } from './taak-zinnen.ts'
import { zegPlaatsing } from './zeg-besluit.ts'

export const plaatsingSchema = z.strictObject({
  soort: z.literal('plaatsing'),
  id: naam,
  /** Who it is about: "wie uit een instelling gaat". */
  voor: zin,
  /** The municipality someone lived in before the stay. */
  naar: z.literal('herkomst'),
  /** What makes it another municipality: always something a person weighs. */
  tenzij: z.strictObject({
    wat: zin,
    /** Left out where the text names nobody; a reading may then choose. */
    oordeelVan: zin.optional(),
  }),
  dekt,
})
/** Who weighs it, where the text names nobody. */
const OPEN = { 'oordeel-van': ['niet-genoemd', 'centrumgemeente', 'gemeente-van-herkomst'] } as const
const WEGER: Record<(typeof OPEN)['oordeel-van'][number], string> = {
  'niet-genoemd': 'iemand die de tekst niet noemt',
  centrumgemeente: 'de centrumgemeente',
  'gemeente-van-herkomst': 'de gemeente van herkomst',
}
export type PlaatsingRegel = z.output<typeof plaatsingSchema>

export type Plaatsingsgeval = {
  /** A slug, `buiten-regio`, or `geen` for who had no home; left out: not known. */
  herkomst?: string | undefined
  /** Was it weighed whether another municipality is better? */
  gewogen: boolean
  /** The better one by that weighing; left out: none. */
  elders?: string | undefined
}

/**
 * The municipality. Unless it was weighed that another is better it is the one of before, and the tree says whether
 * anyone weighed it. Without a municipality of origin, or with one that is no party, the text gives no answer.
 */
export function rekenPlaatsing(
  regel: Geplaatst<PlaatsingRegel>,
  geval: Plaatsingsgeval,
  kring: Kring,
  uitleg: readonly Geplaatst<Uitleg>[] = [],
): Uitkomst<string> {
  const { bron, tenzij } = regel
  const noem = (slug: string): string => gemeentenaam(slug, kring.gemeenten)
  const { herkomst, elders } = geval
  const hoofdregel: Stap = {
    wat: 'Hoofdregel: {voor} gaat terug naar de gemeente van vóór het verblijf.',
    bron,
    feiten: { voor: regel.voor, herkomst: herkomst === undefined ? null : noem(herkomst) },
    geldt: !(geval.gewogen && elders),
  }
  const behalve: Stap = {
    wat: geval.gewogen
      ? elders
        ? 'Gewogen: {tenzij}. Dat is hier {elders}.'
        : 'Gewogen: {tenzij}. Dat is hier niet zo.'
      : 'Niet gewogen: {tenzij}. Zonder die weging geldt de hoofdregel. Wegen doet: {weger}.',
    bron,
    feiten: {
      tenzij: tenzij.wat,
      elders: elders === undefined ? null : noem(elders),
      weger: tenzij.oordeelVan ?? WEGER[keuze(regel, OPEN, 'oordeel-van', uitleg).waarde],
    },
    geldt: geval.gewogen && elders !== undefined,
  }
  const stappen = [hoofdregel, behalve, ...uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap)]
  if (geval.gewogen && elders) return bestemming(elders, regel, kring, stappen)
  if (herkomst === undefined)
    return ontbreekt(
      { wat: 'de gemeente waar iemand vóór het verblijf woonde' },
      { wat: 'Het is niet bekend waar iemand vóór het verblijf woonde.', bron, stappen },
    )
  if (herkomst === GEEN)
    return nietGeregeld({
      wat: 'Wie vóór het verblijf nergens woonde, heeft geen gemeente om naar terug te gaan. De tekst zegt niet wat dan geldt.',
      bron,
      stappen,
    })
  return bestemming(herkomst, regel, kring, stappen)
}

function bestemming(
  slug: string,
  { bron }: Geplaatst<PlaatsingRegel>,
  kring: Kring,
  stappen: readonly Stap[],
): Uitkomst<string> {
  if (deelVan(slug, kring) === BUITEN_REGIO)
    return nietGeregeld({
      wat: 'Het zou {gemeente} zijn. Die gemeente is geen partij; het convenant bindt haar niet en zegt niet wat dan geldt.',
      bron,
      feiten: { gemeente: gemeentenaam(slug, kring.gemeenten) },
      stappen,
    })
  return bepaald(slug, {
    wat: '{gemeente}.',
    bron,
    feiten: { gemeente: gemeentenaam(slug, kring.gemeenten) },
    stappen,
  })
}

const gegeven = z.strictObject({
  herkomst: naam.optional(),
  gewogen: jaNee.default(false),
  elders: naam.optional(),
  /** `ja`: what the bare text says, without any chosen reading. */
  zonderUitleg: jaNee.default(false),
})

export const plaatsing: Soort<PlaatsingRegel> = {
  omschrijving: 'naar welke gemeente iemand gaat, en wanneer dat een andere is',
  zeg: zegPlaatsing,
  schema: plaatsingSchema,
  open: (regel) => (regel.tenzij.oordeelVan ? {} : OPEN),
  voorbeeld: (regel, feiten, { document, gemeenten }) => {
    const { zonderUitleg, ...geval } = gegeven.parse(feiten, { error: nederlands })
    return rekenPlaatsing(regel, geval, kringVan(document, gemeenten), zonderUitleg ? [] : document.uitleg)
  },
}

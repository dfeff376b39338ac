/** Kind `toetsingskader`: by whose rules a request is weighed. */
import { z } from 'zod'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { gemeentenaam } from '../gemeenten.ts'
import type { Vondst } from '../toets/vondst.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import { kringVan, namen, slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Soort } from './soort.ts'
import type { Kring } from './taak-zinnen.ts'
import { zegToetsingskader } from './zeg-taken.ts'

/** The rules of whoever applies them. */
const EIGEN = 'eigen'

export const toetsingskaderSchema = z.strictObject({
  soort: z.literal('toetsingskader'),
  id: naam,
  /** For which work. */
  waarvoor: zin,
  wie: namen,
  normen: z
    .array(
      z.strictObject({
        /** "verordening maatschappelijke ondersteuning". */
        naam: zin,
        /** A party, a role with one member, or `eigen`. */
        van: naam,
        /** The year of the edition, only where the text names it. */
        uitgave: z.int().min(1900).optional(),
      }),
    )
    .min(1),
  /** `ja`: the text says that these rules go before the covenant itself. */
  gaatVoor: jaNee.default(false),
  dekt,
})
export type ToetsingskaderRegel = z.output<typeof toetsingskaderSchema>

export type Norm = { naam: string; /** Slug. */ van: string; uitgave?: number }

/** The rules that the municipality `door` (slug) applies; `niet-geregeld` for one the text does not name. */
export function rekenToetsingskader(
  regel: Geplaatst<ToetsingskaderRegel>,
  door: string,
  kring: Kring,
  uitleg: readonly Stap[] = [],
): Uitkomst<Norm[]> {
  const { bron, waarvoor } = regel
  const feiten = { door: gemeentenaam(door, kring.gemeenten), waarvoor }
  if (!slugsVan(regel.wie, kring).includes(door))
    return nietGeregeld({ wat: 'Voor {door} zegt dit artikel niet welke regels gelden bij {waarvoor}.', bron, feiten })
  const normen = regel.normen.map((n): Norm => ({
    naam: n.naam,
    van: n.van === EIGEN ? door : slugsVan([n.van], kring)[0]!,
    ...(n.uitgave !== undefined && { uitgave: n.uitgave }),
  }))
  return bepaald(normen, {
    wat: '{door} past deze regels toe bij {waarvoor}.',
    bron,
    feiten,
    stappen: [
      ...normen.map((n) => ({
        wat: n.uitgave === undefined ? '{naam} van {van}.' : '{naam} van {van}, uitgave {uitgave}.',
        bron,
        feiten: { naam: n.naam, van: gemeentenaam(n.van, kring.gemeenten), uitgave: n.uitgave ?? null },
      })),
      ...(regel.gaatVoor
        ? [
            {
              wat: 'Zeggen die regels iets anders dan het convenant, dan gaan zij voor. Zij staan niet in dit bestand.',
              bron,
            },
          ]
        : []),
      ...uitleg,
    ],
  })
}

function bevindingen(regel: Geplaatst<ToetsingskaderRegel>): Vondst[] {
  const vast = regel.normen.filter((n) => n.uitgave !== undefined)
  if (!vast.length) return []
  return [
    {
      code: 'STATIC-NORM-REF',
      ernst: 'verouderd',
      bevinding: `De tekst noemt een uitgave met een jaar: ${vast.map((n) => `${n.naam} ${n.uitgave}`).join(', ')}. Wat geldt als die is vervangen, staat er niet.`,
      bron: regel.bron,
      betreft: [regel.id],
    },
  ]
}

const gegeven = z.strictObject({ door: naam })

export const toetsingskader: Soort<ToetsingskaderRegel> = {
  omschrijving: 'volgens wiens regels wordt gewogen',
  zeg: zegToetsingskader,
  schema: toetsingskaderSchema,
  toets: (regel, document) =>
    vreemdeNamen([...regel.wie, ...regel.normen.map((n) => n.van).filter((n) => n !== EIGEN)], document),
  bevindingen,
  voorbeeld: (regel, feiten, { document, gemeenten }) => {
    const { door } = gegeven.parse(feiten, { error: nederlands })
    const lezingen = document.uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap)
    return rekenToetsingskader(regel, door, kringVan(document, gemeenten), lezingen)
  },
}

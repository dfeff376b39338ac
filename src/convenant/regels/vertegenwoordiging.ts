/** Kind `vertegenwoordiging`: who speaks for the region, and who replaces them, in order. */
import { z } from 'zod'
import { bepaald, nietGeregeld, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { type Gemeente, gemeentenaam } from '../gemeenten.ts'
import { dekt, naam, nederlands, zin } from '../velden.ts'
import { slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Soort } from './soort.ts'
import { zegVertegenwoordiging } from './zeg-taken.ts'

export const vertegenwoordigingSchema = z.strictObject({
  soort: z.literal('vertegenwoordiging'),
  id: naam,
  waarvoor: zin,
  laag: z.enum(['ambtelijk', 'bestuurlijk']).optional(),
  /** First who does it, then who replaces them; parties, or roles with one member. */
  wie: z.array(naam).min(1),
  /** With whom they speak. */
  met: z.array(zin).min(1).optional(),
  /** Must they, or may they? */
  aard: z.enum(['moet', 'kan']),
  dekt,
})
export type VertegenwoordigingRegel = z.output<typeof vertegenwoordigingSchema>

/** The first who is not absent (slugs); `niet-geregeld` when everyone named is. */
export function rekenVertegenwoordiging(
  regel: Geplaatst<VertegenwoordigingRegel>,
  afwezig: readonly string[],
  rollen: Readonly<Record<string, readonly string[]>>,
  gemeenten: readonly Gemeente[],
): Uitkomst<string> {
  const { bron } = regel
  const volgorde = slugsVan(regel.wie, { partijen: [], rollen })
  const wie = volgorde.find((s) => !afwezig.includes(s))
  const stappen = [
    ...volgorde.map((s, i) => ({
      wat: i === 0 ? 'Eerst: {gemeente}.' : 'Vervanger {rang}: {gemeente}.',
      bron,
      feiten: { gemeente: gemeentenaam(s, gemeenten), rang: i },
      geldt: s === wie,
    })),
    ...(regel.met ? [{ wat: 'Met: {met}.', bron, feiten: { met: regel.met.join(', ') } }] : []),
  ]
  const feiten = { waarvoor: regel.waarvoor, wie: wie === undefined ? null : gemeentenaam(wie, gemeenten) }
  return wie === undefined
    ? nietGeregeld({
        wat: 'Wie genoemd is voor {waarvoor}, is er niet. De tekst noemt verder niemand.',
        bron,
        feiten,
        stappen,
      })
    : bepaald(wie, {
        wat:
          regel.aard === 'moet'
            ? '{wie} doet dit voor de regio: {waarvoor}.'
            : '{wie} kan dit voor de regio doen: {waarvoor}.',
        bron,
        feiten,
        stappen,
      })
}

const gegeven = z.strictObject({ afwezig: z.array(naam).default([]) })

export const vertegenwoordiging: Soort<VertegenwoordigingRegel> = {
  omschrijving: 'wie namens de regio spreekt, en wie vervangt',
  zeg: zegVertegenwoordiging,
  schema: vertegenwoordigingSchema,
  toets: (regel, document) => {
    const rollen = document.soort === 'convenant' ? document.rollen : {}
    return [
      ...vreemdeNamen(regel.wie, document),
      ...regel.wie
        .filter((n) => n === 'partijen' || (rollen[n]?.length ?? 1) !== 1)
        .map((n) => `${n} is een groep; noem één gemeente voor elke plaats`),
    ]
  },
  voorbeeld: (regel, feiten, { document, gemeenten }) =>
    rekenVertegenwoordiging(
      regel,
      gegeven.parse(feiten, { error: nederlands }).afwezig,
      document.soort === 'convenant' ? document.rollen : {},
      gemeenten,
    ),
}

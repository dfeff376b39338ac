/** Kind `afspraak`: parties agree to agree. Until that is recorded, nothing is agreed. */
import { z } from 'zod'
import { type Datum, opOfVoor } from '../../kern/datum.ts'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import type { Plichtdeel } from '../plichtstaat.ts'
import { dag, dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import { PARTIJEN } from './besluitregel-schema.ts'
import { namen, noemBetrokken, slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Plichtgrond, Soort } from './soort.ts'
import { wanneer } from './wanneer.ts'
import { zegAfspraak } from './zeg-besluit.ts'

export const afspraakSchema = z.strictObject({
  soort: z.literal('afspraak'),
  id: naam,
  /** What they will agree on. */
  over: zin,
  partijen: namen.default([PARTIJEN]),
  /** Who settles it, in words, where the text names someone. */
  door: zin.optional(),
  /** Where it is laid down. */
  vastgelegdIn: zin.optional(),
  /** `ja`: only where it is needed, so there is no duty. */
  alsNodig: jaNee.default(false),
  wanneer: wanneer.default('eenmalig'),
  dekt,
})
export type AfspraakRegel = z.output<typeof afspraakSchema>

/** One agreement that was recorded later. */
export type Vastgelegd = { readonly op: Datum; readonly wat: string }

/** What was agreed by the day `op`, oldest first; `niet-geregeld` as long as nothing is recorded. */
export function rekenAfspraak(
  regel: Geplaatst<AfspraakRegel>,
  vastgelegd: readonly Vastgelegd[],
  op: Datum,
): Uitkomst<readonly Vastgelegd[]> {
  const { bron, over } = regel
  const tot = vastgelegd.filter((v) => opOfVoor(v.op, op)).sort((a, b) => Temporal.PlainDate.compare(a.op, b.op))
  const waar: Stap[] = [
    ...(regel.door ? [{ wat: 'Dit spreken zij af: {door}.', bron, feiten: { door: regel.door } }] : []),
    ...(regel.vastgelegdIn
      ? [{ wat: 'Dit hoort te staan in {waar}.', bron, feiten: { waar: regel.vastgelegdIn } }]
      : []),
  ]
  if (!tot.length)
    return nietGeregeld({
      wat: regel.alsNodig
        ? 'Over {over} kunnen nog afspraken komen als dat nodig is. Op {op} is er geen bekend.'
        : 'Over {over} moeten nog afspraken komen. Op {op} is er geen bekend.',
      bron,
      feiten: { over, op },
      ...(waar.length && { stappen: waar }),
    })
  return bepaald(tot, {
    wat: 'Over {over} is {aantal} keer iets vastgelegd.',
    bron,
    feiten: { over, aantal: tot.length },
    stappen: [...tot.map((v) => ({ wat: '{op}: {wat}.', feiten: { op: v.op, wat: v.wat } })), ...waar],
  })
}

function plichten(regel: Geplaatst<AfspraakRegel>, { document, uitleg, gemeenten }: Plichtgrond): Plichtdeel[] {
  if (regel.alsNodig) return []
  return [
    {
      id: regel.id,
      regel: regel.id,
      bron: regel.bron,
      wie: slugsVan(regel.partijen, document),
      wieZin: noemBetrokken(regel.partijen, document, gemeenten),
      aan: [],
      aanZin: null,
      wat: `afspraken maken over ${regel.over}`,
      aard: 'resultaat',
      wanneer: regel.wanneer,
      bewijs: regel.vastgelegdIn ?? 'de vastgelegde afspraak',
      uitleg: uitleg.filter((u) => u.over.includes(regel.id)),
    },
  ]
}

const gegeven = z.strictObject({
  op: dag,
  vastgelegd: z.array(z.strictObject({ op: dag, wat: zin })).default([]),
})

export const afspraak: Soort<AfspraakRegel> = {
  omschrijving: 'waarover de gemeenten nog iets afspreken',
  zeg: zegAfspraak,
  schema: afspraakSchema,
  toets: (regel, document) => vreemdeNamen(regel.partijen, document),
  plichten,
  voorbeeld: (regel, feiten) => {
    const { op, vastgelegd } = gegeven.parse(feiten, { error: nederlands })
    return rekenAfspraak(regel, vastgelegd, op)
  },
}

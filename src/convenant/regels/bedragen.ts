/** Kind `bedragen`: one amount of a statute through the years, in whole euro cents. */
import { z } from 'zod'
import { type Datum, opOfVoor, voor } from '../../kern/datum.ts'
import { type Centen, schrijfBedrag } from '../../kern/geld.ts'
import { bepaald, ontbreekt, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import type { Vondst } from '../toets/vondst.ts'
import { dag, dekt, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'

const tijdvak = z.strictObject({
  van: dag,
  /** First day on which another amount counts; left out: until further notice. */
  tot: dag.optional(),
  /** In euro cents. */
  bedrag: z.int().min(0),
  /** Where we saw it: in the text of the statute, on another page, or nowhere yet. */
  gezien: z.enum(['wettekst', 'andere-bron', 'niet-nagekeken']),
})
export const bedragenSchema = z.strictObject({
  soort: z.literal('bedragen'),
  id: naam,
  /** What the amount is, as a sentence names it: "de hoge aftoppingsgrens". */
  wat: zin,
  per: z.enum(['maand', 'jaar']),
  eenheid: z.literal('eurocent'),
  tijdvakken: z.array(tijdvak).min(1),
  dekt,
})
export type BedragenRegel = z.output<typeof bedragenSchema>

const VOORBEHOUD = {
  'andere-bron': 'Dit bedrag hebben we op een andere bladzijde gezien, niet in de wettekst.',
  'niet-nagekeken': 'Let op: dit bedrag is niet nagekeken in de wettekst.',
} as const

/** The amount on a day, in euro cents. A day outside the periods is `ontbreekt`: nothing is extrapolated. */
export function rekenBedragOp(regel: Geplaatst<BedragenRegel>, op: Datum): Uitkomst<Centen> {
  const { bron, wat } = regel
  const gevonden = regel.tijdvakken.find((t) => opOfVoor(t.van, op) && (!t.tot || voor(op, t.tot)))
  if (!gevonden)
    return ontbreekt(
      { wat, op: op.toString() },
      { wat: 'We kennen {bedragnaam} op {op} niet.', bron, feiten: { bedragnaam: wat, op } },
    )
  const { van, tot, gezien } = gevonden
  const bedrag = BigInt(gevonden.bedrag)
  const stappen: Stap[] = [
    {
      wat: tot ? 'Dit bedrag geldt van {van} tot en met {laatste}.' : 'Dit bedrag geldt vanaf {van}.',
      bron,
      feiten: { van, laatste: tot?.subtract({ days: 1 }) ?? null },
    },
    ...(gezien === 'wettekst' ? [] : [{ wat: VOORBEHOUD[gezien], bron }]),
  ]
  return bepaald(bedrag, {
    wat: 'Op {op} is {bedragnaam} {bedrag} per {per}.',
    bron,
    feiten: { op, bedragnaam: wat, bedrag: schrijfBedrag(bedrag), per: regel.per },
    stappen,
  })
}

/** Periods follow each other: an overlap would give two amounts on one day. */
function toets(regel: BedragenRegel): string[] {
  return regel.tijdvakken.flatMap((t, i) => {
    const volgende = regel.tijdvakken[i + 1]
    if (t.tot && !voor(t.van, t.tot)) return [`het tijdvak vanaf ${t.van.toString()} eindigt niet na het begin`]
    if (!volgende || (t.tot && opOfVoor(t.tot, volgende.van))) return []
    return [`het tijdvak vanaf ${t.van.toString()} loopt door in dat vanaf ${volgende.van.toString()}`]
  })
}

/** A hole between two periods: on those days nobody can compute. */
function bevindingen(regel: Geplaatst<BedragenRegel>): Vondst[] {
  return regel.tijdvakken.flatMap((t, i) => {
    const volgende = regel.tijdvakken[i + 1]
    if (!volgende || !t.tot || t.tot.equals(volgende.van)) return []
    return [
      {
        code: 'PARAM-MISSING' as const,
        ernst: 'gat' as const,
        bevinding: `Van ${t.tot.toString()} tot ${volgende.van.toString()} staat er geen bedrag voor ${regel.wat}.`,
        bron: regel.bron,
        betreft: [regel.id],
      },
    ]
  })
}

const gegeven = z.strictObject({ op: dag })

export const bedragen: Soort<BedragenRegel> = {
  omschrijving: 'een bedrag uit een wet, met van en tot',
  schema: bedragenSchema,
  toets,
  bevindingen,
  voorbeeld: (regel, feiten) => rekenBedragOp(regel, gegeven.parse(feiten, { error: nederlands }).op),
}

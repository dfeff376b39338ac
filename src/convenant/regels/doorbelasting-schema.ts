/** Shape of the kinds that charge work on: who, for what, when the invoice is made, and its correction. */
import { z } from 'zod'
import type { Datum } from '../../kern/datum.ts'
import { dagVan, jaardag } from '../jaardag.ts'
import { taken } from '../taken.ts'
import { dag, dekt, naam, zin } from '../velden.ts'

export const doorbelastingSchema = z.strictObject({
  soort: z.literal('doorbelasting'),
  id: naam,
  /** The role whose members send the invoice. */
  van: naam,
  /** The role with one member, or the slug, that pays. */
  aan: naam,
  dekt,
})

/** What the text leaves open: whether counts carried on to a whole year become whole units before they are multiplied. */
export const OPEN_AANTALLEN = { aantallen: ['niet-afgerond', 'half-omhoog'] } as const

const postSchema = z.strictObject({
  soort: z.literal('doorbelastingspost'),
  id: naam,
  /** Id of the `doorbelasting`. */
  bij: naam,
  naam: zin,
  /** Units times a tariff, or an amount that is charged as it is. */
  per: z.enum(['eenheid', 'bedrag']),
  /** First and last day over which an amount can be charged; left out: any day. */
  van: dag.optional(),
  totEnMet: dag.optional(),
  /** The work that a unit pays for; left out: the text does not tie it to a task. */
  taken: z.array(z.enum(taken)).min(1).optional(),
  dekt,
})
export const doorbelastingspostSchema = postSchema.refine(
  (p) => p.per === 'bedrag' || !(p.van ?? p.totEnMet),
  'alleen een bedrag heeft een eigen periode',
)

export const doorbelastingsfactuurSchema = z
  .strictObject({
    soort: z.literal('doorbelastingsfactuur'),
    id: naam,
    bij: naam,
    /** The only year that the text names; left out: every year. */
    jaar: z.int().min(1).optional(),
    /** Id of the uitleg that carries it over to other years; left out: nothing is charged then. */
    andereJaren: naam.optional(),
    /** The months that were counted when the invoice is made. */
    gemeten: z.strictObject({ van: jaardag, totEnMet: jaardag }),
    /** The day to which they are carried on in proportion. */
    doorgerekendTot: jaardag,
    dekt,
  })
  .refine((f) => f.jaar !== undefined || !f.andereJaren, 'andereJaren hoort bij jaar')
  .refine((f) => {
    const [gemeten, heel] = maanden(f)
    return gemeten !== null && heel !== null && heel >= gemeten
  }, 'gemeten en doorgerekendTot moeten hele maanden zijn, en doorgerekendTot mag niet eerder eindigen')

export const doorbelastingscorrectieSchema = z
  .strictObject({
    soort: z.literal('doorbelastingscorrectie'),
    id: naam,
    bij: naam,
    /** Who invoices whom, where the text names one side only; left out: whoever has money to receive. */
    van: naam.optional(),
    aan: naam.optional(),
    dekt,
  })
  .refine((c) => (c.van === undefined) === (c.aan === undefined), 'noem van en aan allebei, of geen van beide')

/** Where one side is named: does a difference the other way count as well, or is there then no correction? */
export const OPEN_KANTEN = { kanten: ['beide', 'alleen-genoemd'] } as const

export type DoorbelastingRegel = z.output<typeof doorbelastingSchema>
export type DoorbelastingspostRegel = z.output<typeof doorbelastingspostSchema>
export type DoorbelastingsfactuurRegel = z.output<typeof doorbelastingsfactuurSchema>
export type DoorbelastingscorrectieRegel = z.output<typeof doorbelastingscorrectieSchema>

/** Any year will do: months are counted, not days. */
const GEWOON_JAAR = 2001

/** Counted months, and months of the whole; null where it is no whole number of one month or more. */
export function maanden(
  f: Pick<DoorbelastingsfactuurRegel, 'gemeten' | 'doorgerekendTot'>,
): [gemeten: number | null, heel: number | null] {
  const van = dagVan(f.gemeten.van, GEWOON_JAAR)
  const tel = (laatste: Datum): number | null => {
    const duur = van.until(laatste.add({ days: 1 }), { largestUnit: 'months' })
    return duur.days === 0 && duur.months > 0 ? duur.months : null
  }
  return [tel(dagVan(f.gemeten.totEnMet, GEWOON_JAAR)), tel(dagVan(f.doorgerekendTot, GEWOON_JAAR))]
}

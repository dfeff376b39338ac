/** A recorded decision of the region: an extension, a reading that was adopted, or a tariff. */
import { z } from 'zod'
import { dag, jaNee, naam, zin } from './velden.ts'

const gedeeld = {
  id: naam,
  regio: naam,
  /** The covenant version it is about: its first day. */
  versie: dag,
  /** Day of the decision; from this day on it counts. */
  besloten: dag,
  /** Who decided, in words. */
  door: zin,
  /** `ja` for the demonstration: invented, never to be loaded elsewhere. */
  fictief: jaNee.default(false),
}

export const besluitSchema = z.discriminatedUnion('soort', [
  z.strictObject({ ...gedeeld, soort: z.literal('verlenging'), /** First day after the extended term. */ tot: dag }),
  z.strictObject({
    ...gedeeld,
    soort: z.literal('vastgestelde-uitleg'),
    /** Id of the uitleg block. */
    uitleg: naam,
    /** Left out: the reading in the file is adopted as it stands. */
    keuze: zin.optional(),
    voorrang: naam.optional(),
    /** Replaces what the uitleg in the file chooses. */
    kiest: z.record(naam, naam).optional(),
    reden: zin.optional(),
  }),
  z.strictObject({
    ...gedeeld,
    soort: z.literal('tarief'),
    /** Id of the `doorbelastingspost`. */
    post: naam,
    /** The calendar year whose units it prices. */
    jaar: z.int().min(1),
    /** Whole cents for one unit. */
    centen: z.int().min(0),
  }),
])

/** The fields of a decision, without its words. */
export type Besluitkop = z.output<typeof besluitSchema>
export type Besluit = Besluitkop & {
  /** What was decided, in words. */
  readonly tekst: string
  /** The file it came from, or `journaal`. */
  readonly bestand: string
}
export type Tarief = Extract<Besluit, { soort: 'tarief' }>
export type Verlenging = Extract<Besluit, { soort: 'verlenging' }>

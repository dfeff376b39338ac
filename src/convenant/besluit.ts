/** A recorded decision of the region: an extension, a reading that was adopted, a tariff, or an addendum. */
import { z } from 'zod'
import { dag, jaNee, naam, tekst, zin } from './velden.ts'

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
  z.strictObject({
    ...gedeeld,
    soort: z.literal('addendum'),
    /** What it changes: an article, a lid or a lettered part of the version. */
    over: z
      .array(z.strictObject({ artikel: tekst, lid: tekst.optional(), onderdeel: tekst.optional() }))
      .min(1, 'noem minstens één artikel'),
    /** First day on which the changed text holds; that text is a version file of this day. */
    ingang: dag,
  }),
])

/** The fields of a decision, without its words. */
export type Besluitkop = z.output<typeof besluitSchema>
export type Besluit = Besluitkop & {
  /** What was decided, in words. */
  readonly tekst: string
  /** The file it came from, or `journaal`. */
  readonly bestand: string
  /** Line in the file by path of a field, such as `over.0`; only for what is held against the covenant. */
  readonly regels?: Readonly<Record<string, number>>
}
export type Tarief = Extract<Besluit, { soort: 'tarief' }>
export type Verlenging = Extract<Besluit, { soort: 'verlenging' }>
export type Addendum = Extract<Besluit, { soort: 'addendum' }>

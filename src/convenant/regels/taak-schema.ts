/** Shape of kind `taak`: who performs which tasks for which cases, exceptions nested as in the sentence. */
import { z } from 'zod'
import { type Taak, taken } from '../taken.ts'
import { dekt, jaNee, naam } from '../velden.ts'

const namen = z.union([naam.transform((een) => [een]), z.array(naam).min(1)])

/** A kind of case. A trait left out means: whatever it is. */
export const voorschrift = z.strictObject({
  voorziening: z.enum(['bw', 'mo']).optional(),
  /** Slugs, roles of this covenant, `buiten-regio` or `geen`. */
  inwonerVan: namen.optional(),
  gemeldBij: namen.optional(),
  eersteMelding: jaNee.optional(),
  spoed: jaNee.optional(),
})
export type Voorschrift = z.output<typeof voorschrift>

const uitzondering = z.strictObject({
  voor: voorschrift,
  get behalve(): z.ZodOptional<z.ZodArray<typeof uitzondering>> {
    return z.array(uitzondering).optional()
  },
})
export type Uitzondering = z.output<typeof uitzondering>

export const taakSchema = z.strictObject({
  soort: z.literal('taak'),
  id: naam,
  taken: z.array(z.enum(taken)).min(1),
  voor: voorschrift,
  /** `gemeente-van-inwoner`, `gemeente-van-melding`, a role with one member, or a slug. */
  uitvoerder: naam,
  behalve: z.array(uitzondering).optional(),
  dekt,
})
export type TaakRegel = z.output<typeof taakSchema>

/** One question: who performs this task for this case? Municipalities by slug. */
export type Geval = {
  taak: Taak
  voorziening: 'bw' | 'mo'
  /** A slug, `buiten-regio` or `geen`. A municipality outside the region counts as `buiten-regio`. */
  woongemeente: string
  /** The municipality the person turned to. */
  gemeldBij: string
  herhaald: boolean
  spoed: boolean
}

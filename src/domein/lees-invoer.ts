/** Input against its schema: one entry per wrong field, always in Dutch (ux: errors say what to do). */
import { z } from 'zod'
import { Weigering, weiger } from '../kern/weigering.ts'

/** For what a schema gives no sentence of its own: a part that is missing or of another shape. */
const zonderZin: z.core.$ZodErrorMap = (kwestie) => {
  if (kwestie.code === 'unrecognized_keys') return 'Dit veld kennen we hier niet.'
  if (kwestie.code === 'too_big') return 'Dit is te lang of te veel.'
  return kwestie.input === undefined ? 'Dit ontbreekt nog.' : 'Dit past hier niet.'
}

/** Refuses with INVOER_ONJUIST; a field is the dotted path within the input, empty for the input as a whole. */
export function leesInvoer<S extends z.ZodType>(schema: S, invoer: unknown): z.output<S> {
  const gelezen = schema.safeParse(invoer, { error: zonderZin })
  if (gelezen.success) return gelezen.data
  const fouten = gelezen.error.issues.flatMap((k) =>
    k.code === 'unrecognized_keys'
      ? k.keys.map((sleutel) => ({ veld: [...k.path, sleutel].join('.'), melding: k.message }))
      : [{ veld: k.path.join('.'), melding: k.message }],
  )
  // The first sentence per field is the one to act on.
  const velden = fouten.filter((f, i) => fouten.findIndex((g) => g.veld === f.veld) === i)
  throw new Weigering('INVOER_ONJUIST', {}, { velden })
}

/** An id from an address. What is none names nothing: NIET_GEVONDEN. */
export const isId = (id: string): string => (z.uuid().safeParse(id).success ? id : weiger('NIET_GEVONDEN'))

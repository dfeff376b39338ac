/** Shape of kind `verdeelsleutel`: over whom, by which measures, and what happens to what does not divide. */
import { z } from 'zod'
import { type Breuk, leesBreuk } from '../../kern/breuk.ts'
import { peil } from '../peildag.ts'
import { dekt, naam, tekst, zin } from '../velden.ts'

/** Kept as text, so that a rule stays plain data; read with `leesBreuk`. */
const gewicht = tekst.refine(isDeel, 'schrijf een gewicht als een breuk tussen 0 en 1, zoals 1/3')

function isDeel(tekst: string): boolean {
  try {
    const { teller, noemer } = leesBreuk(tekst)
    return teller > 0n && teller <= noemer
  } catch {
    return false
  }
}

export const verdeelsleutelSchema = z.strictObject({
  soort: z.literal('verdeelsleutel'),
  id: naam,
  /** What is divided, in words. Two rules with the same words answer the same question. */
  verdeelt: zin,
  eenheid: z.enum(['eurocent', 'woning']),
  /** `partijen`, a role of this covenant, or a list of parties. */
  over: z.union([naam, z.array(naam).min(1)]),
  maatstaven: z
    .array(
      z.strictObject({
        naam: zin,
        gewicht,
        /** The day or year that is measured: `31 december J`. */
        peil,
        /** Where the figures come from. */
        bron: zin.optional(),
        /** Something that is there on a day, or that runs through a year; left out: the text leaves no doubt. */
        telt: z.enum(['stand', 'stroom']).optional(),
        /** The name of another measure that this one may hold as well: under a border lies what is under a lower one. */
        bevat: zin.optional(),
        /** Where the text does not say what is counted: the uitleg that fills it in. */
        uitleg: naam.optional(),
      }),
    )
    .min(1),
  /** Units left over by rounding down: to the largest remainders, or to nobody. */
  rest: z.enum(['grootste-rest', 'onverdeeld']),
  /** Between equal remainders: the first name of the alphabet (left out), or nobody. */
  gelijkeRest: z.enum(['alfabet', 'onverdeeld']).optional(),
  /** Where the text does not say what happens to the rest: the uitleg that fills it in. */
  restUitleg: naam.optional(),
  dekt,
})
export type VerdeelsleutelRegel = z.output<typeof verdeelsleutelSchema>

/** Figures per measure and municipality (slug); exact, never negative. */
export type Metingen = ReadonlyMap<string, ReadonlyMap<string, Breuk>>

/** Whole units per municipality (slug); with `rest` they add up to the total, so it is negative where too much was given out. */
export type Verdeling = { readonly aandelen: Readonly<Record<string, bigint>>; readonly rest: bigint }

/** Who shares, as slugs. Throws a RangeError for a name that is no role and no party. */
export function wieDelen(
  over: VerdeelsleutelRegel['over'],
  kring: { readonly partijen: readonly string[]; readonly rollen: Readonly<Record<string, readonly string[]>> },
): readonly string[] {
  if (over === 'partijen') return kring.partijen
  if (typeof over === 'string' && Object.hasOwn(kring.rollen, over)) return kring.rollen[over]!
  const lijst = typeof over === 'string' ? [over] : over
  const vreemd = lijst.find((slug) => !kring.partijen.includes(slug))
  if (vreemd !== undefined) throw new RangeError(`${vreemd} is geen partij en geen rol van deze afspraak`)
  return lijst
}

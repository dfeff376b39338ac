/** Shape of kinds `voorrangsgroep` and `voorrangsvoorwaarde`: which groups go first for something, and when. */
import { z } from 'zod'
import { dag, dekt, jaNee, naam, zin } from '../velden.ts'

/** A fact about a case that is `ja` or `nee`, with the words in which it is asked. */
const feit = { feit: naam, wat: zin }

export const voorrangsgroepSchema = z.strictObject({
  soort: z.literal('voorrangsgroep'),
  id: naam,
  /** What they go first for. Covenant and statute with the same name answer the same question. */
  waarvoor: naam,
  groepen: z.array(naam).min(1),
  /** `nee`: the text leaves these groups out. */
  krijgt: jaNee.default(true),
  /** First day on which it holds, where it is younger than its document. */
  vanaf: dag.optional(),
  /** The fact without which the text says nothing. */
  mits: z.strictObject(feit).optional(),
  dekt,
})
export type VoorrangsgroepRegel = z.output<typeof voorrangsgroepSchema>

export const voorrangsvoorwaardeSchema = z.strictObject({
  soort: z.literal('voorrangsvoorwaarde'),
  id: naam,
  /** The rule about groups whose groups must meet this. */
  bij: naam,
  /** Only for these of its groups; left out: for all. */
  groepen: z.array(naam).min(1).optional(),
  /** All of them must hold. `oordeelVan`: it is a judgement, of whom. */
  voorwaarden: z.array(z.strictObject({ ...feit, oordeelVan: zin.optional() })).min(1),
  dekt,
})
export type VoorrangsvoorwaardeRegel = z.output<typeof voorrangsvoorwaardeSchema>

/** One case. A fact that is not in `feiten` is not known. */
export type Voorrangsvraag = {
  readonly waarvoor: string
  readonly groep: string
  readonly feiten: Readonly<Record<string, boolean>>
}

/** `opvang-na-geweld` as a person reads it. */
export const zegNaam = (slug: string): string => slug.replaceAll('-', ' ')

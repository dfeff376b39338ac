/** Kind `functiescheiding`: two tasks that one mandatary may not both perform. */
import { z } from 'zod'
import { bepaald, oordeelNodig, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { TAKEN, taken } from '../taken.ts'
import { dekt, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'
import { zegFunctiescheiding } from './zeg-taken.ts'

export const functiescheidingSchema = z.strictObject({
  soort: z.literal('functiescheiding'),
  id: naam,
  /** First the task that comes first: the decision, then the bezwaar against it. */
  taken: z.tuple([z.enum(taken), z.enum(taken)]),
  /** Who arranges it inside one organisation. */
  oordeelVan: zin,
  dekt,
})
export type FunctiescheidingRegel = z.output<typeof functiescheidingSchema>

/**
 * True when the two tasks lie with two municipalities (slugs). With one municipality it depends on who
 * performs them there, which no covenant says: `oordeel-nodig`.
 */
export function rekenFunctiescheiding(
  regel: Geplaatst<FunctiescheidingRegel>,
  eerste: string,
  tweede: string,
): Uitkomst<boolean> {
  const [een, twee] = regel.taken.map((t) => TAKEN[t].naam)
  const feiten = { een: een!, twee: twee!, eerste, tweede }
  if (eerste !== tweede)
    return bepaald(true, {
      wat: '{een} en {twee} liggen bij twee gemeenten.',
      bron: regel.bron,
      feiten,
    })
  return oordeelNodig(regel.oordeelVan, {
    wat: '{een} en {twee} liggen bij dezelfde gemeente. Het mag niet dezelfde gemandateerde zijn.',
    bron: regel.bron,
    feiten,
  })
}

const gegeven = z.strictObject({ eerste: naam, tweede: naam })

export const functiescheiding: Soort<FunctiescheidingRegel> = {
  omschrijving: 'welke twee taken niet in één hand mogen liggen',
  zeg: zegFunctiescheiding,
  schema: functiescheidingSchema,
  toets: (regel) => (regel.taken[0] === regel.taken[1] ? ['noem twee verschillende taken'] : []),
  voorbeeld: (regel, feiten) => {
    const { eerste, tweede } = gegeven.parse(feiten, { error: nederlands })
    return rekenFunctiescheiding(regel, eerste, tweede)
  },
}

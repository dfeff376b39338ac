/** Kind `taak-bij-derde`: tasks that the covenant leaves to an organisation that is no party to it. */
import { z } from 'zod'
import { nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { isTaak, TAKEN, taken } from '../taken.ts'
import { dekt, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'

export const taakBijDerdeSchema = z.strictObject({
  soort: z.literal('taak-bij-derde'),
  id: naam,
  taken: z.array(z.enum(taken)).min(1),
  /** Who it is, in words: no municipality, so no slug. */
  derde: zin,
  dekt,
})
export type TaakBijDerdeRegel = z.output<typeof taakBijDerdeSchema>

/** Why no municipality is the answer for this task (a name of the closed list): another organisation does it. */
export const zegDerde = (regel: Geplaatst<TaakBijDerdeRegel>): Stap => ({
  wat: 'Het convenant laat deze taak over aan {derde}. Dat is geen gemeente.',
  bron: regel.bron,
  feiten: { derde: regel.derde },
})

/** The rule among these that leaves the task to someone else. */
export const derdeVoor = (
  regels: readonly Geplaatst<TaakBijDerdeRegel>[],
  taak: string,
): Geplaatst<TaakBijDerdeRegel> | undefined => regels.find((r) => isTaak(taak) && r.taken.includes(taak))

const gegeven = z.strictObject({ taak: z.enum(taken) })

const reken = (regel: Geplaatst<TaakBijDerdeRegel>, taak: string): Uitkomst<string> =>
  nietGeregeld(
    derdeVoor([regel], taak)
      ? zegDerde(regel)
      : { wat: 'Over deze taak zegt dit lid niets: {taak}.', bron: regel.bron, feiten: { taak } },
  )

export const taakBijDerde: Soort<TaakBijDerdeRegel> = {
  omschrijving: 'welke taken bij een organisatie liggen die geen partij is',
  schema: taakBijDerdeSchema,
  zeg: (regel) => [`Dit doet ${regel.derde}: ${regel.taken.map((t) => TAKEN[t].naam).join(', ')}.`],
  toets: (regel, document) =>
    document.regels.flatMap((r) =>
      r.soort === 'taak'
        ? r.taken.filter((t) => regel.taken.includes(t)).map((t) => `de regel ${r.id} geeft ${t} aan een gemeente`)
        : [],
    ),
  voorbeeld: (regel, feiten) => reken(regel, gegeven.parse(feiten, { error: nederlands }).taak),
}

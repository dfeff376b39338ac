/** Kind `taak`: who performs which tasks for which cases. */
import { z } from 'zod'
import type { Convenant, Kader } from '../afspraak.ts'
import { BUITEN_REGIO, GEEN } from '../gemeenten.ts'
import { taken } from '../taken.ts'
import { dag, jaNee, naam, nederlands } from '../velden.ts'
import { bevoegdVolgensWet, wie } from '../wie.ts'
import type { Soort } from './soort.ts'
import { type Geval, type TaakRegel, taakSchema, type Uitzondering } from './taak-schema.ts'
import { zegTaak } from './zeg-taken.ts'

function toets(regel: TaakRegel, document: Convenant | Kader): string[] {
  const partijen = document.soort === 'convenant' ? document.partijen : []
  const rollen = document.soort === 'convenant' ? document.rollen : {}
  const bestaat = (n: string): boolean => n in rollen || partijen.includes(n) || n === BUITEN_REGIO || n === GEEN
  const fouten: string[] = []
  const alle = (u: Uitzondering): void => {
    for (const n of [...(u.voor.inwonerVan ?? []), ...(u.voor.gemeldBij ?? [])])
      if (!bestaat(n)) fouten.push(`${n} is geen partij en geen rol van deze afspraak`)
    for (const b of u.behalve ?? []) alle(b)
  }
  alle(regel)
  const wie = regel.uitvoerder
  if (wie !== 'gemeente-van-inwoner' && wie !== 'gemeente-van-melding') {
    if (!bestaat(wie)) fouten.push(`de uitvoerder ${wie} is geen partij en geen rol van deze afspraak`)
    else if (wie in rollen && rollen[wie]!.length !== 1)
      fouten.push(`de rol ${wie} heeft ${rollen[wie]!.length} leden en kan daarom niet de uitvoerder zijn`)
  }
  return fouten
}

const gegeven = z.strictObject({
  taak: z.enum(taken),
  voorziening: z.enum(['bw', 'mo']),
  woongemeente: naam,
  gemeldBij: naam.optional(),
  eersteMelding: jaNee.default(true),
  spoed: jaNee.default(false),
  op: dag.optional(),
  /** `ja`: what the bare text says, without any chosen reading. */
  zonderUitleg: jaNee.default(false),
})

export const taak: Soort<TaakRegel> = {
  omschrijving: 'wie welke taak doet',
  zeg: zegTaak,
  schema: taakSchema,
  toets,
  voorbeeld: (_regel, feiten, omgeving) => {
    const { op, zonderUitleg, eersteMelding, gemeldBij, ...rest } = gegeven.parse(feiten, { error: nederlands })
    const geval: Geval = { ...rest, gemeldBij: gemeldBij ?? rest.woongemeente, herhaald: !eersteMelding }
    if (omgeving.document.soort === 'kader') return bevoegdVolgensWet(omgeving, geval)
    const boek = omgeving.boek(op)
    return wie(zonderUitleg ? { ...boek, uitleg: [] } : boek, geval)
  },
}

/** An example of a rule that lays a duty on someone: what is known, and the state that follows. */
import { z } from 'zod'
import type { Geplaatst } from '../afspraak.ts'
import { plichtMet, staatVan } from '../plichtstaat.ts'
import { tijdvakVan } from '../tijdvak.ts'
import { dag, jaNee, naam, nederlands, zin } from '../velden.ts'
import type { Plichtgrond, Soort } from './soort.ts'

const gegeven = z.strictObject({
  op: dag,
  bewijs: z
    .array(z.strictObject({ op: dag, wat: zin, /** The municipality that did it. */ door: naam.optional() }))
    .default([]),
  /** The days on which that happened what the duty waits for. */
  gebeurd: z.array(dag).default([]),
  /** Which duty, where one rule has more than one. */
  plicht: naam.optional(),
  /** `ja`: what the bare text says, without any chosen reading. */
  zonderUitleg: jaNee.default(false),
})

/** The `voorbeeld` of a kind whose answer is the state of its duty. */
export const voorbeeldVanPlicht =
  <R extends { id: string }>(
    plichten: (regel: Geplaatst<R>, grond: Plichtgrond) => Parameters<typeof plichtMet>[0][],
  ): Soort<R>['voorbeeld'] =>
  (regel, feiten, omgeving) => {
    const { op, bewijs, gebeurd, plicht: id, zonderUitleg } = gegeven.parse(feiten, { error: nederlands })
    const boek = omgeving.boek(op)
    const uitleg = zonderUitleg ? [] : boek.uitleg
    const delen = plichten(regel, { document: boek.laatste, uitleg, gemeenten: boek.gemeenten })
    const deel = id ? delen.find((d) => d.id === id) : delen[0]
    if (!deel) throw new RangeError(`${regel.id} heeft geen plicht ${id ?? ''}`)
    const { begin, einde } = tijdvakVan(boek)
    return staatVan(
      plichtMet(deel, { van: begin, totEnMet: einde }),
      [...bewijs, ...gebeurd.map((d) => ({ op: d, wat: 'dit gebeurde', soort: 'gebeurtenis' as const }))],
      op,
    )
  }

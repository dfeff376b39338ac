/** Amounts that a statute sets from year to year, such as a rent limit. */
import type { Kader } from '../convenant/afspraak.ts'
import { rekenBedragOp } from '../convenant/regels/bedragen.ts'
import { kaderregels } from '../convenant/regels-van.ts'
import type { Datum } from '../kern/datum.ts'
import type { Centen } from '../kern/geld.ts'
import { nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'

/** The names that `wetsbedrag` knows. */
export const wetsbedragen = (kaders: readonly Kader[]): string[] => kaderregels(kaders, 'bedragen').map((r) => r.id)

/** The amount in euro cents on a day. A year nobody recorded is `ontbreekt`; an unknown name `niet-geregeld`. */
export function wetsbedrag(id: string, op: Datum, kaders: readonly Kader[]): Uitkomst<Centen> {
  const regel = kaderregels(kaders, 'bedragen').find((r) => r.id === id)
  return regel
    ? rekenBedragOp(regel, op)
    : nietGeregeld({ wat: 'Het bedrag {id} staat niet in de kaders.', feiten: { id } })
}

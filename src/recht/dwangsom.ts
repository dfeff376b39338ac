/** The penalty for a late decision (Awb 4:17), by the statutes that were loaded. */
import type { Kader } from '../convenant/afspraak.ts'
import { type Dwangsom, type Dwangsominvoer, rekenDwangsom } from '../convenant/regels/dwangsom.ts'
import { regelsVan } from '../convenant/regels-van.ts'
import { uitlegStap } from '../convenant/uitleg-stap.ts'
import { nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'

export type { Dwangsom, Dwangsominvoer } from '../convenant/regels/dwangsom.ts'

/** First day, days and euro cents. Whether an exception of the statute applies is for a person to judge. */
export function dwangsom(invoer: Dwangsominvoer, kaders: readonly Kader[]): Uitkomst<Dwangsom> {
  for (const kader of kaders) {
    const regel = regelsVan(kader, 'dwangsom')[0]
    if (!regel) continue
    const uitleg = kader.uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap)
    return rekenDwangsom(regel, invoer, uitleg)
  }
  return nietGeregeld({ wat: 'De regels voor de dwangsom staan niet in de kaders.' })
}

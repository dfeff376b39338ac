import { artikeladres } from '../convenant/index.ts'
import type { Bron } from '../kern/uitkomst.ts'
import type { RegioAfspraken } from './afspraken.ts'

/** A statute article as a source, with the day its text was read for; taken from the kader file itself. */
export function wetsbron({ afspraken }: RegioAfspraken, kader: string, artikel: string, lid?: string): Bron {
  const gevonden = afspraken.kaders.find((k) => k.id === kader)
  if (!gevonden) throw new Error(`Er is geen kader ${kader}.`)
  return {
    wet: gevonden.kort,
    geldigOp: gevonden.geldigOp.toString(),
    artikel,
    ...(lid && { lid }),
    url: artikeladres(gevonden, artikel),
  }
}

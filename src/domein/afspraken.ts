import { type Afspraken, type Afsprakenboek, afsprakenboek } from '../convenant/index.ts'
import type { Datum } from '../kern/datum.ts'

/** The agreements of one region: what was read, and a name of it (versions and hashes) for the journal. */
export type RegioAfspraken = {
  readonly regio: string
  readonly afspraken: Afspraken
  /** Versions and sha256 of the files the outcomes rest on; stored in every event (D5). */
  readonly merk: string
}

/** The agreements as they bind on a day (D6). Kept per day: a case asks for the same day many times. */
export function boekOp(regio: RegioAfspraken, op: Datum): Afsprakenboek {
  const bekend = boeken.get(regio) ?? { perDag: new Map<string, Afsprakenboek>(), laatst: undefined }
  boeken.set(regio, bekend)
  // One request asks with one and the same day; writing a day down to look it up costs more than looking.
  if (bekend.laatst?.op === op) return bekend.laatst.boek
  const dag = op.toString()
  const boek = bekend.perDag.get(dag) ?? afsprakenboek(regio.regio, op, regio.afspraken)
  bekend.perDag.set(dag, boek)
  bekend.laatst = { op, boek }
  return boek
}
type Boeken = { perDag: Map<string, Afsprakenboek>; laatst: { op: Datum; boek: Afsprakenboek } | undefined }
const boeken = new WeakMap<RegioAfspraken, Boeken>()

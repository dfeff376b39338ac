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
  const dagen = boeken.get(regio) ?? new Map<string, Afsprakenboek>()
  boeken.set(regio, dagen)
  const sleutel = op.toString()
  const boek = dagen.get(sleutel) ?? afsprakenboek(regio.regio, op, regio.afspraken)
  dagen.set(sleutel, boek)
  return boek
}
const boeken = new WeakMap<RegioAfspraken, Map<string, Afsprakenboek>>()

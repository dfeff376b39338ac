/** From whose eyes a case is shown: the day, the agreements, and what this person may do. */
import type { Datum } from '../kern/datum.ts'
import type { RegioAfspraken } from './afspraken.ts'

export type Kijker = { organisatie: { slug: string; naam: string }; taken: readonly string[] }
export type Beeldomgeving = {
  afspraken: RegioAfspraken
  vandaag: Datum
  kijker: Kijker
  gebruiker: (id: string) => string
  organisatie: (id: string) => string
}

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
  /** Whether the reasons are asked for: they are ten times as large as the rest. */
  uitleg: boolean
}

/** A reason, made only when it is asked for; JSON leaves it out otherwise, so no reader of such an answer has it. */
export const reden = <T>(o: Pick<Beeldomgeving, 'uitleg'>, maak: () => T): T => (o.uitleg ? maak() : (undefined as T))

/** When the term for the decision stands still, on a given day (Awb 4:15). Pure: from the state alone. */
import { type Datum, datum } from '../../kern/datum.ts'
import type { Melding, Opschorting } from './stand.ts'

/** The time the client had to complete the request has passed unused: the term runs again by itself. */
const verlopen = (o: Opschorting, op: Datum): boolean =>
  o.tot === null && o.uiterlijk !== null && o.uiterlijk < op.toString()

/** The pause that stops the term on this day. */
export const staatStil = (m: Melding, op: Datum): Opschorting | undefined =>
  m.opschortingen.find((o) => o.tot === null && !verlopen(o, op))

/** The pause that ended by itself and of which nobody recorded when the client completed the request. */
export const verlopenStilstand = (m: Melding, op: Datum): Opschorting | undefined =>
  m.opschortingen.find((o) => verlopen(o, op))

/** The pauses as they count on this day: one that ended by itself has the day after its time as its end. */
export const getelde = (m: Melding, op: Datum): Opschorting[] =>
  m.opschortingen.map((o) => (verlopen(o, op) ? { ...o, tot: datum(o.uiterlijk!).add({ days: 1 }).toString() } : o))

/** Last day of the decision as it counts on this day; worked out when the term was stopped, not here (D5). */
export const besluitUiterlijkOp = (m: Melding, op: Datum): string | null =>
  verlopenStilstand(m, op)?.besluitDan ?? m.besluitUiterlijk

import type { ReactNode } from 'react'
import { datum, schrijfDag, schrijfDatum, schrijfKort } from '../../kern/datum.ts'

const stijlen = { kort: schrijfKort, lang: schrijfDatum, dag: schrijfDag } as const
const zone = 'Europe/Amsterdam'

/** A day in Dutch: `kort` "di 3 nov 2026" in tables, `lang` "3 november 2026" in text. */
export function Dag(p: { op: string; stijl?: keyof typeof stijlen }): ReactNode {
  return <time dateTime={p.op}>{dagtekst(p.op, p.stijl)}</time>
}

/** The same as text; accepts a day or an instant. Anything else is shown as it came. */
export function dagtekst(op: string, stijl: keyof typeof stijlen = 'lang'): string {
  try {
    return stijlen[stijl](op.length > 10 ? instant(op).toPlainDate() : datum(op))
  } catch {
    return op
  }
}

/** An instant as "3 november 2026, 14.30 uur", in Dutch time. */
export function tijdstip(op: string): string {
  if (op.length === 10) return dagtekst(op)
  try {
    const t = instant(op)
    return `${schrijfDatum(t.toPlainDate())}, ${klok(t)} uur`
  } catch {
    return op
  }
}

/** The clock of now in Dutch time: "14.32". */
export const kloktijd = (): string => klok(Temporal.Now.zonedDateTimeISO(zone))

const instant = (op: string): Temporal.ZonedDateTime => Temporal.Instant.from(op).toZonedDateTimeISO(zone)
const klok = (t: Temporal.ZonedDateTime): string => `${t.hour}.${String(t.minute).padStart(2, '0')}`

/** How a stored day looks in a text field: "20-2-2026". */
export function voorVeld(op: string): string {
  const delen = /^(\d{4})-(\d{2})-(\d{2})$/.exec(op)
  return delen ? `${+delen[3]!}-${+delen[2]!}-${delen[1]!}` : op
}

/** The day or year a measure is taken, as the covenants write it: `31 december J`, `1 januari J-1`, `2015`. */
import { type Datum, leesDatum } from '../kern/datum.ts'
import { tekst } from './velden.ts'

const PEIL = /^(?:(\d{1,2} [a-z]{3,9}) )?(?:J([+-]\d{1,2})?|(\d{4}))$/

/** In a leap year every day of the calendar exists. */
const SCHRIKKELJAAR = 2000

/** Kept as text. `J` is the year that is asked about; there is no other arithmetic than J plus or minus years. */
export const peil = tekst.refine(
  (geschreven) =>
    PEIL.test(geschreven) && (/^(J|\d{4})/.test(geschreven) || peildag(geschreven, SCHRIKKELJAAR) !== null),
  'schrijf een peildag als 31 december J, 1 januari J-1 of 2015',
)

/** Days already worked out: a division asks for the same one for every measure. */
const bewaard = new Map<string, Datum | null>()

/** The day itself; null when the text names only a year, the year is not known, or it lacks that day. */
export function peildag(geschreven: string, jaar: number | undefined): Datum | null {
  const sleutel = `${geschreven} ${jaar}`
  const eerder = bewaard.get(sleutel)
  if (eerder !== undefined) return eerder
  const dag = lees(geschreven, jaar)
  bewaard.set(sleutel, dag)
  return dag
}

function lees(geschreven: string, jaar: number | undefined): Datum | null {
  const delen = PEIL.exec(geschreven)
  if (!delen?.[1]) return null
  const op = delen[3] !== undefined ? Number(delen[3]) : jaar === undefined ? undefined : jaar + Number(delen[2] ?? 0)
  if (op === undefined) return null
  const gelezen = leesDatum(`${delen[1]} ${String(op).padStart(4, '0')}`)
  return 'datum' in gelezen ? gelezen.datum : null
}

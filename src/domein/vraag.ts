/** What stands after the question mark of an address: read, or refused at its name (INVOER_ONJUIST). */
import { type Datum, datum } from '../kern/datum.ts'
import { weiger } from '../kern/weigering.ts'

/** A day; undefined when none is asked for. Refuses a day that does not exist. */
export function leesOp(tekst: string | undefined, veld = 'op'): Datum | undefined {
  if (tekst === undefined) return undefined
  try {
    return datum(tekst)
  } catch {
    return weiger('INVOER_ONJUIST', {}, { velden: [{ veld, melding: 'Vul een bestaande dag in als jjjj-mm-dd.' }] })
  }
}

/** One of the names of `keuzes`; the first when none is asked for. Refuses any other, with the names there are. */
export function leesKeuze<K extends string>(
  keuzes: Readonly<Record<K, unknown>>,
  gevraagd: string | undefined,
  veld: string,
): K {
  const namen = Object.keys(keuzes) as K[]
  if (gevraagd === undefined || gevraagd === '') return namen[0]!
  const melding = `Kies een van deze: ${namen.join(', ')}.`
  return namen.find((naam) => naam === gevraagd) ?? weiger('INVOER_ONJUIST', {}, { velden: [{ veld, melding }] })
}

/** The days of kind `opzegging`: plain sums, also for the check that holds a covenant against itself. */
import { type Datum, datum, voor } from '../../kern/datum.ts'
import type { OpzeggingRegel } from './opzegging.ts'

/** The first day on which notice given on `mededeling` can take effect. */
export function eersteDag(regel: Pick<OpzeggingRegel, 'termijn' | 'per'>, mededeling: Datum): Datum {
  const na = mededeling.add(regel.termijn)
  if (!regel.per) return na
  const ditJaar = datum(`${String(na.year).padStart(4, '0')}-${regel.per}`)
  return voor(ditJaar, na) ? ditJaar.add({ years: 1 }) : ditJaar
}

/** Can no notice take effect while the covenant runs, however early it is given? Both days belong to the term. */
export const nooitOpTijd = (
  regel: Pick<OpzeggingRegel, 'termijn' | 'per'>,
  eersteVanLooptijd: Datum,
  laatste: Datum,
): boolean => voor(laatste, eersteDag(regel, eersteVanLooptijd))

import { datum } from '../../kern/datum.ts'

/** A place in a covenant: an article, a lid of it, or a lettered part. */
export type Plek = { artikel: string; lid?: string | null | undefined; onderdeel?: string | null | undefined }

/** "artikel 3 lid 2 onder a"; recitals and notes are no articles and have a word for a number. */
export const noemPlek = ({ artikel, lid, onderdeel }: Plek): string =>
  [
    /^\d/.test(artikel) ? `artikel ${artikel}` : artikel.replaceAll('-', ' '),
    lid && `lid ${lid}`,
    onderdeel && `onder ${onderdeel}`,
  ]
    .filter(Boolean)
    .join(' ')

/**
 * The day on which to show the version that begins on `versie`: `op`, the day an outcome is about, or, when a later
 * version had begun by then, the day before that one. `ingangen` are the first days of the versions of that region.
 * So the page shows what the region had decided by then, and never a version before it began.
 */
export function dagVanVersie(versie: string, ingangen: readonly string[], op: string): string {
  if (op < versie) return versie
  const volgende = ingangen.filter((i) => i > versie).toSorted()[0]
  return volgende === undefined || op < volgende ? op : datum(volgende).subtract({ days: 1 }).toString()
}

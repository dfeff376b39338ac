import type { Bron } from '../../kern/uitkomst.ts'

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

type Vandaag = { vandaag: string; convenant: { versie: string | null }; regio: { slug: string } }

/**
 * The day on which to show the covenant an outcome rests on. The version in force today is shown as it is today, with
 * what the region has decided since; another version as it was on its first day.
 */
export const dagVanBron = (bron: Extract<Bron, { convenant: string }>, s: Vandaag): string =>
  bron.convenant === s.regio.slug && bron.versie === s.convenant.versie ? s.vandaag : bron.versie

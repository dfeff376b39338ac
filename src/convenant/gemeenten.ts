/** The municipalities of the Netherlands: slug, name and, where checked, the CBS code. */
export type Gemeente = { readonly slug: string; readonly naam: string; readonly code: string | null }

/** Slugs that stand for a person without a municipality of this region. */
export const BUITEN_REGIO = 'buiten-regio'
export const GEEN = 'geen'

const bijzonder: Readonly<Record<string, string>> = {
  [BUITEN_REGIO]: 'een gemeente buiten de regio',
  [GEEN]: 'geen woonplaats',
}

const bewaard = new WeakMap<readonly Gemeente[], ReadonlyMap<string, Gemeente>>()

/** The list by slug; made once for each list, because every explanation names municipalities. */
function opSlug(gemeenten: readonly Gemeente[]): ReadonlyMap<string, Gemeente> {
  const eerder = bewaard.get(gemeenten)
  if (eerder) return eerder
  const nieuw = new Map(gemeenten.map((g) => [g.slug, g]))
  bewaard.set(gemeenten, nieuw)
  return nieuw
}

/** The name people read: "Leidschendam-Voorburg". An unknown slug is made readable, never refused. */
export function gemeentenaam(slug: string, gemeenten: readonly Gemeente[]): string {
  const naam = bijzonder[slug] ?? opSlug(gemeenten).get(slug)?.naam
  return (
    naam ??
    slug.replace(/(^|-)([a-z])/g, (_, streep: string, letter: string) => (streep ? ' ' : '') + letter.toUpperCase())
  )
}

/** `'s-Hertogenbosch` becomes `s-hertogenbosch`; letters lose their accents. */
export const slugVan = (naam: string): string =>
  naam
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’().,]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')

/** The CBS name of Den Haag is 's-Gravenhage; both slugs mean the same municipality. */
const ZELFDE: Readonly<Record<string, string>> = { 's-gravenhage': 'den-haag' }

/** The slug as the covenants write it, or undefined when no municipality has it. */
export function vindGemeente(slug: string, gemeenten: readonly Gemeente[]): string | undefined {
  const eigen = ZELFDE[slug] ?? slug
  return opSlug(gemeenten).get(eigen)?.slug
}

/** Who a lid is about: parties, roles of the covenant, or all of them (`partijen`). */
import { z } from 'zod'
import type { Convenant, Kader } from '../afspraak.ts'
import { type Gemeente, gemeentenaam } from '../gemeenten.ts'
import { elkEenKeer, naam } from '../velden.ts'
import { PARTIJEN } from './besluitregel-schema.ts'
import type { Kring } from './taak-zinnen.ts'

/** One name or a list of them. */
export const namen = z.union(
  [naam.transform((een) => [een]), z.array(naam).min(1).refine(elkEenKeer, 'een naam staat er twee keer')],
  'noem een partij, een rol, of een lijst',
)

type Groepen = Pick<Convenant, 'partijen' | 'rollen'>

/** The municipalities (slugs) these names stand for, each once, in the order of the names. */
export const slugsVan = (wie: readonly string[], { partijen, rollen }: Groepen): string[] => [
  ...new Set(wie.flatMap((n) => (n === PARTIJEN ? partijen : (rollen[n] ?? [n])))),
]

/** Sentences about names that are no party and no role; a statute has none. */
export function vreemdeNamen(wie: readonly string[], document: Convenant | Kader): string[] {
  const bekend = document.soort === 'convenant' ? [PARTIJEN, ...document.partijen, ...Object.keys(document.rollen)] : []
  return [...new Set(wie)]
    .filter((n) => !bekend.includes(n))
    .map((n) => `${n} is geen partij en geen rol van deze afspraak`)
}

/** "Den Haag", "elke regiogemeente", "alle gemeenten": the words of a sentence. */
export const noemBetrokken = (wie: readonly string[], { rollen }: Groepen, gemeenten: readonly Gemeente[]): string =>
  wie
    .map((n) => {
      if (n === PARTIJEN) return 'alle gemeenten'
      const leden = rollen[n]
      if (!leden) return gemeentenaam(n, gemeenten)
      return leden.length === 1 ? gemeentenaam(leden[0]!, gemeenten) : `elke ${n}`
    })
    .join(' en ')

/** What a rule needs to know of the document it stands in; a statute has no parties. */
export const kringVan = (document: Convenant | Kader, gemeenten: readonly Gemeente[]): Kring =>
  document.soort === 'convenant'
    ? { partijen: document.partijen, rollen: document.rollen, gemeenten }
    : { partijen: [], rollen: {}, gemeenten }

/** Who may vote under a rule of kind `besluitregel`, and with how many votes. */
import { weiger } from '../../kern/weigering.ts'
import { gemeentenaam } from '../gemeenten.ts'
import {
  type BesluitRegel,
  type GeregeldBesluit,
  type Meerderheid,
  PARTIJEN,
  type Stemronde,
} from './besluitregel-schema.ts'
import type { Kring } from './taak-zinnen.ts'

/** The members in the order of the covenant, each once. */
export function stemmers(regel: Pick<BesluitRegel, 'stemgerechtigd'>, kring: Kring): string[] {
  const genoemd = regel.stemgerechtigd.flatMap((n) => (n === PARTIJEN ? kring.partijen : (kring.rollen[n] ?? [n])))
  return kring.partijen.filter((p) => genoemd.includes(p))
}

/** How many votes a member has in a round. A number for the party itself goes before one for its role. */
export function stemmenVan(lid: string, ronde: Meerderheid, kring: Kring): number {
  const rol = Object.keys(ronde.stemmen).find((n) => kring.rollen[n]?.includes(lid))
  return ronde.stemmen[lid] ?? (rol === undefined ? undefined : ronde.stemmen[rol]) ?? ronde.stemmen['ieder']!
}

/** How many votes the members have together in a round. */
export const alleStemmen = (ronde: Meerderheid, leden: readonly string[], kring: Kring): number =>
  leden.reduce((som, lid) => som + stemmenVan(lid, ronde, kring), 0)

/** Throws a `Weigering` when the vote could not have been held like this. */
export function toetsStemming(regel: GeregeldBesluit, ronden: readonly Stemronde[], kring: Kring): void {
  const leden = stemmers(regel, kring)
  const noem = (slug: string): string => gemeentenaam(slug, kring.gemeenten)
  const past = (goed: boolean, reden: string): void => {
    if (!goed) weiger('STEMMING_PAST_NIET', { reden })
  }
  past(
    ronden.length <= regel.ronden.length,
    `de regel heeft ${regel.ronden.length === 1 ? '1 ronde' : `${regel.ronden.length} ronden`}, en in de stemming staan er ${ronden.length}`,
  )
  for (const [i, gehouden] of ronden.entries()) {
    const ronde = regel.ronden[i]!
    const waar = `in ronde ${i + 1}`
    for (const wie of Object.keys(gehouden.stemmen))
      past(leden.includes(wie), `${noem(wie)} stemt hier niet mee, maar staat ${waar}`)
    for (const [wie, aantal] of Object.entries(gehouden.gewicht ?? {})) {
      if (ronde.wijze === 'overeenstemming') return past(false, `${waar} wordt niet geteld, dus is er geen gewicht`)
      past(wie in gehouden.stemmen, `${noem(wie)} heeft ${waar} een gewicht, maar geen stem`)
      const hoogstens = stemmenVan(wie, ronde, kring)
      past(
        Number.isInteger(aantal) && aantal >= 1 && aantal <= hoogstens,
        `${noem(wie)} heeft ${waar} ${hoogstens} ${hoogstens === 1 ? 'stem' : 'stemmen'}, geen ${aantal}`,
      )
    }
  }
}

/** What a key may leave open: what happens to the rest, and whether one measure holds another. */
import { type Breuk, breuk, halfOmhoog, maal, plus } from '../../kern/breuk.ts'
import type { NaarRato } from '../../kern/naar-rato.ts'
import type { Geplaatst, Uitleg } from '../afspraak.ts'
import { keuze, type Open } from '../keuze.ts'
import type { VerdeelsleutelRegel } from './verdeelsleutel-schema.ts'

/**
 * `grootste-rest` and `onverdeeld`: rounded down, and the rest to the largest remainders or to nobody. `elk-apart`: every
 * share rounded half up by itself. `maatstaven-eerst`: the outcome of every measure rounded half up, then the whole.
 * With the last two the shares need not add up to the total.
 */
export const RESTWIJZEN = ['grootste-rest', 'onverdeeld', 'elk-apart', 'maatstaven-eerst'] as const
export type Restwijze = (typeof RESTWIJZEN)[number]
const GRENZEN = ['apart', 'opgeteld'] as const

export const openInSleutel = (regel: VerdeelsleutelRegel): Open => ({
  ...(regel.restUitleg !== undefined && { rest: [regel.rest, ...RESTWIJZEN.filter((w) => w !== regel.rest)] }),
  ...(regel.maatstaven.some((m) => m.bevat !== undefined) && { grenzen: GRENZEN }),
})

export type Sleutelwijze = { rest: Restwijze; opgeteld: boolean }

/** How the key is applied by the readings; without one as the rule says it. */
export function wijzeVan(regel: Geplaatst<VerdeelsleutelRegel>, uitleg: readonly Geplaatst<Uitleg>[]): Sleutelwijze {
  const open = openInSleutel(regel)
  const rest = open['rest'] && keuze(regel, open, 'rest', uitleg).waarde
  return {
    rest: RESTWIJZEN.find((w) => w === rest) ?? regel.rest,
    opgeteld: open['grenzen'] !== undefined && keuze(regel, open, 'grenzen', uitleg).waarde === 'opgeteld',
  }
}

/** The way when every share is rounded by itself, else null. */
export const elkApart = (rest: Restwijze): 'elk-apart' | 'maatstaven-eerst' | null =>
  rest === 'elk-apart' || rest === 'maatstaven-eerst' ? rest : null

type Kolom = { readonly gewicht: Breuk; readonly heel: readonly bigint[]; readonly som: bigint }

/** The same division with every share rounded half up by itself; `rest` is what is then left, or (negative) too much. */
export function elkAfgerond(
  exact: NaarRato,
  totaal: bigint,
  kolommen: readonly Kolom[],
  wijze: 'elk-apart' | 'maatstaven-eerst',
): NaarRato {
  const min = totaal < 0n
  const absoluut = min ? -totaal : totaal
  const noemer = min ? -exact.noemer : exact.noemer
  const hele = exact.tellers.map((teller, i) =>
    halfOmhoog(
      wijze === 'elk-apart'
        ? breuk(teller, noemer)
        : kolommen
            .map((k) => maal(k.gewicht, breuk(halfOmhoog(breuk(absoluut * k.heel[i]!, k.som)))))
            .reduce(plus, breuk(0n)),
    ),
  )
  const aandelen = min ? hele.map((a) => -a) : hele
  return { ...exact, aandelen, rest: totaal - aandelen.reduce((som, a) => som + a, 0n), erbij: hele.map(() => false) }
}

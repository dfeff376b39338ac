/** Rules that answer the same question: the reading the region chose goes first, else the text has two answers. */
import { naarJson } from '../kern/schrijf-uit.ts'
import { bepaald, type Lezing, type Stap, tegenstrijdig, type Uitkomst } from '../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from './afspraak.ts'
import { uitlegStap } from './uitleg-stap.ts'

/**
 * Computes the rule that an uitleg gives `voorrang`, the only rule, or all of them when they agree. Where no
 * uitleg chooses, the outcome is `tegenstrijdig` with every reading, under the sentence that `zeg` makes of them.
 */
export function kiesLezing<R extends { id: string }, T>(
  regels: readonly Geplaatst<R>[],
  uitleg: readonly Geplaatst<Uitleg>[],
  reken: (regel: Geplaatst<R>) => Uitkomst<T>,
  zeg: (waarden: readonly T[]) => Omit<Stap, 'stappen'>,
): Uitkomst<T> {
  // A reading with `bij` is about one kind of case, such as spoed; these rules know no cases.
  const altijd = uitleg.filter((u) => !u.bij)
  const kiezers = altijd.filter((u) => u.voorrang && regels.length > 1 && regels.every((r) => u.over.includes(r.id)))
  const gekozen = new Set(kiezers.map((u) => u.voorrang))
  const winnaar =
    regels.length === 1 ? regels[0]! : gekozen.size === 1 ? regels.find((r) => gekozen.has(r.id)) : undefined
  if (winnaar) {
    const los = altijd.filter((u) => u.over.includes(winnaar.id) && !u.voorrang)
    const uitkomst = reken(winnaar)
    return met(uitkomst, [
      ...[...kiezers, ...los].map(uitlegStap),
      ...regels.filter((r) => r !== winnaar).map(gingNietVoor),
    ])
  }
  const uitkomsten = regels.map(reken)
  const zonder = uitkomsten.find((u) => u.soort !== 'bepaald')
  if (zonder) return zonder
  const lezingen = uitkomsten.flatMap((u, i): Lezing<T>[] =>
    u.soort === 'bepaald' ? [{ waarde: u.waarde, bron: regels[i]!.bron }] : [],
  )
  const stappen = [
    ...uitkomsten.map((u) => u.waarom),
    ...altijd.filter((u) => regels.some((r) => u.over.includes(r.id))).map(uitlegStap),
  ]
  if (new Set(lezingen.map((l) => JSON.stringify(naarJson(l.waarde)))).size === 1)
    return bepaald(lezingen[0]!.waarde, { ...uitkomsten[0]!.waarom, stappen })
  return tegenstrijdig(lezingen, { ...zeg(lezingen.map((l) => l.waarde)), stappen })
}

const gingNietVoor = (regel: Geplaatst<{ id: string }>): Stap => ({
  wat: 'De regel {regel} past ook, maar de gekozen uitleg gaat voor.',
  bron: regel.bron,
  feiten: { regel: regel.id },
  geldt: false,
})

const met = <T>(uitkomst: Uitkomst<T>, stappen: readonly Stap[]): Uitkomst<T> =>
  stappen.length
    ? { ...uitkomst, waarom: { ...uitkomst.waarom, stappen: [...(uitkomst.waarom.stappen ?? []), ...stappen] } }
    : uitkomst

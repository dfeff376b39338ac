/**
 * Pattern P1: every rule answers with an `Uitkomst`: a value or the reason there is none, and
 * always the tree of steps that led there. The code that computes makes the tree.
 */

/** Where a step comes from: an article of a covenant version, or of a statute as valid on a day. */
export type Bron =
  | { convenant: string; versie: string; artikel: string; lid?: string; onderdeel?: string; regel?: string }
  | { wet: string; geldigOp: string; artikel: string; lid?: string; onderdeel?: string; regel?: string; url?: string }

/** An amount of money as a fact: shown as `€ 12,34`, in JSON a whole number of cents. */
export type Bedrag = { readonly centen: bigint }
/** A share as a fact. Need not be in lowest terms: that is done when it is shown. */
export type Verhouding = { readonly teller: bigint; readonly noemer: bigint }

/** A fact used by a step. Dates, amounts and shares are kept, so that the text is only made when shown. */
export type Feit = string | number | bigint | boolean | Temporal.PlainDate | Bedrag | Verhouding | null

/**
 * One step. `wat` is a template: `{naam}` is replaced by the fact of that name when the step is
 * shown. `geldt: false` marks a branch that was considered and did not apply.
 */
export type Stap = {
  wat: string
  bron?: Bron
  /** The chosen reading this step leans on: id, and whether the region adopted it. */
  uitleg?: { id: string; keuze: string; reden: string; vastgesteld: string | null }
  /** An addendum changed the text this outcome rests on, and the new text is not known here: its decision and days. */
  addendum?: { id: string; besloten: string; ingang: string }
  feiten?: Readonly<Record<string, Feit>>
  geldt?: boolean
  stappen?: readonly Stap[]
}

export type Lezing<T> = { waarde: T; bron: Bron }

export type Uitkomst<T> = { waarom: Stap } & (
  | { soort: 'bepaald'; waarde: T }
  | { soort: 'niet-geregeld' }
  | { soort: 'tegenstrijdig'; lezingen: readonly Lezing<T>[] }
  | { soort: 'oordeel-nodig'; van: string }
  | { soort: 'ontbreekt'; feit: { wat: string; op?: string; van?: string } }
)

export const bepaald = <T>(waarde: T, waarom: Stap): Uitkomst<T> => ({ soort: 'bepaald', waarde, waarom })
export const nietGeregeld = <T>(waarom: Stap): Uitkomst<T> => ({ soort: 'niet-geregeld', waarom })
export const tegenstrijdig = <T>(lezingen: readonly Lezing<T>[], waarom: Stap): Uitkomst<T> => ({
  soort: 'tegenstrijdig',
  lezingen,
  waarom,
})
export const oordeelNodig = <T>(van: string, waarom: Stap): Uitkomst<T> => ({ soort: 'oordeel-nodig', van, waarom })
export const ontbreekt = <T>(feit: { wat: string; op?: string; van?: string }, waarom: Stap): Uitkomst<T> => ({
  soort: 'ontbreekt',
  feit,
  waarom,
})

/** All readings in the tree that were chosen but not (yet) adopted by the region. */
export function nietVastgesteld(stap: Stap): NonNullable<Stap['uitleg']>[] {
  const eigen = stap.uitleg && stap.uitleg.vastgesteld === null ? [stap.uitleg] : []
  return [...eigen, ...(stap.stappen ?? []).flatMap(nietVastgesteld)]
}

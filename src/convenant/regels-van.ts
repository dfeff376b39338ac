import type { Convenant, Geplaatst, Kader } from './afspraak.ts'
import type { Regel, Regelsoort, RegelVan } from './regels/index.ts'

/** All rules of one kind in one document, in the order of the text. */
export const regelsVan = <S extends Regelsoort>(
  document: Pick<Convenant | Kader, 'regels'>,
  soort: S,
): Geplaatst<RegelVan<S>>[] =>
  document.regels.filter((r: Geplaatst<Regel>): r is Geplaatst<Regel> & Geplaatst<RegelVan<S>> => r.soort === soort)

/** The same over several statutes. */
export const kaderregels = <S extends Regelsoort>(kaders: readonly Kader[], soort: S): Geplaatst<RegelVan<S>>[] =>
  kaders.flatMap((k) => regelsVan(k, soort))

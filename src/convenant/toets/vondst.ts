/** What a check hands over, before `toets` says in which file and with which reading. */
import type { Bron } from '../../kern/uitkomst.ts'
import type { Convenant, Kader } from '../afspraak.ts'
import type { Afsprakenboek } from '../afsprakenboek.ts'
import type { Gemeente } from '../gemeenten.ts'
import type { Code, Ernst } from './codes.ts'

export type Vondst = {
  readonly code: Code
  readonly ernst: Ernst
  /** What is the case, in Dutch, without a judgement about who made a mistake. */
  readonly bevinding: string
  /** The article it stands in. */
  readonly bron: Bron
  /** Ids of rules, and names of tasks or municipalities. */
  readonly betreft?: readonly string[]
  /** Id of the reading about this; left out: one that is about all rules in `betreft`; null: none can settle it. */
  readonly uitleg?: string | null
}

export type Toetsomgeving = {
  readonly kaders: readonly Kader[]
  readonly gemeenten: readonly Gemeente[]
  /** The book of this covenant on the day asked; null for a statute. */
  readonly boek: Afsprakenboek | null
}

/** A check over a whole document. A check of one kind of rule is `bevindingen` of that kind. */
export type Lint = (document: Convenant | Kader, omgeving: Toetsomgeving) => Vondst[]

/** "artikel 3 lid 1 onder a". */
export const noemPlek = (bron: Bron): string =>
  [`artikel ${bron.artikel}`, bron.lid && `lid ${bron.lid}`, bron.onderdeel && `onder ${bron.onderdeel}`]
    .filter(Boolean)
    .join(' ')

/** The first lid of a covenant, where it says who takes part. */
export function begin(document: Convenant): Bron {
  const eerste = document.bepalingen[0]!
  return {
    convenant: document.id,
    versie: document.ingang.toString(),
    artikel: eerste.artikel,
    ...(eerste.lid && { lid: eerste.lid }),
    ...(eerste.onderdeel && { onderdeel: eerste.onderdeel }),
  }
}

/** What a kind of agreement brings along. The register in `index.ts` is the only place that picks one. */
import type { z } from 'zod'
import type { Datum } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Kader, Uitleg } from '../afspraak.ts'
import type { Afsprakenboek } from '../afsprakenboek.ts'
import type { Gemeente } from '../gemeenten.ts'
import type { Open } from '../keuze.ts'
import type { Plichtdeel } from '../plichtstaat.ts'
import type { Vondst } from '../toets/vondst.ts'

/** What an example may lean on: the file it stands in, and the agreements of one day. */
export type Omgeving = {
  readonly document: Convenant | Kader
  readonly kaders: readonly Kader[]
  readonly gemeenten: readonly Gemeente[]
  /** The book of this covenant on a day; left out: on its first day. */
  boek(op?: Datum): Afsprakenboek
}

/** What a duty leans on: the covenant it stands in, and the readings of the day asked. */
export type Plichtgrond = {
  readonly document: Convenant
  readonly uitleg: readonly Geplaatst<Uitleg>[]
  readonly gemeenten: readonly Gemeente[]
}

/** How an outcome of this kind is made definitive (D6): an invoice, a settlement, a division of homes, a sealed vote. */
export type Definitief<R> = {
  /** What it is then, as a screen names it: "verdeling", "stemming". */
  readonly wat: string
  /** Set where one meeting gives one outcome; left out: one stands per year. */
  readonly per?: 'dag'
  /** Which of the outcomes over that year this input gives, where there is more than one: "factuur", "afrekening". */
  readonly deel?: (invoer: unknown) => string
  /**
   * Computes it over `jaar` with the agreements of the book, every chosen reading included. Throws a ZodError or a
   * RangeError with a Dutch sentence for input that does not fit, or a `Weigering`.
   */
  reken(regel: Geplaatst<R>, invoer: unknown, boek: Afsprakenboek, jaar: number): Uitkomst<unknown>
}

export type Soort<R> = {
  /** One Dutch line: what this kind says. */
  readonly omschrijving: string
  readonly schema: z.ZodType<R>
  /** What the text of this rule leaves open, so that an uitleg may choose; left out: nothing. */
  open?(regel: R): Open
  /** Sentences about what is wrong in this document, such as a name that does not exist. */
  toets?(regel: R, document: Convenant | Kader): string[]
  /** What `regiodak toets` finds about one rule by computing: the text is readable, but does not add up. */
  bevindingen?(regel: Geplaatst<R>, document: Convenant | Kader): Vondst[]
  /** The duties this rule lays on someone; left out for a kind that knows none. */
  plichten?(regel: Geplaatst<R>, grond: Plichtgrond): Plichtdeel[]
  readonly definitief?: Definitief<R>
  /** The rule in readable Dutch, a few short sentences; left out: its fields are shown as they stand. */
  zeg?(regel: R, document: Convenant | Kader, gemeenten: readonly Gemeente[]): string[]
  /** Which fields of its examples and outcomes are whole euro cents, by the names that lead to one; left out: none. */
  geld?(regel: R, document: Pick<Convenant | Kader, 'regels'>): (pad: readonly string[]) => boolean
  /** Computes an example of this rule. Throws a ZodError when `gegeven` does not fit the kind. */
  voorbeeld(regel: Geplaatst<R>, gegeven: Readonly<Record<string, unknown>>, omgeving: Omgeving): Uitkomst<unknown>
}

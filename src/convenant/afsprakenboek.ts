/** Which agreements count for a region on a day (D6): the version in force and the decisions taken by then. */
import { type Datum, opOfVoor, voor } from '../kern/datum.ts'
import { bepaald, type Stap, type Uitkomst } from '../kern/uitkomst.ts'
import { weiger } from '../kern/weigering.ts'
import { metAddenda } from './addendum.ts'
import type { Afspraken, Convenant, Geplaatst, Kader, Uitleg } from './afspraak.ts'
import { zoalsVastgesteld } from './anders-gekozen.ts'
import type { Besluit, Verlenging } from './besluit.ts'
import type { Gemeente } from './gemeenten.ts'
import { kiesLooptijd, type Looptijd, rekenLooptijd } from './regels/looptijd.ts'
import { regelsVan } from './regels-van.ts'

export type Afsprakenboek = {
  readonly regio: string
  /** The day asked: only decisions taken on or before it count, unless a later day was named for those. */
  readonly op: Datum
  /** The version in force on `op`, or null. */
  readonly convenant: Convenant | null
  /** The last version that had begun, or else the first that is to come. */
  readonly laatste: Convenant
  /** The term of `laatste` with the recorded extensions; null when the text has no such rule. */
  readonly looptijd: Uitkomst<Looptijd> | null
  readonly besluiten: readonly Besluit[]
  /** The readings of `laatste`, adopted ones marked with their day. */
  readonly uitleg: readonly Geplaatst<Uitleg>[]
  readonly kaders: readonly Kader[]
  readonly gemeenten: readonly Gemeente[]
}

/** The regions for which there is a covenant file, in alphabetical order. */
export const regios = (afspraken: Pick<Afspraken, 'convenanten'>): string[] =>
  [...new Set(afspraken.convenanten.map((c) => c.id))].sort()

/**
 * Throws `REGIO_ONBEKEND` when no covenant file exists for the region. Decisions taken after `bekend` do not count;
 * what is settled later over `op` may lean on decisions taken meanwhile.
 */
export function afsprakenboek(regio: string, op: Datum, afspraken: Afspraken, bekend: Datum = op): Afsprakenboek {
  const versies = afspraken.convenanten
    .filter((c) => c.id === regio)
    .sort((a, b) => Temporal.PlainDate.compare(a.ingang, b.ingang))
  const laatste = versies.findLast((c) => opOfVoor(c.ingang, op)) ?? versies[0]
  if (!laatste) return weiger('REGIO_ONBEKEND', { regio, regios: regios(afspraken).join(', ') || 'geen' })
  const besluiten = afspraken.besluiten
    .filter((b) => b.regio === regio && b.versie.equals(laatste.ingang) && opOfVoor(b.besloten, bekend))
    .sort((a, b) => Temporal.PlainDate.compare(a.besloten, b.besloten))
  const boek = {
    regio,
    op,
    laatste,
    besluiten,
    uitleg: laatste.uitleg.map((u) => vastgesteld(bekendOp(u, bekend), besluiten)),
    kaders: afspraken.kaders,
    gemeenten: afspraken.gemeenten,
  }
  const looptijd = looptijdVan(boek)
  return { ...boek, looptijd, convenant: isVanKracht(laatste, op, looptijd) ? laatste : null }
}

/** Two readings of the end leave it in force: the parties recorded that they extended it. */
function isVanKracht(versie: Convenant, op: Datum, looptijd: Uitkomst<Looptijd> | null): boolean {
  if (voor(op, versie.ingang)) return false
  if (looptijd?.soort === 'bepaald') return looptijd.waarde.geldt
  if (looptijd?.soort === 'tegenstrijdig') return looptijd.lezingen.some((l) => l.waarde.geldt)
  return true
}

/** A reading that is adopted on a later day is not adopted yet. */
export const bekendOp = (uitleg: Geplaatst<Uitleg>, dag: Datum): Geplaatst<Uitleg> =>
  uitleg.vastgesteld && voor(dag, uitleg.vastgesteld) ? { ...uitleg, vastgesteld: null } : uitleg

function vastgesteld(uitleg: Geplaatst<Uitleg>, besluiten: readonly Besluit[]): Geplaatst<Uitleg> {
  const besluit = besluiten.findLast((b) => b.soort === 'vastgestelde-uitleg' && b.uitleg === uitleg.id)
  return besluit?.soort === 'vastgestelde-uitleg' ? zoalsVastgesteld(uitleg, besluit) : uitleg
}

/** A text without a first day does not hold before the day its version begins. */
function nietEerder(uitkomst: Uitkomst<Looptijd>, { laatste, op }: Kern): Uitkomst<Looptijd> {
  if (uitkomst.soort !== 'bepaald' || !uitkomst.waarde.geldt || !voor(op, laatste.ingang)) return uitkomst
  return bepaald(
    { ...uitkomst.waarde, geldt: false },
    {
      ...uitkomst.waarom,
      wat: 'Op {op} geldt het convenant niet. Deze versie begint op {ingang}.',
      feiten: { ...uitkomst.waarom.feiten, ingang: laatste.ingang },
    },
  )
}

type Kern = Pick<Afsprakenboek, 'laatste' | 'op' | 'besluiten' | 'uitleg'>

/** The term, with the extensions given instead of the recorded ones when `verlengingen` is set. */
function looptijdVan(boek: Kern, verlengingen?: number): Uitkomst<Looptijd> | null {
  const regels = regelsVan(boek.laatste, 'looptijd')
  if (!regels.length) return null
  const vastgelegd = boek.besluiten.filter((b): b is Verlenging => b.soort === 'verlenging')
  const stappen = vastgelegd.map((b): Stap => ({
    wat: `Besluit van {besloten} door {door}: verlengd tot {tot}.${b.fictief ? ' Dit besluit is verzonnen voor de demonstratie.' : ''}`,
    feiten: { besluit: b.id, besloten: b.besloten, door: b.door, tot: b.tot, fictief: b.fictief },
  }))
  const uitkomst = kiesLooptijd(regels, boek.uitleg, (regel) =>
    verlengingen === undefined
      ? rekenLooptijd(regel, boek.op, vastgelegd.length, stappen, vastgelegd.at(-1)?.tot)
      : rekenLooptijd(regel, boek.op, verlengingen),
  )
  return metAddenda(boek, nietEerder(uitkomst, boek))
}

/**
 * The term of the last version on the day of the book. `verlengingen` (a whole number) replaces the
 * recorded extensions by a supposition. A covenant without such a rule is `niet-geregeld`.
 */
export function looptijd(boek: Afsprakenboek, verlengingen?: number): Uitkomst<Looptijd> {
  return (
    looptijdVan(boek, verlengingen) ?? {
      soort: 'niet-geregeld',
      waarom: { wat: '{naam} zegt niet wanneer het begint of eindigt.', feiten: { naam: boek.laatste.kort } },
    }
  )
}

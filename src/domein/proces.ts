/**
 * Pattern P3: a process is a begin, a set of commands and a fold. Commands run the rules and answer with
 * events; `pasToe` copies facts; `leidAf` says who acts and which dates run; `rijen` gives the rows the
 * screens read. All pure: the day, the agreements and the facts of the register come in as arguments.
 */
import type { z } from 'zod'
import type { Datum } from '../kern/datum.ts'
import type { UitkomstJson } from '../kern/schrijf-uit.ts'
import type { Uitkomst } from '../kern/uitkomst.ts'
import type { Weigering } from '../kern/weigering.ts'
import type { Taak } from '../convenant/index.ts'
import type { RegioAfspraken as Afspraken } from './afspraken.ts'

export type Json = string | number | boolean | null | Json[] | { [sleutel: string]: Json }

/** A fact or content value as text; what is no plain value has no text. */
export const alsTekst = (waarde: Json | undefined): string =>
  waarde === undefined || waarde === null || typeof waarde === 'object' ? '' : String(waarde)

/**
 * What a command lets happen. `feiten` go into the journal: codes, dates, ids, outcomes. `inhoud` lies
 * beside it and can be erased: names, free text and the filled-in trees (D4).
 */
export type Gebeurtenis = {
  soort: string
  geldigOp: Datum
  feiten: { [sleutel: string]: Json }
  inhoud?: { [sleutel: string]: Json }
  bomen?: Readonly<Record<string, UitkomstJson>>
}

/** A command for another stream that follows from an event of this one (D5). `id` null begins a new stream. */
export type Reactie = { proces: string; id: string; nieuw: boolean; opdracht: string; invoer: unknown }

export type Partij = { id: string; slug: string; naam: string }
export type Mandaat = {
  id: string
  mandaatgever: string
  gemandateerde: string
  taak: string
  bron: string
  fictief: boolean
}

/** Everything a command may know besides the state and its input. */
export type Context = {
  vandaag: Datum
  afspraken: Afspraken
  partij: Partij
  gebruiker: string
  taken: readonly string[]
  /** The stream this command works on. */
  stroom: string
  nieuwId: () => string
  /** The person's name as the lists of this case show it; empty where there is none. */
  naam: string
  /** Facts of the register this command asked for; see `vraagt` of the command. */
  register: Register
  /** Content of an earlier event of this stream, by number; undefined when erased, or when `leestInhoud` did not ask. */
  inhoud: Inhoudlezer
  /** The events of this stream so far, oldest first; empty when `leestJournaal` did not ask. */
  journaal: readonly Geboekt[]
}

/** An event as it stands in the journal, without its content. */
export type Geboekt = { nummer: number; soort: string; geldig_op: string; feiten: { [sleutel: string]: Json } }

/** Content per event of one stream. */
export type Inhoudlezer = (nummer: number) => { [sleutel: string]: Json } | undefined

export type Eerder = {
  zaak: string
  soort: 'melding' | 'aanvraag' | 'bw'
  van: Datum
  tot: Datum | null
  zichtbaar: boolean
}
/** Which facts a command asks for: a person by bsn, who a case is about, a new number, mandates, a place on a day, a colleague. */
export type Registervraag = {
  persoon?: { bsn: string; geboortedatum: string; tussenvoegsel?: string | undefined; achternaam: string }
  /** The person this case is about now; a bsn that is theirs already is then looked up no further. */
  huidige?: string
  nummer?: boolean
  /** The day on which the mandates must be in force and agreed to. */
  mandaten?: string
  plek?: { id: string; op: string }
  /** The person whose running stays are asked for. */
  verblijven?: string
  /** Whether this user is a colleague whose role has this task. */
  collega?: { gebruiker: string; taak: Taak }
  /** The rule whose standing definitive outcomes are asked for; nobody records another until this command ends. */
  definitief?: string
}
export type Geregistreerd = {
  bsn: string | null
  voornamen: string
  tussenvoegsel: string | null
  achternaam: string
  geboortedatum: string
  anderen: boolean
}
export type Definitieve = {
  jaar: number
  vastgesteldOp: string
  op: string | null
  onderwerp: string | null
  invoer: Json
}
export type Register = {
  nummer: number | null
  persoon: string | null
  /** Whether the bsn belongs to someone with another surname or birth date; then `persoon` is null. */
  persoonAnders: boolean
  eerder: readonly Eerder[]
  /** The asked person as the register has them, and whether another case of the region is about them too. */
  huidige: Geregistreerd | null
  mandaten: readonly Mandaat[]
  plek: { id: string; locatie: string; product: string; vrij: boolean; naam: string } | null
  /** Placings of the asked person, other than this one, whose stay runs on; the day each began. */
  verblijven: readonly { id: string; van: string }[]
  /** Definitive outcomes of the asked rule that were not withdrawn; day, subject and input where this user may read them. */
  definitief: readonly Definitieve[]
  /** Whether the named user is appointed at the organisation that asks, in a role with the named task. */
  collega: boolean
}

/**
 * `taak`: the organisation whose task the covenant says it is, in a role that holds it. `rolMet`: any organisation, in
 * a role that holds the task. `rollen`: management, by role; `werk` is what it is called in a refusal (D2). `betrokken`:
 * whoever works on the case. `door`: of those whose task it is, only the organisation that did the step.
 */
export type Bevoegd =
  | { taak: Taak | readonly Taak[]; door?: string }
  | { rolMet: Taak }
  | { readonly rollen: readonly string[]; readonly werk: string }
  | 'betrokken'

export type Opdracht<Stand, Schema extends z.ZodType = z.ZodType> = {
  titel: string
  schema: Schema
  /** Whose work it is; a function where that follows from how far the case is. */
  bevoegd: Bevoegd | ((stand: Stand, journaal: readonly Geboekt[]) => Bevoegd)
  /** The command needs content of earlier events (`ctx.inhoud`), or changes rows that hold it. */
  leestInhoud?: boolean
  /** The command needs the earlier events of the stream (`ctx.journaal`). */
  leestJournaal?: boolean
  /** Facts of the register the command needs; the program looks them up before it decides. */
  vraagt?: (invoer: z.output<Schema>, stand: Stand) => Registervraag
  /** Why it cannot be done in this state, or null. Used before deciding and on the screen. */
  kan?: (stand: Stand, afspraken: Afspraken, vandaag: Datum, journaal: readonly Geboekt[]) => Weigering | null
  klaar?: (stand: Stand) => boolean
  /** Shown in the list of tasks of a case; others are actions beside it. */
  taak?: boolean | ((stand: Stand, vandaag: Datum) => boolean)
  decideer: (stand: Stand, invoer: z.output<Schema>, ctx: Context) => Gebeurtenis[]
}

/** Whose work a command is in this state. */
export const bevoegdVoor = <Stand>(
  o: Pick<Opdracht<Stand>, 'bevoegd'>,
  stand: Stand,
  journaal: readonly Geboekt[],
): Bevoegd => (typeof o.bevoegd === 'function' ? o.bevoegd(stand, journaal) : o.bevoegd)

/** Lets TypeScript infer the input of `decideer` from its schema. */
export const opdracht = <Stand, Schema extends z.ZodType>(o: Opdracht<Stand, Schema>): Opdracht<Stand> => o

/** A term that runs or ran, from a fact of the state: code, label, kind, last day, and when it was met. */
export type AfgeleideTermijn = {
  code: string
  naam: string
  soort: 'wet' | 'convenant' | 'streef'
  uiterlijk: Datum
  gehaaldOp: Datum | null
  stilgezetSinds: Datum | null
}

export type Afgeleid = {
  /** `strijdig` names the places of the covenant that give different answers, where no reading chooses. */
  aanZet: { taak: Taak; wie: Uitkomst<string>; slug: string; strijdig: string | null } | null
  termijnen: AfgeleideTermijn[]
  letOp: string[]
}

/** Access to a stream as the state holds it (D8). */
export type Toegang = {
  organisatie: string
  niveau: 'lezen' | 'behandelen'
  grond: string
  van: string
  tot: string | null
}

/** Whether this access lets an organisation work on the stream on a day (half-open). */
export const behandeltOp = (t: Toegang, op: Datum): boolean =>
  t.niveau === 'behandelen' && t.van <= op.toString() && (t.tot === null || op.toString() < t.tot)

export type Rij = Record<string, string | number | boolean | null | string[]>
/** Rows per table; the table's key columns decide whether a row is new or replaces one. */
export type Rijen = Record<string, Rij[]>

export type RijContext = {
  regio: string
  stroom: string
  organisatieId: (slug: string) => string
  naam: string
  afgeleidOp: Datum
  /** Mark of the agreements it is derived with. */
  afspraken: string
  /** Content of each event of this stream so far, by number; undefined when erased. */
  inhoud: Inhoudlezer
}

export type Proces<Stand> = {
  soort: string
  meervoud: string
  /** One stream per region, whose id is that of the region; what it records changes the agreements of the region. */
  perRegio?: true
  begin: Stand
  /** Name of the command that begins a stream. */
  beginOpdracht: string
  opdrachten: Record<string, Opdracht<Stand>>
  pasToe: (stand: Stand, gebeurtenis: Gebeurtenis, nummer: number) => Stand
  leidAf: (stand: Stand, afspraken: Afspraken, op: Datum) => Afgeleid
  /** Who performs this task in this case today. */
  bevoegd: (stand: Stand, taak: Taak, afspraken: Afspraken, op: Datum) => Uitkomst<string>
  /** The name on lists, from the content of the event that holds it; undefined content was erased. */
  naam: (stand: Stand, inhoud: Inhoudlezer) => string
  /** Rows need the content of earlier events too, not only of the new ones. */
  leestInhoud?: boolean
  reacties: (gebeurtenis: Gebeurtenis, stand: Stand, ctx: Context) => Reactie[]
  rijen: (stand: Stand, afgeleid: Afgeleid, ctx: RijContext) => Rijen
}

export const proces = <Stand>(p: Proces<Stand>): Proces<Stand> => p

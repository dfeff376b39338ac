/**
 * What `GET /api/v1/convenanten/{regio}` answers: a covenant as a living page. Dates are `YYYY-MM-DD`, every
 * `anker` is the id of a place on that page.
 */
import type { StapJson, UitkomstJson } from '../../kern/schrijf-uit.ts'

export type Gemeentenaam = { slug: string; naam: string }
/** Where something stands. `lid` and `onderdeel` are null where the article has none. */
export type Plek = { artikel: string; lid: string | null; onderdeel: string | null; anker: string }

export type Convenantbeeld = {
  regio: string
  /** "Convenant Den Haag 2025". */
  kort: string
  titel: string
  /** First day of the version that is shown. */
  ingang: string
  /** The day for which it is shown, and whether this version is in force then. */
  op: string
  geldt: boolean
  /** Number of the last decision recorded here; goes along as If-Match. 0 when nothing was recorded. */
  versie: number
  /** Whether the person who asks may record decisions and evidence for this region. */
  magVastleggen: boolean
  /** `Uitkomst<{geldt, van, totEnMet}>`, with its tree; null when the text says nothing about a term. */
  looptijd: UitkomstJson | null
  versies: Versieregel[]
  partijen: Gemeentenaam[]
  rollen: { rol: string; leden: Gemeentenaam[] }[]
  artikelen: Artikelbeeld[]
  plichten: Plichtbeeld[]
  kalender: Kalenderpunt[]
  mandaten: Mandaatregel[]
  /** Everything `toets` finds, in the order of the text; the screen picks by `ernst`. */
  letOp: Letop[]
  /** Decisions about any version that count or counted, newest first; those from files and those recorded here. */
  besluiten: Besluitregel[]
}

export type Versieregel = { ingang: string; kort: string; titel: string; geldt: boolean; getoond: boolean }

export type Artikelbeeld = { nummer: string; titel: string; anker: string; bepalingen: Bepalingbeeld[] }
/** One lid or lettered part, in our own words. */
export type Bepalingbeeld = Plek & {
  tekst: string
  regels: Regelbeeld[]
  uitleg: Uitlegbeeld[]
  voorbeelden: Voorbeeldbeeld[]
  letOp: Letop[]
  /** Why this lid gives no rule. */
  geenRegel: string[]
  /** Addenda that changed this lid: when they were decided, and from which day. */
  addenda: { besluit: string; besloten: string; ingang: string }[]
}

/** A rule in readable Dutch: one or more sentences, and its fields as they stand in the file. */
export type Regelbeeld = Plek & {
  id: string
  soort: string
  /** What this kind says: "wie welke taak doet". */
  omschrijving: string
  zinnen: string[]
  velden: Veld[]
}
export type Veld = { naam: string; waarde: string }

export type Uitlegbeeld = Plek & {
  id: string
  vraag: string
  keuze: string
  reden: string
  /** Ids of the rules it is about. */
  over: string[]
  /** Day of adoption; null: not adopted yet. */
  vastgesteld: string | null
  /** The decision that adopted it; null when the file itself says so, or nobody did. */
  besluit: Besluitregel | null
  /** The rule that goes first, and the rules it can be chosen from; empty where the reading chooses no rule. */
  voorrang: string | null
  voorrangKeuzes: { regel: string; zin: string; anker: string }[]
  /** What the text leaves open: the way chosen and the ways the kind of rule knows. */
  wegen: { vraag: string; gekozen: string; keuzes: string[] }[]
}

export type Voorbeeldbeeld = { bij: string; gegeven: Veld[]; verwacht: Veld[]; herkomst: string | null }

/** A finding. `uitleg` is the reading chosen for it; `lezingen` are the rules that speak, one line each. */
export type Letop = Plek & {
  code: string
  ernst: 'fout' | 'gat' | 'onduidelijk' | 'verouderd' | 'spanning'
  herkomst: 'berekend' | 'verklaard'
  bevinding: string
  uitleg: Uitlegbeeld | null
  lezingen: { regel: string; zin: string; anker: string }[]
}

export type Plichtstaat =
  | 'voldaan'
  | 'loopt'
  | 'binnenkort'
  | 'te-laat'
  | 'inspanning'
  | 'niet-van-toepassing'
  | 'onbekend'
export type Plichtbeeld = Plek & {
  id: string
  regel: string
  /** Who must do it, named; `wieZin` where it is nobody's list of municipalities. */
  wie: Gemeentenaam[]
  wieZin: string
  aan: string | null
  wat: string
  aard: 'resultaat' | 'inspanning'
  /** What would show that it is done, in words. */
  watBewijst: string | null
  wanneer: string | null
  staat: Plichtstaat
  /** Why that is its state. */
  waarom: StapJson
  /** The municipalities that each do it by themselves; empty for any other duty. */
  vanIeder: { slug: string; naam: string }[]
  bewijs: Bewijsregel[]
}
export type Bewijsregel = {
  id: string
  op: string
  wat: string
  /** `gebeurtenis`: what the duty waits for has happened. */
  soort: 'bewijs' | 'gebeurtenis'
  link: string | null
  /** The municipality that did it, where that was recorded. */
  gemeente: string | null
  door: string
}

/** One thing to do in the twelve months from `op`; `datum` null: it waits for an event. */
export type Kalenderpunt = Plek & {
  datum: string | null
  van: string | null
  doe: string
  wie: string
  aan: string | null
  status: 'gepland' | 'wacht' | 'uitleg' | 'voor-begin' | 'na-einde'
  zodra: string | null
  na: string | null
  keer: number | null
  regel: string
}

/** A mandate that the covenant gives (`convenant`), or one that was recorded with its consent (`vastgelegd`, Awb 10:4). */
export type Mandaatregel = {
  herkomst: 'convenant' | 'vastgelegd'
  van: Gemeentenaam[]
  aan: Gemeentenaam[]
  /** Instead of `aan`: the officer each of them sends, in words. */
  bestuurder: string | null
  vormen: string[]
  taken: string[]
  bron: string
  plek: Plek | null
  /** Day of consent of who gets it; null: not known. */
  instemmingOp: string | null
  geldigVan: string | null
  tot: string | null
  fictief: boolean
}

export type Besluitregel = {
  id: string
  soort: 'verlenging' | 'vastgestelde-uitleg' | 'tarief' | 'addendum'
  /** First day of the version it is about. */
  versie: string
  besloten: string
  door: string
  fictief: boolean
  /** What was decided, in one sentence. */
  zin: string
  /** The words of the decision; empty where none were recorded. */
  tekst: string
  /** Id of the reading it adopts. */
  uitleg: string | null
  /** What that reading is about, and what this decision chose and why; also when that is what the file says. */
  gekozen: (Plek & { vraag: string; keuze: string; reden: string }) | null
  /** What an addendum changes, and from which day; its text is the version of that day. */
  addendum: { ingang: string; over: Plek[] } | null
  /** Recorded here (by whom, when), so that it can be withdrawn here; null: from a file. */
  vastgelegd: { door: string; op: string } | null
  /** Withdrawn as a mistake: when, by whom and why. It does not count any more. */
  ingetrokken: { op: string; door: string; reden: string } | null
}

/** `GET /api/v1/convenanten/{regio}/vergelijking?van=&met=`: two versions, each named by its first day. */
export type Vergelijkingbeeld = {
  van: Versienaam
  met: Versienaam
  partijen: { erbij: Gemeentenaam[]; eraf: Gemeentenaam[] }
  rollen: { rol: string; erbij: Gemeentenaam[]; eraf: Gemeentenaam[] }[]
  artikelen: Wijziging[]
  /** How many cases were computed with both versions, and those with another outcome. */
  gevallen: number
  uitkomsten: AndereUitkomst[]
}
export type Versienaam = { regio: string; ingang: string; kort: string }
export type Verandering = 'toegevoegd' | 'vervallen' | 'gewijzigd'
export type Wijziging = Plek & {
  titel: string
  soort: Verandering
  /** Null where the text did not change. */
  tekst: { oud: string | null; nieuw: string | null } | null
  blokken: Blokwijziging[]
}
/** A rule or reading that came, went or changed; `velden` one by one. */
export type Blokwijziging = {
  blok: 'regel' | 'uitleg'
  id: string
  soort: Verandering
  velden: { veld: string; oud: string | null; nieuw: string | null }[]
}
export type AndereUitkomst = {
  onderwerp: string
  vraag: string
  oud: string
  nieuw: string
  /** How many cases have this change. */
  gevallen: number
  bronOud: Plek | null
  bronNieuw: Plek | null
}

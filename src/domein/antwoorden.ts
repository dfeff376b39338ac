/** What the API answers, as types: the server builds these, the screens read them. Dates are `YYYY-MM-DD`. */
import type { UitkomstJson } from '../kern/schrijf-uit.ts'
import type { Bron } from '../kern/uitkomst.ts'

export type Naam = { id: string; slug: string; naam: string }

export type DemoGebruiker = {
  id: string
  naam: string
  regio: Naam
  organisatie: Naam
  rol: { code: string; naam: string }
}

export type Sessie = {
  gebruiker: { id: string; naam: string }
  organisatie: Naam
  rol: { code: string; naam: string }
  taken: string[]
  regio: { slug: string; naam: string }
  gemeenten: { slug: string; naam: string; inRegio: boolean }[]
  /** Colleagues of the same organisation, with the tasks their roles have. */
  collegas: { id: string; naam: string; taken: string[] }[]
  vandaag: string
  demonstratie: boolean
  /** Filling of the demonstration region: how many of how many people are in. Null outside demonstration mode. */
  zaaien: { klaar: number; totaal: number; bezig: boolean } | null
  /** The covenant of today and its term; `niet-geregeld` when none is in force. */
  convenant: { titel: string; versie: string | null; looptijd: UitkomstJson }
}

/** `wet` binds by statute, `convenant` by agreement, `streef` is a wish of the region itself. */
export type Termijnsoort = 'wet' | 'convenant' | 'streef'

/** How the Termijn cell looks; being late is computed from today, never stored. */
export type Termijntoestand = 'ruim' | 'week' | 'morgen' | 'te-laat' | 'stilgezet' | 'gehaald'

export type Termijn = {
  code: string
  naam: string
  soort: Termijnsoort
  /** Last day of the term; null while it stands still. */
  datum: string | null
  toestand: Termijntoestand
  /** Calendar days left; negative when late. Null when paused or met. */
  dagen: number | null
  gehaaldOp: string | null
  stilgezetSinds: string | null
}

export type AanZet = { slug: string; naam: string; wij: boolean } | null

export type Werklijstrij = {
  id: string
  soort: 'melding' | 'plaatsing'
  nummer: string
  naam: string
  voorziening: 'bw' | 'mo'
  stap: string
  stapNaam: string
  termijn: Termijn | null
  aanZet: AanZet
  begonnenOp: string
  bijzonder: ('spoed' | 'tolk')[]
  behandelaar: { id: string; naam: string } | null
}

export type Werklijst = { rijen: Werklijstrij[]; volgende: string | null }

/** Contradictions in the covenant that cases of the region meet: the regiocoördinator chooses a reading (D2). */
export type Strijdigheden = { strijdigheden: { tussen: string; taak: string; zaken: number }[] }

/** Counts per tab and of the chosen filter; counting stops at 1000, `grens` says so. Asked apart from the list. */
export type Werkaantallen = {
  mij: number
  team: number
  anderen: number
  concepten: number
  afgerond: number
  gekozen: number
  grens: number
}

export type Conceptrij = { id: string; naam: string; stap: number; gewijzigd: string; bewaardTot: string; door: string }
export type Concept = Conceptrij & {
  versie: number
  /** Per step key (`overDeMelding` …): what was typed so far, and whether the step is complete. */
  stappen: Record<string, { gegevens: Record<string, unknown>; af: boolean }>
}

export type Vooruitblik = {
  /** Who handles the report (registratie … advies) and who decides after that. */
  behandelaar: UitkomstJson & { naam: string | null }
  beslisser: UitkomstJson & { naam: string | null }
  eersteMelding: UitkomstJson
  nieuweClient: UitkomstJson
  onderzoek: UitkomstJson
  persoonlijkPlan: UitkomstJson
  /** Cases of this person that you may open. */
  zaken: { id: string; nummer: string; stapNaam: string }[]
  /** Earlier reports in the region that you may not open: only how many. */
  elders: number
}

export type Inhoud = Record<string, unknown>

export type Tijdlijnregel = {
  nummer: number
  id: string
  soort: string
  zin: string
  /** Effective day, and the instant it was recorded (UTC). */
  op: string
  opgenomen: string
  wie: string
  organisatie: string
  /** Free text and details of this entry, label → text. Empty when erased. */
  details: { label: string; tekst: string }[]
  waarom: UitkomstJson | null
  gecorrigeerd: boolean
  /** Set when this step was taken back: the instant, by whom, and why (null when erased). */
  teruggenomen: { opgenomen: string; wie: string; organisatie: string; reden: string | null } | null
  /** Set at the last step that counts: what it is called, and why you may not take it back (null: you may). */
  terugTeNemen: { stap: string; reden: string | null } | null
  corrigeerbaar: { veld: string; label: string; waarde: string }[]
  groep: 'besluit' | 'contact' | 'bericht' | 'stap'
}

export type Taakregel = {
  /** The command that does it, as in `POST …/opdrachten/{opdracht}`. */
  opdracht: string
  naam: string
  toestand: 'klaar' | 'nu' | 'kan-nog-niet'
  /** Whose task it is, and whether you may do it now. */
  wie: string
  magIk: boolean
  /** Why you may not, in one sentence. */
  reden: string | null
  /** A step of the case; false is an action beside it (note, contact, correction). */
  stap: boolean
}

export type Stapregel = {
  code: string
  naam: string
  toestand: 'klaar' | 'nu' | 'later' | 'overgeslagen'
  op: string | null
  wie: string | null
}

export type TermijnMetReden = Termijn & {
  waarom: UitkomstJson
  verandert: string[]
  gegevens: { label: string; waarde: string; door: string }[]
}

export type Documentrij = { id: string; naam: string; soort: string; grootte: number; op: string; door: string }

export type Zaak = {
  id: string
  soort: 'melding'
  versie: number
  nummer: string
  voorziening: 'bw' | 'mo'
  stap: string
  stapNaam: string
  persoon: {
    naam: string
    voornamen: string
    achternaam: string
    geboortedatum: string
    bsn: string | null
    adres: string | null
    bereikbaar: string
    verblijf: string
    tolk: boolean
    taal: string | null
    betrekkingen: { soort: string; naam: string; bereikbaar: string }[]
    /** The particulars one by one, as their correction asks for them; null when they were erased. */
    gegevens: {
      bsn: string | null
      geenBsn: boolean
      voornamen: string
      tussenvoegsel: string | null
      achternaam: string
      geboortedatum: string
      adres: string | null
    } | null
  }
  woonplaats: string
  herkomst: string
  gemeldBij: string
  gemeldOp: string
  spoed: boolean
  hulpvraag: { doelgroep: string; wens: string; veiligheid: string | null; hulpNu: string | null }
  behandelaar: { id: string; naam: string } | null
  aanZet: (AanZet & { taak: string; taakNaam: string; waarom: UitkomstJson }) | null
  behandelendeGemeente: { slug: string; naam: string; waarom: UitkomstJson }
  beslissendeGemeente: { slug: string; naam: string; waarom: UitkomstJson }
  eersteMelding: UitkomstJson
  nieuweClient: UitkomstJson
  /** Sentences the screen must show: covenant ended, contradiction, reading not adopted. */
  letOp: string[]
  termijnen: TermijnMetReden[]
  stappen: Stapregel[]
  taken: Taakregel[]
  advies: { uitkomst: string; product: string | null; motivering: string; door: string } | null
  verschil: {
    standpunt: string
    product: string | null
    motivering: string
    reactie: string | null
    doorslag: string | null
  } | null
  besluit: {
    uitkomst: string
    datum: string
    product: string | null
    ingangsdatum: string | null
    einddatum: string | null
    motivering: string
    /** Why the decision differs from the advice that counted; null where it does not. */
    afwijkingVanAdvies: string | null
    bekendOp: string | null
  } | null
  documenten: Documentrij[]
  tijdlijn: Tijdlijnregel[]
  plaatsing: { id: string; stap: string; stapNaam: string } | null
}

export type Wachtlijstrij = {
  id: string
  melding: string
  nummer: string
  naam: string
  product: string
  productNaam: string
  herkomst: string
  voorziening: 'bw' | 'mo'
  spoed: boolean
  verhuiswens: boolean
  sinds: string
  dagenWachttijd: number
  past: number
  laatsteContact: string | null
  stap: string
  stapNaam: string
  plaats: number
}

export type Wachtlijst = {
  /** Waiting people and, of those, the ones who live in an institution and want to move: never one number. */
  aantallen: { wachtend: number; verhuiswens: number; pauze: number; geplaatst: number }
  volgorde: { zin: string; waarom: UitkomstJson }
  rijen: Wachtlijstrij[]
  volgende: string | null
}

export type Plaatsing = {
  id: string
  soort: 'plaatsing'
  versie: number
  nummer: string
  melding: string
  naam: string
  stap: string
  stapNaam: string
  product: string
  productNaam: string
  voorziening: 'bw' | 'mo'
  herkomst: string
  spoed: boolean
  doelgroep: string
  doelgroepNaam: string
  besluitOp: string
  ingangsdatum: string
  einddatum: string
  sinds: string
  dagenWachttijd: number
  pauzeTot: string | null
  /** No statute or covenant sets a term for placing. */
  termijnen: []
  aanZet: (AanZet & { taak: string; taakNaam: string; waarom: UitkomstJson }) | null
  taken: Taakregel[]
  geplaatst: {
    locatie: string
    aanbieder: string
    gemeente: string
    plek: string
    van: string
    /** First day on which the client no longer lives there; null while they do. */
    tot: string | null
    motivering: string
  } | null
  tijdlijn: Tijdlijnregel[]
}

export type Past = 'ja' | 'nee' | 'onbekend'
export type Plekvoorstel = {
  locatie: string
  naam: string
  aanbieder: string
  gemeente: string
  product: string
  productNaam: string
  vrij: number
  plekken: number
  vrijVanaf: string | null
  plek: string | null
  /** A wish does not decide whether a place fits; it only comes first in the order. */
  criteria: { naam: string; past: Past; zin: string; wens?: boolean }[]
  groep: 'past' | 'bijna' | 'niet'
}
export type Plekkeuze = {
  volgorde: string
  past: Plekvoorstel[]
  bijna: Plekvoorstel[]
  niet: { aantal: number; redenen: { zin: string; aantal: number }[]; rijen: Plekvoorstel[] }
}

export type Locatierij = {
  id: string
  naam: string
  aanbieder: string
  gemeente: string
  product: string
  productNaam: string
  plekken: number
  bezet: number
  vrij: number
}
export type Locaties = {
  zin: string
  aantallen: { locaties: number; plekken: number; vrij: number }
  rijen: Locatierij[]
}

/** RFC 9457, with the refusal code, what to do next and one entry per wrong field. */
export type Probleem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  doe: string
  kenmerk: string
  /** The article of covenant or statute, where the refusal rests on one. */
  bron?: Bron
  fouten?: { veld: string; melding: string }[]
}

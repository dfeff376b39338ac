/** State of one melding, from report to decision: facts and ids only (D4). */
import type { Json } from '../proces.ts'
import type { Toegang } from '../proces.ts'
import { type adviesuitkomsten, eindstappen, type producten, type Stap, type voorzieningen } from './melding.schema.ts'

export { eindstappen, type Stap, stappen } from './melding.schema.ts'

export type Product = keyof typeof producten
export type Adviesuitkomst = keyof typeof adviesuitkomsten
export type Standpunt = { uitkomst: Adviesuitkomst; product: Product | null }
/**
 * Half-open: the term stands still on `van` and runs again on `tot`. `uiterlijk` is the last day the client was
 * given to complete the request; null for other reasons.
 */
export type Opschorting = {
  van: string
  tot: string | null
  uiterlijk: string | null
  /** Last day of the decision when the client does not complete the request in time; null for other reasons. */
  besluitDan: string | null
}

export type Melding = {
  stap: Stap | 'nieuw'
  nummer: string
  persoon: string
  voorziening: keyof typeof voorzieningen
  datum: string
  gemeldBij: string
  woonplaats: string
  herkomst: string
  eerderGemeld: string
  eerderGemeldOp: string | null
  eerderGewoond: string
  /** Until when the client says to have lived in a place; kept to work out the past of another person again (D7). */
  eerderGewoondTot: string | null
  eerderAanvragen: string[]
  /** Stays of before; `van` is null where it was not asked. */
  eerderBw: { van: string | null; tot: string | null }[]
  eerderMeldingen: string[]
  /** Kind of stay, as the register names it (D3). */
  verblijf: 'woonadres' | 'instelling' | 'feitelijk'
  spoed: boolean
  tolk: boolean
  doelgroep: string
  melder: string
  kanaal: string
  persoonlijkPlan: string
  /** How the identity was established; `op` is null where it was seen at registration, which asks no day. */
  identiteit: { op: string | null } | null
  /** Outcomes kept from the day of the report: repeated report (routing) and new client (rights). */
  herhaald: boolean
  nieuw: boolean | null
  /** Who held the case last; keeps it when nobody can be named (D2). */
  houder: string
  onderzoekUiterlijk: string | null
  planUiterlijk: string | null
  clientondersteuningOp: string | null
  planOp: string | null
  onderzoekGestartOp: string | null
  onderzoekAfOp: string | null
  advies: (Standpunt & { door: string; op: string }) | null
  overgenomen: boolean | null
  /** `gevolgd`: the municipality that advised took over the other position. */
  verschil: (Standpunt & { door: string; beantwoord: boolean; gevolgd: boolean }) | null
  doorslag: Standpunt | null
  aanvraagOp: string | null
  besluitUiterlijk: string | null
  opschortingen: Opschorting[]
  besluit: {
    uitkomst: 'toekennen' | 'afwijzen'
    datum: string
    product: Product | null
    ingangsdatum: string | null
    einddatum: string | null
  } | null
  bekendOp: string | null
  bezwaarUiterlijk: string | null
  ingetrokkenOp: string | null
  /** Withdrawn because it was never a report: nobody's past is read from it. */
  vergissing?: true
  behandelaar: string | null
  toegang: Toegang[]
  /** Day on which each step was done, and by whom (organisation), for the list of steps. */
  gedaan: Partial<Record<Stap, { op: string; wie: string }>>
  /** Files of the case (D9); the name is content of the entry that added it. */
  documenten: { id: string; nummer: number; mime: string; sha256: string; grootte: number; op: string; wie: string }[]
  /** Numbers of the entries that tell of someone beside the client. */
  betrekkingenIn: number[]
  /** Number of the entry with the newest particulars of the client. */
  gegevensIn: number
  /** Whom this case was about by mistake, with the access it gave: ended, and kept because it was there (D8). */
  eerderePersonen: { persoon: string; toegang: Toegang[] }[]
  /** Entries that were corrected, by number. */
  gecorrigeerd: number[]
}

export const beginMelding: Melding = {
  stap: 'nieuw',
  nummer: '',
  persoon: '',
  voorziening: 'bw',
  datum: '',
  gemeldBij: '',
  woonplaats: '',
  herkomst: '',
  eerderGemeld: 'nee',
  eerderGemeldOp: null,
  eerderGewoond: 'nee',
  eerderGewoondTot: null,
  eerderAanvragen: [],
  eerderBw: [],
  eerderMeldingen: [],
  verblijf: 'feitelijk',
  spoed: false,
  tolk: false,
  doelgroep: '',
  melder: '',
  kanaal: '',
  persoonlijkPlan: 'nee',
  identiteit: null,
  herhaald: false,
  nieuw: null,
  houder: '',
  onderzoekUiterlijk: null,
  planUiterlijk: null,
  clientondersteuningOp: null,
  planOp: null,
  onderzoekGestartOp: null,
  onderzoekAfOp: null,
  advies: null,
  overgenomen: null,
  verschil: null,
  doorslag: null,
  aanvraagOp: null,
  besluitUiterlijk: null,
  opschortingen: [],
  besluit: null,
  bekendOp: null,
  bezwaarUiterlijk: null,
  ingetrokkenOp: null,
  behandelaar: null,
  toegang: [],
  gedaan: {},
  documenten: [],
  betrekkingenIn: [],
  gegevensIn: 0,
  eerderePersonen: [],
  gecorrigeerd: [],
}

/** The advice that counts: the decisive vote, else the position both came to, else what was advised (DH 3.3.2). */
export const geldendAdvies = (m: Melding): Standpunt | null =>
  m.doorslag ?? (m.verschil?.gevolgd ? m.verschil : m.advies)

/** The case lies with who decides: whatever is corrected moves it no more. */
export const ligtBijBeslisser = (m: Melding): boolean => m.advies !== null || m.besluit !== null

/** A case is open until it is granted, refused or closed. */
export const isOpen = (m: Melding): boolean => m.stap !== 'nieuw' && !eindstappen.includes(m.stap)

/** A request that came before the onderzoek was done, and is not decided yet (Wmo 2015 art. 2.3.2 lid 9). */
export const magZonderOnderzoek = (m: Melding): boolean =>
  isOpen(m) && m.aanvraagOp !== null && m.onderzoekAfOp === null && m.besluit === null

/** The request is in and the advice is not: a covenant cannot lengthen the term (Wmo 2015 art. 2.3.5 lid 2). */
export const wachtOpAdvies = (m: Melding): boolean =>
  isOpen(m) && m.aanvraagOp !== null && m.onderzoekAfOp !== null && m.advies === null && m.besluit === null

export type Feiten = { [sleutel: string]: Json }

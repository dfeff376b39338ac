/** The agreements: reading, which one counts on a day, and what it says. */
export { metAddenda, noemPlek, omvat, openAddenda } from './addendum.ts'
export {
  AfspraakFout,
  type Afspraken,
  artikeladres,
  type Bepaling,
  type Bevinding,
  type Convenant,
  type Geplaatst,
  type Kader,
  type Plaats,
  type Uitleg,
  type Voorbeeld,
} from './afspraak.ts'
export { type Afsprakenboek, afsprakenboek, looptijd, regios } from './afsprakenboek.ts'
export { type Besluit, type Besluitkop, besluitSchema } from './besluit.ts'
export { type Besluitfout, keurBesluit, wegenVan } from './besluit-keuring.ts'
export { eisDefinitief, openLezingen } from './definitief.ts'
export {
  type Doorbelasting,
  doorbelasting,
  type Doorbelastingen,
  type Doorbelastingsinvoer,
  type Richting,
} from './doorbelasting.ts'
export { BUITEN_REGIO, GEEN, type Gemeente, gemeentenaam, slugVan, vindGemeente } from './gemeenten.ts'
export { kalender, type Kalenderdag, type Kalenderstatus } from './kalender.ts'
export { leesAfspraken } from './lees-afspraken.ts'
export { leesBesluit } from './lees-besluit.ts'
export { leesGemeenten } from './lees-gemeenten.ts'
export { opzegging } from './opzegging.ts'
export { type Bewijs, type Plicht, plichten, type Staat, STATEN, staatVan } from './plichten.ts'
export { type Stemronde, type Stemuitslag, STEMMEN } from './regels/besluitregel-schema.ts'
export { eenhedenSchema } from './regels/doorbelasting.ts'
export type { Looptijd } from './regels/looptijd.ts'
export type { Opzegging } from './regels/opzegging.ts'
export type { Geval } from './regels/taak-schema.ts'
export { schrijfConvenant } from './schrijf-convenant.ts'
export { stem } from './stem.ts'
export { isTaak, type Taak, TAKEN, taken } from './taken.ts'
export { type Bevinding as Toetsbevinding, isOpen, toets } from './toets/index.ts'
export { type Kostenvraag, uitvoeringskosten } from './uitvoeringskosten.ts'
export type { Verdeelvraag } from './regels/verdeelsleutel-reken.ts'
export type { Metingen, Verdeling } from './regels/verdeelsleutel-schema.ts'
export { maatstavenVan, sleutels, verdeel } from './verdeling.ts'
export { type Voorrangsvraag } from './regels/voorrangsgroep-schema.ts'
export { voorrang, voorrangsvragen } from './voorrang.ts'
export { vergelijk, type Vergelijking } from './vergelijk.ts'
export { draaiVoorbeelden, type Gedraaid } from './voorbeelden.ts'
export { bevoegdVolgensWet, wie } from './wie.ts'
export { zegRegel } from './zeg-regel.ts'

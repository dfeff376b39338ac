/** What a region recorded about its covenant: decisions and evidence, withdrawn ones included (D6, D7). */
import type { Json, Toegang } from '../proces.ts'

/** A decision as the journal holds it: the fields of a decision file, as plain JSON. */
export type Besluitfeiten = { id: string; soort: string; versie: string; besloten: string; [veld: string]: Json }
export type Ingetrokken = { op: string; door: string; reden: string }
export type VastgelegdBesluit = {
  besluit: Besluitfeiten
  tekst: string
  /** Id of who recorded it, and when. */
  door: string
  op: string
  ingetrokken: Ingetrokken | null
}
export type Bewijs = {
  id: string
  plicht: string
  op: string
  wat: string
  soort: 'bewijs' | 'gebeurtenis'
  link: string | null
  /** The municipality that did it; evidence of before this was asked has none. */
  gemeente?: string | null
  door: string
  ingetrokken: Ingetrokken | null
}
export type Besluitenlijst = { toegang: Toegang[]; besluiten: VastgelegdBesluit[]; bewijs: Bewijs[] }

export const beginBesluitenlijst: Besluitenlijst = { toegang: [], besluiten: [], bewijs: [] }

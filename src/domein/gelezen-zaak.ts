/** A case as it was read: state, journal with content, files. */
import type { KaleUitkomst, StapJson } from '../kern/schrijf-uit.ts'
import type { Geboekt, Json } from './proces.ts'

export type Journaalrij = Geboekt & {
  id: string
  opgenomen: string
  wie: string
  namens: string
  inhoud: { tekst: { [sleutel: string]: Json }; uitkomsten: Record<string, KaleUitkomst> } | null
  /** Trees of those outcomes; null when there are none, when they were not read, or when they were erased. */
  bomen: Record<string, StapJson> | null
}
export type GelezenZaak<Stand> = {
  versie: number
  stand: Stand
  naam: string
  nummer: string
  journaal: Journaalrij[]
  documenten: { id: string; naam: string; mime: string; grootte: number; op: string; door: string }[]
  plaatsing: { id: string; stap: string } | null
}

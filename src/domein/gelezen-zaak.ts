/** A case as it was read: state, journal with content, files. */
import type { UitkomstJson } from '../kern/schrijf-uit.ts'
import type { Json } from './proces.ts'

export type Journaalrij = {
  id: string
  nummer: number
  soort: string
  geldig_op: string
  opgenomen: string
  wie: string
  namens: string
  feiten: { [sleutel: string]: Json }
  inhoud: { tekst: { [sleutel: string]: Json }; bomen: Record<string, UitkomstJson> } | null
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

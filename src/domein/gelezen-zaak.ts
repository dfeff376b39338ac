/** A case as it was read: state, person, journal with content, files. */
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
export type Persoonrij = {
  voornamen: string
  tussenvoegsel: string | null
  achternaam: string
  geboortedatum: string
  bsn: string | null
  adres: string | null
  bereikbaar: string | null
}
export type GelezenZaak<Stand> = {
  versie: number
  stand: Stand
  naam: string
  nummer: string
  persoon: Persoonrij | null
  betrekkingen: { soort: string; naam: string; bereikbaar: string }[]
  journaal: Journaalrij[]
  documenten: { id: string; naam: string; mime: string; grootte: number; op: string; door: string }[]
  plaatsing: { id: string; stap: string } | null
}

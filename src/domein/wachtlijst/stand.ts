/** State of one placing, from the decision to a place: facts and ids only (D4). */
import { type Datum, datum, opOfVoor } from '../../kern/datum.ts'
import type { Toegang } from '../proces.ts'
import type { Plaatsingstap } from './plaatsing.schema.ts'

export type Plaatsing = {
  stap: Plaatsingstap | 'nieuw'
  melding: string
  nummer: string
  persoon: string
  voorziening: 'bw' | 'mo'
  product: string
  doelgroep: string
  herkomst: string
  woonplaats: string
  gemeldBij: string
  herhaald: boolean
  spoed: boolean
  verhuiswens: boolean
  besluitOp: string
  ingangsdatum: string
  /** First day on which what was granted no longer holds. */
  einddatum: string
  houder: string
  laatsteContact: string | null
  pauzeTot: string | null
  plek: string | null
  /** Stay in the place: what the 365 days rule reads; `tot` stays null while someone lives there, and is the day of moving out. */
  van: string | null
  tot: string | null
  toegang: Toegang[]
  /** Places that were given by mistake and taken back. */
  vrijgegeven?: string[]
}

export const beginPlaatsing: Plaatsing = {
  stap: 'nieuw',
  melding: '',
  nummer: '',
  persoon: '',
  voorziening: 'bw',
  product: '',
  doelgroep: '',
  herkomst: '',
  woonplaats: '',
  gemeldBij: '',
  herhaald: false,
  spoed: false,
  verhuiswens: false,
  besluitOp: '',
  ingangsdatum: '',
  einddatum: '',
  houder: '',
  laatsteContact: null,
  pauzeTot: null,
  plek: null,
  van: null,
  tot: null,
  toegang: [],
}

/** Where a placing stands on a day: a pause ends by itself on the day it names, and the client is in play again. */
export const stapOp = (p: Pick<Plaatsing, 'stap' | 'pauzeTot'>, op: Datum): Plaatsing['stap'] =>
  p.stap === 'pauze' && p.pauzeTot !== null && opOfVoor(datum(p.pauzeTot), op) ? 'wachtend' : p.stap

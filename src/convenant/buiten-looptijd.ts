/** A question about a year in which the covenant does not count on a single day. */
import { opOfVoor, voor } from '../kern/datum.ts'
import { nietGeregeld, type Stap, type Uitkomst } from '../kern/uitkomst.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { tijdvakVan } from './tijdvak.ts'

/** Which side of the term a year lies on, in a sentence; null for a year in which it counts on some day. */
export function buitenJaar(boek: Afsprakenboek, jaar: number): { kant: 'voor' | 'na'; stap: Stap } | null {
  const { begin, einde } = tijdvakVan(boek)
  const eerste = Temporal.PlainDate.from({ year: jaar, month: 1, day: 1 })
  const feiten = { naam: boek.laatste.kort, jaar, begin, einde }
  if (!opOfVoor(begin, eerste.with({ month: 12, day: 31 })))
    return { kant: 'voor', stap: { wat: '{naam} geldt in {jaar} nog niet: het begint op {begin}.', feiten } }
  if (einde && voor(einde, eerste))
    return { kant: 'na', stap: { wat: '{naam} geldt in {jaar} niet meer: {einde} is de laatste dag.', feiten } }
  return null
}

/** The answer for a year outside the term; null for any other, or when no year is asked. */
export function buitenLooptijd(boek: Afsprakenboek, jaar: number | undefined): Uitkomst<never> | null {
  const buiten = jaar === undefined ? null : buitenJaar(boek, jaar)
  return buiten && nietGeregeld(buiten.stap)
}

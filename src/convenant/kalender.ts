/** The year of a covenant: every day it names, in order. */
import { type Datum, voor } from '../kern/datum.ts'
import { bepaald, nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'
import { metAddenda } from './addendum.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { type Kalenderdag, rekenKalender } from './regels/kalender.ts'
import { regelsVan } from './regels-van.ts'
import { tijdvakVan } from './tijdvak.ts'
import { geenVersie } from './wie.ts'

export type { Kalenderdag, Kalenderstatus } from './regels/kalender.ts'

/**
 * What the covenant asks for the year J, by date; what waits for an event comes last. Days of J-1 or J+1
 * are among them: settling the year 2024 is done in 2025. `niet-geregeld` where no version is in force
 * on the day of the book.
 */
export const kalender = (boek: Afsprakenboek, jaar: number): Uitkomst<Kalenderdag[]> =>
  metAddenda(boek, volgensTekst(boek, jaar))

function volgensTekst(boek: Afsprakenboek, jaar: number): Uitkomst<Kalenderdag[]> {
  if (!boek.convenant) return nietGeregeld(geenVersie(boek))
  const uitkomsten = regelsVan(boek.convenant, 'kalender').map((r) => rekenKalender(r, jaar, tijdvakVan(boek)))
  const dagen = uitkomsten.flatMap((u) => (u.soort === 'bepaald' ? u.waarde : [])).sort(opDatum)
  return bepaald(dagen, {
    wat: dagen.length ? '{naam}, afspraken over {jaar}.' : '{naam} noemt geen dagen voor {jaar}.',
    feiten: { naam: boek.convenant.kort, jaar },
    stappen: uitkomsten.map((u) => u.waarom),
  })
}

function opDatum(a: Kalenderdag, b: Kalenderdag): number {
  if (!a.datum || !b.datum) return Number(!a.datum) - Number(!b.datum)
  return Temporal.PlainDate.compare(a.datum, b.datum) || vroegst(a.van ?? a.datum, b.van ?? b.datum)
}

const vroegst = (a: Datum, b: Datum): number => Number(voor(b, a)) - Number(voor(a, b))

/** Every duty of a version of the covenant, whatever kind of rule it comes from. */
import type { Afsprakenboek } from './afsprakenboek.ts'
import { type Plicht, plichtMet } from './plichtstaat.ts'
import { soortVan } from './regels/index.ts'
import { tijdvakVan } from './tijdvak.ts'

export { type Bewijs, type Plicht, type Staat, STATEN, staatVan } from './plichtstaat.ts'

/**
 * The duties of the last version that had begun on the day of the book, in the order of its text. Whether
 * it is still in force shows in `geldt`, and in the state of each duty (`staatVan`).
 */
export function plichten(boek: Afsprakenboek): Plicht[] {
  const { laatste: document, uitleg, gemeenten } = boek
  const { begin, einde } = tijdvakVan(boek)
  return document.regels.flatMap((regel) =>
    (soortVan(regel.soort).plichten?.(regel, { document, uitleg, gemeenten }) ?? []).map((deel) =>
      plichtMet(deel, { van: begin, totEnMet: einde }),
    ),
  )
}

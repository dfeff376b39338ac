/** Real covenants made worse on purpose: one place of a file is changed. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { leesGemeenten } from '../../src/convenant/lees-gemeenten.ts'
import type { Afspraken } from '../../src/convenant/index.ts'

export const lees = (pad: string): string => readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8')
export const DH = 'convenanten/den-haag/2025-01-01.md'
export const AS = 'convenanten/assen/2024-01-01.md'
export const IJV = 'convenanten/ijssel-vecht/2023-01-01.md'
export const MH = 'convenanten/midden-holland/2019-05-13.md'
export const afspraken: Afspraken = {
  convenanten: [],
  kaders: [],
  besluiten: [],
  gemeenten: leesGemeenten(lees('kaders/gemeenten.md'), 'kaders/gemeenten.md'),
}

/** The text with one change; the change must be possible. */
export function beschadig(pad: string, van: string, door: string): string {
  const tekst = lees(pad)
  expect(tekst).toContain(van)
  return tekst.replace(van, () => door)
}

export const KALENDER_DH = 'soort: kalender\nid: regiorapportage\n'

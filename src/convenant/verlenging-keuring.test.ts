/** Which extensions can be recorded, on the covenants as they are. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import type { Convenant } from './afspraak.ts'
import type { Verlenging } from './besluit.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { keurVerlenging } from './verlenging-keuring.ts'

const lees = (pad: string, anders: (tekst: string) => string = (t) => t): Convenant =>
  leesAfspraken(anders(readFileSync(new URL(`../../convenanten/${pad}`, import.meta.url), 'utf8')), pad) as Convenant
const haags = lees('den-haag/2025-01-01.md')
const gouds = lees('midden-holland/2019-05-13.md')

const besluit = (tot: string, besloten = '2025-11-27'): Verlenging => ({
  soort: 'verlenging',
  id: `tot-${tot}`,
  regio: 'den-haag',
  versie: datum('2025-01-01'),
  besloten: datum(besloten),
  door: 'het bestuurlijk overleg',
  fictief: false,
  tot: datum(tot),
  tekst: '',
  bestand: 'journaal',
})
const keur = (tot: string, eerder: Verlenging[] = [besluit('2027-01-01')], versie = haags, versies = [versie]) =>
  keurVerlenging(
    { besloten: datum('2026-11-21'), tot: datum(tot) },
    { versie, versies, eerder, vandaag: datum('2026-11-22') },
  )

// Four times a year after 1 January 2026 is 1 January 2030; the text prints 1 January 2031.
test.each(['2028-01-01', '2029-01-01', '2030-01-01', '2031-01-01'])('%s is a whole number of years on', (tot) => {
  expect(keur(tot)).toEqual([])
})

test.each(['2027-01-02', '2027-07-01', '2032-01-01', '2099-01-01'])('%s is refused with the days that fit', (tot) => {
  const [fout, ...meer] = keur(tot)
  expect(meer).toEqual([])
  expect(fout).toEqual({
    veld: 'tot',
    melding:
      'Dit past niet bij hoe lang en hoe vaak het convenant kan worden verlengd. Kies 1 januari 2028 of 1 januari 2029 of 1 januari 2030 of 1 januari 2031.',
  })
})

test('an extension is later than the last one, also one decided after it', () => {
  const later = [besluit('2027-01-01'), besluit('2029-01-01', '2026-11-21')]
  expect(keur('2028-01-01', later)).toEqual([
    { veld: 'tot', melding: 'Het convenant loopt al tot en met 31 december 2028. Kies een latere dag.' },
  ])
  expect(keur('2030-01-01', [besluit('2027-01-01', '2026-11-22')]).map((f) => f.veld)).toEqual(['besloten'])
})

test('after the last limit there is nothing to extend', () => {
  expect(keur('2032-01-01', [besluit('2031-01-01')])[0]?.melding).toContain('Maak een nieuwe versie.')
})

test('a covenant that does not say how long an extension lasts takes any later day', () => {
  expect(keur('2027-03-15', [], gouds)).toEqual([])
  expect(keur('2023-07-01', [], gouds).map((f) => f.veld)).toEqual(['tot'])
})

test('a covenant without an extension has none', () => {
  expect(keur('2027-01-01', [], lees('ijssel-vecht/2023-01-01.md'))[0]?.melding).toContain('kent geen verlenging')
})

test('a version that a later one replaced cannot be extended, one that is still to come leaves it', () => {
  const volgende = (ingang: string): Convenant => ({ ...haags, ingang: datum(ingang) })
  expect(keur('2028-01-01', undefined, haags, [haags, volgende('2026-11-22')]).map((f) => f.veld)).toEqual(['versie'])
  expect(keur('2028-01-01', undefined, haags, [haags, volgende('2026-11-23')])).toEqual([])
})

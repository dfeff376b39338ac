import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dagVan, leesJaardag } from './jaardag.ts'

test.each([
  ['31 december J', 2025, '2025-12-31'],
  ['1 oktober J-1', 2025, '2024-10-01'],
  ['laatste februari J+1', 2023, '2024-02-29'],
  ['laatste februari J+1', 2024, '2025-02-28'],
  ['30 juni J+1', 2025, '2026-06-30'],
  ['laatste april J', 2025, '2025-04-30'],
])('%s of %i is %s', (tekst, jaar, dag) => {
  expect(dagVan(leesJaardag(tekst), jaar).toString()).toBe(dag)
})

test.each([
  '29 februari J',
  '31 april J',
  '0 mei J',
  '1 mei',
  '1 mei 2025',
  '1 mei J+10',
  'eerste mei J',
  '1 mei J + 1',
  '1 mrt J',
  '1 brumaire J',
  '1 mei J*2',
])('"%s" is no day of every year', (tekst) => {
  expect(() => leesJaardag(tekst)).toThrow(RangeError)
})

test('a year later in the text is a year later on the calendar, and a later J never gives an earlier day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('januari', 'februari', 'juli', 'december'),
      fc.integer({ min: -9, max: 8 }),
      fc.integer({ min: 1950, max: 2100 }),
      (dag, maand, na, jaar) => {
        const met = (n: number) => leesJaardag(`${dag} ${maand} J${n === 0 ? '' : n > 0 ? `+${n}` : n}`)
        expect(dagVan(met(na + 1), jaar).equals(dagVan(met(na), jaar + 1))).toBe(true)
        expect(Temporal.PlainDate.compare(dagVan(met(na), jaar), dagVan(met(na), jaar + 1))).toBe(-1)
      },
    ),
  )
})

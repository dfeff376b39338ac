import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leesBedrag, schrijfBedrag } from './geld.ts'

test('every amount reads back as it was written, also far beyond 2^53 cents', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (centen) => {
      expect(leesBedrag(schrijfBedrag(centen))).toBe(centen)
    }),
  )
})

test('amounts are written the Dutch way', () => {
  expect(schrijfBedrag(123456789n)).toBe('€\u00a01.234.567,89')
  expect(schrijfBedrag(-5n)).toBe('\u2212€\u00a00,05')
})

test.each([
  ['12', 1200n],
  ['€ 1.442', 144200n],
  ['1234,50', 123450n],
  ['12,-', 1200n],
  ['-0,01', -1n],
])('%s is read as %s cents', (invoer, centen) => {
  expect(leesBedrag(invoer)).toBe(centen)
})

test.each(['', '12,5', '1,234.56', '12.34', '1.23,45', 'twaalf', '1e3'])('"%s" is refused', (invoer) => {
  expect(() => leesBedrag(invoer)).toThrow(RangeError)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { breuk } from './breuk.ts'
import { leesDecimaal, schrijfDecimaal } from './decimaal.ts'

test('a tenth is a tenth, three times a tenth is three tenths', () => {
  expect(leesDecimaal('0.1')).toEqual(breuk(1n, 10n))
  expect(leesDecimaal('5,2')).toEqual(breuk(26n, 5n))
  expect(leesDecimaal('-12')).toEqual(breuk(-12n))
  expect(leesDecimaal('-0.5')).toEqual(breuk(-1n, 2n))
})

test.each(['', '1e3', '.5', '5.', '1.2.3', '1 000', 'vijf'])('"%s" is not a number', (tekst) => {
  expect(() => leesDecimaal(tekst)).toThrow(RangeError)
})

test('six decimals read back as they were written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (miljoensten) => {
      const getal = breuk(miljoensten, 1_000_000n)
      expect(leesDecimaal(schrijfDecimaal(getal).replace('\u2212', '-'))).toEqual(getal)
    }),
  )
  expect(schrijfDecimaal(breuk(2n, 3n))).toBe('0,666667')
  expect(schrijfDecimaal(breuk(-1n, 3n), 2)).toBe('\u22120,33')
})

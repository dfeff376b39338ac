import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  breuk,
  gedeeldDoor,
  halfOmhoog,
  leesBreuk,
  maal,
  min,
  naarBeneden,
  plus,
  schrijfBreuk,
  vergelijk,
} from './breuk.ts'

const breuken = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([t, n]) => breuk(t, n))

test('a third three times is exactly one', () => {
  const derde = leesBreuk('1/3')
  expect(plus(plus(derde, derde), derde)).toEqual(breuk(1n))
})

test('what is added and taken away again is the same fraction', () => {
  fc.assert(
    fc.property(breuken, breuken, (a, b) => {
      expect(min(plus(a, b), b)).toEqual(a)
    }),
  )
})

test('multiplying and dividing by the same fraction changes nothing', () => {
  fc.assert(
    fc.property(breuken, breuken, (a, b) => {
      fc.pre(b.teller !== 0n)
      expect(gedeeldDoor(maal(a, b), b)).toEqual(a)
    }),
  )
})

test('rounding down never goes up and stays within one', () => {
  fc.assert(
    fc.property(breuken, (a) => {
      const heel = breuk(naarBeneden(a))
      expect(vergelijk(heel, a)).not.toBe(1)
      expect(vergelijk(min(a, heel), breuk(1n))).toBe(-1)
    }),
  )
})

test('a debt rounds like a claim', () => {
  fc.assert(
    fc.property(breuken, (a) => {
      expect(halfOmhoog(breuk(-a.teller, a.noemer))).toBe(-halfOmhoog(a))
    }),
  )
  expect(halfOmhoog(leesBreuk('5/2'))).toBe(3n)
  expect(halfOmhoog(leesBreuk('49/20'))).toBe(2n)
})

test('a fraction reads back as it was written', () => {
  fc.assert(
    fc.property(breuken, (a) => {
      expect(leesBreuk(schrijfBreuk(a))).toEqual(a)
    }),
  )
})

test('half is not read as 0,5 and nothing is divided by zero', () => {
  expect(() => leesBreuk('0,5')).toThrow(RangeError)
  expect(() => leesBreuk('1/0')).toThrow(RangeError)
  expect(() => gedeeldDoor(breuk(1n), breuk(0n))).toThrow(RangeError)
})

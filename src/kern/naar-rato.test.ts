import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Breuk, breuk, maal, min, naarBeneden, vergelijk } from './breuk.ts'
import { naarRato } from './naar-rato.ts'

const GEWOON = { rest: 'grootste-rest', gelijk: 'alfabet' } as const
const namen = (aantal: number): string[] => Array.from({ length: aantal }, (_, i) => `g${String(i).padStart(3, '0')}`)

// The cases of method lrm in the design's reference list, made with two other programs and published tables.
const gevallen = JSON.parse(readFileSync(new URL('./naar-rato-referentie.json', import.meta.url), 'utf8')) as {
  geval: string
  maten: number[]
  totaal: number
  aandelen: number[]
}[]
test.each(gevallen.map((g) => [g.geval, g] as const))('reference: %s', (_naam, { maten, totaal, aandelen }) => {
  const uitslag = naarRato(BigInt(totaal), maten.map(BigInt), namen(maten.length), GEWOON)
  expect(uitslag.aandelen.map(Number)).toEqual(aandelen)
  expect(uitslag.rest).toBe(0n)
})

const totalen = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
const rijen = fc
  .array(fc.oneof(fc.bigInt({ min: 0n, max: 5n }), fc.bigInt({ min: 0n, max: 10n ** 9n })), {
    minLength: 1,
    maxLength: 20,
  })
  .filter((maten) => maten.some((m) => m > 0n))
const regels = fc.record({
  rest: fc.constantFrom('grootste-rest' as const, 'onverdeeld' as const),
  gelijk: fc.constantFrom('alfabet' as const, 'onverdeeld' as const),
})

test('shares and rest are always exactly the total, and only the largest remainder leaves no rest', () => {
  fc.assert(
    fc.property(totalen, rijen, regels, (totaal, maten, keuze) => {
      const { aandelen, rest, gelijk } = naarRato(totaal, maten, namen(maten.length), keuze)
      expect(aandelen.reduce((a, b) => a + b, rest)).toBe(totaal)
      if (keuze.rest === 'grootste-rest' && (keuze.gelijk === 'alfabet' || !gelijk)) expect(rest).toBe(0n)
    }),
  )
})

test('a deficit divides like a surplus', () => {
  fc.assert(
    fc.property(totalen, rijen, regels, (totaal, maten, keuze) => {
      const heen = naarRato(totaal, maten, namen(maten.length), keuze)
      const terug = naarRato(-totaal, maten, namen(maten.length), keuze)
      expect(terug.aandelen).toEqual(heen.aandelen.map((a) => -a))
      expect(terug.rest).toBe(-heen.rest)
    }),
  )
})

test('the order of the places makes no difference', () => {
  const geschud = rijen.chain((maten) =>
    fc.tuple(fc.constant(maten), fc.shuffledSubarray([...maten.keys()], { minLength: maten.length })),
  )
  fc.assert(
    fc.property(totalen, geschud, regels, (totaal, [maten, volgorde], keuze) => {
      const alle = namen(maten.length)
      const gewoon = naarRato(totaal, maten, alle, keuze)
      const anders = naarRato(
        totaal,
        volgorde.map((i) => maten[i]!),
        volgorde.map((i) => alle[i]!),
        keuze,
      )
      expect(volgorde.map((i) => gewoon.aandelen[i])).toEqual(anders.aandelen)
    }),
  )
})

test('places with the same measure differ by at most one unit, and by none when a tie gives nobody a unit', () => {
  fc.assert(
    fc.property(totalen, rijen, regels, (totaal, maten, keuze) => {
      const { aandelen } = naarRato(totaal, maten, namen(maten.length), keuze)
      for (let i = 0; i < maten.length; i += 1)
        for (let j = 0; j < i; j += 1) {
          if (maten[i] !== maten[j]) continue
          const verschil = aandelen[i]! - aandelen[j]!
          expect(verschil >= -1n && verschil <= 1n).toBe(true)
          if (keuze.gelijk === 'onverdeeld') expect(verschil).toBe(0n)
        }
    }),
  )
})

/** The method as the books describe it, with fractions: floor each share, then hand out by remainder. */
function metBreuken(totaal: bigint, maten: readonly bigint[]): bigint[] {
  const som = maten.reduce((a, b) => a + b, 0n)
  const precies = maten.map((m) => maal(breuk(totaal), breuk(m, som)))
  const heel = precies.map(naarBeneden)
  const resten = precies.map((p, i): [number, Breuk] => [i, min(p, breuk(heel[i]!))])
  let over = totaal - heel.reduce((a, b) => a + b, 0n)
  for (const [i] of resten.toSorted(([i, a], [j, b]) => vergelijk(b, a) || i - j)) {
    if (over === 0n) break
    heel[i] = heel[i]! + 1n
    over -= 1n
  }
  return heel
}

test('the result equals an independent calculation with fractions up to 10^12 cents', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), rijen, (totaal, maten) => {
      expect(naarRato(totaal, maten, namen(maten.length), GEWOON).aandelen).toEqual(metBreuken(totaal, maten))
    }),
  )
})

test('three equal parts of one cent: the first name gets it, or nobody', () => {
  const maten = [1n, 1n, 1n]
  expect(naarRato(1n, maten, ['c', 'a', 'b'], GEWOON)).toMatchObject({ aandelen: [0n, 1n, 0n], gelijk: true, rest: 0n })
  const niemand = naarRato(-1n, maten, ['c', 'a', 'b'], { rest: 'grootste-rest', gelijk: 'onverdeeld' })
  expect(niemand).toMatchObject({ rest: -1n, gelijk: true })
})

test('without a proportion nothing is divided', () => {
  expect(() => naarRato(5n, [0n, 0n], ['a', 'b'], GEWOON)).toThrow(RangeError)
  expect(() => naarRato(5n, [3n, -1n], ['a', 'b'], GEWOON)).toThrow(RangeError)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from './datum.ts'
import { bevat, dagen, leesPeriode, overlapt, type Periode, totEnMet, verenig } from './periode.ts'

const begin = datum('2026-01-01')
const perioden = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }))
  .map(([van, duur]): Periode => ({ van: begin.add({ days: van }), tot: begin.add({ days: van + duur }) }))

test('the last day of a period belongs to it and the day of tot does not', () => {
  const p = leesPeriode('2025-03-06/2025-03-13')
  expect(dagen(p)).toBe(7)
  expect(bevat(p, datum('2025-03-12'))).toBe(true)
  expect(bevat(p, datum('2025-03-13'))).toBe(false)
  expect(totEnMet(p).toString()).toBe('2025-03-12')
})

test('united periods hold exactly the days of the parts and are apart', () => {
  fc.assert(
    fc.property(fc.array(perioden, { maxLength: 8 }), (delen) => {
      const samen = verenig(delen)
      for (let i = 0; i < 470; i += 1) {
        const dag = begin.add({ days: i })
        expect(samen.filter((p) => bevat(p, dag)).length).toBe(delen.some((p) => bevat(p, dag)) ? 1 : 0)
      }
      for (const [i, p] of samen.slice(1).entries())
        expect(dagen({ van: samen[i]!.tot, tot: p.van })).toBeGreaterThan(0)
    }),
    { numRuns: 50 },
  )
})

test('overlap is symmetric, and periods that touch do not overlap', () => {
  fc.assert(fc.property(perioden, perioden, (a, b) => overlapt(a, b) === overlapt(b, a)))
  expect(overlapt(leesPeriode('2026-01-01/2026-02-01'), leesPeriode('2026-02-01/2026-03-01'))).toBe(false)
})

test.each(['2026-01-01', '2026-01-02/2026-01-01', '2026-01-01/2026-01-01', '2026-02-30/2026-03-01', 'a/b', '1/2/3'])(
  'the period "%s" is refused',
  (tekst) => {
    expect(() => leesPeriode(tekst)).toThrow(RangeError)
  },
)

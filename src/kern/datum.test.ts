import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dagenTussen, datum, leesDatum, schrijfDag, schrijfDatum, schrijfKort } from './datum.ts'

const dagen = fc.integer({ min: 0, max: 60_000 }).map((n) => datum('1900-01-01').add({ days: n }))

test('what is written in words is read back as the same day', () => {
  fc.assert(
    fc.property(dagen, (d) => {
      for (const tekst of [schrijfDatum(d), schrijfDag(d), schrijfKort(d), d.toString()])
        expect(leesDatum(tekst)).toEqual({ datum: d })
    }),
  )
})

test.each([
  '20-2-2026',
  '20 feb 2026',
  '20/02/2026',
  '20.2.2026',
  '20022026',
  'Vrijdag 20 februari 2026',
  ' 2026-02-20 ',
])('"%s" is 20 February 2026', (tekst) => {
  expect(leesDatum(tekst)).toEqual({ datum: datum('2026-02-20') })
})

test('a mistake has its own reason', () => {
  expect(leesDatum(' ')).toEqual({ fout: 'leeg' })
  expect(leesDatum('30-2-2026')).toEqual({ fout: 'bestaat-niet' })
  expect(leesDatum('20-2')).toEqual({ fout: 'jaar-ontbreekt' })
  expect(leesDatum('20-2-26')).toEqual({ fout: 'geen-datum' })
  expect(leesDatum('volgende week')).toEqual({ fout: 'geen-datum' })
})

test('a strict date takes nothing but an existing day', () => {
  expect(() => datum('2026-02-30')).toThrow(RangeError)
  expect(() => datum('2026-2-3')).toThrow(RangeError)
  expect(() => datum('2026-02-03T00:00')).toThrow(RangeError)
})

test('days between count over a change of clock and a leap day', () => {
  expect(dagenTussen(datum('2026-03-28'), datum('2026-03-30'))).toBe(2)
  expect(dagenTussen(datum('2024-02-28'), datum('2024-03-01'))).toBe(2)
})

import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Kader, leesAfspraken } from '../convenant/index.ts'
import { type Datum, datum } from '../kern/datum.ts'
import { isFeestdag, termijncel, werkdagenTot } from './termijncel.ts'

const pad = 'kaders/termijnenwet.md'
const kaders = [leesAfspraken(readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8'), pad) as Kader]
const tel = (van: string, tot: string): number => werkdagenTot(datum(van), datum(tot), isFeestdag({ kaders }))
const cel = (vandaag: string, uiterlijk: string) =>
  termijncel(
    { code: 'x', naam: 'x', soort: 'wet', uiterlijk: datum(uiterlijk), gehaaldOp: null, stilgezetSinds: null },
    datum(vandaag),
    { kaders },
  )

test.each([
  ['2026-02-20', '2026-02-23', 1],
  ['2026-02-20', '2026-02-22', 0],
  ['2026-02-23', '2026-02-27', 4],
  ['2026-04-02', '2026-04-07', 1],
  ['2026-04-24', '2026-04-28', 1],
  ['2026-02-23', '2026-02-23', 0],
])(
  'from %s to %s lie %i working days: weekends, Good Friday, Easter Monday and King’s Day do not count',
  (van, tot, n) => {
    expect(tel(van, tot)).toBe(n)
  },
)

test('working days are never more than the days between, and never fewer when the end comes later', () => {
  const begin = datum('2026-01-01')
  const vrij = isFeestdag({ kaders })
  fc.assert(
    fc.property(fc.nat(700), fc.nat(20), (a, b) => {
      const van: Datum = begin.add({ days: a })
      const n = werkdagenTot(van, van.add({ days: b }), vrij)
      expect(n).toBeLessThanOrEqual(b)
      expect(werkdagenTot(van, van.add({ days: b + 1 }), vrij)).toBeGreaterThanOrEqual(n)
    }),
  )
})

test('a term more than three weeks away always has more than a working week left', () => {
  const vrij = isFeestdag({ kaders })
  for (let i = 0; i < 3_700; i += 1) {
    const van = datum('2020-01-01').add({ days: i })
    expect(werkdagenTot(van, van.add({ days: 22 }), vrij), van.toString()).toBeGreaterThan(5)
  }
  expect(cel('2026-12-20', '2027-01-11').toestand).toBe('ruim')
})

test.each([
  ['2026-04-08', '2026-04-07', 'te-laat', -1],
  ['2026-04-07', '2026-04-07', 'morgen', 0],
  ['2026-04-02', '2026-04-07', 'morgen', 5],
  ['2026-03-27', '2026-04-07', 'week', 11],
  ['2026-03-26', '2026-04-07', 'ruim', 12],
])('on %s a term of %s reads %s, %i days', (vandaag, uiterlijk, toestand, dagen) => {
  expect(cel(vandaag, uiterlijk)).toMatchObject({ toestand, dagen, datum: uiterlijk })
})

test('a term that was met is never late, and one that stands still has no day', () => {
  const basis = { code: 'x', naam: 'x', soort: 'wet' as const, uiterlijk: datum('2026-01-01') }
  const vandaag = datum('2026-04-07')
  expect(
    termijncel({ ...basis, gehaaldOp: datum('2026-02-01'), stilgezetSinds: null }, vandaag, { kaders }),
  ).toMatchObject({
    toestand: 'gehaald',
    dagen: null,
    gehaaldOp: '2026-02-01',
  })
  expect(
    termijncel({ ...basis, gehaaldOp: null, stilgezetSinds: datum('2025-12-30') }, vandaag, { kaders }),
  ).toMatchObject({
    toestand: 'stilgezet',
    datum: null,
    stilgezetSinds: '2025-12-30',
  })
})

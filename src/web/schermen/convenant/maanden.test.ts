import { expect, test } from 'vitest'
import { maanden, samengenomen } from './maanden.ts'

const vorm = (op: string, ...dagen: (string | null)[]) =>
  maanden(
    op,
    dagen.map((dag) => ({ datum: dag })),
  )

test('a year from a day inside a month touches thirteen months, from the first of a month twelve', () => {
  const midden = vorm('2026-11-23')
  expect(midden.map((m) => m.maand).at(0)).toBe('2026-11')
  expect(midden.map((m) => m.maand).at(-1)).toBe('2027-11')
  expect(midden).toHaveLength(13)
  expect(vorm('2027-01-01').map((m) => m.maand)).toHaveLength(12)
  expect(vorm('2027-01-01').at(-1)?.naam).toBe('december 2027')
})

test('what must be done stands in the month of its last day', () => {
  const gevuld = vorm('2026-11-23', '2026-12-31', '2026-11-30', null).filter((m) => m.punten.length)
  expect(gevuld.map((m) => [m.maand, m.punten.length])).toEqual([
    ['2026-11', 1],
    ['2026-12', 1],
  ])
})

test('nothing with a day is lost: what lies outside the year stands at its edge', () => {
  const jaar = vorm('2026-11-23', '2026-03-01', '2028-05-01')
  expect(jaar.at(0)?.punten).toEqual([{ datum: '2026-03-01' }])
  expect(jaar.at(-1)?.punten).toEqual([{ datum: '2028-05-01' }])
})

test('months in which nothing ends are one line, also over the turn of the year', () => {
  const namen = (...dagen: string[]) => samengenomen(vorm('2026-02-23', ...dagen)).map((m) => m.naam)
  expect(namen('2026-11-30', '2026-12-31')).toEqual([
    'februari tot en met oktober 2026',
    'november 2026',
    'december 2026',
    'januari tot en met februari 2027',
  ])
  expect(namen('2026-02-28', '2026-05-31')).toEqual([
    'februari 2026',
    'maart tot en met april 2026',
    'mei 2026',
    'juni 2026 tot en met februari 2027',
  ])
})

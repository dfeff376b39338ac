import { expect, test } from 'vitest'
import type { Convenantbeeld, Kalenderpunt } from '../../../domein/bestuur/convenant.schema.ts'
import { kalenderpunten } from './kalenderpunten.ts'

const leeg: Kalenderpunt = {
  artikel: '6',
  lid: '2',
  onderdeel: null,
  anker: 'artikel-6-lid-2',
  datum: null,
  van: null,
  doe: 'rapport maken',
  wie: 'Den Haag',
  aan: null,
  status: 'gepland',
  zodra: null,
  na: null,
  keer: null,
  regel: 'rapport',
}
const beeld = (
  op: string,
  totEnMet: string,
  ...dagen: (string | null)[]
): Pick<Convenantbeeld, 'kalender' | 'looptijd' | 'op'> => ({
  op,
  kalender: dagen.map((dag) => ({ ...leeg, datum: dag })),
  looptijd: {
    soort: 'bepaald',
    waarde: { geldt: true, totEnMet },
    waarom: { wat: 'Looptijd.', bron: { convenant: 'den-haag', versie: '2025-01-01', artikel: '9', lid: '2' } },
  },
})
const dagen = (b: Parameters<typeof kalenderpunten>[0]) => kalenderpunten(b).map((p) => p.datum)

test('the last day of the covenant stands between the other days, before what waits for an event', () => {
  expect(dagen(beeld('2026-11-23', '2026-12-31', '2026-11-30', '2027-01-31', null))).toEqual([
    '2026-11-30',
    '2026-12-31',
    '2027-01-31',
    null,
  ])
  expect(kalenderpunten(beeld('2026-11-23', '2026-12-31')).at(0)?.anker).toBe('artikel-9-lid-2')
})

test('an end that is past or more than a year away is not in the calendar of this year', () => {
  expect(dagen(beeld('2027-01-01', '2026-12-31'))).toEqual([])
  expect(dagen(beeld('2026-01-01', '2027-01-01'))).toEqual([])
  expect(dagen(beeld('2026-12-31', '2026-12-31'))).toEqual(['2026-12-31'])
})

test('a covenant without an end keeps the days it names', () => {
  expect(dagen({ ...beeld('2026-01-01', '2026-06-01', '2026-05-01'), looptijd: null })).toEqual(['2026-05-01'])
})

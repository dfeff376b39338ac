import { expect, test } from 'vitest'
import { dagVanVersie, noemPlek } from './plek.ts'

test('recitals and notes are not called an article', () => {
  expect(noemPlek({ artikel: '9', lid: '2' })).toBe('artikel 9 lid 2')
  expect(noemPlek({ artikel: 'toelichting-2', lid: '7' })).toBe('toelichting 2 lid 7')
})

const versies = ['2027-01-01', '2025-01-01', '2029-01-01']

test('a version is shown as of the day of the outcome, with what was decided by then', () => {
  expect(dagVanVersie('2025-01-01', versies, '2026-11-23')).toBe('2026-11-23')
  // Also when its term is over: no later text took its place.
  expect(dagVanVersie('2019-05-13', ['2019-05-13'], '2026-11-23')).toBe('2026-11-23')
})

test('a version that another replaced is shown on its last day, one to come on its first', () => {
  expect(dagVanVersie('2025-01-01', versies, '2028-03-01')).toBe('2026-12-31')
  expect(dagVanVersie('2025-01-01', versies, '2027-01-01')).toBe('2026-12-31')
  expect(dagVanVersie('2027-01-01', versies, '2026-11-23')).toBe('2027-01-01')
})

import { expect, test } from 'vitest'
import { vastlegdag } from './vastlegdag.ts'

const versie = (ingang: string) => ({ ingang, kort: '', titel: '', geldt: true, getoond: false })
const versies = [versie('2025-01-01'), versie('2027-01-01')]
const getoond = (ingang: string, op: string) => ({ ingang, op, versies })
const VANDAAG = '2026-02-23'

test('the version of today records today, whichever day someone looks at', () => {
  expect(vastlegdag(getoond('2025-01-01', '2025-06-01'), 'versies', VANDAAG)).toBe(VANDAAG)
  expect(vastlegdag(getoond('2025-01-01', '2026-12-31'), 'let-op', VANDAAG)).toBe(VANDAAG)
})

test('a decision about a version to come is recorded on its first day, one about an earlier version on its last', () => {
  expect(vastlegdag(getoond('2027-01-01', '2028-05-05'), 'let-op', VANDAAG)).toBe('2027-01-01')
  expect(vastlegdag(getoond('2025-01-01', '2026-02-23'), 'artikelen', '2027-03-01')).toBe('2026-12-31')
})

test('evidence is about the duties of today, also beside another version', () => {
  expect(vastlegdag(getoond('2027-01-01', '2027-01-01'), 'plichten', VANDAAG)).toBe(VANDAAG)
})

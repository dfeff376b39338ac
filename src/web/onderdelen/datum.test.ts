import { expect, test } from 'vitest'
import { tijdstip } from './datum.tsx'

test('a moment is written with its hour, a day without, and neither as a machine date', () => {
  expect(tijdstip('2026-02-23T09:05:00Z')).toBe('23 februari 2026, 10.05 uur')
  expect(tijdstip('2026-02-23')).toBe('23 februari 2026')
})

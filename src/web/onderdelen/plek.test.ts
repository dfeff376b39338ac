import { expect, test } from 'vitest'
import { dagVanBron, noemPlek } from './plek.ts'

test('recitals and notes are not called an article', () => {
  expect(noemPlek({ artikel: '9', lid: '2' })).toBe('artikel 9 lid 2')
  expect(noemPlek({ artikel: 'toelichting-2', lid: '7' })).toBe('toelichting 2 lid 7')
})

test('a source leads to its own version: as it is today when that version is in force, else as it began', () => {
  const sessie = { vandaag: '2026-11-23', convenant: { versie: '2025-01-01' }, regio: { slug: 'den-haag' } }
  const bron = { convenant: 'den-haag', versie: '2025-01-01', artikel: '3' }
  expect(dagVanBron(bron, sessie)).toBe('2026-11-23')
  expect(dagVanBron({ ...bron, versie: '2020-01-01' }, sessie)).toBe('2020-01-01')
  expect(dagVanBron({ ...bron, convenant: 'assen', versie: '2024-01-01' }, sessie)).toBe('2024-01-01')
  expect(dagVanBron(bron, { ...sessie, convenant: { versie: null } })).toBe('2025-01-01')
})

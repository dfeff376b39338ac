import { expect, test } from 'vitest'
import { peil, peildag } from './peildag.ts'

test.each([
  ['31 december J', 2025, '2025-12-31'],
  ['1 januari J-1', 2025, '2024-01-01'],
  ['1 februari J+1', 2024, '2025-02-01'],
  ['31 december 2015', undefined, '2015-12-31'],
  ['29 februari J', 2024, '2024-02-29'],
])('%s of %s is %s', (tekst, jaar, dag) => {
  expect(peil.parse(tekst)).toBe(tekst)
  expect(peildag(tekst, jaar)?.toString()).toBe(dag)
})

test.each([
  ['2015', 2025],
  ['J', 2025],
  ['31 december J', undefined],
  ['29 februari J', 2025],
])('%s of %s is no single day', (tekst, jaar) => {
  expect(peil.safeParse(tekst).success).toBe(true)
  expect(peildag(tekst, jaar)).toBeNull()
})

test.each(['31 december', '30 februari J', '1 janari J', 'eind J', '1 januari J*2', '31-12-J'])(
  '"%s" is refused',
  (tekst) => {
    expect(peil.safeParse(tekst).success).toBe(false)
  },
)

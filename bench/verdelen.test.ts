import { expect, test } from 'vitest'
import { meet } from './verdelen.ts'

test('the bench divides over every municipality, adds up and builds the whole tree', async () => {
  const uitslag = await meet({ seconden: 0.05, loops: 1 })
  expect(uitslag.partijen).toBe(342)
  expect(uitslag.perSeconde.every((n) => n > 0)).toBe(true)
})

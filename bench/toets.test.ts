import { expect, test } from 'vitest'
import { meet } from './toets.ts'

test('the bench reads every file and finds what toets finds', async () => {
  const uitslag = await meet(1)
  expect(uitslag.bestanden).toBeGreaterThan(10)
  expect(uitslag.bevindingen).toBeGreaterThan(100)
  expect(uitslag.heel).toHaveLength(1)
})

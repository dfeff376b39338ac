import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wortel } from './bronnen.ts'

type Telling = { passed: number; failed: number; skipped: number }
const { countPlaywright, countVitest } = (await import(pathToFileURL(join(wortel, 'bin/test-results.mjs')).href)) as {
  countPlaywright: (verslag: unknown) => Telling
  countVitest: (verslag: unknown) => Telling
}

test('a test file that cannot be loaded counts as a failure', () => {
  const verslag = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  }
  expect(countVitest(verslag)).toEqual({ passed: 3, failed: 2, skipped: 0 })
})

test('a browser test that passed only when tried again counts as a failure, as does an error outside tests', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 1 }
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4, skipped: 1 })
})

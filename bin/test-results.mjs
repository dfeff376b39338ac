// Counts tests in what the runners write for machines.

/** Vitest's JSON report. A file that could not be loaded has no tests of its own: it counts as one that failed. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** Playwright's JSON report. A test that passed only when tried again counts as failed; so does an error outside tests. */
export function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

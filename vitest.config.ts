import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['test/opstelling.ts'],
    // Starting the shared database server and whole processes takes longer than a pure rule.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test file mostly waits for its database: as many at once as there are processors (vitest leaves one out).
    maxWorkers: availableParallelism(),
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['test/opstelling.ts'],
    // Starting the shared database server and whole processes takes longer than a pure rule.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

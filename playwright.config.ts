import { defineConfig } from '@playwright/test'
import { vindChromium } from './test/browser/chromium.ts'

/** The walks through the screens. They start the program themselves: see test/browser/opstelling.ts. */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: './test/browser/opstelling.ts',
  // One program, two cores: the walks take turns.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 10_000,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: vindChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const plekken = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser for the walks: named by REGIODAK_CHROMIUM, found on the machine, or Playwright's own. When there
 * is none it is installed where that is possible; else the run ends with one sentence that says how to.
 */
export function vindChromium(): string {
  const gevonden = zoek()
  if (gevonden) return gevonden
  // A worker of the runner reads the configuration again: by then the first reading has installed it.
  if (process.env['TEST_WORKER_INDEX'] === undefined) installeer()
  const daarna = zoek()
  if (daarna) return daarna
  throw new Error(
    'Er is geen Chromium. Installeer hem met "apt-get install chromium" (als root) of "npx playwright install chromium", of wijs hem aan met REGIODAK_CHROMIUM.',
  )
}

const zoek = (): string | undefined =>
  [process.env['REGIODAK_CHROMIUM'], ...plekken, chromium.executablePath()].find((p) => p && existsSync(p))

function installeer(): void {
  console.log('Er is geen Chromium; we installeren hem.')
  const pogingen: [string, string[]][] = [
    ...(process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
      ? ([
          ['apt-get', ['update', '-qq']],
          ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
        ] satisfies [string, string[]][])
      : []),
    ['npx', ['playwright', 'install', 'chromium']],
  ]
  for (const [opdracht, argumenten] of pogingen) {
    try {
      execFileSync(opdracht, argumenten, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
    } catch {
      // The next way may work; when none does, the caller says what to do.
    }
    if (zoek()) return
  }
}

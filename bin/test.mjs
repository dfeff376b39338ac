#!/usr/bin/env node
// `npm test`: every test, and one last line `N passed, N failed`. Runs under Node 20 too; the tests get the pinned Node.
// With arguments only vitest runs, on the files they name: `npm test -- src/kern`.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NEEDED, pinnedNode } from './pinned-node.mjs'
import { countPlaywright, countVitest } from './test-results.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const OLDEST_POSTGRES = '15'
const only = process.argv.slice(2)
const node = pinnedNode()
const results = mkdtempSync(join(tmpdir(), 'regiodak-results-'))
process.on('exit', () => rmSync(results, { recursive: true, force: true }))

const total = { passed: 0, failed: 0 }

if (!node) {
  console.error(`The tests need Node ${NEEDED}, and npm brought none for ${process.platform}-${process.arch}.`)
  total.failed += 1
} else if (only.length) await vitest('The named tests', only)
else {
  await vitest('Unit, build and chain tests', [])
  await chainsOnOldest()
  await browser()
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0

async function vitest(title, files, env = {}) {
  const out = join(results, `${title.replaceAll(/\W+/g, '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${out}`]
  const code = await run(title, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...files], env)
  add(title, code, out, countVitest)
}

/** The oldest PostgreSQL we promise to work on, where Debian's binaries are present. */
async function chainsOnOldest() {
  const bin = `/usr/lib/postgresql/${OLDEST_POSTGRES}/bin/postgres`
  if (!existsSync(bin)) {
    console.log(
      `\nPostgreSQL ${OLDEST_POSTGRES} is not on this machine: the chain tests ran on the PostgreSQL from npm only.`,
    )
    return
  }
  await vitest(`Chain tests on PostgreSQL ${OLDEST_POSTGRES}`, ['test/keten'], { REGIODAK_TEST_PG: OLDEST_POSTGRES })
}

/** Playwright's configuration finds Chromium, installs it where it can, and otherwise says how to. */
async function browser() {
  const title = 'Browser tests'
  if (!existsSync(join(root, 'test/browser'))) {
    console.log('\nThere are no browser tests yet.')
    return
  }
  const out = join(results, 'browser.json')
  const { CHROMIUM } = process.env
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: out, ...(CHROMIUM && { REGIODAK_CHROMIUM: CHROMIUM }) }
  const code = await run(title, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json'], env)
  add(title, code, out, countPlaywright)
}

/** Runs one runner in the foreground and gives its exit code; a signal counts as a failure. */
function run(title, args, env) {
  console.log(`\n=== ${title}`)
  const child = spawn(node, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`, ...env },
  })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, pass)
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(error.message)
      done(70)
    })
    child.once('exit', (code) => {
      for (const signal of ['SIGTERM', 'SIGHUP']) process.off(signal, pass)
      done(code ?? 70)
    })
  })
}

/** Adds what a runner wrote. A runner that crashed, ran nothing or failed beside its tests is one failure more. */
function add(title, code, file, count) {
  const { passed, failed, skipped } = existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  const broken = passed + failed === 0 || (code !== 0 && failed === 0)
  if (broken) console.error(`${title}: the runner ended with code ${code} after ${passed} passed tests.`)
  console.log(`${title}: ${passed} good, ${failed} wrong${skipped ? `, ${skipped} skipped` : ''}`)
  total.passed += passed
  total.failed += failed + (broken ? 1 : 0)
}

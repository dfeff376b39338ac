import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ruimTestserverOp } from './databank.ts'

const VOORVOEGSEL = 'regiodak-test-'

/**
 * vitest's global setup: a folder for the one test server, and its end. The server itself starts when
 * the first test asks for a database (`verseDatabank`), so runs of pure tests do not pay for it.
 * Servers of runs that were killed are ended first; the name of a folder tells whose it is.
 */
export default async function opstelling(): Promise<() => Promise<void>> {
  for (const naam of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${VOORVOEGSEL}(\\d+)-`).exec(naam)?.[1]
    if (pid && !leeft(Number(pid))) await ruimTestserverOp(join(tmpdir(), naam))
  }
  const map = mkdtempSync(join(tmpdir(), `${VOORVOEGSEL}${process.pid}-`))
  process.env['REGIODAK_TEST_MAP'] = map
  return () => ruimTestserverOp(map)
}

function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

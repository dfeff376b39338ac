import { expect, test } from 'vitest'
import { TAKEN } from '../../src/convenant/index.ts'
import { stappen } from '../../src/domein/toegang/stand.ts'
import { processen } from '../../src/server/processen.ts'
import { bestanden, lees } from './bronnen.ts'

/** Rows `| begrip | betekenis | naam in de code |`. */
const rijen = [...lees('docs/begrippen.md').matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map((m) => ({
    begrip: m[1]!.trim(),
    betekenis: m[2]!.trim(),
    namen: [...m[3]!.matchAll(/`([^`]+)`/g)].map((n) => n[1]!),
  }))
  .filter((rij) => rij.begrip !== 'begrip' && !rij.begrip.startsWith('-'))

const code = [...bestanden('src', '.ts', '.tsx'), ...bestanden('convenanten'), ...bestanden('kaders')]
  .map(lees)
  .join('\n')

test('every term has a meaning and a name in the code, and stands there once', () => {
  expect(rijen.length).toBeGreaterThan(30)
  expect(rijen.filter((rij) => rij.betekenis.length < 10 || rij.namen.length === 0)).toEqual([])
  expect(rijen.filter((rij, i) => rijen.findIndex((ander) => ander.begrip === rij.begrip) !== i)).toEqual([])
})

test('the names of the list exist in the code', () => {
  const mist = rijen.flatMap((rij) =>
    rij.namen.filter(
      (naam) => !new RegExp(`(?<![\\w-])${naam.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&')}(?![\\w-])`).test(code),
    ),
  )
  expect(mist).toEqual([])
})

test('every process, task and step of a melding is in the list', () => {
  const namen = new Set(rijen.flatMap((rij) => rij.namen))
  const gebruikt = [...processen.map((p) => p.soort), ...Object.keys(TAKEN), ...Object.keys(stappen)]
  expect(gebruikt.filter((naam) => !namen.has(naam))).toEqual([])
})

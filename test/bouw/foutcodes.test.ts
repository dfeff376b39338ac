import { join } from 'node:path'
import { expect, test } from 'vitest'
import { weigeringen } from '../../src/kern/weigering.ts'
import { bestanden, lees, wortel } from './bronnen.ts'

const cel = (tekst: string): string => tekst.replaceAll('|', '\\|')

/** The document as the table of refusals gives it. To write it anew: `npx vitest run test/bouw/foutcodes.test.ts -u`. */
function foutcodesDocument(): string {
  const rijen = Object.entries(weigeringen)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, w]) => `| \`${code}\` | ${w.status} | ${cel(w.zin)} | ${cel(w.doe)} |`)
  return `# Foutcodes

Als je iets nu niet mag of kunt doen, weigert Regiodak met een code, een zin en wat je daarna kunt doen. Over HTTP is dat \`application/problem+json\` met de code in het veld \`code\`; op de opdrachtregel staat de zin op stderr. Tussen accolades staat wat het programma invult.

Deze lijst komt uit \`src/kern/weigering.ts\`. Een test houdt ze gelijk; \`npx vitest run test/bouw/foutcodes.test.ts -u\` schrijft de lijst opnieuw.

| code | HTTP | zin | wat je kunt doen |
|---|---|---|---|
${rijen.join('\n')}
`
}

test('docs/foutcodes.md lists exactly the refusals of the program', async () => {
  await expect(foutcodesDocument()).toMatchFileSnapshot(join(wortel, 'docs/foutcodes.md'))
})

/** Codes that stand in the table before the floor that throws them, with which floor that is. */
const LATER: Readonly<Record<string, string>> = {}

test('every refusal is thrown somewhere, or is known to wait for a later floor', () => {
  const code = bestanden('src', '.ts', '.tsx')
    .filter((pad) => !pad.startsWith('src/kern/weigering') && !pad.endsWith('.test.ts'))
    .map(lees)
    .join('\n')
  expect(Object.keys(weigeringen).filter((naam) => !code.includes(naam))).toEqual(Object.keys(LATER))
})

test('a refusal ends its sentences with a point and says what to do', () => {
  const slordig = Object.entries(weigeringen).filter(([, w]) => !/[.?}]$/.test(w.zin) || w.doe.length < 10)
  expect(slordig.map(([code]) => code)).toEqual([])
})

test('no sentence sends people to a role that nobody has', () => {
  const verzonnen = /\b(?:de|rol|een) (?:functioneel )?beheerder\b|regioteam/i
  const waar = bestanden('src', '.ts', '.tsx').filter((pad) => verzonnen.test(lees(pad)))
  expect(waar).toEqual([])
})

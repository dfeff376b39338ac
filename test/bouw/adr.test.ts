import { expect, test } from 'vitest'
import { bestanden, lees } from './bronnen.ts'

const STATUS = /^(proposed|accepted|rejected|superseded by \d{4})$/
const UITVOERING = /^(none|partly: .+|done)$/
const DELEN = ['Context', 'Decision', 'Consequences', 'Rejected']

const adrs = bestanden('docs/adr', '.md')
const veld = (tekst: string, naam: string): string => new RegExp(`^- ${naam}: (.+)$`, 'm').exec(tekst)?.[1] ?? ''

test('decisions are numbered from 0001 without a gap or a double', () => {
  const nummers = adrs.map((pad) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(pad)?.[1])).toSorted((a, b) => a - b)
  expect(nummers.length).toBeGreaterThan(0)
  expect(nummers).toEqual(nummers.map((_, i) => i + 1))
})

test('every decision says its status and, apart from it, how far it is built', () => {
  const fout = adrs.filter((pad) => {
    const tekst = lees(pad)
    return !STATUS.test(veld(tekst, 'Status')) || !UITVOERING.test(veld(tekst, 'Implementation'))
  })
  expect(fout).toEqual([])
})

test('every decision has its context, what was decided, what follows and what was rejected', () => {
  const fout = adrs.flatMap((pad) => {
    const koppen = [...lees(pad).matchAll(/^## (.+)$/gm)].map((m) => m[1])
    return DELEN.filter((deel) => !koppen.includes(deel)).map((deel) => `${pad}: ${deel}`)
  })
  expect(fout).toEqual([])
})

test('the title carries the number of the file', () => {
  expect(adrs.filter((pad) => !lees(pad).startsWith(`# ${/\d{4}/.exec(pad)![0]} `))).toEqual([])
})

test('what a decision names in backticks as a file is there', () => {
  const alles = new Set(bestanden('.'))
  const mappen = new Set([...alles].flatMap((pad) => pad.split('/').map((_, i, delen) => delen.slice(0, i).join('/'))))
  const documenten = [...adrs, 'docs/architectuur.md', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md']
  const weg = documenten.flatMap((pad) =>
    [...lees(pad).matchAll(/`((?:src|test|docs|bin|bench|convenanten|kaders|voorbeelddata)\/[\w./-]+)`/g)]
      .map((m) => m[1]!.replace(/\/$/, ''))
      .filter((naam) => !alles.has(naam) && !mappen.has(naam))
      .map((naam) => `${pad}: ${naam}`),
  )
  expect(weg).toEqual([])
})

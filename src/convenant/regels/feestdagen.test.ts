import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Kader } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { alleFeestdagen, pasen } from './feestdagen.ts'

const wet = leesAfspraken(
  readFileSync(new URL('../../../kaders/termijnenwet.md', import.meta.url), 'utf8'),
  'kaders/termijnenwet.md',
) as Kader
// Figures taken over from the design's own list, computed independently of this program.
const lijst = JSON.parse(readFileSync(new URL('./feestdagen-2015-2035.json', import.meta.url), 'utf8')) as Record<
  string,
  [string, string][]
>

test.each(Object.entries(lijst))('the holidays of %s are the listed ones and no other', (jaar, verwacht) => {
  const gevonden = alleFeestdagen([wet], Number(jaar)).map((f) => `${f.datum.toString()} ${f.naam}`)
  expect(gevonden.toSorted()).toEqual(verwacht.map(([d, naam]) => `${d} ${naam}`).toSorted())
})

test('the list covers 2015 to 2035', () => {
  expect(Object.keys(lijst)).toEqual(Array.from({ length: 21 }, (_, i) => String(2015 + i)))
})

test('Easter is right at its earliest and latest day', () => {
  expect(pasen(1818).toString()).toBe('1818-03-22')
  expect(pasen(2038).toString()).toBe('2038-04-25')
})

test('a day that the government equates is added by the file alone', () => {
  const brugdag = {
    ...wet,
    regels: wet.regels.map((r) =>
      r.id === 'aangewezen-dagen' && r.soort === 'feestdagen'
        ? { ...r, dagen: [{ naam: 'Brugdag', op: pasen(2027).add({ days: 40 }) }] }
        : r,
    ),
  }
  expect(alleFeestdagen([brugdag], 2027).map((f) => f.naam)).toContain('Brugdag')
  expect(alleFeestdagen([brugdag], 2028).map((f) => f.naam)).not.toContain('Brugdag')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Convenant } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { leesGemeenten } from '../lees-gemeenten.ts'
import { regelsVan } from '../regels-van.ts'
import { mandaat, mandaatSchema, rekenBestuursmandaat } from './mandaat.ts'

const pad = 'convenanten/midden-holland/2019-05-13.md'
const lees = (naam: string): string => readFileSync(new URL(`../../../${naam}`, import.meta.url), 'utf8')
const mh = leesAfspraken(lees(pad), pad) as Convenant
const tekenen = regelsVan(mh, 'mandaat').find((r) => r.id === 'tekenen')!

test.each(mh.partijen)('each of the five parties mandates its own officer to sign: %s', (van) => {
  expect(rekenBestuursmandaat(tekenen, { van, waartoe: 'convenant-tekenen' }, mh, [])).toMatchObject({
    soort: 'bepaald',
    waarde: true,
    waarom: { bron: { artikel: '4', lid: '1' } },
  })
})

test('silence gives no mandate: another power, or a municipality that is no party', () => {
  const vraag = (van: string, waartoe: string) => rekenBestuursmandaat(tekenen, { van, waartoe }, mh, []).soort
  expect(vraag('gouda', 'convenant-opzeggen')).toBe('niet-geregeld')
  expect(vraag('delft', 'convenant-tekenen')).toBe('niet-geregeld')
})

const basis = { soort: 'mandaat', id: 'm', van: 'partijen', vormen: ['mandaat'] }
test.each([
  [{}, 'schrijf aan en takenVan, of bestuurder en waartoe'],
  [{ aan: 'gouda' }, 'schrijf aan en takenVan, of bestuurder en waartoe'],
  [
    { aan: 'gouda', takenVan: { artikel: '3' }, bestuurder: 'de wethouder', waartoe: ['tekenen'] },
    'schrijf aan en takenVan',
  ],
  [{ aan: 'gouda', takenVan: { artikel: '3' }, bestuurder: 'de wethouder' }, 'aan hoort bij takenVan'],
])('a mandate that mixes the two kinds or names neither is refused: %j', (rest, melding) => {
  const gelezen = mandaatSchema.safeParse({ ...basis, ...rest })
  expect(gelezen.error?.issues.map((i) => i.message).join('; ')).toContain(melding)
})

test('a mandate is told in words: who, to whom, what and in which form', () => {
  const gemeenten = leesGemeenten(lees('kaders/gemeenten.md'), 'kaders/gemeenten.md')
  expect(mandaat.zeg!(tekenen, mh, gemeenten)).toEqual([
    'Elk van deze gemeenten laat dit doen door haar bestuurder in het regionale overleg: convenant tekenen.',
    'Het gaat om Bodegraven-Reeuwijk, Gouda, Krimpenerwaard, Waddinxveen, Zuidplas. De vorm is: mandaat.',
  ])
})

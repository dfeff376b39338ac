import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Convenant } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { regelsVan } from '../regels-van.ts'
import { mandaatSchema, rekenBestuursmandaat } from './mandaat.ts'

const pad = 'convenanten/midden-holland/2019-05-13.md'
const mh = leesAfspraken(readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8'), pad) as Convenant
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

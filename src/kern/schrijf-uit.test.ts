import { expect, test } from 'vitest'
import { datum } from './datum.ts'
import { naarJson, noemBron, schrijfBoom, stapNaarJson, uitkomstNaarJson, zin } from './schrijf-uit.ts'
import { bepaald, nietVastgesteld, type Stap, tegenstrijdig } from './uitkomst.ts'

const boom: Stap = {
  wat: 'Klaar op {dag}.',
  bron: { wet: 'Wmo 2015', geldigOp: '2026-07-01', artikel: '2.3.2', lid: '1' },
  feiten: { dag: datum('2026-04-07') },
  stappen: [
    {
      wat: 'Gekozen.',
      uitleg: { id: 'u', keuze: 'dit', reden: 'omdat', vastgesteld: null },
      stappen: [
        {
          wat: 'Al besloten.',
          uitleg: { id: 'v', keuze: 'dat', reden: 'want', vastgesteld: '2026-01-01' },
          geldt: false,
        },
      ],
    },
  ],
}

test('a sentence is filled in with Dutch dates and leaves unknown names alone', () => {
  expect(zin({ wat: '{a} en {b}, {c}', feiten: { a: datum('2026-04-07'), b: true } })).toBe('7 april 2026 en ja, {c}')
  expect(zin({ wat: '{a}', feiten: { a: null } })).toBe('niet bekend')
})

test('the tree reads as indented text with its source and open readings', () => {
  expect(schrijfBoom(stapNaarJson(boom))).toBe(
    'Klaar op 7 april 2026. (Wmo 2015 artikel 2.3.2 lid 1)\n  - Gekozen. [uitleg u, nog niet vastgesteld]\n    - Al besloten.',
  )
})

test('a source is named by article and lid; recitals have no article number', () => {
  const bron = { convenant: 'den-haag', versie: '2025-01-01', artikel: '3', lid: '1', onderdeel: 'a' }
  expect(noemBron(bron)).toBe('convenant den-haag 2025 artikel 3 lid 1 onder a')
  expect(noemBron({ ...bron, artikel: 'overwegingen', lid: '4', onderdeel: '' })).toContain('2025 overwegingen lid 4')
})

test('readings that the region did not adopt are found at any depth', () => {
  expect(nietVastgesteld(boom).map((u) => u.id)).toEqual(['u'])
})

test('an outcome in JSON has its kind first and plain dates', () => {
  expect(JSON.stringify(uitkomstNaarJson(bepaald({ datum: datum('2026-04-07'), n: 3n }, { wat: 'x' })))).toBe(
    '{"soort":"bepaald","waarde":{"datum":"2026-04-07","n":3},"waarom":{"wat":"x"}}',
  )
  const bron = { convenant: 'den-haag', versie: '2025-01-01', artikel: '9' }
  expect(uitkomstNaarJson(tegenstrijdig([{ waarde: 1n, bron }], { wat: 'x' }))).toEqual({
    soort: 'tegenstrijdig',
    lezingen: [{ waarde: 1, bron }],
    waarom: { wat: 'x' },
  })
})

test('amounts and shares become text only when shown, and stay exact in JSON', () => {
  const stap = {
    wat: '{bedrag}, {half}, {heel}, {lang}',
    feiten: {
      bedrag: { centen: -123456n },
      half: { teller: 2n, noemer: 4n },
      heel: { teller: 10n, noemer: 5n },
      lang: { teller: 20000n, noemer: 30003n },
    },
  }
  expect(zin(stap)).toBe('\u2212€\u00a01.234,56, 1/2, 2, ongeveer 0,6666')
  expect(stapNaarJson(stap).feiten).toEqual({ bedrag: -123456, half: '1/2', heel: 2, lang: '20000/30003' })
  const groot = { teller: 2n ** 60n, noemer: 1n }
  expect(stapNaarJson({ wat: '', feiten: { groot } }).feiten).toEqual({ groot: '1152921504606846976' })
})

test('a whole number that JSON cannot hold is refused instead of changed', () => {
  expect(naarJson(9007199254740991n)).toBe(9007199254740991)
  expect(() => naarJson(9007199254740993n)).toThrow(RangeError)
})

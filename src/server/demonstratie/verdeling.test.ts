import { array, assert, integer, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import locaties from '../../../voorbeelddata/locaties.json' with { type: 'json' }
import { namen, testnummers } from './mens.ts'
import { Plekken } from './plekken.ts'
import { Toeval, verdeel } from './toeval.ts'
import { verdeelLoten } from './verdeling.ts'

const tel = (rij: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(rij)].map((k) => [k, rij.filter((x) => x === k).length]))

test('the locations and places of core providers per municipality are those of tables 8 and 9', () => {
  const kern = locaties.locaties.filter((l) => l.categorie === 'kern')
  expect(tel(kern.map((l) => l.gemeente))).toEqual({
    'den-haag': 78,
    'leidschendam-voorburg': 9,
    rijswijk: 2,
    zoetermeer: 4,
  })
  expect(kern.reduce((som, l) => som + l.plekken, 0)).toBe(1007)
  expect(Object.values(tel(kern.map((l) => l.aanbieder))).toSorted((a, b) => a - b)).toEqual([1, 2, 5, 12, 18, 55])
})

test('twelve providers from other sectors have one location each and 72 places together', () => {
  const ander = locaties.locaties.filter((l) => l.categorie === 'sectorvreemd')
  expect(new Set(ander.map((l) => l.aanbieder)).size).toBe(12)
  expect(ander).toHaveLength(12)
  expect(ander.reduce((som, l) => som + l.plekken, 0)).toBe(72)
})

test('the shelter, which the plan does not list, says in its name that it is invented', () => {
  const opvang = locaties.locaties.filter((l) => l.categorie === 'opvang')
  expect(opvang.length).toBeGreaterThan(0)
  expect(opvang.every((l) => l.product === 'opvang' && l.naam.includes('Verzonnen'))).toBe(true)
})

test('of 300 people a hundred wait for BW, spread as the percentages of table 11', () => {
  const lijst = verdeelLoten(300, 'x').filter(
    (l) => l.voorziening === 'bw' && (l.bestemming === 'wachtend' || l.bestemming === 'pauze'),
  )
  expect(tel(lijst.map((l) => l.woonplaats))).toEqual({
    'den-haag': 68,
    'leidschendam-voorburg': 8,
    rijswijk: 2,
    wassenaar: 2,
    zoetermeer: 9,
    'buiten-regio': 10,
    geen: 1,
  })
  // 23 of 263 live in an institution and want to move: 8.7 of 100.
  expect(lijst.filter((l) => l.eerder === 'verhuiswens')).toHaveLength(9)
})

test('the largest questions in Den Haag are those of table 12, in its order', () => {
  const haags = verdeelLoten(300, 'x').filter((l) => l.voorziening === 'bw' && l.woonplaats === 'den-haag')
  const t = tel(haags.map((l) => l.doelgroep))
  // 108, 34 and 31 of 178.
  expect(Math.round((t['psychiatrie']! / haags.length) * 178)).toBeGreaterThanOrEqual(107)
  expect(Math.round((t['psychiatrie']! / haags.length) * 178)).toBeLessThanOrEqual(109)
  expect(t['autisme']!).toBeGreaterThan(t['verslaving']!)
})

test('every municipality that handles reports itself has enough cases to show', () => {
  const loten = verdeelLoten(300, 'x')
  const bij = (gemeente: string) =>
    loten.filter(
      (l) =>
        l.voorziening === 'bw' &&
        l.woonplaats === gemeente &&
        l.eerder === null &&
        /^(registratie|screening|onderzoek|advies|verschil-open)/.test(l.bestemming),
    ).length
  for (const gemeente of ['rijswijk', 'leidschendam-voorburg', 'zoetermeer'])
    expect(bij(gemeente)).toBeGreaterThanOrEqual(8)
  expect(loten.filter((l) => l.woonplaats === 'wassenaar').length).toBeGreaterThanOrEqual(8)
})

test('a division adds up and no share is a whole unit off', () => {
  assert(
    property(nat(2000), array(integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 }), (n, g) => {
      const gewichten = Object.fromEntries(g.map((gewicht, i) => [`k${i}`, gewicht]))
      const som = g.reduce((s, x) => s + x, 0)
      const uit = verdeel(n, gewichten)
      expect(Object.values(uit).reduce((s, x) => s + x, 0)).toBe(n)
      for (const [k, deel] of Object.entries(uit)) expect(Math.abs(deel - (n * gewichten[k]!) / som)).toBeLessThan(1)
    }),
  )
})

test('every service number is from the test range, passes the elfproef and comes once', () => {
  const nummers = testnummers('x')
  expect(new Set(nummers).size).toBe(nummers.length)
  for (const bsn of nummers) {
    expect(bsn).toMatch(/^9999\d{5}$/)
    const c = Array.from(bsn, Number) as [number, number, number, number, number, number, number, number, number]
    const som = 9 * c[0] + 8 * c[1] + 7 * c[2] + 6 * c[3] + 5 * c[4] + 4 * c[5] + 3 * c[6] + 2 * c[7] - c[8]
    expect(som % 11).toBe(0)
  }
})

test('1,500 people have 1,500 different names', () => {
  const alle = namen(1500, 'x').map((n) => `${n.voornamen} ${n.tussenvoegsel} ${n.achternaam}`)
  expect(new Set(alle).size).toBe(1500)
})

test('the same seed gives the same choices, another seed others', () => {
  const trek = (zaad: string): number[] => {
    const toeval = new Toeval(zaad)
    return Array.from({ length: 20 }, () => toeval.tussen(1, 1000))
  }
  expect(trek('a')).toEqual(trek('a'))
  expect(trek('a')).not.toEqual(trek('b'))
})

test('a handful of places is free today and more come free in the next eight weeks', () => {
  const vandaag = Temporal.PlainDate.from('2026-06-03')
  const alle = new Plekken('x').plannen(vandaag, vandaag.subtract({ days: 1 }))
  const aantal = alle.reduce((som, l) => som + (l.vastleggen['plekken'] as unknown[]).length, 0)
  const verblijven = alle.flatMap((l) => l.bezetting.plekken)
  const nu = verblijven.filter((v) => v.tot === null || v.tot > '2026-06-03')
  const vrij = aantal - nu.length
  expect(vrij).toBeGreaterThanOrEqual(30)
  expect(vrij).toBeLessThanOrEqual(40)
  expect(nu.filter((v) => v.tot !== null && v.tot <= '2026-07-29').length).toBeGreaterThanOrEqual(20)
  expect(new Set(verblijven.map((v) => v.plek)).size).toBe(verblijven.length)
})

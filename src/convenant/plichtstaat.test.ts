import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Datum, datum, opOfVoor, voor } from '../kern/datum.ts'
import { schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import { leesJaardag } from './jaardag.ts'
import { type Bewijs, type Plicht, plichtMet, staatVan } from './plichtstaat.ts'
import { PERIODEN, type Wanneer } from './regels/wanneer.ts'

const VAN = datum('2025-01-01')
const TOT_EN_MET = datum('2028-12-31')
const dag = fc.integer({ min: -200, max: 1700 }).map((n): Datum => VAN.add({ days: n }))
const binnen = fc.integer({ min: 0, max: 1460 }).map((n): Datum => VAN.add({ days: n }))
const wanneer: fc.Arbitrary<Wanneer> = fc.oneof(
  fc.constantFrom<Wanneer>('voortdurend', 'geregeld', 'eenmalig'),
  fc.record({ uiterlijk: dag }),
  fc.record({ keer: fc.integer({ min: 1, max: 3 }), per: fc.constantFrom(...PERIODEN) }),
  fc.record({ bij: fc.constant('iemand zegt op'), binnen: fc.constant(Temporal.Duration.from('P2W')) }),
  fc.record({
    jaardagen: fc.constantFrom(
      { totEnMet: leesJaardag('1 oktober J-1') },
      { van: leesJaardag('1 februari J+1'), totEnMet: leesJaardag('laatste februari J+1') },
      { van: leesJaardag('1 juli J') },
    ),
    keer: fc.integer({ min: 1, max: 2 }),
  }),
)
const bewijs = fc.record({
  op: dag,
  wat: fc.constant('gedaan'),
  soort: fc.constantFrom<'bewijs' | 'gebeurtenis'>('bewijs', 'bewijs', 'gebeurtenis'),
})

const plicht = (w: Wanneer, aard: Plicht['aard'] = 'resultaat'): Plicht =>
  plichtMet(
    {
      id: 'p',
      regel: 'p',
      bron: { convenant: 'proef', versie: '2025-01-01', artikel: '1' },
      wie: ['assen'],
      wieZin: 'Assen',
      aan: [],
      aanZin: null,
      wat: 'iets doen',
      aard,
      wanneer: w,
      bewijs: null,
      uitleg: [],
    },
    { van: VAN, totEnMet: TOT_EN_MET },
  )
const staat = (p: Plicht, b: readonly Bewijs[], op: Datum): string => {
  const uit = staatVan(p, b, op)
  return uit.soort === 'bepaald' ? uit.waarde : uit.soort
}

test('a duty to try is that on every day of the covenant, whatever is known', () => {
  fc.assert(
    fc.property(wanneer, fc.array(bewijs), binnen, (w, b, op) => {
      expect(staat(plicht(w, 'inspanning'), b, op)).toBe('inspanning')
    }),
  )
})

test('before and after the covenant no duty of it applies', () => {
  fc.assert(
    fc.property(wanneer, fc.array(bewijs), dag, (w, b, op) => {
      fc.pre(voor(op, VAN) || voor(TOT_EN_MET, op))
      expect(staat(plicht(w), b, op)).toBe('niet-van-toepassing')
    }),
  )
})

const RANG = ['te-laat', 'binnenkort', 'loopt', 'voldaan']

test('knowing more of what was done never makes a duty look worse', () => {
  fc.assert(
    fc.property(wanneer, fc.array(bewijs), dag, binnen, (w, b, extra, op) => {
      const zonder = RANG.indexOf(staat(plicht(w), b, op))
      const met = RANG.indexOf(staat(plicht(w), [...b, { op: extra, wat: 'nog iets' }], op))
      expect(met).toBeGreaterThanOrEqual(zonder)
    }),
    { numRuns: 1000 },
  )
})

test('what happens later changes nothing about today, and the order of what is known neither', () => {
  fc.assert(
    fc.property(wanneer, fc.array(bewijs), binnen, (w, b, op) => {
      const nu = staat(plicht(w), b, op)
      const bekend = b.filter((x) => opOfVoor(x.op, op))
      expect(staat(plicht(w), bekend, op)).toBe(nu)
      expect(staat(plicht(w), bekend.toReversed(), op)).toBe(nu)
    }),
  )
})

test('every state has a tree whose sentences are filled in', () => {
  fc.assert(
    fc.property(wanneer, fc.array(bewijs), dag, (w, b, op) => {
      expect(schrijfBoom(stapNaarJson(staatVan(plicht(w), b, op).waarom))).not.toMatch(/[{}]|undefined|niet bekend\b/)
    }),
  )
})

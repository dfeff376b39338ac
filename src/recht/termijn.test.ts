import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Kader } from '../convenant/afspraak.ts'
import { leesAfspraken } from '../convenant/lees-afspraken.ts'
import { alleFeestdagen } from '../convenant/regels/feestdagen.ts'
import { datum } from '../kern/datum.ts'
import { leesPeriode } from '../kern/periode.ts'
import { schrijfBoom, stapNaarJson, uitkomstNaarJson } from '../kern/schrijf-uit.ts'
import { Weigering } from '../kern/weigering.ts'
import { termijn, termijnsoorten } from './termijn.ts'

const kaders = ['wmo-2015', 'awb', 'termijnenwet'].map(
  (naam) =>
    leesAfspraken(
      readFileSync(new URL(`../../kaders/${naam}.md`, import.meta.url), 'utf8'),
      `kaders/${naam}.md`,
    ) as Kader,
)
const reken = (soort: string, vanaf: string, meer: { opgeschort?: string[]; verdaagd?: boolean } = {}) =>
  termijn(
    soort,
    { vanaf: datum(vanaf), opgeschort: (meer.opgeschort ?? []).map(leesPeriode), verdaagd: meer.verdaagd ?? false },
    kaders,
  )
const boom = (u: ReturnType<typeof reken>): string => schrijfBoom(stapNaarJson(u.waarom))
const einde = (...invoer: Parameters<typeof reken>): string => {
  const u = reken(...invoer)
  return u.soort === 'bepaald' ? u.waarde.datum.toString() : u.soort
}

test('the terms are those of the interface', () => {
  expect(termijnsoorten(kaders).toSorted()).toEqual([
    'awb-beroep-indienen',
    'awb-bezwaar-beslissen',
    'awb-bezwaar-beslissen-commissie',
    'awb-bezwaar-indienen',
    'wmo-beschikking',
    'wmo-onderzoek',
    'wmo-persoonlijk-plan',
  ])
})

// Golden dates from the study of the law (2.3), the interface and G-stat.
test.each([
  ['wmo-onderzoek', '2026-02-20', '2026-04-07'],
  ['wmo-onderzoek', '2025-03-03', '2025-04-14'],
  ['wmo-onderzoek', '2025-03-10', '2025-04-22'],
  ['wmo-beschikking', '2026-12-11', '2026-12-28'],
  ['wmo-beschikking', '2025-04-14', '2025-04-28'],
  ['wmo-beschikking', '2026-04-21', '2026-05-06'],
  ['wmo-beschikking', '2026-04-13', '2026-04-28'],
  ['wmo-persoonlijk-plan', '2025-03-03', '2025-03-10'],
  ['awb-bezwaar-indienen', '2026-02-20', '2026-04-07'],
  ['awb-beroep-indienen', '2026-02-20', '2026-04-07'],
  ['awb-bezwaar-beslissen', '2026-04-07', '2026-05-19'],
  ['awb-bezwaar-beslissen-commissie', '2026-04-07', '2026-06-30'],
  ['convenant-maanden:3', '2025-01-15', '2025-04-15'],
  ['convenant-maanden:3', '2025-03-31', '2025-06-30'],
  ['convenant-maanden:3', '2025-11-30', '2026-02-28'],
  ['convenant-maanden:3', '2024-11-29', '2025-02-28'],
  ['convenant-maanden:3', '2023-11-30', '2024-02-29'],
  ['convenant-weken:2', '2023-03-10', '2023-03-24'],
  ['convenant-weken:2', '2023-12-22', '2024-01-05'],
])('%s from %s ends on %s', (soort, vanaf, verwacht) => {
  expect(einde(soort, vanaf)).toBe(verwacht)
})

test('an objection that was adjourned gets six weeks more, on the end before the shift', () => {
  expect(einde('awb-bezwaar-beslissen', '2026-04-07', { verdaagd: true })).toBe('2026-06-30')
  // 6 weeks end on Easter Monday 6 April 2026; the shifted day must not count twice.
  expect(einde('awb-bezwaar-beslissen', '2026-02-23', { verdaagd: true })).toBe('2026-05-18')
})

test('a week of suspension moves the decision a week, overlaps count once', () => {
  expect(einde('wmo-beschikking', '2025-03-03', { opgeschort: ['2025-03-06/2025-03-13'] })).toBe('2025-03-24')
  expect(
    einde('wmo-beschikking', '2025-03-03', { opgeschort: ['2025-03-06/2025-03-13', '2025-03-10/2025-03-13'] }),
  ).toBe('2025-03-24')
})

test('a suspension outside the term changes nothing', () => {
  expect(einde('wmo-beschikking', '2025-03-03', { opgeschort: ['2025-03-18/2025-04-01'] })).toBe('2025-03-17')
  expect(einde('wmo-beschikking', '2025-03-03', { opgeschort: ['2025-02-01/2025-03-04'] })).toBe('2025-03-17')
})

test('a suspension on the last day, reached only by the shift, still leaves a day', () => {
  // Two weeks after 20 December 2024 is Friday 3 January 2025; after 21 December Saturday 4 January, so Monday 6.
  expect(einde('wmo-beschikking', '2024-12-21', { opgeschort: ['2025-01-06/2025-01-10'] })).toBe('2025-01-10')
})

test.each([
  [
    'wmo-onderzoek',
    { opgeschort: ['2026-03-01/2026-03-02'] },
    'TERMIJN_NIET_OP_TE_SCHORTEN',
    'Wmo 2015 artikel 2.3.2 lid 1',
  ],
  [
    'wmo-persoonlijk-plan',
    { opgeschort: ['2026-03-01/2026-03-02'] },
    'TERMIJN_NIET_OP_TE_SCHORTEN',
    'Wmo 2015 artikel 2.3.2 lid 2',
  ],
  ['awb-bezwaar-indienen', { opgeschort: ['2026-03-01/2026-03-02'] }, 'TERMIJN_NIET_OP_TE_SCHORTEN', 'Awb artikel 6:7'],
  ['wmo-beschikking', { verdaagd: true }, 'TERMIJN_NIET_TE_VERDAGEN', 'Wmo 2015 artikel 2.3.5 lid 2'],
  ['convenant-weken:2', { verdaagd: true }, 'TERMIJN_NIET_TE_VERDAGEN', 'een convenant'],
  ['wmo-iets', {}, 'TERMIJN_ONBEKEND', 'wmo-iets'],
  ['convenant-weken:0', {}, 'TERMIJN_ONBEKEND', 'convenant-weken:0'],
])('%s with %j is refused with %s, naming %s', (soort, meer, code, noemt) => {
  try {
    reken(soort, '2026-02-20', meer)
    expect.unreachable()
  } catch (fout) {
    expect(fout).toBeInstanceOf(Weigering)
    expect(fout).toMatchObject({ code, message: expect.stringContaining(noemt) as unknown })
  }
})

const dagen = fc.integer({ min: 0, max: 21 * 365 }).map((n) => datum('2015-01-01').add({ days: n }))
const wettelijk = fc.constantFrom(...termijnsoorten(kaders))

test('a statutory term ends on a working day, the first one on or after the plain sum', () => {
  const vrij = (d: Temporal.PlainDate) =>
    d.dayOfWeek > 5 || alleFeestdagen(kaders, d.year).some((f) => f.datum.equals(d))
  fc.assert(
    fc.property(wettelijk, dagen, (soort, vanaf) => {
      const u = termijn(soort, { vanaf }, kaders)
      if (u.soort !== 'bepaald') throw new Error(u.soort)
      const { datum: eind, zonderVerlenging } = u.waarde
      expect(vrij(eind)).toBe(false)
      for (let d = zonderVerlenging; Temporal.PlainDate.compare(d, eind) < 0; d = d.add({ days: 1 }))
        expect(vrij(d)).toBe(true)
    }),
  )
})

test('a later event never gives an earlier end', () => {
  fc.assert(
    fc.property(wettelijk, dagen, fc.integer({ min: 1, max: 30 }), (soort, vanaf, later) => {
      const eerst = einde(soort, vanaf.toString())
      const dan = einde(soort, vanaf.add({ days: later }).toString())
      expect(eerst <= dan).toBe(true)
    }),
  )
})

test('more suspension never ends earlier', () => {
  fc.assert(
    fc.property(dagen, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 30 }), (vanaf, na, duur) => {
      const begin = vanaf.add({ days: na })
      const stil = (n: number) =>
        einde('wmo-beschikking', vanaf.toString(), {
          opgeschort: [`${begin.toString()}/${begin.add({ days: n }).toString()}`],
        })
      expect(stil(duur) <= stil(duur + 1)).toBe(true)
    }),
  )
})

test('the reason gives the sum, each free day and the result', () => {
  const u = uitkomstNaarJson(reken('wmo-onderzoek', '2026-02-20'))
  expect(u.waarde).toEqual({ datum: '2026-04-07', zonderVerlenging: '2026-04-03' })
  const tekst = boom(reken('wmo-onderzoek', '2026-02-20'))
  expect(tekst).toContain(
    'Het onderzoek moet uiterlijk dinsdag 7 april 2026 klaar zijn. (Wmo 2015 artikel 2.3.2 lid 1)',
  )
  expect(tekst).toContain('20 februari 2026 (melding) + 6 weken = 3 april 2026.')
  for (const dag of [
    '3 april 2026 is Goede Vrijdag.',
    '4 april 2026 is een zaterdag.',
    '5 april 2026 is een zondag.',
    '6 april 2026 is Tweede Paasdag.',
  ])
    expect(tekst).toContain(dag)
  expect(tekst).toContain('De datum ligt vast.')
})

test('a day whose designation nobody checked moves no term, and the reason names the later day', () => {
  // 15 May 2026 is the Friday after Ascension; the Monday after it is the 18th.
  expect(einde('wmo-beschikking', '2026-05-01')).toBe('2026-05-15')
  const u = reken('wmo-beschikking', '2026-05-01')
  const tekst = boom(u)
  expect(tekst).toContain('15 mei 2026 is misschien met een feestdag gelijkgesteld (dag na Hemelvaartsdag).')
  expect(tekst).toContain('Is het zo, dan is de laatste dag maandag 18 mei 2026.')
  expect(tekst).toContain('artikel 3 lid 3')
  // Where the term ends by law on that day it is not said to be fixed; on another day nothing is said about it.
  expect(boom(reken('wmo-onderzoek', '2026-04-03'))).not.toContain('De datum ligt vast.')
  expect(boom(reken('wmo-onderzoek', '2026-02-20'))).not.toContain('misschien')
})

test('once the decision is checked the day counts as a holiday, by the file alone', () => {
  const nagegaan = kaders.map((k) => ({
    ...k,
    regels: k.regels.map((r) =>
      r.soort === 'feestdagen' ? { ...r, dagen: r.dagen.map((d) => ('op' in d ? { naam: d.naam, op: d.op } : d)) } : r,
    ),
  }))
  const u = termijn('wmo-beschikking', { vanaf: datum('2026-05-01') }, nagegaan)
  expect(u.soort === 'bepaald' && u.waarde.datum.toString()).toBe('2026-05-18')
})

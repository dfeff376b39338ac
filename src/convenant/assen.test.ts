/** The covenant of Assen as a whole: every requirement is somewhere, and the text alone has two answers twice. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { uitkomstNaarJson } from '../kern/schrijf-uit.ts'
import type { Afspraken } from './afspraak.ts'
import { afsprakenboek, looptijd } from './afsprakenboek.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'
import { toets } from './toets/index.ts'

const pad = 'convenanten/assen/2024-01-01.md'
const assen = leesAfspraken(readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8'), pad)
if (assen.soort !== 'convenant') throw new Error('verwisseld')
const boek = (op: string, extra: Partial<Afspraken> = {}) =>
  afsprakenboek('assen', datum(op), { convenanten: [assen], kaders: [], besluiten: [], gemeenten: [], ...extra })

const reeks = (artikel: string, tekens: string) => tekens.split(' ').map((t) => `AS-${artikel}${t}`)
// The ids of section AS of the requirements, and its contradictions and gaps.
const EISEN = [
  ...reeks('0.', '0 1-2 3 4 5 6 7 8 9 10'),
  ...reeks('1.', 'a b c d e f g h'),
  ...reeks('', '2 3 11 12'),
  ...reeks('4.', '1 2a-b 3 3a 3b 3c 3d 3e 3f 3g 3h 3i 3j 4'),
  ...reeks('5.', '1 2 3 4a 4b 5'),
  ...reeks('6.', '1 2'),
  ...reeks('7.', '1 2 3'),
  ...reeks('8.', '1 2 3a 3b 4 5 6a 6b 6c 7 8 9'),
  ...reeks('9.', '1 2 3'),
  ...reeks('10.', '1 2'),
  ...Array.from({ length: 25 }, (_, i) => `AS-L${String(i + 1).padStart(2, '0')}`),
]

test('every requirement and every lint finding of Assen stands at a lid, and nothing else does', () => {
  const gedekt = [...assen.regels, ...assen.uitleg, ...assen.bevindingen, ...assen.geenRegels].flatMap(
    (b) => b.dekt ?? [],
  )
  expect([...new Set(gedekt)].toSorted()).toEqual(EISEN.toSorted())
})

test('all ten articles and every lid are there', () => {
  const artikelen = [...new Set(assen.bepalingen.map((b) => b.artikel))]
  expect(artikelen).toEqual(Array.from({ length: 10 }, (_, i) => String(i + 1)))
  const leden = (artikel: string) =>
    new Set(assen.bepalingen.filter((b) => b.artikel === artikel).map((b) => b.lid)).size
  expect(['4', '5', '6', '7', '8', '9', '10'].map(leden)).toEqual([4, 5, 2, 3, 9, 3, 2])
})

test('2025 is in force by a reading, and stays so while the text contradicts itself', () => {
  expect(uitkomstNaarJson(looptijd(boek('2025-12-31')))).toMatchObject({
    soort: 'bepaald',
    waarde: { geldt: true, totEnMet: '2025-12-31' },
  })
  expect(boek('2025-06-01').convenant).toBe(assen)
  expect(boek('2026-01-01').convenant).toBeNull()
  const kaal = boek('2025-06-01', { convenanten: [{ ...assen, uitleg: [] }] })
  expect(uitkomstNaarJson(looptijd(kaal))).toMatchObject({
    soort: 'tegenstrijdig',
    lezingen: [
      { waarde: { totEnMet: '2024-12-31' }, bron: { artikel: '10', lid: '1' } },
      { waarde: { totEnMet: '2025-12-31' }, bron: { artikel: '10', lid: '2' } },
    ],
  })
  expect(kaal.convenant).not.toBeNull()
})

test('a region that decides for 2024 alone gets its way from the day of that decision', () => {
  const besluit = leesBesluit(
    '---\nid: b\nsoort: vastgestelde-uitleg\nregio: assen\nversie: 2024-01-01\nbesloten: 2024-11-01\ndoor: het overleg\nuitleg: twee-jaar\nkeuze: Alleen 2024.\nvoorrang: looptijd-2024\n---\n\nAlleen 2024.\n',
    'b.md',
  )
  expect(boek('2025-06-01', { besluiten: [besluit] }).convenant).toBeNull()
  expect(boek('2024-12-31', { besluiten: [besluit] }).convenant).toBe(assen)
})

test('toets computes that two lids end on another day, and that the key divides over nine or over eight', () => {
  const afspraken: Afspraken = { convenanten: [assen], kaders: [], besluiten: [], gemeenten: [] }
  const berekend = toets(assen, afspraken, datum('2025-06-01')).filter((b) => b.herkomst === 'berekend')
  const vind = (code: string) => berekend.filter((b) => b.code === code)
  expect(vind('TERM-CONFLICT')).toMatchObject([{ ernst: 'fout', artikel: '10', lid: '2', uitleg: { id: 'twee-jaar' } }])
  expect(vind('PARTY-SET')).toMatchObject([
    {
      ernst: 'fout',
      artikel: '8',
      lid: '5',
      betreft: ['resultaat-bw', 'resultaat-bw-regiogemeenten'],
      uitleg: { id: 'assen-deelt-mee' },
    },
  ])
  expect(vind('PARTY-SET')[0]!.bevinding).toContain('over 9 of over 8 gemeenten. Het verschil: Assen.')
  expect(vind('ROUNDING')).toMatchObject([{ artikel: '8', lid: '5', uitleg: { id: 'laatste-cent' } }])
})

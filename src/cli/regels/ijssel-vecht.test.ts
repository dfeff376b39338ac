/** The covenant IJssel-Vecht as a whole: every article, every requirement, and what it answers. */
import { expect, test } from 'vitest'
import { afsprakenboek, kalender, looptijd, toets, wie } from '../../convenant/index.ts'
import type { Geval } from '../../convenant/index.ts'
import { datum } from '../../kern/datum.ts'
import { nieuweClient } from '../../recht/index.ts'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'

const afspraken = await laadAfspraken()
const ijv = afspraken.convenanten.find((c) => c.id === 'ijssel-vecht')!
const boek = afsprakenboek('ijssel-vecht', datum('2023-06-01'), afspraken)

test('it has the eight parties, all thirteen articles and every lid of them', () => {
  expect(ijv.partijen).toHaveLength(8)
  expect(ijv.rollen).toEqual({ centrumgemeente: ['zwolle'], regiogemeente: ijv.partijen })
  const artikelen = [...new Set(ijv.bepalingen.map((b) => b.artikel))]
  expect(artikelen).toEqual(['overwegingen', ...Array.from({ length: 13 }, (_, i) => String(i + 1)), 'slot'])
  const leden = (artikel: string) =>
    new Set(ijv.bepalingen.filter((b) => b.artikel === artikel && b.lid).map((b) => b.lid)).size
  expect(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12'].map(leden)).toEqual([7, 5, 7, 4, 8, 4, 2, 1, 1, 3])
  const onderdelen = (artikel: string, lid: string | null) =>
    ijv.bepalingen
      .filter((b) => b.artikel === artikel && b.lid === lid && b.onderdeel)
      .map((b) => b.onderdeel)
      .join('')
  expect([onderdelen('1', null), onderdelen('3', '2'), onderdelen('4', '2')]).toEqual([
    'abcdefghij',
    'abcde',
    'abcdefg',
  ])
})

// The ids of the requirements of this covenant and of the remarks made while reading it.
const reeks = (tot: number, van = 1): string[] => Array.from({ length: tot - van + 1 }, (_, i) => String(i + van))
const EISEN = [
  ...reeks(10, 0).map((n) => `0.${n}`),
  'fn1',
  ...'abcdefghij'.split('').map((l) => `1.${l}`),
  '2',
  ...reeks(7).map((n) => `3.${n}`),
  ...'abcde'.split('').map((l) => `3.2${l}`),
  ...['1', '3a', '3b', '4', '5'].map((n) => `4.${n}`),
  ...'abcdefg'.split('').map((l) => `4.2${l}`),
  ...['0', '1', '2', '3', '4', '5', '6a', '6b', '7'].map((n) => `5.${n}`),
  ...reeks(4).map((n) => `6.${n}`),
  ...reeks(8).map((n) => `7.${n}`),
  ...reeks(4).map((n) => `8.${n}`),
  '9.1',
  '9.2a',
  '9.2b',
  '10.1',
  '11.1',
  ...reeks(3).map((n) => `12.${n}`),
  ...reeks(15, 13),
  ...reeks(28).map((n) => `L${n.padStart(2, '0')}`),
].map((id) => `IJV-${id}`)

test('every requirement stands in a block that says what follows from it, and no other id does', () => {
  const blokken = [...ijv.regels, ...ijv.uitleg, ...ijv.bevindingen, ...ijv.geenRegels]
  const gedekt = new Set(blokken.flatMap((b) => b.dekt ?? []))
  expect(EISEN.filter((id) => !gedekt.has(id))).toEqual([])
  expect([...gedekt].filter((id) => !EISEN.includes(id))).toEqual([])
})

test.each([
  ['contract', 'mo', 'ommen', 'zwolle'],
  ['svb', 'bw', 'kampen', 'zwolle'],
  ['cak-zin', 'bw', 'kampen', 'zwolle'],
  ['cak-pgb', 'bw', 'kampen', 'kampen'],
  ['cak-pgb', 'bw', 'delft', 'niet-geregeld'],
  ['toezicht', 'mo', 'staphorst', 'staphorst'],
  ['screening', 'bw', 'kampen', 'niet-geregeld'],
  ['beschikking', 'bw', 'kampen', 'niet-geregeld'],
  ['klachten', 'mo', 'zwolle', 'niet-geregeld'],
] as const)('%s (%s) for someone from %s: %s', (taak, voorziening, woongemeente, verwacht) => {
  const geval: Geval = { taak, voorziening, woongemeente, gemeldBij: 'zwolle', herhaald: false, spoed: false }
  const uitkomst = wie(boek, geval)
  expect(uitkomst.soort === 'bepaald' ? uitkomst.waarde : uitkomst.soort).toBe(verwacht)
})

test('it runs one year, and another year cannot be had by extending', () => {
  const op = (dag: string, verlengingen?: number) =>
    looptijd(afsprakenboek('ijssel-vecht', datum(dag), afspraken), verlengingen)
  expect(op('2023-12-31')).toMatchObject({ waarde: { geldt: true, totEnMet: datum('2023-12-31') } })
  expect(op('2024-01-01', 1)).toMatchObject({ waarde: { geldt: false } })
  expect(afsprakenboek('ijssel-vecht', datum('2024-01-01'), afspraken).convenant).toBeNull()
})

test('a new client is measured over 365 days, as the footnote says', () => {
  const nieuw = (aanvraag: string) =>
    nieuweClient({ melding: datum('2024-03-01'), aanvragen: [datum(aanvraag)], bw: [] }, boek)
  expect(nieuw('2023-03-01')).toMatchObject({ waarde: true })
  expect(nieuw('2023-03-02')).toMatchObject({ waarde: false })
})

// Lint IJV-L01, L02, L03 and the tie of 8.2: computed from the rules, not written down by a reader.
test.each([
  ['SET-OVERLAP', 'fout', '1 '],
  ['VOTE-BASE', 'onduidelijk', '7 5'],
  ['VOTE-BASE', 'onduidelijk', '8 2'],
  ['VOTE-BASE', 'onduidelijk', '9 2'],
  ['NOTICE-UNREACHABLE', 'fout', '12 1'],
])('toets computes %s (%s) at %s', (code, ernst, plek) => {
  const vondsten = toets(ijv, afspraken, datum('2023-06-01')).filter((v) => v.herkomst === 'berekend')
  const hier = vondsten.filter((v) => v.code === code && `${v.artikel} ${v.lid}` === plek)
  expect(hier.map((v) => v.ernst)).toContain(ernst)
})

test('what takes a reader stays a remark of a reader', () => {
  const verklaard = toets(ijv, afspraken, datum('2023-06-01')).filter((v) => v.herkomst === 'verklaard')
  expect(new Set(verklaard.map((v) => v.code))).toContain('MONEY-DIRECTION')
  expect(verklaard.length).toBeGreaterThan(20)
})

test('the year 2023 has its five dated things to do, and three that wait for an event', () => {
  const jaar = kalender(boek, 2023)
  const dagen = jaar.soort === 'bepaald' ? jaar.waarde : []
  const kort = (d: (typeof dagen)[number]) =>
    `${d.artikel}.${d.lid} ${d.datum?.toString() ?? 'wacht'} ${d.wie} ${d.keer ?? 1}`
  expect(dagen.map(kort)).toEqual([
    '6.4 2023-07-01 partijen 1',
    '6.4 2023-07-01 centrumgemeente 1',
    '5.2 2023-12-31 centrumgemeente 1',
    '6.2 2023-12-31 partijen 1',
    '7.6 2023-12-31 centrumgemeente 2',
    '5.6 wacht centrumgemeente 1',
    '5.6 wacht centrumgemeente 1',
    '7.6 wacht centrumgemeente 1',
  ])
})

test('no lid waits for a kind, and every rule has an example', () => {
  expect(ijv.geenRegels.filter((g) => /\bsoort\b/.test(g.want)).map((g) => g.want)).toEqual([])
  const metVoorbeeld = new Set(ijv.voorbeelden.map((v) => v.bij))
  expect(ijv.regels.filter((r) => !metVoorbeeld.has(r.id)).map((r) => r.id)).toEqual([])
})

import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import {
  bepaald,
  nietGeregeld,
  nietVastgesteld,
  ontbreekt,
  oordeelNodig,
  type Stap,
  type Uitkomst,
} from '../kern/uitkomst.ts'
import type { Convenant, Kader } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'
import { naarRang } from './rang.ts'
import { toets } from './toets/index.ts'
import { voorrang } from './voorrang.ts'

const lees = (pad: string) => leesAfspraken(readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8'), pad)
const mh = lees('convenanten/midden-holland/2019-05-13.md') as Convenant
const ijv = lees('convenanten/ijssel-vecht/2023-01-01.md') as Convenant
const wet = lees('kaders/huisvestingswet.md') as Kader
/** Invented: the covenant ended in 2023; extended, it meets the statute of 2026. */
const verlengd = leesBesluit(
  '---\nid: v\nsoort: verlenging\nregio: midden-holland\nversie: 2019-05-13\nbesloten: 2023-05-01\ndoor: het overleg\ntot: 2028-07-01\nfictief: ja\n---\n',
  'v.md',
)
const afspraken = { convenanten: [mh, ijv], kaders: [wet], besluiten: [verlengd], gemeenten: [] }
const boek = (op: string, regio = 'midden-holland') => afsprakenboek(regio, datum(op), afspraken)

const allesVan = (stap: Stap): Stap[] => [stap, ...(stap.stappen ?? []).flatMap(allesVan)]
const artikelen = (stap: Stap) =>
  allesVan(stap).flatMap(({ bron }) => (bron ? [`${'wet' in bron ? bron.wet : bron.convenant} ${bron.artikel}`] : []))

const COVENANT = { 'regionale-instelling': true, 'zelf-gezocht': true, klaar: true, begeleiding: true }
const WET = { verordening: true, binding: true, urgentie: true }
const vraag = (groep: string, feiten: Record<string, boolean>) => ({
  waarvoor: 'voorrang-op-een-woning',
  groep,
  feiten,
})
const NA_GEWELD = vraag('opvang-na-geweld', { ...COVENANT, ...WET })

test('the day before the statute begins, the covenant answers; on the day itself the statute does', () => {
  const ervoor = voorrang(boek('2026-06-30'), NA_GEWELD)
  expect(ervoor).toMatchObject({
    soort: 'bepaald',
    waarde: false,
    waarom: { bron: { convenant: 'midden-holland', artikel: 'toelichting-2', lid: '8' } },
  })
  const opDeDag = voorrang(boek('2026-07-01'), NA_GEWELD)
  expect(opDeDag).toMatchObject({
    soort: 'bepaald',
    waarde: true,
    waarom: { bron: { wet: 'Huisvestingswet 2014', artikel: '12', lid: '3' } },
  })
})

test('the tree holds both sources, and says which one does not go first', () => {
  const { waarom } = voorrang(boek('2026-07-01'), NA_GEWELD)
  const opzij = waarom.stappen!.at(-1)!
  expect(opzij).toMatchObject({ geldt: false, bron: { convenant: 'midden-holland' } })
  expect(artikelen(waarom)).toEqual(expect.arrayContaining(['Huisvestingswet 2014 12', 'midden-holland toelichting-2']))
  expect(schrijfBoom(stapNaarJson(waarom))).toContain('Een wet gaat vóór een convenant. (convenant midden-holland 2019')
})

test('a condition that only the covenant makes does not keep out whom the statute lets in', () => {
  const zonder = vraag('beschermd-wonen', { ...COVENANT, ...WET, 'zelf-gezocht': false })
  expect(voorrang(boek('2026-06-30'), zonder)).toMatchObject({ waarde: false })
  expect(voorrang(boek('2026-07-01'), zonder)).toMatchObject({ waarde: true })
})

test('where both say yes, the covenant is named as saying the same', () => {
  const beide = voorrang(boek('2026-07-01'), vraag('beschermd-wonen', { ...COVENANT, ...WET }))
  expect(beide).toMatchObject({ waarde: true, waarom: { bron: { wet: 'Huisvestingswet 2014' } } })
  expect(beide.waarom.stappen!.at(-1)).toMatchObject({ wat: 'Het convenant zegt hetzelfde.', geldt: true })
})

test.each([
  ['a group the statute does not name', 'tijdelijk-verblijf', COVENANT, true],
  ['a municipality without a by-law about homes', 'opvang-na-geweld', { ...COVENANT, verordening: false }, false],
  ['a client without ties to the region', 'beschermd-wonen', { ...COVENANT, ...WET, binding: false }, true],
])('the covenant still answers for %s', (_naam, groep, feiten, waarde) => {
  expect(voorrang(boek('2026-07-01'), vraag(groep, feiten))).toMatchObject({
    soort: 'bepaald',
    waarde,
    waarom: { bron: { convenant: 'midden-holland' } },
  })
})

test('what the statute leaves to a person stays a judgement, and an unknown fact is asked for', () => {
  expect(voorrang(boek('2026-07-01'), vraag('detentie', { verordening: true }))).toMatchObject({
    soort: 'oordeel-nodig',
    van: 'het college van de gemeente',
  })
  expect(voorrang(boek('2026-07-01'), vraag('detentie', {}))).toMatchObject({
    soort: 'ontbreekt',
    feit: { wat: 'de gemeente regelt in een verordening wie een woning mag huren' },
  })
})

test('a region whose covenant is silent has the statute, from the same day on', () => {
  const zwolle = (op: string) => voorrang(boek(op, 'ijssel-vecht'), vraag('beschermd-wonen', WET))
  expect(zwolle('2023-06-01').soort).toBe('niet-geregeld')
  expect(zwolle('2026-06-30').soort).toBe('niet-geregeld')
  expect(zwolle('2026-07-01')).toMatchObject({ waarde: true })
})

test('an answer of the statute leans on no reading of the covenant it set aside', () => {
  expect(nietVastgesteld(voorrang(boek('2026-06-30'), NA_GEWELD).waarom).map((u) => u.id)).toEqual([
    'vrouwenopvang-buiten-het-aantal',
  ])
  expect(nietVastgesteld(voorrang(boek('2026-07-01'), NA_GEWELD).waarom)).toEqual([])
})

test('toets says by computing what the statute sets aside, from its first day on and in that region only', () => {
  const conflicten = (document: Convenant, op: string) =>
    toets(document, afspraken, datum(op))
      .filter((b) => b.code === 'NORM-CONFLICT')
      .map((b) => `${b.herkomst} ${b.artikel}.${b.lid} ${b.betreft?.join(' ')}`)
  expect(conflicten(mh, '2026-06-30')).toEqual([])
  expect(conflicten(mh, '2026-07-01')).toEqual([
    'berekend 2.1 uitstroomgroepen wettelijke-voorrang',
    'berekend toelichting-2.8 vrouwenopvang wettelijke-voorrang',
  ])
  expect(conflicten(ijv, '2026-07-01')).toEqual([])
})

const uitkomst = (bron: 'wet' | 'convenant'): fc.Arbitrary<Uitkomst<boolean>> => {
  const waarom: Stap = {
    wat: bron,
    bron:
      bron === 'wet'
        ? { wet: 'W', geldigOp: '2026-07-01', artikel: '1' }
        : { convenant: 'c', versie: '2019-05-13', artikel: '2' },
  }
  return fc.oneof(
    fc.boolean().map((waarde) => bepaald(waarde, waarom)),
    fc.constant(nietGeregeld<boolean>(waarom)),
    fc.constant(oordeelNodig<boolean>(`wie ${bron}`, waarom)),
    fc.constant(ontbreekt<boolean>({ wat: `feit ${bron}` }, waarom)),
  )
}
const zonderBoom = (u: Uitkomst<boolean>) => ({ ...u, waarom: null })

test('a statute that speaks is never changed by a covenant, and one that is silent changes nothing', () => {
  fc.assert(
    fc.property(uitkomst('wet'), uitkomst('convenant'), (w, c) => {
      const uit = naarRang(w, c)
      expect(zonderBoom(uit)).toEqual(zonderBoom(w.soort === 'niet-geregeld' ? c : w))
      expect(
        artikelen(uit.waarom)
          .toSorted()
          .filter((a, i, alle) => a !== alle[i - 1]),
      ).toEqual(['W 1', 'c 2'])
    }),
  )
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locaties, Plaatsing, Plekkeuze, Plekvoorstel, Probleem, Wachtlijst } from '../../src/domein/antwoorden.ts'
import { legLocatieVast, meld, opPlek, plaatsing, testBsn, totAdvies, totToegekend, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let plaatser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  plaatser = await o.als('den-haag', 'plaatser')
})
afterAll(() => o.weg())

const keuze = async (wacht: Plaatsing, van = '2026-03-02') =>
  (await plaatser.haal<Plekkeuze>(`/plaatsingen/${wacht.id}/plekken?van=${van}`)).body
const criterium = (v: Plekvoorstel, naam: string) => v.criteria.find((c) => c.naam === naam)

test('a place is free until someone is placed, and then no more; full says since when it cannot be known', async () => {
  const [plek] = await legLocatieVast(o)
  const wacht = await plaatsing(plaatser, await totToegekend(o))
  const voor = (await keuze(wacht)).past.find((v) => v.plek === plek)
  expect(voor).toMatchObject({ vrij: 1, plekken: 1, vrijVanaf: '2026-03-02', groep: 'past' })
  expect(voor?.criteria.map((c) => c.past)).toEqual(['ja', 'ja', 'ja', 'ja'])
  await plaatser.doe(wacht, 'plaats', opPlek(plek!))
  const ander = await plaatsing(plaatser, await totToegekend(o))
  const na = await keuze(ander)
  expect(na.past.map((v) => v.plek)).not.toContain(plek)
  const vol = na.bijna.find((v) => v.locatie === voor!.locatie)
  expect(vol).toMatchObject({ vrij: 0, plek: null, groep: 'bijna' })
  expect(criterium(vol!, 'Vrij')).toMatchObject({ past: 'nee', zin: 'Vol, einde niet bekend' })
})

test('another product than was decided fits not at all, and the reason is counted', async () => {
  const [basis] = await legLocatieVast(o, { product: 'wonen-basis', plekken: 3 })
  const uit = await keuze(await plaatsing(plaatser, await totToegekend(o)))
  expect([...uit.past, ...uit.bijna].map((v) => v.product)).not.toContain('wonen-basis')
  expect(uit.niet.aantal).toBeGreaterThanOrEqual(1)
  expect(uit.niet.redenen).toContainEqual({ zin: 'Product', aantal: uit.niet.aantal })
  expect(uit.niet.rijen.map((v) => v.plek)).toContain(basis)
})

test('who will only move in later does not make a place free before: it must stay free', async () => {
  const [plek] = await legLocatieVast(o)
  const eerst = await plaatsing(plaatser, await totToegekend(o))
  await plaatser.doe(eerst, 'plaats', opPlek(plek!, { van: '2026-06-01' }))
  const wacht = await plaatsing(plaatser, await totToegekend(o))
  expect((await keuze(wacht, '2026-03-02')).past.map((v) => v.plek)).not.toContain(plek)
  expect((await plaatser.doe(wacht, 'plaats', opPlek(plek!))).body).toMatchObject({ code: 'WACHTLIJST_PLEK_BEZET' })
})

test('the choice says that its order is a chosen rule', async () => {
  const wacht = await plaatsing(plaatser, await totToegekend(o))
  expect((await keuze(wacht)).volgorde).toContain('Het convenant regelt dit niet')
})

test('without a day places are free today; a day that is none is refused at its name', async () => {
  const { id } = await plaatsing(plaatser, await totToegekend(o))
  expect((await plaatser.haal(`/plaatsingen/${id}/plekken`)).status).toBe(200)
  for (const van of ['ooit', '2027-02-29', '26-2-2026', '', '2026-02-23T00:00']) {
    const a = await plaatser.haal<Probleem>(`/plaatsingen/${id}/plekken?van=${van}`)
    expect([a.status, a.body.code, a.body.fouten?.map((f) => f.veld)], van).toEqual([400, 'INVOER_ONJUIST', ['van']])
  }
})

test('the list of locations counts what is free today, and filters by product and municipality', async () => {
  const alles = (await plaatser.haal<Locaties>('/locaties')).body
  expect(alles.aantallen.plekken).toBe(alles.rijen.reduce((s, r) => s + r.plekken, 0))
  expect(alles.aantallen.vrij).toBe(alles.rijen.reduce((s, r) => s + r.vrij, 0))
  for (const r of alles.rijen) expect(r.bezet + r.vrij).toBe(r.plekken)
  const basis = (await plaatser.haal<Locaties>('/locaties?product=wonen-basis')).body
  expect(new Set(basis.rijen.map((r) => r.product))).toEqual(new Set(['wonen-basis']))
  expect((await plaatser.haal<Locaties>('/locaties?gemeente=rijswijk')).body.rijen).toEqual([])
})

test('a place is given within the days that were granted, not before and not after', async () => {
  const [plek] = await legLocatieVast(o)
  const wacht = await plaatsing(plaatser, await totToegekend(o))
  expect(wacht).toMatchObject({ ingangsdatum: '2026-03-02', einddatum: '2027-03-02' })
  const op = async (van: string) => (await plaatser.doe(wacht, 'plaats', opPlek(plek!, { van }))).body
  for (const van of ['2026-02-23', '2026-03-01', '2027-03-02', '2029-05-01'])
    expect(await op(van), van).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'van' }] })
  expect(await op('2027-03-01')).toMatchObject({ stap: 'geplaatst' })
})

test('who moves leaves the other place that day, and it is free for the next', async () => {
  const [eerste, tweede] = await legLocatieVast(o, { plekken: 2 })
  const persoon = { bsn: testBsn(9), geenBsn: false }
  let oud = await plaatsing(plaatser, await totToegekend(o, { persoon }))
  expect((await plaatser.doe(oud, 'plaats', opPlek(eerste!, { van: '2026-03-09' }))).status).toBe(200)
  const centrum = await o.als('den-haag', 'consulent-centrum')
  const beslisser = await o.als('den-haag', 'beslisser')
  const inDenHaag = { gemeldBij: 'den-haag', woonplaats: 'den-haag', herkomst: 'den-haag' }
  const zaak = await totAdvies(centrum, await meld(centrum, { persoon, herkomst: inDenHaag }))
  const toegekend = await wandel(beslisser, zaak, 'ontvangAanvraag', 'neemBesluit', 'maakBekend')
  const wacht = await plaatsing(plaatser, toegekend)
  const telling = async () => (await plaatser.haal<Wachtlijst>('/wachtlijst?groep=geplaatst')).body.aantallen.geplaatst
  const geplaatst = await telling()
  // A stay ends after it began.
  expect((await plaatser.doe(wacht, 'plaats', opPlek(tweede!, { van: '2026-03-09' }))).body).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [{ veld: 'van' }],
  })
  expect((await plaatser.doe(wacht, 'plaats', opPlek(tweede!, { van: '2026-06-01' }))).body).toMatchObject({
    stap: 'geplaatst',
  })
  expect(
    await o.sql('SELECT plek, periode::text FROM bezetting WHERE plek = ANY($1) ORDER BY periode', [[eerste, tweede]]),
  ).toEqual([
    { plek: eerste, periode: '[2026-03-09,2026-06-01)' },
    { plek: tweede, periode: '[2026-06-01,)' },
  ])
  expect(await telling()).toBe(geplaatst)
  oud = (await plaatser.haal<Plaatsing>(`/plaatsingen/${oud.id}`)).body
  expect(oud).toMatchObject({ stap: 'verhuisd', geplaatst: { van: '2026-03-09', tot: '2026-06-01' }, aanZet: null })
  expect(oud.tijdlijn[0]?.zin).toBe('Verhuisd naar een andere plek op 1 juni 2026')
  const volgende = await plaatsing(plaatser, await totToegekend(o))
  expect((await plaatser.doe(volgende, 'plaats', opPlek(eerste!, { van: '2026-05-31' }))).body).toMatchObject({
    code: 'WACHTLIJST_PLEK_BEZET',
  })
  expect((await plaatser.doe(volgende, 'plaats', opPlek(eerste!, { van: '2026-06-01' }))).body).toMatchObject({
    stap: 'geplaatst',
  })
  expect((await plaatser.doe(volgende, 'eindigVerblijf', { tot: '2026-07-01' })).status).toBe(404)
  expect((await o.controleer()).bevindingen).toEqual([])
})

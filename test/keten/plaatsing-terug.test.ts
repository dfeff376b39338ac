/** A placing entered by mistake is taken back: the place is free and the client waits where they waited. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Plaatsing, Plekkeuze, Wachtlijst, Zaak } from '../../src/domein/antwoorden.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'
import { legLocatieVast, meld, opPlek, plaatsing, testBsn, totAdvies, totToegekend, wandel } from './loop.ts'

let o: Opzet
let plaatser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  plaatser = await o.als('den-haag', 'plaatser')
})
beforeEach(() => o.zetDag('2026-02-23'))
afterAll(() => o.weg())

/** Carries out a command on a placing that must be accepted. */
async function doe(p: Plaatsing, opdracht: string, body: unknown): Promise<Plaatsing> {
  const a = await plaatser.doe(p, opdracht, body)
  expect(a.status, `${opdracht}: ${JSON.stringify(a.body)}`).toBe(200)
  return a.body as unknown as Plaatsing
}
const terug = (p: Plaatsing) => ({
  gebeurtenis: p.tijdlijn.find((r) => r.terugTeNemen)?.nummer ?? 0,
  reden: 'Verkeerde cliënt.',
})
const lijst = async (): Promise<string[]> =>
  (await plaatser.haal<Wachtlijst>('/wachtlijst?limiet=100')).body.rijen.map((r) => `${r.plaats} ${r.nummer}`)
const isVrij = async (p: Plaatsing, plek: string): Promise<boolean> => {
  const { past, bijna } = (await plaatser.haal<Plekkeuze>(`/plaatsingen/${p.id}/plekken?van=2026-03-02`)).body
  return [...past, ...bijna].some((v) => v.plek === plek)
}
const lees = async (p: Plaatsing): Promise<Plaatsing> => (await plaatser.haal<Plaatsing>(`/plaatsingen/${p.id}`)).body
const wachtend = async (persoon: object = {}): Promise<Plaatsing> =>
  plaatsing(plaatser, await totToegekend(o, { persoon }))
/** The same person asks again, at the centre: a repeated report. */
async function nogEens(persoon: object): Promise<Plaatsing> {
  const centrum = await o.als('den-haag', 'consulent-centrum')
  const inDenHaag = { gemeldBij: 'den-haag', woonplaats: 'den-haag', herkomst: 'den-haag' }
  const zaak = await totAdvies(centrum, await meld(centrum, { persoon, herkomst: inDenHaag }))
  const beslisser = await o.als('den-haag', 'beslisser')
  return plaatsing(plaatser, await wandel(beslisser, zaak, 'ontvangAanvraag', 'neemBesluit', 'maakBekend'))
}
const beeld = ({ versie: _v, tijdlijn: _t, ...rest }: Plaatsing) => rest

test('the place is free again, the client waits on the same place of the list, and the place can be given once more', async () => {
  const [plek] = await legLocatieVast(o)
  const eerste = await wachtend()
  await wachtend()
  const voor = { lijst: await lijst(), beeld: beeld(await lees(eerste)) }
  const geplaatst = await doe(eerste, 'plaats', opPlek(plek!))
  expect(await isVrij(eerste, plek!)).toBe(false)
  const zonder = await doe(geplaatst, 'neemTerug', terug(await lees(eerste)))
  expect(zonder).toMatchObject({ stap: 'wachtend', geplaatst: null })
  expect({ lijst: await lijst(), beeld: beeld(await lees(eerste)) }).toEqual(voor)
  expect(await isVrij(eerste, plek!)).toBe(true)
  expect(zonder.tijdlijn[0]).toMatchObject({ zin: 'Teruggenomen: de plaatsing' })
  expect(zonder.tijdlijn[1]).toMatchObject({ soort: 'geplaatst', teruggenomen: { reden: 'Verkeerde cliënt.' } })
  expect((await o.controleer()).bevindingen).toEqual([])
  expect((await doe(zonder, 'plaats', opPlek(plek!))).geplaatst).toMatchObject({ van: '2026-03-02' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('who was placed in the place since keeps it, and the first is placed elsewhere', async () => {
  const [plek, andere] = await legLocatieVast(o, { plekken: 2 })
  const [een, twee] = [await wachtend(), await wachtend()]
  const fout = await doe(een, 'plaats', opPlek(plek!))
  const zonder = await doe(fout, 'neemTerug', terug(await lees(een)))
  await doe(twee, 'plaats', opPlek(plek!))
  expect((await plaatser.doe(zonder, 'plaats', opPlek(plek!))).body).toMatchObject({ code: 'WACHTLIJST_PLEK_BEZET' })
  await doe(zonder, 'plaats', opPlek(andere!))
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a move that never was lets the stay it ended run on, unless someone else lives there by now', async () => {
  const plekken = await legLocatieVast(o, { plekken: 3 })
  const persoon = { bsn: testBsn(3), geenBsn: false, achternaam: 'Verhuisder' }
  const woont = await doe(await wachtend(persoon), 'plaats', opPlek(plekken[0]!))
  const wil = await nogEens(persoon)
  o.zetDag('2026-03-10')
  const verhuisd = await doe(wil, 'plaats', opPlek(plekken[1]!, { van: '2026-03-09' }))
  expect(await lees(woont)).toMatchObject({ stap: 'verhuisd', geplaatst: { tot: '2026-03-09' } })
  // The ended stay is not the place to start: the move is.
  expect((await plaatser.doe(await lees(woont), 'neemTerug', { gebeurtenis: 2, reden: 'x' })).body).toMatchObject({
    code: 'STAP_PAST_NIET',
  })
  const zonder = await doe(verhuisd, 'neemTerug', terug(await lees(verhuisd)))
  expect(zonder.stap).toBe('wachtend')
  expect(await lees(woont)).toMatchObject({ stap: 'geplaatst', geplaatst: { tot: null } })
  expect((await o.controleer()).bevindingen).toEqual([])

  const nogmaals = await doe(zonder, 'plaats', opPlek(plekken[1]!, { van: '2026-03-09' }))
  await doe(await wachtend(), 'plaats', opPlek(plekken[0]!, { van: '2026-03-10' }))
  const a = await plaatser.doe(nogmaals, 'neemTerug', terug(await lees(nogmaals)))
  expect(a).toMatchObject({ status: 409, body: { code: 'WACHTLIJST_VERBLIJF_VOORBIJ' } })
  expect(await lees(nogmaals)).toMatchObject({ stap: 'geplaatst', versie: nogmaals.versie })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a departure and a place on the list that ended by mistake are taken back too', async () => {
  const [plek] = await legLocatieVast(o)
  o.zetDag('2026-03-10')
  const woont = await doe(await wachtend(), 'plaats', opPlek(plek!, { van: '2026-03-02' }))
  const weg = await doe(woont, 'legVertrekVast', { tot: '2026-03-09', bestemming: 'eigenHuis' })
  expect(weg.stap).toBe('vertrokken')
  const terugIn = await doe(weg, 'neemTerug', terug(await lees(weg)))
  expect(terugIn).toMatchObject({ stap: 'geplaatst', geplaatst: { tot: null } })
  const nogWeg = await doe(terugIn, 'legVertrekVast', { tot: '2026-03-09', bestemming: 'eigenHuis' })
  const ander = await wachtend()
  const daar = await doe(ander, 'plaats', opPlek(plek!, { van: '2026-03-10' }))
  expect((await plaatser.doe(nogWeg, 'neemTerug', terug(await lees(nogWeg)))).body).toMatchObject({
    code: 'WACHTLIJST_VERBLIJF_VOORBIJ',
  })
  await doe(daar, 'neemTerug', terug(await lees(daar)))
  const pauze = await doe(await wachtend(), 'pauzeer', { tot: '2026-04-01', reden: 'Op reis.' })
  const van = await doe(pauze, 'haalVanLijst', { datum: '2026-03-10', reden: 'elders' })
  expect(await doe(van, 'neemTerug', terug(await lees(van)))).toMatchObject({ stap: 'pauze', pauzeTot: '2026-04-01' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('only by who places, once, on the version that was seen', async () => {
  const [plek] = await legLocatieVast(o)
  const wacht = await wachtend()
  expect((await plaatser.doe(wacht, 'neemTerug', { gebeurtenis: 1, reden: 'x' })).body).toMatchObject({
    code: 'STAP_PAST_NIET',
  })
  const geplaatst = await doe(wacht, 'plaats', opPlek(plek!))
  const beslisser = await o.als('den-haag', 'beslisser')
  expect((await beslisser.doe(geplaatst, 'neemTerug', terug(geplaatst))).body).toMatchObject({ code: 'ROL_MIST_TAAK' })
  const consulent = await o.als('zoetermeer', 'consulent')
  expect((await consulent.doe(geplaatst, 'neemTerug', terug(geplaatst))).body).toMatchObject({ code: 'STAP_VAN_ANDER' })
  expect((await plaatser.doe(geplaatst, 'neemTerug', { ...terug(geplaatst), reden: ' ' })).body).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [{ veld: 'reden' }],
  })
  const zonder = await doe(geplaatst, 'neemTerug', terug(geplaatst))
  expect((await plaatser.doe(geplaatst, 'neemTerug', terug(geplaatst))).status).toBe(412)
  const opnieuw = await doe(zonder, 'plaats', opPlek(plek!))
  expect((await plaatser.doe(opnieuw, 'neemTerug', terug(geplaatst))).body).toMatchObject({
    code: 'TOEGANG_AL_TERUGGENOMEN',
  })
  const zaak = await (await o.als('den-haag', 'beslisser')).haal<Zaak>(`/meldingen/${wacht.melding}`)
  expect(zaak.body.plaatsing).toMatchObject({ stap: 'geplaatst' })
})

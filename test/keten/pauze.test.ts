import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plaatsing, Wachtlijst, Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { nacht } from '../../src/server/nacht.ts'
import { legLocatieVast, opPlek, plaatsing, totToegekend } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let plaatser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  plaatser = await o.als('den-haag', 'plaatser')
})
afterAll(() => o.weg())

/** Someone on the waiting list who wants no proposal until 2 March. */
async function gepauzeerd(): Promise<{ zaak: Zaak; wacht: Plaatsing }> {
  o.zetDag('2026-02-23')
  const zaak = await totToegekend(o)
  const eerst = await plaatsing(plaatser, zaak)
  const a = await plaatser.doe(eerst, 'pauzeer', { tot: '2026-03-02', reden: 'opname' })
  expect(a.status, JSON.stringify(a.body)).toBe(200)
  return { zaak, wacht: a.body as unknown as Plaatsing }
}
const lijst = async (groep: string): Promise<Wachtlijst> =>
  (await plaatser.haal<Wachtlijst>(`/wachtlijst?groep=${groep}&limiet=100`)).body
const hoort = async (id: string): Promise<string[]> => {
  const groepen = ['wachtend', 'pauze', 'geplaatst']
  const lijsten = await Promise.all(groepen.map(lijst))
  return groepen.filter((_g, i) => lijsten[i]!.rijen.some((r) => r.id === id))
}
const opWerklijst = async (id: string) =>
  (await plaatser.haal<Werklijst>('/werklijst?limiet=100')).body.rijen.find((r) => r.id === id)

test('until the day before, a pause keeps the client out of the proposals', async () => {
  const { wacht } = await gepauzeerd()
  o.zetDag('2026-03-01')
  await nacht(o.omg)
  expect(await hoort(wacht.id)).toEqual(['pauze'])
  expect((await plaatser.haal<Plaatsing>(`/plaatsingen/${wacht.id}`)).body).toMatchObject({
    stap: 'pauze',
    pauzeTot: '2026-03-02',
    aanZet: { taak: 'wachtlijst' },
  })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('from the day it names the client is in play again: list, counts, work list, placing and case', async () => {
  const { zaak, wacht } = await gepauzeerd()
  const voor = (await lijst('wachtend')).aantallen
  o.zetDag('2026-03-02')
  expect(await hoort(wacht.id)).toEqual(['wachtend'])
  const rij = (await lijst('wachtend')).rijen.find((r) => r.id === wacht.id)
  expect(rij).toMatchObject({ stap: 'wachtend', stapNaam: 'Wacht op een plek' })
  const na = (await lijst('wachtend')).aantallen
  expect(na.wachtend).toBeGreaterThan(voor.wachtend)
  expect(na.wachtend + na.pauze).toBe(voor.wachtend + voor.pauze)
  const nu = (await plaatser.haal<Plaatsing>(`/plaatsingen/${wacht.id}`)).body
  expect(nu).toMatchObject({ stap: 'wachtend', pauzeTot: null, aanZet: { taak: 'plaatsing' } })
  expect(nu.taken.map((t) => t.opdracht)).not.toContain('hervatWachten')
  const consulent = await o.als('zoetermeer', 'consulent')
  expect((await consulent.haal<Zaak>(`/meldingen/${zaak.id}`)).body.plaatsing).toMatchObject({ stap: 'wachtend' })
  await nacht(o.omg)
  expect(await opWerklijst(wacht.id)).toMatchObject({ stapNaam: 'Wacht op een plek' })
  expect((await o.controleer()).bevindingen).toEqual([])

  const [plek] = await legLocatieVast(o)
  const geplaatst = await plaatser.doe(nu, 'plaats', opPlek(plek!))
  expect(geplaatst.body).toMatchObject({ stap: 'geplaatst' })
})

test('a pause is made longer, while it runs and after it has ended', async () => {
  const { wacht } = await gepauzeerd()
  const langer = await plaatser.doe(wacht, 'pauzeer', { tot: '2026-03-05', reden: 'langer opgenomen' })
  expect(langer.body).toMatchObject({ stap: 'pauze', pauzeTot: '2026-03-05' })
  o.zetDag('2026-03-05')
  const weer = await plaatser.doe(langer.body, 'pauzeer', { tot: '2026-03-20', reden: 'weer opgenomen' })
  expect(weer.body).toMatchObject({ stap: 'pauze', pauzeTot: '2026-03-20' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

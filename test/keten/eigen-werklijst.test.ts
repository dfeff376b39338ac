/** Whoever must act finds the case on the own list, at every step: nothing waits on nobody's list. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, meld, stap, totAdvies, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let samira: Persoon
let femke: Persoon
let ruben: Persoon
let hatice: Persoon
let wouter: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  samira = await o.als('zoetermeer', 'consulent')
  femke = await o.als('den-haag', 'consulent-centrum', 0)
  ruben = await o.als('den-haag', 'consulent-centrum', 1)
  hatice = await o.als('den-haag', 'beslisser', 0)
  wouter = await o.als('den-haag', 'beslisser', 1)
})
afterAll(() => o.weg())

/** Whose own list shows this case. */
async function opLijst(zaak: Zaak): Promise<string[]> {
  const namen = { samira, femke, ruben, hatice, wouter }
  const uit: string[] = []
  for (const [naam, wie] of Object.entries(namen)) {
    const lijst = await wie.haal<Werklijst>('/werklijst?tab=mij&limiet=100')
    if (lijst.body.rijen.some((r) => r.id === zaak.id)) uit.push(naam)
  }
  return uit
}
const inDenHaag = { herkomst: { gemeldBij: 'den-haag', woonplaats: 'den-haag', herkomst: 'den-haag' } }

test('a case that Den Haag handles itself goes from the consulent to the deciders, at each step on a list', async () => {
  let zaak = await meld(femke, { over: { voorziening: 'mo' }, ...inDenHaag })
  for (const opdracht of ['registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf'] as const) {
    expect(await opLijst(zaak), zaak.stap).toEqual(['femke'])
    zaak = await wandel(femke, zaak, opdracht)
  }
  expect(await opLijst(zaak)).toEqual(['femke'])
  zaak = await stap(femke, zaak, 'brengAdviesUit', { uitkomst: 'opvang', motivering: 'x' })
  expect(zaak.behandelaar).toBeNull()
  expect(await opLijst(zaak)).toEqual(['hatice', 'wouter'])
  zaak = await stap(hatice, zaak, 'wijsToe', { behandelaar: wouter.wie.gebruiker.id })
  expect(await opLijst(zaak)).toEqual(['wouter'])
  zaak = await wandel(wouter, zaak, 'ontvangAanvraag')
  zaak = await stap(wouter, zaak, 'neemBesluit', { ...invoer.neemBesluit, product: 'opvang' })
  expect(await opLijst(zaak)).toEqual(['wouter'])
  await wandel(wouter, zaak, 'maakBekend')
})

test('a difference of view goes to who advised and comes back to the deciders', async () => {
  let zaak = await totAdvies(samira, await meld(samira))
  expect(await opLijst(zaak)).toEqual(['hatice', 'wouter'])
  zaak = await stap(hatice, zaak, 'wijsToe', { behandelaar: hatice.wie.gebruiker.id })
  zaak = await stap(hatice, zaak, 'meldVerschil', { standpunt: 'afwijzen', motivering: 'x' })
  expect(await opLijst(zaak)).toEqual(['samira'])
  zaak = await stap(samira, zaak, 'reageerOpVerschil', { houdtVast: true, motivering: 'x' })
  expect(await opLijst(zaak)).toEqual(['hatice', 'wouter'])
})

test('a request before the onderzoek is done brings the case to the deciders of the same municipality', async () => {
  let zaak = await wandel(femke, await meld(femke, inDenHaag), 'registreer', 'screen', 'startOnderzoek')
  o.zetDag('2026-04-10')
  zaak = await stap(femke, zaak, 'ontvangAanvraag', { datum: '2026-04-09', vorm: 'brief' })
  expect(await opLijst(zaak)).toEqual(['hatice', 'wouter'])
  o.zetDag('2026-02-23')
})

test('who typed a report for another municipality does not keep it from those who handle it', async () => {
  const zaak = await meld(samira, inDenHaag)
  expect(zaak.behandelaar).toBeNull()
  expect(await opLijst(zaak)).toEqual(['femke', 'ruben'])
})

test('a case is given only to a colleague who has the task, by whoever is to act', async () => {
  let zaak = await meld(femke, inDenHaag)
  const anneke = await o.als('den-haag', 'regiocoordinator')
  for (const collega of [anneke, hatice])
    expect((await femke.doe(zaak, 'wijsToe', { behandelaar: collega.wie.gebruiker.id })).body).toMatchObject({
      code: 'INVOER_ONJUIST',
      fouten: [{ veld: 'behandelaar' }],
    })
  expect((await hatice.doe(zaak, 'wijsToe', { behandelaar: null })).body).toMatchObject({ code: 'ROL_MIST_TAAK' })
  zaak = await stap(femke, zaak, 'wijsToe', { behandelaar: ruben.wie.gebruiker.id })
  expect(await opLijst(zaak)).toEqual(['ruben'])

  // Zoetermeer gave its advice: whose desk the decision lies on is no longer theirs to say.
  const geadviseerd = await totAdvies(samira, await meld(samira))
  const weg = await samira.doe(geadviseerd, 'wijsToe', { behandelaar: samira.wie.gebruiker.id })
  expect(weg.body).toMatchObject({ code: 'NIET_BEVOEGD' })
  expect(await opLijst(geadviseerd)).toEqual(['hatice', 'wouter'])
  const taak = (wie: Persoon) =>
    wie
      .haal<Zaak>(`/meldingen/${geadviseerd.id}`)
      .then((z) => z.body.taken.find((t) => t.opdracht === 'wijsToe')?.magIk)
  expect([await taak(samira), await taak(hatice)]).toEqual([false, true])
  expect((await o.controleer()).bevindingen).toEqual([])
})

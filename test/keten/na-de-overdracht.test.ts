/** After its advice a municipality keeps sight of the case; the steps and facts are then of who decides. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { meld, stap, totAdvies, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let beslisser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  beslisser = await o.als('den-haag', 'beslisser')
})
afterAll(() => o.weg())

const corrigeer = { gebeurtenis: 1, veld: 'gemeldBij', waarde: 'rijswijk', reden: 'x' }
const persoon = { geenBsn: true, voornamen: 'Test', achternaam: 'Anders', geboortedatum: '1990-05-13', reden: 'x' }
const intrekken = { datum: '2026-02-23', reden: 'x' }
const magIk = async (wie: Persoon, zaak: Zaak, opdracht: string) =>
  (await wie.haal<Zaak>(`/meldingen/${zaak.id}`)).body.taken.find((t) => t.opdracht === opdracht)?.magIk

test('who advised neither closes nor rewrites the case of who decides, at any later step', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  for (const opdracht of ['neemAdviesOver', 'ontvangAanvraag', 'neemBesluit'] as const) {
    zaak = await wandel(beslisser, zaak, opdracht)
    for (const [naam, body] of [
      ['trekIn', intrekken],
      ['corrigeer', corrigeer],
      ['corrigeerPersoon', persoon],
    ] as const) {
      expect((await consulent.doe(zaak, naam, body)).body, `${naam} na ${opdracht}`).toMatchObject({
        code: 'NIET_BEVOEGD',
      })
      expect(await magIk(consulent, zaak, naam)).toBe(false)
    }
  }
  expect((await consulent.doe(zaak, 'notitie', { tekst: 'De cliënt belde mij.' })).status).toBe(200)
})

test('until the advice the facts are of who looks into the case, and the decider may end and repair it after that', async () => {
  let zaak = await meld(consulent)
  expect(await magIk(consulent, zaak, 'corrigeer')).toBe(true)
  zaak = await totAdvies(consulent, zaak)
  zaak = await stap(beslisser, zaak, 'corrigeer', corrigeer)
  expect(zaak.gemeldBij).toBe('Rijswijk')
  expect((await stap(beslisser, zaak, 'trekIn', intrekken)).stap).toBe('gesloten')
})

test('during a late onderzoek with a request both know the facts, and only who owes the decision ends the case', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer', 'screen', 'startOnderzoek')
  o.zetDag('2026-04-10')
  zaak = await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-09', vorm: 'brief' })
  expect((await consulent.doe(zaak, 'trekIn', { datum: '2026-04-10', reden: 'x' })).body).toMatchObject({
    code: 'NIET_BEVOEGD',
  })
  zaak = await stap(consulent, zaak, 'corrigeer', { ...corrigeer, veld: 'herkomst' })
  zaak = await stap(beslisser, zaak, 'corrigeer', { ...corrigeer, veld: 'herkomst', waarde: 'delft' })
  expect((await stap(beslisser, zaak, 'trekIn', { datum: '2026-04-10', reden: 'x' })).stap).toBe('gesloten')
  o.zetDag('2026-02-23')
})

test('what a decision rests on is not changed under it', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag', 'neemBesluit')
  expect((await beslisser.doe(zaak, 'corrigeer', corrigeer)).body).toMatchObject({
    status: 409,
    code: 'TOEGANG_NA_BESLUIT',
  })
  expect(await magIk(beslisser, zaak, 'corrigeer')).toBe(false)
  // Who the decision is about is not a fact it was computed from.
  zaak = await stap(beslisser, zaak, 'corrigeerPersoon', persoon)
  await wandel(beslisser, zaak, 'maakBekend')
  expect((await o.controleer()).bevindingen).toEqual([])
})

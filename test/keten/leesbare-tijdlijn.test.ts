/** What the timeline says is written for people: no codes, no machine dates, nothing left out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plaatsing, Zaak } from '../../src/domein/antwoorden.ts'
import { meld, plaatsing, stap, totToegekend } from './loop.ts'
import { opzet, type Opzet } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  o = await opzet('2026-02-23')
})
afterAll(() => o.weg())

const regel = (zaak: Pick<Zaak | Plaatsing, 'tijdlijn'>, soort: string) => zaak.tijdlijn.find((r) => r.soort === soort)

test('a correction names municipalities and days in words, an assignment the colleague', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  let zaak = await meld(consulent)
  const corrigeer = (veld: string, waarde: string) => ({ gebeurtenis: 1, veld, waarde, reden: 'Verkeerd genoteerd.' })
  zaak = await stap(consulent, zaak, 'corrigeer', corrigeer('datum', '2026-02-19'))
  expect(regel(zaak, 'gecorrigeerd')?.zin).toContain('was "20 februari 2026", is nu "19 februari 2026"')
  zaak = await stap(consulent, zaak, 'wijsToe', { behandelaar: consulent.wie.gebruiker.id })
  expect(regel(zaak, 'toegewezen')?.zin).toBe(`Behandelaar gekozen: ${consulent.wie.gebruiker.naam}`)
  zaak = await stap(consulent, zaak, 'corrigeer', corrigeer('woonplaats', 'leidschendam-voorburg'))
  expect(regel(zaak, 'gecorrigeerd')?.zin).toContain('was "Zoetermeer", is nu "Leidschendam-Voorburg"')
})

test('how a decision was announced and why someone left the list are on the timeline', async () => {
  const zaak = await totToegekend(o)
  expect(regel(zaak, 'bekendgemaakt')?.zin).toBe('Besluit bekendgemaakt op 20 februari 2026, per post')
  const plaatser = await o.als('den-haag', 'plaatser')
  const wacht = await plaatsing(plaatser, zaak)
  expect(wacht.doelgroepNaam).toBe('autisme')
  const weg = await plaatser.doe(wacht, 'haalVanLijst', { datum: '2026-02-23', reden: 'wlz' })
  expect(weg.status).toBe(200)
  expect(regel(weg.body, 'vanLijstGehaald')?.details).toContainEqual({
    label: 'Reden om te stoppen',
    tekst: 'de cliënt gaat naar de Wlz',
  })
})

/** A correction may change whose case it should have been; whoever is to act after it can open it and go on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, meld, stap, totAdvies, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let centrum: Persoon
let beslisser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  centrum = await o.als('den-haag', 'consulent-centrum')
  beslisser = await o.als('den-haag', 'beslisser')
})
afterAll(() => o.weg())

const corrigeer = (veld: string, waarde: string) => ({ gebeurtenis: 1, veld, waarde, reden: 'x' })
const verschil = { standpunt: 'afwijzen', motivering: 'x' }

test('Den Haag keeps a case it owes a decision in, when the onderzoek turns out to be of Zoetermeer', async () => {
  const floor = await o.als('wassenaar', 'consulent')
  const herkomst = { gemeldBij: 'wassenaar', woonplaats: 'wassenaar', herkomst: 'wassenaar' }
  const gemeld = await meld(floor, { herkomst })
  let zaak = (await centrum.haal<Zaak>(`/meldingen/${gemeld.id}`)).body
  zaak = await wandel(centrum, zaak, 'registreer', 'screen', 'startOnderzoek')
  o.zetDag('2026-04-10')
  zaak = await stap(centrum, zaak, 'ontvangAanvraag', { datum: '2026-04-09', vorm: 'brief' })
  zaak = await stap(centrum, zaak, 'corrigeer', corrigeer('woonplaats', 'zoetermeer'))
  expect(zaak.aanZet).toMatchObject({ slug: 'den-haag', taak: 'beschikking' })
  o.zetDag('2026-04-13')
  const daar = await consulent.haal<Zaak>(`/meldingen/${gemeld.id}`)
  expect(daar.body.taken.find((t) => t.opdracht === 'rondOnderzoekAf')).toMatchObject({ magIk: true })
  const hier = await beslisser.haal<Zaak>(`/meldingen/${gemeld.id}`)
  const datums = { datum: '2026-04-13', ingangsdatum: '2026-04-14' }
  expect((await stap(beslisser, hier.body, 'neemBesluit', { ...invoer.neemBesluit, ...datums })).stap).toBe(
    'bekendmaking',
  )
  o.zetDag('2026-02-23')
})

test.each([
  ['woonplaats', 'rijswijk'],
  ['eerderGemeld', '2025-06-01'],
])('after a corrected %s who advised still reacts to a difference of view', async (veld, waarde) => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await stap(beslisser, zaak, 'corrigeer', corrigeer(veld, waarde))
  zaak = await stap(beslisser, zaak, 'meldVerschil', verschil)
  expect(zaak.aanZet).toMatchObject({ slug: 'zoetermeer', taak: 'advies' })
  const eigen = await centrum.doe(zaak, 'reageerOpVerschil', { houdtVast: true, motivering: 'x' })
  expect(eigen.body).toMatchObject({ code: 'NIET_BEVOEGD' })
  zaak = await stap(consulent, zaak, 'reageerOpVerschil', { houdtVast: true, motivering: 'x' })
  expect(zaak.aanZet).toMatchObject({ slug: 'den-haag', taak: 'doorslaggevend-advies' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

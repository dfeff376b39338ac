import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoGebruiker, Sessie, Zaak } from '../../src/domein/antwoorden.ts'
import { metVijfdeRegio } from '../vijfde-regio/kopie.ts'
import { legLocatieVast, meld, opPlek, plaatsing, wandel } from './loop.ts'
import { type Opzet, opzet } from './opzet.ts'

let o: Opzet
let kopie: ReturnType<typeof metVijfdeRegio>
beforeAll(async () => {
  kopie = metVijfdeRegio()
  o = await opzet('2026-02-20', { map: kopie.map })
})
afterAll(async () => {
  await o.weg()
  kopie.weg()
})

const inwonerVan = (slug: string) => ({ herkomst: { gemeldBij: slug, woonplaats: slug, herkomst: slug } })

test('a file is enough: nine municipalities can be chosen at the sign-in, and the session knows their covenant', async () => {
  const { gebruikers } = (await o.app.inject({ method: 'GET', url: '/api/v1/demonstratie/gebruikers' })).json<{
    gebruikers: DemoGebruiker[]
  }>()
  const hier = gebruikers.filter((g) => g.regio.slug === 'achterhoek')
  expect(new Set(hier.map((g) => g.organisatie.slug)).size).toBe(9)
  // The region with the invented people comes first.
  expect(gebruikers[0]!.regio.slug).toBe('den-haag')
  const sessie = await (await o.als('aalten', 'consulent')).haal<Sessie>('/sessie')
  expect(sessie.body.regio.naam).toBe('Achterhoek (verzonnen)')
  expect(sessie.body.convenant.versie).toBe('2026-01-01')
  expect(sessie.body.gemeenten.filter((g) => g.inRegio)).toHaveLength(9)
})

test('a report in the east goes from the own municipality, by the decision of the centre, to a place', async () => {
  const consulent = await o.als('winterswijk', 'consulent')
  let zaak = await meld(consulent, inwonerVan('winterswijk'))
  expect([zaak.behandelendeGemeente.slug, zaak.beslissendeGemeente.slug]).toEqual(['winterswijk', 'doetinchem'])
  expect(JSON.stringify(zaak.aanZet?.waarom)).toContain('achterhoek')
  zaak = await wandel(consulent, zaak, 'registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf', 'brengAdviesUit')
  const beslisser = await o.als('doetinchem', 'beslisser')
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag', 'neemBesluit', 'maakBekend')
  expect(zaak.stap).toBe('toegekend')
  const [plek] = await legLocatieVast(o, { beheerder: 'doetinchem', gemeente: 'winterswijk' })
  const plaatser = await o.als('doetinchem', 'plaatser')
  const geplaatst = await plaatser.doe(await plaatsing(plaatser, zaak), 'plaats', opPlek(plek!))
  expect(geplaatst.body).toMatchObject({ stap: 'geplaatst' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('with spoed the centre handles it, and says why', async () => {
  const zaak = await meld(await o.als('berkelland', 'consulent'), {
    ...inwonerVan('berkelland'),
    over: { spoed: true },
  })
  expect(zaak.aanZet?.slug).toBe('doetinchem')
})

test('a region sees nothing of another region, by list and by address', async () => {
  const hier = await meld(await o.als('aalten', 'consulent'), inwonerVan('aalten'))
  const daar = await meld(await o.als('zoetermeer', 'consulent'))
  const ziet = async (slug: string, zaak: Zaak): Promise<number> =>
    (await (await o.als(slug, 'consulent')).haal(`/meldingen/${zaak.id}`)).status
  expect([await ziet('aalten', hier), await ziet('aalten', daar)]).toEqual([200, 404])
  expect([await ziet('zoetermeer', daar), await ziet('zoetermeer', hier)]).toEqual([200, 404])
  const lijst = JSON.stringify((await (await o.als('aalten', 'consulent')).haal('/werklijst')).body)
  expect([lijst.includes(hier.id), lijst.includes(daar.id)]).toEqual([true, false])
})

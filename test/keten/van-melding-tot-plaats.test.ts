import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plaatsing, Plekkeuze, Probleem, Wachtlijst, Zaak } from '../../src/domein/antwoorden.ts'
import {
  invoer,
  legLocatieVast,
  meld,
  opPlek,
  type Opdrachtnaam,
  plaatsing,
  stap,
  totToegekend,
  wandel,
} from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let centrum: Persoon
let beslisser: Persoon
let plaatser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  centrum = await o.als('den-haag', 'consulent-centrum')
  beslisser = await o.als('den-haag', 'beslisser')
  plaatser = await o.als('den-haag', 'plaatser')
})
afterAll(() => o.weg())

/** The command must be refused; nothing of the case may change. */
async function weigert(wie: Persoon, zaak: Zaak, opdracht: string, body: unknown, status: number, code: string) {
  const a = await wie.doe(zaak, opdracht, body)
  const probleem = a.body as unknown as Probleem
  expect([a.status, probleem.code], `${opdracht}: ${JSON.stringify(a.body)}`).toEqual([status, code])
  expect(String(a.koppen['content-type'])).toContain('application/problem+json')
  expect(probleem.detail).not.toMatch(/[{}]|undefined|null/)
  return probleem
}

test('a first report of a resident of Zoetermeer is handled there, and the onderzoek is due after Easter', async () => {
  const gemeld = await consulent.stuur<Zaak>('/meldingen', eenMelding())
  expect(gemeld.status, JSON.stringify(gemeld.body)).toBe(201)
  const zaak = gemeld.body
  expect(zaak.behandelendeGemeente.slug).toBe('zoetermeer')
  expect(zaak.beslissendeGemeente.slug).toBe('den-haag')
  expect(zaak.aanZet?.slug).toBe('zoetermeer')
  expect(zaak.termijnen.find((t) => t.code === 'onderzoek')?.datum).toBe('2026-04-07')
  expect(JSON.stringify(zaak.termijnen[0]?.waarom)).toContain('Goede Vrijdag')
})

test('a report travels to a place, and at every step someone else acts', async () => {
  const [plek] = await legLocatieVast(o)
  let zaak = await meld(consulent)
  const langs: string[] = []
  const ga = async (wie: Persoon, opdracht: Opdrachtnaam) => {
    langs.push(`${zaak.stap}/${zaak.aanZet?.slug}/${zaak.aanZet?.taak}`)
    zaak = await wandel(wie, zaak, opdracht)
  }
  for (const opdracht of ['registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf', 'brengAdviesUit'] as const)
    await ga(consulent, opdracht)
  for (const opdracht of ['neemAdviesOver', 'ontvangAanvraag', 'neemBesluit', 'maakBekend'] as const)
    await ga(beslisser, opdracht)
  expect(langs).toEqual([
    'registratie/zoetermeer/registratie',
    'screening/zoetermeer/screening',
    'onderzoek/zoetermeer/onderzoek',
    'onderzoek/zoetermeer/onderzoek',
    'advies/zoetermeer/advies',
    'beoordeling/den-haag/beschikking',
    'aanvraag/den-haag/beschikking',
    'besluit/den-haag/beschikking',
    'bekendmaking/den-haag/beschikking',
  ])
  expect(zaak).toMatchObject({
    stap: 'toegekend',
    aanZet: null,
    besluit: { uitkomst: 'toegekend', bekendOp: '2026-02-20' },
  })
  expect(JSON.stringify(zaak.tijdlijn)).toContain('mandaatbesluit')

  const lijst = await plaatser.haal<Wachtlijst>('/wachtlijst')
  expect(lijst.body.rijen.map((r) => [r.nummer, r.sinds, r.past])).toContainEqual([zaak.nummer, '2026-02-20', 1])
  const wacht = await plaatsing(plaatser, zaak)
  expect(wacht.termijnen).toEqual([])
  expect(wacht).toMatchObject({ stap: 'wachtend', aanZet: { slug: 'den-haag', taak: 'plaatsing' } })
  const keuze = await plaatser.haal<Plekkeuze>(`/plaatsingen/${wacht.id}/plekken?van=2026-03-02`)
  expect(keuze.body.past[0]).toMatchObject({ plek, groep: 'past', vrij: 1 })
  const geplaatst = await plaatser.doe(wacht, 'plaats', opPlek(plek!))
  expect(geplaatst.body, JSON.stringify(geplaatst.body)).toMatchObject({
    stap: 'geplaatst',
    geplaatst: { locatie: 'De Verzonnen Hoeve', plek: 'kamer 1', van: '2026-03-02' },
  })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a decision is due two weeks after the request, an objection six weeks after the announcement', async () => {
  const zaak = await totToegekend(o)
  const termijn = (code: string) => zaak.termijnen.find((t) => t.code === code)
  expect(termijn('besluit')).toMatchObject({ datum: '2026-03-06', gehaaldOp: '2026-02-20', toestand: 'gehaald' })
  // Six weeks after 20 February 2026 is Good Friday; the weekend and Easter Monday follow.
  expect(termijn('bezwaar')).toMatchObject({ datum: '2026-04-07' })
  expect(JSON.stringify(termijn('bezwaar')?.waarom)).toContain('Goede Vrijdag')
})

test('without an offer of cliëntondersteuning the onderzoek does not begin, and the law is named', async () => {
  let zaak = await meld(consulent, { delen: { clientondersteuningOp: undefined } })
  zaak = await wandel(consulent, zaak, 'registreer', 'screen')
  for (const opdracht of ['startOnderzoek', 'rondOnderzoekAf'] as const) {
    const p = await weigert(consulent, zaak, opdracht, invoer[opdracht], 409, 'TOEGANG_CLIENTONDERSTEUNING_ONTBREEKT')
    expect(p.bron).toMatchObject({ wet: 'Wmo 2015', artikel: '2.3.2', lid: '3' })
  }
  zaak = await wandel(consulent, zaak, 'wijsOpClientondersteuning', 'startOnderzoek', 'rondOnderzoekAf')
  expect(zaak.stap).toBe('advies')
})

test('the advising organisation cannot do the step of the deciding one, nor the other way round', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf')
  zaak = await wandel(consulent, zaak, 'brengAdviesUit')
  const naarDenHaag = async (opdracht: Opdrachtnaam) => {
    const p = await weigert(consulent, zaak, opdracht, invoer[opdracht], 403, 'NIET_BEVOEGD')
    expect(p.detail).toContain('Den Haag')
    expect(p.bron).toMatchObject({ convenant: 'den-haag', artikel: '3' })
  }
  await naarDenHaag('neemAdviesOver')
  const terug = await weigert(centrum, zaak, 'rondOnderzoekAf', invoer.rondOnderzoekAf, 403, 'NIET_BEVOEGD')
  expect(terug.detail).toContain('Zoetermeer')
  expect(terug.bron).toMatchObject({ convenant: 'den-haag', artikel: '3' })
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag')
  await naarDenHaag('neemBesluit')
  zaak = await wandel(beslisser, zaak, 'neemBesluit')
  await naarDenHaag('maakBekend')
})

test('within the right organisation the role must have the task', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf')
  zaak = await wandel(consulent, zaak, 'brengAdviesUit')
  const p = await weigert(centrum, zaak, 'neemAdviesOver', {}, 403, 'ROL_MIST_TAAK')
  expect(p.detail).toContain('Consulent Centrale Toegang')
  expect(p.bron).toMatchObject({ convenant: 'den-haag', artikel: '3' })
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag', 'neemBesluit', 'maakBekend')
  const wacht = await plaatsing(beslisser, zaak)
  const [plek] = await legLocatieVast(o)
  const mag = await beslisser.doe(wacht, 'plaats', opPlek(plek!))
  expect(mag.body).toMatchObject({ status: 403, code: 'ROL_MIST_TAAK' })
})

test('Zoetermeer sees that its client waits, and cannot place', async () => {
  const zaak = await totToegekend(o)
  const wacht = await plaatsing(consulent, zaak)
  const [plek] = await legLocatieVast(o)
  const a = await consulent.doe(wacht, 'plaats', opPlek(plek!))
  expect(a.body).toMatchObject({ status: 403, code: 'NIET_BEVOEGD', bron: { convenant: 'den-haag', artikel: '3' } })
  expect(String(a.body['detail' as never])).toContain('Den Haag')
})

test('every step out of its order is refused with the step the case stands at', async () => {
  const zaak = await meld(consulent)
  for (const opdracht of ['screen', 'startOnderzoek', 'rondOnderzoekAf'] as const) {
    const p = await weigert(consulent, zaak, opdracht, invoer[opdracht], 409, 'STAP_PAST_NIET')
    expect(p.detail).toContain('Registratie')
  }
  await weigert(consulent, zaak, 'brengAdviesUit', invoer.brengAdviesUit, 409, 'TOEGANG_ONDERZOEK_NIET_AF')
  const verder = await wandel(consulent, zaak, 'registreer', 'screen')
  await weigert(consulent, verder, 'registreer', invoer.registreer, 409, 'STAP_PAST_NIET')
  await weigert(consulent, verder, 'screen', invoer.screen, 409, 'STAP_PAST_NIET')
  await weigert(consulent, verder, 'rondOnderzoekAf', invoer.rondOnderzoekAf, 409, 'TOEGANG_ONDERZOEK_NIET_GESTART')
  const gestart = await wandel(consulent, verder, 'startOnderzoek')
  await weigert(consulent, gestart, 'startOnderzoek', {}, 409, 'TOEGANG_ONDERZOEK_AL_GESTART')
  await weigert(
    consulent,
    gestart,
    'wijsOpClientondersteuning',
    invoer.wijsOpClientondersteuning,
    409,
    'STAP_PAST_NIET',
  )
  const plan = { datum: '2026-02-23' }
  const metPlan = await stap(consulent, gestart, 'ontvangPersoonlijkPlan', plan)
  await weigert(consulent, metPlan, 'ontvangPersoonlijkPlan', plan, 409, 'TOEGANG_PLAN_AL_ONTVANGEN')
  const af = await wandel(consulent, metPlan, 'rondOnderzoekAf', 'ontvangAanvraag')
  await weigert(consulent, af, 'ontvangAanvraag', invoer.ontvangAanvraag, 409, 'TOEGANG_AANVRAAG_AL_ONTVANGEN')
})

test('after the decision the same steps do not run twice', async () => {
  const zaak = await totToegekend(o)
  for (const opdracht of ['neemAdviesOver', 'ontvangAanvraag', 'neemBesluit', 'maakBekend'] as const)
    await weigert(beslisser, zaak, opdracht, invoer[opdracht], 409, 'STAP_PAST_NIET')
  for (const [opdracht, body] of [
    ['trekIn', { datum: '2026-02-20', reden: 'wil niet meer' }],
    ['schortOp', { reden: 'overmacht', van: '2026-02-20', toelichting: 'x' }],
    ['hervat', { op: '2026-02-21' }],
    ['corrigeer', { gebeurtenis: 1, veld: 'datum', waarde: '2026-02-19', reden: 'x' }],
    ['regelTolk', { nodig: true, taal: 'Frans' }],
    ['meldVerschil', { standpunt: 'afwijzen', motivering: 'x' }],
    ['beslisDoorslaggevend', { uitkomst: 'afwijzen', motivering: 'x' }],
  ] as const)
    await weigert(beslisser, zaak, opdracht, body, 409, 'STAP_PAST_NIET')
})

test('a placed person is not placed, paused or taken off again', async () => {
  const zaak = await totToegekend(o)
  const [plek] = await legLocatieVast(o)
  const wacht = await plaatsing(plaatser, zaak)
  const pauze = await plaatser.doe(wacht, 'pauzeer', { tot: '2026-03-01', reden: 'opname' })
  expect(pauze.body.stap).toBe('pauze')
  const weer = await plaatser.doe(pauze.body, 'hervatWachten')
  expect(weer.body.stap).toBe('wachtend')
  const geplaatst = await plaatser.doe(weer.body, 'plaats', opPlek(plek!))
  expect(geplaatst.body.stap).toBe('geplaatst')
  for (const [opdracht, body] of [
    ['plaats', opPlek(plek!)],
    ['pauzeer', { tot: '2026-03-01', reden: 'x' }],
    ['hervatWachten', {}],
    ['legContactVast', { datum: '2026-02-20', verslag: 'x' }],
    ['haalVanLijst', { datum: '2026-02-20', reden: 'elders' }],
  ] as const)
    expect((await plaatser.doe(geplaatst.body, opdracht, body)).body).toMatchObject({
      code: 'STAP_PAST_NIET',
      status: 409,
    })
})

test('a place that is no place, of another product or already taken is refused in words', async () => {
  const [vol] = await legLocatieVast(o)
  const [ander] = await legLocatieVast(o, { product: 'wonen-basis' })
  const eerst = await plaatsing(plaatser, await totToegekend(o))
  expect((await plaatser.doe(eerst, 'plaats', opPlek(vol!))).status).toBe(200)
  const wacht: Plaatsing = await plaatsing(plaatser, await totToegekend(o))
  const poging = async (body: object) => (await plaatser.doe(wacht, 'plaats', body)).body as unknown as Probleem
  expect(await poging(opPlek(vol!))).toMatchObject({
    code: 'WACHTLIJST_PLEK_BEZET',
    detail: 'Deze plek is niet vrij op 2 maart 2026.',
  })
  expect(await poging(opPlek(ander!))).toMatchObject({ code: 'WACHTLIJST_PLEK_PAST_NIET' })
  expect(await poging(opPlek(wacht.id))).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'plek' }] })
  expect(await poging(opPlek(vol!, { van: '2026-02-19' }))).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [{ veld: 'van' }],
  })
  expect(await poging(opPlek(vol!, { akkoordOp: '2026-02-24' }))).toMatchObject({ fouten: [{ veld: 'akkoordOp' }] })
})

test('a decision in the name of another college needs a mandate that is in force that day', async () => {
  let zaak = await wandel(
    consulent,
    await meld(consulent),
    'registreer',
    'screen',
    'startOnderzoek',
    'rondOnderzoekAf',
    'brengAdviesUit',
  )
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag')
  const geen = `UPDATE mandaat SET tot = '2026-02-23' WHERE mandaatgever = (SELECT id FROM organisatie WHERE slug = 'zoetermeer')`
  await o.sql(geen)
  // The mandate ends on the 23rd: a decision of that day has none any more, whatever it was the day before.
  const vandaag = { ...invoer.neemBesluit, datum: '2026-02-23' }
  const p = await weigert(beslisser, zaak, 'neemBesluit', vandaag, 409, 'MANDAAT_ONTBREEKT')
  expect(p.detail).toContain('Zoetermeer')
  expect(p.bron).toMatchObject({ wet: 'Awb', artikel: '10:4' })
  await o.sql(geen.replace("'2026-02-23'", 'NULL'))
  expect((await stap(beslisser, zaak, 'neemBesluit', vandaag)).stap).toBe('bekendmaking')
})

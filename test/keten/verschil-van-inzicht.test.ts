import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plaatsing, Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, legLocatieVast, meld, opPlek, plaatsing, stap, totAdvies, wandel } from './loop.ts'
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

const anders = { standpunt: 'toekennen', product: 'wonen-basis', motivering: 'Minder toezicht is genoeg.' }
const reactie = { houdtVast: true, motivering: 'Wij zagen de cliënt thuis.' }
const doorslag = { uitkomst: 'toekennen', product: 'wonen-basis', motivering: 'Den Haag kiest.' }

test('a difference of view keeps both positions, the reasons, who decided and when', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await stap(beslisser, zaak, 'meldVerschil', anders)
  expect(zaak).toMatchObject({ stap: 'verschil', aanZet: { slug: 'zoetermeer', taak: 'advies' } })
  zaak = await stap(consulent, zaak, 'reageerOpVerschil', reactie)
  expect(zaak.aanZet).toMatchObject({ slug: 'den-haag', taak: 'doorslaggevend-advies' })
  zaak = await stap(beslisser, zaak, 'beslisDoorslaggevend', doorslag)
  expect(zaak.stap).toBe('aanvraag')
  expect(zaak.advies).toMatchObject({
    product: 'Wonen Plus',
    door: 'Zoetermeer',
    motivering: 'Dagelijks toezicht is nodig.',
  })
  expect(zaak.verschil).toMatchObject({
    product: 'Wonen Basis',
    motivering: anders.motivering,
    reactie: reactie.motivering,
  })
  expect(zaak.verschil?.doorslag).toContain('Den Haag kiest.')
  const regel = zaak.tijdlijn.find((r) => r.soort === 'doorslaggevendBeslist')
  expect(regel).toMatchObject({ op: '2026-02-23', organisatie: 'Den Haag', wie: beslisser.wie.gebruiker.naam })
})

test('the decisive vote belongs to the centre by article 3 lid 3, and to a role that has it', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await stap(beslisser, zaak, 'meldVerschil', anders)
  zaak = await stap(consulent, zaak, 'reageerOpVerschil', reactie)
  const eigen = await consulent.doe(zaak, 'beslisDoorslaggevend', doorslag)
  expect(eigen.body).toMatchObject({ code: 'NIET_BEVOEGD', bron: { convenant: 'den-haag', artikel: '3', lid: '3' } })
  expect((await centrum.doe(zaak, 'beslisDoorslaggevend', doorslag)).body).toMatchObject({ code: 'ROL_MIST_TAAK' })
  const verkeerd = await beslisser.doe(zaak, 'reageerOpVerschil', reactie)
  expect(verkeerd.body).toMatchObject({ code: 'NIET_BEVOEGD', status: 403 })
})

test('a difference that is none is refused, and without one there is no decisive vote', async () => {
  const zaak = await totAdvies(consulent, await meld(consulent))
  const zelfde = await beslisser.doe(zaak, 'meldVerschil', { ...anders, product: 'wonen-plus' })
  expect(zelfde.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'standpunt' }] })
  expect((await beslisser.doe(zaak, 'beslisDoorslaggevend', doorslag)).body).toMatchObject({ code: 'STAP_PAST_NIET' })
  expect((await consulent.doe(zaak, 'reageerOpVerschil', reactie)).body).toMatchObject({ code: 'STAP_PAST_NIET' })
})

test('a position that would grant needs the product', async () => {
  const zaak = await totAdvies(consulent, await meld(consulent))
  const zonder = await beslisser.doe(zaak, 'meldVerschil', { standpunt: 'toekennen', motivering: 'x' })
  expect(zonder.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'product' }] })
})

test('a second reaction is refused', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await stap(beslisser, zaak, 'meldVerschil', anders)
  zaak = await stap(consulent, zaak, 'reageerOpVerschil', reactie)
  expect((await consulent.doe(zaak, 'reageerOpVerschil', reactie)).body).toMatchObject({
    code: 'VERSCHIL_AL_BEANTWOORD',
    detail: 'Er is al gereageerd op het verschil van inzicht.',
  })
})

test('opvang is handled and decided by the centre, without hand-over and without decisive vote', async () => {
  const gemeld = await meld(consulent, { over: { voorziening: 'mo' } })
  expect(gemeld).toMatchObject({ behandelendeGemeente: { slug: 'den-haag' }, aanZet: { slug: 'den-haag' } })
  let zaak: Zaak = await wandel(centrum, gemeld, 'registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf')
  expect((await centrum.doe(zaak, 'brengAdviesUit', invoer.brengAdviesUit)).body).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [{ veld: 'uitkomst' }],
  })
  zaak = await stap(centrum, zaak, 'brengAdviesUit', { uitkomst: 'opvang', motivering: 'Geen dak.' })
  expect(zaak.stap).toBe('aanvraag')
  expect((await beslisser.doe(zaak, 'meldVerschil', anders)).body).toMatchObject({ code: 'STAP_PAST_NIET' })
  expect((await beslisser.doe(zaak, 'beslisDoorslaggevend', doorslag)).status).toBe(409)
  zaak = await wandel(beslisser, zaak, 'ontvangAanvraag')
  expect((await beslisser.doe(zaak, 'neemBesluit', invoer.neemBesluit)).body).toMatchObject({
    fouten: [{ veld: 'product' }],
  })
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...invoer.neemBesluit, product: 'opvang' })
  zaak = await wandel(beslisser, zaak, 'maakBekend')
  const plaatser = await o.als('den-haag', 'plaatser')
  const [plek] = await legLocatieVast(o, { product: 'opvang' })
  const wacht: Plaatsing = await plaatsing(plaatser, zaak)
  expect((await plaatser.doe(wacht, 'plaats', opPlek(plek!))).body.stap).toBe('geplaatst')
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a product of opvang is no product of beschermd wonen', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag')
  const verkeerd = await beslisser.doe(zaak, 'neemBesluit', { ...invoer.neemBesluit, product: 'opvang' })
  expect(verkeerd.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'product' }] })
})

test('an advice to grant beschermd wonen names no bed in the shelter', async () => {
  const zaak = await wandel(
    consulent,
    await meld(consulent),
    'registreer',
    'screen',
    'startOnderzoek',
    'rondOnderzoekAf',
  )
  const verkeerd = await consulent.doe(zaak, 'brengAdviesUit', { ...invoer.brengAdviesUit, product: 'opvang' })
  expect(verkeerd.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'product' }] })
})

test('the other municipality is heard before the decisive vote, unless a reason says why not', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await stap(beslisser, zaak, 'meldVerschil', anders)
  const vroeg = await beslisser.doe(zaak, 'beslisDoorslaggevend', doorslag)
  expect(vroeg.body).toMatchObject({ status: 400, code: 'INVOER_ONJUIST', fouten: [{ veld: 'zonderReactie' }] })
  const zonderReactie = 'Twee keer gevraagd, geen antwoord.'
  zaak = await stap(beslisser, zaak, 'beslisDoorslaggevend', { ...doorslag, zonderReactie })
  expect(zaak).toMatchObject({ stap: 'aanvraag', verschil: { reactie: null } })
  expect(zaak.tijdlijn[0]?.details).toContainEqual({ label: 'Waarom er geen reactie was', tekst: zonderReactie })
})

test('a municipality that follows the other position settles it: that position is the advice that counts', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await stap(beslisser, zaak, 'meldVerschil', anders)
  zaak = await stap(consulent, zaak, 'reageerOpVerschil', { houdtVast: false, motivering: 'Daar zit iets in.' })
  expect(zaak).toMatchObject({ stap: 'aanvraag', aanZet: { slug: 'den-haag', taak: 'beschikking' } })
  expect(zaak.verschil).toMatchObject({ reactie: 'Wij volgen dit standpunt. Daar zit iets in.', doorslag: null })
  expect((await beslisser.doe(zaak, 'beslisDoorslaggevend', doorslag)).body).toMatchObject({ code: 'STAP_PAST_NIET' })
  zaak = await wandel(beslisser, zaak, 'ontvangAanvraag')
  // The case was settled on Wonen Basis; the first advice, Wonen Plus, no longer counts.
  expect((await beslisser.doe(zaak, 'neemBesluit', invoer.neemBesluit)).body).toMatchObject({
    fouten: [{ veld: 'afwijkingVanAdvies', melding: expect.stringContaining('Wonen Basis') }],
  })
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...invoer.neemBesluit, product: 'wonen-basis' })
  expect(zaak).toMatchObject({ stap: 'bekendmaking', besluit: { afwijkingVanAdvies: null } })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test.each([
  { uitkomst: 'toekennen', product: 'wonen-intensief' },
  { uitkomst: 'afwijzen', grond: 'nietNodig', product: undefined, ingangsdatum: undefined, einddatum: undefined },
])('a decision that differs from the advice says why, and shows it: $uitkomst', async (verschilt) => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag')
  const besluit = { ...invoer.neemBesluit, ...verschilt }
  expect((await beslisser.doe(zaak, 'neemBesluit', besluit)).body).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [{ veld: 'afwijkingVanAdvies', melding: expect.stringContaining('Wonen Plus') }],
  })
  const afwijkingVanAdvies = 'Na het advies werd de zorgvraag anders.'
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...besluit, afwijkingVanAdvies })
  expect(zaak.besluit).toMatchObject({ afwijkingVanAdvies })
  expect(zaak.tijdlijn[0]?.details).toContainEqual({
    label: 'Waarom het besluit afwijkt van het advies',
    tekst: afwijkingVanAdvies,
  })
})

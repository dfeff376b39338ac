import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, meld, plaatsing, stap, totAdvies, totToegekend, wandel } from './loop.ts'
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

test('a representative of the report and one added later both stand beside the client', async () => {
  const mentor = { soort: 'mentor', naam: 'Mevrouw Verzonnen', bereikbaar: '06 verzonnen' }
  let zaak = await meld(consulent, { client: { betrekkingen: [mentor] } })
  zaak = await stap(consulent, zaak, 'voegBetrekkingToe', {
    ...mentor,
    soort: 'vertegenwoordiger',
    naam: 'De heer Bedacht',
  })
  expect(zaak.persoon.betrekkingen.map((b) => [b.soort, b.naam])).toEqual([
    ['mentor', 'Mevrouw Verzonnen'],
    ['wettelijk vertegenwoordiger', 'De heer Bedacht'],
  ])
  const nogEens = await stap(consulent, zaak, 'voegBetrekkingToe', { ...mentor, soort: 'contact', naam: 'Derde' })
  expect(nogEens.persoon.betrekkingen).toHaveLength(3)
  const later = await consulent.doe(nogEens, 'voegBetrekkingToe', { ...mentor, van: '2026-02-24' })
  expect(later.body).toMatchObject({ fouten: [{ veld: 'van' }] })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a report by someone with more than five people around them is asked to name fewer', async () => {
  const mens = { soort: 'contact', naam: 'Verzonnen', bereikbaar: 'x' }
  const a = await consulent.stuur('/meldingen', {
    ...(await import('./opzet.ts')).eenMelding({ client: { betrekkingen: Array.from({ length: 6 }, () => mens) } }),
  })
  expect(a.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'client.betrekkingen' }] })
})

test('an interpreter needs a language and shows on the work list', async () => {
  let zaak = await meld(consulent)
  expect((await consulent.doe(zaak, 'regelTolk', { nodig: true })).body).toMatchObject({ fouten: [{ veld: 'taal' }] })
  zaak = await stap(consulent, zaak, 'regelTolk', { nodig: true, taal: 'Tigrinya' })
  expect(zaak.persoon).toMatchObject({ tolk: true, taal: 'Tigrinya' })
  const lijst = await consulent.haal<{ rijen: { id: string; bijzonder: string[] }[] }>('/werklijst')
  expect(lijst.body.rijen.find((r) => r.id === zaak.id)?.bijzonder).toEqual(['tolk'])
})

test('notes and contacts are written by whoever works on the case, and stay after the case is closed', async () => {
  let zaak = await meld(consulent)
  zaak = await stap(consulent, zaak, 'notitie', { tekst: 'Belt liever na tienen.' })
  zaak = await stap(consulent, zaak, 'contactmoment', {
    datum: '2026-02-21',
    vorm: 'telefoon',
    met: 'moeder',
    verslag: 'Kort gesproken.',
  })
  zaak = await stap(consulent, zaak, 'trekIn', { datum: '2026-02-23', reden: 'Vond zelf een plek.' })
  expect(zaak).toMatchObject({ stap: 'gesloten', aanZet: null })
  zaak = await stap(consulent, zaak, 'notitie', { tekst: 'Brief gestuurd.' })
  expect(zaak.tijdlijn.map((r) => r.soort)).toEqual([
    'genoteerd',
    'ingetrokken',
    'contactGehad',
    'genoteerd',
    'gewezenOpClientondersteuning',
    'meldingOntvangen',
  ])
  expect((await consulent.doe(zaak, 'registreer', invoer.registreer)).body).toMatchObject({ code: 'STAP_PAST_NIET' })
  const later = await consulent.doe(zaak, 'contactmoment', {
    datum: '2026-02-24',
    vorm: 'gesprek',
    met: 'x',
    verslag: 'x',
  })
  expect(later.body).toMatchObject({ fouten: [{ veld: 'datum' }] })
})

test('a report that is withdrawn leaves the lists of work and keeps its past', async () => {
  const zaak = await stap(consulent, await meld(consulent), 'trekIn', { datum: '2026-02-23', reden: 'x' })
  const afgerond = await consulent.haal<{ rijen: { id: string }[] }>('/werklijst?tab=afgerond')
  const mijn = await consulent.haal<{ rijen: { id: string }[] }>('/werklijst?tab=team')
  expect(afgerond.body.rijen.map((r) => r.id)).toContain(zaak.id)
  expect(mijn.body.rijen.map((r) => r.id)).not.toContain(zaak.id)
})

test('screening may end a case with other help, and it goes no further', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer')
  zaak = await stap(consulent, zaak, 'screen', { uitkomst: 'voorliggend', toelichting: 'Begeleiding thuis is genoeg.' })
  expect(zaak.stap).toBe('gesloten')
  expect((await consulent.doe(zaak, 'startOnderzoek', {})).body).toMatchObject({ code: 'STAP_PAST_NIET' })
})

test('a refusal names its ground, starts the objection term and puts nobody on the waiting list', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag')
  const besluit = { uitkomst: 'afwijzen', datum: '2026-02-20', motivering: 'Wlz gaat voor.' }
  expect((await beslisser.doe(zaak, 'neemBesluit', besluit)).body).toMatchObject({ fouten: [{ veld: 'grond' }] })
  const afwijkingVanAdvies = 'De indicatie voor de Wlz kwam na het advies.'
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...besluit, grond: 'wlz', afwijkingVanAdvies })
  zaak = await wandel(beslisser, zaak, 'maakBekend')
  expect(zaak).toMatchObject({ stap: 'afgewezen', plaatsing: null, besluit: { uitkomst: 'afgewezen', product: null } })
  expect(zaak.termijnen.find((t) => t.code === 'bezwaar')).toMatchObject({ datum: '2026-04-07' })
})

test('a case is given to a colleague, not to someone of another municipality', async () => {
  const zaak = await meld(consulent)
  const collega = await o.als('zoetermeer', 'consulent', 1)
  const gegeven = await stap(consulent, zaak, 'wijsToe', { behandelaar: collega.wie.gebruiker.id })
  expect(gegeven.behandelaar).toEqual(collega.wie.gebruiker)
  const vreemd = await o.als('rijswijk', 'consulent')
  const fout = await consulent.doe(gegeven, 'wijsToe', { behandelaar: vreemd.wie.gebruiker.id })
  expect(fout.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'behandelaar' }] })
  expect((await stap(consulent, gegeven, 'wijsToe', { behandelaar: null })).behandelaar).toBeNull()
})

test('a file of the case comes back byte for byte, as a download', async () => {
  const zaak = await meld(consulent)
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 255, 13, 10, 0])])
  const a = await consulent.ruw({
    method: 'POST',
    url: `/api/v1/meldingen/${zaak.id}/documenten?naam=${encodeURIComponent('brief "é" 😀.pdf')}`,
    headers: { 'content-type': 'application/pdf', 'if-match': `"${zaak.versie}"`, 'idempotency-key': 'document-een' },
    payload: bytes,
  })
  expect(a.statusCode, a.body).toBe(200)
  const { documenten } = a.json<Zaak>()
  expect(documenten).toMatchObject([{ naam: 'brief "é" 😀.pdf', soort: 'application/pdf', grootte: bytes.length }])
  const terug = await consulent.ruw({ method: 'GET', url: `/api/v1/documenten/${documenten[0]!.id}` })
  expect(terug.rawPayload.equals(bytes)).toBe(true)
  expect(terug.headers['content-disposition']).toMatch(/^attachment;/)
  expect(terug.headers['x-content-type-options']).toBe('nosniff')
})

test('contact with someone who waits is remembered on the list, and leaving the list ends it', async () => {
  const zaak = await totToegekend(o)
  const plaatser = await o.als('den-haag', 'plaatser')
  const wacht = await plaatsing(plaatser, zaak)
  const contact = await plaatser.doe(wacht, 'legContactVast', {
    datum: '2026-02-22',
    verslag: 'Wil graag dicht bij zus.',
  })
  const lijst = await plaatser.haal<{ rijen: { id: string; laatsteContact: string }[] }>('/wachtlijst')
  expect(lijst.body.rijen.find((r) => r.id === wacht.id)?.laatsteContact).toBe('2026-02-22')
  // A contact of before that is entered later stands in the timeline, but is not the last one.
  const ouder = await plaatser.doe(contact.body, 'legContactVast', { datum: '2026-02-21', verslag: 'Wil wel alleen.' })
  const weer = await plaatser.haal<{ rijen: { id: string; laatsteContact: string }[] }>('/wachtlijst')
  expect(weer.body.rijen.find((r) => r.id === wacht.id)?.laatsteContact).toBe('2026-02-22')
  const weg = await plaatser.doe(ouder.body, 'haalVanLijst', { datum: '2026-02-23', reden: 'elders' })
  expect(weg.body.stap).toBe('vanLijst')
  const daarna = await plaatser.haal<{ rijen: { id: string }[] }>('/wachtlijst')
  expect(daarna.body.rijen.map((r) => r.id)).not.toContain(wacht.id)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Concept, Locaties, Plaatsing, Zaak } from '../../src/domein/antwoorden.ts'
import { padnaam } from '../../src/kern/padnaam.ts'
import { processen } from '../../src/server/processen.ts'
import { invoer, legLocatieVast, meld, plaatsing, totToegekend } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

const ROLLEN: [string, string][] = [
  ['zoetermeer', 'consulent'],
  ['rijswijk', 'consulent'],
  ['wassenaar', 'consulent'],
  ['leidschendam-voorburg', 'consulent'],
  ['den-haag', 'consulent-centrum'],
  ['den-haag', 'beslisser'],
  ['den-haag', 'plaatser'],
  ['den-haag', 'jurist'],
  ['den-haag', 'contractmanager'],
  ['den-haag', 'regiocoordinator'],
]

type Doelen = { nieuw: Zaak; toegekend: Zaak; wacht: Plaatsing; document: string; concept: Concept }
let o: Opzet
let d: Doelen
const mensen = new Map<string, Persoon>()
beforeAll(async () => {
  o = await opzet('2026-02-23')
  for (const [org, rol] of ROLLEN) mensen.set(`${org}/${rol}`, await o.als(org, rol))
  await legLocatieVast(o)
  const eigen = mensen.get('zoetermeer/consulent')!
  const nieuw = await meld(eigen, { persoon: { achternaam: 'Afgeschermd' } })
  const bestand = await eigen.ruw({
    method: 'POST',
    url: `/api/v1/meldingen/${nieuw.id}/documenten?naam=brief.pdf`,
    headers: { 'content-type': 'application/pdf', 'if-match': `"${nieuw.versie}"`, 'idempotency-key': sleutel() },
    payload: Buffer.from('%PDF-1.7 geheim'),
  })
  const concept = await eigen.stuur<Concept>('/concepten')
  const gevuld = await eigen.zet<Concept>(
    `/concepten/${concept.body.id}/stappen/client`,
    { gegevens: { persoon: { achternaam: 'Afgeschermd' } }, af: false },
    { 'if-match': '"1"' },
  )
  const toegekend = await totToegekend(o, { persoon: { achternaam: 'Afgeschermd' } })
  d = {
    nieuw: bestand.json<Zaak>(),
    toegekend,
    wacht: await plaatsing(mensen.get('den-haag/plaatser')!, toegekend),
    document: bestand.json<Zaak>().documenten[0]!.id,
    concept: gevuld.body,
  }
})
afterAll(() => o.weg())

/** Whose organisation may see what: the generated matrix is held against this. */
const MAG: Record<keyof Doelen, readonly string[]> = {
  nieuw: ['zoetermeer'],
  document: ['zoetermeer'],
  concept: ['zoetermeer'],
  toegekend: ['zoetermeer', 'den-haag'],
  wacht: ['zoetermeer', 'den-haag'],
}
/** Roles without a task in any case: of their own organisation's cases they see none either. */
const ZONDER_ZAKEN = ['contractmanager', 'regiocoordinator']
/** Roles that may enter a report; a draft is for them, within their own organisation. */
const MAG_MELDEN = ['consulent', 'consulent-centrum']
const LEZEN: { naam: string; doel: keyof Doelen; pad: (x: Doelen) => string }[] = [
  { naam: 'open', doel: 'nieuw', pad: (x) => `/meldingen/${x.nieuw.id}` },
  { naam: 'open with reasons', doel: 'nieuw', pad: (x) => `/meldingen/${x.nieuw.id}?uitleg=ja` },
  { naam: 'find by number', doel: 'nieuw', pad: (x) => `/zaken/${x.nieuw.nummer}` },
  { naam: 'open after the decision', doel: 'toegekend', pad: (x) => `/meldingen/${x.toegekend.id}` },
  { naam: 'download', doel: 'document', pad: (x) => `/documenten/${x.document}` },
  { naam: 'read the draft', doel: 'concept', pad: (x) => `/concepten/${x.concept.id}` },
  { naam: 'open the placing', doel: 'wacht', pad: (x) => `/plaatsingen/${x.wacht.id}` },
  { naam: 'see places for', doel: 'wacht', pad: (x) => `/plaatsingen/${x.wacht.id}/plekken` },
]
const LIJSTEN = [
  ...['mij', 'team', 'anderen', 'afgerond'].map((tab) => ({
    naam: `list ${tab}`,
    pad: `/werklijst?tab=${tab}&limiet=100`,
  })),
  { naam: 'list who waits', pad: '/wachtlijst?limiet=100' },
  { naam: 'list drafts', pad: '/concepten' },
]

describe.each(ROLLEN)('%s as %s', (org, rol) => {
  const ik = () => mensen.get(`${org}/${rol}`)!
  const meldt = MAG_MELDEN.includes(rol)
  const mag = (doel: keyof Doelen) =>
    MAG[doel].includes(org) && !ZONDER_ZAKEN.includes(rol) && (doel !== 'concept' || meldt)

  test.each(LEZEN)('$naam of a case of Zoetermeer: only who works on it', async ({ doel, pad }) => {
    const a = await ik().haal(pad(d))
    const geweigerd = doel === 'concept' && !meldt ? 403 : 404
    expect(a.status, JSON.stringify(a.body)).toBe(mag(doel) ? 200 : geweigerd)
    if (!mag(doel)) expect(JSON.stringify(a.body)).not.toContain('Afgeschermd')
  })

  test.each(LIJSTEN)('$naam shows no case of someone else', async ({ pad }) => {
    const a = await ik().haal(pad)
    expect(a.status).toBe(pad === '/concepten' && !meldt ? 403 : 200)
    const tekst = JSON.stringify(a.body)
    const sporen = {
      nieuw: [d.nieuw.id, d.nieuw.nummer],
      toegekend: [d.toegekend.id],
      wacht: [d.wacht.id],
      concept: [d.concept.id],
    }
    for (const [doel, spoor] of Object.entries(sporen))
      if (!mag(doel as keyof Doelen)) for (const s of spoor) expect(tekst).not.toContain(s)
    if (!mag('toegekend')) expect(tekst).not.toContain('Afgeschermd')
  })

  test('one’s own cases do show in a list, so that the test above can fail', async () => {
    const lijsten = await Promise.all(LIJSTEN.map(async (l) => JSON.stringify((await ik().haal(l.pad)).body)))
    expect(lijsten.some((l) => l.includes(d.toegekend.id))).toBe(mag('toegekend'))
  })

  test('counts count only what may be seen', async () => {
    const a = await ik().haal<Record<string, number>>('/werklijst/_aantallen')
    const telt = mag('toegekend')
    expect(a.body['afgerond']! > 0).toBe(telt)
    expect(a.body['concepten']).toBe(mag('concept') ? 1 : 0)
  })

  test('every command route answers a stranger as if the case were not there', async () => {
    if (org === 'zoetermeer') return expect(MAG.nieuw).toContain(org)
    const voor = await o.tel()
    for (const proces of processen.filter((p) => p.soort === 'melding' || p.soort === 'plaatsing')) {
      const doel = proces.soort === 'melding' ? d.nieuw : d.wacht
      if (proces.soort === 'plaatsing' && mag('wacht')) continue
      for (const opdracht of Object.keys(proces.opdrachten)) {
        const body = (invoer as Record<string, unknown>)[opdracht] ?? {}
        const a = await ik().doe(doel, opdracht, body)
        expect([400, 404], `${opdracht}: ${JSON.stringify(a.body)}`).toContain(a.status)
        if (opdracht in invoer && opdracht !== 'ontvang') expect(a.status).toBe(404)
      }
    }
    expect(await o.tel()).toEqual(voor)
  })

  test('a stranger adds no file and changes or removes no draft', async () => {
    if (org === 'zoetermeer') return expect(MAG.concept).toContain(org)
    const voor = await o.tel()
    const bestand = await ik().ruw({
      method: 'POST',
      url: `/api/v1/meldingen/${d.nieuw.id}/documenten?naam=x.pdf`,
      headers: { 'content-type': 'application/pdf', 'if-match': `"${d.nieuw.versie}"`, 'idempotency-key': sleutel() },
      payload: Buffer.from('%PDF-1.7'),
    })
    expect(bestand.statusCode).toBe(404)
    const concept = await ik().zet(
      `/concepten/${d.concept.id}/stappen/client`,
      { gegevens: {}, af: false },
      { 'if-match': '"2"' },
    )
    expect(concept.status).toBe(meldt ? 404 : 403)
    await ik().verwijder(`/concepten/${d.concept.id}`, { 'if-match': `"${d.concept.versie}"` })
    expect(await o.tel()).toEqual(voor)
  })

  test('a draft of another organisation is not removed by sending a report with its id', async () => {
    if (org === 'zoetermeer') return expect(MAG.concept).toContain(org)
    await ik().stuur('/meldingen', {
      ...eenMelding({ herkomst: { gemeldBij: org, woonplaats: org } }),
      concept: { id: d.concept.id, versie: d.concept.versie },
    })
    expect((await mensen.get('zoetermeer/consulent')!.haal(`/concepten/${d.concept.id}`)).status).toBe(200)
  })

  test('places of the region are for every municipality, without a person in them', async () => {
    const a = await ik().haal<Locaties>('/locaties')
    expect(a.body.rijen.map((r) => r.naam)).toContain('De Verzonnen Hoeve')
    expect(JSON.stringify(a.body)).not.toContain('Afgeschermd')
  })
})

test('a role without a task in any case begins none and looks up no bsn', async () => {
  for (const rol of ZONDER_ZAKEN) {
    const wie = mensen.get(`den-haag/${rol}`)!
    const voor = await o.tel()
    const a = await wie.stuur('/meldingen', eenMelding())
    expect([a.status, a.body['code']]).toEqual([403, 'ROL_MIST_TAAK'])
    expect(await o.tel()).toEqual(voor)
  }
})

describe('a draft is for whoever may enter a report', () => {
  const anderen = () => [...mensen.values()].filter((wie) => !MAG_MELDEN.includes(wie.wie.rol.code))

  test('every other role of the own organisation is refused, and sees no name, bsn or story', async () => {
    const voor = await o.tel()
    const eigen = await o.als('den-haag', 'consulent-centrum')
    const leeg = (await eigen.stuur<Concept>('/concepten')).body
    const stap = { gegevens: { persoon: { achternaam: 'Afgeschermd', bsn: '999990019' } }, af: false }
    const c = (await eigen.zet<Concept>(`/concepten/${leeg.id}/stappen/client`, stap, { 'if-match': '"1"' })).body
    const nu = await o.tel()
    expect(anderen().map((wie) => wie.wie.rol.code)).toEqual(
      expect.arrayContaining(['beslisser', 'plaatser', 'jurist', 'contractmanager', 'regiocoordinator']),
    )
    const etag = { 'if-match': `"${c.versie}"` }
    const geteld = async (wie: Persoon) =>
      (await wie.haal<Record<string, number>>('/werklijst/_aantallen')).body['concepten']
    expect(await geteld(eigen)).toBe(1)
    for (const wie of anderen()) {
      expect(await geteld(wie), wie.wie.rol.naam).toBe(0)
      const antwoorden = [
        await wie.stuur('/concepten'),
        await wie.haal('/concepten'),
        await wie.haal(`/concepten/${c.id}`),
        await wie.zet(`/concepten/${c.id}/stappen/nodig`, { gegevens: {}, af: false }, etag),
        await wie.zet(`/concepten/${c.id}/stappen/client`, { ...stap, af: true }, etag),
        await wie.verwijder(`/concepten/${c.id}`, etag),
        await wie.stuur('/meldingen', { ...eenMelding(), concept: { id: c.id, versie: c.versie } }),
      ]
      for (const a of antwoorden) {
        expect([a.status, a.body['code']], wie.wie.rol.naam).toEqual([403, 'ROL_MIST_TAAK'])
        expect(JSON.stringify(a.body)).not.toMatch(/Afgeschermd|999990019/)
      }
    }
    expect(await o.tel()).toEqual(nu)
    expect((await eigen.verwijder(`/concepten/${c.id}`, etag)).status).toBe(204)
    expect(await o.tel()).toEqual(voor)
  })

  test('a colleague with that task goes on with it, finishes a step and throws it away', async () => {
    const een = await o.als('rijswijk', 'consulent')
    const twee = await o.als('rijswijk', 'consulent', 1)
    const c = (await een.stuur<Concept>('/concepten')).body
    const pad = `/concepten/${c.id}`
    expect((await twee.haal<Concept>(pad)).body.id).toBe(c.id)
    const stap = { gegevens: eenMelding()['nodig'], af: true }
    const nieuw = await twee.zet<Concept>(`${pad}/stappen/nodig`, stap, { 'if-match': '"1"' })
    expect(nieuw.status).toBe(200)
    expect((await twee.verwijder(pad, { 'if-match': nieuw.etag })).status).toBe(204)
    expect((await een.haal(pad)).status).toBe(404)
  })
})

test('without signing in nothing but health, the description and the sign-in answers', async () => {
  const leeg = await o.tel()
  for (const pad of [
    '/sessie',
    '/werklijst',
    '/werklijst/_aantallen',
    '/wachtlijst',
    '/locaties',
    '/concepten',
    ...LEZEN.map((l) => l.pad(d)),
  ]) {
    const a = await o.app.inject({ method: 'GET', url: `/api/v1${pad}` })
    expect([a.statusCode, a.json<{ code: string }>().code], pad).toEqual([401, 'NIET_AANGEMELD'])
  }
  for (const opdracht of Object.keys(processen.find((p) => p.soort === 'melding')!.opdrachten)) {
    const a = await o.app.inject({
      method: 'POST',
      url: `/api/v1/meldingen/${d.nieuw.id}/opdrachten/${padnaam(opdracht)}`,
      payload: {},
      headers: { 'if-match': '"1"', 'idempotency-key': sleutel() },
    })
    expect([401, 404], opdracht).toContain(a.statusCode)
  }
  const verzonnen = await o.app.inject({ method: 'GET', url: '/api/v1/sessie', cookies: { rd_sessie: 'x'.repeat(43) } })
  expect(verzonnen.statusCode).toBe(401)
  expect(await o.tel()).toEqual(leeg)
})

test('signing out ends the session at once, and an appointment that ended no longer signs in', async () => {
  const ik = await o.als('rijswijk', 'consulent', 1)
  expect((await ik.haal('/sessie')).status).toBe(200)
  expect((await ik.verwijder('/sessie')).status).toBe(204)
  expect((await ik.haal('/sessie')).status).toBe(401)
  await o.sql(`UPDATE aanstelling SET tot = '2026-02-23' WHERE gebruiker = $1`, [ik.wie.gebruiker.id])
  const lijst = await o.app.inject({ method: 'GET', url: '/api/v1/demonstratie/gebruikers' })
  expect(lijst.body).not.toContain(ik.wie.gebruiker.naam)
})

test('a page of another site makes no browser act here', async () => {
  const ik = mensen.get('zoetermeer/consulent')!
  const a = await ik.ruw({
    method: 'POST',
    url: `/api/v1/meldingen/${d.nieuw.id}/opdrachten/notitie`,
    payload: { tekst: 'x' },
    headers: {
      origin: 'https://boef.example',
      host: 'localhost',
      'if-match': `"${d.nieuw.versie}"`,
      'idempotency-key': sleutel(),
    },
  })
  expect(a.statusCode).toBeGreaterThanOrEqual(400)
  expect((await ik.haal<Zaak>(`/meldingen/${d.nieuw.id}`)).body.versie).toBe(d.nieuw.versie)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Concept, Probleem, Zaak } from '../../src/domein/antwoorden.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { legLocatieVast, meld, opPlek, plaatsing, testBsn, totToegekend } from './loop.ts'
import { type Antwoord, eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

let o: Opzet
let samira: Persoon
let bas: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  samira = await o.als('zoetermeer', 'consulent', 0)
  bas = await o.als('zoetermeer', 'consulent', 1)
})
afterAll(() => o.weg())

const codes = (antwoorden: Antwoord<unknown>[]) =>
  antwoorden
    .map((a) => (a.body as Probleem).code ?? a.status)
    .map(String)
    .toSorted()
const versie = async (zaak: Zaak) => (await samira.haal<Zaak>(`/meldingen/${zaak.id}`)).body.versie

test('of two people on the same version the second hears who was first, and nothing of theirs is stored', async () => {
  const zaak = await meld(samira)
  const eerst = await samira.doe(zaak, 'notitie', { tekst: 'van Samira' })
  expect(eerst.status).toBe(200)
  const voor = await o.tel()
  const tweede = await bas.doe(zaak, 'notitie', { tekst: 'van Bas' })
  expect(tweede.body).toMatchObject({ status: 412, code: 'GEWIJZIGD_DOOR_ANDER' })
  expect((tweede.body as unknown as Probleem).detail).toContain(samira.wie.gebruiker.naam)
  expect(await o.tel()).toEqual(voor)
  expect(tweede.etag).toBe('')
  const opnieuw = await bas.haal<Zaak>(`/meldingen/${zaak.id}`)
  expect(opnieuw.etag).toBe(eerst.etag)
  expect((await bas.doe(opnieuw.body, 'notitie', { tekst: 'van Bas' })).status).toBe(200)
})

test('when both press at the same moment one lands and the other is told, twenty times', async () => {
  let zaak = await meld(samira)
  for (let keer = 0; keer < 20; keer += 1) {
    const uit = await Promise.all([
      samira.doe(zaak, 'notitie', { tekst: 'a' }),
      bas.doe(zaak, 'notitie', { tekst: 'b' }),
    ])
    expect(codes(uit)).toEqual(['200', 'GEWIJZIGD_DOOR_ANDER'])
    expect(await versie(zaak)).toBe(zaak.versie + 1)
    zaak = uit.find((a) => a.status === 200)!.body
  }
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('the same key is one event and the same answer, sent again or at the same moment', async () => {
  const zaak = await meld(samira)
  const koppen = { 'idempotency-key': sleutel() }
  const uit = await Promise.all(
    Array.from({ length: 4 }, () => samira.doe(zaak, 'notitie', { tekst: 'een keer' }, koppen)),
  )
  expect(codes(uit)).toEqual(['200', '200', '200', '200'])
  const later = await samira.doe(zaak, 'notitie', { tekst: 'een keer' }, koppen)
  for (const a of [...uit, later]) expect(a.body).toEqual(uit[0]!.body)
  expect(await versie(zaak)).toBe(zaak.versie + 1)
})

test('the same key with another text is refused and stores nothing', async () => {
  const zaak = await meld(samira)
  const koppen = { 'idempotency-key': sleutel() }
  const eerst = await samira.doe(zaak, 'notitie', { tekst: 'een' }, koppen)
  const voor = await o.tel()
  for (const poging of [
    () => samira.doe(eerst.body, 'notitie', { tekst: 'twee' }, koppen),
    () => samira.doe(eerst.body, 'regelTolk', { nodig: false }, koppen),
    () => samira.stuur<Zaak>('/meldingen', eenMelding(), koppen),
  ])
    expect((await poging()).body).toMatchObject({ status: 409, code: 'SLEUTEL_HERGEBRUIKT' })
  expect(await o.tel()).toEqual(voor)
  expect((await bas.doe(eerst.body, 'notitie', { tekst: 'eigen sleutel' }, koppen)).status).toBe(200)
})

test('a report sent twice with one key is one case', async () => {
  const koppen = { 'idempotency-key': sleutel() }
  // With its draft, as the wizard sends it.
  const concept = (await samira.stuur<Concept>('/concepten')).body
  const body = { ...eenMelding({ persoon: { achternaam: 'Dubbelklik' } }), concept: { id: concept.id, versie: 1 } }
  const uit = await Promise.all([
    samira.stuur<Zaak>('/meldingen', body, koppen),
    samira.stuur<Zaak>('/meldingen', body, koppen),
  ])
  expect(uit.map((a) => a.status)).toEqual([201, 201])
  expect(uit[0].body.id).toBe(uit[1].body.id)
  expect(await o.sql("SELECT FROM werkrij WHERE naam LIKE '%Dubbelklik'")).toHaveLength(1)
})

test('a file sent twice with one key is one file', async () => {
  const zaak = await meld(samira)
  const stuur = () =>
    samira.ruw({
      method: 'POST',
      url: `/api/v1/meldingen/${zaak.id}/documenten?naam=x.pdf`,
      headers: {
        'content-type': 'application/pdf',
        'if-match': `"${zaak.versie}"`,
        'idempotency-key': `bestand-${zaak.id}`,
      },
      payload: Buffer.from('%PDF-1.7'),
    })
  expect((await stuur()).json<Zaak>().documenten).toHaveLength(1)
  expect((await stuur()).json<Zaak>().documenten).toHaveLength(1)
  expect(await o.sql('SELECT FROM document WHERE zaak = $1', [zaak.id])).toHaveLength(1)
})

test('two placements on one place at once: one person lives there, the other is told it is taken', async () => {
  const plaatsers = [await o.als('den-haag', 'plaatser', 0), await o.als('den-haag', 'plaatser', 1)] as const
  for (let keer = 0; keer < 5; keer += 1) {
    const [plek] = await legLocatieVast(o)
    const wachtenden = [
      await plaatsing(plaatsers[0], await totToegekend(o)),
      await plaatsing(plaatsers[1], await totToegekend(o)),
    ]
    const uit = await Promise.all(wachtenden.map((w, i) => plaatsers[i]!.doe(w, 'plaats', opPlek(plek!))))
    expect(codes(uit)).toEqual(['200', 'WACHTLIJST_PLEK_BEZET'])
    expect(await o.sql('SELECT FROM bezetting WHERE plek = $1', [plek])).toHaveLength(1)
  }
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('two reports of the same new bsn at once are two cases of one person', async () => {
  const rijswijk = await o.als('rijswijk', 'consulent')
  for (const bsn of [testBsn(1), testBsn(2), testBsn(3)]) {
    const persoon = { bsn, geenBsn: false }
    const concepten = await Promise.all([samira, rijswijk].map((p) => p.stuur<Concept>('/concepten')))
    const [hier, daar] = concepten.map(({ body: { id, versie: v } }) => ({ id, versie: v }))
    const uit = await Promise.all([
      samira.stuur<Zaak>('/meldingen', { ...eenMelding({ persoon }), concept: hier }),
      rijswijk.stuur<Zaak>('/meldingen', {
        ...eenMelding({ persoon, herkomst: { gemeldBij: 'rijswijk', woonplaats: 'rijswijk' } }),
        concept: daar,
      }),
    ])
    expect(
      uit.map((a) => a.status),
      JSON.stringify(uit.map((a) => a.body)),
    ).toEqual([201, 201])
    expect(await o.sql('SELECT FROM persoon WHERE bsn = $1', [bsn])).toHaveLength(1)
    const zaken = await o.sql<{ persoon: string }>('SELECT DISTINCT persoon FROM werkrij WHERE id = ANY($1)', [
      uit.map((a) => a.body.id),
    ])
    expect(zaken).toHaveLength(1)
  }
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('thirty reports and thirty commands at once on different cases all land, each with its own number', async () => {
  const zaken = await Promise.all(Array.from({ length: 30 }, () => samira.stuur<Zaak>('/meldingen', eenMelding())))
  expect(codes(zaken)).toEqual(Array.from({ length: 30 }, () => '201'))
  expect(new Set(zaken.map((z) => z.body.nummer)).size).toBe(30)
  const uit = await Promise.all(
    zaken.map((z, i) => (i % 2 ? samira : bas).doe(z.body, 'registreer', { identiteit: 'gezien' })),
  )
  expect(codes(uit)).toEqual(Array.from({ length: 30 }, () => '200'))
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a draft that a colleague changed is not overwritten', async () => {
  const concept = (await samira.stuur<Concept>('/concepten')).body
  const zet = (wie: Persoon, tekst: string) =>
    wie.zet<Concept>(
      `/concepten/${concept.id}/stappen/nodig`,
      { gegevens: { wens: tekst }, af: false },
      { 'if-match': '"1"' },
    )
  const uit = await Promise.all([zet(samira, 'a'), zet(bas, 'b')])
  expect(codes(uit)).toEqual(['200', 'GEWIJZIGD_DOOR_ANDER'])
  const winnaar = uit[0].status === 200 ? samira : bas
  const verliezer = uit.find((a) => a.status === 412)!.body as unknown as Probleem
  expect(verliezer.detail).toContain(winnaar.wie.gebruiker.naam)
  const nu = await samira.haal<Concept>(`/concepten/${concept.id}`)
  expect(nu.body.stappen['nodig']?.gegevens).toEqual({ wens: winnaar === samira ? 'a' : 'b' })
})

test('a draft that a colleague typed in since is not sent or thrown away unseen', async () => {
  const { id } = (await samira.stuur<Concept>('/concepten')).body
  const tekst = { doelgroep: 'autisme', wens: 'Wat Bas erbij schreef.' }
  const pad = `/concepten/${id}/stappen/nodig`
  const zet = await bas.zet<Concept>(pad, { gegevens: tekst, af: false }, { 'if-match': '"1"' })
  expect(zet.body.versie).toBe(2)
  const verstuur = (v: number) => samira.stuur<Zaak>('/meldingen', { ...eenMelding(), concept: { id, versie: v } })
  for (const poging of [
    await verstuur(1),
    await samira.verwijder(`/concepten/${id}`, { 'if-match': '"1"' }),
    await samira.verwijder(`/concepten/${id}`, { 'if-match': '"3"' }),
  ]) {
    expect(poging.body).toMatchObject({ status: 412, code: 'GEWIJZIGD_DOOR_ANDER' })
    expect((poging.body as unknown as Probleem).detail).toContain(bas.wie.gebruiker.naam)
  }
  expect((await samira.verwijder(`/concepten/${id}`)).body).toMatchObject({ code: 'VERSIE_ONTBREEKT' })
  const nu = await bas.haal<Concept>(`/concepten/${id}`)
  expect(nu.body.stappen['nodig']?.gegevens).toEqual(tekst)
  expect((await verstuur(2)).status).toBe(201)
  expect((await bas.zet(pad, { gegevens: tekst, af: false }, { 'if-match': '"2"' })).status).toBe(404)
  const ander = (await samira.stuur<Concept>('/concepten')).body.id
  expect((await samira.verwijder(`/concepten/${ander}`, { 'if-match': '"1"' })).status).toBe(204)
})

test('a connection that breaks halfway leaves nothing, and the same request then lands once', async () => {
  const zaak = await meld(samira)
  const voor = await o.tel()
  const slot = await maakClient(o.eigenaarUrl)
  await slot.query('BEGIN')
  // The command writes its event and then waits here, in the middle of its transaction.
  await slot.query('SELECT FROM stroom WHERE id = $1 FOR UPDATE', [zaak.id])
  const koppen = { 'idempotency-key': sleutel() }
  const onderweg = samira.doe(zaak, 'notitie', { tekst: 'halverwege' }, koppen)
  const beheer = await maakClient(o.beheerUrl)
  let gebroken = 0
  while (!gebroken) {
    const { rowCount } = await beheer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND usename = 'regiodak_app'`,
    )
    gebroken = rowCount ?? 0
  }
  const uit = await onderweg
  expect(uit.status).toBeGreaterThanOrEqual(500)
  expect((uit.body as unknown as Probleem).code).toMatch(/STORING|DATABANK/)
  await slot.query('ROLLBACK')
  await Promise.all([slot.end(), beheer.end()])
  expect(await o.tel()).toEqual(voor)
  const opnieuw = await samira.doe(zaak, 'notitie', { tekst: 'halverwege' }, koppen)
  expect(opnieuw.status).toBe(200)
  expect(opnieuw.body.versie).toBe(zaak.versie + 1)
  expect((await o.controleer()).bevindingen).toEqual([])
})

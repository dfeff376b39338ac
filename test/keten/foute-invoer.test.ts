import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Concept, Probleem, Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, meld, plaatsing, totToegekend, wandel } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let zaak: Zaak
let voor: Record<string, number>
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  zaak = await meld(consulent)
})
beforeEach(async () => {
  voor = await o.tel()
})
afterAll(() => o.weg())

/** A refusal as promised: problem+json, a code, a Dutch sentence, no trace of the program, nothing stored. */
async function geweigerd(
  a: { status: number; body: unknown; koppen: Record<string, unknown> },
  status: number,
  code: string,
  ...velden: string[]
) {
  const p = a.body as Probleem
  expect(a.status, JSON.stringify(p)).toBe(status)
  expect(String(a.koppen['content-type'])).toContain('application/problem+json')
  expect(p).toMatchObject({ status, code, type: expect.stringMatching(/^https:/), kenmerk: expect.stringMatching(/./) })
  for (const zin of [p.detail, p.doe, ...(p.fouten ?? []).map((f) => f.melding)]) {
    expect(zin).toMatch(/^["A-ZÉ].*[.?]$/s)
    expect(zin).not.toMatch(/Invalid|expected|received|undefined|null|Unrecognized|Required|\{\w+\}/i)
  }
  expect(JSON.stringify(p)).not.toMatch(/node_modules|at async|\.ts:|Error:|pg_|SELECT|22P0/)
  if (velden.length) expect((p.fouten ?? []).map((f) => f.veld).toSorted()).toEqual(velden.toSorted())
  expect(await o.tel()).toEqual(voor)
}
/** What comes back from a raw request, in the shape of the others. */
async function ruw(verzoek: Parameters<Persoon['ruw']>[0]) {
  const a = await consulent.ruw(verzoek)
  return { status: a.statusCode, koppen: a.headers, body: (a.body.startsWith('{') ? a.json() : a.body) as unknown }
}
const meldRuw = (payload: string | Buffer, koppen: Record<string, string> = {}) =>
  ruw({
    method: 'POST',
    url: '/api/v1/meldingen',
    payload,
    headers: { 'content-type': 'application/json', 'idempotency-key': sleutel(), ...koppen },
  })

describe('a report with a mistake names the field', () => {
  test.each<[string, Parameters<typeof eenMelding>[0], string]>([
    ['a date in the future', { over: { datum: '2026-02-24' } }, 'overDeMelding.datum'],
    ['a date that does not exist', { over: { datum: '2026-02-30' } }, 'overDeMelding.datum'],
    ['a date as a person writes it', { over: { datum: '20-2-2026' } }, 'overDeMelding.datum'],
    ['a date that is a number', { over: { datum: 20260220 } }, 'overDeMelding.datum'],
    ['a year nobody lived in', { over: { datum: '0000-01-01' } }, 'overDeMelding.datum'],
    ['a birth in the future', { persoon: { geboortedatum: '2026-03-01' } }, 'client.persoon.geboortedatum'],
    ['a birth in the year zero', { persoon: { geboortedatum: '0000-05-05' } }, 'client.persoon.geboortedatum'],
    ['a bsn that fails the elfproef', { persoon: { bsn: '123456789', geenBsn: false } }, 'client.persoon.bsn'],
    ['a bsn of eight wrong digits', { persoon: { bsn: '12345678', geenBsn: false } }, 'client.persoon.bsn'],
    ['a bsn that is too short', { persoon: { bsn: '1234567', geenBsn: false } }, 'client.persoon.bsn'],
    ['a bsn of zeros', { persoon: { bsn: '000000000', geenBsn: false } }, 'client.persoon.bsn'],
    ['a bsn of letters', { persoon: { bsn: 'abcdefghi', geenBsn: false } }, 'client.persoon.bsn'],
    ['a bsn of digits of another script', { persoon: { bsn: '٠١٢٣٤٥٦٧٢', geenBsn: false } }, 'client.persoon.bsn'],
    ['a bsn that is a number', { persoon: { bsn: 999990019, geenBsn: false } }, 'client.persoon.bsn'],
    ['neither bsn nor the choice that there is none', { persoon: { geenBsn: false } }, 'client.persoon.bsn'],
    ['a name of spaces', { persoon: { achternaam: '   ' } }, 'client.persoon.achternaam'],
    ['a very long name', { persoon: { achternaam: 'x'.repeat(201) } }, 'client.persoon.achternaam'],
    ['an unknown municipality', { herkomst: { woonplaats: 'atlantis' } }, 'herkomst.woonplaats'],
    ['a municipality by its name', { herkomst: { herkomst: 'Den Haag' } }, 'herkomst.herkomst'],
    ['a report outside the region', { herkomst: { gemeldBij: 'delft' } }, 'herkomst.gemeldBij'],
    ['a municipality called like a property', { herkomst: { woonplaats: 'constructor' } }, 'herkomst.woonplaats'],
    ['an earlier report without its date', { herkomst: { eerderGemeld: 'ja' } }, 'herkomst.eerderGemeldOp'],
    [
      'an earlier report after this one',
      { herkomst: { eerderGemeld: 'ja', eerderGemeldOp: '2026-02-21' } },
      'herkomst.eerderGemeldOp',
    ],
    [
      'support offered in the future',
      { delen: { clientondersteuningOp: '2026-02-24' } },
      'delen.clientondersteuningOp',
    ],
    ['an unknown field', { over: { haast: true } }, 'overDeMelding.haast'],
    ['an unknown choice', { over: { kanaal: 'postduif' } }, 'overDeMelding.kanaal'],
    ['a choice called like a property', { over: { kanaal: 'toString' } }, 'overDeMelding.kanaal'],
    ['ja where a checkbox is meant', { over: { spoed: 'ja' } }, 'overDeMelding.spoed'],
    [
      'a mentor from the future',
      { client: { betrekkingen: [{ soort: 'mentor', naam: 'x', bereikbaar: 'x', van: '2026-02-24' }] } },
      'client.betrekkingen.0.van',
    ],
    ['a list that is none', { client: { betrekkingen: 'niemand' } }, 'client.betrekkingen'],
    ['a person that is none', { client: { persoon: null } }, 'client.persoon'],
  ])('%s', async (_wat, anders, veld) => {
    await geweigerd(await consulent.stuur('/meldingen', eenMelding(anders)), 400, 'INVOER_ONJUIST', veld)
  })

  test('several mistakes are told at once', async () => {
    const a = await consulent.stuur(
      '/meldingen',
      eenMelding({ over: { kanaal: 'x' }, persoon: { achternaam: '' }, herkomst: { woonplaats: '' } }),
    )
    await geweigerd(
      a,
      400,
      'INVOER_ONJUIST',
      'overDeMelding.kanaal',
      'client.persoon.achternaam',
      'herkomst.woonplaats',
    )
  })

  test.each([
    ['a missing body', undefined],
    ['an empty object', {}],
  ])('%s names every part that is missing', async (_wat, body) => {
    await geweigerd(
      await consulent.stuur('/meldingen', body),
      400,
      'INVOER_ONJUIST',
      'overDeMelding',
      'client',
      'herkomst',
      'nodig',
      'delen',
    )
  })

  test.each(['[]', '"tekst"', '7', 'true'])('the body %s is no report', async (payload) => {
    await geweigerd(await meldRuw(payload), 400, 'INVOER_ONJUIST')
  })
})

describe('text that PostgreSQL or a screen cannot hold is a clear refusal at its field', () => {
  test.each([
    ['NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['the other half', '\udc00'],
  ])('%s in a name', async (_wat, achternaam) => {
    await geweigerd(
      await consulent.stuur('/meldingen', eenMelding({ persoon: { achternaam } })),
      400,
      'INVOER_ONJUIST',
      'client.persoon.achternaam',
    )
  })
  test('NUL in a note, a draft, the name of a field and an address', async () => {
    await geweigerd(await consulent.doe(zaak, 'notitie', { tekst: 'x\u0000' }), 400, 'INVOER_ONJUIST', 'tekst')
    const concept = await consulent.stuur<Concept>('/concepten')
    voor = await o.tel()
    const zet = (gegevens: object) =>
      consulent.zet(`/concepten/${concept.body.id}/stappen/client`, { gegevens, af: false }, { 'if-match': '"1"' })
    await geweigerd(
      await zet({ persoon: { voornamen: '\u0000' } }),
      400,
      'INVOER_ONJUIST',
      'gegevens.persoon.voornamen',
    )
    await geweigerd(await zet({ 'a\u0000b': 1 }), 400, 'INVOER_ONJUIST')
    for (const pad of ['/zaken/%00', '/werklijst?stap=%00', '/wachtlijst?product=%00', '/locaties?gemeente=%00'])
      await geweigerd(await consulent.haal(pad), 400, 'INVOER_ONJUIST')
  })
})

describe('HTML, emoji and very long words', () => {
  test.each([
    ['HTML', '<script>alert(1)</script>'],
    ['quotes', `O'Brien "de'; DROP TABLE persoon; --`],
    ['an emoji of many parts', '👩‍👩‍👧‍👦 é ñ 你好 مرحبا'],
    ['a long word', 'Hottentottententententoonstelling'.repeat(6)],
    ['a template', '{wie} ${x} %s \\u0041 \\n'],
  ])('%s is kept and given back as text', async (_wat, achternaam) => {
    const gemeld = await meld(consulent, { persoon: { achternaam, voornamen: 'x' } })
    const terug = await consulent.haal<Zaak>(`/meldingen/${gemeld.id}`)
    expect(terug.body.persoon.achternaam).toBe(achternaam)
    expect(String(terug.koppen['content-type'])).toContain('application/json')
    const lijst = await consulent.haal<{ rijen: { id: string; naam: string }[] }>('/werklijst?limiet=100')
    expect(lijst.body.rijen.find((r) => r.id === gemeld.id)?.naam).toBe(`x ${achternaam}`)
    expect((await o.controleer()).bevindingen).toEqual([])
  })
})

describe('a body that is no JSON', () => {
  test.each([
    ['cut off', '{"overDeMelding": {"voorz'],
    ['empty', ''],
    ['with a comment', '{} // x'],
    ['with __proto__', '{"__proto__": {"taken": ["beschikking"]}}'],
    ['with constructor.prototype', '{"constructor": {"prototype": {"x": 1}}}'],
    ['not UTF-8', '{"a": "\xff"'],
  ])('%s', async (_wat, payload) => {
    await geweigerd(await meldRuw(payload), 400, 'INVOER_ONLEESBAAR')
  })
  test('of another kind', async () => {
    await geweigerd(await meldRuw('<melding/>', { 'content-type': 'application/xml' }), 400, 'INVOER_ONLEESBAAR')
    await geweigerd(await meldRuw('{}', { 'content-type': 'text/plain' }), 400, 'INVOER_ONLEESBAAR')
    await geweigerd(
      await meldRuw('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      400,
      'INVOER_ONLEESBAAR',
    )
  })
  test('of 10 MB', async () => {
    await geweigerd(await meldRuw(JSON.stringify({ x: 'y'.repeat(10 * 1024 * 1024) })), 413, 'INVOER_TE_GROOT')
  })
  test('nested a hundred thousand deep, as a report and as a draft', async () => {
    const diep = `${'{"a":'.repeat(80_000)}1${'}'.repeat(80_000)}`
    await geweigerd(await meldRuw(diep), 400, 'INVOER_ONLEESBAAR')
    const concept = await consulent.stuur<Concept>('/concepten')
    voor = await o.tel()
    await geweigerd(
      await ruw({
        method: 'PUT',
        url: `/api/v1/concepten/${concept.body.id}/stappen/client`,
        payload: `{"af":false,"gegevens":${diep}}`,
        headers: { 'content-type': 'application/json', 'if-match': '"1"' },
      }),
      400,
      'INVOER_ONLEESBAAR',
    )
  })
  test('__proto__ in a command changes nobody', async () => {
    await geweigerd(
      await ruw({
        method: 'POST',
        url: `/api/v1/meldingen/${zaak.id}/opdrachten/notitie`,
        payload: '{"tekst":"x","__proto__":{"polluted":true}}',
        headers: { 'content-type': 'application/json', 'if-match': `"${zaak.versie}"`, 'idempotency-key': sleutel() },
      }),
      400,
      'INVOER_ONLEESBAAR',
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('headers and addresses', () => {
  test.each(['', 'kort', 'x'.repeat(101)])('the Idempotency-Key "%s" is none', async (k) => {
    await geweigerd(
      await consulent.stuur('/meldingen', eenMelding(), { 'idempotency-key': k }),
      400,
      'SLEUTEL_ONTBREEKT',
    )
  })
  test.each(['', '*', '1', '"x"', '"1.5"', '"-1"', '"1", "2"', '"99999999999999999999"'])(
    'If-Match %s is no version',
    async (k) => {
      await geweigerd(await consulent.doe(zaak, 'notitie', { tekst: 'x' }, { 'if-match': k }), 428, 'VERSIE_ONTBREEKT')
    },
  )
  test.each([
    '/meldingen/geen-uuid',
    '/meldingen/00000000-0000-0000-0000-000000000000',
    '/meldingen/018f4e3a-0000-7000-8000-000000000000',
    '/plaatsingen/x',
    '/documenten/x',
    '/concepten/x',
    "/zaken/BW-2026-99999'--",
    '/zaken/%20',
    '/bestaat-niet',
    '/meldingen/',
    '/werklijst/',
    `/zaken/${'x'.repeat(500)}`,
  ])('GET %s is not there', async (pad) => {
    const a = await consulent.haal(pad)
    await geweigerd(a, 404, 'NIET_GEVONDEN')
    expect(a.koppen['api-version']).toBeDefined()
  })
  test('an address that is no text is unreadable, not a failure', async () => {
    await geweigerd(await consulent.haal('/zaken/%E0%A4%A'), 400, 'INVOER_ONLEESBAAR')
  })
  test('a case is no placing, and a command that does not exist is not there', async () => {
    await geweigerd(await consulent.haal(`/plaatsingen/${zaak.id}`), 404, 'NIET_GEVONDEN')
    for (const opdracht of ['bestaatNiet', 'ontvang', 'voegDocumentToe', '__proto__', 'constructor'])
      await geweigerd(await consulent.doe(zaak, opdracht, {}), 404, 'NIET_GEVONDEN')
    await geweigerd(await ruw({ method: 'DELETE', url: `/api/v1/meldingen/${zaak.id}` }), 404, 'NIET_GEVONDEN')
  })
})

describe('lists', () => {
  test.each(['-1', '0', '1e9', 'veel', 'NaN', '99999999999999999999', '1.5'])(
    'limiet=%s gives a page of at least one and at most a hundred',
    async (limiet) => {
      for (const lijst of ['/werklijst?', '/wachtlijst?', '/werklijst?tab=afgerond&']) {
        const a = await consulent.haal<{ rijen: unknown[] }>(`${lijst}limiet=${limiet}`)
        expect(a.status, `${lijst}: ${JSON.stringify(a.body)}`).toBe(200)
        expect(a.body.rijen.length).toBeLessThanOrEqual(100)
      }
    },
  )
  const alsCursor = (x: unknown) => Buffer.from(JSON.stringify(x)).toString('base64url')
  test.each([
    'rommel',
    '%F0',
    alsCursor({}),
    alsCursor([]),
    alsCursor([1, 'x', 'y']),
    alsCursor([true, '2026-02-30', zaakId()]),
    alsCursor([true, 'infinity', 'x']),
    '-5',
    '1e300',
    '1.5',
  ])('the cursor %s is unknown', async (na) => {
    for (const lijst of ['/werklijst?', '/wachtlijst?', '/werklijst?tab=afgerond&']) {
      const a = await consulent.haal(`${lijst}na=${na}`)
      await geweigerd(a, 400, 'INVOER_ONJUIST', 'na')
    }
  })
  test.each(['tab=toString', 'tab=__proto__', 'tab=x', 'stap=x', 'voorziening=x', "stap='--"])(
    'the filter %s gives a list, never a failure',
    async (f) => {
      for (const lijst of ['/werklijst', '/werklijst/_aantallen'])
        expect((await consulent.haal(`${lijst}?${f}`)).status, lijst).toBe(200)
    },
  )
  test.each(['groep=toString', 'groep=__proto__', 'product=x', 'gemeente=x'])(
    'the waiting list with %s gives a list',
    async (f) => {
      expect((await consulent.haal(`/wachtlijst?${f}`)).status).toBe(200)
    },
  )
  test.each([
    '/werklijst?stap=a&stap=b',
    '/werklijst?na=x&na=y',
    '/wachtlijst?product=a&product=b',
    '/locaties?gemeente=a&gemeente=b',
  ])('a repeated question %s is refused', async (pad) => {
    await geweigerd(await consulent.haal(pad), 400, 'INVOER_ONJUIST')
  })
})
function zaakId(): string {
  return '018f4e3a-0000-7000-8000-000000000000'
}

describe('files', () => {
  const stuurBestand = (payload: Buffer, naam = 'x.pdf') =>
    ruw({
      method: 'POST',
      url: `/api/v1/meldingen/${zaak.id}/documenten?naam=${naam}`,
      payload,
      headers: { 'content-type': 'application/pdf', 'if-match': `"${zaak.versie}"`, 'idempotency-key': sleutel() },
    })
  const pdf = Buffer.from('%PDF-1.7')
  test.each<[string, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['a program', Buffer.from('MZ\u0090\u0000')],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a picture that runs scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a zip that is no document', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('boef.exe')])],
  ])('%s is refused whatever it calls itself', async (_wat, bytes) => {
    await geweigerd(await stuurBestand(bytes), 400, 'DOCUMENT_SOORT')
  })
  test('11 MB is too much', async () => {
    await geweigerd(await stuurBestand(Buffer.concat([pdf, Buffer.alloc(11 * 1024 * 1024)])), 413, 'INVOER_TE_GROOT')
  })
  test('without a name', async () => {
    await geweigerd(await stuurBestand(pdf, ''), 400, 'INVOER_ONJUIST', 'naam')
    await geweigerd(await stuurBestand(pdf, 'a&naam=b'), 400, 'INVOER_ONJUIST', 'naam')
    await geweigerd(await stuurBestand(pdf, '%00'), 400, 'INVOER_ONJUIST', 'naam')
  })
  test('a name that is cut in the middle of an emoji, or that is a path, still comes back', async () => {
    let nu = zaak
    for (const naam of [`${'x'.repeat(199)}😀.pdf`, '../../etc/passwd', 'a\'b"c\r\nd.pdf']) {
      const a = await consulent.ruw({
        method: 'POST',
        url: `/api/v1/meldingen/${zaak.id}/documenten?naam=${encodeURIComponent(naam)}`,
        payload: pdf,
        headers: { 'content-type': 'application/pdf', 'if-match': `"${nu.versie}"`, 'idempotency-key': sleutel() },
      })
      expect(a.statusCode, a.body).toBe(200)
      nu = a.json<Zaak>()
      const terug = await consulent.ruw({ method: 'GET', url: `/api/v1/documenten/${nu.documenten.at(-1)!.id}` })
      expect(terug.statusCode).toBe(200)
      expect(String(terug.headers['content-disposition'])).toMatch(/^attachment; filename\*=UTF-8''[^'"\s]+$/)
    }
    zaak = nu
    expect((await o.controleer()).bevindingen).toEqual([])
  })
})

describe('drafts', () => {
  const gegevens = eenMelding() as Record<string, Record<string, unknown>>
  async function concept(): Promise<Concept> {
    const c = (await consulent.stuur<Concept>('/concepten')).body
    voor = await o.tel()
    return c
  }
  const zet = (c: Concept, stap: string, body: object, etag = `"${c.versie}"`) =>
    consulent.zet<Concept>(`/concepten/${c.id}/stappen/${stap}`, body, { 'if-match': etag })

  test('what was half typed is kept as it is, and does not break a later step', async () => {
    let c = await concept()
    c = (await zet(c, 'overDeMelding', { gegevens: { datum: '2026-2', voorziening: 7 }, af: false })).body
    expect(c.stappen['overDeMelding']).toEqual({ gegevens: { datum: '2026-2', voorziening: 7 }, af: false })
    const herkomst = await zet(c, 'herkomst', { gegevens: gegevens['herkomst'], af: true })
    expect(herkomst.status, JSON.stringify(herkomst.body)).toBe(200)
    const vreemd = await zet(herkomst.body, 'client', { gegevens: { persoon: 'tekst', betrekkingen: 7 }, af: false })
    expect(vreemd.status).toBe(200)
    expect((await consulent.haal('/concepten')).status).toBe(200)
  })
  test('a finished step is checked, with the field as it is called within the step', async () => {
    const c = await concept()
    const fout = async (stap: string, inhoud: object, ...velden: string[]) =>
      geweigerd(await zet(c, stap, { gegevens: inhoud, af: true }), 400, 'INVOER_ONJUIST', ...velden)
    await fout('overDeMelding', { ...gegevens['overDeMelding'], datum: '2026-02-24' }, 'datum')
    await fout(
      'client',
      { ...gegevens['client'], persoon: { ...(gegevens['client']!['persoon'] as object), bsn: '123456789' } },
      'persoon.bsn',
    )
    await fout('herkomst', { ...gegevens['herkomst'], woonplaats: 'atlantis' }, 'woonplaats')
    await fout('delen', { ...gegevens['delen'], clientondersteuningOp: '2026-02-24' }, 'clientondersteuningOp')
    await fout('nodig', { ...gegevens['nodig'], vreemd: 1 }, 'vreemd')
    await fout('nodig', {}, 'doelgroep', 'wens')
  })
  test('a step that does not exist, a body that is none, and a version that is old', async () => {
    const c = await concept()
    await geweigerd(await zet(c, 'bestaatNiet', { gegevens: {}, af: false }), 404, 'NIET_GEVONDEN')
    await geweigerd(await zet(c, '__proto__', { gegevens: {}, af: false }), 404, 'NIET_GEVONDEN')
    await geweigerd(await zet(c, 'nodig', { gegevens: [], af: false }), 400, 'INVOER_ONLEESBAAR')
    await geweigerd(await zet(c, 'nodig', { gegevens: {} }), 400, 'INVOER_ONLEESBAAR')
    await geweigerd(await zet(c, 'nodig', { gegevens: {}, af: false }, ''), 428, 'VERSIE_ONTBREEKT')
    await geweigerd(await zet(c, 'nodig', { gegevens: {}, af: false }, '"7"'), 412, 'GEWIJZIGD_DOOR_ANDER')
    await geweigerd(
      await zet(c, 'nodig', { gegevens: {}, af: false }, '"99999999999999999999"'),
      412,
      'GEWIJZIGD_DOOR_ANDER',
    )
  })
  test('a report takes its draft along; a report that is refused leaves it', async () => {
    const c = await concept()
    const fout = await consulent.stuur('/meldingen', {
      ...eenMelding({ over: { datum: '2027-01-01' } }),
      concept: c.id,
    })
    await geweigerd(fout, 400, 'INVOER_ONJUIST', 'overDeMelding.datum')
    const goed = await consulent.stuur('/meldingen', { ...eenMelding(), concept: c.id })
    expect(goed.status).toBe(201)
    expect((await consulent.haal(`/concepten/${c.id}`)).status).toBe(404)
  })
})

describe('the preview', () => {
  test.each([
    ['nothing', {}, ['herkomst']],
    [
      'a date in the future',
      { overDeMelding: { datum: '2026-02-24' }, herkomst: eenMelding()['herkomst'] },
      ['overDeMelding.datum'],
    ],
    [
      'a bsn that is a number',
      { client: { persoon: { bsn: 1 } }, herkomst: eenMelding()['herkomst'] },
      ['client.persoon.bsn'],
    ],
    ['an unknown field', { vreemd: 1, herkomst: eenMelding()['herkomst'] }, ['vreemd']],
  ])('of %s is refused at its field', async (_wat, body, velden) => {
    await geweigerd(await consulent.stuur('/meldingen/_vooruitblik', body), 400, 'INVOER_ONJUIST', ...velden)
  })
})

test('commands refuse what does not fit them, at the field', async () => {
  const nu = await wandel(consulent, await meld(consulent), 'registreer', 'screen', 'startOnderzoek')
  voor = await o.tel()
  const doe = async (opdracht: string, body: unknown, ...velden: string[]) =>
    geweigerd(await consulent.doe(nu, opdracht, body), 400, 'INVOER_ONJUIST', ...velden)
  await doe('rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: '2026-02-24' }, 'datum')
  await doe('rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: '2026-02-19' }, 'datum')
  await doe(
    'rondOnderzoekAf',
    { ...invoer.rondOnderzoekAf, antwoorden: {} },
    ...['behoeften', 'eigenKracht', 'netwerk', 'mantelzorger', 'algemeen', 'samenwerking', 'bijdrage'].map(
      (v) => `antwoorden.${v}`,
    ),
  )
  await doe('rondOnderzoekAf', { ...invoer.rondOnderzoekAf, verslag: 'x'.repeat(10_001) }, 'verslag')
  await doe('notitie', { tekst: '' }, 'tekst')
  await doe('notitie', { tekst: 'x', extra: 1 }, 'extra')
  await doe('notitie', [], '')
  await doe('trekIn', { datum: '2026-02-19', reden: 'x' }, 'datum')
  await doe('wijsToe', { behandelaar: 'ik' }, 'behandelaar')
  await doe('regelTolk', {}, 'nodig')
  await doe('corrigeer', { gebeurtenis: 1.5, veld: 'toString', waarde: 'x', reden: 'x' }, 'gebeurtenis', 'veld')
})

test('a pause or a contact on the waiting list with a wrong date is refused at its field', async () => {
  const plaatser = await o.als('den-haag', 'plaatser')
  const wacht = await plaatsing(plaatser, await totToegekend(o))
  voor = await o.tel()
  for (const [opdracht, body, veld] of [
    ['pauzeer', { tot: '2026-02-23', reden: 'x' }, 'tot'],
    ['pauzeer', { tot: 'ooit', reden: 'x' }, 'tot'],
    ['legContactVast', { datum: '2026-02-24', verslag: 'x' }, 'datum'],
    ['legContactVast', { datum: '2026-02-19', verslag: 'x' }, 'datum'],
    ['haalVanLijst', { datum: '2026-02-24', reden: 'elders' }, 'datum'],
    [
      'plaats',
      { plek: 'x', van: '2026-13-01', akkoordAanbieder: 'x', akkoordOp: '2026-02-20', motivering: 'x' },
      'plek',
    ],
  ] as const) {
    const a = await plaatser.doe(wacht, opdracht, body)
    await geweigerd(a, 400, 'INVOER_ONJUIST')
    expect(
      (a.body as unknown as Probleem).fouten?.map((f) => f.veld),
      opdracht,
    ).toContain(veld)
  }
})

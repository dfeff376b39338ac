import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Concept, Probleem, Zaak } from '../../src/domein/antwoorden.ts'
import { maakGeweigerd, ruwAntwoord } from './geweigerd.ts'
import { meld } from './loop.ts'
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

const geweigerd = maakGeweigerd(() => ({ o, voor }))
const ruw = (verzoek: Parameters<Persoon['ruw']>[0]) => ruwAntwoord(consulent, verzoek)

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
  test.each(['tab=toString', 'tab=__proto__', 'tab=x', 'tab=concepten'])('the tab of %s is none', async (f) => {
    for (const lijst of ['/werklijst', '/werklijst/_aantallen'])
      await geweigerd(await consulent.haal(`${lijst}?${f}`), 400, 'INVOER_ONJUIST', 'tab')
  })
  test.each(['groep=toString', 'groep=__proto__', 'groep=x'])('the group of %s is none', async (f) => {
    await geweigerd(await consulent.haal(`/wachtlijst?${f}`), 400, 'INVOER_ONJUIST', 'groep')
  })
  test.each(['tab=', 'stap=x', 'voorziening=x', "stap='--"])(
    'the filter %s gives a list, never a failure',
    async (f) => {
      for (const lijst of ['/werklijst', '/werklijst/_aantallen'])
        expect((await consulent.haal(`${lijst}?${f}`)).status, lijst).toBe(200)
    },
  )
  test.each(['groep=', 'product=x', 'gemeente=x'])('the waiting list with %s gives a list', async (f) => {
    expect((await consulent.haal(`/wachtlijst?${f}`)).status).toBe(200)
  })
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
    await geweigerd(await stuurBestand(pdf, encodeURIComponent('\u200b')), 400, 'INVOER_ONJUIST', 'naam')
    await geweigerd(await stuurBestand(pdf, encodeURIComponent('\u200b .pdf')), 400, 'INVOER_ONJUIST', 'naam')
  })
  const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const docx = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml')])
  test.each<[string, string, Buffer, string]>([
    ['virus.exe', 'a pdf', pdf, '.pdf'],
    ['page.html', 'a pdf', pdf, '.pdf'],
    ['pdf', 'a pdf', pdf, '.pdf'],
    ['brief.pdf.', 'a pdf', pdf, '.pdf'],
    ['brief.pdf\u202e.exe', 'a pdf', pdf, '.pdf'],
    ['foto.png', 'a jpg', jpg, '.jpg of .jpeg'],
    ['foto.jpg', 'a png', png, '.png'],
    ['brief.docm', 'a docx', docx, '.docx'],
  ])('the name %j of %s is refused, with the end it should have', async (naam, _wat, bytes, eind) => {
    const a = await stuurBestand(bytes, encodeURIComponent(naam))
    await geweigerd(a, 400, 'INVOER_ONJUIST', 'naam')
    expect((a.body as Probleem).fouten![0]!.melding).toContain(`eindigen op ${eind}.`)
  })
  test('a name that is cut in the middle of an emoji, or that is a path, still comes back', async () => {
    let nu = zaak
    for (const [naam, bewaard] of [
      [`${'x'.repeat(195)}😀😀.pdf`, `${'x'.repeat(195)}😀.pdf`],
      ['../../etc/passwd.pdf', '../../etc/passwd.pdf'],
      ['a\'b"c\r\nd.PDF', 'a\'b"cd.PDF'],
      ['rtl\u202egpj.pdf', 'rtlgpj.pdf'],
      ['\ufeff\u2066brief\u2069\u200e.pdf\u200f ', 'brief.pdf'],
    ] as const) {
      const a = await consulent.ruw({
        method: 'POST',
        url: `/api/v1/meldingen/${zaak.id}/documenten?naam=${encodeURIComponent(naam)}`,
        payload: pdf,
        headers: { 'content-type': 'application/pdf', 'if-match': `"${nu.versie}"`, 'idempotency-key': sleutel() },
      })
      expect(a.statusCode, a.body).toBe(200)
      nu = a.json<Zaak>()
      expect(nu.documenten.map((d) => d.naam)).toContain(bewaard)
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
      concept: { id: c.id, versie: c.versie },
    })
    await geweigerd(fout, 400, 'INVOER_ONJUIST', 'overDeMelding.datum')
    const goed = await consulent.stuur('/meldingen', { ...eenMelding(), concept: { id: c.id, versie: c.versie } })
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

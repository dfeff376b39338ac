import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Concept, Probleem, Zaak } from '../../src/domein/antwoorden.ts'
import { maakGeweigerd, ruwAntwoord } from './geweigerd.ts'
import { totAdvies, invoer, meld, plaatsing, totToegekend, wandel } from './loop.ts'
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
    ['a birth after the report', { persoon: { geboortedatum: '2026-02-21' } }, 'client.persoon.geboortedatum'],
    ['a report of the year 2200', { over: { datum: '2200-01-01' } }, 'overDeMelding.datum'],
    [
      'a stay that ends tomorrow',
      { herkomst: { eerderGewoond: 'ja', eerderGewoondTot: '2026-02-24' } },
      'herkomst.eerderGewoondTot',
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
  test.each(['\u200b', '\u200d\u200c', '\ufeff \u2060', '\u3164'])('%j is nothing filled in', async (niets) => {
    const melding = eenMelding({ persoon: { voornamen: niets, achternaam: niets } })
    const velden = ['client.persoon.achternaam', 'client.persoon.voornamen']
    await geweigerd(await consulent.stuur('/meldingen', melding), 400, 'INVOER_ONJUIST', ...velden)
    await geweigerd(await consulent.doe(zaak, 'notitie', { tekst: niets }), 400, 'INVOER_ONJUIST', 'tekst')
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

describe('a name that stands twice in a body', () => {
  const metDubbel = (body: object, van: string, naar: string): string => {
    const tekst = JSON.stringify(body)
    expect(tekst).toContain(van)
    return tekst.replace(van, naar)
  }
  test('names the field, whatever it says the second time', async () => {
    const datum = '"datum":"2026-02-20"'
    for (const tweede of [datum, '"datum":"2026-02-18"', '"d\\u0061tum":"2026-02-18"', '"datum":null'])
      await geweigerd(
        await meldRuw(metDubbel(eenMelding(), datum, `${datum},${tweede}`)),
        400,
        'INVOER_ONJUIST',
        'overDeMelding.datum',
      )
  })
  test('also in a list, in a command, in a draft and in a preview', async () => {
    const betrekkingen = [{ soort: 'mentor', naam: 'Verzonnen', bereikbaar: 'x' }]
    const inLijst = metDubbel(eenMelding({ client: { betrekkingen } }), '"naam":"Verzonnen"', '"naam":"A","naam":"B"')
    await geweigerd(await meldRuw(inLijst), 400, 'INVOER_ONJUIST', 'client.betrekkingen.0.naam')
    const concept = await consulent.stuur<Concept>('/concepten')
    voor = await o.tel()
    const kop = { 'content-type': 'application/json', 'if-match': '"1"', 'idempotency-key': sleutel() }
    for (const [method, pad, payload, veld] of [
      ['POST', `/meldingen/${zaak.id}/opdrachten/notitie`, '{"tekst":"een","tekst":"twee"}', 'tekst'],
      ['PUT', `/concepten/${concept.body.id}/stappen/client`, '{"af":false,"gegevens":{},"af":true}', 'af'],
      ['POST', '/meldingen/_vooruitblik', '{"client":{"x":1,"x":2}}', 'client.x'],
    ] as const)
      await geweigerd(await ruw({ method, url: `/api/v1${pad}`, payload, headers: kop }), 400, 'INVOER_ONJUIST', veld)
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
    await geweigerd(await meldRuw(diep.replace('1', '1,"a":2')), 400, 'INVOER_ONLEESBAAR')
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
    await geweigerd(await ruw({ method: 'DELETE', url: `/api/v1/meldingen/${zaak.id}` }), 405, 'METHODE_PAST_NIET')
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

test('what is granted begins after the report and is not over when it is decided', async () => {
  const beslisser = await o.als('den-haag', 'beslisser')
  const advies = await totAdvies(consulent, await meld(consulent))
  const nu = await wandel(beslisser, advies, 'neemAdviesOver', 'ontvangAanvraag')
  voor = await o.tel()
  for (const [anders, ...velden] of [
    [{ ingangsdatum: '2026-02-19' }, 'ingangsdatum'],
    [{ ingangsdatum: '2026-02-20', einddatum: '2026-02-20' }, 'einddatum'],
    [{ ingangsdatum: '1900-01-01', einddatum: '1900-01-02' }, 'ingangsdatum', 'einddatum'],
    [{ datum: '2026-02-23', ingangsdatum: '2026-02-20', einddatum: '2026-02-23' }, 'einddatum'],
    [{ einddatum: '9999-12-31' }, 'einddatum'],
  ] as const)
    await geweigerd(
      await beslisser.doe(nu, 'neemBesluit', { ...invoer.neemBesluit, ...anders }),
      400,
      'INVOER_ONJUIST',
      ...velden,
    )
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

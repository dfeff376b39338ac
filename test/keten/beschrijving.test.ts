import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { padnaam } from '../../src/kern/padnaam.ts'
import { processen } from '../../src/server/processen.ts'
import { meld } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

type Schema = Record<string, unknown>
type Bewerking = {
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>
}
type OpenApi = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Bewerking>>
  components: { schemas?: Record<string, Schema>; responses?: Record<string, { content: Record<string, unknown> }> }
}

let o: Opzet
let consulent: Persoon
let api: OpenApi
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  api = (await consulent.haal<OpenApi>('/openapi.json')).body
})
afterAll(() => o.weg())

const bewerkingen = () =>
  Object.entries(api.paths).flatMap(([pad, per]) => Object.entries(per).map(([methode, b]) => ({ pad, methode, b })))

describe('the description of the API', () => {
  test('is OpenAPI 3.1, for everyone to read', async () => {
    expect(api).toMatchObject({ openapi: '3.1.0', info: { title: 'Regiodak' } })
    expect((await o.app.inject('/api/v1/openapi.json')).statusCode).toBe(200)
  })

  test('names every command that people may give, and none that only follows from another', () => {
    const binnen = ['ontvang', 'voegDocumentToe', 'zetOpLijst', 'eindigVerblijf', 'herstelVerblijf']
    for (const proces of processen.filter((p) => p.soort === 'melding' || p.soort === 'plaatsing'))
      for (const opdracht of Object.keys(proces.opdrachten)) {
        const pad = `/api/v1/${proces.meervoud}/{id}/opdrachten/${padnaam(opdracht)}`
        expect(Object.hasOwn(api.paths, pad), pad).toBe(!binnen.includes(opdracht))
        if (binnen.includes(opdracht)) continue
        expect(api.paths[pad]!['post']!.requestBody?.content['application/json']?.schema, pad).toMatchObject({
          type: 'object',
        })
      }
    for (const pad of [
      '/api/v1/meldingen',
      '/api/v1/werklijst',
      '/api/v1/wachtlijst',
      '/api/v1/sessie',
      '/api/v1/concepten',
      '/api/v1/locaties',
    ])
      expect(api.paths, pad).toHaveProperty([pad])
  })

  test('gives the fields of a report, with what is chosen from', () => {
    const melding = JSON.stringify(api.paths['/api/v1/meldingen']!['post']!.requestBody)
    for (const woord of ['overDeMelding', 'voornamen', 'woonplaats', 'daklozenloket', 'persoonlijkPlan'])
      expect(melding).toContain(woord)
  })

  test('says of every route how it refuses', () => {
    for (const { pad, methode, b } of bewerkingen()) {
      const fout = b.responses['default']
      const doel = fout?.$ref ? api.components.responses?.[fout.$ref.split('/').at(-1)!] : fout
      expect(doel?.content, `${methode} ${pad}`).toHaveProperty(['application/problem+json'])
    }
    const probleem = JSON.stringify(api.components)
    for (const veld of ['code', 'detail', 'doe', 'kenmerk', 'fouten']) expect(probleem).toContain(`"${veld}"`)
  })

  test('names every status that an address answers with, whoever asks and whatever they send', async () => {
    const { id } = await meld(consulent)
    const jurist = await o.als('den-haag', 'jurist')
    const niets = '018f4e3a-0000-7000-8000-000000000000'
    const invul: [RegExp, string][] = [
      [/\{id\}/, id],
      [/\{id\}/, niets],
      [/\{id\}/, 'x'],
    ]
    const gezien = new Map<string, Set<number>>()
    for (const { pad, methode, b } of bewerkingen().filter(
      (x) => !(x.methode === 'delete' && x.pad.endsWith('/sessie')),
    ))
      for (const [wat, waarde] of pad.includes('{id}') ? invul : invul.slice(0, 1)) {
        const url = pad
          .replace(wat, waarde)
          .replace('{regio}', 'den-haag')
          .replace('{nummer}', 'x')
          .replace('{stap}', 'nodig')
        const vraag = { method: methode.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'DELETE', url }
        const koppen = { 'if-match': '"7"', 'idempotency-key': sleutel() }
        const antwoorden = [
          await o.app.inject(vraag),
          await consulent.ruw(vraag),
          await consulent.ruw({ ...vraag, headers: koppen, ...(methode !== 'get' && { payload: {} }) }),
          await jurist.ruw({ ...vraag, headers: koppen }),
          await jurist.ruw({ ...vraag, url: `${url}?op=1&op=2` }),
        ]
        for (const a of antwoorden) {
          expect(Object.keys(b.responses), `${methode} ${url}: ${a.body}`).toContain(String(a.statusCode))
          gezien.set(`${methode} ${pad}`, (gezien.get(`${methode} ${pad}`) ?? new Set()).add(a.statusCode))
        }
      }
    const alles = new Set([...gezien.values()].flatMap((s) => [...s]))
    expect(alles).toEqual(new Set([200, 201, 204, 400, 401, 403, 404, 412, 428]))
    expect(gezien.get('post /api/v1/concepten')).toEqual(new Set([201, 400, 401, 403]))
    const gelukt = (op: string, pad: string) =>
      Object.keys(api.paths[`/api/v1/${pad}`]![op]!.responses).filter((s) => s < '400')
    expect(gelukt('post', 'meldingen')).toEqual(['201'])
    expect(gelukt('delete', 'concepten/{id}')).toEqual(['204'])
    expect(gelukt('get', 'convenanten/{regio}')).toEqual(['200', '304'])
    for (const status of [400, 401, 403, 404, 409, 412, 413, 428])
      expect(api.components.responses?.[`Probleem${status}`]?.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } },
      })
  })

  test('asks for the version and the key where a command needs them', () => {
    for (const { pad, methode, b } of bewerkingen().filter(({ pad }) => pad.includes('/opdrachten/'))) {
      const koppen = (b.parameters ?? [])
        .filter((p) => p.in === 'header' && p.required)
        .map((p) => p.name.toLowerCase())
      expect(koppen, `${methode} ${pad}`).toEqual(expect.arrayContaining(['if-match', 'idempotency-key']))
      const waarvan = pad.includes('{regio}') ? 'regio' : 'id'
      expect(b.parameters, pad).toContainEqual(expect.objectContaining({ name: waarvan, in: 'path', required: true }))
    }
  })

  test('names what each list and case takes after the question mark', () => {
    const verwacht: Record<string, string[]> = {
      '/api/v1/werklijst': ['tab', 'stap', 'voorziening', 'spoed', 'limiet', 'na'],
      '/api/v1/werklijst/_aantallen': ['tab', 'stap', 'voorziening', 'spoed'],
      '/api/v1/wachtlijst': ['groep', 'product', 'gemeente', 'limiet', 'na'],
      '/api/v1/locaties': ['product', 'gemeente'],
      '/api/v1/convenanten/{regio}': ['op'],
      '/api/v1/convenanten/{regio}/vergelijking': ['van', 'met'],
      '/api/v1/meldingen/{id}': ['uitleg'],
      '/api/v1/plaatsingen/{id}': ['uitleg'],
      '/api/v1/vaststellingen/{id}': ['uitleg'],
      '/api/v1/plaatsingen/{id}/plekken': ['van'],
    }
    for (const { pad, methode, b } of bewerkingen().filter((x) => x.methode === 'get')) {
      const namen = (b.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name)
      expect(namen, `${methode} ${pad}`).toEqual(verwacht[pad] ?? [])
    }
    for (const pad of Object.keys(verwacht)) expect(api.paths, pad).toHaveProperty([pad])
  })

  test('says that a document is sent as its bytes, with its name', () => {
    const upload = api.paths['/api/v1/meldingen/{id}/documenten']!['post']!
    expect(upload.requestBody?.content).toHaveProperty(['application/octet-stream'])
    expect(upload.parameters).toContainEqual(expect.objectContaining({ name: 'naam', in: 'query', required: true }))
  })

  test('refers to nothing that is not in it, and names each operation by a path in kebab-case', () => {
    const tekst = JSON.stringify(api)
    for (const [, verwijzing] of tekst.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const doel = verwijzing!.split('/').reduce<unknown>((deel, k) => (deel as Schema | undefined)?.[k], api)
      expect(doel, verwijzing).toBeDefined()
    }
    for (const pad of Object.keys(api.paths))
      expect(pad).toMatch(/^\/(health|api\/v1)(\/([a-z0-9-]+|_[a-z-]+|\{\w+\}|openapi\.json))*$/)
  })
})

describe('every answer', () => {
  test('carries the version of the API and the headers that protect a browser', async () => {
    const zaak = await meld(consulent)
    for (const pad of [
      '/sessie',
      '/werklijst',
      `/meldingen/${zaak.id}`,
      '/openapi.json',
      '/bestaat-niet',
      '/meldingen/x',
      '/werklijst/',
      '/zaken/%E0%A4%A',
    ]) {
      const { koppen } = await consulent.haal(pad)
      expect(koppen['api-version'], pad).toMatch(/^\d+\.\d+\.\d+$/)
      expect(koppen['cache-control'], pad).toBe('no-store')
    }
    const { koppen } = await consulent.haal('/sessie')
    expect(koppen).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': expect.any(String),
      'strict-transport-security': expect.any(String),
    })
    expect(koppen['x-powered-by']).toBeUndefined()
    expect(koppen['server']).toBeUndefined()
  })

  test('leaves out the trees unless someone asks why', async () => {
    const zaak = await meld(consulent)
    const [zonder, met] = await Promise.all(['', '?uitleg=ja'].map((v) => consulent.haal(`/meldingen/${zaak.id}${v}`)))
    expect(JSON.stringify(zonder!.body)).not.toContain('"stappen":[{"wat"')
    expect(JSON.stringify(met!.body)).toContain('Goede Vrijdag')
  })

  test('of a command leaves them out as well, and is otherwise the case as it reads back', async () => {
    const stuur = async (uitleg: string) => {
      const a = await consulent.ruw({
        method: 'POST',
        url: `/api/v1/meldingen${uitleg}`,
        headers: { 'idempotency-key': sleutel() },
        payload: eenMelding(),
      })
      return a.json<Zaak>()
    }
    const [zonder, met] = [await stuur(''), await stuur('?uitleg=ja')]
    expect(JSON.stringify(zonder)).not.toContain('waarom')
    expect(zonder.eersteMelding).toEqual({ soort: 'bepaald', waarde: true })
    expect((await consulent.haal<Zaak>(`/meldingen/${zonder.id}`)).body).toEqual(zonder)
    expect((await consulent.haal<Zaak>(`/meldingen/${met.id}?uitleg=ja`)).body).toEqual(met)
  })
})

describe('signing in', () => {
  test('sets a cookie that no script reads and no other site sends', async () => {
    const lijst = await o.app.inject('/api/v1/demonstratie/gebruikers')
    const [eerste] = lijst.json<{ gebruikers: { id: string }[] }>().gebruikers
    const aan = await o.app.inject({
      method: 'POST',
      url: '/api/v1/demonstratie/aanmelden',
      payload: { gebruiker: eerste!.id },
    })
    expect(aan.statusCode).toBe(200)
    expect(aan.headers['set-cookie']).toMatch(/^rd_sessie=[\w-]{43};.*HttpOnly.*SameSite=Strict/)
    expect(aan.body).not.toContain(String(aan.headers['set-cookie']).slice(10, 53))
  })
  test('behind a proxy on this machine that ends TLS the cookie is Secure; a claim from elsewhere is not believed', async () => {
    const lijst = await o.app.inject('/api/v1/demonstratie/gebruikers')
    const [eerste] = lijst.json<{ gebruikers: { id: string }[] }>().gebruikers
    const via = async (remoteAddress: string) =>
      (
        await o.app.inject({
          method: 'POST',
          url: '/api/v1/demonstratie/aanmelden',
          remoteAddress,
          headers: { 'x-forwarded-proto': 'https' },
          payload: { gebruiker: eerste!.id },
        })
      ).headers['set-cookie']
    expect(await via('127.0.0.1')).toContain('; Secure')
    expect(await via('203.0.113.7')).not.toContain('Secure')
  })
  test.each([{}, { gebruiker: 'ik' }, { gebruiker: '00000000-0000-7000-8000-000000000000' }, null])(
    'as %j is refused',
    async (body) => {
      const a = await o.app.inject({ method: 'POST', url: '/api/v1/demonstratie/aanmelden', payload: body as object })
      expect([400, 404]).toContain(a.statusCode)
      expect(a.headers['set-cookie']).toBeUndefined()
    },
  )
  test('the demonstration routes are absent, not merely hidden, where there is no demonstration', async () => {
    const zonder = await opzet('2026-02-23', { demonstratie: false })
    try {
      for (const [method, url] of [
        ['GET', '/api/v1/demonstratie/gebruikers'],
        ['POST', '/api/v1/demonstratie/aanmelden'],
      ] as const)
        expect(
          (await zonder.app.inject({ method, url, ...(method === 'POST' && { payload: {} }) })).json(),
        ).toMatchObject({ status: 404, code: 'NIET_GEVONDEN' })
      const beschreven = (await zonder.app.inject('/api/v1/openapi.json')).json<OpenApi>()
      expect(Object.keys(beschreven.paths).filter((p) => p.includes('demonstratie'))).toEqual([])
    } finally {
      await zonder.weg()
    }
  })
  test('health answers without signing in, and tells what is not ready', async () => {
    expect((await o.app.inject('/health/live')).statusCode).toBe(200)
    expect((await o.app.inject('/health/ready')).json()).toMatchObject({
      status: 'ok',
      databank: true,
      tabellen: true,
      convenanten: true,
    })
  })
  test('health is not ready on tables of another version, nor without agreements for a region', async () => {
    const toestand = async (oz: Opzet) => {
      const a = await oz.app.inject('/health/ready')
      return { code: a.statusCode, ...a.json<object>() }
    }
    const anders = await opzet('2026-02-23')
    try {
      await anders.sql(`UPDATE migratie SET sha256 = 'anders' WHERE naam = (SELECT min(naam) FROM migratie)`)
      expect(await toestand(anders)).toMatchObject({ code: 503, databank: true, tabellen: false, convenanten: true })
      const { convenanten } = anders.omg.afspraken('den-haag').afspraken
      ;(convenanten as unknown[]).length = 0
      anders.zetDag('2026-02-24')
      expect(await toestand(anders)).toMatchObject({ code: 503, databank: true, convenanten: false })
    } finally {
      await anders.weg()
    }
  })
})

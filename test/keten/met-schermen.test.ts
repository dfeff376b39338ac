/** The API beside the screens: every other address is a page, and that changes nothing for who calls the API. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maakApp } from '../../src/server/app.ts'
import { maakSessies } from '../../src/server/sessies.ts'
import { type Opzet, opzet } from './opzet.ts'

let o: Opzet
let map: string
const apps: Record<string, FastifyInstance> = {}
beforeAll(async () => {
  o = await opzet('2026-02-23')
  map = mkdtempSync(join(tmpdir(), 'regiodak-schermen-'))
  writeFileSync(join(map, 'index.html'), '<h1>Regiodak</h1>')
  const sessies = maakSessies(o.omg.pool, o.omg.klok)
  apps['with screens'] = await maakApp({ ...o.omg, sessies, demonstratie: true, zaaien: () => null, schermen: map })
  apps['without screens'] = o.app
})
afterAll(async () => {
  await apps['with screens']?.close()
  rmSync(map, { recursive: true })
  await o.weg()
})

const ID = '018f4e3a-0000-7000-8000-000000000000'
test.each(['with screens', 'without screens'])(
  '%s a method that an address does not know is told, with those it knows',
  async (hoe) => {
    const vragen: [methode: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH', pad: string, wel: string][] = [
      ['GET', '/meldingen', 'POST'],
      ['DELETE', '/meldingen', 'POST'],
      ['PUT', '/werklijst?tab=mij', 'GET, HEAD'],
      ['POST', `/concepten/${ID}`, 'DELETE, GET, HEAD'],
      ['PATCH', `/meldingen/${ID}`, 'GET, HEAD'],
      ['GET', `/meldingen/${ID}/opdrachten/notitie`, 'POST'],
    ]
    for (const [method, pad, wel] of vragen) {
      const a = await apps[hoe]!.inject({ method, url: `/api/v1${pad}` })
      expect([a.statusCode, a.headers.allow, a.json<{ code: string }>().code], `${method} ${pad}`).toEqual([
        405,
        wel,
        'METHODE_PAST_NIET',
      ])
      expect(a.headers['content-type']).toContain('application/problem+json')
    }
    for (const [method, pad] of [
      ['GET', '/bestaat-niet'],
      ['POST', '/bestaat-niet'],
      ['GET', `/meldingen/${ID}/opdrachten/bestaat-niet`],
      ['POST', `/meldingen/${ID}/bestaat-niet`],
    ] as const) {
      const a = await apps[hoe]!.inject({ method, url: `/api/v1${pad}` })
      expect([a.statusCode, a.headers.allow], `${method} ${pad}`).toEqual([404, undefined])
    }
  },
)

test('the screens are served, and are no part of the description of the API', async () => {
  const { body } = await apps['with screens']!.inject('/werklijst')
  expect(body).toContain('<h1>Regiodak</h1>')
  const [met, zonder] = await Promise.all(
    Object.values(apps).map(async (app) => (await app.inject('/api/v1/openapi.json')).json<object>()),
  )
  expect(met).toEqual(zonder)
})

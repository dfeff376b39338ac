/** The files of the screens travel compressed to who can unpack them; what the API answers never does. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { maakApp } from '../../src/server/app.ts'
import { zorgVoorSchermen } from '../../src/server/schermen.ts'
import { maakSessies } from '../../src/server/sessies.ts'
import { type Opzet, opzet } from './opzet.ts'

let o: Opzet
let app: FastifyInstance
let map: string
beforeAll(async () => {
  o = await opzet('2026-02-23')
  map = await zorgVoorSchermen(programmamap, () => undefined)
  const sessies = maakSessies(o.omg.pool, o.omg.klok)
  app = await maakApp({ ...o.omg, sessies, demonstratie: true, zaaien: () => null, schermen: map })
})
afterAll(async () => {
  await app.close()
  await o.weg()
})

const haal = async (url: string, encoding?: string, method: 'GET' | 'HEAD' = 'GET') => {
  const a = await app.inject({ method, url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })
  return { status: a.statusCode, koppen: a.headers, bytes: a.rawPayload }
}
const assets = (einde: string) => readdirSync(join(map, 'assets')).filter((naam) => naam.endsWith(einde))
const TYPEN: readonly [einde: string, type: string][] = [
  ['.js', 'application/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
]
const UITPAKKEN = { br: brotliDecompressSync, gzip: gunzipSync }

test('a script or style is smaller for who unpacks it, and the same bytes; for others it is the file', async () => {
  let [plat, klein] = [0, 0]
  for (const [einde, type] of TYPEN)
    for (const naam of assets(einde)) {
      const bestand = readFileSync(join(map, 'assets', naam))
      const gewoon = await haal(`/assets/${naam}`)
      expect(gewoon.bytes.equals(bestand), naam).toBe(true)
      expect(gewoon.koppen).toMatchObject({ 'content-type': type, vary: 'Accept-Encoding' })
      expect(gewoon.koppen['content-encoding']).toBeUndefined()
      // Not worth it below one network packet.
      if (bestand.length < 1500) continue
      for (const [wat, pakUit] of Object.entries(UITPAKKEN)) {
        const a = await haal(`/assets/${naam}`, wat)
        expect(a.koppen, naam).toMatchObject({
          'content-encoding': wat,
          'content-type': type,
          'content-length': String(a.bytes.length),
          'cache-control': gewoon.koppen['cache-control'],
          vary: 'Accept-Encoding',
        })
        expect(a.koppen['etag']).not.toBe(gewoon.koppen['etag'])
        expect(pakUit(a.bytes).equals(bestand), naam).toBe(true)
        if (wat === 'br') [plat, klein] = [plat + bestand.length, klein + a.bytes.length]
      }
    }
  // What the screens weigh: at most four tenths of what they were.
  expect(klein / plat).toBeLessThan(0.4)
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', undefined],
  ['deflate', undefined],
  ['zstd', undefined],
  ['', undefined],
  ['br;q=0, gzip;q=0', undefined],
])('asked for "%s" a script comes as %s', async (gevraagd, verwacht) => {
  const naam = assets('.js').find((n) => n.startsWith('app-'))!
  const a = await haal(`/assets/${naam}`, gevraagd)
  expect(a.status).toBe(200)
  expect(a.koppen['content-encoding']).toBe(verwacht)
})

test('the page itself comes compressed at every address of a screen, and is never kept', async () => {
  const pagina = readFileSync(join(map, 'index.html'))
  for (const url of ['/', '/werklijst', '/convenant/den-haag?op=2026-02-20']) {
    const a = await haal(url, 'br')
    expect(a.koppen).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/html; charset=utf-8' })
    expect(a.koppen['cache-control'] ?? '').not.toMatch(/immutable|max-age=[1-9]/)
    expect(brotliDecompressSync(a.bytes).equals(pagina)).toBe(true)
  }
})

test('a font has no smaller form and comes as it is', async () => {
  const [naam] = assets('.woff2')
  const a = await haal(`/assets/${naam}`, 'br, gzip')
  expect(a.koppen['content-encoding']).toBeUndefined()
  expect(a.koppen['content-type']).toBe('font/woff2')
  expect(a.bytes.equals(readFileSync(join(map, 'assets', naam!)))).toBe(true)
})

test('the compressed forms have no address of their own', async () => {
  for (const einde of ['.js.br', '.js.gz', '.css.br'])
    expect((await haal(`/assets/${assets(einde)[0]}`)).status).toBe(404)
  // A screen, not the file.
  expect((await haal('/index.html.br')).koppen['content-type']).toBe('text/html; charset=utf-8')
})

test('HEAD tells the same, and a copy that is still good is not sent again', async () => {
  const naam = assets('.css')[0]!
  const hoofd = await haal(`/assets/${naam}`, 'br', 'HEAD')
  expect(hoofd.koppen['content-encoding']).toBe('br')
  expect(hoofd.bytes).toHaveLength(0)
  const weer = await app.inject({
    url: `/assets/${naam}`,
    headers: { 'accept-encoding': 'br', 'if-none-match': String(hoofd.koppen['etag']) },
  })
  expect(weer.statusCode).toBe(304)
})

test('an answer of the API is never compressed: it holds what was sent beside what is secret', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const a = await consulent.ruw({
    method: 'GET',
    url: '/api/v1/convenanten/den-haag',
    headers: { 'accept-encoding': 'br, gzip' },
  })
  expect(a.headers['content-encoding']).toBeUndefined()
  for (const url of ['/api/v1/openapi.json', '/health/ready'])
    expect((await haal(url, 'br, gzip')).koppen['content-encoding']).toBeUndefined()
})

/** The covenant as a page over HTTP (ux 2.14): for everyone, of every region with a file, on any day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Convenantbeeld, Vergelijkingbeeld } from '../../src/domein/bestuur/convenant.schema.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
})
afterAll(() => o.weg())

const lees = async (pad = 'den-haag') => (await consulent.haal<Convenantbeeld>(`/convenanten/${pad}`)).body
const bepalingen = (c: Convenantbeeld) => c.artikelen.flatMap((a) => a.bepalingen)

test.each(['den-haag', 'assen?op=2024-06-01', 'ijssel-vecht?op=2023-06-01', 'midden-holland'])(
  '%s: every lid has an anchor of its own, and a rule, a reading, a part or a reason why there is none',
  async (pad) => {
    const beeld = await lees(pad)
    const ankers = bepalingen(beeld).map((b) => b.anker)
    expect(new Set(ankers).size).toBe(ankers.length)
    expect(ankers.every((a) => /^artikel-[a-z0-9-]+$/.test(a))).toBe(true)
    const leeg = bepalingen(beeld).filter(
      (b) =>
        !b.regels.length &&
        !b.uitleg.length &&
        !b.letOp.length &&
        !b.geenRegel.length &&
        !bepalingen(beeld).some((d) => d.onderdeel && d.artikel === b.artikel && d.lid === b.lid),
    )
    expect(leeg.map((b) => b.anker)).toEqual([])
    // Whatever points into the page points at a place that is there.
    const doelen = [beeld.plichten, beeld.kalender, beeld.letOp].flat().map((x) => x.anker)
    expect(doelen.filter((a) => !ankers.includes(a))).toEqual([])
    expect(beeld.plichten.length).toBeGreaterThan(0)
  },
)

test('Den Haag shows its term, its extension with who decided, and the contradiction of article 3 with both rules', async () => {
  const beeld = await lees()
  expect(beeld).toMatchObject({
    kort: 'Convenant Den Haag 2025',
    geldt: true,
    versie: 0,
    looptijd: { soort: 'bepaald', waarde: { totEnMet: '2026-12-31' } },
    besluiten: [{ soort: 'verlenging', door: 'het bestuurlijk overleg', fictief: true, vastgelegd: null }],
  })
  const dubbel = beeld.letOp.find((l) => l.code === 'RULE-OVERLAP' && l.uitleg?.id === 'herhaalde-melding')!
  expect(dubbel.lezingen.map((l) => l.regel)).toEqual(
    expect.arrayContaining(['melding-bij-woongemeente', 'toegang-bij-centrumgemeente']),
  )
  expect(dubbel.uitleg).toMatchObject({
    vastgesteld: null,
    voorrang: 'toegang-bij-centrumgemeente',
    voorrangKeuzes: [{ regel: 'melding-bij-woongemeente' }, { regel: 'toegang-bij-centrumgemeente' }],
  })
})

test('the calendar holds the twelve months from the day asked, in order', async () => {
  const { kalender } = await lees()
  const dagen = kalender.flatMap((k) => (k.datum === null ? [] : [k.datum]))
  expect(dagen.length).toBeGreaterThan(0)
  expect(dagen).toEqual(dagen.toSorted((a, b) => (a < b ? -1 : 1)))
  for (const { datum, van } of kalender) {
    if (datum !== null) expect(datum >= '2026-02-23' && (van ?? datum) < '2027-02-23').toBe(true)
  }
})

test('mandates: what the covenant arranges, and those recorded with the day of consent', async () => {
  const { mandaten } = await lees()
  expect(mandaten.filter((m) => m.herkomst === 'convenant').length).toBeGreaterThan(0)
  const vast = mandaten.filter((m) => m.herkomst === 'vastgelegd')
  expect(vast).toHaveLength(4)
  expect(vast[0]).toMatchObject({ aan: [{ slug: 'den-haag' }], instemmingOp: '2024-12-17', fictief: true })
})

test('a reading that can be applied in another way names the ways', async () => {
  const beeld = await lees('ijssel-vecht?op=2023-06-01')
  const wegen = bepalingen(beeld).flatMap((b) => b.uitleg.flatMap((u) => u.wegen))
  expect(wegen).toContainEqual({
    vraag: 'grondslag',
    gekozen: 'uitgebrachte-stemmen',
    keuzes: ['uitgebrachte-stemmen', 'alle-stemmen'],
  })
})

test('before the first version there is nothing in force, and the page says so', async () => {
  expect(await lees('den-haag?op=2020-01-01')).toMatchObject({ geldt: false, kalender: [], ingang: '2025-01-01' })
})

test('who has the page already gets it again only when it changed', async () => {
  const { etag } = await consulent.haal('/convenanten/den-haag')
  const nogEens = (als: string) =>
    consulent.ruw({ method: 'GET', url: '/api/v1/convenanten/den-haag', headers: { 'if-none-match': als } })
  expect((await nogEens(etag)).statusCode).toBe(304)
  expect((await nogEens('"0-anders"')).statusCode).toBe(200)
  // Another day, and for whoever may record: another page.
  expect((await consulent.haal('/convenanten/den-haag?op=2026-02-22')).etag).not.toBe(etag)
  expect((await (await o.als('den-haag', 'jurist')).haal('/convenanten/den-haag')).etag).not.toBe(etag)
})

test('versions are compared by their first days', async () => {
  const haal = (vraag: string) =>
    consulent.haal<Vergelijkingbeeld & { fouten: { veld: string }[] }>(`/convenanten/den-haag/vergelijking${vraag}`)
  const { status, body } = await haal('?van=2025-01-01&met=2025-01-01')
  expect({ status, artikelen: body.artikelen, uitkomsten: body.uitkomsten }).toEqual({
    status: 200,
    artikelen: [],
    uitkomsten: [],
  })
  expect(body.gevallen).toBeGreaterThan(100)
  expect((await haal('?van=2025-01-01')).body.fouten.map((f) => f.veld)).toEqual(['met'])
  expect((await haal('?van=gisteren&met=2025-01-01')).body.fouten.map((f) => f.veld)).toEqual(['van'])
})

test('nobody reads it without signing in, and a day that does not exist is refused', async () => {
  expect((await o.app.inject('/api/v1/convenanten/den-haag')).statusCode).toBe(401)
  expect((await consulent.haal('/convenanten/den-haag?op=2026-02-30')).status).toBe(400)
})

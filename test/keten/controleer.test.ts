import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { uuid7 } from '../../src/opslag/uuid7.ts'
import { meld, stap, totToegekend } from './loop.ts'
import { type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

let o: Opzet
let consulent: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
})
afterAll(() => o.weg())

/** A case with a note and a file, untouched: nothing is found on it. */
async function gaveZaak(): Promise<Zaak> {
  const zaak = await stap(consulent, await meld(consulent), 'notitie', { tekst: 'Een notitie.' })
  const a = await consulent.ruw({
    method: 'POST',
    url: `/api/v1/meldingen/${zaak.id}/documenten?naam=brief.pdf`,
    headers: { 'content-type': 'application/pdf', 'if-match': `"${zaak.versie}"`, 'idempotency-key': sleutel() },
    payload: Buffer.from('%PDF-1.7 brief'),
  })
  expect(a.statusCode, a.body).toBe(200)
  expect(await bevindingen(zaak.id)).toEqual([])
  return a.json<Zaak>()
}
const bevindingen = async (stroom: string): Promise<string[]> =>
  (await o.controleer()).bevindingen.filter((b) => b.stroom === stroom).map((b) => b.wat)

describe('a change behind the back of the program is found and named', () => {
  test.each<[string, string, RegExp]>([
    ['a step on the work list', "UPDATE werkrij SET stap = 'toegekend' WHERE id = $1", /^werkrij/],
    ['a name on the work list', "UPDATE werkrij SET naam = 'Iemand anders' WHERE id = $1", /^werkrij/],
    ['a term on the work list', "UPDATE werkrij SET termijn = '2027-01-01' WHERE id = $1", /^werkrij/],
    ['a row gone from the work list', 'DELETE FROM werkrij WHERE id = $1', /^werkrij: ontbreekt/],
    ['a file row gone', 'DELETE FROM document WHERE zaak = $1', /^document: ontbreekt/],
    ['access taken away', 'DELETE FROM zaak_toegang WHERE via = $1', /^zaak_toegang: ontbreekt/],
    ['access made longer', "UPDATE zaak_toegang SET tot = '2099-01-01' WHERE via = $1", /^zaak_toegang/],
    ['a folded state', `UPDATE stroom SET stand = jsonb_set(stand, '{spoed}', 'true') WHERE id = $1`, /^de stand/],
    ['a head that is one behind', 'UPDATE stroom SET nummer = nummer - 1 WHERE id = $1', /^de kop/],
    [
      'a fact',
      `UPDATE gebeurtenis SET feiten = replace(feiten::text, '2026-02-20', '2026-02-19')::json WHERE stroom = $1 AND nummer = 1`,
      /^de keten klopt niet bij gebeurtenis 1/,
    ],
    [
      'a fact with only its spaces changed',
      `UPDATE gebeurtenis SET feiten = (feiten::text || ' ')::json WHERE stroom = $1 AND nummer = 1`,
      /^de keten/,
    ],
    [
      'who did it',
      'UPDATE gebeurtenis SET wie = gen_random_uuid() WHERE stroom = $1 AND nummer = 2',
      /^de keten klopt niet bij gebeurtenis 2/,
    ],
    [
      'when it was recorded',
      "UPDATE gebeurtenis SET opgenomen = opgenomen - interval '1 ms' WHERE stroom = $1 AND nummer = 2",
      /^de keten/,
    ],
    ['an event gone from the middle', 'DELETE FROM gebeurtenis WHERE stroom = $1 AND nummer = 2', /^de keten/],
    [
      'the last event gone',
      'DELETE FROM gebeurtenis WHERE stroom = $1 AND nummer = (SELECT max(nummer) FROM gebeurtenis WHERE stroom = $1)',
      /^de kop|^de stand/,
    ],
    [
      'two hashes swapped',
      `UPDATE gebeurtenis a SET hash = b.hash FROM gebeurtenis b WHERE a.stroom = $1 AND b.stroom = $1 AND a.nummer + b.nummer = 3`,
      /^de keten/,
    ],
    [
      'a text',
      `UPDATE inhoud SET json = replace(json::text, 'Een notitie.', 'Twee notities.')::json WHERE zaak = $1 AND soort = 'genoteerd'`,
      /^de inhoud van gebeurtenis 3 is veranderd/,
    ],
    [
      'a reason',
      `UPDATE inhoud SET bomen = set_byte(bomen, 9, 1) WHERE zaak = $1 AND soort = 'meldingOntvangen'`,
      /^de inhoud van gebeurtenis 1 is veranderd/,
    ],
    ['the salt of a text', `UPDATE inhoud SET zout = 'x' WHERE zaak = $1 AND soort = 'genoteerd'`, /^de inhoud/],
    [
      'a text gone without a reason',
      `DELETE FROM inhoud WHERE zaak = $1 AND soort = 'genoteerd'`,
      /^de inhoud van gebeurtenis 3 ontbreekt/,
    ],
    [
      'the bytes of a file',
      `UPDATE document_inhoud SET bytes = 'x' WHERE document IN (SELECT id FROM document WHERE zaak = $1)`,
      /^document .* is niet het document/,
    ],
    [
      'the bytes of a file gone',
      'DELETE FROM document_inhoud WHERE document IN (SELECT id FROM document WHERE zaak = $1)',
      /^document/,
    ],
    ['a whole stream gone', 'DELETE FROM stroom WHERE id = $1', /zonder stroom/],
  ])('%s', async (_wat, sql, verwacht) => {
    const zaak = await gaveZaak()
    await o.kraak(sql, [zaak.id])
    expect((await bevindingen(zaak.id)).join('\n')).toMatch(new RegExp(verwacht.source, 'm'))
  })

  test('a person who was given another name', async () => {
    const zaak = await gaveZaak()
    const [rij] = await o.sql<{ persoon: string }>('SELECT persoon FROM werkrij WHERE id = $1', [zaak.id])
    await o.kraak("UPDATE persoon SET achternaam = 'Verwisseld' WHERE id = $1", [rij!.persoon])
    expect((await bevindingen(rij!.persoon)).join()).toMatch(/^persoon/)
  })

  test.each([
    ['through a case that does not exist', () => uuid7()],
    ['through the case itself', null],
  ])('access that nobody gave, %s', async (_wat, verzonnen) => {
    const zaak = await gaveZaak()
    const via = verzonnen?.() ?? zaak.id
    await o.kraak(
      `INSERT INTO zaak_toegang (regio, zaak, organisatie, via, niveau, grond, van)
       SELECT s.regio, s.id, g.id, $2, 'lezen', 'x', '2026-01-01' FROM stroom s, organisatie g WHERE s.id = $1 AND g.slug = 'rijswijk'`,
      [zaak.id, via],
    )
    expect((await bevindingen(via)).join()).toMatch(/^zaak_toegang: hoort er niet/)
  })

  test('a row of a case that never was', async () => {
    const id = uuid7()
    await o.kraak(
      `INSERT INTO werkrij SELECT (jsonb_populate_record(w, jsonb_build_object('id', $1::text))).* FROM werkrij w LIMIT 1`,
      [id],
    )
    expect((await bevindingen(id)).join()).toMatch(/^werkrij: hoort er niet/)
  })
})

describe('content that was lawfully erased is a valid answer', () => {
  const WIS = `WITH weg AS (DELETE FROM inhoud WHERE zaak = $1 AND soort = $2 RETURNING regio, id)
    INSERT INTO gewist (regio, inhoud, op, grond) SELECT regio, id, '2026-02-23', 'bewaartermijn' FROM weg`

  test('a note whose text is gone leaves its line on the timeline', async () => {
    const zaak = await gaveZaak()
    await o.sql(WIS, [zaak.id, 'genoteerd'])
    expect(await bevindingen(zaak.id)).toEqual([])
    const na = await consulent.haal<Zaak>(`/meldingen/${zaak.id}`)
    expect(na.body.tijdlijn.find((r) => r.soort === 'genoteerd')).toMatchObject({ zin: 'Notitie', details: [] })
  })

  test('a file is erased with its name, and the case still opens', async () => {
    const zaak = await gaveZaak()
    await o.sql('DELETE FROM document_inhoud WHERE document IN (SELECT id FROM document WHERE zaak = $1)', [zaak.id])
    await o.sql('DELETE FROM document WHERE zaak = $1', [zaak.id])
    await o.sql(WIS, [zaak.id, 'documentToegevoegd'])
    expect(await bevindingen(zaak.id)).toEqual([])
    expect((await consulent.haal<Zaak>(`/meldingen/${zaak.id}`)).body.documenten).toEqual([])
  })

  test('a person who is erased leaves a case without a name, that opens and can be checked', async () => {
    const zaak = await totToegekend(o, { persoon: { voornamen: 'Teun', achternaam: 'Uitgewist' } })
    const [rij] = await o.sql<{ persoon: string; regio: string }>('SELECT persoon, regio FROM werkrij WHERE id = $1', [
      zaak.id,
    ])
    const wachtrij = zaak.plaatsing!.id
    for (const [stroom, soort] of [
      [zaak.id, 'meldingOntvangen'],
      [rij!.persoon, 'persoonVastgelegd'],
      [wachtrij, 'opWachtlijst'],
    ])
      await o.sql(WIS, [stroom, soort])
    await o.sql('DELETE FROM persoon WHERE id = $1', [rij!.persoon])
    await o.sql("UPDATE werkrij SET naam = 'Gewist' WHERE id IN ($1, $2)", [zaak.id, wachtrij])
    await o.sql("UPDATE wachtrij SET naam = 'Gewist' WHERE id = $1", [wachtrij])
    for (const stroom of [zaak.id, rij!.persoon, wachtrij]) expect(await bevindingen(stroom)).toEqual([])
    const na = await consulent.haal<Zaak>(`/meldingen/${zaak.id}?uitleg=ja`)
    expect(na.status, JSON.stringify(na.body)).toBe(200)
    expect(na.body.persoon.naam).toBe('Gewist')
    expect(JSON.stringify(na.body)).not.toContain('Uitgewist')
  })
})

import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { uuid7 } from '../../src/opslag/uuid7.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { meld, totToegekend } from './loop.ts'
import { type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

let o: Opzet
let rijswijk: Persoon
let zaak: Zaak
let persoon: string
let client: Client
beforeAll(async () => {
  o = await opzet('2026-02-23')
  rijswijk = await o.als('rijswijk', 'consulent')
  const zoetermeer = await o.als('zoetermeer', 'consulent')
  zaak = await meld(zoetermeer, {
    persoon: { bsn: '999990019', geenBsn: false },
    client: { betrekkingen: [{ soort: 'mentor', naam: 'Verzonnen', bereikbaar: 'x' }] },
  })
  await zoetermeer.ruw({
    method: 'POST',
    url: `/api/v1/meldingen/${zaak.id}/documenten?naam=x.pdf`,
    headers: { 'content-type': 'application/pdf', 'if-match': `"${zaak.versie}"`, 'idempotency-key': sleutel() },
    payload: Buffer.from('%PDF-1.7'),
  })
  await zoetermeer.stuur('/concepten')
  await totToegekend(o)
  persoon = (await o.sql<{ persoon: string }>('SELECT persoon FROM werkrij WHERE id = $1', [zaak.id]))[0]!.persoon
  client = await maakClient(o.appUrl)
})
afterAll(async () => {
  await client.end()
  await o.weg()
})

/** One statement as Rijswijk, in a transaction that is always undone. Answers rows or the SQLSTATE. */
async function als(
  wie: Persoon | null,
  sql: string,
  waarden: unknown[] = [],
  eerst = 'SELECT 1',
): Promise<{ rijen: number } | { code: string }> {
  await client.query('BEGIN')
  try {
    await client.query('SET LOCAL ROLE rd_gemeente')
    if (wie)
      await client.query(
        `SELECT set_config('rd.regio', $1, true), set_config('rd.organisatie', $2, true), set_config('rd.gebruiker', $3, true), set_config('rd.vandaag', '2026-02-23', true)`,
        [wie.wie.regio.id, wie.wie.organisatie.id, wie.wie.gebruiker.id],
      )
    await client.query(eerst)
    return { rijen: (await client.query(sql, waarden)).rowCount ?? 0 }
  } catch (fout) {
    return { code: String((fout as { code?: string }).code) }
  } finally {
    await client.query('ROLLBACK')
  }
}
const GEWEIGERD = '42501'
const ZONDER_ZAKEN = "SELECT set_config('rd.zonder_zaken', 'ja', true)"

/** Every table with rows of clients, read from the database itself: a new one joins the test by itself. */
const KLANTTABELLEN = [
  'stroom',
  'gebeurtenis',
  'inhoud',
  'persoon',
  'verblijf',
  'betrekking',
  'werkrij',
  'wachtrij',
  'document',
  'document_inhoud',
  'zaak_toegang',
  'concept',
  'sleutel',
  'leeslog',
  'huishouden',
  'gewist',
  'bezetting',
  'boeking',
  'boekingsregel',
  'zegel',
]

test('every table that leads with the region is in this test or holds no clients', async () => {
  const rijen = await o.sql<{ tabel: string }>(
    `SELECT c.relname AS tabel FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'regio' AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  )
  const zonderKlanten = [
    'deelname',
    'aanstelling',
    'mandaat',
    'convenant_versie',
    'demonstratie',
    'locatie',
    'plek',
  ].concat([
    // What a region decides about its covenant names no client.
    'regiobesluit',
    'plichtbewijs',
    'vaststelling',
  ])
  expect(
    rijen
      .map((r) => r.tabel)
      .filter((t) => !zonderKlanten.includes(t))
      .toSorted(),
  ).toEqual(KLANTTABELLEN.toSorted())
})

test('every table of clients has row-level security switched on', async () => {
  const rijen = await o.sql<{ relname: string }>(
    'SELECT relname FROM pg_class WHERE relname = ANY($1) AND NOT relrowsecurity',
    [KLANTTABELLEN],
  )
  expect(rijen).toEqual([])
})

describe('as the application signed in for Rijswijk', () => {
  test.each(KLANTTABELLEN)('%s shows no row of Zoetermeer', async (tabel) => {
    const uit = await als(rijswijk, `SELECT * FROM ${tabel}`)
    expect('code' in uit ? uit.code : uit.rijen).toSatisfy((x) => x === 0 || x === GEWEIGERD)
  })
  test.each(KLANTTABELLEN)('%s without settings shows no row at all', async (tabel) => {
    const uit = await als(null, `SELECT * FROM ${tabel}`)
    expect('code' in uit ? uit.code : uit.rijen).toSatisfy((x) => x === 0 || x === GEWEIGERD)
  })
  test('the same question as Zoetermeer does show rows, so the test above can fail', async () => {
    const zoetermeer = await o.als('zoetermeer', 'consulent')
    for (const tabel of [
      'stroom',
      'gebeurtenis',
      'inhoud',
      'persoon',
      'werkrij',
      'wachtrij',
      'document',
      'document_inhoud',
      'concept',
    ])
      expect(await als(zoetermeer, `SELECT * FROM ${tabel}`), tabel).toSatisfy(
        (u: { rijen?: number }) => (u.rijen ?? 0) > 0,
      )
  })

  const toegang = (doel: () => string): [string, unknown[]] => [
    'SELECT rd_geef_toegang(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[$3::uuid], ARRAY[$4], ARRAY[$5], ARRAY[$6::date], ARRAY[NULL::date])',
    [doel(), rijswijk.wie.organisatie.id, uuid7(), 'behandelen', 'zelf gepakt', '2026-01-01'],
  ]
  test('the door to a case stays shut for who may not see it, and for a role without cases', async () => {
    const open = (wie: Persoon | null, id: string, soort: string, eerst = 'SELECT 1') =>
      als(wie, `SELECT FROM rd_lees_zaak($1, $2, 'consulent', 'x', true)`, [id, soort], eerst)
    const zoetermeer = await o.als('zoetermeer', 'consulent')
    expect(await open(zoetermeer, zaak.id, 'melding')).toEqual({ rijen: 1 })
    expect(await open(rijswijk, zaak.id, 'melding')).toEqual({ rijen: 0 })
    expect(await open(null, zaak.id, 'melding')).toEqual({ rijen: 0 })
    expect(await open(zoetermeer, persoon, 'persoon')).toEqual({ rijen: 0 })
    expect(await open(zoetermeer, zaak.id, 'melding', ZONDER_ZAKEN)).toEqual({ rijen: 0 })
    const later = "SELECT set_config('rd.vandaag', '2020-01-01', true)"
    expect(await open(zoetermeer, zaak.id, 'melding', later)).toEqual({ rijen: 0 })
  })

  test('nobody gives themselves access, directly or through the door', async () => {
    const rij =
      'INSERT INTO zaak_toegang (regio, zaak, organisatie, via, niveau, grond, van) VALUES ($1,$2,$3,$2,$4,$5,$6)'
    const waarden = [rijswijk.wie.regio.id, zaak.id, rijswijk.wie.organisatie.id, 'behandelen', 'x', '2026-01-01']
    expect(await als(rijswijk, rij, waarden)).toEqual({ code: GEWEIGERD })
    expect(await als(rijswijk, ...toegang(() => zaak.id))).toEqual({ code: GEWEIGERD })
    expect(await als(rijswijk, ...toegang(() => persoon))).toEqual({ code: GEWEIGERD })
    for (const wijziging of [
      "UPDATE zaak_toegang SET niveau = 'behandelen'",
      'DELETE FROM zaak_toegang',
      'TRUNCATE zaak_toegang',
    ])
      expect(await als(rijswijk, wijziging), wijziging).toEqual({ code: GEWEIGERD })
  })

  test('nobody writes into a case of someone else', async () => {
    const r = rijswijk.wie.regio.id
    const gebeurtenis = `INSERT INTO gebeurtenis (regio, stroom, nummer, id, soort, versie, opgenomen, geldig_op, wie, namens, afspraken, feiten, hash)
      VALUES ($1, $2, 99, gen_random_uuid(), 'genoteerd', 1, now(), '2026-02-23', $3, $4, '', '{}', '')`
    expect(
      await als(rijswijk, gebeurtenis, [r, zaak.id, rijswijk.wie.gebruiker.id, rijswijk.wie.organisatie.id]),
    ).toEqual({ code: GEWEIGERD })
    expect(
      await als(
        rijswijk,
        `INSERT INTO inhoud (regio, id, zaak, soort, json, zout) VALUES ($1, gen_random_uuid(), $2, 'x', '{}', '')`,
        [r, zaak.id],
      ),
    ).toEqual({ code: GEWEIGERD })
    for (const tabel of ['stroom', 'persoon', 'werkrij', 'wachtrij'])
      expect(await als(rijswijk, `UPDATE ${tabel} SET regio = regio`), tabel).toEqual({ rijen: 0 })
  })

  test('a role without a task in any case gives no access to a case of its own municipality, and finds nobody', async () => {
    const zoetermeer = await o.als('zoetermeer', 'consulent')
    const bekend = ['999990019', '1990-05-13', '', 'Verzonnen', uuid7(), '2026-02-23']
    const koppel = 'SELECT FROM rd_koppel_persoon($1, $2, $3, $4, $5, $6)'
    const gebeurtenis = `INSERT INTO gebeurtenis (regio, stroom, nummer, id, soort, versie, opgenomen, geldig_op, wie, namens, afspraken, feiten, hash)
      VALUES ($1, $2, 99, gen_random_uuid(), 'genoteerd', 1, now(), '2026-02-23', $3, $4, '', '{}', '')`
    const eigen = [zoetermeer.wie.regio.id, zaak.id, zoetermeer.wie.gebruiker.id, zoetermeer.wie.organisatie.id]
    expect(await als(zoetermeer, ...toegang(() => zaak.id), ZONDER_ZAKEN)).toEqual({ code: GEWEIGERD })
    expect(await als(zoetermeer, gebeurtenis, eigen, ZONDER_ZAKEN)).toEqual({ code: GEWEIGERD })
    expect(await als(zoetermeer, koppel, bekend, ZONDER_ZAKEN)).toEqual({ rijen: 0 })
    // With a task the same three are done, so the lines above can fail.
    expect(await als(zoetermeer, ...toegang(() => zaak.id))).toEqual({ rijen: 1 })
    expect(await als(zoetermeer, gebeurtenis, eigen)).toEqual({ rijen: 1 })
    expect(await als(zoetermeer, koppel, bekend)).toEqual({ rijen: 1 })
  })

  test('another region is another world', async () => {
    const elders = { ...rijswijk, wie: { ...rijswijk.wie, regio: { ...rijswijk.wie.regio, id: uuid7() } } }
    for (const tabel of ['stroom', 'persoon', 'werkrij', 'locatie', 'plek', 'bezetting', 'concept'])
      expect(await als(elders, `SELECT FROM ${tabel}`), tabel).toEqual({ rijen: 0 })
  })

  test('whether more cases are about a person is told to who works on one of them only', async () => {
    const zoetermeer = await o.als('zoetermeer', 'consulent')
    const vraag = 'SELECT WHERE rd_ook_over($1, $2)'
    const [andere] = await o.sql<{ id: string }>('SELECT id FROM werkrij WHERE id <> $1 LIMIT 1', [zaak.id])
    expect(await als(zoetermeer, vraag, [persoon, andere!.id])).toEqual({ rijen: 1 })
    expect(await als(zoetermeer, vraag, [persoon, zaak.id])).toEqual({ rijen: 0 })
    expect(await als(rijswijk, vraag, [persoon, andere!.id])).toEqual({ rijen: 0 })
  })

  test('the past of a person crosses as dates only, by a number, name and birth date one must already know', async () => {
    const zoek = "SELECT FROM rd_zoek_persoon($1, $2, '', $3, 'x', 'x') WHERE id IS NOT NULL"
    const wie = ['999990019', '1990-05-13', 'Verzonnen']
    expect(await als(rijswijk, zoek, wie)).toEqual({ rijen: 1 })
    expect(await als(rijswijk, zoek, wie, ZONDER_ZAKEN)).toEqual({ rijen: 0 })
    for (const anders of [
      ['999990020', '1990-05-13', 'Verzonnen'],
      ['999990019', '1990-05-14', 'Verzonnen'],
      ['999990019', '1990-05-13', 'Anders'],
    ])
      expect(await als(rijswijk, zoek, anders), anders.join(' ')).toEqual({ rijen: 0 })
    const kolommen = await o.sql<{ uit: string }>(`SELECT pg_get_function_result('rd_eerder'::regproc) AS uit`)
    expect(kolommen[0]?.uit).toBe('TABLE(zaak uuid, soort text, van date, tot date, zichtbaar boolean)')
  })
})

describe('the journal', () => {
  const pogingen = ["UPDATE gebeurtenis SET soort = 'anders'", 'DELETE FROM gebeurtenis', 'TRUNCATE gebeurtenis']
  test.each(pogingen)('%s is refused to the application', async (sql) => {
    expect(await als(await o.als('zoetermeer', 'consulent'), sql)).toEqual({ code: GEWEIGERD })
  })
  test.each(pogingen)('%s is refused to the owner of the table', async (sql) => {
    await expect(o.sql(sql)).rejects.toMatchObject({ code: GEWEIGERD })
  })
  test('nothing of a case can be removed by the application', async () => {
    const zoetermeer = await o.als('zoetermeer', 'consulent')
    for (const tabel of KLANTTABELLEN.filter((t) => t !== 'concept'))
      expect(await als(zoetermeer, `DELETE FROM ${tabel}`), tabel).toEqual({ code: GEWEIGERD })
  })
  test('the read log is written and never read or changed by the application', async () => {
    const zoetermeer = await o.als('zoetermeer', 'consulent')
    for (const sql of ['SELECT FROM leeslog', 'UPDATE leeslog SET rol = rol', 'DELETE FROM leeslog'])
      expect(await als(zoetermeer, sql), sql).toEqual({ code: GEWEIGERD })
    const vreemd = `INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen) VALUES ($1, $2, $3, 'x', '{}', 'x', '{}')`
    const als_ander = [zoetermeer.wie.regio.id, rijswijk.wie.gebruiker.id, zoetermeer.wie.organisatie.id]
    expect(await als(zoetermeer, vreemd, als_ander)).toEqual({ code: GEWEIGERD })
  })
})

describe('the login of the application', () => {
  test('owns nothing and is no superuser', async () => {
    const login = new URL(o.appUrl).username || 'regiodak_app'
    const bezit = await o.sql(
      `SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = $1`,
      [login],
    )
    const [rol] = await o.sql(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit FROM pg_roles WHERE rolname = $1`,
      [login],
    )
    expect(bezit).toEqual([])
    expect(rol).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolinherit: false,
    })
  })
  test('without a role sees no client, and cannot become the owner', async () => {
    for (const tabel of KLANTTABELLEN)
      await expect(client.query(`SELECT FROM ${tabel}`), tabel).rejects.toMatchObject({ code: GEWEIGERD })
    await expect(client.query('SET ROLE regiodak_eigenaar')).rejects.toMatchObject({ code: GEWEIGERD })
  })
  test.each(['rd_aanbieder', 'rd_corporatie', 'rd_bestuur'])('as %s has no table of clients yet', async (rol) => {
    await client.query('BEGIN')
    await client.query(`SET LOCAL ROLE ${rol}`)
    await expect(client.query('SELECT FROM persoon')).rejects.toMatchObject({ code: GEWEIGERD })
    await client.query('ROLLBACK')
  })
  test('as rd_beheer derives terms without reading a name or a text', async () => {
    for (const sql of [
      'SELECT naam FROM werkrij',
      'SELECT FROM inhoud',
      'SELECT FROM persoon',
      'SELECT stappen FROM concept',
      'SELECT feiten FROM gebeurtenis',
    ]) {
      await client.query('BEGIN')
      await client.query('SET LOCAL ROLE rd_beheer')
      await expect(client.query(sql), sql).rejects.toMatchObject({ code: GEWEIGERD })
      await client.query('ROLLBACK')
    }
  })
})

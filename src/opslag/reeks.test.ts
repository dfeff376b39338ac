import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EenVerbinding, eenVerbinding, namens } from '../../test/een-verbinding.ts'
import { inTransactie } from './transactie.ts'
import { maakClient, maakPool } from './verbinding.ts'

let databank: EenVerbinding['databank']
let pool: Pool
let weg: EenVerbinding['weg']
beforeAll(async () => {
  ;({ databank, pool, weg } = await eenVerbinding({
    naam: 'reeks',
    kolommen: 'id int PRIMARY KEY, wat text',
    mag: 'SELECT, INSERT',
  }))
})
afterAll(() => weg())

/** How often the database said that it is ready, while `werk` ran on the only connection. */
async function beurten(werk: () => Promise<unknown>): Promise<number> {
  const client = (await pool.connect()) as PoolClient & {
    connection: { on: (n: string, f: () => void) => void; off: (n: string, f: () => void) => void }
  }
  let aantal = 0
  const tel = (): void => void (aantal += 1)
  client.connection.on('readyForQuery', tel)
  client.release()
  await werk()
  client.connection.off('readyForQuery', tel)
  return aantal
}

test('opening, questions and commit that are asked in one turn are answered in one', async () => {
  const gelezen: unknown[] = []
  const aantal = await beurten(() =>
    inTransactie(pool, namens, async (tx) => {
      const vragen = [tx.vraag('SELECT 1 AS a'), tx.vraag('SELECT 2 AS b'), tx.vraag('SELECT 1 AS a')]
      await tx.bevestig()
      gelezen.push(...(await Promise.all(vragen)))
    }),
  )
  expect(gelezen).toEqual([[{ a: 1 }], [{ b: 2 }], [{ a: 1 }]])
  expect(aantal).toBe(1)
})

test.each([
  ['text with quotes, backslashes and nothing', ['a"b', 'c\\d', '', '{e,f}', 'NULL', 'ë €']],
  ['no elements at all', []],
])('a list of %s arrives as it was sent', async (_naam, elementen) => {
  const [rij] = await inTransactie(pool, namens, (tx) => tx.vraag('SELECT $1::text[] AS lijst', [elementen]))
  expect(rij).toEqual({ lijst: elementen })
})

test('values arrive as they were sent: days and amounts as text, bytes as bytes, nothing as nothing', async () => {
  const sql =
    'SELECT $1::date AS dag, $2::numeric AS bedrag, $3::bytea AS bytes, $4::text AS niets, $5::boolean AS ja, $6::json AS json'
  const waarden = ['2026-02-28', '0.10', Buffer.from([0, 255, 92]), null, true, '{"a":[1,null]}']
  for (let keer = 1; keer <= 2; keer += 1) {
    const [rij] = await inTransactie(pool, namens, (tx) => tx.vraag(sql, waarden))
    expect(rij, `time ${keer}, the second without a description of the columns`).toEqual({
      dag: '2026-02-28',
      bedrag: '0.10',
      bytes: Buffer.from([0, 255, 92]),
      niets: null,
      ja: true,
      json: { a: [1, null] },
    })
  }
})

test('of a group that fails half way the first part is answered, the rest fails with the cause, and nothing stays', async () => {
  const uit = await inTransactie(pool, namens, async (tx) => {
    const vragen = [
      tx.vraag('INSERT INTO reeks VALUES (1) RETURNING id'),
      tx.vraag('INSERT INTO reeks VALUES (1) RETURNING id AS nogmaals'),
      tx.vraag("SELECT 'never before' AS later"),
    ]
    throw Object.assign(new Error('klaar'), { vragen: await Promise.allSettled(vragen) })
  }).catch((fout: { vragen: PromiseSettledResult<unknown>[] }) => fout.vragen)
  expect(uit).toMatchObject([
    { status: 'fulfilled', value: [{ id: 1 }] },
    { status: 'rejected', reason: { code: '23505' } },
    { status: 'rejected', reason: { code: '23505' } },
  ])
  // The same statements again on the same connection: some were prepared, one failed, one never got that far.
  const opnieuw = await inTransactie(pool, namens, (tx) =>
    Promise.all([
      tx.vraag('INSERT INTO reeks VALUES (1) RETURNING id'),
      tx.vraag("SELECT 'never before' AS later"),
      tx.vraag('SELECT count(*)::int AS aantal FROM reeks'),
    ]),
  )
  expect(opnieuw).toEqual([[{ id: 1 }], [{ later: 'never before' }], [{ aantal: 1 }]])
})

test('a statement that cannot be read yet is prepared anew when it can', async () => {
  const vraag = () => inTransactie(pool, namens, (tx) => tx.vraag('SELECT wat FROM reeks_later'))
  await expect(vraag()).rejects.toMatchObject({ code: '42P01' })
  const eigenaar = await maakClient(databank.eigenaarUrl)
  await eigenaar.query("CREATE TABLE reeks_later (wat text); INSERT INTO reeks_later VALUES ('nu wel')")
  await eigenaar.query('GRANT SELECT ON reeks_later TO rd_gemeente')
  await eigenaar.end()
  expect(await vraag()).toEqual([{ wat: 'nu wel' }])
})

test('the cause is told to who asked in a later turn, before the first was answered', async () => {
  const fout = inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO reeks VALUES (7), (7)')
    tx.stuur("SELECT 'passed over'")
    await new Promise((klaar) => setImmediate(klaar))
    // Prepared, as far as this side knows, by the group that is failing now.
    await tx.vraag("SELECT 'passed over'")
  })
  await expect(fout).rejects.toMatchObject({ code: '23505', constraint: 'reeks_pkey' })
})

test('a value that cannot be written stops the work: nothing of the transaction stays, and the connection serves the next', async () => {
  const fout = inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO reeks VALUES (8)')
    tx.stuur('SELECT $1::text', [Object.create(null) as string])
  })
  await expect(fout).rejects.toBeInstanceOf(TypeError)
  const acht = await inTransactie(pool, namens, (tx) => tx.vraag('SELECT id FROM reeks WHERE id = 8'))
  expect(acht).toEqual([])
})

test('a statement that is only a comment is done, and what comes after it keeps its own answer', async () => {
  const uit = await inTransactie(pool, namens, (tx) =>
    Promise.all([tx.vraag('-- niets'), tx.vraag('SELECT 2 AS twee'), tx.vraag('SELECT 3 AS drie')]),
  )
  expect(uit).toEqual([[], [{ twee: 2 }], [{ drie: 3 }]])
})

test('a time limit on questions leaves a connection alone whose questions were answered in time', async () => {
  const adres = new URL(databank.appUrl)
  adres.searchParams.set('query_timeout', '150')
  const kort = maakPool(adres.href, { max: 1 })
  const pid = () => inTransactie(kort, namens, (tx) => tx.vraag('SELECT pg_backend_pid() AS pid'))
  try {
    const eerst = await pid()
    // Longer than the limit, in the database and not by a timer here.
    await inTransactie(pool, namens, (tx) => tx.vraag('SELECT pg_sleep(0.4)'))
    expect(await pid()).toEqual(eerst)
  } finally {
    await kort.end()
  }
})

test('nothing is asked any more once the transaction is over', async () => {
  const later = await inTransactie(pool, namens, async (tx) => {
    await tx.bevestig()
    return () => tx.vraag('SELECT current_user')
  })
  expect(later).toThrow('De transactie is voorbij.')
})

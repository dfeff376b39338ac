import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EenVerbinding, eenVerbinding, namens } from '../../test/een-verbinding.ts'
import { inTransactie, leesEenmaal } from './transactie.ts'
import { maakClient } from './verbinding.ts'

let databank: EenVerbinding['databank']
let pool: Pool
let weg: EenVerbinding['weg']
beforeAll(async () => {
  ;({ databank, pool, weg } = await eenVerbinding({
    naam: 'proef',
    kolommen: 'id int PRIMARY KEY, wat text, later int UNIQUE DEFERRABLE INITIALLY DEFERRED',
    mag: 'SELECT, INSERT, UPDATE, DELETE',
  }))
})
afterAll(() => weg())

const ids = async () =>
  (await leesEenmaal<{ id: number }>(pool, namens, 'SELECT id FROM proef ORDER BY id', [])).map((r) => r.id)

test('a transaction works as its role with its settings, and leaves neither behind', async () => {
  const [binnen] = await leesEenmaal(
    pool,
    namens,
    `SELECT current_user, rd_regio() AS regio, rd_organisatie() AS organisatie, rd_gebruiker() AS gebruiker, rd_vandaag() AS vandaag`,
    [],
  )
  expect(binnen).toEqual({
    current_user: 'rd_gemeente',
    regio: namens.regio,
    organisatie: namens.organisatie,
    gebruiker: namens.gebruiker,
    vandaag: '2026-02-23',
  })
  const { rows } = await pool.query(
    'SELECT current_user, rd_regio() AS regio, rd_organisatie() AS organisatie, rd_vandaag() AS vandaag',
  )
  expect(rows).toEqual([{ current_user: 'regiodak_app', regio: null, organisatie: null, vandaag: null }])
})

test('what is sent without waiting is there when the transaction is done', async () => {
  await inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO proef (id) VALUES ($1)', [1])
    tx.bundel('INSERT INTO proef (id) VALUES ($1)', [2])
    tx.bundel('INSERT INTO proef (id, wat) VALUES ($1, $2)', [3, 'x'])
    expect(await tx.vraag('SELECT id FROM proef ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  })
  expect(await ids()).toEqual([1, 2, 3])
})

test('an error of the work undoes everything, and the connection serves the next', async () => {
  const fout = inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO proef (id) VALUES (10)')
    tx.bundel('INSERT INTO proef (id) VALUES (11)', [])
    await tx.vraag('SELECT 1')
    throw new Error('bedacht')
  })
  await expect(fout).rejects.toThrow('bedacht')
  expect(await ids()).toEqual([1, 2, 3])
})

test.each([
  ['sent', (n: number) => ({ stuur: [n, n] })],
  ['bundled', (n: number) => ({ bundel: [n, n] })],
] as const)('a %s statement that fails after the work was done still undoes everything', async (_wijze, maak) => {
  const fout = inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO proef (id) VALUES (20)')
    const { stuur = [], bundel = [] } = maak(21) as { stuur?: number[]; bundel?: number[] }
    for (const id of stuur) tx.stuur('INSERT INTO proef (id) VALUES ($1)', [id])
    for (const id of bundel) tx.bundel('INSERT INTO proef (id) VALUES ($1)', [id])
  })
  await expect(fout).rejects.toMatchObject({ code: '23505' })
  expect(await ids()).toEqual([1, 2, 3])
})

test('the first cause is told, not that the transaction was already lost', async () => {
  const fout = inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO proef (id) VALUES (1)')
    tx.stuur('INSERT INTO proef (id) VALUES (30)')
    return 'klaar'
  })
  await expect(fout).rejects.toMatchObject({ code: '23505' })
})

test('the first cause is told when a later question meets the lost transaction', async () => {
  const fout = inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO proef (id) VALUES (1)')
    await tx.vraag('SELECT id FROM proef')
  })
  await expect(fout).rejects.toMatchObject({ code: '23505', constraint: 'proef_pkey' })
})

test('a refusal at the commit itself is a refusal of the transaction', async () => {
  const fout = inTransactie(pool, namens, async (tx) => {
    await tx.vraag('INSERT INTO proef (id, later) VALUES (40, 1), (41, 1)')
  })
  await expect(fout).rejects.toMatchObject({ code: '23505' })
  expect(await ids()).toEqual([1, 2, 3])
})

test('an error that the work swallowed does not become half a transaction', async () => {
  const fout = inTransactie(pool, namens, async (tx) => {
    tx.stuur('INSERT INTO proef (id) VALUES (50)')
    await tx.vraag('SELECT 1 / 0').catch(() => undefined)
  })
  await expect(fout).rejects.toBeDefined()
  expect(await ids()).toEqual([1, 2, 3])
})

test('a connection that was broken is not given to the next', async () => {
  const beheer = await maakClient(databank.beheerUrl)
  const fout = inTransactie(pool, namens, async (tx) => {
    const [rij] = await tx.vraag<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await beheer.query('SELECT pg_terminate_backend($1)', [rij!.pid])
    await tx.vraag('INSERT INTO proef (id) VALUES (60)')
  })
  await expect(fout).rejects.toBeDefined()
  await beheer.end()
  expect(await ids()).toEqual([1, 2, 3])
})

test('a refusal after the commit leaves the database nothing to undo, and it is not asked to', async () => {
  const gezegd: (string | undefined)[] = []
  const client = await pool.connect()
  client.on('notice', (m) => gezegd.push(m.message))
  client.release()
  const geweigerd = inTransactie(pool, namens, async (tx) => {
    tx.stuur(`INSERT INTO proef VALUES (90, 'gelezen')`)
    await tx.bevestig()
    throw new Error('niet voor jou')
  })
  await expect(geweigerd).rejects.toThrow('niet voor jou')
  expect(await ids()).toContain(90)
  expect(gezegd).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { verseDatabank, type VerseDatabank } from '../../test/databank.ts'
import { maakMigratie, migreer, toegepasteMigraties, bekendeMigraties } from './migreer.ts'
import { maakClient } from './verbinding.ts'

let db: VerseDatabank
beforeAll(async () => {
  db = await verseDatabank({ leeg: true })
})
afterAll(() => db.weg())

const eerste = maakMigratie('0001-eerste', 'CREATE TABLE eerste (id int PRIMARY KEY)')
const tweede = maakMigratie('0002-tweede', 'CREATE TABLE tweede (id int REFERENCES eerste)')

test('two processes that start at once run every migration once', async () => {
  const beurten = await Promise.all([1, 2, 3].map(() => migreer(db.eigenaarUrl, [eerste, tweede])))
  expect(beurten.flat()).toEqual(['0001-eerste', '0002-tweede'])
  const client = await maakClient(db.eigenaarUrl)
  expect((await toegepasteMigraties(client)).at(-1)?.naam).toBe('0002-tweede')
  await client.end()
})

test('an applied migration that changed is refused by name', async () => {
  const veranderd = maakMigratie('0001-eerste', 'CREATE TABLE eerste (id bigint PRIMARY KEY)')
  await expect(migreer(db.eigenaarUrl, [veranderd, tweede])).rejects.toMatchObject({
    code: 'DATABANK_MIGRATIE_GEWIJZIGD',
  })
})

test('a database of a newer program is refused', async () => {
  await expect(migreer(db.eigenaarUrl, [eerste])).rejects.toMatchObject({ code: 'DATABANK_LOOPT_VOOR' })
})

test('a migration that fails halfway leaves nothing behind', async () => {
  const kapot = maakMigratie('0003-kapot', 'CREATE TABLE derde (id int); SELECT 1 / 0')
  await expect(migreer(db.eigenaarUrl, [eerste, tweede, kapot])).rejects.toThrow(/0003-kapot.*division by zero/)
  const client = await maakClient(db.eigenaarUrl)
  expect((await client.query(`SELECT to_regclass('derde') AS derde`)).rows).toEqual([{ derde: null }])
  expect((await toegepasteMigraties(client)).at(-1)?.naam).toBe('0002-tweede')
  await client.end()
})

test('the migrations of this version are numbered without gaps', async () => {
  const nummers = (await bekendeMigraties()).map((m) => Number(m.naam.slice(0, 4)))
  expect(nummers).toEqual(nummers.map((_, i) => i + 1))
})

test('the application reads which migrations ran, and cannot write them', async () => {
  const client = await maakClient(db.appUrl)
  expect((await toegepasteMigraties(client)).at(-1)?.naam).toBe('0002-tweede')
  await expect(client.query('DELETE FROM migratie')).rejects.toMatchObject({ code: '42501' })
  await client.end()
})

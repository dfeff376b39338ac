import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verseDatabank, type VerseDatabank } from '../../test/databank.ts'
import { openDatabank, vindDatabank } from './databank.ts'
import { migreer } from './migreer.ts'
import { maakClient, maakPool, zonderWachtwoord } from './verbinding.ts'

let vol: VerseDatabank
let leeg: VerseDatabank
beforeAll(async () => {
  ;[vol, leeg] = await Promise.all([verseDatabank(), verseDatabank({ leeg: true })])
})
afterAll(() => Promise.all([vol.weg(), leeg.weg()]))

const log = (): void => undefined
const open = (omgeving: Record<string, string>): Promise<string> =>
  openDatabank({ log, omgeving }).then(
    async (db) => {
      await db.sluit()
      return 'open'
    },
    (fout: Error) => fout.message,
  )

test('numbers, dates and instants arrive as PostgreSQL wrote them, whatever the zone of the machine', async () => {
  const pool = maakPool(vol.appUrl)
  const { rows } = await pool.query(
    `SELECT 9223372036854775807::int8 AS heel, 10.50::numeric AS bedrag, date '2026-03-29' AS dag,
       timestamptz '2026-03-29 03:30:00+02' AS op, '{1,NULL}'::int8[] AS lijst, '{2026-03-29}'::date[] AS dagen,
       3::int4 AS klein, '{"a": 1}'::jsonb AS blad, '\\x00ff'::bytea AS ruw, interval '2 days' AS duur`,
  )
  expect(rows).toEqual([
    {
      heel: '9223372036854775807',
      bedrag: '10.50',
      dag: '2026-03-29',
      op: '2026-03-29 01:30:00+00',
      lijst: ['1', null],
      dagen: ['2026-03-29'],
      klein: 3,
      blad: { a: 1 },
      ruw: Buffer.from([0, 255]),
      duur: 'P2D',
    },
  ])
  await pool.end()
})

test('an external database with the tables of this version opens with the login of the application alone', async () => {
  expect(await open({ DATABASE_URL: vol.appUrl })).toBe('open')
})

test('an empty external database is refused without the owner, and brought up to date with the owner', async () => {
  expect(await open({ DATABASE_URL: leeg.appUrl })).toMatch(/tabellen in de databank zijn niet van deze versie.*0001-/)
  expect(await open({ DATABASE_URL: leeg.appUrl, REGIODAK_MIGRATIE_URL: leeg.eigenaarUrl })).toBe('open')
  expect(await migreer(leeg.eigenaarUrl)).toEqual([])
})

test('a login that could pass by the protection of rows is refused', async () => {
  expect(await open({ DATABASE_URL: vol.eigenaarUrl })).toMatch(
    /regiodak_eigenaar van DATABASE_URL is eigenaar van tabellen/,
  )
  expect(await open({ DATABASE_URL: vol.beheerUrl })).toMatch(/postgres van DATABASE_URL is superuser/)
})

test('a connection that cannot be made is explained without its password', async () => {
  const verkeerd = new URL(vol.appUrl)
  verkeerd.password = 'heelgeheim'
  const nergens = new URL(vol.appUrl)
  nergens.pathname = '/bestaat_niet'
  const dicht = createServer()
  await new Promise<void>((klaar) => dicht.listen(0, '127.0.0.1', klaar))
  const { port } = dicht.address() as { port: number }
  await new Promise((klaar) => dicht.close(klaar))
  const meldingen = await Promise.all(
    [verkeerd.href, nergens.href, `postgresql://app:heelgeheim@127.0.0.1:${port}/regiodak`, 'geen adres'].map(
      (DATABASE_URL) => open({ DATABASE_URL }),
    ),
  )
  expect(meldingen.map((melding) => /: ([^:]*)\.$/.exec(melding)?.[1])).toEqual([
    'het wachtwoord klopt niet',
    'die databank bestaat niet',
    'daar luistert niets',
    'het adres is niet te lezen',
  ])
  expect(meldingen.join()).not.toContain('heelgeheim')
  expect(zonderWachtwoord('postgresql://app:heelgeheim@db.regio.nl:5433/regiodak')).toBe('db.regio.nl:5433/regiodak')
})

test('what needs an address that is not given names the variable', async () => {
  const { eigenaar } = await vindDatabank({ log, omgeving: { DATABASE_URL: vol.appUrl } })
  expect(() => eigenaar('een backup te maken')).toThrow(
    'De omgevingsvariabele REGIODAK_MIGRATIE_URL ontbreekt. Die is nodig om een backup te maken.',
  )
  const { app } = await vindDatabank({ log, omgeving: { REGIODAK_MIGRATIE_URL: vol.eigenaarUrl } })
  expect(() => app()).toThrow(/DATABASE_URL ontbreekt/)
})

test('a pool goes on after its connections are cut off', async () => {
  const pool = maakPool(vol.appUrl)
  await pool.query('SELECT 1')
  const beheer = await maakClient(vol.beheerUrl)
  await beheer.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'regiodak_app' AND datname = current_database()`,
  )
  await beheer.end()
  const antwoord = pool.query('SELECT 2 AS twee').catch(() => pool.query('SELECT 2 AS twee'))
  expect((await antwoord).rows).toEqual([{ twee: 2 }])
  await pool.end()
})

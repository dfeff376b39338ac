import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verseDatabank, type VerseDatabank } from '../../test/databank.ts'
import { backup } from './backup.ts'
import { herstel } from './herstel.ts'
import { maakMigratie, migreer, toegepasteMigraties } from './migreer.ts'
import { maakClient } from './verbinding.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const MIGRATIES = [
  maakMigratie(
    '0001-vreemd',
    `
    CREATE SCHEMA apart;
    CREATE TABLE soort (naam text PRIMARY KEY);
    INSERT INTO soort VALUES ('zaad'), ('gewoon');
    CREATE TABLE kind (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ouder bigint REFERENCES kind,
      soort text NOT NULL REFERENCES soort,
      tekst text, ruw bytea, blad jsonb, op timestamptz, dag date, bedrag numeric, lijst text[], tijdvak daterange,
      lengte int GENERATED ALWAYS AS (length(tekst)) STORED,
      EXCLUDE USING gist (tijdvak WITH &&)
    );
    CREATE TABLE apart."Vreemde ""naam""" ("een kolom" text);
    CREATE TABLE heen (id int PRIMARY KEY, terug int);
    CREATE TABLE terug (id int PRIMARY KEY, heen int REFERENCES heen);
    ALTER TABLE heen ADD FOREIGN KEY (terug) REFERENCES terug;
    CREATE TABLE boekregel (boeking int NOT NULL, cent bigint NOT NULL);
    CREATE FUNCTION in_balans() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT sum(cent) FROM boekregel WHERE boeking = NEW.boeking) <> 0 THEN RAISE 'niet in balans'; END IF;
      RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER in_balans AFTER INSERT ON boekregel DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION in_balans();
    CREATE FUNCTION dicht() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'alleen toevoegen'; END $$;
    CREATE TRIGGER dicht BEFORE UPDATE OR DELETE OR TRUNCATE ON soort EXECUTE FUNCTION dicht();
    CREATE FUNCTION schrijf_mee() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO apart."Vreemde ""naam""" VALUES ('meegeschreven'); RETURN NEW; END $$;
    CREATE TRIGGER schrijf_mee BEFORE INSERT ON kind FOR EACH ROW EXECUTE FUNCTION schrijf_mee();
    ALTER TABLE kind ENABLE ROW LEVEL SECURITY;
    GRANT SELECT ON kind TO rd_gemeente;
    `,
  ),
]

let map: string
let bron: VerseDatabank
let gemaakt: Awaited<ReturnType<typeof backup>>
const bestand = (): string => join(map, 'alles.gz')

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-backup-'))
  bron = await verseDatabank({ leeg: true })
  await migreer(bron.eigenaarUrl, MIGRATIES)
  const client = await maakClient(bron.eigenaarUrl)
  await client.query(`INSERT INTO kind (ouder, soort, tekst, ruw, blad, op, dag, bedrag, lijst, tijdvak) VALUES
    (NULL, 'zaad', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (1, 'gewoon', E'tab\\there\\nnieuwe regel\\r\\\\.\\n\\\\N \\\\', '\\x00ff0a5c2e0a', '{"a": [1, "b\\\\n", null]}',
     '2026-03-29 01:59:59.999999+00', '0044-03-15 BC', 12345678901234567890.10, '{"a,b",NULL,"\\"",""}', '[2026-01-01,2026-02-01)'),
    (4, 'gewoon', '👩‍👧 ﷽ é e\u0301', '', '"\\ud83d\\udc69"', 'infinity', '-infinity', 'NaN', '{}', 'empty'),
    (2, 'gewoon', '\\.', NULL, 'null', '0001-01-01 00:00:00+00 BC', NULL, -0.00, NULL, NULL)`)
  await client.query(`INSERT INTO kind (soort, tekst) VALUES ('gewoon', repeat('lang ', 400000))`)
  await client.query(
    `INSERT INTO apart."Vreemde ""naam""" SELECT n::text || E'\\n\\\\.\\n' FROM generate_series(1, 20000) n`,
  )
  await client.query(`INSERT INTO heen VALUES (1, NULL); INSERT INTO terug VALUES (1, 1); UPDATE heen SET terug = 1`)
  await client.query('INSERT INTO boekregel VALUES (1, 9007199254740993), (1, -9007199254740993)')
  await client.end()
  gemaakt = await backup(bron.eigenaarUrl, bestand())
})
afterAll(async () => {
  await bron.weg()
  rmSync(map, { recursive: true })
})

/** Every row of every table as PostgreSQL writes it, sorted: independent of backup and COPY. */
async function inhoud(url: string): Promise<Record<string, unknown>> {
  const client = await maakClient(url)
  try {
    const tabellen = ['kind', 'soort', 'heen', 'terug', 'boekregel', 'apart."Vreemde ""naam"""']
    const uit: Record<string, unknown> = {}
    for (const tabel of tabellen)
      uit[tabel] = (
        await client.query(`SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${tabel} t`)
      ).rows
    return uit
  } finally {
    await client.end()
  }
}

async function inLeeg<T>(doe: (db: VerseDatabank) => Promise<T>): Promise<T> {
  const db = await verseDatabank({ leeg: true })
  try {
    return await doe(db)
  } finally {
    await db.weg()
  }
}

test('a restored backup holds every row exactly, odd values included', () =>
  inLeeg(async (db) => {
    const hersteld = await herstel(db.eigenaarUrl, bestand(), MIGRATIES)
    expect(await inhoud(db.eigenaarUrl)).toEqual(await inhoud(bron.eigenaarUrl))
    // 5 kind, 2 soort, 1 heen, 1 terug, 2 boekregel, 20,000 written and 5 by the trigger.
    expect(hersteld).toMatchObject({ rijen: 20_016, tabellen: 6, schemaVersie: '0001-vreemd' })
    expect(gemaakt).toMatchObject({ rijen: 20_016, tabellen: 6, schemaVersie: '0001-vreemd' })
  }))

test('after a restore triggers, keys, policies, grants and counters work as before', () =>
  inLeeg(async (db) => {
    await herstel(db.eigenaarUrl, bestand(), MIGRATIES)
    const client = await maakClient(db.eigenaarUrl)
    const fout = async (zin: string): Promise<unknown> =>
      client.query(zin).then(
        () => 'gelukt',
        (e: Error) => e.message,
      )
    expect(await fout('DELETE FROM soort')).toBe('alleen toevoegen')
    expect(await fout('INSERT INTO boekregel VALUES (2, 5)')).toBe('niet in balans')
    expect(await fout('INSERT INTO terug VALUES (2, 99)')).toMatch(/foreign key/)
    expect(await fout(`INSERT INTO kind (soort, tijdvak) VALUES ('gewoon', '[2026-01-31,2026-03-01)')`)).toMatch(
      /exclusion/,
    )
    const { rows } = await client.query(
      `INSERT INTO kind (soort, tekst) VALUES ('gewoon', 'vijf!') RETURNING id, lengte`,
    )
    // The refused insert above took number 6.
    expect(rows).toEqual([{ id: '7', lengte: 5 }])
    const stand = await client.query(
      `SELECT relrowsecurity, has_table_privilege('rd_gemeente', oid, 'SELECT') AS mag FROM pg_class WHERE oid = 'kind'::regclass`,
    )
    expect(stand.rows).toEqual([{ relrowsecurity: true, mag: true }])
    await client.end()
  }))

test('an older backup gets the migrations made since', () =>
  inLeeg(async (db) => {
    const nieuwer = [...MIGRATIES, maakMigratie('0002-later', `ALTER TABLE soort ADD COLUMN later text DEFAULT 'ja'`)]
    await herstel(db.eigenaarUrl, bestand(), nieuwer)
    const client = await maakClient(db.eigenaarUrl)
    expect((await toegepasteMigraties(client)).at(-1)?.naam).toBe('0002-later')
    expect((await client.query(`SELECT DISTINCT later FROM soort`)).rows).toEqual([{ later: 'ja' }])
    await client.end()
  }))

test('a backup of a version this program does not have is refused', () =>
  inLeeg(async (db) => {
    await expect(herstel(db.eigenaarUrl, bestand(), [])).rejects.toMatchObject({ code: 'BACKUP_ANDERE_VERSIE' })
  }))

test('a restore into a database with tables is refused', async () => {
  await expect(herstel(bron.eigenaarUrl, bestand(), MIGRATIES)).rejects.toMatchObject({ code: 'HERSTEL_NIET_LEEG' })
})

const beschadigd: [string, (heel: Buffer) => Buffer][] = [
  ['cut off', (heel) => heel.subarray(0, heel.length - 100)],
  ['cut off and closed again', (heel) => gzipSync(gunzipSync(heel).subarray(0, -200))],
  [
    'short of one row',
    (heel) => gzipSync(Buffer.from(gunzipSync(heel).toString('latin1').replace('gewoon\n', ''), 'latin1')),
  ],
  [
    'with one changed letter',
    (heel) => gzipSync(Buffer.from(gunzipSync(heel).toString('latin1').replace('nieuwe', 'nieuwd'), 'latin1')),
  ],
  ['not a backup', () => gzipSync('{"iets": 1}\n')],
  ['not gzip', () => Buffer.from('geen gzip')],
]
test.each(beschadigd)('a file %s is refused, and a good one can be restored after it', (_, beschadig) =>
  inLeeg(async (db) => {
    const kapot = join(map, 'kapot.gz')
    writeFileSync(kapot, beschadig(readFileSync(bestand())))
    await expect(herstel(db.eigenaarUrl, kapot, MIGRATIES)).rejects.toMatchObject({ code: 'BACKUP_ONLEESBAAR' })
    await expect(herstel(db.eigenaarUrl, bestand(), MIGRATIES)).resolves.toMatchObject({ rijen: 20_016 })
  }),
)

test('a backup shows one moment: what is committed while it runs is not in it', () =>
  inLeeg(async (db) => {
    await migreer(db.eigenaarUrl, MIGRATIES)
    const schrijver = await maakClient(db.eigenaarUrl)
    await schrijver.query(
      `INSERT INTO apart."Vreemde ""naam""" SELECT repeat('x', 1000) FROM generate_series(1, 20000)`,
    )
    const stop = new AbortController()
    const schrijven = (async () => {
      for (let n = 1; !stop.signal.aborted; n++) {
        await schrijver.query(
          `WITH a AS (INSERT INTO boekregel VALUES (${n}, 1), (${n}, -1)) INSERT INTO soort VALUES ('s${n}')`,
        )
      }
    })()
    const doel = join(map, 'moment.gz')
    await backup(db.eigenaarUrl, doel)
    stop.abort()
    await schrijven
    await schrijver.end()
    await inLeeg(async (terug) => {
      await herstel(terug.eigenaarUrl, doel, MIGRATIES)
      const client = await maakClient(terug.eigenaarUrl)
      const { rows } = await client.query(
        `SELECT (SELECT count(*) FROM boekregel) = 2 * ((SELECT count(*) FROM soort) - 2) AS gelijk`,
      )
      expect(rows).toEqual([{ gelijk: true }])
      await client.end()
    })
  }))

test('a backup is readable by its owner only and never replaces a file', async () => {
  expect(statSync(bestand()).mode & 0o777).toBe(0o600)
  await expect(backup(bron.eigenaarUrl, bestand())).rejects.toMatchObject({ code: 'BACKUP_BESTAND' })
})

test('a backup that fails leaves no file', async () => {
  const doel = join(map, 'mislukt.gz')
  await expect(backup(bron.appUrl, doel)).rejects.toMatchObject({ code: '42501' })
  expect([existsSync(doel), existsSync(`${doel}.deel`)]).toEqual([false, false])
  await expect(backup(bron.eigenaarUrl, join(map, 'geen', 'map.gz'))).rejects.toThrow(/map die niet bestaat/)
  await expect(herstel(bron.eigenaarUrl, join(map, 'geen.gz'), MIGRATIES)).rejects.toThrow(/bestaat niet/)
})

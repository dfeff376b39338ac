import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verseDatabank, type VerseDatabank } from '../../../test/databank.ts'
import { afsprakenPerRegio, maakAdresboek, maakKlok, type Omgeving } from '../../domein/omgeving.opslag.ts'
import { datum } from '../../kern/datum.ts'
import { laadAfspraken, programmamap } from '../../opslag/afspraken-bestanden.ts'
import { maakClient, maakPool } from '../../opslag/verbinding.ts'
import { controleer } from '../controleer.ts'
import { procesVan } from '../processen.ts'
import { maakSessies } from '../sessies.ts'
import { voerUit } from '../uitvoeren.ts'
import { legGrondslag, zaaiDemonstratie } from './index.ts'
import { maakPlan } from './plan.ts'

const VANDAAG = datum('2026-06-03')
const AANTAL = 40
const klok = maakKlok(VANDAAG)

type Gevuld = { databank: VerseDatabank; pool: Pool; omg: Omgeving }
const open: Gevuld[] = []

async function grond(): Promise<Gevuld> {
  const databank = await verseDatabank()
  await legGrondslag(databank.eigenaarUrl, VANDAAG)
  const geladen = await laadAfspraken(programmamap, { demonstratie: true })
  const pool = maakPool(databank.appUrl, { max: 6 })
  const omg = { pool, klok, afspraken: afsprakenPerRegio(geladen), adresboek: await maakAdresboek(pool) }
  open.push({ databank, pool, omg })
  return open.at(-1)!
}

/** Fails on every case that was left half: nobody else works in a test. */
const geheel = {
  aantal: AANTAL,
  overgeslagen: (zaak: string, reden: Error): void => expect.fail(`${zaak}: ${reden.message}`),
}

/** Rows as the owner sees them, so without row-level security. */
async function vraag<R>(g: Gevuld, sql: string): Promise<R[]> {
  const client = await maakClient(g.databank.beheerUrl)
  try {
    return (await client.query(sql)).rows as R[]
  } finally {
    await client.end()
  }
}

/** What was written, as counts per kind and step: equal for two fillings with the same people. */
const telling = (g: Gevuld): Promise<unknown[]> =>
  vraag(
    g,
    `SELECT 'gebeurtenis ' || soort AS wat, count(*)::int AS n FROM gebeurtenis GROUP BY soort
     UNION ALL SELECT 'stap ' || soort || ' ' || stap, count(*)::int FROM werkrij GROUP BY soort, stap
     UNION ALL SELECT 'personen', count(*)::int FROM persoon UNION ALL SELECT 'sleutels', count(*)::int FROM sleutel
     UNION ALL SELECT 'bezetting', count(*)::int FROM bezetting UNION ALL SELECT 'toegang', count(*)::int FROM zaak_toegang
     ORDER BY wat`,
  )

let vol: Gevuld
const voortgang: [number, number][] = []
beforeAll(async () => {
  vol = await grond()
  await zaaiDemonstratie(vol.omg, geheel, (klaar, totaal) => voortgang.push([klaar, totaal]))
})
afterAll(async () => {
  for (const { pool, databank } of open) {
    await pool.end()
    await databank.weg()
  }
})

test('laying the foundation again changes nothing, and people of all five municipalities may sign in', async () => {
  const foto = () =>
    vraag(vol, 'SELECT count(*)::int AS n, md5(string_agg(a::text, $$,$$ ORDER BY id)) AS inhoud FROM aanstelling a')
  const eerst = await foto()
  await legGrondslag(vol.databank.eigenaarUrl, VANDAAG)
  expect(await foto()).toEqual(eerst)
  const aangesteld = await maakSessies(vol.pool, klok).aanstellingen()
  expect(new Set(aangesteld.map((a) => a.wie.organisatie.slug)).size).toBe(5)
})

test('the count of people rises to all of them', () => {
  expect(voortgang[0]).toEqual([0, AANTAL])
  expect(voortgang.at(-1)).toEqual([AANTAL, AANTAL])
  const klaar = voortgang.map(([k]) => k)
  expect(klaar).toEqual(klaar.toSorted((a, b) => a - b))
})

test('locations and places per municipality are the figures of the plan of 2020', async () => {
  const rijen = await vraag<{ gemeente: string; locaties: number; plekken: number }>(
    vol,
    `SELECT l.gemeente, count(DISTINCT l.id)::int AS locaties, count(p.id)::int AS plekken
     FROM locatie l JOIN plek p ON p.locatie = l.id WHERE l.categorie = 'kern' GROUP BY 1 ORDER BY 1`,
  )
  expect(rijen).toEqual([
    { gemeente: 'den-haag', locaties: 78, plekken: 845 },
    { gemeente: 'leidschendam-voorburg', locaties: 9, plekken: 97 },
    { gemeente: 'rijswijk', locaties: 2, plekken: 22 },
    { gemeente: 'zoetermeer', locaties: 4, plekken: 43 },
  ])
})

test('every bsn is from the test range, and some people have none', async () => {
  const rijen = await vraag<{ bsn: string | null }>(vol, 'SELECT bsn FROM persoon')
  expect(rijen).toHaveLength(AANTAL)
  for (const { bsn } of rijen) expect(bsn ?? '999900006').toMatch(/^9999\d{5}$/)
})

test("every person's case is where the plan for it says", async () => {
  const medewerkers = (await maakSessies(vol.pool, klok).aanstellingen()).map((a) => a.wie)
  const plan = await maakPlan({
    vandaag: VANDAAG,
    aantal: AANTAL,
    afspraken: vol.omg.afspraken('den-haag'),
    medewerkers,
  })
  for (const zaak of plan.zaken) {
    const sleutel = zaak.stappen[0]!.sleutel
    const rijen = await vraag(
      vol,
      `SELECT w.stap, p.stap AS plaatsing FROM sleutel s JOIN werkrij w ON w.id = s.stroom
       LEFT JOIN wachtrij p ON p.melding = w.id WHERE s.sleutel = '${sleutel}'`,
    )
    expect({ sleutel, rijen }).toEqual({ sleutel, rijen: [{ stap: zaak.stap, plaatsing: zaak.plaatsingstap }] })
  }
})

test('who acts in every open case is who DH 3.1 and 3.2 name', async () => {
  const rijen = await vraag<Record<string, string | boolean>>(
    vol,
    `SELECT o.slug, w.taak, w.voorziening, s.stand->>'woonplaats' AS woonplaats, (s.stand->>'herhaald')::boolean AS herhaald
     FROM werkrij w JOIN stroom s ON s.id = w.id LEFT JOIN organisatie o ON o.id = w.aan_zet WHERE w.open`,
  )
  expect(rijen.length).toBeGreaterThan(20)
  const voorafgaand = ['registratie', 'screening', 'onderzoek', 'advies']
  const zelf = ['leidschendam-voorburg', 'rijswijk', 'zoetermeer']
  for (const r of rijen) {
    const bijWoonplaats =
      r['voorziening'] === 'bw' &&
      !r['herhaald'] &&
      voorafgaand.includes(String(r['taak'])) &&
      zelf.includes(String(r['woonplaats']))
    expect(r['slug'], JSON.stringify(r)).toBe(bijWoonplaats ? r['woonplaats'] : 'den-haag')
  }
  expect(new Set(rijen.map((r) => r['slug'])).size).toBe(4)
})

test('nothing lies on or after the day of the filling, and no step on a weekend or King’s Day', async () => {
  const dagen = await vraag<{ opgenomen: string; geldig_op: string }>(
    vol,
    'SELECT DISTINCT opgenomen::date::text AS opgenomen, geldig_op::text FROM gebeurtenis',
  )
  for (const { opgenomen, geldig_op } of dagen) {
    expect(opgenomen < '2026-06-03').toBe(true)
    expect(geldig_op < '2026-06-03').toBe(true)
    expect(datum(opgenomen).dayOfWeek).toBeLessThan(6)
    expect(opgenomen).not.toMatch(/-04-27$/)
  }
})

test('the state equals the journal', async () => {
  const client = await maakClient(vol.databank.beheerUrl)
  try {
    const rapport = await controleer(client, vol.omg)
    expect(rapport.bevindingen).toEqual([])
    expect(rapport.gebeurtenissen).toBeGreaterThan(500)
  } finally {
    await client.end()
  }
})

test('case numbers follow the order of the reports', async () => {
  const rijen = await vraag<{ op: string }>(
    vol,
    `SELECT g.opgenomen::date::text AS op FROM werkrij w JOIN gebeurtenis g ON g.stroom = w.id AND g.nummer = 1
     WHERE w.soort = 'melding' ORDER BY right(w.nummer, 5)`,
  )
  const dagen = rijen.map((r) => r.op)
  expect(dagen.length).toBeGreaterThanOrEqual(AANTAL)
  expect(dagen).toEqual(dagen.toSorted())
})

test('filling again adds nothing, also when more people are asked for', async () => {
  const eerst = await telling(vol)
  const gezien: [number, number][] = []
  await zaaiDemonstratie(vol.omg, { ...geheel, aantal: AANTAL + 10 }, (k, t) => gezien.push([k, t]))
  expect(gezien).toEqual([[AANTAL, AANTAL]])
  expect(await telling(vol)).toEqual(eerst)
})

test('a filling whose connections break halfway goes on and ends in the same counts', async () => {
  const half = await grond()
  const gebroken = zaaiDemonstratie(half.omg, geheel, (klaar) => {
    if (klaar !== 15) return
    void vraag(
      half,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'regiodak_app'`,
    )
  })
  await expect(gebroken).rejects.toThrow()
  const [stand] = await vraag<{ klaar: number }>(half, 'SELECT klaar FROM demonstratie')
  expect(stand!.klaar).toBeGreaterThanOrEqual(15)
  expect(stand!.klaar).toBeLessThan(AANTAL)
  // A day later: the filling keeps the day it began on.
  const morgen = { ...half.omg, klok: maakKlok(VANDAAG.add({ days: 1 })) }
  await zaaiDemonstratie(morgen, geheel, () => undefined)
  expect(await telling(half)).toEqual(await telling(vol))
})

test('a filling that is asked to stop ends by itself before it is full', async () => {
  const g = await grond()
  const gestopt = new AbortController()
  await zaaiDemonstratie(g.omg, { ...geheel, gestopt: gestopt.signal }, (klaar) => {
    if (klaar >= 3) gestopt.abort()
  })
  const [stand] = await vraag<{ klaar: number }>(g, 'SELECT klaar FROM demonstratie')
  expect(stand!.klaar).toBeGreaterThanOrEqual(3)
  expect(stand!.klaar).toBeLessThan(AANTAL)
})

test('a case someone worked on before it was filled stays as that person left it, and the rest is filled', async () => {
  const g = await grond()
  const medewerkers = (await maakSessies(g.pool, klok).aanstellingen()).map((a) => a.wie)
  const plan = await maakPlan({ vandaag: VANDAAG, aantal: 3, afspraken: g.omg.afspraken('den-haag'), medewerkers })
  const zaak = plan.zaken.find((z) => z.stappen.length > 3)!
  const [eerste, volgende] = zaak.stappen
  const melding = { proces: procesVan('melding'), versie: null }
  const op = { ...g.omg, klok: { vandaag: () => eerste!.dag, nu: () => eerste!.nu } }
  const { opdracht, invoer, sleutel } = eerste!
  const { id } = await voerUit(op, eerste!.wie, { ...melding, id: null, opdracht, invoer, sleutel })
  const intrekking = { datum: VANDAAG.toString(), reden: 'De cliënt wil nu geen hulp.' }
  await voerUit(g.omg, volgende!.wie, { ...melding, id, opdracht: 'trekIn', invoer: intrekking, sleutel: null })

  const overgeslagen: [string, string][] = []
  const voortgang: number[] = []
  await zaaiDemonstratie(
    g.omg,
    { aantal: 3, overgeslagen: (z, reden) => overgeslagen.push([z, reden.code]) },
    (klaar) => voortgang.push(klaar),
  )
  expect(overgeslagen).toEqual([[zaak.sleutel, 'STAP_PAST_NIET']])
  expect(voortgang.at(-1)).toBe(3)
  expect(await vraag(g, `SELECT stap FROM werkrij WHERE id = '${id}'`)).toEqual([{ stap: 'gesloten' }])
})

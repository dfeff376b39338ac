import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type VerseDatabank, verseDatabank } from '../../test/databank.ts'
import { datum } from '../kern/datum.ts'
import { maakClient, maakPool } from '../opslag/verbinding.ts'
import { legGrondslag } from './demonstratie/grondslag.ts'
import { maakSessies } from './sessies.ts'

let databank: VerseDatabank
let pool: Pool
let vandaag = datum('2026-02-23')
let tijd = 0
const klok = { vandaag: () => vandaag, nu: () => '2026-02-23T08:00:00.000Z' }
const nieuw = () => maakSessies(pool, klok, () => tijd)
beforeAll(async () => {
  databank = await verseDatabank()
  await legGrondslag(databank.eigenaarUrl, vandaag)
  pool = maakPool(databank.appUrl, { max: 2 })
})
afterAll(async () => {
  await pool.end()
  await databank.weg()
})
async function sql(tekst: string, waarden: unknown[] = []): Promise<void> {
  const c = await maakClient(databank.eigenaarUrl)
  await c.query(tekst, waarden)
  await c.end()
}
const iemand = async (slug: string) => (await nieuw().aanstellingen()).find((a) => a.wie.organisatie.slug === slug)!

test('a session is found by its token, also by another process, and says who acts for whom', async () => {
  const a = await iemand('zoetermeer')
  const { token } = await nieuw().open(a.id)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await nieuw().vind(token)).toEqual(a.wie)
  expect(a.wie).toMatchObject({ rol: { code: 'consulent', databankrol: 'rd_gemeente' }, regio: { slug: 'den-haag' } })
})

test('the database holds no token that could be used', async () => {
  const { token } = await nieuw().open((await iemand('rijswijk')).id)
  const { rows } = await pool.query<{ sleutel: Buffer }>('SELECT sleutel FROM sessie')
  for (const { sleutel } of rows) expect([sleutel.toString('utf8'), sleutel.toString('base64url')]).not.toContain(token)
})

test('signing out ends it here at once, and elsewhere within half a minute', async () => {
  const hier = nieuw()
  const daar = nieuw()
  const { token } = await hier.open((await iemand('wassenaar')).id)
  await daar.vind(token)
  await hier.sluit(token)
  await expect(hier.vind(token)).rejects.toMatchObject({ code: 'NIET_AANGEMELD' })
  tijd += 30_001
  await expect(daar.vind(token)).rejects.toMatchObject({ code: 'NIET_AANGEMELD' })
})

test('after its time a session is no session', async () => {
  const { token } = await nieuw().open((await iemand('wassenaar')).id)
  await sql("UPDATE sessie SET tot = now() - interval '1 second'")
  await expect(nieuw().vind(token)).rejects.toMatchObject({ code: 'NIET_AANGEMELD' })
})

test('an appointment that ended opens nothing, also with a session from before', async () => {
  const a = await iemand('leidschendam-voorburg')
  const eerder = nieuw()
  const { token } = await eerder.open(a.id)
  await sql("UPDATE aanstelling SET tot = '2026-02-25' WHERE id = $1", [a.id])
  vandaag = datum('2026-02-25')
  tijd += 30_001
  await expect(eerder.vind(token)).rejects.toMatchObject({ code: 'AANSTELLING_VERLOPEN' })
  await expect(nieuw().open(a.id)).rejects.toMatchObject({ code: 'AANSTELLING_VERLOPEN' })
  expect((await nieuw().aanstellingen()).map((x) => x.id)).not.toContain(a.id)
  vandaag = datum('2026-02-24')
  expect((await nieuw().vind(token)).gebruiker.id).toBe(a.wie.gebruiker.id)
  vandaag = datum('2026-02-23')
})

test('an appointment with an end in sight ends with its last day, also in a session that was just looked up', async () => {
  const a = await iemand('rijswijk')
  await sql("UPDATE aanstelling SET tot = '2026-02-25' WHERE id = $1", [a.id])
  const sessies = nieuw()
  const { token } = await sessies.open(a.id)
  vandaag = datum('2026-02-24')
  expect((await sessies.vind(token)).gebruiker.id).toBe(a.wie.gebruiker.id)
  vandaag = datum('2026-02-25')
  await expect(sessies.vind(token)).rejects.toMatchObject({ code: 'AANSTELLING_VERLOPEN' })
  vandaag = datum('2026-02-23')
})

test('a token that was never given is refused, whatever its shape', async () => {
  for (const token of ['', 'x', 'x'.repeat(10_000), "' OR 1=1 --"])
    await expect(nieuw().vind(token)).rejects.toMatchObject({ code: 'NIET_AANGEMELD' })
})

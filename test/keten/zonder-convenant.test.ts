import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sessie, Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, legLocatieVast, meld, opPlek, plaatsing, stap, wandel } from './loop.ts'
import { eenMelding, type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  // No recorded decision extends the covenant: it ended on 1 January 2026.
  o = await opzet('2026-06-01', { zonderBesluiten: true })
})
afterAll(() => o.weg())

/** Zoetermeer appoints people of its own for what the centre did. */
async function steltAan(rol: string): Promise<void> {
  await o.sql(
    `INSERT INTO aanstelling (id, gebruiker, organisatie, rol, regio, van) SELECT gen_random_uuid(), a.gebruiker, a.organisatie, $1, a.regio, a.van
     FROM aanstelling a JOIN organisatie o ON o.id = a.organisatie WHERE o.slug = 'zoetermeer' LIMIT 1`,
    [rol],
  )
}
const inJuni = {
  over: { datum: '2026-06-01' },
  delen: { clientondersteuningOp: '2026-06-01' },
}
const besluitInJuni = { ...invoer.neemBesluit, datum: '2026-06-01', ingangsdatum: '2026-06-01' }

test('after its end the program says so, and names the last version', async () => {
  const sessie = await (await o.als('zoetermeer', 'consulent')).haal<Sessie>('/sessie')
  expect(sessie.body.convenant.versie).toBeNull()
  expect(JSON.stringify(sessie.body.convenant.looptijd)).toContain('2026')
})

test('the case goes to the college the person turned to, the reason names covenant and statute, and it goes on to a place', async () => {
  await steltAan('beslisser')
  await steltAan('plaatser')
  const consulent = await o.als('zoetermeer', 'consulent')
  let zaak = await meld(consulent, inJuni)
  expect([zaak.behandelendeGemeente.slug, zaak.beslissendeGemeente.slug]).toEqual(['zoetermeer', 'zoetermeer'])
  const waarom = JSON.stringify(zaak.aanZet?.waarom)
  expect(waarom).toContain('Wmo 2015')
  expect(waarom).toContain('geen convenant')
  expect(zaak.letOp.join(' ')).toMatch(/convenant/)
  zaak = await wandel(consulent, zaak, 'registreer', 'screen', 'startOnderzoek')
  zaak = await stap(consulent, zaak, 'rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: '2026-06-01' })
  zaak = await wandel(consulent, zaak, 'brengAdviesUit')
  expect(zaak.stap).toBe('aanvraag')
  const beslisser = await o.als('zoetermeer', 'beslisser')
  zaak = await stap(beslisser, zaak, 'ontvangAanvraag', { datum: '2026-06-01', vorm: 'verslag' })
  zaak = await stap(beslisser, zaak, 'neemBesluit', besluitInJuni)
  zaak = await stap(beslisser, zaak, 'maakBekend', { datum: '2026-06-01', wijze: 'post' })
  expect(zaak.stap).toBe('toegekend')
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('the same person who would go to the centre as Wassenaar stays with Wassenaar', async () => {
  const zaak = await meld(await o.als('wassenaar', 'consulent'), {
    ...inJuni,
    herkomst: { gemeldBij: 'wassenaar', woonplaats: 'wassenaar' },
  })
  expect(zaak.aanZet?.slug).toBe('wassenaar')
})

test('a case begun under the covenant is decided by whoever is competent on the day of the act', async () => {
  o.zetDag('2025-12-01')
  const consulent = await o.als('zoetermeer', 'consulent')
  const zaak = await meld(consulent, { over: { datum: '2025-12-01' }, delen: { clientondersteuningOp: '2025-12-01' } })
  expect(zaak.beslissendeGemeente.slug).toBe('den-haag')
  o.zetDag('2026-06-01')
  const later = await consulent.haal<Zaak>(`/meldingen/${zaak.id}`)
  expect(later.body.beslissendeGemeente.slug).toBe('zoetermeer')
  expect(later.body.behandelendeGemeente.slug).toBe('zoetermeer')
})

test('a decided case keeps naming who decided, and the reason of that day', async () => {
  o.zetDag('2025-12-01')
  const dag = '2025-12-01'
  const consulent = await o.als('zoetermeer', 'consulent')
  const beslisser = await o.als('den-haag', 'beslisser')
  let zaak = await meld(consulent, { over: { datum: dag }, delen: { clientondersteuningOp: dag } })
  zaak = await wandel(consulent, zaak, 'registreer', 'screen', 'startOnderzoek')
  zaak = await stap(consulent, zaak, 'rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: dag })
  zaak = await wandel(consulent, zaak, 'brengAdviesUit')
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver')
  zaak = await stap(beslisser, zaak, 'ontvangAanvraag', { datum: dag, vorm: 'brief' })
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...invoer.neemBesluit, datum: dag })
  o.zetDag('2026-06-01')
  const later = (await beslisser.haal<Zaak>(`/meldingen/${zaak.id}?uitleg=ja`)).body
  expect(later.beslissendeGemeente).toEqual(zaak.beslissendeGemeente)
  expect(later.beslissendeGemeente).toMatchObject({ slug: 'den-haag', waarom: { soort: 'bepaald' } })
})

test('someone without a residence is taken in by the municipality they turn to', async () => {
  const a = await (
    await o.als('rijswijk', 'consulent')
  ).stuur('/meldingen', eenMelding({ ...inJuni, herkomst: { gemeldBij: 'rijswijk', woonplaats: 'geen' } }))
  expect(a.status, JSON.stringify(a.body)).toBe(201)
})

test('places that were contracted before stay usable', async () => {
  o.zetDag('2025-12-01')
  const [plek] = await legLocatieVast(o)
  o.zetDag('2026-06-01')
  const consulent = await o.als('zoetermeer', 'consulent')
  const beslisser = await o.als('zoetermeer', 'beslisser')
  let zaak = await wandel(consulent, await meld(consulent, inJuni), 'registreer', 'screen', 'startOnderzoek')
  zaak = await stap(consulent, zaak, 'rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: '2026-06-01' })
  zaak = await wandel(consulent, zaak, 'brengAdviesUit')
  zaak = await stap(beslisser, zaak, 'ontvangAanvraag', { datum: '2026-06-01', vorm: 'verslag' })
  zaak = await stap(beslisser, zaak, 'neemBesluit', besluitInJuni)
  zaak = await stap(beslisser, zaak, 'maakBekend', { datum: '2026-06-01', wijze: 'post' })
  const plaatser = await o.als('zoetermeer', 'plaatser')
  const wacht = await plaatsing(plaatser, zaak)
  const a = await plaatser.doe(wacht, 'plaats', opPlek(plek!, { van: '2026-06-01', akkoordOp: '2026-06-01' }))
  expect(a.body, JSON.stringify(a.body)).toMatchObject({ stap: 'geplaatst' })
})

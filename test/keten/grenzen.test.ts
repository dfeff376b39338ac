import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Concept, Zaak } from '../../src/domein/antwoorden.ts'
import { leesEenmaal } from '../../src/opslag/transactie.ts'
import { invoer, meld, wandel } from './loop.ts'
import { eenMelding, type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  o = await opzet('2026-02-23')
})
afterAll(() => o.weg())

const alsRijswijk = () => ({
  rol: 'rd_gemeente' as const,
  regio: o.omg.adresboek.regios()[0]!.id,
  organisatie: o.omg.adresboek.organisatie('rijswijk').id,
  gebruiker: '00000000-0000-0000-0000-000000000001',
  vandaag: o.omg.klok.vandaag(),
})

test('a draft that was sent cannot be sent again as a second case', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const { body: concept } = await consulent.stuur<Concept>('/concepten')
  const eerste = await consulent.stuur<Zaak>('/meldingen', { ...eenMelding(), concept: { id: concept.id, versie: 1 } })
  expect(eerste.status).toBe(201)
  const tweede = await consulent.stuur('/meldingen', { ...eenMelding(), concept: { id: concept.id, versie: 1 } })
  expect([tweede.status, tweede.body['code']]).toEqual([409, 'CONCEPT_WEG'])
  const [aantal] = await o.sql<{ n: number }>("SELECT count(*)::int AS n FROM stroom WHERE soort = 'melding'")
  expect(aantal?.n).toBe(1)
})

test('a mandate without the consent of the one who gets it is no mandate (Awb 10:4)', async () => {
  await o.sql(
    "UPDATE mandaat SET instemming_op = NULL WHERE mandaatgever = (SELECT id FROM organisatie WHERE slug = 'rijswijk')",
  )
  const consulent = await o.als('rijswijk', 'consulent')
  const rijswijk = {
    gemeldBij: 'rijswijk',
    woonplaats: 'rijswijk',
    herkomst: 'rijswijk',
    eerderGemeld: 'nee',
    eerderGewoond: 'nee',
  }
  const zaak = await meld(consulent, { herkomst: rijswijk })
  const bijAdvies = await wandel(
    consulent,
    zaak,
    'registreer',
    'screen',
    'startOnderzoek',
    'rondOnderzoekAf',
    'brengAdviesUit',
  )
  const beslisser = await o.als('den-haag', 'beslisser')
  const bijBesluit = await wandel(beslisser, bijAdvies, 'neemAdviesOver', 'ontvangAanvraag')
  const uit = await beslisser.doe(bijBesluit, 'neemBesluit', invoer.neemBesluit)
  expect((uit.body as unknown as { code: string }).code).toBe('MANDAAT_ONTBREEKT')
})

test('another municipality sees that a place is taken, but not by which case, and cannot change it by SQL', async () => {
  const vraag = (sql: string) => leesEenmaal(o.omg.pool, alsRijswijk(), sql, [])
  await expect(vraag('SELECT bron FROM bezetting')).rejects.toThrow('permission denied')
  await expect(vraag("UPDATE bezetting SET periode = 'empty'")).rejects.toThrow('permission denied')
  expect(await vraag("UPDATE locatie SET naam = 'gekaapt' RETURNING id")).toEqual([])
})

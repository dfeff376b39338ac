/** Keys of requests are forgotten after a while: the nightly work removes the old ones, and only those. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Probleem, Zaak } from '../../src/domein/antwoorden.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { namens } from '../../src/domein/omgeving.opslag.ts'
import { nacht } from '../../src/server/nacht.ts'
import { wisOudeSleutels } from '../../src/server/sleutels.ts'
import { meld } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

let o: Opzet
let consulent: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
})
afterAll(() => o.weg())

const maakOud = (k: string, hoe: string) =>
  o.sql('UPDATE sleutel SET op = now() - $2::interval WHERE sleutel = $1', [k, hoe])
const over = async () => (await o.sql<{ sleutel: string }>('SELECT sleutel FROM sleutel')).map((r) => r.sleutel)
const beheer = () => ({ ...namens(consulent.wie, o.omg.klok.vandaag()), rol: 'rd_beheer' as const })

test('a key of more than thirty days is removed at night, one of less still answers as before', async () => {
  const [oud, jong] = [sleutel(), sleutel()]
  const eerste = await consulent.stuur<Zaak>('/meldingen', eenMelding(), { 'idempotency-key': oud })
  const zaak = await meld(consulent)
  const notitie = await consulent.doe(zaak, 'notitie', { tekst: 'een keer' }, { 'idempotency-key': jong })
  await maakOud(oud, '30 days 1 hour')
  await maakOud(jong, '29 days 23 hours')
  await nacht(o.omg)
  expect(await over()).toContain(jong)
  expect(await over()).not.toContain(oud)

  const herhaald = await consulent.doe(zaak, 'notitie', { tekst: 'een keer' }, { 'idempotency-key': jong })
  expect(herhaald.body.versie).toBe(notitie.body.versie)
  // Forgotten: the same request is a new one, with a case of its own.
  const opnieuw = await consulent.stuur<Zaak>('/meldingen', eenMelding(), { 'idempotency-key': oud })
  expect(opnieuw.status).toBe(201)
  expect(opnieuw.body.id).not.toBe(eerste.body.id)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a change that is sent again after its key is forgotten is checked against the version it was made on', async () => {
  const zaak = await meld(consulent)
  const koppen = { 'idempotency-key': sleutel() }
  await consulent.doe(zaak, 'notitie', { tekst: 'een keer' }, koppen)
  await maakOud(koppen['idempotency-key'], '31 days')
  await nacht(o.omg)
  const weer = await consulent.doe(zaak, 'notitie', { tekst: 'een keer' }, koppen)
  expect((weer.body as unknown as Probleem).code).toBe('GEWIJZIGD_DOOR_ANDER')
})

test('old keys go a few at a time until none is left, those of another region stay, and one that is held is passed over', async () => {
  const oud = Array.from({ length: 5 }, () => sleutel())
  for (const k of oud)
    await meld(consulent).then((z) => consulent.doe(z, 'notitie', { tekst: k }, { 'idempotency-key': k }))
  for (const k of oud) await maakOud(k, '31 days')
  await o.sql('UPDATE sleutel SET regio = gen_random_uuid() WHERE sleutel = $1', [oud[0]])
  const houdt = await maakClient(o.eigenaarUrl)
  await houdt.query('BEGIN')
  await houdt.query('SELECT FROM sleutel WHERE sleutel = $1 FOR UPDATE', [oud[1]])
  expect(await wisOudeSleutels(o.omg.pool, beheer(), 2)).toBe(3)
  await houdt.query('ROLLBACK')
  await houdt.end()
  expect((await over()).filter((k) => oud.includes(k)).toSorted()).toEqual(oud.slice(0, 2).toSorted())
})

test('who works on cases cannot remove keys', async () => {
  await expect(wisOudeSleutels(o.omg.pool, { ...beheer(), rol: 'rd_gemeente' })).rejects.toMatchObject({
    code: '42501',
  })
})

/** The seal takes what is surely recorded (D4): writers that cross midnight, and clocks that differ a little. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { datum } from '../../src/kern/datum.ts'
import { JOURNAALSLOT } from '../../src/opslag/transactie.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { nacht, verzegel } from '../../src/server/nacht.ts'
import { procesVan } from '../../src/server/processen.ts'
import { voerUit } from '../../src/server/uitvoeren.ts'
import { meld } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let zaak: Zaak
beforeEach(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  zaak = await meld(consulent)
})
afterEach(() => o.weg())

/** The program at another moment; midnight of 24 February in Amsterdam is 23:00 UTC the day before. */
const om = (vandaag: string, nu: string) => ({ ...o.omg, klok: { vandaag: () => datum(vandaag), nu: () => nu } })
const voorMiddernacht = () => om('2026-02-23', '2026-02-23T22:59:59.995Z')
const erna = (tijd: string) => om('2026-02-24', `2026-02-23T23:${tijd}.000Z`)
const zegels = () => o.sql<{ dag: string; stromen: number }>('SELECT dag::text AS dag, stromen FROM zegel')
const noteer = (omg: Opzet['omg']) =>
  voerUit(omg, consulent.wie, {
    proces: procesVan('melding'),
    id: zaak.id,
    opdracht: 'notitie',
    invoer: { tekst: 'Geschreven om middernacht.' },
    versie: null,
    sleutel: null,
  })
const wachtenden = async () =>
  (
    await o.sql(
      'SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE datname = current_database() AND NOT granted',
    )
  ).length

test('what was begun before midnight and lands after it is under the seal', async () => {
  const slot = await maakClient(o.eigenaarUrl)
  await slot.query('BEGIN')
  await slot.query('SELECT FROM stroom WHERE id = $1 FOR UPDATE', [zaak.id])
  const bezig = noteer(voorMiddernacht())
  await vi.waitUntil(async () => (await wachtenden()) === 1)
  let klaar = false
  const zegel = verzegel(erna('10:00'), consulent.wie.regio).finally(() => {
    klaar = true
  })
  await vi.waitUntil(async () => klaar || (await wachtenden()) === 2)
  await slot.query('ROLLBACK')
  await slot.end()
  await bezig
  // Where this machine was slow the seal gave up waiting, and comes back.
  expect((await zegel) || (await verzegel(erna('20:00'), consulent.wie.regio))).toBe(true)
  expect(await zegels()).toEqual([{ dag: '2026-02-24', stromen: 1 }])
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('the first minutes of a day seal nothing: the clock of another process may be behind', async () => {
  expect(await verzegel(erna('04:59'), consulent.wie.regio)).toBe(false)
  // That other process, still before midnight.
  await noteer(voorMiddernacht())
  expect(await verzegel(erna('05:00'), consulent.wie.regio)).toBe(true)
  expect(await zegels()).toEqual([{ dag: '2026-02-24', stromen: 1 }])
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a writer that does not end puts the seal off, and holds up nobody else for long', async () => {
  const hangt = await maakClient(o.appUrl)
  await hangt.query('BEGIN')
  await hangt.query('SELECT pg_advisory_xact_lock_shared($1)', [JOURNAALSLOT])
  expect(await verzegel(erna('10:00'), consulent.wie.regio)).toBe(false)
  await noteer(erna('10:00'))
  await hangt.end()
  expect(await verzegel(erna('11:00'), consulent.wie.regio)).toBe(true)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('while the filling of the region is not complete the night brings the lists to today and seals nothing', async () => {
  const morgen = erna('10:00')
  await nacht(morgen, { zegel: false })
  expect(await o.sql('SELECT afgeleid_op::text AS op FROM werkrij')).toEqual([{ op: '2026-02-24' }])
  expect(await zegels()).toEqual([])
  await nacht(morgen)
  expect(await zegels()).toHaveLength(1)
})

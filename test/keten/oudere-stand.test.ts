import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql as herzien } from '../../src/opslag/migraties/0014-identiteit-en-contact.ts'
import { meld, plaatsing, totToegekend, wandel } from './loop.ts'
import { type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  o = await opzet('2026-02-23')
})
afterAll(() => o.weg())

test('cases of an earlier version get what the fold came to remember from their own journal', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  await meld(consulent)
  const gezien = await wandel(consulent, await meld(consulent), 'registreer')
  const plaatser = await o.als('den-haag', 'plaatser')
  const wacht = await plaatsing(plaatser, await totToegekend(o))
  const eerst = await plaatser.doe(wacht, 'legContactVast', { datum: '2026-02-22', verslag: 'x' })
  await plaatser.doe(eerst.body, 'legContactVast', { datum: '2026-02-21', verslag: 'x' })
  const bevindingen = async () => (await o.controleer()).bevindingen.length
  // As it stood: no identity remembered, and the contact that was entered last.
  await o.sql(`UPDATE stroom SET stand = stand - 'identiteit' WHERE soort = 'melding'`)
  await o.sql(`UPDATE stroom SET stand = stand || '{"laatsteContact": "2026-02-21"}' WHERE id = '${wacht.id}'`)
  await o.sql(`UPDATE wachtrij SET laatste_contact = '2026-02-21' WHERE id = '${wacht.id}'`)
  expect(await bevindingen()).toBeGreaterThan(0)
  await o.sql(herzien)
  expect(await bevindingen()).toBe(0)
  const terug = (await consulent.haal<{ taken: { opdracht: string; toestand: string }[] }>(`/meldingen/${gezien.id}`))
    .body
  expect(terug.taken.find((t) => t.opdracht === 'stelIdentiteitVast')?.toestand).toBe('klaar')
})

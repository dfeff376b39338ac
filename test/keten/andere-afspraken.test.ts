/** A reading that is chosen, or a decision that is added, while cases run (D5, D6). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { afsprakenPerRegio } from '../../src/domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { controleer, type Rapport } from '../../src/server/controleer.ts'
import { nacht } from '../../src/server/nacht.ts'
import { meld } from './loop.ts'
import { type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeEach(async () => {
  o = await opzet('2026-02-23', { zonderUitleg: true })
})
afterEach(() => o.weg())

/** The same program after a restart on the same day, with the reading that was chosen meanwhile. */
const herstart = async (): Promise<Opzet['omg']> => ({
  ...o.omg,
  afspraken: afsprakenPerRegio(await laadAfspraken(programmamap, { demonstratie: true })),
})
const controle = async (omg: Opzet['omg']): Promise<Rapport> => {
  const client = await maakClient(o.eigenaarUrl)
  try {
    return await controleer(client, omg)
  } finally {
    await client.end()
  }
}
/** Reported before: DH 3.1 and 3.2 contradict each other until someone chooses. */
const herhaald = { eerderGemeld: 'ja', eerderGemeldOp: '2025-11-03' }
const woont = { gemeldBij: 'zoetermeer', woonplaats: 'zoetermeer', herkomst: 'zoetermeer', eerderGewoond: 'nee' }

test('the lists follow the same day, and the check says apart what was derived with other agreements', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const { id } = await meld(consulent, { herkomst: { ...woont, ...herhaald } })
  const rij = async () =>
    (
      await o.sql(
        'SELECT g.slug, w.strijdig IS NULL AS eenduidig FROM werkrij w JOIN organisatie g ON g.id = w.aan_zet WHERE w.id = $1',
        [id],
      )
    )[0]
  expect(await rij()).toEqual({ slug: 'zoetermeer', eenduidig: false })
  const omg = await herstart()
  expect(await controle(omg)).toMatchObject({ andereAfspraken: 1, bevindingen: [] })
  await nacht(omg)
  // Den Haag is named now, but nobody gave it the case: the case stays with whoever has it, and says so.
  expect(await rij()).toEqual({ slug: 'zoetermeer', eenduidig: true })
  expect(await controle(omg)).toMatchObject({ andereAfspraken: 0, bevindingen: [] })
})

test('what does not follow from the agreements is compared all the same', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const { id } = await meld(consulent)
  await o.kraak("UPDATE werkrij SET naam = 'Iemand anders' WHERE id = $1", [id])
  const { bevindingen } = await controle(await herstart())
  expect(bevindingen.map((b) => b.stroom)).toEqual([id, id])
})

test('a closed case keeps the mark of its last day, and is compared in full', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const zaak = await meld(consulent)
  const dicht = await consulent.doe(zaak, 'trekIn', { datum: '2026-02-23', reden: 'Niet meer nodig.' })
  expect(dicht.status).toBe(200)
  const omg = await herstart()
  expect(await controle(omg)).toMatchObject({ andereAfspraken: 0, bevindingen: [] })
  await o.kraak("UPDATE werkrij SET taak = 'screening' WHERE id = $1", [zaak.id])
  expect((await controle(omg)).bevindingen.map((b) => b.stroom)).toEqual([zaak.id, zaak.id])
})

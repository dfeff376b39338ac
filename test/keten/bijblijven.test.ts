/** What a program does with decisions of its region from its start on (D6). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { afsprakenPerRegio, type Omgeving } from '../../src/domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { blijfBij } from '../../src/server/bijblijven.ts'
import { meld } from './loop.ts'
import { type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeEach(async () => {
  o = await opzet('2026-02-23')
})
afterEach(() => o.weg())

async function stelVast(): Promise<void> {
  const coordinator = await o.als('den-haag', 'regiocoordinator')
  const { etag } = await coordinator.haal('/convenanten/den-haag')
  const body = {
    versie: '2025-01-01',
    uitleg: 'herhaalde-melding',
    besloten: '2026-02-20',
    door: 'het bestuurlijk overleg',
  }
  const { status } = await coordinator.stuur('/convenanten/den-haag/opdrachten/stel-uitleg-vast', body, {
    'if-match': etag,
  })
  expect(status).toBe(200)
}
/** The program after a restart, with the readings of its files replaced. */
async function herstart(zonder: string[] = []): Promise<Omgeving> {
  const geladen = await laadAfspraken(programmamap, { demonstratie: true })
  const convenanten = geladen.convenanten.map((c) => ({ ...c, uitleg: c.uitleg.filter((u) => !zonder.includes(u.id)) }))
  return { ...o.omg, afspraken: afsprakenPerRegio({ ...geladen, convenanten }) }
}

test('it counts with them from its start, and brings the lists up to date after one taken here', async () => {
  await meld(await o.als('zoetermeer', 'consulent'))
  await stelVast()
  const omg = await herstart()
  const gemeld: string[] = []
  const bij = await blijfBij(omg, o.appUrl, (regel) => gemeld.push(regel))
  expect(omg.afspraken('den-haag').merk).toBe(o.omg.afspraken('den-haag').merk)
  expect(await o.controleer()).toMatchObject({ andereAfspraken: 1 })
  bij.naBesluit(omg.adresboek.regio('den-haag')!)
  // Stopping waits for what was begun.
  await bij.stop()
  expect(await o.controleer()).toMatchObject({ andereAfspraken: 0, bevindingen: [] })
  expect(gemeld).toEqual([])
})

test('a recorded decision about a reading that left the file is told at the start', async () => {
  await stelVast()
  await expect(blijfBij(await herstart(['herhaalde-melding']), o.appUrl, () => undefined)).rejects.toThrow(
    'Convenant Den Haag 2025 heeft geen uitleg herhaalde-melding',
  )
})

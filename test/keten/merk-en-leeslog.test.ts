import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { bewaarAfspraken } from '../../src/opslag/convenant-versies.ts'
import { eenMelding, type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  o = await opzet('2026-02-23')
})
afterAll(() => o.weg())

test('the mark of an event reads back to the very texts it rested on: covenant, statute and decision', async () => {
  await bewaarAfspraken(o.omg.pool, await laadAfspraken(programmamap, { demonstratie: true }))
  const consulent = await o.als('zoetermeer', 'consulent')
  const { body } = await consulent.stuur<Zaak>('/meldingen', eenMelding())
  const bestanden = await o.sql<{ pad: string; tekst: string }>(
    `SELECT b.pad, b.tekst FROM gebeurtenis g JOIN afspraken_merk m ON m.merk = g.afspraken JOIN afspraakbestand b USING (sha256)
     WHERE g.stroom = $1 AND g.nummer = 1 ORDER BY b.pad`,
    [body.id],
  )
  const paden = bestanden.map((b) => b.pad)
  expect(paden).toContain('convenanten/den-haag/2025-01-01.md')
  expect(paden).toContain('kaders/wmo-2015.md')
  expect(paden.some((p) => p.includes('verlenging'))).toBe(true)
  expect(bestanden.find((b) => b.pad === 'kaders/wmo-2015.md')?.tekst).toContain('2.3.2')
})

test('a list of two logs two persons, not the one behind it', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  for (const achternaam of ['Een', 'Twee', 'Drie'])
    await consulent.stuur('/meldingen', eenMelding({ persoon: { achternaam } }))
  await o.sql('TRUNCATE leeslog')
  const { body } = await consulent.haal<Werklijst>('/werklijst?tab=team&limiet=2')
  expect(body.rijen).toHaveLength(2)
  expect(body.volgende).not.toBeNull()
  const [rij] = await o.sql<{ aantal: number }>(
    "SELECT cardinality(personen) AS aantal FROM leeslog WHERE verzoek = 'GET /werklijst'",
  )
  expect(rij?.aantal).toBe(2)
})

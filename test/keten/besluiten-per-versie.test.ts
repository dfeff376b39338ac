/** The list of decisions when a region has more than one version (issue 3, point 6): who decided what, when and why. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Convenantbeeld } from '../../src/domein/bestuur/convenant.schema.ts'
import { leesConvenant } from '../../src/domein/bestuur/convenant.routes.ts'
import { afsprakenPerRegio } from '../../src/domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { type Opzet, opzet } from './opzet.ts'

let o: Opzet
let map: string
beforeEach(async () => {
  o = await opzet('2026-02-23')
  map = mkdtempSync(join(tmpdir(), 'regiodak-besluiten-'))
  for (const deel of ['kaders', 'convenanten', 'voorbeelddata'])
    cpSync(join(programmamap, deel), join(map, deel), { recursive: true })
})
afterEach(async () => {
  rmSync(map, { recursive: true })
  await o.weg()
})

const PAD = '/convenanten/den-haag'
const besluit = { versie: '2025-01-01', besloten: '2026-01-20', door: 'het bestuurlijk overleg' }

test('what a decision chose and why is told, also of the words of the file and of a decision withdrawn', async () => {
  const coordinator = await o.als('den-haag', 'regiocoordinator')
  const doe = async (opdracht: string, body: object) => {
    const { etag } = await coordinator.haal(PAD)
    return (await coordinator.stuur<Convenantbeeld>(`${PAD}/opdrachten/${opdracht}`, body, { 'if-match': etag })).body
  }
  const zo = await doe('stel-uitleg-vast', { ...besluit, uitleg: 'herhaalde-melding' })
  const eigen = zo.artikelen
    .flatMap((a) => a.bepalingen.flatMap((b) => b.uitleg))
    .find((u) => u.id === 'herhaalde-melding')!
  const { id, gekozen, zin } = zo.besluiten.find((b) => b.uitleg === 'herhaalde-melding')!
  expect(gekozen).toEqual({
    artikel: eigen.artikel,
    lid: eigen.lid,
    onderdeel: eigen.onderdeel,
    anker: eigen.anker,
    vraag: eigen.vraag,
    keuze: 'Den Haag.',
    reden: eigen.reden,
  })
  expect(zin).toBe(`Uitleg vastgesteld. ${eigen.vraag} Gekozen: Den Haag.`)
  const anders = {
    keuze: 'De woongemeente.',
    reden: 'Zij kent de cliënt.',
    voorrang: 'melding-bij-woongemeente',
  }
  const na = await doe('stel-uitleg-vast', {
    ...besluit,
    ...anders,
    besloten: '2026-01-21',
    uitleg: 'herhaalde-melding',
  })
  const tweede = na.besluiten.find((b) => b.besloten === '2026-01-21')!
  expect(tweede.gekozen).toMatchObject({ keuze: 'De woongemeente.', reden: 'Zij kent de cliënt.' })
  const weg = await doe('trek-besluit-in', { besluit: tweede.id, reden: 'Een vergissing.' })
  expect(weg.besluiten.find((b) => b.id === tweede.id)).toMatchObject({
    gekozen: { keuze: 'De woongemeente.' },
    ingetrokken: { reden: 'Een vergissing.' },
  })
  expect(weg.besluiten.find((b) => b.id === id)?.gekozen?.keuze).toBe('Den Haag.')
})

test('under a new version the decisions about the earlier one stay on the list, and its readings stay its own', async () => {
  const coordinator = await o.als('den-haag', 'regiocoordinator')
  const { etag } = await coordinator.haal(PAD)
  const vast = { ...besluit, uitleg: 'herhaalde-melding' }
  await coordinator.stuur(`${PAD}/opdrachten/stel-uitleg-vast`, vast, { 'if-match': etag })
  const oud = readFileSync(join(map, 'convenanten/den-haag/2025-01-01.md'), 'utf8')
  const nieuw = oud.replace('ingang: 2025-01-01', 'ingang: 2026-02-01').replace('tot: 2026-01-01', 'tot: 2027-02-01')
  writeFileSync(join(map, 'convenanten/den-haag/2026-02-01.md'), nieuw)
  const omg = { ...o.omg, afspraken: afsprakenPerRegio(await laadAfspraken(map, { demonstratie: true })) }
  const { beeld } = await leesConvenant(omg, coordinator.wie, 'den-haag')
  expect(beeld.ingang).toBe('2026-02-01')
  expect(beeld.besluiten.map((b) => [b.soort, b.versie, b.besloten])).toEqual([
    ['vastgestelde-uitleg', '2025-01-01', '2026-01-20'],
    ['verlenging', '2025-01-01', '2025-11-27'],
  ])
  const lezingen = beeld.artikelen.flatMap((a) => a.bepalingen.flatMap((b) => b.uitleg))
  expect(lezingen.find((u) => u.id === 'herhaalde-melding')).toMatchObject({ vastgesteld: null, besluit: null })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { eenMelding, type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  o = await opzet('2026-02-23')
})
afterAll(() => o.weg())

test('a first report of a resident of Zoetermeer is handled there, and the onderzoek is due after Easter', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const gemeld = await consulent.stuur<Zaak>('/meldingen', eenMelding())
  expect(gemeld.status, JSON.stringify(gemeld.body)).toBe(201)
  const zaak = gemeld.body
  expect(zaak.behandelendeGemeente.slug).toBe('zoetermeer')
  expect(zaak.beslissendeGemeente.slug).toBe('den-haag')
  expect(zaak.aanZet?.slug).toBe('zoetermeer')
  expect(zaak.termijnen.find((t) => t.code === 'onderzoek')?.datum).toBe('2026-04-07')
  expect(JSON.stringify(zaak.termijnen[0]?.waarom)).toContain('Goede Vrijdag')
})

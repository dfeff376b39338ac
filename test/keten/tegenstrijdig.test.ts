import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Strijdigheden, Zaak } from '../../src/domein/antwoorden.ts'
import { eenMelding, type Opzet, opzet } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  o = await opzet('2026-02-23', { zonderUitleg: true })
})
afterAll(() => o.weg())

/** DH 3.1 gives every report to the municipality, DH 3.2 only first ones: a repeated report has two answers. */
const herhaald = {
  herkomst: {
    gemeldBij: 'zoetermeer',
    woonplaats: 'zoetermeer',
    herkomst: 'zoetermeer',
    eerderGemeld: 'ja',
    eerderGemeldOp: '2025-11-03',
    eerderGewoond: 'nee',
  },
}

test('where the covenant contradicts itself and nobody chose, the case stays with its holder and goes on', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const gemeld = await consulent.stuur<Zaak>('/meldingen', eenMelding(herhaald))
  expect(gemeld.status, JSON.stringify(gemeld.body)).toBe(201)
  const zaak = gemeld.body
  expect(zaak.aanZet?.waarom.soort).toBe('tegenstrijdig')
  expect(zaak.aanZet?.slug).toBe('zoetermeer')
  expect(zaak.letOp.join(' ')).toContain('regiocoördinator')
  expect(zaak.letOp.join(' ')).toContain('artikel 3 lid 1')
  expect((await consulent.doe(zaak, 'registreer', { identiteit: 'gezien' })).body.stap).toBe('screening')
})

test('the regiocoördinator gets the contradiction as a task, with the articles and how many cases wait, but no case', async () => {
  const coordinator = await o.als('den-haag', 'regiocoordinator')
  const { body } = await coordinator.haal<Strijdigheden>('/werklijst/_strijdigheden')
  expect(body.strijdigheden).toHaveLength(1)
  expect(body.strijdigheden[0]).toMatchObject({ taak: 'screening', zaken: 1 })
  expect(body.strijdigheden[0]?.tussen).toContain('artikel 3 lid 1')
  expect(body.strijdigheden[0]?.tussen).toContain('artikel 3 lid 2')
  const consulent = await o.als('rijswijk', 'consulent')
  expect((await consulent.haal<Strijdigheden>('/werklijst/_strijdigheden')).body.strijdigheden).toEqual([])
})

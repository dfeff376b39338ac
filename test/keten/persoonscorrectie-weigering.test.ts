import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Probleem, Zaak } from '../../src/domein/antwoorden.ts'
import { inRijswijk, jan, juist, versBsn } from './jan.ts'
import { meld, stap } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let zoetermeer: Persoon
let rijswijk: Persoon
let centrum: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  zoetermeer = await o.als('zoetermeer', 'consulent')
  rijswijk = await o.als('rijswijk', 'consulent')
  centrum = await o.als('den-haag', 'consulent-centrum')
})
afterAll(() => o.weg())

describe('a correction is refused', () => {
  test.each<[string, object, string]>([
    ['a bsn that is none', { bsn: '123456789' }, 'bsn'],
    ['no bsn and not said that none is known', { bsn: undefined, geenBsn: false }, 'bsn'],
    ['no surname', { achternaam: ' ' }, 'achternaam'],
    ['a birth date to come', { geboortedatum: '2026-02-24' }, 'geboortedatum'],
    ['a birth date that does not exist', { geboortedatum: '1990-02-31' }, 'geboortedatum'],
    ['no reason', { reden: '' }, 'reden'],
  ])('with %s, at the field', async (_wat, anders, veld) => {
    const zaak = await meld(zoetermeer, { persoon: jan(undefined) })
    const a = await zoetermeer.doe(zaak, 'corrigeerPersoon', { ...juist(undefined), ...anders })
    expect(a.body).toMatchObject({ status: 400, code: 'INVOER_ONJUIST', fouten: [{ veld }] })
  })

  test('when nothing is different', async () => {
    const bsn = versBsn()
    const zaak = await meld(zoetermeer, { persoon: jan(bsn) })
    const a = await zoetermeer.doe(zaak, 'corrigeerPersoon', juist(bsn, { tussenvoegsel: ' ' }))
    expect(a.body).toMatchObject({ status: 409, code: 'TOEGANG_NIETS_GECORRIGEERD' })
  })

  test('on a version that is no longer the newest, and on a case that is closed', async () => {
    const zaak = await meld(zoetermeer, { persoon: jan(versBsn()) })
    const na = await stap(zoetermeer, zaak, 'notitie', { tekst: 'ertussen' })
    const oud = await zoetermeer.doe(zaak, 'corrigeerPersoon', juist(versBsn()))
    expect(oud.body).toMatchObject({ status: 412, code: 'GEWIJZIGD_DOOR_ANDER' })
    const dicht = await stap(zoetermeer, na, 'trekIn', { datum: '2026-02-23', reden: 'Niet meer nodig.' })
    const a = await zoetermeer.doe(dicht, 'corrigeerPersoon', juist(versBsn()))
    expect(a.body).toMatchObject({ status: 409, code: 'STAP_PAST_NIET' })
  })

  test('to who may read the case only, to who may not see it, and to a role without the task', async () => {
    // Zoetermeer took the report in and passed it on.
    const gelezen = await meld(zoetermeer, { persoon: jan(versBsn()), herkomst: { woonplaats: 'rijswijk' } })
    expect(gelezen.aanZet).toMatchObject({ slug: 'rijswijk' })
    const vreemd = versBsn()
    const probeer = async (wie: Persoon) =>
      ((await wie.doe(gelezen, 'corrigeerPersoon', juist(vreemd))).body as unknown as Probleem).code
    expect(await probeer(zoetermeer)).toBe('NIET_BEVOEGD')
    expect(await probeer(centrum)).toBe('NIET_GEVONDEN')
    const eigen = await meld(centrum, {
      persoon: jan(versBsn()),
      herkomst: { gemeldBij: 'den-haag', woonplaats: 'den-haag' },
    })
    const plaatser = await o.als('den-haag', 'plaatser')
    expect((await plaatser.doe(eigen, 'corrigeerPersoon', juist(versBsn()))).body).toMatchObject({
      code: 'ROL_MIST_TAAK',
    })
    expect((await zoetermeer.haal<Zaak>(`/meldingen/${gelezen.id}`)).body.versie).toBe(gelezen.versie)
  })

  test('and asking it leaves no access to the person whose bsn was tried', async () => {
    const vanJan = versBsn()
    const daar = await meld(rijswijk, { persoon: jan(vanJan), herkomst: inRijswijk })
    const gelezen = await meld(zoetermeer, { persoon: jan(versBsn()), herkomst: { woonplaats: 'rijswijk' } })
    expect((await zoetermeer.doe(gelezen, 'corrigeerPersoon', juist(vanJan))).body).toMatchObject({
      code: 'NIET_BEVOEGD',
    })
    const rijen = await o.sql(
      'SELECT t.via FROM zaak_toegang t JOIN werkrij w ON w.persoon = t.zaak WHERE w.id = $1 AND t.via <> w.id',
      [daar.id],
    )
    expect(rijen).toEqual([])
  })
})

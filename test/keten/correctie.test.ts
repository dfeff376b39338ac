import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { meld, stap, totAdvies, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let rijswijk: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  rijswijk = await o.als('rijswijk', 'consulent')
})
afterAll(() => o.weg())

const corrigeer = (veld: string, waarde: string) => ({ gebeurtenis: 1, veld, waarde, reden: 'Verkeerd overgenomen.' })
const uiterlijk = (zaak: Zaak, code: string) => zaak.termijnen.find((t) => t.code === code)?.datum

test('a corrected report date gives the term of that date, and the wrong entry stays to be seen', async () => {
  const eerst = await meld(consulent)
  expect(uiterlijk(eerst, 'onderzoek')).toBe('2026-04-07')
  const zaak = await stap(consulent, eerst, 'corrigeer', corrigeer('datum', '2026-02-16'))
  expect(zaak.gemeldOp).toBe('2026-02-16')
  expect(uiterlijk(zaak, 'onderzoek')).toBe('2026-03-30')
  const [correctie, , ontvangen] = zaak.tijdlijn
  expect(correctie).toMatchObject({
    soort: 'gecorrigeerd',
    zin: expect.stringContaining('was "20 februari 2026", is nu "16 februari 2026"'),
  })
  expect(ontvangen).toMatchObject({ soort: 'meldingOntvangen', op: '2026-02-20', gecorrigeerd: true })
  expect(correctie?.details).toContainEqual({ label: 'Reden', tekst: 'Verkeerd overgenomen.' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a corrected woonplaats sends the case to where it belongs, and access goes along', async () => {
  const eerst = await meld(consulent, { persoon: { achternaam: 'Verhuizer' } })
  expect((await rijswijk.haal(`/meldingen/${eerst.id}`)).status).toBe(404)
  const zaak = await stap(consulent, eerst, 'corrigeer', corrigeer('woonplaats', 'rijswijk'))
  expect(zaak).toMatchObject({
    woonplaats: 'Rijswijk',
    aanZet: { slug: 'rijswijk' },
    behandelendeGemeente: { slug: 'rijswijk' },
  })
  const daar = await rijswijk.haal<Zaak>(`/meldingen/${eerst.id}`)
  expect(daar.body).toMatchObject({ persoon: { achternaam: 'Verhuizer' }, versie: zaak.versie })
  expect((await consulent.doe(zaak, 'notitie', { tekst: 'nog even' })).body).toMatchObject({ code: 'NIET_BEVOEGD' })
  expect((await wandel(rijswijk, daar.body, 'registreer')).stap).toBe('screening')
  o.zetDag('2026-02-24')
  expect((await consulent.haal(`/meldingen/${eerst.id}`)).status).toBe(404)
  expect((await consulent.haal(`/zaken/${eerst.nummer}`)).status).toBe(404)
  expect((await rijswijk.haal(`/meldingen/${eerst.id}`)).status).toBe(200)
  expect((await o.controleer()).bevindingen).toEqual([])
  o.zetDag('2026-02-23')
})

test('a case that comes back by a second correction is worked on again', async () => {
  const eerst = await meld(consulent)
  const weg = await stap(consulent, eerst, 'corrigeer', corrigeer('woonplaats', 'rijswijk'))
  const terug = await stap(rijswijk, weg, 'corrigeer', corrigeer('woonplaats', 'zoetermeer'))
  expect(terug.aanZet).toMatchObject({ slug: 'zoetermeer' })
  expect((await wandel(consulent, terug, 'registreer')).stap).toBe('screening')
})

test('an earlier report that was forgotten makes the report a repeated one', async () => {
  const eerst = await meld(consulent)
  expect(eerst).toMatchObject({ eersteMelding: { waarde: true }, behandelendeGemeente: { slug: 'zoetermeer' } })
  const zaak = await stap(consulent, eerst, 'corrigeer', corrigeer('eerderGemeld', '2025-06-01'))
  expect(zaak).toMatchObject({ eersteMelding: { waarde: false }, aanZet: { slug: 'den-haag' } })
})

test('what the register knows of an earlier report stays when the own answer of the client is corrected', async () => {
  const persoon = { bsn: '999990019', geenBsn: false, achternaam: 'Tweemaal' }
  await meld(consulent, { persoon, over: { datum: '2026-01-10' } })
  const denHaag = await o.als('den-haag', 'consulent-centrum')
  const eerst = await meld(consulent, { persoon, herkomst: { eerderGemeld: 'ja', eerderGemeldOp: '2026-01-10' } })
  expect(eerst).toMatchObject({ eersteMelding: { waarde: false }, aanZet: { slug: 'den-haag' } })
  const daar = (await denHaag.haal<Zaak>(`/meldingen/${eerst.id}`)).body
  const anders = await stap(denHaag, daar, 'corrigeer', corrigeer('eerderGemeldOp', '2024-01-10'))
  expect(anders).toMatchObject({ eersteMelding: { waarde: false }, aanZet: { slug: 'den-haag' } })
  const nee = await stap(denHaag, anders, 'corrigeer', corrigeer('eerderGemeld', 'nee'))
  expect(nee).toMatchObject({ eersteMelding: { waarde: false }, aanZet: { slug: 'den-haag' } })
})

test.each([
  ['woonplaats', 'zoetermeer'],
  ['datum', '2026-02-20'],
  ['eerderGemeld', 'nee'],
])('a correction of %s to what it is already is refused, and marks nothing as wrong', async (veld, waarde) => {
  const zaak = await meld(consulent)
  const a = await consulent.doe(zaak, 'corrigeer', corrigeer(veld, waarde))
  expect(a.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'waarde' }] })
  expect((await consulent.haal<Zaak>(`/meldingen/${zaak.id}`)).body.tijdlijn.some((r) => r.gecorrigeerd)).toBe(false)
})

test('after the advice the case stays with the decider, and the advising municipality keeps its part', async () => {
  const zaak = await totAdvies(consulent, await meld(consulent))
  const beslisser = await o.als('den-haag', 'beslisser')
  const na = await stap(beslisser, zaak, 'corrigeer', corrigeer('herkomst', 'rijswijk'))
  expect(na).toMatchObject({ herkomst: 'Rijswijk', stap: 'beoordeling', aanZet: { slug: 'den-haag' } })
  expect((await consulent.haal(`/meldingen/${zaak.id}`)).status).toBe(200)
})

test('a corrected date of a case that is under way moves no step before the report', async () => {
  const zaak = await wandel(
    consulent,
    await meld(consulent),
    'registreer',
    'screen',
    'startOnderzoek',
    'rondOnderzoekAf',
  )
  const a = await consulent.doe(zaak, 'corrigeer', corrigeer('datum', '2026-02-21'))
  expect(a.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'waarde' }] })
})

test.each([
  ['datum', '2026-02-24'],
  ['datum', '31-2-2026'],
  ['woonplaats', 'atlantis'],
  ['herkomst', 'Den Haag'],
  ['gemeldBij', 'delft'],
  ['eerderGemeld', 'ooit'],
  ['eerderGemeld', '2026-02-21'],
  ['datum', ''],
])('a correction of %s to "%s" is refused at the field, and nothing changes', async (veld, waarde) => {
  const zaak = await meld(consulent)
  const a = await consulent.doe(zaak, 'corrigeer', corrigeer(veld, waarde))
  expect(a.body).toMatchObject({ status: 400, code: 'INVOER_ONJUIST', fouten: [{ veld: 'waarde' }] })
  expect((await consulent.haal<Zaak>(`/meldingen/${zaak.id}`)).body.versie).toBe(zaak.versie)
})

test('only the report holds facts to correct, and only by who handles it', async () => {
  const zaak = await meld(consulent)
  for (const gebeurtenis of [2, 99])
    expect(
      (await consulent.doe(zaak, 'corrigeer', { ...corrigeer('datum', '2026-02-19'), gebeurtenis })).body,
    ).toMatchObject({
      code: 'TOEGANG_NIET_TE_CORRIGEREN',
    })
  expect((await rijswijk.doe(zaak, 'corrigeer', corrigeer('woonplaats', 'rijswijk'))).body).toMatchObject({
    code: 'NIET_GEVONDEN',
  })
})

describe('a wrong kind of help', () => {
  const soortHulp = (waarde: string) => ({ gebeurtenis: 1, veld: 'voorziening', waarde, reden: 'Verkeerd gekozen.' })

  test('goes to who handles the other kind, and the number keeps its letters', async () => {
    const zaak = await meld(consulent, { persoon: { achternaam: 'Soorthulp' } })
    const na = await stap(consulent, zaak, 'corrigeer', soortHulp('mo'))
    expect(na).toMatchObject({ voorziening: 'mo', nummer: zaak.nummer, aanZet: { slug: 'den-haag' } })
    expect(na.tijdlijn[0]!.zin).toBe('Gecorrigeerd: soort hulp was "beschermd wonen", is nu "maatschappelijke opvang"')
    const centrum = await o.als('den-haag', 'consulent-centrum')
    const hier = (await centrum.haal<Zaak>(`/meldingen/${zaak.id}`)).body
    expect((await stap(centrum, hier, 'corrigeer', soortHulp('bw'))).voorziening).toBe('bw')
    expect((await o.controleer()).bevindingen).toEqual([])
  })

  test('is refused when it is none, and after the advice', async () => {
    const zaak = await meld(consulent, { persoon: { achternaam: 'Soorthulp' } })
    expect((await consulent.doe(zaak, 'corrigeer', soortHulp('jeugd'))).body).toMatchObject({
      code: 'INVOER_ONJUIST',
      fouten: [{ veld: 'waarde', melding: 'Kies beschermd wonen of maatschappelijke opvang.' }],
    })
    const geadviseerd = await totAdvies(consulent, zaak)
    const beslisser = await o.als('den-haag', 'beslisser')
    expect((await beslisser.doe(geadviseerd, 'corrigeer', soortHulp('mo'))).body).toMatchObject({
      code: 'TOEGANG_VOORZIENING_NA_ADVIES',
    })
    const velden = (z: Zaak) => z.tijdlijn.at(-1)!.corrigeerbaar.map((c) => c.veld)
    expect(velden(zaak)).toContain('voorziening')
    expect(velden(geadviseerd)).not.toContain('voorziening')
  })
})

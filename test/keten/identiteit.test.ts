/** Who the client is: established at the onderzoek, with a document (Wmo 2015 art. 2.3.4 lid 1). */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, meld, stap, totAdvies, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let beslisser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  beslisser = await o.als('den-haag', 'beslisser')
})
beforeEach(() => o.zetDag('2026-02-23'))
afterAll(() => o.weg())

const NOG_NIET = 'De identiteit van de cliënt is nog niet vastgesteld'
const gezien = (datum: string, meer: object = {}) => ({ datum, document: 'paspoort', ...meer })
const taak = (zaak: Zaak) => zaak.taken.find((t) => t.opdracht === 'stelIdentiteitVast')

/** A case in its onderzoek, of a client who could not show a document at the desk. */
async function zonderBewijs(): Promise<Zaak> {
  const zaak = await stap(consulent, await meld(consulent), 'registreer', { identiteit: 'nietMogelijk' })
  return wandel(consulent, zaak, 'screen', 'startOnderzoek')
}

test('what could not be shown at the desk is asked for until it was, and kept without a number', async () => {
  let zaak = await zonderBewijs()
  expect(zaak.letOp.join(' ')).toContain(NOG_NIET)
  expect(taak(zaak)).toMatchObject({ naam: 'Identiteit vaststellen', toestand: 'nu', magIk: true, stap: true })
  const nummer = { ...gezien('2026-02-20'), nummer: 'NX1234567' }
  expect((await consulent.doe(zaak, 'stelIdentiteitVast', nummer)).status).toBe(400)
  zaak = await stap(consulent, zaak, 'stelIdentiteitVast', gezien('2026-02-20'))
  expect(zaak.letOp.join(' ')).not.toContain(NOG_NIET)
  expect(taak(zaak)).toMatchObject({ toestand: 'klaar' })
  expect(zaak.tijdlijn[0]).toMatchObject({
    zin: 'Identiteit vastgesteld op 20 februari 2026',
    details: [{ label: 'Identiteitsbewijs', tekst: 'paspoort' }],
  })
  expect(await consulent.doe(zaak, 'stelIdentiteitVast', gezien('2026-02-20'))).toMatchObject({
    status: 409,
    body: { code: 'TOEGANG_IDENTITEIT_BEKEND' },
  })
  expect((await wandel(consulent, zaak, 'rondOnderzoekAf')).stap).toBe('advies')
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('the onderzoek is not done before it is known who the client is; the refusal names the article', async () => {
  const zaak = await zonderBewijs()
  const af = { ...invoer.rondOnderzoekAf, datum: '2026-02-23' }
  const geweigerdAf = await consulent.doe(zaak, 'rondOnderzoekAf', af)
  expect(geweigerdAf).toMatchObject({ status: 409, body: { code: 'TOEGANG_IDENTITEIT_ONTBREEKT' } })
  expect(geweigerdAf.body).toMatchObject({ bron: { wet: 'Wmo 2015', artikel: '2.3.4', lid: '1' } })
  const bekend = await stap(consulent, zaak, 'stelIdentiteitVast', gezien('2026-02-23'))
  // Nor is the report older than the day the document was seen.
  expect((await consulent.doe(bekend, 'rondOnderzoekAf', invoer.rondOnderzoekAf)).body).toMatchObject({
    fouten: [{ veld: 'datum' }],
  })
  expect((await stap(consulent, bekend, 'rondOnderzoekAf', af)).stap).toBe('advies')
})

test('who showed a document at the desk is not asked again', async () => {
  const zaak = await wandel(consulent, await meld(consulent), 'registreer')
  expect(taak(zaak)).toMatchObject({ toestand: 'klaar' })
  expect(zaak.letOp.join(' ')).not.toContain(NOG_NIET)
  expect(taak(await meld(consulent))).toMatchObject({ toestand: 'kan-nog-niet' })
})

test.each([
  ['a day before the report', gezien('2026-02-19'), 'datum'],
  ['a day to come', gezien('2026-02-24'), 'datum'],
  ['a document the statute does not name', gezien('2026-02-20', { document: 'bankpas' }), 'document'],
])('%s is refused at its field', async (_wat, body, veld) => {
  const zaak = await zonderBewijs()
  const uit = await consulent.doe(zaak, 'stelIdentiteitVast', body)
  expect(uit.status).toBe(400)
  expect(uit.body).toMatchObject({ fouten: [{ veld }] })
})

test('a decision without an onderzoek is not held up; who decides still establishes the identity, also afterwards', async () => {
  let zaak = await zonderBewijs()
  // The six weeks of a report of 20 February end on 7 April 2026; a day later the request counts.
  o.zetDag('2026-04-08')
  zaak = await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-08', vorm: 'brief' })
  zaak = (await beslisser.haal<Zaak>(`/meldingen/${zaak.id}`)).body
  expect(taak(zaak)).toMatchObject({ magIk: true })
  zaak = await stap(beslisser, zaak, 'neemBesluit', {
    ...invoer.neemBesluit,
    datum: '2026-04-08',
    ingangsdatum: '2026-04-09',
  })
  zaak = await stap(beslisser, zaak, 'maakBekend', { datum: '2026-04-08', wijze: 'post' })
  expect(zaak).toMatchObject({ stap: 'toegekend' })
  expect(zaak.letOp.join(' ')).toContain(NOG_NIET)
  zaak = await stap(beslisser, zaak, 'stelIdentiteitVast', gezien('2026-04-08'))
  expect(zaak).toMatchObject({ stap: 'toegekend', letOp: [] })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('another municipality does not establish it, and a closed case asks nothing more', async () => {
  const zaak = await zonderBewijs()
  const rijswijk = await o.als('rijswijk', 'consulent')
  expect((await rijswijk.doe(zaak, 'stelIdentiteitVast', gezien('2026-02-20'))).status).toBe(404)
  const dicht = await stap(consulent, zaak, 'trekIn', { datum: '2026-02-23', reden: 'x' })
  expect(dicht.letOp.join(' ')).not.toContain(NOG_NIET)
  expect(await consulent.doe(dicht, 'stelIdentiteitVast', gezien('2026-02-20'))).toMatchObject({
    status: 409,
    body: { code: 'STAP_PAST_NIET' },
  })
  // A municipality whose client did show a document goes on as before.
  expect((await totAdvies(consulent, await meld(consulent))).stap).toBe('beoordeling')
})

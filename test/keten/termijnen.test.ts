import { afterAll, beforeEach, beforeAll, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, meld, stap, totAdvies, totToegekend, wandel } from './loop.ts'
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

const termijn = (zaak: Zaak, code: string) => zaak.termijnen.find((t) => t.code === code)
const op = (dag: string) => ({ over: { datum: dag }, delen: { clientondersteuningOp: dag, persoonlijkPlan: 'ja' } })

/** A case of which the onderzoek is done on the day of the report, and the request came on `aanvraag`. */
async function metAanvraag(dag: string, aanvraag: string): Promise<Zaak> {
  let zaak = await wandel(consulent, await meld(consulent, op(dag)), 'registreer', 'screen', 'startOnderzoek')
  zaak = await stap(consulent, zaak, 'rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: dag })
  zaak = await wandel(consulent, zaak, 'brengAdviesUit')
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver')
  return stap(beslisser, zaak, 'ontvangAanvraag', { datum: aanvraag, vorm: 'brief' })
}

// G-stat: Wmo 2.3.2, a plan within seven days and the onderzoek within six weeks.
test.each([
  ['2025-03-03', '2025-03-10', '2025-04-14'],
  ['2025-03-10', '2025-03-17', '2025-04-22'],
  ['2026-02-20', '2026-02-27', '2026-04-07'],
])('a report of %s: a plan until %s, the onderzoek until %s', async (dag, plan, onderzoek) => {
  o.zetDag(dag)
  const zaak = await meld(consulent, op(dag))
  expect(termijn(zaak, 'persoonlijkPlan')).toMatchObject({ datum: plan })
  expect(termijn(zaak, 'onderzoek')).toMatchObject({ datum: onderzoek, soort: 'wet' })
})

// G-stat: Wmo 2.3.5, two weeks; the fifth of May is a general holiday.
test.each([
  ['2025-04-14', '2025-04-28'],
  ['2025-04-21', '2025-05-06'],
])('a request of %s must be decided on %s', async (dag, besluit) => {
  o.zetDag(dag)
  const zaak = await metAanvraag('2025-03-10', dag)
  expect(termijn(zaak, 'besluit')).toMatchObject({ datum: besluit })
})

// Wmo 2015 art. 2.3.2 lid 3: support is offered before the onderzoek, so nothing of it is dated before that.
test('an onderzoek begins after the offer of support, and its report is not older than its begin', async () => {
  o.zetDag('2026-04-20')
  let zaak = await meld(consulent, { delen: { clientondersteuningOp: undefined } })
  zaak = await wandel(consulent, zaak, 'registreer', 'screen')
  zaak = await stap(consulent, zaak, 'wijsOpClientondersteuning', { datum: '2026-03-02' })
  const fout = async (opdracht: string, body: unknown) =>
    (await consulent.doe(zaak, opdracht, body)).body as unknown as { fouten: { veld: string; melding: string }[] }
  expect((await fout('startOnderzoek', { datum: '2026-03-01' })).fouten).toEqual([
    { veld: 'datum', melding: expect.stringContaining('vóór het aanbod van cliëntondersteuning (2 maart 2026)') },
  ])
  expect(await fout('startOnderzoek', { datum: '2026-04-21' })).toMatchObject({ fouten: [{ veld: 'datum' }] })
  zaak = await stap(consulent, zaak, 'startOnderzoek', { datum: '2026-03-09' })
  expect(zaak.tijdlijn[0]).toMatchObject({ soort: 'onderzoekGestart', op: '2026-03-09' })
  const verslag = (datum: string) => ({ ...invoer.rondOnderzoekAf, datum })
  expect((await fout('rondOnderzoekAf', verslag('2026-03-08'))).fouten).toEqual([
    { veld: 'datum', melding: expect.stringContaining('vóór het begin van het onderzoek (9 maart 2026)') },
  ])
  zaak = await stap(consulent, zaak, 'rondOnderzoekAf', verslag('2026-04-07'))
  expect(termijn(zaak, 'onderzoek')).toMatchObject({ gehaaldOp: '2026-04-07', datum: '2026-04-07' })
})

test('an onderzoek without a date of its own began today, so its report cannot be in time afterwards', async () => {
  o.zetDag('2026-04-20')
  let zaak = await wandel(consulent, await meld(consulent), 'registreer', 'screen')
  zaak = await stap(consulent, zaak, 'startOnderzoek', {})
  const a = await consulent.doe(zaak, 'rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: '2026-03-01' })
  expect(a.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'datum' }] })
})

test('a term that stood still for seven days ends seven days later', async () => {
  o.zetDag('2025-03-12')
  let zaak = await metAanvraag('2025-03-03', '2025-03-03')
  expect(termijn(zaak, 'besluit')).toMatchObject({ datum: '2025-03-17' })
  zaak = await stap(beslisser, zaak, 'schortOp', {
    reden: 'aanvulling',
    brief: '2025-03-05',
    hersteltermijn: '2025-03-12',
    toelichting: 'Loonstrook mist.',
  })
  expect(termijn(zaak, 'besluit')).toMatchObject({ datum: null, toestand: 'stilgezet', stilgezetSinds: '2025-03-06' })
  const lijst = await beslisser.haal<{ rijen: { id: string; termijn: { toestand: string } }[] }>('/werklijst')
  expect(lijst.body.rijen.find((r) => r.id === zaak.id)?.termijn.toestand).toBe('stilgezet')
  for (const [opdracht, body] of [
    ['schortOp', { reden: 'overmacht', van: '2025-03-07', toelichting: 'x' }],
    ['neemBesluit', { ...invoer.neemBesluit, datum: '2025-03-12' }],
  ] as const)
    expect((await beslisser.doe(zaak, opdracht, body)).body, opdracht).toMatchObject({
      code: 'TOEGANG_TERMIJN_STAAT_STIL',
    })
  o.zetDag('2025-03-14')
  zaak = await stap(beslisser, zaak, 'hervat', { op: '2025-03-13' })
  expect(termijn(zaak, 'besluit')).toMatchObject({ datum: '2025-03-24' })
  expect((await beslisser.doe(zaak, 'hervat', { op: '2025-03-14' })).body).toMatchObject({
    code: 'TOEGANG_TERMIJN_LOOPT',
  })
})

test('a period of standing still begins on or after the request, ends after it began, and never overlaps another', async () => {
  o.zetDag('2025-03-20')
  let zaak = await metAanvraag('2025-03-03', '2025-03-05')
  const stil = (van: string) => ({ reden: 'instemming', van, toelichting: 'x' })
  const fout = async (opdracht: string, body: unknown) => (await beslisser.doe(zaak, opdracht, body)).body
  expect(await fout('schortOp', stil('2025-03-04'))).toMatchObject({ fouten: [{ veld: 'van' }] })
  expect(await fout('schortOp', stil('2025-03-21'))).toMatchObject({ fouten: [{ veld: 'van' }] })
  zaak = await stap(beslisser, zaak, 'schortOp', stil('2025-03-10'))
  expect(await fout('hervat', { op: '2025-03-10' })).toMatchObject({ fouten: [{ veld: 'op' }] })
  expect(await fout('hervat', { op: '2025-03-09' })).toMatchObject({ fouten: [{ veld: 'op' }] })
  zaak = await stap(beslisser, zaak, 'hervat', { op: '2025-03-12' })
  expect(await fout('schortOp', stil('2025-03-11'))).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [{ veld: 'van' }],
  })
})

test('a request comes after the onderzoek, or after its six weeks without one', async () => {
  const zaak = await wandel(consulent, await meld(consulent), 'registreer', 'screen')
  const vroeg = await consulent.doe(zaak, 'ontvangAanvraag', invoer.ontvangAanvraag)
  expect(vroeg.body).toMatchObject({
    code: 'TOEGANG_AANVRAAG_TE_VROEG',
    detail: 'Een aanvraag kan pas na het onderzoek, of na 7 april 2026 als het onderzoek dan niet af is.',
    bron: { wet: 'Wmo 2015', artikel: '2.3.2', lid: '9' },
  })
  o.zetDag('2026-04-08')
  const laatsteDag = await consulent.doe(zaak, 'ontvangAanvraag', { datum: '2026-04-07', vorm: 'brief' })
  expect(laatsteDag.body).toMatchObject({ code: 'TOEGANG_AANVRAAG_TE_VROEG' })
  let verder = await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-08', vorm: 'brief' })
  expect(verder.stap).toBe('onderzoek')
  expect(termijn(verder, 'besluit')).toMatchObject({ datum: '2026-04-22' })
  expect(termijn(verder, 'onderzoek')).toMatchObject({ toestand: 'te-laat', dagen: -1 })
  expect(verder.letOp.join(' ')).toContain('voordat het onderzoek klaar was')
  verder = await wandel(consulent, verder, 'startOnderzoek', 'rondOnderzoekAf', 'brengAdviesUit')
  verder = await wandel(beslisser, verder, 'neemAdviesOver')
  expect(verder.stap).toBe('besluit')
})

test('being late is computed from the day of looking, without anything being written', async () => {
  const zaak = await meld(consulent)
  const zie = async (dag: string) => {
    o.zetDag(dag)
    return termijn((await consulent.haal<Zaak>(`/meldingen/${zaak.id}`)).body, 'onderzoek')
  }
  expect(await zie('2026-04-01')).toMatchObject({ toestand: 'week', dagen: 6 })
  expect(await zie('2026-04-07')).toMatchObject({ toestand: 'morgen', dagen: 0 })
  expect(await zie('2026-04-08')).toMatchObject({ toestand: 'te-laat', dagen: -1 })
})

test('a decision lies not before the request, an announcement not before the decision', async () => {
  let zaak = await totAdvies(consulent, await meld(consulent))
  zaak = await wandel(beslisser, zaak, 'neemAdviesOver')
  zaak = await stap(beslisser, zaak, 'ontvangAanvraag', { datum: '2026-02-22', vorm: 'brief' })
  const besluit = async (anders: object) =>
    (await beslisser.doe(zaak, 'neemBesluit', { ...invoer.neemBesluit, ...anders })).body
  expect(await besluit({ datum: '2026-02-21' })).toMatchObject({ fouten: [{ veld: 'datum' }] })
  expect(await besluit({ datum: '2026-02-24' })).toMatchObject({ fouten: [{ veld: 'datum' }] })
  expect(await besluit({ datum: '2026-02-22', einddatum: '2026-03-02' })).toMatchObject({
    fouten: [{ veld: 'einddatum' }],
  })
  expect(await besluit({ datum: '2026-02-22', ingangsdatum: undefined })).toMatchObject({
    fouten: [{ veld: 'ingangsdatum' }],
  })
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...invoer.neemBesluit, datum: '2026-02-22' })
  const vroeg = await beslisser.doe(zaak, 'maakBekend', { datum: '2026-02-21', wijze: 'post' })
  expect(vroeg.body).toMatchObject({ fouten: [{ veld: 'datum' }] })
})

test('a request lies not before the day the onderzoek was done, also when the onderzoek is done', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer', 'screen', 'startOnderzoek')
  zaak = await stap(consulent, zaak, 'rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: '2026-02-22' })
  const vroeg = await consulent.doe(zaak, 'ontvangAanvraag', { datum: '2026-02-21', vorm: 'brief' })
  expect(vroeg.body).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [
      { veld: 'datum', melding: 'De datum van de aanvraag ligt vóór het einde van het onderzoek (22 februari 2026).' },
    ],
  })
  expect(
    termijn(await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-02-22', vorm: 'brief' }), 'besluit'),
  ).toBeDefined()
})

test('of an onderzoek that came too late the client may have asked for a decision before its end', async () => {
  const begin = await wandel(consulent, await meld(consulent), 'registreer', 'screen', 'startOnderzoek')
  o.zetDag('2026-04-10')
  const zaak = await stap(consulent, begin, 'rondOnderzoekAf', { ...invoer.rondOnderzoekAf, datum: '2026-04-10' })
  expect((await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-08', vorm: 'brief' })).stap).toBe('advies')
})

test('when the onderzoek is late the decider can decide on the request, and it is up to them', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer')
  o.zetDag('2026-04-08')
  zaak = await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-08', vorm: 'brief' })
  expect(zaak).toMatchObject({ stap: 'screening', aanZet: { slug: 'den-haag', taak: 'beschikking' } })
  expect(zaak.letOp.join(' ')).toContain('ook als het onderzoek dan nog niet af is')
  const lijst = await beslisser.haal<{ rijen: { id: string; termijn: { code: string } }[] }>('/werklijst')
  expect(lijst.body.rijen.find((r) => r.id === zaak.id)?.termijn).toMatchObject({ code: 'besluit' })
  expect((await consulent.doe(zaak, 'neemBesluit', invoer.neemBesluit)).body).toMatchObject({ code: 'NIET_BEVOEGD' })
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...invoer.neemBesluit, datum: '2026-04-08' })
  expect(zaak.stappen.find((s) => s.code === 'onderzoek')).toMatchObject({ toestand: 'overgeslagen' })
  zaak = await stap(beslisser, zaak, 'maakBekend', { datum: '2026-04-08', wijze: 'post' })
  expect(zaak.stap).toBe('toegekend')
  expect((await o.controleer()).bevindingen).toEqual([])
})

// G-stat: six weeks after 20 February 2026 is Good Friday, so the term ends after Easter.
test('the term for an objection is shown until its last day, and then nobody is late', async () => {
  const zaak = await totToegekend(o)
  const zie = async (dag: string) => {
    o.zetDag(dag)
    return termijn((await beslisser.haal<Zaak>(`/meldingen/${zaak.id}`)).body, 'bezwaar')
  }
  expect(await zie('2026-04-07')).toMatchObject({ datum: '2026-04-07', dagen: 0 })
  expect(await zie('2026-04-08')).toBeUndefined()
})

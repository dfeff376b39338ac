import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { nacht } from '../../src/server/nacht.ts'
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

/** A request of 20 February 2026: two weeks, so the decision is due on 6 March (Wmo 2015 art. 2.3.5 lid 2). */
async function aangevraagd(): Promise<Zaak> {
  const zaak = await totAdvies(consulent, await meld(consulent))
  const verder = await wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag')
  expect(besluit(verder)).toMatchObject({ datum: '2026-03-06' })
  return verder
}
const besluit = (zaak: Zaak) => zaak.termijnen.find((t) => t.code === 'besluit')
const brief = (op: string, tot: string) => ({ reden: 'aanvulling', brief: op, hersteltermijn: tot, toelichting: 'x' })
const fouten = async (zaak: Zaak, opdracht: string, body: object) =>
  ((await beslisser.doe(zaak, opdracht, body)).body as unknown as { fouten?: { veld: string }[] }).fouten?.map(
    (f) => f.veld,
  )

// Awb 4:15 lid 1: from the day after the letter until the day the client completes the request.
test('a letter of 23 February and an answer of 2 March move the decision by the six days in between', async () => {
  let zaak = await stap(beslisser, await aangevraagd(), 'schortOp', brief('2026-02-23', '2026-03-09'))
  expect(besluit(zaak)).toMatchObject({ toestand: 'stilgezet', stilgezetSinds: '2026-02-24' })
  expect(zaak.tijdlijn[0]?.details).toContainEqual({ label: 'Aanvullen kan tot en met', tekst: '9 maart 2026' })
  o.zetDag('2026-03-02')
  zaak = await stap(beslisser, zaak, 'hervat', { op: '2026-03-02' })
  expect(besluit(zaak)).toMatchObject({ datum: '2026-03-12' })
})

/** What "Waarom?" of the term for the decision says, written out: its answer first. */
async function waarom(zaak: Zaak): Promise<{ soort: string; antwoord: string; alles: string }> {
  const { body } = await beslisser.haal<Zaak>(`/meldingen/${zaak.id}?uitleg=ja`)
  const uitkomst = besluit(body)!.waarom
  return { soort: uitkomst.soort, antwoord: uitkomst.waarom.wat, alles: JSON.stringify(uitkomst) }
}

test('the reason of a term that stands still says since when, why, and how its last day will be worked out', async () => {
  let zaak = await stap(beslisser, await aangevraagd(), 'schortOp', {
    reden: 'instemming',
    van: '2026-02-23',
    toelichting: 'x',
  })
  let uit = await waarom(zaak)
  expect(uit).toMatchObject({
    soort: 'ontbreekt',
    antwoord:
      'De beslistermijn staat stil vanaf 23 februari 2026, want de cliënt stemt in met uitstel. Zolang is er geen laatste dag.',
  })
  expect(uit.alles).not.toContain('Het besluit moet uiterlijk')
  expect(uit.alles).toContain('Zonder het stilzetten was de laatste dag vrijdag 6 maart 2026.')
  expect(uit.alles).toContain('bij 6 maart 2026 elke dag op dat hij stilstond. De eerste is 23 februari 2026.')
  expect(uit.alles).not.toContain('vanzelf weer')
  expect(besluit(zaak)?.gegevens.map((g) => [g.label, g.waarde])).toEqual([
    ['datum van de aanvraag', '2026-02-20'],
    ['stilgezet vanaf', '2026-02-23'],
  ])
  expect(zaak.tijdlijn[0]?.waarom).toMatchObject({ soort: 'ontbreekt' })
  o.zetDag('2026-03-02')
  zaak = await stap(beslisser, zaak, 'hervat', { op: '2026-03-02' })
  uit = await waarom(zaak)
  // Seven days, from 23 February up to and including 1 March: 13 March.
  expect(uit).toMatchObject({
    soort: 'bepaald',
    antwoord: 'Het besluit moet uiterlijk vrijdag 13 maart 2026 zijn genomen.',
  })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('waiting for the client, it also says when the term runs again by itself and what is its last day then', async () => {
  const zaak = await stap(beslisser, await aangevraagd(), 'schortOp', brief('2026-02-23', '2026-02-27'))
  const { antwoord, alles } = await waarom(zaak)
  expect(antwoord).toContain('vanaf 24 februari 2026, want we wachten op een aanvulling door de cliënt')
  // From 24 up to and including 27 February: four days after 6 March.
  expect(alles).toContain('weer vanaf 28 februari 2026. De laatste dag is dan dinsdag 10 maart 2026.')
  expect(alles.match(/20 februari 2026 \(aanvraag\)/g)).toHaveLength(1)
})

test('while the term stands still, letting it run again is the task of who decides; not any more when it runs', async () => {
  const taak = (zaak: Zaak) => zaak.taken.find((t) => t.opdracht === 'hervat')
  expect(taak(await aangevraagd())).toMatchObject({ stap: false })
  const zaak = await stap(beslisser, await aangevraagd(), 'schortOp', brief('2026-02-23', '2026-02-27'))
  expect(taak(zaak)).toMatchObject({ naam: 'Beslistermijn weer laten lopen', stap: true, toestand: 'nu', magIk: true })
  const centrum = await o.als('den-haag', 'consulent-centrum')
  expect(taak((await centrum.haal<Zaak>(`/meldingen/${zaak.id}`)).body)).toMatchObject({ stap: true, magIk: false })
  // The time to complete passed unused: the term runs, and the decision is the task.
  o.zetDag('2026-03-03')
  expect(taak((await beslisser.haal<Zaak>(`/meldingen/${zaak.id}`)).body)).toMatchObject({ stap: false, magIk: true })
})

test('who completes the request on the day of the letter stops nothing', async () => {
  const zaak = await stap(beslisser, await aangevraagd(), 'schortOp', brief('2026-02-23', '2026-03-09'))
  expect(besluit(await stap(beslisser, zaak, 'hervat', { op: '2026-02-23' }))).toMatchObject({ datum: '2026-03-06' })
})

test('the term runs again the day after the time to complete has passed unused, and the screen says so', async () => {
  let zaak = await stap(beslisser, await aangevraagd(), 'schortOp', brief('2026-02-23', '2026-02-27'))
  o.zetDag('2026-03-03')
  zaak = (await beslisser.haal<Zaak>(`/meldingen/${zaak.id}`)).body
  expect(zaak.letOp.join(' ')).toContain('tot en met 27 februari 2026')
  expect(await fouten(zaak, 'hervat', { op: '2026-03-03' })).toEqual(['op'])
  zaak = await stap(beslisser, zaak, 'hervat', { op: '2026-02-28' })
  // From 24 up to and including 27 February: four days after 6 March.
  expect(besluit(zaak)).toMatchObject({ datum: '2026-03-10' })
  expect(zaak.letOp.join(' ')).not.toContain('27 februari')
})

// Awb 4:15 lid 1: stopped until the day the client completed the request, or the time for that passed unused.
test('a term that runs again by itself has its date, is late when it is, and the decision can be taken', async () => {
  const stil = await stap(beslisser, await aangevraagd(), 'schortOp', brief('2026-02-23', '2026-02-27'))
  const lijst = async () => {
    const { body } = await beslisser.haal<Werklijst>('/werklijst?tab=mij&limiet=100')
    return body.rijen.find((r) => r.id === stil.id)?.termijn
  }
  o.zetDag('2026-02-27')
  await nacht(o.omg)
  expect(await lijst()).toMatchObject({ toestand: 'stilgezet', datum: null })
  expect((await beslisser.doe(stil, 'neemBesluit', { ...invoer.neemBesluit, datum: '2026-02-27' })).body).toMatchObject(
    {
      code: 'TOEGANG_TERMIJN_STAAT_STIL',
    },
  )
  o.zetDag('2026-02-28')
  await nacht(o.omg)
  expect(await lijst()).toMatchObject({ toestand: 'ruim', datum: '2026-03-10' })
  o.zetDag('2026-04-01')
  await nacht(o.omg)
  expect(await lijst()).toMatchObject({ toestand: 'te-laat', datum: '2026-03-10', dagen: -22 })
  const zaak = (await beslisser.haal<Zaak>(`/meldingen/${stil.id}?uitleg=ja`)).body
  expect(besluit(zaak)).toMatchObject({ datum: '2026-03-10', toestand: 'te-laat', stilgezetSinds: null })
  expect(JSON.stringify(besluit(zaak)?.waarom)).toContain('10 maart 2026')
  expect(zaak.letOp.join(' ')).toContain('de beslistermijn loopt weer')
  const besloten = { ...invoer.neemBesluit, datum: '2026-04-01', ingangsdatum: '2026-04-02' }
  const na = await stap(beslisser, zaak, 'neemBesluit', besloten)
  expect(besluit(await stap(beslisser, na, 'maakBekend', { datum: '2026-04-01', wijze: 'post' }))).toMatchObject({
    datum: '2026-03-10',
    gehaaldOp: '2026-04-01',
  })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a second letter, after the time of the first passed unused, counts both periods', async () => {
  let zaak = await stap(beslisser, await aangevraagd(), 'schortOp', brief('2026-02-23', '2026-02-27'))
  o.zetDag('2026-03-02')
  expect(await fouten(zaak, 'schortOp', brief('2026-02-27', '2026-03-09'))).toEqual(['brief'])
  zaak = await stap(beslisser, zaak, 'schortOp', brief('2026-03-02', '2026-03-06'))
  expect(besluit(zaak)).toMatchObject({ toestand: 'stilgezet', stilgezetSinds: '2026-03-03' })
  o.zetDag('2026-03-05')
  // Four days in February and two in March after 6 March.
  zaak = await stap(beslisser, zaak, 'hervat', { op: '2026-03-05' })
  expect(besluit(zaak)).toMatchObject({ datum: '2026-03-12' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a term that has passed cannot stand still any more', async () => {
  const zaak = await aangevraagd()
  o.zetDag('2026-03-10')
  expect(await fouten(zaak, 'schortOp', brief('2026-03-06', '2026-03-20'))).toEqual(['brief'])
  expect(await fouten(zaak, 'schortOp', { reden: 'overmacht', van: '2026-03-07', toelichting: 'x' })).toEqual(['van'])
  await stap(beslisser, zaak, 'schortOp', brief('2026-03-05', '2026-03-20'))
})

test('a letter asks for its day and the last day to answer; a delay by the client has a day of its own', async () => {
  const zaak = await aangevraagd()
  const van = '2026-02-23'
  expect(await fouten(zaak, 'schortOp', { reden: 'aanvulling', toelichting: 'x' })).toEqual(['brief', 'hersteltermijn'])
  expect(await fouten(zaak, 'schortOp', { ...brief(van, '2026-03-02'), van })).toEqual(['van'])
  expect(await fouten(zaak, 'schortOp', brief(van, van))).toEqual(['hersteltermijn'])
  expect(await fouten(zaak, 'schortOp', { reden: 'vertraging', toelichting: 'x' })).toEqual(['van'])
  const stil = await stap(beslisser, zaak, 'schortOp', { reden: 'vertraging', van, toelichting: 'x' })
  expect(besluit(stil)).toMatchObject({ stilgezetSinds: van })
})

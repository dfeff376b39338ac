/** The client asks for a decision while the municipalities are not ready: the request counts (Wmo 2015 art. 2.3.2 lid 9). */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { invoer, meld, stap, wandel } from './loop.ts'
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

const besluit = (zaak: Zaak) => zaak.termijnen.find((t) => t.code === 'besluit')

test('screening does not close a case in which a decision is owed', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer')
  o.zetDag('2026-04-10')
  zaak = await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-09', vorm: 'brief' })
  for (const uitkomst of ['voorliggend', 'ingetrokken']) {
    const a = await consulent.doe(zaak, 'screen', { uitkomst, toelichting: 'x' })
    expect(a.body).toMatchObject({
      code: 'INVOER_ONJUIST',
      fouten: [{ veld: 'uitkomst' }],
      bron: { wet: 'Wmo 2015', artikel: '2.3.5', lid: '2' },
    })
  }
  zaak = await wandel(consulent, zaak, 'screen')
  expect(zaak.aanZet).toMatchObject({ slug: 'den-haag', taak: 'beschikking' })
  expect(besluit(zaak)).toMatchObject({ datum: '2026-04-23' })
  expect((await stap(beslisser, zaak, 'trekIn', { datum: '2026-04-10', reden: 'x' })).stap).toBe('gesloten')
})

test('a corrected report date that makes the onderzoek timely again is told beside the request', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer')
  o.zetDag('2026-04-10')
  zaak = await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-09', vorm: 'brief' })
  expect(zaak.letOp.join()).toContain('omdat dat niet op tijd af was')
  const correctie = { gebeurtenis: 1, veld: 'datum', waarde: '2026-03-20', reden: 'Verkeerd overgenomen.' }
  zaak = await stap(consulent, zaak, 'corrigeer', correctie)
  expect(zaak.letOp.join()).toContain('nog niet te laat')
  expect(zaak.letOp.join()).not.toContain('omdat dat niet op tijd af was')
})

const nu = (dag: string) => ({ ...invoer.neemBesluit, datum: dag, ingangsdatum: '2026-05-05' })

test.each([
  ['after a late onderzoek', '2026-04-10', '2026-04-09', '2026-04-23'],
  ['in the ordinary order', '2026-02-23', '2026-02-23', '2026-03-09'],
])('%s the decider need not wait for an advice that does not come', async (_wanneer, dag, gevraagd, uiterlijk) => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer', 'screen', 'startOnderzoek')
  o.zetDag(dag)
  const aanvraag = { datum: gevraagd, vorm: 'brief' }
  const verslag = { ...invoer.rondOnderzoekAf, datum: dag }
  if (gevraagd < dag) zaak = await stap(consulent, zaak, 'ontvangAanvraag', aanvraag)
  zaak = await stap(consulent, zaak, 'rondOnderzoekAf', verslag)
  if (!(gevraagd < dag)) zaak = await stap(consulent, zaak, 'ontvangAanvraag', aanvraag)
  expect(zaak.aanZet).toMatchObject({ slug: 'zoetermeer', taak: 'advies' })
  o.zetDag('2026-05-04')
  zaak = (await beslisser.haal<Zaak>(`/meldingen/${zaak.id}`)).body
  expect(besluit(zaak)).toMatchObject({ datum: uiterlijk, toestand: 'te-laat' })
  expect(zaak.letOp.join(' ')).toContain('ook zonder advies')
  expect(zaak.taken.find((t) => t.opdracht === 'neemBesluit')).toMatchObject({ toestand: 'nu', magIk: true })
  expect((await consulent.doe(zaak, 'neemBesluit', nu('2026-05-04'))).body).toMatchObject({ code: 'NIET_BEVOEGD' })
  expect((await beslisser.doe(zaak, 'neemBesluit', nu('2026-05-04'))).body).toMatchObject({
    code: 'INVOER_ONJUIST',
    fouten: [{ veld: 'zonderAdvies' }],
  })
  zaak = await stap(beslisser, zaak, 'neemBesluit', { ...nu('2026-05-04'), zonderAdvies: 'Het advies bleef uit.' })
  expect(zaak).toMatchObject({ stap: 'bekendmaking', aanZet: { slug: 'den-haag' }, advies: null })
  expect(zaak.tijdlijn[0]?.details).toContainEqual({
    label: 'Waarom niet op het advies is gewacht',
    tekst: 'Het advies bleef uit.',
  })
  expect(zaak.stappen.find((s) => s.code === 'advies')).toMatchObject({ toestand: 'overgeslagen' })
  expect((await consulent.doe(zaak, 'brengAdviesUit', invoer.brengAdviesUit)).body).toMatchObject({
    code: 'STAP_PAST_NIET',
  })
  expect((await stap(beslisser, zaak, 'maakBekend', { datum: '2026-05-04', wijze: 'post' })).stap).toBe('toegekend')
  expect((await o.controleer()).bevindingen).toEqual([])
})

/** What a definitive outcome may rest on (D6), over HTTP: refused, adopted, accepted, and then never another. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Convenantbeeld } from '../../src/domein/bestuur/convenant.schema.ts'
import type { Vaststellingbeeld, Vaststellingen } from '../../src/domein/bestuur/vaststelling.schema.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let coordinator: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  coordinator = await o.als('den-haag', 'regiocoordinator')
})
afterAll(() => o.weg())

const factuur = {
  regel: 'doorbelasting-toegang',
  jaar: 2025,
  invoer: {
    tarieven: { 'onderzoek-en-advies': 60000 },
    januariSeptember: { rijswijk: { 'onderzoek-en-advies': 9 }, zoetermeer: { 'onderzoek-en-advies': 30 } },
  },
}
type Fout = { code: string; detail: string; fouten?: { veld: string; melding: string }[] }
const stel = <T = Vaststellingbeeld>(body: object = factuur, wie = coordinator) => wie.stuur<T>('/vaststellingen', body)
async function stelUitlegVast(uitleg: string, besloten: string, anders: object = {}) {
  const { etag } = await coordinator.haal('/convenanten/den-haag')
  const body = { versie: '2025-01-01', uitleg, besloten, door: 'het bestuurlijk overleg', ...anders }
  const a = await coordinator.stuur<Convenantbeeld>('/convenanten/den-haag/opdrachten/stel-uitleg-vast', body, {
    'if-match': etag,
  })
  expect({ status: a.status, body: a.status === 200 ? null : a.body }).toEqual({ status: 200, body: null })
}

test('what can become definitive is what the kinds of the covenant say', async () => {
  const { body } = await coordinator.haal<Vaststellingen>('/vaststellingen')
  expect(body.mogelijk).toContainEqual(
    expect.objectContaining({ regel: 'doorbelasting-toegang', wat: 'doorbelasting' }),
  )
  expect(body.vaststellingen).toEqual([])
})

test('an invoice on readings nobody adopted is refused, named one by one, and nothing is stored', async () => {
  const voor = await o.tel()
  const { status, body } = await stel<Fout>()
  expect({ status, code: body.code }).toEqual({ status: 409, code: 'UITLEG_NIET_VASTGESTELD' })
  expect(body.detail).toContain('aantal-maal-tarief')
  expect(body.detail).toContain('afronden-doorbelasting')
  expect(await o.tel()).toEqual(voor)
  await stelUitlegVast('aantal-maal-tarief', '2026-02-20')
  expect((await stel<Fout>()).body.detail).not.toContain('aantal-maal-tarief')
})

test('once the region adopted them it is kept with its tree, and a later change leaves it as it was', async () => {
  await stelUitlegVast('afronden-doorbelasting', '2026-02-20')
  const { status, body } = await stel()
  expect(status).toBe(201)
  // 9 and 30 counted over nine months, carried on to twelve, at 600 euro each.
  expect(body.uitkomst).toEqual({ rijswijk: { factuur: 720000 }, zoetermeer: { factuur: 2400000 } })
  expect(body).toMatchObject({
    ingang: '2025-01-01',
    op: '2025-12-31',
    vastgesteld: { op: '2026-02-23', door: 'Anneke Tjon' },
  })
  const lees = async () => (await coordinator.haal<Vaststellingbeeld>(`/vaststellingen/${body.id}?uitleg=ja`)).body
  const toen = await lees()
  expect(JSON.stringify(toen.waarom)).toContain('Vastgesteld op 20 februari 2026.')
  await stelUitlegVast('afronden-doorbelasting', '2026-02-22', {
    keuze: 'Doorgerekende aantallen worden eerst hele aantallen.',
    kiest: { aantallen: 'half-omhoog' },
    reden: 'Zo telt de regio mensen.',
  })
  expect(o.omg.afspraken('den-haag').merk).not.toBe(toen.merk)
  expect(await lees()).toEqual(toen)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test.each<[string, object, string]>([
  ['a rule that is not there', { ...factuur, regel: 'bestaat-niet' }, 'regel'],
  ['a rule that gives nothing definitive', { ...factuur, regel: 'looptijd' }, 'regel'],
  [
    'a count that is no number',
    { ...factuur, invoer: { januariSeptember: { rijswijk: { 'onderzoek-en-advies': 'veel' } } } },
    'invoer.januariSeptember.rijswijk.onderzoek-en-advies',
  ],
  ['a field that is not asked', { ...factuur, invoer: { ...factuur.invoer, zonderUitleg: 'ja' } }, 'invoer'],
  ['no input', { regel: 'doorbelasting-toegang', jaar: 2025 }, 'invoer'],
])('%s is refused at its field', async (_wat, body, veld) => {
  const { status, body: fout } = await stel<Fout>(body)
  expect({ status, code: fout.code }).toEqual({ status: 400, code: 'INVOER_ONJUIST' })
  expect(fout.fouten?.map((f) => f.veld)).toEqual([veld])
})

test('what has no single value is not definitive, whatever was adopted', async () => {
  const { body } = await stel<Fout>({ ...factuur, jaar: 2026, invoer: { ...factuur.invoer, tarieven: {} } })
  expect(body).toMatchObject({ code: 'UITKOMST_NIET_BEPAALD', detail: expect.stringContaining('Het tarief voor') })
})

test('everyone of the region reads it, others of it record nothing, and a mistake is named as one', async () => {
  const { body } = await coordinator.haal<Vaststellingen>('/vaststellingen')
  const { id } = body.vaststellingen[0]!
  const consulent = await o.als('rijswijk', 'consulent')
  expect((await consulent.haal<Vaststellingbeeld>(`/vaststellingen/${id}`)).body.uitkomst).toEqual(
    body.vaststellingen[0]!.uitkomst,
  )
  expect((await stel<Fout>(factuur, consulent)).body.code).toBe('ROL_MIST_TAAK')
  const trek = (wie: Persoon) =>
    wie.stuur<Vaststellingbeeld>(
      `/vaststellingen/${id}/opdrachten/trek-in`,
      { reden: 'Verkeerde aantallen.' },
      { 'if-match': '"1"' },
    )
  expect((await trek(consulent)).status).toBe(403)
  const weg = await trek(coordinator)
  expect(weg.body).toMatchObject({
    uitkomst: body.vaststellingen[0]!.uitkomst,
    ingetrokken: { reden: 'Verkeerde aantallen.', door: 'Anneke Tjon' },
  })
  expect((await o.controleer()).bevindingen).toEqual([])
})

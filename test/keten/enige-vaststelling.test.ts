/** One definitive outcome stands at a time (D6, D7), over HTTP: another is refused until the first is withdrawn. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Vaststellingbeeld, Vaststellingen } from '../../src/domein/bestuur/vaststelling.schema.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

/** What the invoice, the settlement and the vote rest on. */
const UITLEG = [
  'aantal-maal-tarief',
  'afronden-doorbelasting',
  'doorbelasten-na-2025',
  'correctie-beide-kanten',
  'wijzigen-met-zijn-allen',
]
let o: Opzet
let coordinator: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  coordinator = await o.als('den-haag', 'regiocoordinator')
  for (const uitleg of UITLEG) {
    const { etag } = await coordinator.haal('/convenanten/den-haag')
    const body = { versie: '2025-01-01', uitleg, besloten: '2026-02-20', door: 'het bestuurlijk overleg' }
    await coordinator.stuur('/convenanten/den-haag/opdrachten/stel-uitleg-vast', body, { 'if-match': etag })
  }
})
afterAll(() => o.weg())

type Fout = { code: string; detail: string; doe: string; fouten?: { veld: string; melding: string }[] }
const stel = async (body: object, wie = coordinator) => {
  const a = await wie.stuur<Vaststellingbeeld & Fout>('/vaststellingen', body)
  return { status: a.status, body: a.body }
}
const trekIn = (id: string) =>
  coordinator.stuur(
    `/vaststellingen/${id}/opdrachten/trek-in`,
    { reden: 'Verkeerde aantallen.' },
    { 'if-match': '"1"' },
  )
const factuur = (mensen: number, anders: object = {}) => ({
  regel: 'doorbelasting-toegang',
  jaar: 2025,
  invoer: {
    tarieven: { 'onderzoek-en-advies': 60000 },
    januariSeptember: { rijswijk: { 'onderzoek-en-advies': mensen } },
    ...anders,
  },
})
const GEWEIGERD = 'Dit staat al definitief vast: factuur over 2025, vastgesteld op 23 februari 2026.'

test('a second invoice over the same year is refused, whoever sends it, until the first is withdrawn', async () => {
  const eerste = await stel(factuur(9))
  expect(eerste.status).toBe(201)
  const voor = await o.tel()
  for (const wie of [coordinator, await o.als('den-haag', 'jurist')]) {
    const { status, body } = await stel(factuur(10), wie)
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 409,
      code: 'AL_DEFINITIEF',
      detail: GEWEIGERD,
    })
  }
  expect(await o.tel()).toEqual(voor)
  expect((await trekIn(eerste.body.id)).status).toBe(200)
  const tweede = await stel(factuur(10))
  // 10 counted over nine months is 13 1/3 over the year: at 600 euro each, 8.000 euro.
  expect(tweede.body.uitkomst).toEqual({ rijswijk: { factuur: 800000 } })
  const { body } = await coordinator.haal<Vaststellingen>('/vaststellingen')
  expect(body.vaststellingen.filter((v) => !v.ingetrokken).map((v) => v.id)).toEqual([tweede.body.id])
})

test('the settlement of that year is another outcome than its invoice, and there is one of it too', async () => {
  const afrekening = factuur(10, { heelJaar: { rijswijk: { 'onderzoek-en-advies': 12 } } })
  expect((await stel(afrekening)).status).toBe(201)
  expect((await stel(afrekening)).body.detail).toContain('afrekening over 2025')
})

test('of two at the same moment one stands', async () => {
  const ander = await o.als('den-haag', 'jurist')
  const beide = await Promise.all([stel({ ...factuur(9), jaar: 2026 }), stel({ ...factuur(10), jaar: 2026 }, ander)])
  expect(new Set(beide.map((b) => b.status))).toEqual(new Set([201, 409]))
})

const stemming = {
  regel: 'wijziging',
  jaar: 2026,
  op: '2026-02-20',
  onderwerp: 'Wassenaar neemt een taak over',
  invoer: { ronden: [{ voor: ['den-haag'], tegen: ['rijswijk'] }] },
}

test('one meeting holds a vote per subject, and each subject once', async () => {
  expect((await stel(stemming)).body).toMatchObject({ onderwerp: 'Wassenaar neemt een taak over' })
  const weer = await stel({ ...stemming, onderwerp: 'wassenaar neemt een taak over' })
  expect({ status: weer.status, detail: weer.body.detail }).toEqual({
    status: 409,
    detail:
      'Dit staat al definitief vast: stemming van 20 februari 2026 over wassenaar neemt een taak over, vastgesteld op 23 februari 2026.',
  })
  expect((await stel({ ...stemming, onderwerp: 'De begroting' })).status).toBe(201)
  expect((await stel({ ...stemming, op: '2026-02-21' })).status).toBe(201)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('an invoice has no subject', async () => {
  const { status, body } = await stel({ ...factuur(9), jaar: 2024, onderwerp: 'De begroting' })
  expect({ status, velden: body.fouten?.map((f) => f.veld) }).toEqual({ status: 400, velden: ['onderwerp'] })
})

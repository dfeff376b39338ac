/** An addendum over HTTP (D6): recorded, named at its lids and in every outcome, and nothing definitive without its text. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Convenantbeeld } from '../../src/domein/bestuur/convenant.schema.ts'
import type { Vaststellingen } from '../../src/domein/bestuur/vaststelling.schema.ts'
import { meld } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let coordinator: Persoon
beforeEach(async () => {
  o = await opzet('2026-02-23')
  coordinator = await o.als('den-haag', 'regiocoordinator')
})
afterEach(() => o.weg())

const PAD = '/convenanten/den-haag'
const lees = async (op = '2026-02-23') => (await coordinator.haal<Convenantbeeld>(`${PAD}?op=${op}`)).body
type Fout = { code: string; detail: string; fouten: { veld: string; melding: string }[] }
const doe = async <T = Convenantbeeld>(opdracht: string, body: object, wie = coordinator) => {
  const { etag } = await wie.haal(PAD)
  return wie.stuur<T>(`${PAD}/opdrachten/${opdracht}`, body, { 'if-match': etag })
}
const leg = <T = Convenantbeeld>(anders: object = {}, wie = coordinator) =>
  doe<T>(
    'leg-addendum-vast',
    {
      versie: '2025-01-01',
      besloten: '2026-02-20',
      door: 'de colleges van de negen gemeenten',
      over: [{ artikel: '3', lid: '1', onderdeel: 'a' }],
      ingang: '2026-02-23',
      ...anders,
    },
    wie,
  )
const bepaling = (beeld: Convenantbeeld, anker: string) =>
  beeld.artikelen.flatMap((a) => a.bepalingen).find((b) => b.anker === anker)!
const ZIN = 'Sinds 23 februari 2026 geldt een addendum over dit lid. De nieuwe tekst staat nog niet in Regiodak.'

test('the page names it at its lids and among the decisions, with who recorded it, until it is withdrawn', async () => {
  const { status, body } = await leg({ tekst: 'Zie de brief van 20 februari.' })
  expect(status).toBe(200)
  const [besluit] = body.besluiten.filter((b) => b.soort === 'addendum')
  expect(besluit).toMatchObject({
    zin: 'Addendum over artikel 3 lid 1 onder a. Het gaat in op 23 februari 2026.',
    tekst: 'Zie de brief van 20 februari.',
    addendum: { ingang: '2026-02-23', over: [{ anker: 'artikel-3-lid-1-a' }] },
    vastgelegd: { door: 'Anneke Tjon', op: '2026-02-23' },
  })
  const gewijzigd = (beeld: Convenantbeeld) =>
    beeld.artikelen.flatMap((a) => a.bepalingen.filter((b) => b.addenda.length).map((b) => b.anker))
  expect(gewijzigd(body)).toEqual(['artikel-3-lid-1-a'])
  expect(bepaling(body, 'artikel-3-lid-1-a').addenda).toEqual([
    { besluit: besluit!.id, besloten: '2026-02-20', ingang: '2026-02-23' },
  ])
  expect(gewijzigd(await lees('2026-02-19'))).toEqual([])
  const weg = await doe('trek-besluit-in', { besluit: besluit!.id, reden: 'Een ander lid.' })
  expect(gewijzigd(weg.body)).toEqual([])
  expect(weg.body.besluiten.find((b) => b.id === besluit!.id)?.ingetrokken).toMatchObject({ reden: 'Een ander lid.' })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a case that rests on the lid says so in its reason and on its page; before its day nothing does', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const boom = async (id: string) => JSON.stringify((await consulent.haal(`/meldingen/${id}?uitleg=ja`)).body)
  await leg({ ingang: '2026-03-01' })
  const eerst = await meld(consulent)
  expect(await boom(eerst.id)).not.toContain('addendum')
  await leg({ over: [{ artikel: '3' }] })
  const daarna = await meld(consulent)
  expect(await boom(daarna.id)).toContain(ZIN)
  expect(await boom(daarna.id)).toContain('Wie aan zet is, berust op een tekst die door een addendum is gewijzigd.')
})

test('nothing that rests on it becomes definitive, for the years it holds in', async () => {
  const stel = async (jaar: number) => {
    const invoer = {
      tarieven: { 'onderzoek-en-advies': 60000 },
      januariSeptember: { rijswijk: { 'onderzoek-en-advies': 9 } },
    }
    const { status, body } = await coordinator.stuur<Fout>('/vaststellingen', {
      regel: 'doorbelasting-toegang',
      jaar,
      op: `${jaar}-12-31`,
      invoer,
    })
    return { status, code: body.code, detail: body.detail }
  }
  const { body } = await coordinator.haal<Vaststellingen>('/vaststellingen')
  const { artikel, lid } = body.mogelijk.find((m) => m.regel === 'doorbelasting-toegang')!.bron
  const vast = await leg({ over: [{ artikel, ...(lid && { lid }) }] })
  const voor = await o.tel()
  const geweigerd = await stel(2026)
  expect(geweigerd).toMatchObject({ status: 409, code: 'ADDENDUM_ZONDER_TEKST' })
  expect(geweigerd.detail).toContain(`artikel ${artikel}`)
  expect(geweigerd.detail).toContain('van 20 februari 2026, ingaand 23 februari 2026.')
  expect(await o.tel()).toEqual(voor)
  // Over 2025 the old text held: only the readings are in the way.
  expect((await stel(2025)).code).toBe('UITLEG_NIET_VASTGESTELD')
  const { id } = vast.body.besluiten.find((b) => b.soort === 'addendum')!
  await doe('trek-besluit-in', { besluit: id, reden: 'Een ander lid.' })
  expect((await stel(2026)).code).not.toBe('ADDENDUM_ZONDER_TEKST')
})

test.each<[string, object, string[]]>([
  ['no place', { over: [] }, ['over']],
  ['no list of places', { over: undefined }, ['over']],
  ['an article that is not there', { over: [{ artikel: '99' }] }, ['over.0.artikel']],
  ['a lid that is not there', { over: [{ artikel: '3' }, { artikel: '4', lid: '99' }] }, ['over.1.lid']],
  ['a part that is not there', { over: [{ artikel: '3', lid: '1', onderdeel: 'z' }] }, ['over.0.onderdeel']],
  ['the same place twice', { over: [{ artikel: '3' }, { artikel: '3', lid: '1' }] }, ['over.1.artikel']],
  ['a first day before the covenant', { ingang: '2024-12-31' }, ['ingang']],
  ['no first day', { ingang: undefined }, ['ingang']],
  ['a decision of tomorrow', { besloten: '2026-02-24' }, ['besloten']],
])('%s is refused at its field, in Dutch, and nothing is stored', async (_wat, anders, velden) => {
  const voor = await o.tel()
  const { status, body } = await leg<Fout>(anders)
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'INVOER_ONJUIST' })
  expect(body.fouten.map((f) => f.veld)).toEqual(velden)
  expect(body.fouten[0]?.melding).toMatch(/^[A-ZÀ-Ý].*[.]$/)
  expect(await o.tel()).toEqual(voor)
})

test('only co-ordinator and jurist record one', async () => {
  const { status, body } = await leg<Fout>({}, await o.als('zoetermeer', 'consulent'))
  expect({ status, code: body.code }).toEqual({ status: 403, code: 'ROL_MIST_TAAK' })
  expect((await leg({}, await o.als('den-haag', 'jurist'))).status).toBe(200)
})

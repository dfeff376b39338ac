/** Decisions that a region takes here (D6): recorded, counted in at once by every process, and withdrawn as a mistake. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Convenantbeeld } from '../../src/domein/bestuur/convenant.schema.ts'
import { afsprakenPerRegio, type Omgeving } from '../../src/domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { luister } from '../../src/opslag/luister.ts'
import { KANAAL } from '../../src/opslag/regiobesluiten.ts'
import { JOURNAALSLOT } from '../../src/opslag/transactie.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { nacht } from '../../src/server/nacht.ts'
import { procesVan } from '../../src/server/processen.ts'
import { voerUit } from '../../src/server/uitvoeren.ts'
import { meld } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'

let o: Opzet
let coordinator: Persoon
beforeEach(async () => {
  o = await opzet('2026-02-23')
  coordinator = await o.als('den-haag', 'regiocoordinator')
})
afterEach(() => o.weg())

const PAD = '/convenanten/den-haag'
const lees = async (wie = coordinator) => (await wie.haal<Convenantbeeld>(PAD)).body
const doe = async <T = Convenantbeeld>(opdracht: string, body: object, wie = coordinator) => {
  const { etag } = await wie.haal(PAD)
  return wie.stuur<T>(`${PAD}/opdrachten/${opdracht}`, body, { 'if-match': etag })
}
const besluit = { versie: '2025-01-01', besloten: '2026-02-20', door: 'het bestuurlijk overleg' }
const herhaald = { ...besluit, uitleg: 'herhaalde-melding' }
const uitlegVan = (beeld: Convenantbeeld, id: string) =>
  beeld.artikelen.flatMap((a) => a.bepalingen.flatMap((b) => b.uitleg)).find((u) => u.id === id)!

test('an adopted reading is labelled so at once, with who decided and who recorded it', async () => {
  expect(uitlegVan(await lees(), 'herhaalde-melding')).toMatchObject({ vastgesteld: null, besluit: null })
  const { status, body, etag } = await doe('stel-uitleg-vast', herhaald)
  expect(status).toBe(200)
  expect(etag).toMatch(/^"1-/)
  expect(uitlegVan(body, 'herhaalde-melding')).toMatchObject({
    vastgesteld: '2026-02-20',
    besluit: { door: 'het bestuurlijk overleg', vastgelegd: { door: 'Anneke Tjon', op: '2026-02-23' } },
  })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('before its day a decision does not count', async () => {
  await doe('stel-uitleg-vast', herhaald)
  const { body } = await coordinator.haal<Convenantbeeld>(`${PAD}?op=2026-02-19`)
  expect(uitlegVan(body, 'herhaalde-melding').vastgesteld).toBeNull()
})

test('a case reported after it carries the new mark, and its tree says that the reading was adopted', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  const woont = { gemeldBij: 'zoetermeer', woonplaats: 'zoetermeer', herkomst: 'zoetermeer', eerderGewoond: 'nee' }
  const opnieuw = { herkomst: { ...woont, eerderGemeld: 'ja', eerderGemeldOp: '2025-11-03' } }
  const eerst = await meld(consulent, opnieuw)
  await doe('stel-uitleg-vast', herhaald)
  const daarna = await meld(consulent, opnieuw)
  const merken = await o.sql<{ stroom: string; afspraken: string }>(
    'SELECT stroom, afspraken FROM gebeurtenis WHERE stroom = ANY($1) AND nummer = 1',
    [[eerst.id, daarna.id]],
  )
  expect(new Set(merken.map((m) => m.afspraken)).size).toBe(2)
  const boom = async (id: string) => JSON.stringify((await consulent.haal(`/meldingen/${id}?uitleg=ja`)).body)
  expect(await boom(daarna.id)).toContain('Vastgesteld op 20 februari 2026.')
  // The words of the decision can be found behind the mark, like those of the files.
  const [bron] = await o.sql<{ tekst: string }>(
    "SELECT b.tekst FROM gebeurtenis g JOIN afspraken_merk m ON m.merk = g.afspraken JOIN afspraakbestand b USING (sha256) WHERE g.stroom = $1 AND g.nummer = 1 AND b.pad LIKE 'journaal/%'",
    [daarna.id],
  )
  expect(bron?.tekst).toContain('herhaalde-melding')
})

test('what open cases derive from it follows the same day', async () => {
  const consulent = await o.als('zoetermeer', 'consulent')
  await meld(consulent)
  await doe('stel-uitleg-vast', herhaald)
  expect(await o.controleer()).toMatchObject({ andereAfspraken: 1, bevindingen: [] })
  await nacht(o.omg, { zegel: false })
  expect(await o.controleer()).toMatchObject({ andereAfspraken: 0, bevindingen: [] })
})

/** Another process on the same database: its own memory, which nobody told anything. */
const anderProces = async (): Promise<Omgeving> => ({
  ...o.omg,
  afspraken: afsprakenPerRegio(await laadAfspraken(programmamap, { demonstratie: true })),
})

test('a command in another process counts with it, without a restart and without being told', async () => {
  const ander = await anderProces()
  await doe('stel-uitleg-vast', herhaald)
  expect(ander.afspraken('den-haag').merk).not.toBe(o.omg.afspraken('den-haag').merk)
  const { id } = await voerUit(ander, (await o.als('zoetermeer', 'consulent')).wie, {
    proces: procesVan('melding'),
    id: null,
    opdracht: 'ontvang',
    invoer: eenMelding(),
    versie: null,
    sleutel: sleutel(),
  })
  const [g] = await o.sql<{ afspraken: string }>('SELECT afspraken FROM gebeurtenis WHERE stroom = $1', [id])
  expect(g?.afspraken).toBe(o.omg.afspraken('den-haag').merk)
})

test('commands and a decision at the same moment: every event carries the mark of what counted when it was stored', async () => {
  const consulenten = await Promise.all(['zoetermeer', 'rijswijk', 'wassenaar'].map((g) => o.als(g, 'consulent')))
  const oud = o.omg.afspraken('den-haag').merk
  const meldingen = Array.from({ length: 12 }, (_, i) => {
    const wie = consulenten[i % consulenten.length]!
    const gemeente = wie.wie.organisatie.slug
    return wie.stuur(
      '/meldingen',
      eenMelding({ herkomst: { gemeldBij: gemeente, woonplaats: gemeente, herkomst: gemeente, eerderGewoond: 'nee' } }),
    )
  })
  const [vast, ...antwoorden] = await Promise.all([doe('stel-uitleg-vast', herhaald), ...meldingen])
  expect([vast.status, ...antwoorden.map((a) => a.status)]).toEqual([200, ...meldingen.map(() => 201)])
  const nieuw = o.omg.afspraken('den-haag').merk
  // A transaction gets its number when it first writes, and until the decision was stored nobody else could.
  const rijen = await o.sql<{ afspraken: string; soort: string }>(
    'SELECT afspraken, soort FROM gebeurtenis ORDER BY age(xmin) DESC',
  )
  const plek = rijen.findIndex((r) => r.soort === 'besluitVastgelegd')
  expect(plek).toBeGreaterThanOrEqual(0)
  expect(rijen.filter((r, i) => r.afspraken !== (i <= plek ? oud : nieuw))).toEqual([])
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a mistake is named as one: withdrawn, it no longer counts, and it stays on the list', async () => {
  const { body } = await doe('stel-uitleg-vast', herhaald)
  const { id } = body.besluiten.find((b) => b.uitleg === 'herhaalde-melding')!
  const na = await doe('trek-besluit-in', { besluit: id, reden: 'Dit was een andere uitleg.' })
  expect(na.status).toBe(200)
  expect(uitlegVan(na.body, 'herhaalde-melding')).toMatchObject({ vastgesteld: null, besluit: null })
  expect(na.body.besluiten.find((b) => b.id === id)?.ingetrokken).toEqual({
    op: '2026-02-23',
    door: 'Anneke Tjon',
    reden: 'Dit was een andere uitleg.',
  })
  expect((await doe<{ code: string }>('trek-besluit-in', { besluit: id, reden: 'Nog eens.' })).body.code).toBe(
    'BESLUIT_INGETROKKEN',
  )
  expect((await doe('stel-uitleg-vast', herhaald)).status).toBe(200)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a reading can be adopted with the other rule first, and later the region may choose otherwise', async () => {
  const eerst = await doe('stel-uitleg-vast', {
    ...herhaald,
    voorrang: 'melding-bij-woongemeente',
    keuze: 'De gemeente waar de inwoner woont.',
    reden: 'Die kent de inwoner al.',
  })
  expect(uitlegVan(eerst.body, 'herhaalde-melding')).toMatchObject({
    voorrang: 'melding-bij-woongemeente',
    keuze: 'De gemeente waar de inwoner woont.',
    reden: 'Die kent de inwoner al.',
  })
  const later = { ...herhaald, besloten: '2026-02-22' }
  const zelfde = {
    ...later,
    voorrang: 'melding-bij-woongemeente',
    keuze: 'De gemeente waar de inwoner woont.',
    reden: 'Nog eens.',
  }
  expect((await doe('stel-uitleg-vast', zelfde)).status).toBe(400)
  const terug = await doe('stel-uitleg-vast', later)
  expect(uitlegVan(terug.body, 'herhaalde-melding')).toMatchObject({
    voorrang: 'toegang-bij-centrumgemeente',
    vastgesteld: '2026-02-22',
  })
})

test('an extension and a tariff count as those of a file do', async () => {
  const verlengd = await doe('leg-verlenging-vast', { ...besluit, tot: '2028-01-01' })
  expect(verlengd.body.looptijd?.waarde).toMatchObject({ geldt: true, totEnMet: '2027-12-31' })
  const tarief = await doe('leg-tarief-vast', { ...besluit, post: 'onderzoek-en-advies', jaar: 2026, centen: 61250 })
  expect(tarief.status).toBe(200)
  expect(tarief.body.besluiten.map((b) => b.zin)).toContainEqual(
    expect.stringMatching(/^Tarief voor onderzoek-en-advies in 2026: €\s612,50\.$/),
  )
})

const fout = { ...herhaald }
test.each<[string, string, object, string]>([
  ['an unknown reading', 'stel-uitleg-vast', { ...fout, uitleg: 'bestaat-niet' }, 'uitleg'],
  [
    'other words while the same is computed',
    'stel-uitleg-vast',
    { ...fout, uitleg: 'wachtlijst-bij-plaatser', keuze: 'Elke gemeente zelf.', reden: 'Zo gaat het nu.' },
    'keuze',
  ],
  [
    'another choice without a reason',
    'stel-uitleg-vast',
    { ...fout, uitleg: 'afronden-doorbelasting', keuze: 'Eerst de aantallen.', kiest: { aantallen: 'half-omhoog' } },
    'reden',
  ],
  ['an unknown way', 'stel-uitleg-vast', { ...fout, kiest: { quorum: 'half' } }, 'kiest.quorum'],
  ['a rule that is not part of it', 'stel-uitleg-vast', { ...fout, voorrang: 'looptijd' }, 'voorrang'],
  ['a day to come', 'stel-uitleg-vast', { ...fout, besloten: '2026-02-24' }, 'besloten'],
  ['a day before the covenant', 'stel-uitleg-vast', { ...fout, besloten: '2024-12-31' }, 'besloten'],
  ['a day that does not exist', 'stel-uitleg-vast', { ...fout, besloten: '2026-02-30' }, 'besloten'],
  ['a version that is not there', 'stel-uitleg-vast', { ...fout, versie: '2020-01-01' }, 'versie'],
  ['nobody who decided', 'stel-uitleg-vast', { ...fout, door: ' ' }, 'door'],
  ['an invented decision', 'stel-uitleg-vast', { ...fout, fictief: 'ja' }, 'fictief'],
  ['an extension that adds nothing', 'leg-verlenging-vast', { ...besluit, tot: '2027-01-01' }, 'tot'],
  ['an extension of one day', 'leg-verlenging-vast', { ...besluit, tot: '2027-01-02' }, 'tot'],
  ['an extension past every limit', 'leg-verlenging-vast', { ...besluit, tot: '2032-01-01' }, 'tot'],
  [
    'an extension decided before the last one',
    'leg-verlenging-vast',
    { ...besluit, besloten: '2025-02-01', tot: '2028-01-01' },
    'besloten',
  ],
  ['a tariff of no post', 'leg-tarief-vast', { ...besluit, post: 'implementatie', jaar: 2026, centen: 1 }, 'post'],
  [
    'a decision of elsewhere',
    'trek-besluit-in',
    { besluit: '00000000-0000-7000-8000-000000000000', reden: 'Fout' },
    'besluit',
  ],
  ['evidence of tomorrow', 'voeg-bewijs-toe', { plicht: 'x', op: '2026-02-24', wat: 'Verslag' }, 'op'],
  ['evidence of before the covenant', 'voeg-bewijs-toe', { plicht: 'x', op: '2024-12-31', wat: 'Verslag' }, 'op'],
  [
    'a link that is not safe',
    'voeg-bewijs-toe',
    { plicht: 'x', op: '2026-02-20', wat: 'Verslag', link: 'http://denhaag.nl/verslag' },
    'link',
  ],
  ['evidence of no duty', 'voeg-bewijs-toe', { plicht: 'x', op: '2026-02-20', wat: 'Verslag' }, 'plicht'],
  [
    'evidence that does not say which municipality, where each must do it',
    'voeg-bewijs-toe',
    { plicht: 'mandaatbesluit-nemen', op: '2026-02-20', wat: 'Mandaatbesluit' },
    'gemeente',
  ],
  [
    'evidence of a municipality without this duty',
    'voeg-bewijs-toe',
    { plicht: 'mandaatbesluit-nemen', op: '2026-02-20', wat: 'Mandaatbesluit', gemeente: 'delft' },
    'gemeente',
  ],
  [
    'a link that is none',
    'voeg-bewijs-toe',
    { plicht: 'x', op: '2026-02-20', wat: 'Verslag', link: 'javascript:x' },
    'link',
  ],
])('%s is refused at its field, in Dutch, and nothing is stored', async (_wat, opdracht, body, veld) => {
  const voor = await o.tel()
  const { status, body: antwoord } = await doe<{ code: string; fouten: { veld: string; melding: string }[] }>(
    opdracht,
    body,
  )
  expect({ status, code: antwoord.code }).toEqual({ status: 400, code: 'INVOER_ONJUIST' })
  expect(antwoord.fouten.map((f) => f.veld)).toEqual([veld])
  expect(antwoord.fouten[0]?.melding).toMatch(/^[A-ZÀ-Ý].*[.]$/)
  expect(await o.tel()).toEqual(voor)
})

test('only co-ordinator and jurist record; everyone of the region reads', async () => {
  for (const [slug, rol] of [
    ['zoetermeer', 'consulent'],
    ['den-haag', 'contractmanager'],
    ['den-haag', 'beslisser'],
  ] as const) {
    const wie = await o.als(slug, rol)
    const beeld = await lees(wie)
    expect(beeld.magVastleggen).toBe(false)
    const { status, body } = await doe<{ code: string }>('stel-uitleg-vast', herhaald, wie)
    expect({ status, code: body.code }, rol).toEqual({ status: 403, code: 'ROL_MIST_TAAK' })
  }
  const jurist = await o.als('den-haag', 'jurist')
  expect((await lees(jurist)).magVastleggen).toBe(true)
  expect((await doe('stel-uitleg-vast', herhaald, jurist)).status).toBe(200)
  // And the other of the two goes on with the same list.
  expect((await doe('leg-verlenging-vast', { ...besluit, tot: '2028-01-01' })).status).toBe(200)
  expect(uitlegVan(await lees(await o.als('wassenaar', 'consulent')), 'herhaalde-melding').vastgesteld).toBe(
    '2026-02-20',
  )
})

test('whoever saw an older list is refused, and the same request twice counts once', async () => {
  const { etag } = await coordinator.haal(PAD)
  const koppen = { 'if-match': etag, 'idempotency-key': sleutel() }
  const een = await coordinator.stuur(`${PAD}/opdrachten/stel-uitleg-vast`, herhaald, koppen)
  const twee = await coordinator.stuur(`${PAD}/opdrachten/stel-uitleg-vast`, herhaald, koppen)
  expect([een.status, twee.status]).toEqual([200, 200])
  expect(twee.etag).toBe(een.etag)
  const oud = await coordinator.stuur(
    `${PAD}/opdrachten/leg-verlenging-vast`,
    { ...besluit, tot: '2028-01-01' },
    { 'if-match': etag },
  )
  expect(oud.status).toBe(412)
})

test('another region is read, not written', async () => {
  const { status, body } = await coordinator.haal<Convenantbeeld>('/convenanten/assen?op=2024-06-01')
  expect({ status, regio: body.regio, mag: body.magVastleggen }).toEqual({ status: 200, regio: 'assen', mag: false })
  const schrijf = await coordinator.stuur('/convenanten/assen/opdrachten/stel-uitleg-vast', herhaald, {
    'if-match': '"0"',
  })
  expect(schrijf.status).toBe(403)
  expect((await coordinator.haal('/convenanten/utopia')).body).toMatchObject({ code: 'REGIO_ONBEKEND' })
})

test('a program that only listens reads the new agreements, also after its connection was lost', async () => {
  const ander = await anderProces()
  const regio = ander.adresboek.regio('den-haag')!
  const [luistert, gehoord, opnieuw] = [1, 2, 3].map(() => Promise.withResolvers<void>())
  let keer = 0
  const stop = luister(
    o.appUrl,
    KANAAL,
    (bericht) => {
      if (bericht === regio.id) gehoord!.resolve()
      else if ((keer += 1) === 1) luistert!.resolve()
      else opnieuw!.resolve()
    },
    1,
  )
  try {
    await luistert!.promise
    await doe('stel-uitleg-vast', herhaald)
    await gehoord!.promise
    await ander.afspraken.ververs(ander.pool, regio, ander.klok.vandaag())
    expect(ander.afspraken('den-haag').merk).toBe(o.omg.afspraken('den-haag').merk)
    await o.kraak(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    )
    await opnieuw!.promise
  } finally {
    await stop()
  }
})

test('evidence leaves the agreements as they are', async () => {
  const { merk } = o.omg.afspraken('den-haag')
  const plicht = (await lees()).plichten.find((p) => p.aard === 'inspanning')!
  const wat = 'Verslag van het overleg'
  const { body } = await doe('voeg-bewijs-toe', { plicht: plicht.id, op: '2026-02-20', wat })
  expect(body.versie).toBe(1)
  const na = body.plichten.find((p) => p.id === plicht.id)!
  // A duty to try is never done, however much there is to show for it.
  expect(na).toMatchObject({ staat: 'inspanning', bewijs: [{ op: '2026-02-20', wat, door: 'Anneke Tjon' }] })
  const weg = await doe('trek-bewijs-in', { bewijs: na.bewijs[0]!.id, reden: 'Hoort bij een andere plicht.' })
  expect(weg.body.plichten.find((p) => p.id === plicht.id)!.bewijs).toEqual([])
  expect(o.omg.afspraken('den-haag').merk).toBe(merk)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a writer that does not end puts a decision off with a sentence, and nothing of it is stored', async () => {
  const hangt = await maakClient(o.appUrl)
  try {
    await hangt.query('BEGIN')
    await hangt.query('SELECT pg_advisory_xact_lock_shared($1)', [JOURNAALSLOT])
    const { status, body } = await doe<{ code: string }>('stel-uitleg-vast', herhaald)
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'BESLUIT_WACHT' })
    await hangt.query('ROLLBACK')
    expect((await doe('stel-uitleg-vast', herhaald)).status).toBe(200)
  } finally {
    await hangt.end()
  }
})

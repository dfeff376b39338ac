import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UitkomstJson } from '../../src/kern/schrijf-uit.ts'
import type { Vooruitblik, Zaak } from '../../src/domein/antwoorden.ts'
import { legLocatieVast, meld, opPlek, plaatsing, stap, totToegekend, testBsn, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
beforeAll(async () => {
  o = await opzet('2026-02-23')
})
afterAll(() => o.weg())

const herkomst = (gemeldBij: string, woonplaats: string, anders: object = {}) => ({
  gemeldBij,
  woonplaats,
  herkomst: woonplaats,
  eerderGemeld: 'nee',
  eerderGewoond: 'nee',
  ...anders,
})
const met = (n: number) => ({ bsn: testBsn(n), geenBsn: false })
const waarde = (u: UitkomstJson): unknown => (u.soort === 'bepaald' ? u.waarde : u.soort)

const invoerders: Record<string, [string, string]> = {
  'den-haag': ['den-haag', 'consulent-centrum'],
  rijswijk: ['rijswijk', 'consulent'],
  wassenaar: ['wassenaar', 'consulent'],
  zoetermeer: ['zoetermeer', 'consulent'],
  'leidschendam-voorburg': ['leidschendam-voorburg', 'consulent'],
}
const bij = (slug: string): Promise<Persoon> => o.als(...invoerders[slug]!)

// The table R1-R9 of the requirements; where the text contradicts itself, the recorded uitleg (R3, R5, R6, R9).
test.each([
  ['R1', 'bw', 'rijswijk', 'rijswijk', 'nee', 'rijswijk'],
  ['R2', 'bw', 'wassenaar', 'wassenaar', 'nee', 'den-haag'],
  ['R3', 'bw', 'zoetermeer', 'zoetermeer', 'ja', 'den-haag'],
  ['R4', 'bw', 'leidschendam-voorburg', 'den-haag', 'nee', 'leidschendam-voorburg'],
  ['R5', 'bw', 'delft', 'zoetermeer', 'nee', 'den-haag'],
  ['R6', 'bw', 'den-haag', 'rijswijk', 'nee', 'den-haag'],
  ['R7', 'bw', 'den-haag', 'den-haag', 'nee', 'den-haag'],
  ['R8', 'mo', 'rijswijk', 'rijswijk', 'nee', 'den-haag'],
  ['R8', 'mo', 'zoetermeer', 'wassenaar', 'ja', 'den-haag'],
  ['R9', 'bw', 'geen', 'leidschendam-voorburg', 'nee', 'den-haag'],
  ['R9', 'bw', 'buitenland', 'zoetermeer', 'nee', 'den-haag'],
])(
  '%s: %s, lives in %s, reports at %s, reported before %s: handled by %s',
  async (_r, voorziening, woont, gemeld, eerder, verwacht) => {
    const wie = await bij(gemeld)
    const keuze = herkomst(gemeld, woont, {
      eerderGemeld: eerder,
      ...(eerder === 'ja' && { eerderGemeldOp: '2025-10-01' }),
    })
    const over = { voorziening, datum: '2026-02-20', spoed: false, melder: 'client', kanaal: 'loket' }
    const vooruit = await wie.stuur<Vooruitblik>('/meldingen/_vooruitblik', { overDeMelding: over, herkomst: keuze })
    expect(vooruit.status, JSON.stringify(vooruit.body)).toBe(200)
    expect([waarde(vooruit.body.behandelaar), waarde(vooruit.body.beslisser)]).toEqual([verwacht, 'den-haag'])
    const zaak = await meld(wie, { over: { voorziening }, herkomst: keuze })
    expect([zaak.behandelendeGemeente.slug, zaak.beslissendeGemeente.slug, zaak.aanZet?.slug]).toEqual([
      verwacht,
      'den-haag',
      verwacht,
    ])
  },
)

test('a repeated report goes to the centre by a reading that the region has not adopted, and the case says so', async () => {
  const zaak = await meld(await bij('zoetermeer'), { herkomst: { eerderGemeld: 'ja', eerderGemeldOp: '2025-10-01' } })
  const daar = await (await bij('den-haag')).haal<Zaak>(`/meldingen/${zaak.id}?uitleg=ja`)
  expect(daar.body.letOp.join(' ')).toContain('nog niet heeft vastgesteld')
  expect(JSON.stringify(daar.body.aanZet?.waarom)).toContain('uitleg')
})

// 20 February 2026 minus 365 days is 20 February 2025: that day counts, the day before does not.
test.each([
  ['2025-02-20', false, 'den-haag', 1],
  ['2025-02-19', true, 'zoetermeer', 2],
])('the same bsn reported on %s: first report %s, handled by %s', async (dag, eerste, verwacht, n) => {
  const wie = await bij('zoetermeer')
  await meld(wie, { over: { datum: dag }, persoon: met(n) })
  const zaak = await meld(wie, { persoon: met(n) })
  expect(waarde(zaak.eersteMelding)).toBe(eerste)
  expect(zaak.behandelendeGemeente.slug).toBe(verwacht)
})

test('an earlier report at another municipality counts, but only its date crosses the border', async () => {
  const rijswijk = await bij('rijswijk')
  const daar = await meld(rijswijk, {
    over: { datum: '2026-01-12' },
    persoon: { ...met(3), adres: 'Geheime straat 1' },
    herkomst: herkomst('rijswijk', 'rijswijk'),
  })
  const hier = await bij('zoetermeer')
  const vooruit = await hier.stuur<Vooruitblik>('/meldingen/_vooruitblik', {
    client: { persoon: { bsn: testBsn(3), achternaam: 'Verzonnen', geboortedatum: '1990-05-13' } },
    herkomst: { ...herkomst('zoetermeer', 'zoetermeer'), eerderGemeld: 'nee', eerderGewoond: 'nee' },
  })
  expect(waarde(vooruit.body.eersteMelding)).toBe(false)
  expect(vooruit.body).toMatchObject({ zaken: [], elders: 1 })
  const tekst = JSON.stringify(vooruit.body)
  for (const spoor of [daar.id, daar.nummer, 'Geheim']) expect(tekst).not.toContain(spoor)
  expect((await hier.haal(`/meldingen/${daar.id}`)).status).toBe(404)
  const zaak = await meld(hier, { persoon: met(3) })
  expect([waarde(zaak.eersteMelding), zaak.behandelendeGemeente.slug]).toEqual([false, 'den-haag'])
  expect(JSON.stringify(zaak)).not.toContain(daar.id)
  expect((await hier.haal(`/meldingen/${daar.id}`)).status).toBe(404)
})

test('spaces, dots and a missing leading zero are the same bsn, in the preview as in the report', async () => {
  const wie = await bij('zoetermeer')
  await meld(wie, { persoon: { bsn: '012345672', geenBsn: false } })
  for (const schrijfwijze of ['12345672', '0123 45 672', '0123.45.672']) {
    const vooruit = await wie.stuur<Vooruitblik>('/meldingen/_vooruitblik', {
      client: { persoon: { bsn: schrijfwijze, achternaam: 'Verzonnen', geboortedatum: '1990-05-13' } },
      herkomst: { ...herkomst('zoetermeer', 'zoetermeer'), eerderGemeld: 'nee', eerderGewoond: 'nee' },
    })
    expect(waarde(vooruit.body.eersteMelding), schrijfwijze).toBe(false)
    expect(vooruit.body.zaken).toHaveLength(1)
  }
})

test('a first report and a new client are two facts, and both stand on the case', async () => {
  const wie = await bij('zoetermeer')
  // Reported more than 365 days ago, requested within them: a first report of someone who is not new.
  const eerst = await wandel(
    wie,
    await meld(wie, { over: { datum: '2025-01-02' }, persoon: met(4) }),
    'registreer',
    'screen',
  )
  await stap(wie, eerst, 'ontvangAanvraag', { datum: '2025-03-03', vorm: 'brief' })
  const zaak = await meld(wie, { persoon: met(4) })
  expect([waarde(zaak.eersteMelding), waarde(zaak.nieuweClient)]).toEqual([true, false])
  expect(zaak.behandelendeGemeente.slug).toBe('zoetermeer')
  const onbekend = await meld(wie, { persoon: met(5) })
  expect([waarde(onbekend.eersteMelding), waarde(onbekend.nieuweClient)]).toEqual([true, true])
})

test('an earlier report for opvang makes a report for beschermd wonen no repeated one', async () => {
  await meld(await bij('zoetermeer'), { over: { voorziening: 'mo' }, persoon: met(6) })
  const zaak = await meld(await bij('zoetermeer'), { persoon: met(6) })
  expect([waarde(zaak.eersteMelding), zaak.behandelendeGemeente.slug]).toEqual([true, 'zoetermeer'])
})

test.each([
  // The report is of 20 February 2026, today is the 23rd; 365 days before the report is 20 February 2025.
  ['still, today', '2026-02-23', false],
  ['until the day after the report', '2026-02-21', false],
  ['until the day of the report', '2026-02-20', false],
  ['until the first day of the window', '2025-02-21', false],
  ['until long ago', '2024-06-01', true],
])('who lived in a place elsewhere %s: what counts is the window before the report', async (_wat, tot, nieuw) => {
  const zaak = await meld(await bij('zoetermeer'), { herkomst: { eerderGewoond: 'ja', eerderGewoondTot: tot } })
  expect(waarde(zaak.nieuweClient)).toBe(nieuw)
})

test('a report that is entered after one of a later day says so: both were taken for the first', async () => {
  const wie = await bij('zoetermeer')
  const later = await meld(wie, { persoon: met(33) })
  const eerder = await meld(wie, {
    over: { datum: '2026-02-10' },
    persoon: met(33),
    delen: { clientondersteuningOp: '2026-02-10' },
  })
  expect([waarde(later.eersteMelding), waarde(eerder.eersteMelding)]).toEqual([true, true])
  expect(later.letOp.filter((zin) => zin.includes('latere dag'))).toEqual([])
  expect(eerder.letOp[0]).toMatch(/een melding van een latere dag \(20 februari 2026\)/)
})

test('a report that was a mistake is no earlier report of anybody; one that was withdrawn is', async () => {
  const wie = await bij('zoetermeer')
  const bijVergissing = async (n: number, vergissing?: boolean): Promise<Zaak> => {
    const fout = await meld(wie, { persoon: met(n) })
    const weg = await stap(wie, fout, 'trekIn', { datum: '2026-02-23', reden: 'x', ...(vergissing && { vergissing }) })
    // Closed: nobody has to finish the onderzoek of it any more.
    expect([fout.termijnen.map((t) => t.code), weg.termijnen]).toEqual([['onderzoek'], []])
    expect(weg.tijdlijn[0]?.zin).toMatch(vergissing ? /vergissing/ : /trok de melding in/)
    return meld(wie, { persoon: met(n) })
  }
  const goed = await bijVergissing(31, true)
  expect([waarde(goed.eersteMelding), goed.behandelendeGemeente.slug]).toEqual([true, 'zoetermeer'])
  const herhaald = await bijVergissing(32)
  expect([waarde(herhaald.eersteMelding), herhaald.behandelendeGemeente.slug]).toEqual([false, 'den-haag'])
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('who lives in a place of the region is not new, whatever the report says', async () => {
  const [plek] = await legLocatieVast(o)
  const plaatser = await o.als('den-haag', 'plaatser')
  const zaak = await totToegekend(o, {
    over: { datum: '2025-01-06' },
    persoon: met(7),
    delen: { clientondersteuningOp: '2025-01-06' },
  })
  await plaatser.doe(await plaatsing(plaatser, zaak), 'plaats', opPlek(plek!))
  // A year and a day after the request only the stay still counts.
  o.zetDag('2027-03-01')
  const nieuw = await meld(await bij('zoetermeer'), { over: { datum: '2027-03-01' }, persoon: met(7) })
  expect(waarde(nieuw.nieuweClient)).toBe(false)
  o.zetDag('2026-02-23')
})

test('whoever passed the report on reads it until it is registered, and no longer', async () => {
  const centrum = await bij('den-haag')
  const zaak = await meld(centrum, { herkomst: herkomst('den-haag', 'leidschendam-voorburg') })
  expect((await centrum.haal<Zaak>(`/meldingen/${zaak.id}`)).body.taken.filter((t) => t.magIk)).toEqual([])
  for (const [opdracht, body] of [
    ['notitie', { tekst: 'x' }],
    ['registreer', { identiteit: 'gezien' }],
    ['trekIn', { datum: '2026-02-23', reden: 'x' }],
    ['wijsToe', { behandelaar: null }],
  ] as const)
    expect((await centrum.doe(zaak, opdracht, body)).body, opdracht).toMatchObject({ status: 403 })
  await wandel(await bij('leidschendam-voorburg'), zaak, 'registreer')
  expect((await centrum.haal(`/meldingen/${zaak.id}`)).status).toBe(404)
})

test('the centre sees a case of Zoetermeer from the advice on, not before', async () => {
  const wie = await bij('zoetermeer')
  const beslisser = await o.als('den-haag', 'beslisser')
  let zaak = await meld(wie)
  for (const opdracht of ['registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf'] as const) {
    expect((await beslisser.haal(`/meldingen/${zaak.id}`)).status).toBe(404)
    zaak = await wandel(wie, zaak, opdracht)
  }
  await wandel(wie, zaak, 'brengAdviesUit')
  expect((await beslisser.haal(`/meldingen/${zaak.id}`)).status).toBe(200)
})

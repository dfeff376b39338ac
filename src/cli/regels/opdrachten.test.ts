import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmamap } from '../../opslag/afspraken-bestanden.ts'
import { regelopdrachten } from './index.ts'

async function draai(regel: string | string[]) {
  const [naam, ...rest] = typeof regel === 'string' ? regel.split(' ') : regel
  const opdracht = regelopdrachten.find((o) => o.naam === naam)!
  const uit: string[] = []
  const fout: string[] = []
  const code = await opdracht.uitvoeren(rest, { schrijf: (t) => uit.push(t), fout: (t) => fout.push(t) })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}
const json = async (regel: string): Promise<Record<string, unknown>> => {
  const { code, uit, fout } = await draai(`${regel} --json`)
  expect({ code, fout }).toEqual({ code: 0, fout: '' })
  return JSON.parse(uit) as Record<string, unknown>
}

const besluiten = join(programmamap, 'voorbeelddata/besluiten')
let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-opdrachten-'))
})
afterAll(() => rmSync(map, { recursive: true }))

// Answers taken from interfaces.md part 1 and the golden figures of the requirements.
test.each([
  ['wie --regio den-haag --op 2025-06-01 --taak onderzoek --voorziening bw --woongemeente zoetermeer', 'zoetermeer'],
  [
    'wie --regio den-haag --op 2025-06-01 --taak onderzoek --voorziening bw --woongemeente zoetermeer --herhaald',
    'den-haag',
  ],
  ['wie --regio den-haag --op 2025-06-01 --taak screening --voorziening bw --woongemeente wassenaar', 'den-haag'],
  [
    'wie --regio den-haag --op 2025-06-01 --taak advies --voorziening bw --woongemeente leidschendam-voorburg --gemeld-bij den-haag',
    'leidschendam-voorburg',
  ],
  [
    'wie --regio den-haag --op 2025-06-01 --taak registratie --voorziening mo --woongemeente geen --gemeld-bij rijswijk --spoed',
    'den-haag',
  ],
  [
    'wie --regio den-haag --op 2025-06-01 --taak advies --voorziening bw --woongemeente buiten-regio --gemeld-bij zoetermeer',
    'den-haag',
  ],
  ['wie --regio den-haag --op 2025-06-01 --taak advies --voorziening bw --woongemeente geen', 'den-haag'],
  ['wie --regio den-haag --op 2025-06-01 --taak advies --voorziening bw --woongemeente s-gravenhage', 'den-haag'],
  [
    `wie --regio den-haag --op 2026-06-01 --taak onderzoek --voorziening bw --woongemeente rijswijk --besluiten ${besluiten}`,
    'rijswijk',
  ],
  ['termijn wmo-onderzoek --vanaf 2026-02-20', { datum: '2026-04-07', zonderVerlenging: '2026-04-03' }],
  ['termijn awb-bezwaar-indienen --vanaf 2026-02-20', { datum: '2026-04-07', zonderVerlenging: '2026-04-03' }],
  ['termijn awb-bezwaar-beslissen --vanaf 2026-04-07', { datum: '2026-05-19', zonderVerlenging: '2026-05-19' }],
  [
    'termijn awb-bezwaar-beslissen --vanaf 2026-04-07 --verdaagd',
    { datum: '2026-06-30', zonderVerlenging: '2026-06-30' },
  ],
  [
    'termijn wmo-beschikking --vanaf 2025-03-03 --opgeschort 2025-03-06/2025-03-13',
    { datum: '2025-03-24', zonderVerlenging: '2025-03-24' },
  ],
  ['termijn convenant-maanden:3 --vanaf 2025-11-30', { datum: '2026-02-28', zonderVerlenging: '2026-02-28' }],
  [
    'dwangsom --ingebrekestelling 2024-03-04 --besluit 2024-04-23',
    { eersteDag: '2024-03-19', dagen: 35, bedrag: 112700 },
  ],
  ['dwangsom --ingebrekestelling 2024-03-04 --op 2024-03-20', { eersteDag: '2024-03-19', dagen: 1, bedrag: 2300 }],
  [
    'dwangsom --ingebrekestelling 2024-03-04 --termijn 2024-03-04 --besluit 2024-04-23',
    { eersteDag: null, dagen: 0, bedrag: 0 },
  ],
  ['looptijd --regio assen --op 2025-12-31', { geldt: true, totEnMet: '2025-12-31' }],
  ['looptijd --regio assen --op 2026-01-01', { geldt: false, totEnMet: '2025-12-31' }],
  ['wie --regio assen --op 2024-06-01 --taak onderzoek --voorziening bw --woongemeente meppel', 'assen'],
  ['looptijd --regio den-haag --op 2025-12-31', { geldt: true, van: '2025-01-01', totEnMet: '2025-12-31' }],
  ['looptijd --regio den-haag --op 2026-01-01', { geldt: false, van: '2025-01-01', totEnMet: '2025-12-31' }],
  [
    'looptijd --regio den-haag --op 2029-06-01 --verlengingen 4',
    { geldt: true, van: '2025-01-01', totEnMet: '2029-12-31' },
  ],
  [
    `looptijd --regio den-haag --op 2026-06-01 --besluiten ${besluiten}`,
    { geldt: true, van: '2025-01-01', totEnMet: '2026-12-31' },
  ],
  ['nieuwe-client --regio den-haag --melding 2024-03-01 --aanvraag 2023-03-01', true],
  ['nieuwe-client --regio den-haag --melding 2024-03-01 --aanvraag 2020-01-01 --aanvraag 2023-03-02', false],
  ['nieuwe-client --regio den-haag --melding 2024-03-01 --bw 2022-01-01/2023-03-03', false],
  ['nieuwe-client --regio den-haag --melding 2024-02-29 --bw 2022-01-01/2023-03-01 --bron wetsvoorstel', false],
])('%s', async (regel, waarde) => {
  expect(await json(regel)).toMatchObject({ soort: 'bepaald', waarde })
})

test('a question without an answer is an answer: exit 0', async () => {
  expect(
    (await json('wie --regio den-haag --op 2025-06-01 --taak klachten --voorziening bw --woongemeente rijswijk')).soort,
  ).toBe('niet-geregeld')
  const na = await json('wie --regio den-haag --op 2026-06-01 --taak advies --voorziening bw --woongemeente rijswijk')
  expect(na).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { versie: '2025-01-01', einde: '2025-12-31' } },
  })
  expect(await json('looptijd --regio den-haag --op 2030-06-01 --verlengingen 5')).toMatchObject({
    soort: 'tegenstrijdig',
    lezingen: [{ waarde: { totEnMet: '2029-12-31' } }, { waarde: { totEnMet: '2030-12-31' } }],
  })
})

test.each([
  ['wie --regio utrecht --taak advies --voorziening bw --woongemeente delft', 'De regio utrecht is niet bekend.'],
  [
    'wie --regio den-haag --taak advies --voorziening bw --woongemeente luilekkerland',
    'luilekkerland is geen gemeente',
  ],
  [
    'wie --regio den-haag --taak advies --voorziening bw --woongemeente delft --gemeld-bij luilekkerland',
    'luilekkerland is geen gemeente',
  ],
  ['wie --regio den-haag --taak adviezen --voorziening bw --woongemeente delft', '--taak adviezen bestaat niet'],
  ['wie --regio den-haag --taak advies --voorziening wlz --woongemeente delft', '--voorziening wlz bestaat niet'],
  ['wie --regio den-haag --taak advies --voorziening bw --woongemeente delft --op 2025-02-30', '--op 2025-02-30'],
  ['termijn wmo-onderzoek --vanaf morgen', '--vanaf morgen'],
  ['termijn wmo-onderzoek --vanaf 2026-02-20 --opgeschort 2026-03-01/2026-03-03', 'Wmo 2015 artikel 2.3.2 lid 1'],
  [
    'termijn wmo-beschikking --vanaf 2026-02-20 --opgeschort 2026-03-03/2026-03-01',
    '--opgeschort 2026-03-03/2026-03-01',
  ],
  ['termijn wmo-beschikking --vanaf 2026-02-20 --verdaagd', 'Wmo 2015 artikel 2.3.5 lid 2'],
  ['termijn streeftermijn --vanaf 2026-02-20', 'streeftermijn'],
  ['looptijd --regio den-haag --verlengingen -1', '--verlengingen -1'],
  ['looptijd --regio den-haag --verlengingen 1.5', '--verlengingen 1.5'],
  ['looptijd --regio den-haag --besluiten /bestaat/niet', '--besluiten /bestaat/niet'],
  ['nieuwe-client --regio den-haag --melding 2026-02-20 --bron krant', '--bron krant bestaat niet'],
  [
    'nieuwe-client --regio den-haag --melding 2025-03-01 --aanvraag 2025-03-02',
    '--aanvraag 2025-03-02 ligt na de melding van 2025-03-01',
  ],
  [
    'nieuwe-client --regio den-haag --melding 2025-03-01 --bw 2025-03-02/2025-04-01',
    '--bw 2025-03-02 ligt na de melding',
  ],
  ['termijn wmo-onderzoek --vanaf 0000-01-01', '--vanaf 0000-01-01 ligt niet in de jaren 1900 tot en met 2199'],
  ['termijn wmo-onderzoek --vanaf 9999-12-31', '--vanaf 9999-12-31 ligt niet in de jaren'],
  [
    'termijn wmo-beschikking --vanaf 2026-02-20 --opgeschort 0001-01-01/2026-03-01',
    '--opgeschort 0001-01-01 ligt niet in de jaren',
  ],
  ['kalender --regio den-haag --jaar 1025', '--jaar 1025 ligt niet in de jaren'],
  ['dwangsom --ingebrekestelling 2024-02-30', '--ingebrekestelling 2024-02-30'],
  ['dwangsom --ingebrekestelling 2024-03-04 --besluit gisteren', '--besluit gisteren'],
  ['toets atlantis', 'atlantis is geen regio'],
  ['toets src', 'src is geen regio'],
  ['toets --op 2025-02-30', '--op 2025-02-30'],
  ['toets --besluiten /bestaat/niet', '--besluiten /bestaat/niet'],
  ['voorbeelden atlantis', 'atlantis is geen regio'],
])('%s is refused with one sentence that names it', async (regel, noemt) => {
  for (const vorm of [regel, `${regel} --json`]) {
    const { code, uit, fout } = await draai(vorm)
    expect({ code, uit }).toEqual({ code: 1, uit: '' })
    expect(fout).toContain(noemt)
    expect(fout).not.toMatch(/\n|Error| at /)
  }
})

test.each([
  'wie',
  'wie --regio',
  'wie --regio den-haag --vlag',
  'wie --regio den-haag --regio den-haag',
  'wie --regio den-haag --taak advies --voorziening bw --woongemeente delft --spoed=ja',
  'termijn --vanaf 2026-02-20',
  'termijn wmo-onderzoek',
  'termijn wmo-onderzoek nog-een --vanaf 2026-02-20',
  'nieuwe-client --regio den-haag',
  'dwangsom',
  'dwangsom 2024-03-04',
  'toets --hard',
])('"%s" is wrong use: exit 2 with the usage line', async (regel) => {
  const { code, uit, fout } = await draai(regel)
  expect({ code, uit }).toEqual({ code: 2, uit: '' })
  expect(fout).toContain(`Gebruik: regiodak ${regel.split(' ')[0]!}`)
})

test('the Wmo 2015 has no terms for a day before it began, and a suspension outside the term does not count', async () => {
  for (const soort of ['wmo-onderzoek', 'wmo-persoonlijk-plan', 'wmo-beschikking'])
    for (const [vanaf, antwoord] of [
      ['2014-12-31', 'niet-geregeld'],
      ['2015-01-01', 'bepaald'],
    ])
      expect(JSON.parse((await draai(`termijn ${soort} --vanaf ${vanaf} --json`)).uit)).toMatchObject({
        soort: antwoord,
      })
  const { uit } = await draai('termijn wmo-beschikking --vanaf 2026-02-20 --opgeschort 2025-01-01/2025-02-01')
  expect(uit).toContain('dat valt buiten de termijn en telt niet mee')
})

test('without --json the answer is readable Dutch', async () => {
  const { uit } = await draai('termijn wmo-onderzoek --vanaf 2026-02-20')
  expect(uit.split('\n')[0]).toBe(
    'Het onderzoek moet uiterlijk dinsdag 7 april 2026 klaar zijn. (Wmo 2015 artikel 2.3.2 lid 1)',
  )
})

test('every command explains itself', async () => {
  for (const { naam } of regelopdrachten) {
    const { code, uit } = await draai([naam, '--help'])
    expect(code).toBe(0)
    expect(uit).toContain(`Gebruik: regiodak ${naam}`)
  }
})

test('the examples run for all, for one region and for one file; a failing one is exit 1', async () => {
  expect(await json('voorbeelden')).toMatchObject({ mislukt: [] })
  const een = (await json('voorbeelden den-haag')) as { gedraaid: number }
  expect(een.gedraaid).toBeGreaterThan(20)
  const kop = '---\nid: wet\nwet: Verzonnen wet\nkort: Wet\nurl: https://example.org\ngeldigOp: 2026-01-01\n---\n'
  const bestand = join(map, 'wet.md')
  writeFileSync(
    bestand,
    `${kop}\n## Artikel 1 Duur\n\n1. Een week.\n\n\`\`\`regel\nsoort: termijn\nid: week\nduur: P1W\nvanaf: start\nantwoord: Uiterlijk {dag}.\natw: nee\n\`\`\`\n\n\`\`\`voorbeeld\nbij: week\ngegeven: { vanaf: 2026-01-01 }\nverwacht: 2026-01-09\n\`\`\`\n`,
  )
  const { code, uit } = await draai(['voorbeelden', bestand, '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(uit)).toMatchObject({ gedraaid: 1, mislukt: [{ verwacht: '2026-01-09', kreeg: '2026-01-08' }] })
})

test('a file with an error is refused with file and line', async () => {
  const bestand = join(map, 'kapot.md')
  writeFileSync(bestand, '---\nid: kapot\n')
  const { code, fout } = await draai(['voorbeelden', bestand])
  expect(code).toBe(1)
  expect(fout).toBe(`${bestand}, regel 1: de kop is niet afgesloten met ---`)
})

type Rij = Record<'code' | 'ernst' | 'herkomst' | 'regio' | 'versie' | 'artikel' | 'lid' | 'bevinding', string>
const toets = async (regel: string): Promise<Rij[]> => (await json(regel)) as unknown as Rij[]

test('toets finds by computing what the covenant of Den Haag says about its end and about repeated reports', async () => {
  const alles = await toets('toets')
  const haag = await toets('toets den-haag --op 2025-06-01')
  const zoals = (rijen: Rij[]) => rijen.map((b) => [b.code, b.herkomst, b.artikel, b.lid].join(' '))
  expect(zoals(haag)).toEqual(
    expect.arrayContaining(['DATE-ARITHMETIC berekend 9 2', 'RULE-OVERLAP berekend 3 1', 'TERM-HYGIENE verklaard 1 ']),
  )
  expect(zoals(alles.filter((b) => b.regio === 'den-haag'))).toEqual(expect.arrayContaining(zoals(haag)))
  for (const b of alles)
    for (const veld of ['regio', 'versie', 'artikel', 'lid', 'bevinding'] as const)
      expect(typeof b[veld]).toBe('string')
})

test('toets asks on which day: today the covenant of Den Haag has ended, and a recorded extension changes that', async () => {
  const codes = async (regel: string) => (await toets(regel)).map((b) => b.code)
  expect(await codes('toets den-haag --op 2026-06-01')).toContain('DATE-STALE')
  expect(await codes(`toets den-haag --op 2026-06-01 --besluiten ${besluiten}`)).not.toContain('DATE-STALE')
})

test('toets --streng fails on a contradiction nobody decided, and still prints it', async () => {
  const { code, uit } = await draai('toets den-haag --streng --json')
  expect(code).toBe(1)
  expect((JSON.parse(uit) as Rij[]).some((b) => b.ernst === 'fout')).toBe(true)
  expect((await draai('toets huurtoeslag --streng')).code).toBe(0)
})

test('toets of a file outside the program reads that file, and refuses one with an error by its line', async () => {
  mkdirSync(join(map, 'verzonnen'), { recursive: true })
  const bestand = join(map, 'verzonnen/2025-01-01.md')
  const kop = '---\nid: verzonnen\ntitel: Verzonnen\nkort: Verzonnen\npartijen: [delft, westland]\nrollen:\n'
  const rest = '---\n\n## Artikel 1 Wie\n\nHier staat wie meedoet.\n\n```geen-regel\nwant: Er volgt niets uit.\n```\n'
  writeFileSync(bestand, `${kop}  centrumgemeente: [delft]\n  regiogemeente: [delft, westland]\n${rest}`)
  expect(await toets(`toets ${bestand}`)).toMatchObject([
    { code: 'SET-OVERLAP', regio: 'verzonnen', artikel: '1', lid: '' },
    { code: 'CHECKLIST', regio: 'verzonnen', artikel: '1', lid: '' },
  ])
  writeFileSync(bestand, `${kop}  centrumgemeente: [gouda]\n${rest}`)
  const { code, fout } = await draai(['toets', bestand])
  expect(code).toBe(1)
  expect(fout).toBe(`${bestand}, regel 2: de rol centrumgemeente noemt gouda, maar dat is geen partij`)
})

test('without --json every finding has its article, its code and whether it was computed', async () => {
  const { uit } = await draai('toets den-haag --op 2025-06-01')
  expect(uit).toContain('den-haag 2025-01-01 artikel 9 lid 2: DATE-ARITHMETIC (fout, berekend)')
  expect(uit).toContain('Nog niet vastgesteld.')
  expect(uit).toMatch(/\d+ bevindingen, waarvan \d+ berekend en \d+ door een lezer opgeschreven\.$/)
})

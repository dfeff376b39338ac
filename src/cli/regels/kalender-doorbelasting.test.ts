import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmamap } from '../../opslag/afspraken-bestanden.ts'
import { regelopdrachten } from './index.ts'

async function draai(...regel: string[]) {
  const [naam, ...rest] = regel
  const opdracht = regelopdrachten.find((o) => o.naam === naam)!
  const uit: string[] = []
  const fout: string[] = []
  const code = await opdracht.uitvoeren(rest, { schrijf: (t) => uit.push(t), fout: (t) => fout.push(t) })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}
async function json(...regel: string[]): Promise<unknown> {
  const { code, uit, fout } = await draai(...regel, '--json')
  expect({ code, fout }).toEqual({ code: 0, fout: '' })
  return JSON.parse(uit)
}

let map: string
let nummer = 0
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-geld-'))
})
afterAll(() => rmSync(map, { recursive: true }))
const eenheden = (inhoud: unknown): string => {
  const pad = join(map, `eenheden-${(nummer += 1)}.json`)
  writeFileSync(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud))
  return pad
}
const besluiten = join(programmamap, 'voorbeelddata/besluiten')
const bereken = (inhoud: unknown, jaar = '2025', ...rest: string[]): string[] =>
  ['doorbelasting', '--regio', 'den-haag', '--jaar', jaar, '--eenheden', eenheden(inhoud)].concat(rest)
const rijswijk = {
  tarieven: { 'onderzoek-en-advies': 35000 },
  januariSeptember: { rijswijk: { 'onderzoek-en-advies': 37 } },
}

// interfaces.md part 1 and G-DH-6.5/6.6.
test('doorbelasting gives cents per municipality', async () => {
  expect(await json(...bereken(rijswijk))).toMatchObject({
    soort: 'bepaald',
    waarde: { rijswijk: { factuur: 1726667 } },
  })
  const heelJaar = { rijswijk: { 'onderzoek-en-advies': 45 } }
  expect(await json(...bereken({ ...rijswijk, heelJaar }))).toMatchObject({
    waarde: { rijswijk: { factuur: 1726667, werkelijk: 1575000, correctie: -151667, richting: 'centrum-naar-regio' } },
  })
})

test('another year needs a version in force, and is then labelled', async () => {
  expect(await json(...bereken(rijswijk, '2026'))).toMatchObject({ soort: 'niet-geregeld' })
  const { uit } = await draai(...bereken(rijswijk, '2026', '--besluiten', besluiten))
  expect(uit).toContain('[uitleg doorbelasten-na-2025, nog niet vastgesteld]')
})

test('a tariff from the recorded decisions does what one in the file does', async () => {
  const besluitmap = mkdtempSync(join(map, 'besluiten-'))
  writeFileSync(
    join(besluitmap, 'tarief.md'),
    '---\nid: tarief-2025\nsoort: tarief\nregio: den-haag\nversie: 2025-01-01\nbesloten: 2025-10-01\ndoor: het bestuurlijk overleg\npost: onderzoek-en-advies\njaar: 2025\ncenten: 35000\n---\n\nVerzonnen.\n',
  )
  const zonder = { januariSeptember: rijswijk.januariSeptember }
  expect(await json(...bereken(zonder))).toMatchObject({ soort: 'ontbreekt' })
  expect(await json(...bereken(zonder, '2025', '--besluiten', besluitmap))).toMatchObject({
    waarde: { rijswijk: { factuur: 1726667 } },
  })
})

test.each([
  ['{', 'is geen geldige JSON'],
  [
    { januariSeptember: { rijswijk: { 'onderzoek-en-advies': 1.5 } } },
    'januariSeptember, rijswijk, onderzoek-en-advies: schrijf een heel getal.',
  ],
  [
    { januariSeptember: { rijswijk: { 'onderzoek-en-advies': -1 } } },
    'januariSeptember, rijswijk, onderzoek-en-advies: schrijf 0 of meer.',
  ],
  ['{"tarieven": {"onderzoek-en-advies": 9007199254740993}}', 'tarieven, onderzoek-en-advies: dit getal is te groot.'],
  [
    '{"januariSeptember":{"rijswijk":{"onderzoek-en-advies":37,\n"onderzoek-en-\\u0061dvies":1}}}',
    'regel 2: onderzoek-en-advies staat er twee keer.',
  ],
  [{ tarief: {} }, 'tarief'],
  [{ januariSeptember: { luilekkerland: {} } }, 'luilekkerland is geen gemeente'],
  [{ januariSeptember: { 'den-haag': {} } }, 'den-haag kan volgens deze afspraak niets doorbelasten'],
  [{ januariSeptember: { rijswijk: { koffie: 1 } } }, 'De post koffie bestaat niet'],
  [
    {
      tarieven: { 'onderzoek-en-advies': 9007199254740991 },
      januariSeptember: { rijswijk: { 'onderzoek-en-advies': 9 } },
    },
    'te groot',
  ],
])('%j is refused with one sentence', async (inhoud, noemt) => {
  const { code, uit, fout } = await draai(...bereken(inhoud), '--json')
  expect({ code, uit }).toEqual({ code: 1, uit: '' })
  expect(fout).toContain(noemt)
  expect(fout).not.toMatch(/\n|Error| at /)
})

test('costs of starting in 2026 are refused', async () => {
  const { code, fout } = await draai(...bereken({ januariSeptember: { rijswijk: { implementatie: 100 } } }, '2026'))
  expect(code).toBe(1)
  expect(fout).toContain('implementatie')
})

test('a file that is not there is refused by name', async () => {
  const { code, fout } = await draai(
    'doorbelasting',
    '--regio',
    'den-haag',
    '--jaar',
    '2025',
    '--eenheden',
    '/geen/bestand',
  )
  expect({ code, fout }).toEqual({ code: 1, fout: '--eenheden /geen/bestand is niet te lezen.' })
})

test('a region without this agreement says so', async () => {
  expect(
    await json('doorbelasting', '--regio', 'midden-holland', '--jaar', '2022', '--eenheden', eenheden({})),
  ).toMatchObject({ soort: 'niet-geregeld' })
})

test('kalender is an array by date', async () => {
  const dagen = (await json('kalender', '--regio', 'den-haag', '--jaar', '2025')) as { datum: string; doe: string }[]
  expect(dagen.map((d) => d.datum)).toEqual(dagen.map((d) => d.datum).toSorted())
  expect(dagen[0]).toEqual({
    datum: '2025-11-30',
    van: '2025-11-01',
    doe: 'factuur sturen op aantallen tot en met september',
    wie: 'regiogemeente',
    aan: 'centrumgemeente',
    artikel: '6',
    lid: '5',
    status: 'gepland',
    regel: 'facturen-sturen',
  })
  expect(await json('kalender', '--regio', 'midden-holland', '--jaar', '2021')).toMatchObject([
    { datum: '2021-12-31', van: '2021-01-01', artikel: 'toelichting-inleiding', lid: '4', aan: null },
    { datum: '2021-12-31', van: '2021-01-01', artikel: 'toelichting-2', lid: '5' },
  ])
})

test('without a version in force the calendar is no array but says why', async () => {
  expect(await json('kalender', '--regio', 'midden-holland', '--jaar', '2024')).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { versie: '2019-05-13', einde: '2023-06-30' } },
  })
})

test('Midden-Holland has a term, and no first day in the text', async () => {
  expect(await json('looptijd', '--regio', 'midden-holland', '--op', '2022-01-01')).toMatchObject({
    soort: 'bepaald',
    waarde: { geldt: true, van: null, totEnMet: '2023-06-30' },
  })
})

test.each(['2025-01-01', '25', 'nu', '0000'])('--jaar %s is refused', async (jaar) => {
  const { code, fout } = await draai('kalender', '--regio', 'den-haag', '--jaar', jaar)
  expect(code).toBe(1)
  expect(fout).toContain(`--jaar ${jaar}`)
})

test.each([
  ['kalender', '--regio', 'den-haag'],
  ['doorbelasting', '--regio', 'den-haag', '--jaar', '2025'],
])('%s without a required option is wrong use', async (...regel) => {
  expect((await draai(...regel)).code).toBe(2)
})

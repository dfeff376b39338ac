/** The commands about money, on the covenant Assen; figures from the worked examples of the requirements. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { regelopdrachten } from './index.ts'

async function draai(regel: string) {
  const [naam, ...rest] = regel.split(' ')
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

const PARTIJEN = [
  'aa-en-hunze',
  'assen',
  'hoogeveen',
  'meppel',
  'midden-drenthe',
  'noordenveld',
  'tynaarlo',
  'westerveld',
  'de-wolden',
]
const inwoners = [25000, 70000, 56000, 35000, 33000, 32000, 34000, 20000, 24000]
const kosten = [0.9, 9, 4.5, 2.4, 1.2, 1.5, 1.3, 0.5, 0.7]
const rij = (cijfers: number[]) => Object.fromEntries(PARTIJEN.map((p, i) => [p, cijfers[i]!]))

let map: string
let cijfers: string
const bestand = (naam: string, inhoud: string): string => {
  const pad = join(map, naam)
  writeFileSync(pad, inhoud)
  return pad
}
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-geld-'))
  cijfers = bestand('cijfers.json', JSON.stringify({ inwoners: rij(inwoners), uitvoeringskosten: rij(kosten) }))
})
afterAll(() => rmSync(map, { recursive: true }))

const verdeel = (opties: string) => `verdeel --regio assen --sleutel resultaat-bw ${opties}`

test('the result of Assen is divided over nine municipalities to the cent, with costs in millions', async () => {
  // G-AS-8.5, reading A.
  const cent = [-7013816, -37311412, -22485493, -12928433, -9290964, -9926775, -9746063, -5011053, -6285991]
  const uitkomst = await json(verdeel(`--totaal -120000000 --jaar 2025 --metingen ${cijfers}`))
  expect(uitkomst).toMatchObject({ soort: 'bepaald', waarde: { aandelen: rij(cent), rest: 0 } })
  const omgekeerd = await json(verdeel(`--totaal 120000000 --jaar 2025 --metingen ${cijfers}`))
  expect(omgekeerd).toMatchObject({ waarde: { aandelen: rij(cent.map((c) => -c)) } })
  expect(JSON.stringify(uitkomst)).toContain('"uitleg":{"id":"assen-deelt-mee"')
})

test('the readable answer names measures, shares and the open readings', async () => {
  const { uit } = await draai(verdeel(`--totaal -120000000 --jaar 2025 --metingen ${cijfers}`))
  const tekst = uit.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')
  expect(tekst).toContain('Maatstaf inwoners (31 december 2025, volgens CBS) telt voor 1/2 mee; samen 329000.')
  expect(tekst).toContain('Assen: -€ 373.114,12.')
  expect(tekst).toContain('[uitleg laatste-cent, nog niet vastgesteld]')
})

test('a figure that is not there yet is an answer, and so is a year without a covenant', async () => {
  const half = bestand('half.json', JSON.stringify({ inwoners: rij(inwoners), uitvoeringskosten: { assen: 1 } }))
  expect(await json(verdeel(`--totaal 100 --jaar 2025 --metingen ${half}`))).toMatchObject({
    soort: 'ontbreekt',
    feit: { wat: 'uitvoeringskosten', op: '2025-12-31', van: 'aa-en-hunze' },
  })
  expect(await json(verdeel(`--totaal 100 --jaar 2026 --metingen ${cijfers}`))).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { naam: 'Convenant Assen 2024', einde: '2025-12-31' } },
  })
})

test.each([
  ['--totaal 1.5 --metingen GOED', '--totaal 1.5 is geen heel getal'],
  ['--totaal 9007199254740993 --metingen GOED', 'te groot'],
  ['--totaal 1 --jaar 25 --metingen GOED', '--jaar 25'],
  ['--totaal 1 --metingen /bestaat/niet', '/bestaat/niet is niet te lezen'],
  ['--totaal 1 --metingen {', 'is geen geldige JSON'],
  ['--totaal 1 --metingen [1]', 'schrijf {"<maatstaf>"'],
  ['--totaal 1 --metingen {"huizen":{}}', 'de maatstaf huizen hoort niet bij deze sleutel'],
  ['--totaal 1 --metingen {"inwoners":{"luilekkerland":1}}', 'luilekkerland is geen gemeente'],
  ['--totaal 1 --metingen {"inwoners":{"delft":1}}', 'delft doet niet mee aan dit convenant'],
  ['--totaal 1 --metingen {"inwoners":{"assen":-1}}', 'inwoners van assen is kleiner dan 0'],
  ['--totaal 1 --metingen {"inwoners":{"assen":"1"}}', 'inwoners van assen is geen getal'],
  ['--totaal 1 --metingen {"inwoners":{"assen":1e3}}', 'schrijf het getal voluit'],
  ['--totaal 1 --metingen {"inwoners":{"assen":9007199254740993}}', 'te groot'],
  ['--totaal 1 --metingen {"inwoners":{"assen":70000,"assen":1}}', 'regel 1: assen staat er twee keer'],
  ['--totaal 1 --metingen {"inwoners":7}', 'bij inwoners hoort een lijst'],
])('verdeel %s is refused with one sentence', async (opties, melding) => {
  const [, inhoud] = /--metingen (.*)$/.exec(opties)!
  const pad = inhoud === 'GOED' ? cijfers : inhoud!.startsWith('/') ? inhoud! : bestand('fout.json', inhoud!)
  const { code, uit, fout } = await draai(verdeel(opties.replace(inhoud!, pad)))
  expect({ code, uit }).toEqual({ code: 1, uit: '' })
  expect(fout).toContain(melding)
  expect(fout).not.toMatch(/\n|Error/)
})

test('a key that does not exist is refused and the ones that do are named', async () => {
  const { code, fout } = await draai(`verdeel --regio assen --sleutel pot --totaal 1 --jaar 2025 --metingen ${cijfers}`)
  expect(code).toBe(1)
  expect(fout).toBe(
    'Convenant Assen 2024 heeft geen verdeelsleutel pot; kies uit resultaat-bw, resultaat-bw-regiogemeenten.',
  )
  const haag = await draai(`verdeel --regio den-haag --sleutel pot --totaal 1 --jaar 2025 --metingen ${cijfers}`)
  expect(haag.fout).toBe('Convenant Den Haag 2025 heeft geen verdeelsleutel pot.')
})

test('a year outside the term of the covenant is not computed with it, whatever the day asked', async () => {
  const ijv = 'uitvoeringskosten --regio ijssel-vecht --op 2023-06-01 --rijksbudget 100000000 --domein bw'
  expect(await json(`${ijv} --jaar 2023`)).toMatchObject({ soort: 'bepaald' })
  for (const jaar of [2020, 2022, 2024])
    expect(await json(`${ijv} --jaar ${jaar}`)).toMatchObject({ soort: 'niet-geregeld' })
  const assen = `verdeel --regio assen --sleutel resultaat-bw --totaal 100 --op 2025-06-01 --metingen ${cijfers}`
  expect(await json(`${assen} --jaar 2025`)).toMatchObject({ soort: 'bepaald' })
  expect(await json(`${assen} --jaar 1999`)).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { jaar: 1999, begin: '2024-01-01' } },
  })
})

const kostenVan = (opties: string) => `uitvoeringskosten --regio assen --jaar 2025 ${opties}`

test('the costs of carrying it out: five percent for MO, another document for BW, and who asks says which', async () => {
  // G-AS-8.3b
  expect(await json(kostenVan('--rijksbudget 123456789 --domein mo'))).toMatchObject({
    soort: 'bepaald',
    waarde: { bedrag: 6172839 },
  })
  expect(await json(kostenVan('--rijksbudget 400000000 --domein mo --gevraagd 20000001'))).toMatchObject({
    waarde: { bedrag: 20000000, toegestaan: false },
  })
  expect(await json(kostenVan('--rijksbudget 400000000 --domein bw'))).toMatchObject({
    soort: 'ontbreekt',
    feit: { van: 'assen', op: '2025' },
  })
  expect(await json(kostenVan('--rijksbudget 400000000'))).toMatchObject({
    soort: 'ontbreekt',
    feit: { wat: 'domein' },
  })
  expect(await json('uitvoeringskosten --regio den-haag --jaar 2025 --rijksbudget 1')).toMatchObject({
    soort: 'niet-geregeld',
  })
})

test.each([
  ['--rijksbudget -1', '--rijksbudget -1 is kleiner dan 0'],
  ['--rijksbudget 1 --domein wlz', '--domein wlz bestaat niet'],
  ['--rijksbudget 1 --gevraagd veel', '--gevraagd veel is geen heel getal'],
])('uitvoeringskosten %s is refused', async (opties, melding) => {
  const { code, fout } = await draai(kostenVan(opties))
  expect(code).toBe(1)
  expect(fout).toContain(melding)
})

test.each([
  'verdeel --regio assen --sleutel resultaat-bw --totaal 1',
  'uitvoeringskosten --regio assen --rijksbudget 1',
])('"%s" is wrong use', async (regel) => {
  expect((await draai(regel)).code).toBe(2)
})

test('IJssel-Vecht: a ceiling of 5.1%, and a deficit by its key of 2015', async () => {
  // G-IJV-5.3 and G-IJV-5.5
  const grens = 'uitvoeringskosten --regio ijssel-vecht --jaar 2023 --rijksbudget 4000000000'
  expect(await json(`${grens} --gevraagd 204000000`)).toMatchObject({
    waarde: { maximum: 204000000, toegestaan: true },
  })
  expect(await json(`${grens} --gevraagd 204000001`)).toMatchObject({ waarde: { toegestaan: false } })
  const namen = [
    'dalfsen',
    'hardenberg',
    'kampen',
    'ommen',
    'staphorst',
    'steenwijkerland',
    'zwartewaterland',
    'zwolle',
  ]
  const delen = [5.2, 13.1, 10.4, 3.8, 2.9, 9.6, 4.1, 50.9]
  const pad = bestand(
    'sleutel.json',
    JSON.stringify({ 'integratie-uitkering 2015': Object.fromEntries(namen.map((n, i) => [n, delen[i]])) }),
  )
  expect(
    await json(
      `verdeel --regio ijssel-vecht --sleutel tekort-of-overschot --totaal 75000000 --jaar 2023 --metingen ${pad}`,
    ),
  ).toMatchObject({ waarde: { aandelen: { dalfsen: 3900000, zwolle: 38175000 }, rest: 0 } })
})

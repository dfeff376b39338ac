import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UitkomstJson } from '../../kern/schrijf-uit.ts'
import { regelopdrachten } from './index.ts'

async function draai(...woorden: string[]) {
  const [naam, ...rest] = woorden
  const uit: string[] = []
  const fout: string[] = []
  const opdracht = regelopdrachten.find((o) => o.naam === naam)!
  const code = await opdracht.uitvoeren(rest, { schrijf: (t) => uit.push(t), fout: (t) => fout.push(t) })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}
async function json(...woorden: string[]): Promise<UitkomstJson> {
  const { code, uit, fout } = await draai(...woorden, '--json')
  expect({ code, fout }).toEqual({ code: 0, fout: '' })
  return JSON.parse(uit) as UitkomstJson
}

let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-stem-'))
})
afterAll(() => rmSync(map, { recursive: true }))
function schrijf(inhoud: unknown): string {
  const pad = join(map, 'stemmen.json')
  writeFileSync(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud))
  return pad
}
const stem = (inhoud: unknown, regel = 'bestuurlijk-overleg', regio = 'ijssel-vecht', op = '2023-06-01') =>
  ['stem', '--regio', regio, '--regel', regel, '--stemmen', schrijf(inhoud), '--op', op] as const

const voor = (...namen: string[]) => Object.fromEntries(namen.map((n) => [n, 'voor']))
const tegen = (...namen: string[]) => Object.fromEntries(namen.map((n) => [n, 'tegen']))
const VIER = ['dalfsen', 'hardenberg', 'kampen', 'zwolle']
const ANDERE = ['ommen', 'staphorst', 'steenwijkerland', 'zwartewaterland']
const gelijk = { ...voor(...VIER), ...tegen(...ANDERE) }
const drieDrieTwee = {
  ...voor('dalfsen', 'hardenberg', 'zwolle'),
  ...tegen('ommen', 'staphorst', 'kampen'),
  steenwijkerland: 'onthouding',
  zwartewaterland: 'onthouding',
}

// G-IJV-7.5 and interfaces.md: the consensus round first, then the vote, then the casting vote.
test.each([
  [{ ronden: [] }, 'volgende-ronde'],
  [{ ronden: [voor(...VIER, ...ANDERE)] }, 'aangenomen'],
  [{ ronden: [voor(...VIER)] }, 'aangenomen'],
  [{ ronden: [gelijk] }, 'volgende-ronde'],
  [{ ronden: [gelijk, gelijk] }, 'volgende-ronde'],
  [{ ronden: [gelijk, gelijk, gelijk] }, 'aangenomen'],
  [{ ronden: [gelijk, gelijk, { ...gelijk, gewicht: { zwolle: 1 } }] }, 'geen-besluit'],
  [{ ronden: [gelijk, gelijk, { ...gelijk, gewicht: { zwolle: 2 } }] }, 'aangenomen'],
  [{ ronden: [drieDrieTwee, drieDrieTwee, drieDrieTwee] }, 'aangenomen'],
])('stem %j', async (inhoud, waarde) => {
  expect(await json(...stem(inhoud))).toMatchObject({
    soort: 'bepaald',
    waarde,
    waarom: { bron: { convenant: 'ijssel-vecht', versie: '2023-01-01', artikel: '7', lid: '5' } },
  })
})

test('an amendment has no casting round, a dispute has the same three rounds', async () => {
  expect(await json(...stem({ ronden: [gelijk] }, 'wijziging'))).toMatchObject({ waarde: 'geen-besluit' })
  expect(await json(...stem({ ronden: [gelijk, gelijk, gelijk] }, 'geschil'))).toMatchObject({ waarde: 'aangenomen' })
})

test('a recorded decision about the base changes the outcome and takes the label away', async () => {
  const besluiten = mkdtempSync(join(map, 'besluiten-'))
  writeFileSync(
    join(besluiten, 'grondslag.md'),
    `---
id: ijssel-vecht-grondslag
soort: vastgestelde-uitleg
regio: ijssel-vecht
versie: 2023-01-01
besloten: 2023-03-01
door: het bestuurlijk overleg
uitleg: meerderheid-waarvan
keuze: Van alle stemmen.
reden: Wie niet stemt, stemt niet voor.
kiest: { grondslag: alle-stemmen }
fictief: ja
---

Verzonnen voor een test.
`,
  )
  const woorden = stem({ ronden: [drieDrieTwee, drieDrieTwee, drieDrieTwee] })
  const zonder = await json(...woorden)
  expect(zonder.waarde).toBe('aangenomen')
  expect(JSON.stringify(zonder.waarom)).toContain('"id":"meerderheid-waarvan"')
  expect(JSON.stringify(zonder.waarom)).toContain('"vastgesteld":null')
  const met = await json(...woorden, '--besluiten', besluiten)
  expect(met.waarde).toBe('geen-besluit')
  expect(JSON.stringify(met.waarom)).toContain('"vastgesteld":"2023-03-01"')
})

test('no decision rule and no version in force are answers, never an invented majority', async () => {
  const haags = { ronden: [voor('den-haag', 'rijswijk')] }
  expect(await json(...stem(haags, 'bestuurlijk-overleg', 'den-haag', '2025-06-01'))).toMatchObject({
    soort: 'niet-geregeld',
  })
  expect(await json(...stem({ ronden: [gelijk] }, 'bestuurlijk-overleg', 'ijssel-vecht', '2024-01-01'))).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { naam: 'Convenant IJssel-Vecht 2023', einde: '2023-12-31' } },
  })
})

test.each([
  ['{', 'is geen geldige JSON'],
  [{ ronde: [] }, 'ronden'],
  [{ ronden: [{ zwolle: 'ja' }] }, 'ronden, nummer 1, zwolle: kies uit voor, tegen of onthouding.'],
  ['{"ronden":[{"zwolle":"voor",\n"zwolle":"tegen"}]}', 'regel 2: zwolle staat er twee keer.'],
  [
    { ronden: [gelijk, gelijk, { ...gelijk, gewicht: { zwolle: 1.5 } }] },
    'ronden, nummer 3, gewicht, zwolle: schrijf een heel getal.',
  ],
  [{ ronden: [{ luilekkerland: 'voor' }] }, 'luilekkerland is geen gemeente'],
  [{ ronden: [{ delft: 'voor' }] }, 'Delft stemt hier niet mee'],
  [{ ronden: [gelijk, gelijk, { ...gelijk, gewicht: { zwolle: 3 } }] }, 'Zwolle heeft in ronde 3 2 stemmen, geen 3'],
  [{ ronden: [gelijk, gelijk, gelijk, gelijk] }, 'de regel heeft 3 ronden, en in de stemming staan er 4'],
])('a vote %j is refused with one sentence', async (inhoud, noemt) => {
  const { code, uit, fout } = await draai(...stem(inhoud))
  expect({ code, uit }).toEqual({ code: 1, uit: '' })
  expect(fout).toContain(noemt)
  expect(fout).not.toMatch(/\n|Error| at /)
})

test('a rule that does not exist and a file that is not there are named', async () => {
  expect(await draai(...stem({ ronden: [] }, 'loting'))).toMatchObject({
    code: 1,
    fout: 'Convenant IJssel-Vecht 2023 heeft geen regel loting om over te stemmen.',
  })
  const weg = await draai('stem', '--regio', 'ijssel-vecht', '--regel', 'geschil', '--stemmen', '/bestaat/niet.json')
  expect(weg).toMatchObject({ code: 1, fout: '--stemmen /bestaat/niet.json is niet te lezen.' })
})

const opzegging = (mededeling: string, door: string, regio = 'ijssel-vecht') =>
  ['opzegging', '--regio', regio, '--mededeling', mededeling, '--door', door] as const

// G-IJV-12.1: no date within the term can be reached.
test('opzegging: IJssel-Vecht contradicts itself, with both readings and their articles', async () => {
  for (const op of [[], ['--op', '2023-06-01']])
    expect(await json(...opzegging('2023-06-30', 'kampen'), ...op)).toMatchObject({
      soort: 'tegenstrijdig',
      lezingen: [
        { waarde: { ingaandOp: '2024-01-01' }, bron: { artikel: '12', lid: '1' } },
        { waarde: { ingaandOp: null }, bron: { artikel: '11', lid: '1' } },
      ],
    })
})

test('opzegging: no notice in the covenant, no party and no version are answers; an unknown municipality is not', async () => {
  expect(await json(...opzegging('2025-06-01', 'rijswijk', 'den-haag'))).toMatchObject({ soort: 'niet-geregeld' })
  expect(await json(...opzegging('2023-06-01', 'delft'))).toMatchObject({ soort: 'niet-geregeld' })
  expect(await json(...opzegging('2024-06-01', 'kampen'))).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { einde: '2023-12-31' } },
  })
  expect(await draai(...opzegging('2023-06-01', 'luilekkerland'))).toMatchObject({ code: 1, uit: '' })
  expect(await draai(...opzegging('2023-02-30', 'kampen'))).toMatchObject({ code: 1, uit: '' })
  expect((await draai('opzegging', '--regio', 'ijssel-vecht')).code).toBe(2)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Datum, datum } from '../../kern/datum.ts'
import { nietVastgesteld, type Stap } from '../../kern/uitkomst.ts'
import type { Convenant } from '../afspraak.ts'
import { afsprakenboek } from '../afsprakenboek.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { opzegging } from '../opzegging.ts'
import { eersteDag } from './opzegdag.ts'

const maak = (velden: string, looptijd: string, ingang = '2019-05-13'): Convenant =>
  leesAfspraken(
    `---
id: verzonnen
titel: Convenant Verzonnen Regio 2019
kort: Convenant Verzonnen 2019
partijen: [aa, bb, cc]
rollen: { centrumgemeente: [aa], regiogemeente: [bb, cc] }
---

## Artikel 1 Einde

1. Het eindigt.

\`\`\`regel
soort: looptijd
id: looptijd
${looptijd}
\`\`\`

2. Men mag weg.

\`\`\`regel
soort: opzegging
id: opzegging
termijn: P6M
${velden}
\`\`\`

\`\`\`uitleg
id: op-tijd
over: [opzegging]
vraag: Telt de laatste dag mee?
keuze: Ja.
reden: Omdat het precies past.
kiest: { laatste-dag: telt-mee }
vastgesteld: nee
\`\`\`
`,
    `convenanten/verzonnen/${ingang}.md`,
  ) as Convenant
const zegOp = (convenant: Convenant, mededeling: string, door = 'bb', op = mededeling) =>
  opzegging(
    afsprakenboek('verzonnen', datum(op), { convenanten: [convenant], kaders: [], besluiten: [], gemeenten: [] }),
    { mededeling: datum(mededeling), door },
  )
const dagVan = (u: ReturnType<typeof zegOp>): string | null =>
  u.soort === 'bepaald' ? (u.waarde.ingaandOp?.toString() ?? null) : u.soort
const zinnen = (stap: Stap): string[] => [stap.wat, ...(stap.stappen ?? []).flatMap(zinnen)]

const elkeDag = maak('vorm: [schriftelijk, met-redenen]\naan: partijen', 'tot: 2023-07-01')
const perJaar = (totEnMet: string) => maak('per: 01-01', `ingang: 2023-01-01\ntotEnMet: ${totEnMet}`, '2023-01-01')

// G-MH-4.4 of the requirements.
test.each([
  ['2021-02-15', '2021-08-15'],
  ['2020-08-31', '2021-02-28'],
  ['2023-02-01', '2023-08-01'],
])('six months after %s is %s', (mededeling, ingaandOp) => {
  expect(dagVan(zegOp(elkeDag, mededeling))).toBe(ingaandOp)
})

test('an effect after the end is an answer, and a step says so', () => {
  const na = (mededeling: string) => zinnen(zegOp(elkeDag, mededeling).waarom).some((z) => z.startsWith('Dat is na '))
  expect(na('2023-02-01')).toBe(true)
  expect(na('2023-01-01')).toBe(true)
  expect(na('2022-12-30')).toBe(false)
})

// G-IJV-12.1: per 1 January, six months, one year long.
test('where no notice can take effect within the term the covenant contradicts itself, whenever it is given', () => {
  for (const [mededeling, ingaandOp] of [
    ['2023-01-01', '2024-01-01'],
    ['2023-07-01', '2024-01-01'],
    ['2023-07-02', '2025-01-01'],
  ] as const)
    expect(zegOp(perJaar('2023-12-31'), mededeling)).toMatchObject({
      soort: 'tegenstrijdig',
      lezingen: [
        { waarde: { ingaandOp: datum(ingaandOp) }, bron: { artikel: '1', lid: '2' } },
        { waarde: { ingaandOp: null }, bron: { artikel: '1', lid: '1' } },
      ],
    })
})

test('one day longer and the same notice is simply decided', () => {
  expect(dagVan(zegOp(perJaar('2024-01-01'), '2023-07-01'))).toBe('2024-01-01')
})

test('on the last day the reading is named; before it no reading matters', () => {
  const open = (mededeling: string) => nietVastgesteld(zegOp(perJaar('2026-12-31'), mededeling).waarom).map((u) => u.id)
  expect(open('2023-07-01')).toEqual(['op-tijd'])
  expect(open('2023-06-30')).toEqual([])
})

test('a decision that reads the last day otherwise moves the answer by a year', () => {
  const convenant = perJaar('2026-12-31')
  const boek = afsprakenboek('verzonnen', datum('2023-07-01'), {
    convenanten: [convenant],
    kaders: [],
    gemeenten: [],
    besluiten: [
      {
        id: 'strenger',
        soort: 'vastgestelde-uitleg',
        regio: 'verzonnen',
        versie: datum('2023-01-01'),
        besloten: datum('2023-02-01'),
        door: 'het bestuurlijk overleg',
        fictief: false,
        uitleg: 'op-tijd',
        keuze: 'Nee.',
        kiest: { 'laatste-dag': 'telt-niet-mee' },
        tekst: '',
        bestand: 'besluit.md',
      },
    ],
  })
  const uitkomst = opzegging(boek, { mededeling: datum('2023-07-01'), door: 'bb' })
  expect(uitkomst).toMatchObject({ waarde: { ingaandOp: datum('2025-01-01') } })
  expect(nietVastgesteld(uitkomst.waarom)).toEqual([])
})

test('who is no party, who may not, no rule and no version in force are answers too', () => {
  expect(zegOp(elkeDag, '2021-02-15', 'delft').soort).toBe('niet-geregeld')
  const alleenRegio = maak('door: regiogemeente', 'tot: 2023-07-01')
  expect(zegOp(alleenRegio, '2021-02-15', 'aa').soort).toBe('niet-geregeld')
  expect(dagVan(zegOp(alleenRegio, '2021-02-15', 'cc'))).toBe('2021-08-15')
  expect(zegOp({ ...elkeDag, regels: [] }, '2021-02-15').soort).toBe('niet-geregeld')
  expect(zegOp(elkeDag, '2024-02-15')).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { feiten: { naam: 'Convenant Verzonnen 2019', einde: datum('2023-06-30') } },
  })
})

test.each([
  ['per: 02-29', 'deze dag is er niet elk jaar'],
  ['per: 04-31', 'deze dag is er niet elk jaar'],
  ['per: 1 januari', 'schrijf een dag van het jaar als MM-DD'],
  ['door: dd', 'dd is geen partij en geen rol'],
  ['aan: voorzitter', 'voorzitter is geen partij en geen rol'],
])('%s is an error', (veld, melding) => {
  expect(() => maak(veld, 'tot: 2023-07-01')).toThrow(melding)
})

const dag = fc.integer({ min: 0, max: 20_000 }).map((n) => datum('2000-01-01').add({ days: n }))
const maanden = fc.integer({ min: 1, max: 24 })
const opDag = fc.constantFrom(undefined, '01-01', '07-01', '12-31')
const compare = (a: Datum, b: Datum): number => Temporal.PlainDate.compare(a, b)

test('a later notice never takes effect earlier, and the whole notice always lies between', () => {
  fc.assert(
    fc.property(dag, fc.nat(400), maanden, opDag, (mededeling, later, m, per) => {
      const regel = { termijn: Temporal.Duration.from({ months: m }), per }
      const eerste = eersteDag(regel, mededeling)
      expect(compare(eerste, eersteDag(regel, mededeling.add({ days: later })))).toBeLessThanOrEqual(0)
      expect(compare(mededeling.add({ months: m }), eerste)).toBeLessThanOrEqual(0)
      if (per) {
        expect(eerste.toString().slice(5)).toBe(per)
        expect(compare(eerste.subtract({ years: 1 }), mededeling.add({ months: m }))).toBeLessThan(0)
      }
    }),
  )
})

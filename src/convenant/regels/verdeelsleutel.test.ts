import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leesDecimaal } from '../../kern/decimaal.ts'
import { schrijfBoom, uitkomstNaarJson } from '../../kern/schrijf-uit.ts'
import { AfspraakFout, type Afspraken, type Convenant } from '../afspraak.ts'
import { afsprakenboek } from '../afsprakenboek.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { verdeel } from '../verdeling.ts'
import { draaiVoorbeelden } from '../voorbeelden.ts'
import type { Metingen } from './verdeelsleutel-schema.ts'

const SLEUTEL = `soort: verdeelsleutel
id: pot
verdeelt: de pot van het jaar
eenheid: eurocent
over: partijen
maatstaven:
  - { naam: inwoners, gewicht: 1/2, peil: 31 december J, bron: CBS }
  - { naam: kosten, gewicht: 1/2, peil: 31 december J }
rest: grootste-rest`

const bestand = (partijen: string[], blokken: string): string => `---
id: verzonnen
titel: Convenant Verzonnen Regio 2025
kort: Convenant Verzonnen 2025
partijen: [${partijen.join(', ')}]
rollen: { centrumgemeente: [${partijen[0]}], regiogemeente: [${partijen.slice(1).join(', ')}] }
---

## Artikel 1 Geld

1. De pot wordt verdeeld.

${blokken}
`
const blok = (yaml: string, soort = 'regel'): string => `\`\`\`${soort}\n${yaml}\n\`\`\`\n\n`
const lees = (partijen: string[], blokken: string): Convenant => {
  const document = leesAfspraken(bestand(partijen, blokken), 'convenanten/verzonnen/2025-01-01.md')
  if (document.soort !== 'convenant') throw new Error('verwisseld')
  return document
}
const ABC = ['aa', 'bb', 'cc']
const boek = (document: Convenant) => {
  const afspraken: Afspraken = { convenanten: [document], kaders: [], besluiten: [], gemeenten: [] }
  return afsprakenboek('verzonnen', document.ingang, afspraken)
}
const metingen = (rijen: Record<string, Record<string, number | string>>): Metingen =>
  new Map(
    Object.entries(rijen).map(([naam, per]) => [
      naam,
      new Map(Object.entries(per).map(([slug, n]) => [slug, leesDecimaal(String(n))])),
    ]),
  )
const inwonersEnKosten = metingen({
  inwoners: { aa: 10000, bb: 30000, cc: 60000 },
  kosten: { aa: 1_000_000, bb: 2_000_000, cc: 7_000_000 },
})
const reken = (totaal: bigint, m: Metingen = inwonersEnKosten, yaml = SLEUTEL) =>
  verdeel(boek(lees(ABC, blok(yaml))), 'pot', { totaal, metingen: m, jaar: 2025 })

// G-AS-8.5, the small table.
test.each([
  [10_000_000n, [1_000_000n, 2_500_000n, 6_500_000n]],
  [-10_000_001n, [-1_000_000n, -2_500_000n, -6_500_001n]],
])('%s cents by half inhabitants, half costs', (totaal, [aa, bb, cc]) => {
  expect(reken(totaal)).toMatchObject({ soort: 'bepaald', waarde: { aandelen: { aa, bb, cc }, rest: 0n } })
})

test('the tree says what was measured, how each share came about, and who got the last cent', () => {
  const { waarom } = uitkomstNaarJson(reken(-10_000_001n))
  const tekst = schrijfBoom(waarom).replaceAll('\u00a0', ' ').replaceAll('\u2212', '-')
  expect(tekst).toContain('Verdeeld over 3 gemeenten: -€ 100.000,01, de pot van het jaar. (convenant verzonnen 2025')
  expect(tekst).toContain('Maatstaf inwoners (31 december 2025, volgens CBS) telt voor 1/2 mee; samen 100000.')
  expect(tekst).toContain('De 1 cent die dan overblijft, gaat naar de grootste resten.')
  expect(tekst).toContain('Cc: -€ 65.000,01. Precies is het -130000013/20 cent; de rest is groot genoeg')
  expect(tekst).toContain('1/2 × 7000000 / 10000000 (kosten)')
  expect(tekst).not.toContain('{')
})

// G-IJV-5.5: shares in percent with one decimal, one measure.
const IJV = ['dalfsen', 'hardenberg', 'kampen', 'ommen', 'staphorst', 'steenwijkerland', 'zwartewaterland', 'zwolle']
const percentages = ['5.2', '13.1', '10.4', '3.8', '2.9', '9.6', '4.1', '50.9']
const opPercentage = (totaal: bigint) => {
  const document = lees(
    IJV,
    blok(`soort: verdeelsleutel
id: tekort-of-overschot
verdeelt: een tekort of overschot
eenheid: eurocent
over: partijen
maatstaven: [{ naam: integratie-uitkering 2015, gewicht: 1, peil: 2015 }]
rest: grootste-rest`),
  )
  const m = metingen({ 'integratie-uitkering 2015': Object.fromEntries(IJV.map((g, i) => [g, percentages[i]!])) })
  const uitkomst = verdeel(boek(document), 'tekort-of-overschot', { totaal, metingen: m })
  if (uitkomst.soort !== 'bepaald') throw new Error(uitkomst.soort)
  return IJV.map((g) => Number(uitkomst.waarde.aandelen[g]))
}
test('decimals divide exactly: the surplus and the deficit of G-IJV-5.5', () => {
  const euros = [39000, 98250, 78000, 28500, 21750, 72000, 30750, 381750]
  expect(opPercentage(75_000_000n)).toEqual(euros.map((e) => e * 100))
  const tekort = [5200, 13100, 10400, 3800, 2900, 9600, 4100].map((e) => -e * 100)
  expect(opPercentage(-10_000_001n)).toEqual([...tekort, -5_090_001])
})

// G-MH-3: homes by three measures of one third each.
const MH = ['bodegraven-reeuwijk', 'gouda', 'krimpenerwaard', 'waddinxveen', 'zuidplas']
const cijfers = [
  [14200, 33100, 23400, 12300, 17600],
  [700, 2600, 1500, 650, 900],
  [1700, 7300, 3600, 1950, 2100],
]
test.each([
  [60n, [7, 23, 14, 7, 9]],
  [35n, [4, 14, 8, 4, 5]],
  [50n, [6, 20, 11, 6, 7]],
])('%s homes over Midden-Holland', (totaal, woningen) => {
  const namen = ['particuliere huishoudens', 'hoge aftoppingsgrens', 'lage aftoppingsgrens']
  const document = lees(
    MH,
    blok(`soort: verdeelsleutel
id: woningen
verdeelt: woningen
eenheid: woning
over: partijen
maatstaven:
${namen.map((n) => `  - { naam: ${n}, gewicht: 1/3, peil: 1 januari J-1 }`).join('\n')}
rest: grootste-rest`),
  )
  const m = metingen(
    Object.fromEntries(namen.map((n, k) => [n, Object.fromEntries(MH.map((g, i) => [g, cijfers[k]![i]!]))])),
  )
  const uitkomst = verdeel(boek(document), 'woningen', { totaal, metingen: m, jaar: 2025 })
  expect(uitkomst.soort === 'bepaald' && MH.map((g) => Number(uitkomst.waarde.aandelen[g]))).toEqual(woningen)
})

test('a missing figure is named with its day and municipality, never taken for zero', () => {
  const zonder = metingen({ inwoners: { aa: 1, bb: 1, cc: 1 }, kosten: { aa: 1, cc: 1 } })
  expect(reken(100n, zonder)).toMatchObject({
    soort: 'ontbreekt',
    feit: { wat: 'kosten', op: '2025-12-31', van: 'bb' },
  })
  expect(reken(100n, metingen({}))).toMatchObject({ soort: 'ontbreekt', feit: { wat: 'inwoners', van: 'aa' } })
})

test('a measure that is zero for all gives no proportion', () => {
  const nul = metingen({ inwoners: { aa: 1, bb: 1, cc: 1 }, kosten: { aa: 0, bb: 0, cc: 0 } })
  const uitkomst = reken(100n, nul)
  expect(uitkomst).toMatchObject({ soort: 'niet-geregeld', waarom: { feiten: { maatstaf: 'kosten' } } })
})

test('what is left undivided is said, and shares with rest are the total', () => {
  const yaml = SLEUTEL.replace('rest: grootste-rest', 'rest: onverdeeld')
  const uitkomst = reken(-10_000_003n, inwonersEnKosten, yaml)
  expect(uitkomst).toMatchObject({
    waarde: { aandelen: { aa: -1_000_000n, bb: -2_500_000n, cc: -6_500_001n }, rest: -2n },
  })
  expect(schrijfBoom(uitkomstNaarJson(uitkomst).waarom)).toContain('blijft onverdeeld')
})

test('equal remainders: the alphabet decides, or the covenant says that nobody gets it', () => {
  const gelijk = metingen({ inwoners: { aa: 1, bb: 1, cc: 1 }, kosten: { aa: 1, bb: 1, cc: 1 } })
  expect(reken(2n, gelijk)).toMatchObject({ waarde: { aandelen: { aa: 1n, bb: 1n, cc: 0n }, rest: 0n } })
  const niemand = reken(2n, gelijk, `${SLEUTEL}\ngelijkeRest: onverdeeld`)
  expect(niemand).toMatchObject({ waarde: { aandelen: { aa: 0n, bb: 0n, cc: 0n }, rest: 2n } })
})

test('the order of the parties in the heading does not matter', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 3, maxLength: 3 }),
      (totaal, rijen) => {
        const m = metingen({
          inwoners: Object.fromEntries(ABC.map((g, i) => [g, rijen[i]![0]])),
          kosten: Object.fromEntries(ABC.map((g, i) => [g, rijen[i]![1]])),
        })
        const antwoord = (partijen: string[]) => {
          const u = verdeel(boek(lees(partijen, blok(SLEUTEL))), 'pot', { totaal, metingen: m })
          return u.soort === 'bepaald' ? ABC.map((g) => u.waarde.aandelen[g]) : u.soort
        }
        expect(antwoord(['cc', 'aa', 'bb'])).toEqual(antwoord(ABC))
      },
    ),
    { numRuns: 50 },
  )
})

const TWEEDE = SLEUTEL.replace('id: pot', 'id: pot-zonder-centrum').replace('over: partijen', 'over: regiogemeente')
const KEUZE = `id: wie-deelt
over: [pot, pot-zonder-centrum]
vraag: Deelt het centrum mee?
keuze: Nee.
reden: Daarom niet.
voorrang: pot-zonder-centrum
vastgesteld: nee`

test('two keys for one subject contradict each other until a reading chooses', () => {
  const beide = blok(SLEUTEL) + blok(TWEEDE)
  const vraag = { totaal: 900n, metingen: inwonersEnKosten, jaar: 2025 }
  expect(verdeel(boek(lees(ABC, beide)), 'pot', vraag)).toMatchObject({
    soort: 'tegenstrijdig',
    lezingen: [
      { waarde: { aandelen: { aa: 90n, bb: 225n, cc: 585n } } },
      { waarde: { aandelen: { bb: 250n, cc: 650n } } },
    ],
  })
  const gekozen = verdeel(boek(lees(ABC, beide + blok(KEUZE, 'uitleg'))), 'pot', vraag)
  expect(gekozen).toMatchObject({ soort: 'bepaald', waarde: { aandelen: { bb: 250n, cc: 650n } } })
  expect(schrijfBoom(uitkomstNaarJson(gekozen).waarom)).toContain('[uitleg wie-deelt, nog niet vastgesteld]')
})

const fout = (yaml: string): string => {
  try {
    lees(ABC, blok(yaml))
  } catch (e) {
    if (e instanceof AfspraakFout) return e.message
    throw e
  }
  throw new Error('geen fout')
}
test.each([
  ['weights that are not one', SLEUTEL.replace('1/2', '1/3'), 'de gewichten zijn samen 5/6; dat moet 1 zijn'],
  ['a weight as a decimal', SLEUTEL.replace('1/2', '0.5'), 'maatstaven.0.gewicht: schrijf tekst of een heel getal'],
  ['a misspelled peil', SLEUTEL.replace('31 december J', '31 decembr J'), 'schrijf een peildag als 31 december J'],
  ['a role that does not exist', SLEUTEL.replace('over: partijen', 'over: buren'), 'buren is geen partij'],
  [
    'a measure given twice',
    SLEUTEL.replace('naam: kosten', 'naam: inwoners'),
    'de maatstaf inwoners staat er twee keer',
  ],
  ['a party given twice', SLEUTEL.replace('over: partijen', 'over: [aa, aa]'), 'aa staat twee keer in over'],
  ['a reading of the rest that is not there', `${SLEUTEL}\nrestUitleg: zomaar`, 'er is geen uitleg zomaar over pot'],
  ['no rule for the rest', SLEUTEL.replace('\nrest: grootste-rest', ''), 'rest'],
  [
    'a tie rule without a rest rule',
    SLEUTEL.replace('grootste-rest', 'onverdeeld\ngelijkeRest: alfabet'),
    'gelijkeRest',
  ],
])('%s is refused with file and line', (_naam, yaml, melding) => {
  expect(fout(yaml)).toMatch(/^convenanten\/verzonnen\/2025-01-01\.md, regel \d+: /)
  expect(fout(yaml)).toContain(melding)
})

test('an example of a division is computed, and a wrong one fails', () => {
  const voorbeeld = (cc: number): string =>
    blok(
      `bij: pot\ngegeven: { totaal: 10, metingen: { inwoners: { aa: 1, bb: 1, cc: "1.5" }, kosten: { aa: 0, bb: 0, cc: 7 } } }\nverwacht: { aandelen: { aa: 2, bb: 1, cc: ${cc} }, rest: 0 }`,
      'voorbeeld',
    )
  // Exact: 10/7, 10/7 and 50/7. One is left over; aa and bb have the largest remainder (3/7), aa comes first.
  const draai = (cc: number) =>
    draaiVoorbeelden(lees(ABC, blok(SLEUTEL) + voorbeeld(cc)), { kaders: [], gemeenten: [] })
  expect(draai(7)).toEqual({ gedraaid: 1, mislukt: [] })
  expect(draai(8).mislukt).toHaveLength(1)
})

import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { naarJson, schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import { AfspraakFout, type Convenant } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import type { Besluit } from './besluit.ts'
import { kalender } from './kalender.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'

const pad = (naam: string): string => readFileSync(new URL(`../../${naam}`, import.meta.url), 'utf8')
const haags = leesAfspraken(
  pad('convenanten/den-haag/2025-01-01.md'),
  'convenanten/den-haag/2025-01-01.md',
) as Convenant
const bestand = 'voorbeelddata/besluiten/den-haag/2025-11-27-eerste-verlenging.md'
const verlenging = leesBesluit(pad(bestand), bestand)

const over = (convenant: Convenant, jaar: number, op: string, besluiten: Besluit[] = []) =>
  kalender(
    afsprakenboek(convenant.id, datum(op), { convenanten: [convenant], kaders: [], besluiten, gemeenten: [] }),
    jaar,
  )
const dagen = (uitkomst: ReturnType<typeof kalender>): Record<string, unknown>[] => {
  if (uitkomst.soort !== 'bepaald') throw new Error(uitkomst.soort)
  return naarJson(uitkomst.waarde) as Record<string, unknown>[]
}

/** A covenant of one article with the block given. */
const met = (blok: string, ingang = '2024-01-01'): Convenant =>
  leesAfspraken(
    `---
id: proefland
titel: Convenant van een verzonnen regio
kort: Convenant Proefland
partijen: [assen, meppel]
rollen: { centrumgemeente: [assen], regiogemeente: [meppel] }
---

## Artikel 8 Geld

1. Zo gaat het afrekenen.

\`\`\`regel
soort: kalender
id: afrekenen
per: kalenderjaar J
${blok}
\`\`\`

## Artikel 10 Duur

1. Tot 2026.

\`\`\`regel
soort: looptijd
id: looptijd
ingang: ${ingang}
tot: 2026-01-01
\`\`\`
`,
    `convenanten/proefland/${ingang}.md`,
  ) as Convenant

// G-AS-8.2/8.6: the figures of the design, for the years 2024 and 2025.
const ASSEN = `stappen:
  - { doe: afrekenen, wie: centrumgemeente, aan: partijen, totEnMet: 30 juni J+1, na: vaststelling door het college }
  - { doe: voorlopig aandeel melden, wie: centrumgemeente, aan: regiogemeente, van: 1 februari J+1, totEnMet: laatste februari J+1 }
  - { doe: definitief aandeel melden, wie: centrumgemeente, aan: regiogemeente, zodra: gegevens gecontroleerd }
  - { doe: begroting sturen, wie: centrumgemeente, aan: regiogemeente, totEnMet: 1 oktober J-1 }`

test('the days of a year stand in order, with what waits for an event last', () => {
  expect(dagen(over(met(ASSEN), 2025, '2025-12-31')).map((d) => [d.datum, d.van ?? null, d.doe, d.status])).toEqual([
    ['2024-10-01', null, 'begroting sturen', 'gepland'],
    ['2026-02-28', '2026-02-01', 'voorlopig aandeel melden', 'na-einde'],
    ['2026-06-30', null, 'afrekenen', 'na-einde'],
    [null, null, 'definitief aandeel melden', 'wacht'],
  ])
})

test('a day before the covenant begins says so: the budget of the first year', () => {
  expect(dagen(over(met(ASSEN), 2024, '2024-12-31'))[0]).toMatchObject({ datum: '2023-10-01', status: 'voor-begin' })
})

test('each day names who, for whom, article and lid', () => {
  expect(dagen(over(met(ASSEN), 2025, '2025-12-31'))[0]).toEqual({
    datum: '2024-10-01',
    doe: 'begroting sturen',
    wie: 'centrumgemeente',
    aan: 'regiogemeente',
    artikel: '8',
    lid: '1',
    status: 'gepland',
    regel: 'afrekenen',
  })
})

test('the explanation reads as sentences', () => {
  const tekst = schrijfBoom(stapNaarJson(over(met(ASSEN), 2024, '2024-12-31').waarom))
  expect(tekst).toContain('van 1 februari 2025 tot en met 28 februari 2025.')
  expect(tekst).toContain('afrekenen (aan partijen) uiterlijk 30 juni 2025, na vaststelling door het college.')
  expect(tekst).toContain('definitief aandeel melden (aan regiogemeente), zodra gegevens gecontroleerd.')
  expect(tekst).toContain('Dat is vóór het begin van het convenant.')
})

test('Den Haag invoices in November 2025 and corrects in 2026, after the end of the covenant', () => {
  const gevonden = dagen(over(haags, 2025, '2025-12-31'))
  expect(gevonden.find((d) => d.regel === 'facturen-sturen')).toMatchObject({
    datum: '2025-11-30',
    van: '2025-11-01',
    wie: 'regiogemeente',
    aan: 'centrumgemeente',
    artikel: '6',
    lid: '5',
    status: 'gepland',
  })
  expect(gevonden.find((d) => d.regel === 'correctie-sturen')).toMatchObject({
    datum: '2026-12-31',
    artikel: '6',
    lid: '6',
    status: 'na-einde',
  })
  const verlengd = dagen(over(haags, 2025, '2025-12-31', [verlenging]))
  expect(verlengd.find((d) => d.regel === 'correctie-sturen')).toMatchObject({ status: 'gepland' })
})

test('a year the text does not name rests on a reading, until the region adopts it', () => {
  const vast = {
    id: 'vast',
    soort: 'vastgestelde-uitleg',
    regio: 'den-haag',
    versie: haags.ingang,
    besloten: datum('2026-02-01'),
    door: 'het bestuurlijk overleg',
    fictief: true,
    uitleg: 'factuur-elk-jaar',
    tekst: '',
    bestand: 'besluit.md',
  } as const satisfies Besluit
  const status = (besluiten: Besluit[]) =>
    dagen(over(haags, 2026, '2026-12-31', besluiten)).find((d) => d.regel === 'facturen-sturen')
  expect(status([verlenging])).toMatchObject({ datum: '2026-11-30', status: 'uitleg' })
  expect(status([verlenging, vast])).toMatchObject({ datum: '2026-11-30', status: 'gepland' })
})

test('without such a reading nothing is due in another year, and the explanation says so', () => {
  const uitkomst = over(met(`jaar: 2024\n${ASSEN}`), 2025, '2025-12-31')
  expect(dagen(uitkomst)).toEqual([])
  expect(schrijfBoom(stapNaarJson(uitkomst.waarom))).toContain('De tekst noemt alleen 2024. Voor 2025 staat er niets.')
})

test('where no version is in force the answer names the last one and its end', () => {
  const uitkomst = over(haags, 2026, '2026-12-31')
  expect(uitkomst.soort).toBe('niet-geregeld')
  expect(schrijfBoom(stapNaarJson(uitkomst.waarom))).toContain('Die liep tot en met 31 december 2025.')
})

test.each([
  ['stappen: [{ doe: iets doen, wie: centrumgemeente }]', 'noem een dag'],
  ['stappen: [{ doe: iets doen, wie: centrumgemeente, zodra: het kan, totEnMet: 1 mei J }]', 'zodra kan niet naast'],
  ['stappen: [{ doe: iets doen, wie: centrumgemeente, totEnMet: 31 april J }]', 'bestaat niet in elk jaar'],
  ['stappen: [{ doe: iets doen, wie: centrumgemeente, totEnMet: 2025-05-01 }]', 'schrijf een dag als'],
  ['stappen: [{ doe: iets doen, wie: groningen, totEnMet: 1 mei J }]', 'groningen is geen partij en geen rol'],
  ['stappen: [{ doe: iets doen, wie: assen, van: 2 mei J, totEnMet: 1 mei J }]', 'totEnMet ligt vóór van'],
  ['andereJaren: elk-jaar\nstappen: [{ doe: iets doen, wie: assen, totEnMet: 1 mei J }]', 'andereJaren hoort bij jaar'],
  [
    'jaar: 2025\nandereJaren: elk-jaar\nstappen: [{ doe: iets doen, wie: assen, totEnMet: 1 mei J }]',
    'er is geen uitleg met id elk-jaar over afrekenen',
  ],
  ['stappen: []', 'stappen'],
])('%s is refused with file and line', (blok, melding) => {
  expect(() => met(blok)).toThrow(AfspraakFout)
  expect(() => met(blok)).toThrow(/^convenanten\/proefland\/2024-01-01\.md, regel \d+: /)
  expect(() => met(blok)).toThrow(melding)
})

test('every step of every rule comes back once, in order of date, whatever the year', () => {
  const convenant = met(ASSEN)
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), (jaar) => {
      const gevonden = dagen(over(convenant, jaar, '2025-06-01'))
      expect(gevonden).toHaveLength(4)
      expect(new Set(gevonden.map((d) => d.doe))).toEqual(
        new Set(['afrekenen', 'begroting sturen', 'definitief aandeel melden', 'voorlopig aandeel melden']),
      )
      const data = gevonden.flatMap((d) => (typeof d.datum === 'string' ? [d.datum] : []))
      expect(data).toEqual(data.toSorted())
      expect(gevonden.at(-1)!.datum).toBeNull()
    }),
  )
})

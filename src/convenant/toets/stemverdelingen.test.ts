import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Convenant } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { STEMMEN, type Stem } from '../regels/besluitregel-schema.ts'
import { telStemmen } from '../regels/stemmen-tellen.ts'
import { regelsVan } from '../regels-van.ts'
import { toetsBesluitregel } from './besluiten.ts'
import { onbeslist } from './stemverdelingen.ts'

const NAMEN = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh', 'ii']

/** A covenant of as many members as there are weights, with one vote as its only round. */
function stel(gewichten: readonly number[], grondslag?: string) {
  const partijen = NAMEN.slice(0, gewichten.length)
  const anders = gewichten.flatMap((n, i) => (n === 1 ? [] : [`, ${partijen[i]}: ${n}`]))
  const document = leesAfspraken(
    `---
id: verzonnen
titel: Convenant Verzonnen Regio 2025
kort: Convenant Verzonnen 2025
partijen: [${partijen.join(', ')}]
rollen: {}
---

## Artikel 1 Beslissen

1. Zo beslissen zij.

\`\`\`regel
soort: besluitregel
id: besluit
over: een besluit
ronden: [{ wijze: meerderheid, ${grondslag ? `grondslag: ${grondslag}, ` : ''}stemmen: { ieder: 1${anders.join('')} } }]
\`\`\`
`,
    'verzonnen/2025-01-01.md',
  ) as Convenant
  const regel = regelsVan(document, 'besluitregel')[0]!
  const kring = { partijen, rollen: {}, gemeenten: [] }
  return { document, regel, kring, partijen }
}
const zin = (gewichten: readonly number[], grondslag?: string): string => {
  const { regel, document } = stel(gewichten, grondslag)
  return toetsBesluitregel(regel, document)[0]!.bevinding
}

test('three members, one for, one against and one abstaining: nothing is decided', () => {
  expect(zin([1, 1, 1])).toBe(
    'Bij 1 voor, 1 tegen en 1 onthouding is er geen meerderheid en geen volgende ronde (een besluit).',
  )
})

test('nine votes of eight members tie through one abstention, and through a member that casts one of its two', () => {
  expect(zin([1, 1, 1, 1, 1, 1, 1, 2])).toBe(
    'Bij 4 voor, 4 tegen en 1 onthouding is er geen meerderheid en geen volgende ronde. Gebruikt een lid minder stemmen dan het heeft, dan kan het 4 tegen 4 worden (een besluit).',
  )
})

test('eight equal votes tie four to four', () => {
  expect(zin(Array<number>(8).fill(1))).toContain('Stemmen 4 van de 8 gemeenten voor en de andere tegen')
})

test('a vector that is undecided only when all votes are the base says so', () => {
  // Two members with three votes: two abstentions or, of all three votes, the one vote that is left is no majority.
  expect(zin([2, 1])).toContain(
    'Bij 1 voor, 0 tegen en 2 onthouding is er, als alle stemmen meetellen, geen meerderheid',
  )
  expect(zin([2, 1], 'uitgebrachte-stemmen')).toContain('Bij 0 voor, 0 tegen en 3 onthouding is er geen meerderheid')
})

/** Every vote there can be, counted one by one with the counting that `stem` uses. */
function fewestAbstentions(gewichten: readonly number[], grondslag: string): number {
  const { regel, kring, partijen } = stel(gewichten, grondslag)
  let minst = Infinity
  for (let n = 0; n < 3 ** partijen.length; n += 1) {
    const keuzen = partijen.map((p, i): [string, Stem] => [p, STEMMEN[Math.floor(n / 3 ** i) % 3]!])
    const uitslag = telStemmen(regel, [{ stemmen: Object.fromEntries(keuzen) }], kring)
    if (uitslag.soort === 'bepaald' && uitslag.waarde === 'geen-besluit')
      minst = Math.min(minst, keuzen.filter(([, s]) => s === 'onthouding').length)
  }
  return minst
}

test('the division found has as few abstentions as counting every single vote gives', () => {
  const weging = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(weging, fc.constantFrom('uitgebrachte-stemmen', 'alle-stemmen'), (gewichten, grondslag) => {
      const { regel, kring } = stel(gewichten, grondslag)
      expect(onbeslist(regel, kring)!.heel.onthouders).toBe(fewestAbstentions(gewichten, grondslag))
    }),
    { numRuns: 60 },
  )
})

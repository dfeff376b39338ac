import { expect, test } from 'vitest'
import { AfspraakFout, type Convenant } from './afspraak.ts'
import { andersGelezen, keuze } from './keuze.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'
import { toetsBesluiten } from './toets-besluiten.ts'

const maak = (...kiest: string[]) =>
  leesAfspraken(
    `---
id: verzonnen
titel: Convenant Verzonnen Regio 2025
kort: Convenant Verzonnen 2025
partijen: [aa, bb]
rollen: { centrumgemeente: [aa], regiogemeente: [bb] }
---

## Artikel 1 Beslissen

1. Zo beslissen zij.

\`\`\`regel
soort: besluitregel
id: overleg
over: besluiten van het overleg
ronden: [{ wijze: meerderheid, stemmen: { ieder: 1 } }]
\`\`\`
${kiest
  .map(
    (k, i) => `
\`\`\`uitleg
id: u${i}
over: [overleg]
vraag: Wat bedoelen ze?
keuze: Dit bedoelen ze.
reden: Daarom is het zo.
kiest: ${k}
vastgesteld: nee
\`\`\`
`,
  )
  .join('')}`,
    'convenanten/verzonnen/2025-01-01.md',
  )
const OPEN = { grondslag: ['uitgebrachte-stemmen', 'alle-stemmen'] } as const
const regel = { id: 'overleg' }

test('without a reading the first way counts, and no reading is named', () => {
  expect(keuze(regel, OPEN, 'grondslag', [])).toEqual({ waarde: 'uitgebrachte-stemmen', uitleg: null })
})

test('a reading chooses for its own rules only', () => {
  const { uitleg } = maak('{ grondslag: alle-stemmen }')
  expect(keuze(regel, OPEN, 'grondslag', uitleg)).toMatchObject({ waarde: 'alle-stemmen', uitleg: { id: 'u0' } })
  expect(keuze({ id: 'ander' }, OPEN, 'grondslag', uitleg).uitleg).toBeNull()
})

test.each([
  [['{ grondslag: aanwezigen }'], 21, 'uitleg u0: grondslag aanwezigen bestaat niet; kies uit uitgebrachte-stemmen'],
  [
    ['{ voorzitter: zwolle }'],
    21,
    'uitleg u0 kiest voorzitter, maar de tekst van overleg laat alleen grondslag, quorum',
  ],
  [['{ quorum: geen }', '{ quorum: geen }'], 31, 'de uitleggen u0 en u1 kiezen allebei quorum'],
])('a file whose reading chooses %s is refused with file and line', (kiest, regelnummer, melding) => {
  expect(() => maak(...kiest)).toThrow(`convenanten/verzonnen/2025-01-01.md, regel ${regelnummer}: ${melding}`)
})

const tekst = (regels: readonly string[], uitleg: string) =>
  `---\nid: verzonnen\ntitel: Verzonnen\nkort: Verzonnen 2025\npartijen: [aa, bb]\nrollen: { centrumgemeente: [aa] }\n---\n\n## Artikel 1 Van alles\n\n${regels
    .map((r, i) => `${i + 1}. Een lid.\n\n\`\`\`regel\n${r}\n\`\`\`\n\n`)
    .join(
      '',
    )}\`\`\`uitleg\nid: u\nvraag: Wat dan?\nkeuze: Zo dan.\nreden: Daarom zo.\nvastgesteld: nee\n${uitleg}\n\`\`\`\n`
const document = (regels: readonly string[], uitleg: string) =>
  leesAfspraken(tekst(regels, uitleg), 'convenanten/verzonnen/2025-01-01.md') as Convenant
const OVERLEG =
  'soort: besluitregel\nid: overleg\nover: besluiten\nronden: [{ wijze: meerderheid, grondslag: alle-stemmen, stemmen: { ieder: 1 } }]'
const EENS = 'soort: besluitregel\nid: eens\nover: besluiten\nronden: [{ wijze: overeenstemming, onder: alle-leden }]'
const NIET_GEREGELD = 'soort: besluitregel\nid: open\nover: besluiten\nhoe: niet-geregeld'
const TERMIJN = 'soort: looptijd\nid: duur\ntot: 2027-01-01'
const ANDERE_TERMIJN = 'soort: looptijd\nid: andere-duur\ntot: 2028-01-01'

test.each([
  [
    'the base of a majority that the text names',
    [OVERLEG],
    'over: [overleg]\nkiest: { grondslag: uitgebrachte-stemmen }',
    'de tekst van overleg laat alleen quorum open',
  ],
  [
    'who must agree, where the text says who',
    [EENS],
    'over: [eens]\nkiest: { overeenstemming: aanwezigen }',
    'de tekst van eens laat niets open',
  ],
  [
    'a way to vote where the text gives no vote',
    [NIET_GEREGELD],
    'over: [open]\nkiest: { quorum: geen }',
    'de tekst van open laat niets open',
  ],
  [
    'another end than the only one in the text',
    [TERMIJN],
    'over: [duur]\nvoorrang: duur',
    'geen andere regel om uit te kiezen',
  ],
  [
    'between rules that cannot contradict each other',
    [TERMIJN, EENS],
    'over: [duur, eens]\nvoorrang: eens',
    'regels van een andere soort',
  ],
  [
    'a rule it is not about',
    [TERMIJN, ANDERE_TERMIJN, EENS],
    'over: [duur, andere-duur]\nvoorrang: eens',
    'voorrang eens staat niet in over',
  ],
])('a covenant goes before a reading: one that chooses %s is refused', (_naam, regels, uitleg, melding) => {
  // The first line inside the block of the reading, counted from 1.
  const regelnummer = tekst(regels, uitleg).split('\n').indexOf('```uitleg') + 2
  expect(() => document(regels, uitleg)).toThrow(`convenanten/verzonnen/2025-01-01.md, regel ${regelnummer}: `)
  expect(() => document(regels, uitleg)).toThrow(melding)
})

test('a reading may choose between two ends the text names, and fill in what it does not say', () => {
  expect(document([TERMIJN, ANDERE_TERMIJN], 'over: [duur, andere-duur]\nvoorrang: duur').uitleg).toHaveLength(1)
  expect(document([OVERLEG], 'over: [overleg]\nkiest: { quorum: geen }').uitleg).toHaveLength(1)
})

const besluit = (rest: string) =>
  leesBesluit(
    `---\nid: b\nsoort: vastgestelde-uitleg\nregio: verzonnen\nversie: 2025-01-01\nbesloten: 2025-02-01\ndoor: het overleg\n${rest}\n---\n`,
    'b.md',
  )

test.each([
  ['uitleg: u\nkiest: { grondslag: uitgebrachte-stemmen }', 'b.md, regel 2: uitleg u kiest grondslag, maar'],
  ['uitleg: u\nvoorrang: overleg', 'b.md, regel 2: uitleg u geeft voorrang, maar'],
  ['uitleg: nooit-van-gehoord', 'b.md, regel 2: Verzonnen 2025 heeft geen uitleg nooit-van-gehoord'],
])('a recorded decision cannot do more than a reading either: %s', (rest, melding) => {
  const convenant = document([OVERLEG], 'over: [overleg]\nkiest: { quorum: geen }')
  expect(() => toetsBesluiten([besluit(rest)], [convenant])).toThrow(melding)
  expect(() =>
    toetsBesluiten(
      [
        besluit(
          'uitleg: u\nkeuze: Meer dan de helft.\nreden: Zo gaat het elders.\nkiest: { quorum: meer-dan-de-helft }',
        ),
      ],
      [convenant],
    ),
  ).not.toThrow()
})

test('a way that a decision made up is refused where it is used', () => {
  const { uitleg } = maak('{ grondslag: alle-stemmen }')
  const verzonnen = uitleg.map((u) => ({ ...u, kiest: { grondslag: 'lot' } }))
  expect(() => keuze(regel, OPEN, 'grondslag', verzonnen)).toThrow(AfspraakFout)
})

test('an example can read a question another way, but not a question nobody asked', () => {
  const { uitleg } = maak('{ grondslag: alle-stemmen }')
  const anders = andersGelezen(regel, { grondslag: 'uitgebrachte-stemmen' }, uitleg)
  expect(keuze(regel, OPEN, 'grondslag', anders).waarde).toBe('uitgebrachte-stemmen')
  expect(() => andersGelezen(regel, { quorum: 'geen' }, uitleg)).toThrow('geen uitleg over overleg kiest quorum')
})

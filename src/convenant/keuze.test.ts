import { expect, test } from 'vitest'
import { AfspraakFout } from './afspraak.ts'
import { andersGelezen, keuze } from './keuze.ts'
import { leesAfspraken } from './lees-afspraken.ts'

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
  [['{ grondslag: aanwezigen }'], 'uitleg u0: grondslag aanwezigen bestaat niet; kies uit uitgebrachte-stemmen'],
  [['{ voorzitter: zwolle }'], 'uitleg u0 kiest voorzitter, maar deze soort laat alleen'],
  [['{ quorum: geen }', '{ quorum: geen }'], 'de uitleggen u0 en u1 kiezen allebei quorum'],
])('a file whose reading chooses %s is refused with file and line', (kiest, melding) => {
  expect(() => maak(...kiest)).toThrow(`convenanten/verzonnen/2025-01-01.md, regel 14: ${melding}`)
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

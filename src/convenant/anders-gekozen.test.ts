import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import type { Convenant } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import type { Besluit } from './besluit.ts'
import { keurBesluit } from './besluit-keuring.ts'
import { doorbelasting } from './doorbelasting.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'
import { toetsBesluiten } from './toets-besluiten.ts'

const pad = 'convenanten/den-haag/2025-01-01.md'
const denHaag = leesAfspraken(readFileSync(pad, 'utf8'), pad) as Convenant

const besluit = (uitleg: string, rest: string): Besluit =>
  leesBesluit(
    `---\nid: b\nsoort: vastgestelde-uitleg\nregio: den-haag\nversie: 2025-01-01\nbesloten: 2025-02-01\ndoor: het bestuurlijk overleg\nuitleg: ${uitleg}\n${rest}---\n\nBesloten.\n`,
    'besluiten/b.md',
  )
const afspraken = (...besluiten: Besluit[]) => ({ convenanten: [denHaag], kaders: [], gemeenten: [], besluiten })
const keur = (b: Besluit) => {
  const { tekst: _tekst, bestand: _bestand, ...kop } = b
  return keurBesluit(kop, afspraken(), datum('2026-01-01'))
}

const EERST_HEEL = 'keuze: Doorgerekende aantallen worden eerst hele aantallen.\nreden: Zo telt de regio mensen.\n'

test.each([
  [
    'a question that is computed in one way only',
    'wachtlijst-bij-plaatser',
    'keuze: Elke gemeente heeft een eigen lijst.\nreden: Zo gaat het nu.\n',
    'keuze',
    'maar op één manier gerekend',
  ],
  [
    'other words without another way of computing',
    'afronden-doorbelasting',
    EERST_HEEL,
    'keuze',
    'nog hetzelfde gerekend',
  ],
  [
    'the words of the file beside another way of computing',
    'afronden-doorbelasting',
    'kiest: { aantallen: half-omhoog }\nreden: Zo telt de regio mensen.\n',
    'keuze',
    'Er wordt anders gerekend',
  ],
  [
    'another choice without a reason',
    'afronden-doorbelasting',
    'keuze: Eerst hele aantallen.\nkiest: { aantallen: half-omhoog }\n',
    'reden',
    'waarom de regio anders koos',
  ],
])('a decision with %s is refused, in a file and on the screen', (_wat, uitleg, rest, veld, melding) => {
  const b = besluit(uitleg, rest)
  expect(keur(b)).toEqual([{ veld, melding: expect.stringContaining(melding) }])
  expect(() => toetsBesluiten([b], [denHaag])).toThrow(`besluiten/b.md, regel 2: ${veld}: `)
})

test.each(['', 'keuze: Den Haag, want wie plaatst houdt ook de lijst bij\n', 'reden: Zo gaat het sinds 2019.\n'])(
  'a reading is adopted as it stands, also in the same words: %j',
  (rest) => {
    const b = besluit('wachtlijst-bij-plaatser', rest)
    expect(keur(b)).toEqual([])
    expect(() => toetsBesluiten([b], [denHaag])).not.toThrow()
  },
)

test('another choice computes otherwise, and its reason takes the place of the one in the file', () => {
  const b = besluit('afronden-doorbelasting', `${EERST_HEEL}kiest: { aantallen: half-omhoog }\n`)
  expect(keur(b)).toEqual([])
  const reken = (...besluiten: Besluit[]) =>
    doorbelasting(afsprakenboek('den-haag', datum('2025-12-01'), afspraken(...besluiten)), 2025, {
      tarieven: { 'onderzoek-en-advies': 35000n },
      gemeten: { rijswijk: { 'onderzoek-en-advies': 37n } },
      heelJaar: { rijswijk: { 'onderzoek-en-advies': 45n } },
    })
  expect(reken()).toMatchObject({ waarde: { rijswijk: { factuur: 1_726_667n, correctie: -151_667n } } })
  const anders = reken(b)
  expect(anders).toMatchObject({ waarde: { rijswijk: { factuur: 1_715_000n, correctie: -140_000n } } })
  const boom = JSON.stringify(anders.waarom, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v))
  expect(boom).toContain('Zo telt de regio mensen.')
  expect(boom).not.toContain('Het convenant zwijgt.')
})

test('after another choice the region can return to the reading of the file', () => {
  const eerst = besluit('afronden-doorbelasting', `${EERST_HEEL}kiest: { aantallen: half-omhoog }\n`)
  const { tekst: _tekst, bestand: _bestand, ...kop } = besluit('afronden-doorbelasting', '')
  const later = { ...kop, id: 'c', besloten: datum('2025-03-01') }
  if (later.soort !== 'vastgestelde-uitleg') throw new Error(later.soort)
  expect(keurBesluit(later, afspraken(eerst), datum('2026-01-01'))).toEqual([])
  expect(
    keurBesluit({ ...later, kiest: { aantallen: 'half-omhoog' } }, afspraken(eerst), datum('2026-01-01')),
  ).not.toEqual([])
})

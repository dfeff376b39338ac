/** Slips of the pen in a new covenant: each change of the file in the manual is refused or found. */
import { expect, test } from 'vitest'
import { type Convenant, isOpen, leesAfspraken, toets } from '../../src/convenant/index.ts'
import { datum } from '../../src/kern/datum.ts'
import { afspraken, DH, lees } from './beschadig.ts'

const PAD = 'polderland/2026-01-01.md'
const POLDERLAND = /````markdown\n([\s\S]*?)\n````/.exec(lees('docs/convenant-schrijven.md'))![1]!
const erbij = (...blokken: string[]): string =>
  POLDERLAND.replace('## Artikel 3 Hoe lang', () =>
    [
      '## Artikel 9 Erbij',
      '1. Verzonnen voor deze test.',
      ...blokken.map((b) => `\`\`\`regel\n${b}\n\`\`\``),
      '## Artikel 3 Hoe lang',
    ].join('\n\n'),
  )
const anders = (van: string, door: string): string => {
  expect(POLDERLAND).toContain(van)
  return POLDERLAND.replace(van, () => door)
}
const mandaat = (van: string, aan: string, lid: number): string =>
  `soort: mandaat\nid: m\nvan: ${van}\naan: ${aan}\nvormen: [mandaat]\ntakenVan: { artikel: ${lid === 9 ? 9 : 2}, lid: ${lid === 9 ? 1 : lid} }`
const overleg = (keer: string): string => `soort: overleg\nid: o\nnaam: het overleg\nlaag: bestuurlijk\nkeer: ${keer}`
const bedrag = (deel: string, afronding: string): string =>
  `soort: bedrag\nid: b\npost: uitvoeringskosten\nvorm: hoogstens\ndeel: ${deel}\nvan: het rijksbudget\nafronding: ${afronding}`
const plicht = (wie: string, wanneer: string): string =>
  `soort: plicht\nid: p\nwie: ${wie}\nwat: iets doen\naard: resultaat\nwanneer: ${wanneer}`

test('the file of the manual itself is read', () => {
  expect(leesAfspraken(POLDERLAND, PAD).id).toBe('polderland')
  expect(() => leesAfspraken(erbij(bedrag('5%', 'naar-beneden')), PAD)).not.toThrow()
  expect(() => leesAfspraken(erbij(overleg('{ minimaal: 2, streef: 4, per: jaar }')), PAD)).not.toThrow()
  expect(() => leesAfspraken(erbij(mandaat('regiogemeente', 'centrumgemeente', 2)), PAD)).not.toThrow()
})

test.each<[naam: string, tekst: string, melding: string]>([
  [
    'an end before the beginning',
    anders('tot: 2028-01-01', 'tot: 2025-01-01'),
    'het einde ligt niet na de dag van ingang',
  ],
  ['an end on the first day', anders('tot: 2028-01-01', 'tot: 2026-01-01'), 'het einde ligt niet na de dag van ingang'],
  ['a last day before the first', anders('tot: 2028-01-01', 'totEnMet: 2025-12-31'), 'het einde ligt niet na de dag'],
  ['a year that cannot be', anders('tot: 2028-01-01', 'tot: 0028-01-01'), '0028-01-01 ligt niet in de jaren 1900'],
  [
    'a mandate to oneself',
    erbij(mandaat('centrumgemeente', 'centrumgemeente', 2)),
    'wie het mandaat geeft (centrumgemeente)',
  ],
  [
    'a mandate of a role to its only member',
    erbij(mandaat('centrumgemeente', 'alphen-aan-den-rijn', 2)),
    'krijgt het ook (alphen-aan-den-rijn)',
  ],
  ['a ceiling that is rounded up', erbij(bedrag('5%', 'half-omhoog')), 'een grens wordt naar beneden afgerond'],
  ['a share of nothing', erbij(bedrag('0%', 'naar-beneden')), 'boven 0%'],
  [
    'a wish below the minimum',
    erbij(overleg('{ minimaal: 4, streef: 2, per: jaar }')),
    'streef is minder dan minimaal',
  ],
  ['a name twice', erbij(plicht('[nieuwkoop, nieuwkoop]', 'eenmalig')), 'een naam staat er twee keer'],
  [
    'a voter twice',
    erbij(
      'soort: besluitregel\nid: v\nover: iets\nstemgerechtigd: [nieuwkoop, nieuwkoop]\nronden: [{ wijze: overeenstemming }]',
    ),
    'een naam staat er twee keer',
  ],
  [
    'a lid that is skipped',
    erbij().replace('1. Verzonnen', '2. Verzonnen'),
    'artikel 9 heeft geen lid 1, maar wel een lid 2',
  ],
  ['a lid without text', erbij().replace('1. Verzonnen voor deze test.', '1. '), '1. heeft geen tekst'],
])('%s is refused with one sentence', (_naam, tekst, melding) => {
  expect(() => leesAfspraken(tekst, PAD)).toThrow(melding)
})

const vondsten = (tekst: string): string[] =>
  toets(leesAfspraken(tekst, PAD), afspraken, datum('2026-06-01')).map((b) => `${b.code} ${b.artikel}.${b.lid}`)

test.each<[naam: string, tekst: string, verwacht: string]>([
  ['a mandate for a lid without tasks', erbij(mandaat('regiogemeente', 'centrumgemeente', 9)), 'REF-DIRECTION 9.1'],
  [
    'a duty that was due before the covenant',
    erbij(plicht('nieuwkoop', '{ uiterlijk: 2020-01-01 }')),
    'DEADLINE-BEFORE-ADOPTION 9.1',
  ],
  ['no end', anders('tot: 2028-01-01\nverlenging: { aantal: 1, jaren: 1 }', ''), 'PERIOD-UNDEF 3.1'],
])('%s is found', (_naam, tekst, verwacht) => {
  expect(vondsten(POLDERLAND)).not.toContain(verwacht)
  expect(vondsten(tekst.replace(/```voorbeeld\nbij: looptijd[\s\S]*?```/g, ''))).toContain(verwacht)
})

test('a reading that is adopted on a later day closes nothing yet, and is adopted from that day on', () => {
  const strijdig = lees(DH)
  const { uitleg } = leesAfspraken(strijdig, DH)
  const u = uitleg.find((x) => x.voorrang)!
  const plek = strijdig.indexOf('vastgesteld: nee', strijdig.indexOf(`id: ${u.id}`))
  const later = `${strijdig.slice(0, plek)}vastgesteld: 2025-06-01${strijdig.slice(plek + 'vastgesteld: nee'.length)}`
  const document = leesAfspraken(later, DH) as Convenant
  const open = (op: string): number =>
    toets(document, afspraken, datum(op)).filter((b) => b.uitleg?.id === u.id && isOpen(b)).length
  expect(open('2025-05-31')).toBeGreaterThan(0)
  expect(open('2025-06-01')).toBe(0)
})

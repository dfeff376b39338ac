/** What `toets` must find by computing in the four real covenants, one line for each finding that was asked for. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import type { Afspraken, Convenant, Kader } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { leesBesluit } from '../lees-besluit.ts'
import { leesGemeenten } from '../lees-gemeenten.ts'
import { toets } from './index.ts'

const tekst = (pad: string): string => readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8')
const lees = (pad: string) => leesAfspraken(tekst(pad), pad)
const PADEN = {
  DH: 'convenanten/den-haag/2025-01-01.md',
  AS: 'convenanten/assen/2024-01-01.md',
  IJV: 'convenanten/ijssel-vecht/2023-01-01.md',
  MH: 'convenanten/midden-holland/2019-05-13.md',
} as const
const convenanten = Object.fromEntries(Object.entries(PADEN).map(([k, pad]) => [k, lees(pad) as Convenant]))
const afspraken: Afspraken = {
  convenanten: Object.values(convenanten),
  kaders: ['awb', 'wmo-2015'].map((n) => lees(`kaders/${n}.md`) as Kader),
  besluiten: [],
  gemeenten: leesGemeenten(tekst('kaders/gemeenten.md'), 'kaders/gemeenten.md'),
}
const op = datum('2026-06-01')
const gevonden = Object.fromEntries(
  Object.entries(convenanten).map(([k, document]) => [k, toets(document, afspraken, op)]),
)
const plek = (p: { artikel: string; lid: string; onderdeel?: string }): string =>
  [p.artikel, p.lid, p.onderdeel].filter(Boolean).join('.')

test.each([
  ['DH', 'DATE-ARITHMETIC', '9.2', 'fout', '4 keer 1 jaar na 1 januari 2026 is 1 januari 2030'],
  ['DH', 'RULE-OVERLAP', '3.1.a', 'fout', 'bij een herhaalde melding'],
  ['DH', 'REF-DIRECTION', '5.1', 'fout', 'Wat de ontvanger wel doet, staat in artikel 3 lid 2'],
  ['DH', 'DATE-HARDCODED', '6.5', 'fout', 'alleen 2025. Het convenant kan lopen tot en met 31 december 2029'],
  ['DH', 'DATE-HARDCODED', '6.6', 'fout', 'alleen 2025'],
  ['DH', 'MONEY-DIRECTION', '6.6', 'fout', 'altijd van de centrumgemeente naar de regiogemeente'],
  ['DH', 'POST-TERM-DUTY', '6.6', 'fout', 'uiterlijk 31 december 2026'],
  ['DH', 'UNDEF-RATE', '6.4', 'gat', 'noemt geen tarief'],
  [
    'DH',
    'PARTY-SET',
    '6.4',
    'onduidelijk',
    'Wassenaar mag kosten doorbelasten, maar doet dit werk in geen enkel geval',
  ],
  ['DH', 'UNIT-MIX', '6.4.a', 'onduidelijk', 'registratie en screening'],
  ['DH', 'EXTENSION-PROCEDURE', '9.2', 'gat', 'wie dat besluit'],
  ['DH', 'UNDEF-CRITERION', '7.2', 'onduidelijk', 'de kans op herstel het grootst'],
  ['DH', 'CHECKLIST', '1', 'gat', 'geen enkele regel over: opzeggen'],
  ['AS', 'DEADLINE-BEFORE-ADOPTION', '8.2', 'verouderd', 'Over 2024 moet dit uiterlijk 1 oktober 2023'],
  ['AS', 'DEADLINE-BEFORE-ADOPTION', '8.3', 'verouderd', 'De tekst is van 8 november 2023'],
  ['AS', 'POST-TERM-DUTY', '8.6', 'fout', 'vanaf 1 februari 2026 en uiterlijk 28 februari 2026'],
  ['AS', 'ORDER-CONFLICT', '8.6', 'onduidelijk', 'na vaststelling door het college'],
  ['AS', 'TERM-CONFLICT', '10.2', 'fout', 'vóór 1 januari 2025, volgens artikel 10 lid 2 vóór 1 januari 2026'],
  ['AS', 'PARTY-SET', '8.5', 'fout', 'over 9 of over 8 gemeenten. Het verschil: Assen'],
  ['AS', 'HOMONYM', '8.5', 'fout', 'Het woord uitvoeringskosten'],
  ['AS', 'STOCK-FLOW', '8.5', 'fout', 'meet hem op één dag'],
  ['AS', 'SIGN-STATUS', '1.a', 'onduidelijk', 'concept van 8 november 2023'],
  ['IJV', 'NOTICE-UNREACHABLE', '12.1', 'fout', 'Geen enkele opzegging kan ingaan'],
  ['IJV', 'VOTE-BASE', '8.2', 'onduidelijk', 'Stemmen 4 van de 8 gemeenten voor en de andere tegen'],
  ['IJV', 'SET-OVERLAP', '1.f', 'fout', 'Zwolle is centrumgemeente en ook regiogemeente'],
  ['IJV', 'OWN-CASE', '9.2', 'onduidelijk', 'Is Zwolle partij'],
  ['IJV', 'POST-TERM-DUTY', '6.1', 'fout', 'vanaf 1 januari 2024'],
  [
    'IJV',
    'FREQ-CONFLICT',
    '3.3',
    'onduidelijk',
    'artikel 3 lid 3: geregeld; artikel 5 lid 2: 1 keer per jaar; artikel 7 lid 6: 2 keer per jaar',
  ],
  ['IJV', 'KEY-MISSING', '5.5', 'gat', 'peil 2015'],
  ['MH', 'DEF-CONFLICT', 'toelichting-2.8', 'fout', 'opvang na geweld'],
  ['MH', 'NON-PARTY-DUTY', 'toelichting-inleiding.6', 'gat', 'woningcorporatie'],
  ['IJV', 'POST-TERM-DUTY', '6.1', 'fout', 'Over 2024 moet dit vanaf 1 januari 2024'],
  ['MH', 'EXIT-EFFECT', '4.4', 'gat', 'wat dat voor de andere gemeenten betekent'],
  ['MH', 'ROUNDING', '3.1', 'gat', 'wat na het afronden overblijft'],
  ['MH', 'NOTICE-UNREACHABLE', '4.4', 'onduidelijk', 'Wie op 1 januari 2023 of later opzegt'],
  ['MH', 'TERM-CONFLICT', '4.5', 'onduidelijk', 'de geldigheidsduur van de huisvestingsverordeningen'],
] as const)('%s: %s at article %s is computed', (regio, code, waar, ernst, zegt) => {
  const hier = gevonden[regio]!.filter((b) => b.code === code && plek(b) === waar)
  expect(hier.map((b) => b.herkomst)).toEqual(hier.map(() => 'berekend'))
  const zinnen = hier.map((b) => `${b.ernst}: ${b.bevinding}`)
  expect(zinnen.filter((z) => z.startsWith(ernst) && z.includes(zegt))).not.toEqual([])
})

const metBesluit = (...besluiten: string[]) =>
  toets(convenanten['DH']!, { ...afspraken, besluiten: besluiten.map((b, i) => leesBesluit(b, `b${i}.md`)) }, op)
const besluit = (id: string, soort: string, rest: string): string =>
  `---\nid: ${id}\nsoort: ${soort}\nregio: den-haag\nversie: 2025-01-01\nbesloten: 2025-03-01\ndoor: het bestuur\n${rest}\n---\n`

test('a recorded tariff for every post takes the finding away, one for a single post leaves the other', () => {
  const tarief = (post: string) => besluit(`t-${post}`, 'tarief', `post: ${post}\njaar: 2025\ncenten: 35000`)
  const zonder = (...posten: string[]) =>
    metBesluit(...posten.map(tarief)).find((b) => b.code === 'UNDEF-RATE' && b.herkomst === 'berekend')?.betreft
  expect(zonder()).toEqual(['meldingen-en-screeningen', 'onderzoek-en-advies'])
  expect(zonder('onderzoek-en-advies')).toEqual(['meldingen-en-screeningen'])
  expect(zonder('onderzoek-en-advies', 'meldingen-en-screeningen')).toBeUndefined()
})

test('each fixed year carries the reading that extends it, and an adopted one closes that finding alone', () => {
  const vast = (bevindingen: ReturnType<typeof toets>) =>
    bevindingen.filter((b) => b.code === 'DATE-HARDCODED').map((b) => [b.uitleg?.id, b.uitleg?.vastgesteld ?? null])
  expect(vast(gevonden['DH']!)).toEqual([
    ['factuur-elk-jaar', null],
    ['doorbelasten-na-2025', null],
    ['correctie-elk-jaar', null],
  ])
  expect(vast(metBesluit(besluit('u', 'vastgestelde-uitleg', 'uitleg: factuur-elk-jaar')))).toEqual([
    ['factuur-elk-jaar', '2025-03-01'],
    ['doorbelasten-na-2025', null],
    ['correctie-elk-jaar', null],
  ])
})

test('what carries the two sides of a correction, or names neither, has no finding about the direction', () => {
  const zonder = tekst(PADEN.DH)
    .replace('van: centrumgemeente\naan: regiogemeente\ndekt: [DH-6.6]', 'dekt: [DH-6.6]')
    .replace('kiest: { kanten: beide }\n', '')
  expect(zonder).not.toBe(tekst(PADEN.DH))
  const document = leesAfspraken(zonder, PADEN.DH)
  const richting = toets(document, { ...afspraken, convenanten: [] }, op).filter((b) => b.code === 'MONEY-DIRECTION')
  // What remains is what a reader wrote down.
  expect(richting.map((b) => b.herkomst)).toEqual(['verklaard'])
})

test('the overlap of Zwolle is linked to the reading about Zwolle, the costs of Assen to the one about those costs', () => {
  const uitlegVan = (regio: string, code: string) => gevonden[regio]!.find((b) => b.code === code)?.uitleg?.id
  expect(uitlegVan('IJV', 'SET-OVERLAP')).toBe('zwolle-is-ook-regiogemeente')
  expect(uitlegVan('AS', 'STOCK-FLOW')).toBe('zorgkosten-per-gemeente')
  expect(uitlegVan('AS', 'HOMONYM')).toBe('zorgkosten-per-gemeente')
  expect(uitlegVan('DH', 'MONEY-DIRECTION')).toBe('correctie-beide-kanten')
})

test('the same text runs through without a finding that is not about its own document', () => {
  for (const [regio, document] of Object.entries(convenanten))
    for (const b of gevonden[regio]!) {
      expect([b.regio, b.versie]).toEqual([document.id, document.ingang.toString()])
      expect(document.bepalingen.some((p) => p.artikel === b.artikel && (p.lid ?? '') === b.lid)).toBe(true)
    }
})

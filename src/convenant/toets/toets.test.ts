import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import type { Afspraken, Convenant, Kader } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { leesBesluit } from '../lees-besluit.ts'
import { leesGemeenten } from '../lees-gemeenten.ts'
import { codes } from './codes.ts'
import { type Bevinding, isOpen, toets } from './index.ts'

const lees = (pad: string): string => readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8')
const HAAG = 'convenanten/den-haag/2025-01-01.md'
const haag = leesAfspraken(lees(HAAG), HAAG) as Convenant
const awb = leesAfspraken(lees('kaders/awb.md'), 'kaders/awb.md') as Kader
const afspraken: Afspraken = {
  convenanten: [haag],
  kaders: [awb],
  besluiten: [],
  gemeenten: leesGemeenten(lees('kaders/gemeenten.md'), 'kaders/gemeenten.md'),
}
const op = datum('2025-06-01')
const van = (code: string, bevindingen: readonly Bevinding[]) => bevindingen.filter((b) => b.code === code)
const denHaag = toets(haag, afspraken, op)

test('four extensions of Den Haag reach 1 January 2030 and not 2031: computed', () => {
  const [b, ...rest] = van('DATE-ARITHMETIC', denHaag)
  expect(rest).toEqual([])
  expect(b).toMatchObject({
    klasse: 1,
    ernst: 'fout',
    herkomst: 'berekend',
    regio: 'den-haag',
    versie: '2025-01-01',
    artikel: '9',
    lid: '2',
    betreft: ['looptijd'],
  })
  expect(b!.bevinding).toContain('1 januari 2030. Het artikel noemt 1 januari 2031.')
  expect(b!.bevinding).toContain('5 verlengingen')
})

test('a repeated report has two performers in Den Haag, article 3.1 against 3.2: computed, with the chosen reading', () => {
  const b = van('RULE-OVERLAP', denHaag).find((x) => x.betreft?.includes('melding-bij-woongemeente'))!
  expect(b).toMatchObject({
    klasse: 9,
    herkomst: 'berekend',
    artikel: '3',
    lid: '1',
    onderdeel: 'a',
    betreft: ['melding-bij-woongemeente', 'toegang-bij-centrumgemeente'],
    uitleg: { id: 'herhaalde-melding', vastgesteld: null },
  })
  expect(b.bevinding).toContain('artikel 3 lid 2 onder a')
  expect(b.bevinding).toContain(
    'bij Beschermd Wonen voor een inwoner van Leidschendam-Voorburg, Rijswijk of Zoetermeer, bij een herhaalde melding',
  )
})

test('whoever lives in no regiogemeente but reports at one has two performers too (R5, R6 and R9)', () => {
  const b = van('RULE-OVERLAP', denHaag).find((x) => x.betreft?.includes('melding-bij-gemeente-van-melding'))!
  expect(b.bevinding).toContain('een inwoner van Den Haag, iemand van buiten de regio of iemand zonder woonplaats')
  expect(b.uitleg?.id).toBe('geen-inwoner-van-regiogemeente')
  expect(van('RULE-OVERLAP', denHaag)).toHaveLength(2)
})

test('advice and decision at two municipalities without a division of the time: computed', () => {
  expect(van('DEADLINE-SPLIT', denHaag)).toMatchObject([
    { herkomst: 'berekend', artikel: '3', lid: '1', onderdeel: 'a' },
  ])
})

test('the centre decides and decides on the bezwaar: computed from Awb 10:3, and only with that statute loaded', () => {
  expect(van('SOD', denHaag)).toMatchObject([{ herkomst: 'berekend', ernst: 'spanning', artikel: '3', lid: '2' }])
  expect(van('SOD', denHaag)[0]!.bevinding).toContain('Awb artikel 10:3 lid 3')
  expect(van('SOD', toets(haag, { ...afspraken, kaders: [] }, op))).toMatchObject([{ herkomst: 'verklaard' }])
})

test('article 5.1 of Den Haag hands over the list of article 3.1, which the centre never performs: computed', () => {
  const [b, ...rest] = van('REF-DIRECTION', denHaag)
  expect(rest).toEqual([])
  expect(b).toMatchObject({
    klasse: 7,
    ernst: 'fout',
    herkomst: 'berekend',
    artikel: '5',
    lid: '1',
    uitleg: { id: 'mandaat-voor-lid-2', vastgesteld: null },
  })
  expect(b!.bevinding).toContain('de taken van artikel 3 lid 1')
  expect(b!.bevinding).toContain('staat in artikel 3 lid 2')
})

test('a task that no rule names is a gap: complaints', () => {
  expect(van('PROCESS-GAP', denHaag)).toMatchObject([{ ernst: 'gat', betreft: ['klachten'] }])
  expect(van('ROUTING-INCOMPLETE', denHaag)).toMatchObject([{ betreft: ['doorslaggevend-advies'] }])
})

test('what a reader wrote down is declared and never computed; what is computed does not stand there twice', () => {
  const verklaard = denHaag.filter((b) => b.herkomst === 'verklaard')
  const blokken = haag.bevindingen.map((b) => b.code)
  expect(verklaard.every((b) => (blokken as string[]).includes(b.code))).toBe(true)
  expect(van('CONDITION-POLARITY', denHaag)).toMatchObject([
    { herkomst: 'verklaard', klasse: 8, artikel: '10', lid: '' },
  ])
  const plek = (b: Bevinding) => [b.code, b.artikel, b.lid, b.onderdeel, b.betreft?.join()].join(' ')
  expect(new Set(denHaag.map(plek)).size).toBe(denHaag.length)
  for (const b of denHaag) expect(codes).toContain(b.code)
})

test('a covenant that has ended without a recorded extension is stale, and one that was extended is not', () => {
  expect(van('DATE-STALE', denHaag)).toEqual([])
  const na = datum('2026-06-01')
  expect(van('DATE-STALE', toets(haag, afspraken, na))).toMatchObject([{ ernst: 'verouderd', artikel: '9', lid: '2' }])
  const besluit = leesBesluit(
    '---\nid: v\nsoort: verlenging\nregio: den-haag\nversie: 2025-01-01\nbesloten: 2025-11-01\ndoor: het bestuur\ntot: 2027-01-01\n---\n',
    'b.md',
  )
  expect(van('DATE-STALE', toets(haag, { ...afspraken, besluiten: [besluit] }, na))).toEqual([])
})

test('an adopted reading closes the finding; the others of its kind stay open', () => {
  const besluit = leesBesluit(
    '---\nid: u\nsoort: vastgestelde-uitleg\nregio: den-haag\nversie: 2025-01-01\nbesloten: 2025-04-01\ndoor: het bestuur\nuitleg: herhaalde-melding\n---\n',
    'b.md',
  )
  const open = (besluiten: Afspraken['besluiten'], dag: string) =>
    van('RULE-OVERLAP', toets(haag, { ...afspraken, besluiten }, datum(dag))).filter(isOpen).length
  expect([open([], '2025-06-01'), open([besluit], '2025-06-01'), open([besluit], '2025-03-31')]).toEqual([2, 1, 2])
})

const KOP = (
  rollen = '  centrumgemeente: [delft]\n  regiogemeente: [westland, rijswijk]',
  partijen = 'delft, westland, rijswijk',
) =>
  `---\nid: verzonnen\ntitel: Verzonnen convenant\nkort: Verzonnen 2025\npartijen: [${partijen}]\nrollen:\n${rollen}\n---\n\n`
const lid = (tekst: string, ...blokken: string[]) =>
  `${tekst}\n\n${blokken.map((b) => `\`\`\`regel\n${b}\n\`\`\`\n`).join('\n') || '```geen-regel\nwant: Er volgt niets uit.\n```\n'}\n`
const taak = (id: string, voor: string, uitvoerder: string, rest = '', taken = 'advies') =>
  `soort: taak\nid: ${id}\ntaken: [${taken}]\nvoor: { ${voor} }\nuitvoerder: ${uitvoerder}${rest && `\n${rest}`}`
const looptijd = (rest: string, id = 'looptijd') => `soort: looptijd\nid: ${id}\n${rest}`
const mandaat = (over: number) =>
  `soort: mandaat\nid: m\nvan: regiogemeente\naan: centrumgemeente\nvormen: [mandaat]\ntakenVan: { artikel: 1, lid: ${over} }`
const nieuw = (id: string, dagen: number) =>
  `soort: terugblik\nid: ${id}\nbegrip: nieuwe-client\nvenster: P${dagen}D\ngerekend: terug-vanaf-melding\ntelt: [aanvraag]`
const STEMMEN =
  'soort: besluitregel\nid: verlengen\nover: verlengen van het convenant\nronden: [{ wijze: overeenstemming }]'
const VERLENGING = (uiterlijk: number) =>
  `verlenging: { aantal: 2, jaren: 2, uiterlijk: ${uiterlijk}-01-01 }\nbesluit: verlengen`
const DUUR = looptijd('ingang: 2025-01-01\ntot: 2027-01-01')
const maak = (leden: readonly string[], kop = KOP()): Convenant =>
  leesAfspraken(
    `${kop}## Artikel 1 Afspraken\n\n${leden.map((l, i) => `${i + 1}. ${l}`).join('')}`,
    'convenanten/verzonnen/2025-01-01.md',
  ) as Convenant
const vind = (leden: readonly string[], kop?: string) => toets(maak(leden, kop), { ...afspraken, convenanten: [] }, op)
const gevonden = (leden: readonly string[], kop?: string) =>
  vind(leden, kop).map((b) => [b.code, b.ernst, b.lid, ...(b.betreft ?? [])].join(' '))

const GOED = [lid('Iedereen.', taak('alles', '', 'centrumgemeente')), lid('Twee jaar.', DUUR)]
const GAT = /^(PROCESS-GAP|CHECKLIST)/

test('a covenant in which everything fits has only the gap of the tasks it leaves out', () => {
  expect(gevonden(GOED).filter((f) => !GAT.test(f))).toEqual([])
})

test.each([
  [
    'an overlap',
    [lid('Een.', taak('een', 'inwonerVan: rijswijk', 'rijswijk')), ...GOED],
    'RULE-OVERLAP fout 1 een alles',
  ],
  [
    'a case for which nobody is named',
    [lid('Een.', taak('een', 'voorziening: bw', 'centrumgemeente')), GOED[1]!],
    'ROUTING-INCOMPLETE onduidelijk 1 advies',
  ],
  [
    'a rule that never applies, because its exception takes everything',
    [
      lid('Een.', taak('een', 'inwonerVan: rijswijk', 'rijswijk', 'behalve:\n  - voor: { inwonerVan: regiogemeente }')),
      ...GOED,
    ],
    'CONTRADICTION fout 1 een',
  ],
  [
    'an exception to which no case of the rule belongs',
    [
      lid('Een.', taak('een', 'inwonerVan: rijswijk', 'delft', 'behalve:\n  - voor: { inwonerVan: westland }')),
      ...GOED,
    ],
    'SCOPE-CONFLICT onduidelijk 1 een',
  ],
  ['a lid that does not exist', [lid('Zie artikel 1 lid 9.'), ...GOED], 'DANGLING-REF onduidelijk 1'],
  ['an article that does not exist', [lid('Zie artikel 12.'), ...GOED], 'DANGLING-REF onduidelijk 1'],
  [
    'a mandate for the list of somebody else',
    [...GOED, lid('Zelf.', taak('zelf', '', 'rijswijk', '', 'screening')), lid('Mandaat.', mandaat(3))],
    'REF-DIRECTION fout 4 m',
  ],
  [
    'a case that turns on a notion nobody defined',
    [lid('Een.', taak('een', 'eersteMelding: ja', 'delft')), ...GOED],
    'UNDEF-TERM onduidelijk 1 een',
  ],
  [
    'two definitions of one notion',
    [...GOED, lid('Nieuw.', nieuw('een', 365)), lid('Nieuw.', nieuw('twee', 366))],
    'DUP-DEFINITION onduidelijk 4 een twee',
  ],
  ['a mandate for a lid that is not there', [...GOED, lid('Mandaat.', mandaat(9))], 'DANGLING-REF fout 3 m'],
  ['no first day', [GOED[0]!, lid('Duur.', looptijd('tot: 2027-01-01'))], 'START-UNDEF gat 2 looptijd'],
  [
    'a first day other than that of the file',
    [GOED[0]!, lid('Duur.', looptijd('ingang: 2025-02-01\ntot: 2027-01-01'))],
    'DATE-CONFLICT fout 2 looptijd',
  ],
  ['no last day', [GOED[0]!, lid('Duur.', looptijd('ingang: 2025-01-01'))], 'PERIOD-UNDEF gat 2 looptijd'],
  [
    'two ends',
    [...GOED, lid('Duur.', looptijd('ingang: 2025-01-01\ntotEnMet: 2025-12-31', 'kort'))],
    'TERM-CONFLICT fout 3 looptijd kort',
  ],
  [
    'extensions that miss the printed limit',
    [GOED[0]!, lid('Duur.', looptijd(`ingang: 2025-01-01\ntot: 2026-01-01\n${VERLENGING(2029)}`), STEMMEN)],
    'DATE-ARITHMETIC fout 2 looptijd',
  ],
])('made worse on purpose, %s is found where it stands', (_naam, leden, verwacht) => {
  expect(gevonden(leden).filter((f) => !GAT.test(f))).toEqual([verwacht])
})

test('an article of a statute and an end that is written in two ways are no findings', () => {
  const leden = [
    lid('Zie artikel 10 van de Awb, Awb artikel 10 lid 3 en artikel 1 lid 2.'),
    ...GOED,
    lid('Duur.', looptijd('ingang: 2025-01-01\ntotEnMet: 2026-12-31', 'nogmaals')),
  ]
  expect(gevonden(leden).filter((f) => !GAT.test(f))).toEqual([])
})

test('a mandate for a lid in which the receiver performs at least one task points the right way', () => {
  const beide = lid('Wie.', taak('alles', '', 'centrumgemeente'), taak('zelf', '', 'rijswijk', '', 'screening'))
  expect(gevonden([beide, GOED[1]!, lid('Mandaat.', mandaat(1))]).filter((f) => !GAT.test(f))).toEqual([])
})

test('extensions of two years each that reach the printed limit are no finding', () => {
  const duur = looptijd(`ingang: 2025-01-01\ntot: 2026-01-01\n${VERLENGING(2030)}`)
  expect(gevonden([GOED[0]!, lid('Duur.', duur, STEMMEN)]).filter((f) => !GAT.test(f))).toEqual([])
})

test('a reading for urgent cases alone does not settle an overlap in every case', () => {
  const uitleg = (bij: string) =>
    `Gelezen.\n\n\`\`\`uitleg\nid: u\nover: [een, alles]\nvraag: Wie dan?\nkeuze: Rijswijk.\nreden: Daarom.\nvoorrang: een\n${bij}vastgesteld: 2025-02-01\n\`\`\`\n\n`
  const open = (bij: string) =>
    van('RULE-OVERLAP', vind([lid('Een.', taak('een', 'inwonerVan: rijswijk', 'rijswijk')), ...GOED, uitleg(bij)])).map(
      isOpen,
    )
  expect([open(''), open('bij: { spoed: ja }\n')]).toEqual([[false], [true]])
})

test('a centre that is also a regiogemeente, a party without a role and a party that is no municipality are found', () => {
  expect(gevonden(GOED, KOP('  centrumgemeente: [delft]\n  regiogemeente: [delft, westland, rijswijk]'))).toContain(
    'SET-OVERLAP fout 1 delft',
  )
  expect(gevonden(GOED, KOP('  centrumgemeente: [delft]\n  regiogemeente: [westland]'))).toContain(
    'PARTY-SET onduidelijk 1 rijswijk',
  )
  expect(
    gevonden(GOED, KOP('  centrumgemeente: [delft]\n  regiogemeente: [luilekkerland]', 'delft, luilekkerland')),
  ).toContain('PARTY-SET fout 1 luilekkerland')
})

test.each([
  ['a missing party', [lid('Een.', taak('een', '', 'gouda'))], 'regel 16: de uitvoerder gouda is geen partij'],
  [
    'an unreadable date',
    [lid('Duur.', looptijd('tot: 2026-02-30'))],
    'regel 18: tot: 2026-02-30 is geen bestaande datum',
  ],
  [
    'a reading of a rule that is not there',
    [
      `Een.\n\n\`\`\`uitleg\nid: u\nover: [weg]\nvraag: Wie dan?\nkeuze: Niemand.\nreden: Daarom.\nvastgesteld: nee\n\`\`\`\n\n`,
    ],
    'er is geen regel met id weg',
  ],
  [
    'a finding with a code that does not exist',
    [`Een.\n\n\`\`\`bevinding\ncode: RULE-OVERLAPS\nernst: fout\nvraag: Wie dan?\nreden: Daarom.\n\`\`\`\n\n`],
    'regel 16: code:',
  ],
])('%s is one sentence with file and line', (_naam, leden, melding) => {
  expect(() => maak(leden)).toThrow(/^convenanten\/verzonnen\/2025-01-01\.md, regel \d+: /)
  expect(() => maak(leden)).toThrow(melding)
})

test('a hole between two amounts of a statute is a gap; the statutes of the program have none', () => {
  const wet = leesAfspraken(
    '---\nid: w\nwet: Verzonnen wet\nkort: Wet\nurl: https://example.org\ngeldigOp: 2026-01-01\n---\n\n## Artikel 1 Geld\n\nEen bedrag.\n\n```regel\nsoort: bedragen\nid: b\nwat: het bedrag\nper: maand\neenheid: eurocent\ntijdvakken:\n  - { van: 2024-01-01, tot: 2025-01-01, bedrag: 1, gezien: wettekst }\n  - { van: 2026-01-01, bedrag: 2, gezien: wettekst }\n```\n',
    'kaders/w.md',
  )
  expect(toets(wet, afspraken, op)).toMatchObject([
    { code: 'PARAM-MISSING', ernst: 'gat', regio: 'w', versie: '2026-01-01', artikel: '1', lid: '' },
  ])
  expect(toets(awb, afspraken, op)).toEqual([])
})

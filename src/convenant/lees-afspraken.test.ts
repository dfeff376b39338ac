import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AfspraakFout } from './afspraak.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'
import { leesGemeenten } from './lees-gemeenten.ts'

const KOP = `---
id: verzonnen
titel: Convenant Verzonnen Regio 2025
kort: Convenant Verzonnen 2025
partijen: [aa, bb]
rollen: { centrumgemeente: [aa], regiogemeente: [bb] }
---
`
const GEEN = '```geen-regel\nwant: Alleen om te lezen.\n```\n'
const lees = (tekst: string, bestand = 'convenanten/verzonnen/2025-01-01.md') => leesAfspraken(tekst, bestand)
const fout = (tekst: string, bestand?: string): string => {
  try {
    lees(tekst, bestand)
  } catch (e) {
    if (e instanceof AfspraakFout) return e.message
    throw e
  }
  throw new Error('geen fout')
}
const plaats = 'convenanten/verzonnen/2025-01-01.md, regel'

test('where a block stands is its source', () => {
  const document = lees(`${KOP}
## Artikel 3 Wie doet wat

1. De gemeente doet dit,
ook op de tweede regel.

a. Het eerste deel.

\`\`\`regel
soort: taak
id: onderzoek
taken: [onderzoek]
voor: { voorziening: bw }
uitvoerder: centrumgemeente
\`\`\`
`)
  expect(document.regels[0]).toMatchObject({
    bron: { convenant: 'verzonnen', versie: '2025-01-01', artikel: '3', lid: '1', onderdeel: 'a', regel: 'onderzoek' },
    plaats: { bestand: 'convenanten/verzonnen/2025-01-01.md', regel: 17 },
  })
  expect(document.bepalingen[0]).toMatchObject({ lid: '1', tekst: 'De gemeente doet dit, ook op de tweede regel.' })
})

test('an article without numbers is one lid without a number', () => {
  const document = lees(`${KOP}\n## Artikel 4 Privacy\n\nZij zijn zorgvuldig.\n\n${GEEN}`)
  expect(document.bepalingen).toMatchObject([
    { artikel: '4', lid: null, onderdeel: null, tekst: 'Zij zijn zorgvuldig.' },
  ])
})

test('dates stay days and a date that does not exist is an error on its own line', () => {
  const met = (tot: string) =>
    `${KOP}\n## Artikel 9 Duur\n\n1. Het duurt.\n\n\`\`\`regel\nsoort: looptijd\nid: looptijd\ningang: 2025-01-01\ntot: ${tot}\n\`\`\`\n`
  const [regel] = lees(met('2026-01-01')).regels
  expect(regel).toMatchObject({ soort: 'looptijd' })
  expect(regel?.soort === 'looptijd' && regel.tot?.toString()).toBe('2026-01-01')
  expect(fout(met('2026-02-30'))).toBe(`${plaats} 17: tot: 2026-02-30 is geen bestaande datum`)
})

test.each([
  ['a lid without a block', '## Artikel 1 Naam\n\n1. Dit is een lid.\n', '11: artikel 1 lid 1 heeft geen blok'],
  ['a block without a lid', `## Artikel 1 Naam\n\n${GEEN}`, '11: het blok geen-regel staat niet onder een lid'],
  [
    'an unknown kind of block',
    '## Artikel 1 Naam\n\n1. Dit is een lid.\n\n```regels\nx: 1\n```\n',
    '13: het blok regels bestaat niet',
  ],
  [
    'a block that is not closed',
    '## Artikel 1 Naam\n\n1. Dit is een lid.\n\n```regel\nx: 1\n',
    '13: het blok regel is niet afgesloten',
  ],
  [
    'an unknown field',
    '## Artikel 1 Naam\n\n1. Dit is een lid.\n\n```geen-regel\nwant: Daarom niet.\nwnat: x\n```\n',
    '14: het veld wnat bestaat niet',
  ],
  [
    'an unknown kind of rule',
    '## Artikel 1 Naam\n\n1. Een lid.\n\n```regel\nid: x\nsoort: tak\n```\n',
    '15: de soort tak bestaat niet',
  ],
  [
    'a party that does not exist',
    '## Artikel 1 Naam\n\n1. Een lid.\n\n```regel\nsoort: taak\nid: x\ntaken: [advies]\nvoor: {}\nuitvoerder: cc\n```\n',
    '14: de uitvoerder cc is geen partij',
  ],
  [
    'broken YAML',
    '## Artikel 1 Naam\n\n1. Een lid.\n\n```regel\nsoort: taak\nid: [x\n```\n',
    '15: dit is geen geldige YAML',
  ],
  [
    'a field given twice',
    '## Artikel 1 Naam\n\n1. Een lid.\n\n```regel\nsoort: taak\nsoort: taak\n```\n',
    '15: dit is geen geldige YAML',
  ],
  [
    'an example of a rule that is not there',
    '## Artikel 1 Naam\n\n1. Een lid.\n\n' + GEEN + '\n```voorbeeld\nbij: x\ngegeven: {}\nverwacht: 1\n```\n',
    '18: er is geen regel met id x',
  ],
  [
    'a lid that stands there twice',
    `## Artikel 1 Naam\n\n1. Een lid.\n\n${GEEN}\n1. Nog een.\n\n${GEEN}`,
    '17: artikel 1 lid 1 staat er twee keer',
  ],
  [
    'an article that stands there twice',
    `## Artikel 1 Naam\n\n1. Een lid.\n\n${GEEN}\n## Artikel 1 Naam\n`,
    '17: artikel 1 staat er twee keer',
  ],
  ['a wrong heading', '## Art. 1 Naam\n', '9: schrijf een kop als'],
  ['no article at all', '\n', '7: er is geen enkel artikel'],
])('%s is one sentence with file and line', (_naam, rest, melding) => {
  expect(fout(`${KOP}\n${rest}`)).toContain(`${plaats} ${melding}`)
})

test('the name of the file is the day of entry, and the folder is the region', () => {
  const tekst = `${KOP}\n## Artikel 1 Naam\n\n1. Een lid.\n\n${GEEN}`
  expect(fout(tekst, 'convenanten/verzonnen/2025-02-30.md')).toContain('geen bestaande datum')
  expect(fout(tekst, 'convenanten/anders/2025-01-01.md')).toContain('de map heet anders')
  expect(fout(tekst, 'convenanten/verzonnen/nieuw.md')).toContain('een convenant heet')
})

test('any text gives a document or an AfspraakFout, never another error', () => {
  const brokken = fc.constantFrom(
    '---',
    '## Artikel 1 A',
    '1. lid',
    'a. deel',
    '```regel',
    '```',
    'soort: taak',
    'id: x',
    '',
    'tekst',
    '```uitleg',
    'wet: x',
    '- [',
    '\t',
  )
  fc.assert(
    fc.property(fc.array(brokken, { maxLength: 25 }), fc.boolean(), (regels, metKop) => {
      try {
        lees((metKop ? KOP : '') + regels.join('\n'))
      } catch (e) {
        expect(e).toBeInstanceOf(AfspraakFout)
      }
    }),
    { numRuns: 300 },
  )
})

test('a decision is read with its label, and one without a day is refused', () => {
  const kop = 'id: v1\nsoort: verlenging\nregio: verzonnen\nversie: 2025-01-01\ndoor: het bestuur\ntot: 2027-01-01\n'
  const besluit = leesBesluit(`---\n${kop}besloten: 2025-11-27\nfictief: ja\n---\n\nVerlengd.\n`, 'b.md')
  expect(besluit).toMatchObject({ soort: 'verlenging', fictief: true, tekst: 'Verlengd.' })
  expect(() => leesBesluit(`---\n${kop}---\n`, 'b.md')).toThrow('b.md, regel 2: besloten')
})

test('a municipality stands in the list once', () => {
  const tabel = '| slug | naam | code |\n| --- | --- | --- |\n| delft | Delft | 0503 |\n'
  expect(leesGemeenten(tabel, 'g.md')).toEqual([{ slug: 'delft', naam: 'Delft', code: '0503' }])
  expect(() => leesGemeenten(`${tabel}| delft | Delft | |\n`, 'g.md')).toThrow(
    'g.md, regel 4: delft staat er twee keer',
  )
})

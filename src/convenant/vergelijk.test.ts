import { expect, test } from 'vitest'
import { laadAfspraken, leesBestand, programmamap } from '../opslag/afspraken-bestanden.ts'
import type { Convenant } from './afspraak.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { vergelijk } from './vergelijk.ts'

const afspraken = await laadAfspraken()
const bestand = (pad: string): Promise<string> => leesBestand(`${programmamap}/convenanten/${pad}`).then((b) => b.tekst)
const DEN_HAAG = await bestand('den-haag/2025-01-01.md')
const IJSSEL_VECHT = await bestand('ijssel-vecht/2023-01-01.md')

/** The next version, in which these words are replaced; every one of them must stand there. */
function volgende(tekst: string, pad: string, ...vervang: readonly (readonly [string, string])[]): Convenant {
  const nieuw = vervang.reduce((t, [van, door]) => {
    expect(t, van).toContain(van)
    return t.replace(van, door)
  }, tekst)
  return leesAfspraken(nieuw, `convenanten/${pad}`) as Convenant
}
const denHaag = (...vervang: readonly (readonly [string, string])[]) =>
  vergelijk(
    volgende(DEN_HAAG, 'den-haag/2025-01-01.md'),
    volgende(DEN_HAAG, 'den-haag/2025-02-01.md', ...vervang),
    afspraken,
  )

test.each(afspraken.convenanten.map((c) => [c.id, c] as const))('%s differs nowhere from itself', (_id, c) => {
  const u = vergelijk(c, c, afspraken)
  expect(u).toMatchObject({ partijen: { erbij: [], eraf: [] }, rollen: [], artikelen: [], uitkomsten: [] })
  expect(u.gevallen).toBeGreaterThan(20)
})

test('another performer is a field of one rule at its lid, and changes exactly the cases of that rule', () => {
  const u = denHaag(['uitvoerder: gemeente-van-melding', 'uitvoerder: den-haag'])
  expect(u.artikelen).toEqual([
    {
      artikel: '3',
      lid: '1',
      onderdeel: 'a',
      titel: 'Wie doet wat',
      soort: 'gewijzigd',
      tekst: null,
      blokken: [
        {
          blok: 'regel',
          id: 'melding-bij-gemeente-van-melding',
          soort: 'gewijzigd',
          velden: [{ veld: 'uitvoerder', oud: 'gemeente-van-melding', nieuw: 'den-haag' }],
        },
      ],
    },
  ])
  // The reading gives these cases to the centre already, whoever the other rule names.
  expect(u.uitkomsten.filter((x) => x.onderwerp === 'screening')).toEqual([])
})

test('another performer for residents changes the answer of those cases, said in one line per pair of answers', () => {
  const u = denHaag(['uitvoerder: gemeente-van-inwoner', 'uitvoerder: rijswijk'])
  const wie = u.uitkomsten.filter((x) => x.onderwerp === 'screening')
  expect(new Set(wie.map((x) => `${x.oud} → ${x.nieuw}`))).toEqual(
    new Set(['Leidschendam-Voorburg → Rijswijk', 'Zoetermeer → Rijswijk']),
  )
  const zoetermeer = wie.find((x) => x.oud === 'Zoetermeer')!
  expect(zoetermeer.vraag).toMatch(/^Wie doet de screening\? (Bij [^.]* voor|Voor) een inwoner van Zoetermeer/)
  expect(zoetermeer.bronNieuw).toMatchObject({ convenant: 'den-haag', versie: '2025-02-01', artikel: '3', lid: '1' })
  expect(u.uitkomsten.map((x) => x.onderwerp)).toEqual(
    expect.arrayContaining(['registratie', 'screening', 'onderzoek', 'advies']),
  )
})

test('another last day is seen on the days between, and the first day of the new version before it', () => {
  const u = denHaag(['tot: 2026-01-01', 'tot: 2027-01-01'])
  const dagen = u.uitkomsten.filter((x) => x.vraag.startsWith('Geldt'))
  expect(dagen.map(({ oud, nieuw, vraag }) => ({ oud, nieuw, vraag }))).toEqual([
    { oud: 'ja', nieuw: 'nee', vraag: 'Geldt het convenant op 1 januari 2025?' },
    { oud: 'nee', nieuw: 'ja', vraag: 'Geldt het convenant op 1 januari 2026, 31 december 2026?' },
  ])
})

test('a lid that is added or goes, a text that changes, and a party that leaves', () => {
  const zin = 'Alle taken die hierboven niet staan, blijven'
  expect(DEN_HAAG).not.toContain(zin)
  const kop = '## Artikel 3 Wie doet wat\n'
  const nieuw = volgende(DEN_HAAG, 'den-haag/2027-01-01.md', [
    kop,
    `## Artikel 2a Nieuw\n\n1. ${zin} waar zij zijn.\n\n\`\`\`geen-regel\nwant: Dit is een proef.\n\`\`\`\n\n${kop}`,
  ])
  const oud = volgende(DEN_HAAG, 'den-haag/2025-01-01.md')
  expect(vergelijk(oud, nieuw, afspraken).artikelen).toMatchObject([
    { artikel: '2a', lid: '1', soort: 'toegevoegd', tekst: { oud: null } },
  ])
  expect(vergelijk(nieuw, oud, afspraken).artikelen).toMatchObject([
    { artikel: '2a', lid: '1', soort: 'vervallen', tekst: { nieuw: null } },
  ])
  const zonder = {
    ...oud,
    partijen: oud.partijen.filter((p) => p !== 'wassenaar'),
    rollen: { ...oud.rollen, regiogemeente: ['rijswijk'] },
  }
  expect(vergelijk(oud, zonder, afspraken)).toMatchObject({
    partijen: { erbij: [], eraf: ['wassenaar'] },
    rollen: [{ rol: 'regiogemeente', erbij: [], eraf: expect.arrayContaining(['wassenaar', 'zoetermeer']) }],
  })
})

test('the casting votes with another municipality: exactly the ties between the two turn round', () => {
  const [was, is] = [
    volgende(IJSSEL_VECHT, 'ijssel-vecht/2023-01-01.md'),
    volgende(IJSSEL_VECHT, 'ijssel-vecht/2024-01-01.md', [
      'stemmen: { ieder: 1, centrumgemeente: 2 }',
      'stemmen: { ieder: 1, kampen: 2 }',
    ]),
  ]
  const stemmen = vergelijk(was, is, afspraken).uitkomsten.filter((x) => x.vraag.startsWith('Wat is besloten na 3'))
  // Four against four, three of the six others on either side.
  expect(stemmen.filter((x) => x.onderwerp === 'bestuurlijk-overleg')).toMatchObject([
    { oud: 'aangenomen', nieuw: 'verworpen', gevallen: 1, vraag: expect.stringMatching(/3 van de 6 .*Zwolle/) },
    { oud: 'verworpen', nieuw: 'aangenomen', gevallen: 1, vraag: expect.stringMatching(/3 van de 6 .*Kampen/) },
  ])
})

test('an example with another outcome is told in words, with dates written out', () => {
  const u = denHaag(['tot: 2026-01-01', 'tot: 2027-01-01'])
  const voorbeelden = u.uitkomsten.filter((x) => x.vraag.startsWith('Voorbeeld: '))
  expect(voorbeelden.map((x) => [x.vraag, x.oud, x.nieuw])).toContainEqual([
    'Voorbeeld: op: 1 januari 2026.',
    'geldt: nee; van: 1 januari 2025; tot en met: 31 december 2025',
    'geldt: ja; van: 1 januari 2025; tot en met: 31 december 2026',
  ])
  for (const x of u.uitkomsten) expect(`${x.vraag} ${x.oud} ${x.nieuw}`).not.toMatch(/[{}"]|Bij voor/)
})

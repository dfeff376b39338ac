import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Convenant } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { regelsVan } from '../regels-van.ts'
import { toetsBesluitregel } from './besluiten.ts'
import { toetsOpzegging } from './opzegbaar.ts'

const pad = 'convenanten/ijssel-vecht/2023-01-01.md'
const tekst = readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8')
const lees = (...vervang: [string, string][]): Convenant =>
  leesAfspraken(
    vervang.reduce((t, [van, door]) => {
      expect(t).toContain(van)
      return t.replaceAll(van, door)
    }, tekst),
    pad,
  ) as Convenant
const vondsten = (document: Convenant) => [
  ...regelsVan(document, 'besluitregel').flatMap((r) => toetsBesluitregel(r, document)),
  ...regelsVan(document, 'opzegging').flatMap((r) => toetsOpzegging(r, document)),
]
const kort = (document: Convenant): string[] =>
  vondsten(document).map((v) => [v.code, v.bron.artikel, v.bron.lid, v.betreft?.[0]].join(' '))

// Lint IJV-L02, IJV-L03 and point 5 of rules-as-code: found by computing, at the article they stand in.
test('IJssel-Vecht: an amendment can tie, the base is open, and no notice takes effect in time', () => {
  const ijv = lees()
  expect(kort(ijv)).toEqual([
    'VOTE-BASE 7 5 bestuurlijk-overleg',
    'VOTE-BASE 7 5 bestuurlijk-overleg',
    'VOTE-BASE 8 2 wijziging',
    'VOTE-BASE 8 2 wijziging',
    'VOTE-BASE 9 2 geschil',
    'VOTE-BASE 9 2 geschil',
    'OWN-CASE 9 2 geschil',
    'NOTICE-UNREACHABLE 12 1 opzegging',
  ])
  const zinnen = vondsten(ijv).map((v) => v.bevinding)
  // G-IJV-9.2: with everyone voting round 2 decides; with one abstention, or one vote of Zwolle, it does not.
  expect(zinnen[0]).toContain('Bij 4 voor, 4 tegen en 1 onthouding')
  expect(zinnen[0]).toContain('minder stemmen dan het heeft, dan kan het 4 tegen 4 worden')
  expect(zinnen[1]).toContain('Bij 4 voor, 3 tegen en 1 onthouding')
  expect(zinnen[2]).toContain('Stemmen 4 van de 8 gemeenten voor')
  expect(zinnen[3]).toContain('Bij 4 voor, 3 tegen en 1 onthouding')
  expect(zinnen[6]).toContain('Is Zwolle partij')
  expect(zinnen[6]).toContain('de anderen geven 3 stemmen voor en 4 tegen, en daar komen 2 eigen stemmen bij')
  expect(zinnen[7]).toContain('kan pas weg op 1 januari 2024. De laatste dag van het convenant is 31 december 2023.')
})

test('a text that names the base, breaks a tie, keeps a party out of its own case and runs on leaves only abstentions', () => {
  const beter = lees(
    [
      'wijze: meerderheid, stemmen: { ieder: 1',
      'wijze: meerderheid, grondslag: uitgebrachte-stemmen, stemmen: { ieder: 1',
    ],
    ['stemmen: { ieder: 1 } }\ndekt: [IJV-8.2]', 'stemmen: { ieder: 1, centrumgemeente: 2 } }\ndekt: [IJV-8.2]'],
    ['totEnMet: 2023-12-31\ndekt', 'dekt'],
    ['eigenZaak: niet-geregeld\n', ''],
    // What the text says, no reading may choose.
    ['kiest: { grondslag: uitgebrachte-stemmen }\n', ''],
    ['  kiest: { grondslag: alle-stemmen }\n', ''],
  )
  const over = vondsten(beter)
  expect(over.map((v) => `${v.code} ${v.bron.artikel}`)).toEqual(['VOTE-BASE 7', 'VOTE-BASE 8', 'VOTE-BASE 9'])
  for (const v of over) expect(v.bevinding).toContain('Bij 4 voor, 4 tegen en 1 onthouding')
})

test('notice that comes too late for the end of the term is found from the first such day, and is no fault', () => {
  const ijv = lees(['totEnMet: 2023-12-31\ndekt', 'totEnMet: 2024-12-31\ndekt'])
  const vondst = vondsten(ijv).find((v) => v.code === 'NOTICE-UNREACHABLE')!
  expect(vondst.ernst).toBe('onduidelijk')
  // Six months before 1 January 2024 is 1 July 2023; a letter of 2 July leaves only 1 January 2025, after the end.
  expect(vondst.bevinding).toContain('Wie op 2 juli 2023 of later opzegt, kan pas weg op 1 januari 2025 of later.')
})

test('a body that decides without a rule is a gap', () => {
  const haags = 'convenanten/den-haag/2025-01-01.md'
  const document = leesAfspraken(
    readFileSync(new URL(`../../../${haags}`, import.meta.url), 'utf8'),
    haags,
  ) as Convenant
  expect(kort(document)).toEqual([
    'NO-DECISION-RULE 8 3 directeurenoverleg',
    'NO-DECISION-RULE 8 4 bestuurlijk-overleg',
  ])
})

import { expect, test } from 'vitest'
import type { UitkomstJson } from '../../kern/schrijf-uit.ts'
import { deelOp, mooi } from './waarom-delen.ts'

const wmo = { wet: 'Wmo 2015', geldigOp: '2026-02-20', artikel: '2.3.2', lid: '1' }
const atw = (artikel: string) => ({ wet: 'Algemene termijnenwet', geldigOp: '2026-02-20', artikel })
const dh = (lid: string) => ({ convenant: 'den-haag', versie: '2025-01-01', artikel: '3', lid })

const termijn: UitkomstJson = {
  soort: 'bepaald',
  waarom: {
    wat: 'Klaar op dinsdag 7 april 2026.',
    bron: wmo,
    feiten: { datum: '2026-04-07', vanaf: '2026-02-20' },
    stappen: [
      { wat: '20 februari + 6 weken = 3 april.', bron: wmo, feiten: { vanaf: '2026-02-20', eind: '2026-04-03' } },
      {
        wat: 'De eerste werkdag daarna is 7 april.',
        bron: atw('1'),
        feiten: { datum: '2026-04-07' },
        stappen: [{ wat: '3 april is Goede Vrijdag.', bron: atw('3'), feiten: { datum: '2026-04-03' } }],
      },
      { wat: 'Iemand mag niet lang in onzekerheid zitten.', bron: wmo },
      { wat: 'De datum ligt vast.' },
    ],
  },
}

test('the sum of a term comes in the order one would do it: the days first, then the day that results', () => {
  expect(deelOp(termijn).rekening).toEqual([
    '20 februari + 6 weken = 3 april.',
    '3 april is Goede Vrijdag.',
    'De eerste werkdag daarna is 7 april.',
  ])
})

test('the reason of the rule stands with its article; other articles of the sum are named once', () => {
  const delen = deelOp(termijn)
  expect(delen.regels.map((r) => r.wat)).toEqual(['Iemand mag niet lang in onzekerheid zitten.'])
  expect(delen.bronnen.map((b) => b.artikel)).toEqual(['3', '1'])
})

test('what can still happen to a date is not part of the sum', () => {
  expect(deelOp(termijn).verandert).toEqual(['De datum ligt vast.'])
})

test('a branch that did not apply is shown as such, and counts for nothing else', () => {
  const delen = deelOp({
    soort: 'bepaald',
    waarom: {
      wat: 'Zoetermeer registreert de melding.',
      feiten: { woongemeente: 'zoetermeer', wie: 'Zoetermeer', voorziening: 'bw' },
      stappen: [
        { wat: 'De woongemeente doet dit.', bron: dh('1') },
        {
          wat: 'Geldt hier niet: de hoofdregel.',
          bron: dh('2'),
          geldt: false,
          stappen: [{ wat: 'Uitzondering.', geldt: true }],
        },
      ],
    },
  })
  expect(delen.regels.map((r) => r.wat)).toEqual(['De woongemeente doet dit.'])
  expect(delen.gelNiet.map((r) => r.wat)).toEqual(['De hoofdregel.'])
  expect(delen.feiten).toEqual([
    { naam: 'woonplaats', waarde: 'Zoetermeer' },
    { naam: 'soort', waarde: 'beschermd wonen' },
  ])
})

test('a reading that the region did not adopt can change the answer', () => {
  const uitleg = { id: 'x', keuze: 'Den Haag', reden: 'lid 2 is preciezer', vastgesteld: null }
  const delen = deelOp({
    soort: 'bepaald',
    waarom: { wat: 'Den Haag.', stappen: [{ wat: 'Niet duidelijk.', bron: dh('2'), uitleg }] },
  })
  expect(delen.verandert).toContain('De regio kan een andere uitleg vaststellen.')
})

test('a missing fact is named with who can give it', () => {
  const delen = deelOp({
    soort: 'ontbreekt',
    feit: { wat: 'de woonplaats', van: 'de cliënt' },
    waarom: { wat: 'Niet te bepalen.' },
  })
  expect(delen.bijzonder).toEqual(['Dit gegeven missen we: de woonplaats. Vraag het aan de cliënt.'])
})

test('municipalities are written as names', () => {
  const gemeenten = [{ slug: 'leidschendam-voorburg', naam: 'Leidschendam-Voorburg' }]
  expect(['den-haag', 'leidschendam-voorburg'].map((slug) => mooi(slug, gemeenten))).toEqual([
    'Den Haag',
    'Leidschendam-Voorburg',
  ])
  const wie: UitkomstJson = {
    soort: 'bepaald',
    waarom: { wat: 'Deze gemeente.', feiten: { woongemeente: 'leidschendam-voorburg' } },
  }
  expect(deelOp(wie, gemeenten).feiten).toEqual([{ naam: 'woonplaats', waarde: 'Leidschendam-Voorburg' }])
})

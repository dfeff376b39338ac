import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { dag, persoonsgegevens, regel } from '../../domein/persoon/persoon.schema.ts'
import { controleer } from './fouten.ts'
import { haalWeg, naarGegevens, naarWaarden, voegToe } from './gegevens.ts'
import type { Herhaalveld, Veld } from './veld.ts'

const mensen: Herhaalveld = {
  soort: 'herhaal',
  pad: 'mensen',
  label: 'Mensen',
  enkelvoud: 'Persoon',
  toevoegen: 'Persoon toevoegen',
  hooguit: 5,
  velden: [{ soort: 'tekst', pad: 'naam', label: 'Naam' }],
}
const velden: Veld[] = [
  { soort: 'tekst', pad: 'persoon.naam', label: 'Naam' },
  { soort: 'datum', pad: 'datum', label: 'Datum', naam: 'de datum' },
  { soort: 'jaNee', pad: 'tolk', label: 'Tolk?' },
  { soort: 'tekst', pad: 'taal', label: 'Taal', optioneel: true, toon: (w) => w['tolk'] === 'ja' },
  mensen,
]

test('what is empty or not asked is not sent', () => {
  expect(naarGegevens(velden, { 'persoon.naam': '  ', tolk: 'nee', taal: 'Tigrinya' })).toEqual({ tolk: false })
})

test('a date is sent as YYYY-MM-DD however it was typed', () => {
  for (const tekst of ['20-2-2026', '20 feb 2026', '20022026', 'vrijdag 20 februari 2026'])
    expect(naarGegevens(velden, { datum: tekst })).toEqual({ datum: '2026-02-20' })
})

test('an unreadable date is kept as it was typed, so that nothing is lost when it is stored', () => {
  expect(naarGegevens(velden, { datum: 'volgende week' })).toEqual({ datum: 'volgende week' })
})

test('what was stored comes back in the fields unchanged', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
        { maxLength: 5 },
      ),
      (namen) => {
        const gegevens = {
          datum: '2026-02-20',
          tolk: true,
          taal: 'Tigrinya',
          ...(namen.length && { mensen: namen.map((naam) => ({ naam })) }),
        }
        expect(naarGegevens(velden, naarWaarden(velden, gegevens))).toEqual(gegevens)
      },
    ),
  )
})

test('taking away the first of three people keeps the other two in order', () => {
  const drie = { 'mensen.0.naam': 'een', 'mensen.1.naam': 'twee', 'mensen.2.naam': 'drie' }
  expect(naarGegevens(velden, haalWeg(mensen, drie, 0))).toEqual({ mensen: [{ naam: 'twee' }, { naam: 'drie' }] })
  expect(Object.keys(voegToe(mensen, drie))).toContain('mensen.3.naam')
})

const schema = z.strictObject({ naam: regel('de naam'), datum: dag('de datum van de melding') })
const kort: Veld[] = [
  { soort: 'tekst', pad: 'naam', label: 'Naam' },
  { soort: 'datum', pad: 'datum', label: 'Datum', naam: 'de datum van de melding' },
]

test('errors stand in the order of the page, one sentence a field, in the words of the label', () => {
  expect(controleer(kort, {}, schema)).toEqual([
    { pad: 'naam', melding: 'Vul de naam in.' },
    { pad: 'datum', melding: 'Vul de datum van de melding in, bijvoorbeeld 3 11 2026.' },
  ])
})

test('a date without its year, and a day that does not exist, each get their own sentence', () => {
  const melding = (datum: string) => controleer(kort, { naam: 'x', datum }, schema)[0]?.melding
  expect(melding('3 november')).toBe('Vul ook het jaar in bij de datum van de melding.')
  expect(melding('30 2 2026')).toBe('De datum van de melding bestaat niet. Controleer de dag en de maand.')
  expect(melding('gisteren')).toBe('Vul de datum van de melding in als dag, maand en jaar, bijvoorbeeld 3 11 2026.')
  expect(melding('3 11 2026')).toBeUndefined()
})

test('the sentence about a bsn reaches the person, not the words of the machinery', () => {
  const bsnveld: Veld[] = [{ soort: 'tekst', pad: 'persoon.bsn', label: 'Bsn' }]
  const melding = (bsn: string) =>
    controleer(bsnveld, { 'persoon.bsn': bsn }, z.object({ persoon: z.object({ bsn: persoonsgegevens.shape.bsn }) }))[0]
      ?.melding
  expect(melding('1234')).toBe('Een burgerservicenummer heeft 9 cijfers. Controleer het nummer.')
  expect(melding('123456789')).toBe('Dit burgerservicenummer klopt niet. Controleer alle cijfers.')
})

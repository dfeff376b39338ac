import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bsn, dag, elfproef, persoonsgegevens, verhaal, verhaalOptioneel } from './persoon.schema.ts'

/** Eight digits and the ninth that makes 9a+8b+7c+6d+5e+4f+3g+2h-i divisible by eleven, where there is one. */
const metControlecijfer = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((c) => ({
    c,
    rest: (9 * c[0]! + 8 * c[1]! + 7 * c[2]! + 6 * c[3]! + 5 * c[4]! + 4 * c[5]! + 3 * c[6]! + 2 * c[7]!) % 11,
  }))
  .filter(({ c, rest }) => rest < 10 && c.some((x) => x > 0))
  .map(({ c, rest }) => [...c, rest].join(''))

test('a number with the right last digit passes, with any other last digit it fails', () => {
  fc.assert(
    fc.property(metControlecijfer, fc.integer({ min: 1, max: 9 }), (goed, erbij) => {
      expect(elfproef(goed)).toBe(true)
      expect(elfproef(goed.slice(0, 8) + String((Number(goed[8]) + erbij) % 10))).toBe(false)
    }),
  )
})

test('swapping two different neighbours is noticed', () => {
  fc.assert(
    fc.property(metControlecijfer, fc.integer({ min: 0, max: 6 }), (goed, i) => {
      fc.pre(goed[i] !== goed[i + 1])
      expect(elfproef(goed.slice(0, i) + goed[i + 1]! + goed[i]! + goed.slice(i + 2))).toBe(false)
    }),
  )
})

// The example of the Rijksdienst voor Identiteitsgegevens and the first of its test range.
test.each(['111222333', '123456782', '999990019'])('%s is a bsn', (n) => expect(elfproef(n)).toBe(true))
test.each(['000000000', '123456789', '12345678', '1234567822', '', '11122233a', ' 11122233', '111222333\n'])(
  '"%s" is none',
  (n) => expect(elfproef(n)).toBe(false),
)

test.each([
  ['111.222.333', '111222333'],
  ['1112 22 333', '111222333'],
  ['12345672', '012345672'],
])('%s is read as %s', (getypt, gelezen) => {
  expect(bsn.parse(getypt)).toBe(gelezen)
})

const basis = { voornamen: 'A', achternaam: 'B', geboortedatum: '1990-05-13' }
test('either a bsn or the choice that none is known, and an empty field is no bsn', () => {
  expect(persoonsgegevens.safeParse(basis).success).toBe(false)
  expect(persoonsgegevens.safeParse({ ...basis, bsn: '' }).success).toBe(false)
  expect(persoonsgegevens.parse({ ...basis, bsn: '', geenBsn: true }).bsn).toBeUndefined()
  expect(persoonsgegevens.parse({ ...basis, bsn: '111222333' }).bsn).toBe('111222333')
})

test('a day is a day that exists, in a year people live in', () => {
  const d = dag('de datum')
  for (const goed of ['2024-02-29', '1900-01-01', '2026-12-31']) expect(d.safeParse(goed).success, goed).toBe(true)
  for (const fout of [
    '2025-02-29',
    '1899-12-31',
    '0000-01-01',
    '2026-13-01',
    '20260101',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])
    expect(d.safeParse(fout).success, fout).toBe(false)
})

test('a text that shows nothing is no text; an emoji of several parts stays whole', () => {
  const gezin = 'Het gezin 👩‍👩‍👧 komt mee.'
  expect(verhaal('de notitie').parse(gezin)).toBe(gezin)
  expect(verhaal('de notitie').safeParse('\u200b\u200d').error?.issues[0]?.message).toBe('Vul de notitie in.')
  expect(verhaalOptioneel.parse('\u200b')).toBeUndefined()
  expect(verhaalOptioneel.parse(gezin)).toBe(gezin)
})

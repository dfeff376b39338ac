import { expect, test } from 'vitest'
import { ietsTeZien, zonderOpdrachten } from './zichtbaar.ts'

// Zero width space and joiner, byte order mark, word joiner, soft hyphen, Hangul filler, blank Braille, variation selector.
test.each([
  '',
  '   ',
  '\u200b',
  '\u200d\u200c',
  '\ufeff',
  '\u2060',
  '\u00ad',
  '\u3164',
  '\u2800',
  '\ufe0f',
  '\u202e\n\t',
])('%j shows nothing', (tekst) => expect(ietsTeZien(tekst)).toBe(false))
test.each(['a', '.', '👩‍👩‍👧', '\u200bé', 'שלום', '한', '5'])('%j shows something', (tekst) => {
  expect(ietsTeZien(tekst)).toBe(true)
})

test('a name loses what turns or hides its letters, and nothing else', () => {
  expect(zonderOpdrachten('rtl\u202egpj.pdf')).toBe('rtlgpj.pdf')
  expect(zonderOpdrachten('a\r\nb\u2028c\u2066d\u2069\u200fe\ufeff.pdf')).toBe('abcde.pdf')
  expect(zonderOpdrachten('brief "é" 😀 שלום.pdf')).toBe('brief "é" 😀 שלום.pdf')
})

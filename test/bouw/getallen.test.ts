import { expect, test } from 'vitest'
import { bestanden, lees, programma, zonderCommentaar } from './bronnen.ts'

const regels = (pad: string): { waar: string; tekst: string }[] =>
  zonderCommentaar(lees(pad))
    .split('\n')
    .map((tekst, i) => ({ waar: `${pad}:${i + 1}`, tekst: tekst.trim() }))

/**
 * Numbers beside a word of time that carry no legal meaning, with why. A term of law or covenant never
 * stands here: it belongs in `kaders` or `convenanten`.
 */
const TOEGESTAAN: readonly { waar: string; staat: string; want: string }[] = [
  { waar: 'src/domein/termijncel.ts', staat: 'dag.dayOfWeek < 6', want: 'the number of Saturday in the calendar' },
  {
    waar: 'src/domein/termijncel.ts',
    staat: 'werkdagen <= 5',
    want: 'when the cell turns yellow: how it looks, no term',
  },
  { waar: 'src/web/formulier/fouten.ts', staat: 'bijvoorbeeld 3 11 2026', want: 'an example of how to type a date' },
  {
    waar: 'src/web/schermen/plaatsing/plek-zoeken.tsx',
    staat: 'bijvoorbeeld 3 11 2026',
    want: 'an example of how to type a date',
  },
  {
    waar: 'src/web/schermen/melding/stap.tsx',
    staat: 'We bewaren hem 30 dagen',
    want: 'how long a draft stays: a choice of the program, no law',
  },
]

test('no number with legal meaning stands beside a word of time in the domain or the screens', () => {
  const TIJD = /\b(dag|dagen|week|weken|maand|maanden|nacht|nachten|jaar|days|weeks|months|years)\b/i
  const GETAL = /(?<![\w.#-])(?!0\b|1\b)\d{1,3}(?![\w%-])/
  const fout = programma()
    .filter((pad) => /^src\/(domein|web)\//.test(pad))
    .flatMap(regels)
    .filter(({ tekst }) => TIJD.test(tekst) && GETAL.test(tekst.replaceAll(/class(Name)?="[^"]*"/g, '')))
    .filter(({ waar, tekst }) => !TOEGESTAAN.some((t) => waar.startsWith(t.waar) && tekst.includes(t.staat)))
  expect(fout).toEqual([])
})

test('every exception to the rule about numbers is still needed', () => {
  expect(
    TOEGESTAAN.filter((t) => !bestanden('src').some((pad) => pad === t.waar && lees(pad).includes(t.staat))),
  ).toEqual([])
})

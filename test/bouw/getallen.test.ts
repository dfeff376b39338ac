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
  { waar: 'src/cli/opdracht.ts', staat: 'tekst.slice(0, 4)', want: 'the digits of a year as it is written' },
  {
    waar: 'src/cli/regels/doorbelasting.ts',
    staat: '31 december van dat jaar',
    want: 'the last day of a calendar year',
  },
  { waar: 'src/cli/regels/kalender.ts', staat: '31 december van dat jaar', want: 'the last day of a calendar year' },
  { waar: 'src/convenant/jaardag.ts', staat: '"31 december J"', want: 'an example of how to write a day' },
  { waar: 'src/convenant/jaardag.ts', staat: 'als 31 december J', want: 'an example of how to write a day' },
  { waar: 'src/convenant/peildag.ts', staat: 'delen[3]', want: 'a part of what was written' },
  {
    waar: 'src/convenant/regels/feestdagen.ts',
    staat: 'jaar % 19',
    want: 'the sum for Easter, astronomy of the calendar',
  },
  { waar: 'src/convenant/regels/feestdagen.ts', staat: 'heel(jaar, 100)', want: 'idem' },
  { waar: 'src/convenant/regels/feestdagen.ts', staat: 'jaar % 100', want: 'idem' },
  { waar: 'src/convenant/regels/feestdagen.ts', staat: 'heel(som, 31)', want: 'idem' },
  {
    waar: 'src/convenant/regels/feestdagen.ts',
    staat: 'dayOfWeek === 7',
    want: 'the number of Sunday in the calendar',
  },
  {
    waar: 'src/convenant/regels/termijnenwet.ts',
    staat: 'd.weeks * 7 + d.months * 28 + d.years * 365',
    want: 'compares lengths; which one counts stands in the kader',
  },
  {
    waar: 'src/convenant/regels/wanneer.ts',
    staat: 'jaar: 12, halfjaar: 6, kwartaal: 3',
    want: 'months of a period by its name',
  },
  { waar: 'src/convenant/regels/wanneer.ts', staat: '12 / maanden', want: 'months of a year' },
  {
    waar: 'src/convenant/regels/wanneer.ts',
    staat: '[J - 2, J - 1, J, J + 1]',
    want: 'the turns around the day asked',
  },
  { waar: 'src/convenant/velden.ts', staat: 'tekst.slice(0, 4)', want: 'the digits of a year as it is written' },
  { waar: 'src/kern/datum.ts', staat: 'delen[3]', want: 'a part of what was typed' },
  { waar: 'src/kern/datum.ts', staat: 'delen[2]', want: 'a part of what was typed' },
  { waar: 'src/kern/datum.ts', staat: '.slice(0, 2)', want: 'the first letters of the name of a day' },
  { waar: 'src/recht/termijn.ts', staat: 'vrij[2]', want: 'a part of what was typed' },
]

test('no number with legal meaning stands beside a word of time in the program', () => {
  const TIJD = /\b(dag|dagen|week|weken|maand|maanden|nacht|nachten|jaar|days|weeks|months|years)\b/i
  const GETAL = /(?<![\w.#-])(?!0\b|1\b)\d{1,3}(?![\w%-])/
  const fout = programma()
    .filter((pad) => /^src\/(kern|convenant|recht|domein|web|cli)\//.test(pad))
    .flatMap(regels)
    .filter(
      ({ tekst }) =>
        TIJD.test(tekst) &&
        GETAL.test(tekst.replaceAll(/class(Name)?="[^"]*"|(?<=[(=!\s])\/(?![/*\s])(?:\\.|[^/\\])+\/(?=[.),\s])/g, '')),
    )
    .filter(({ waar, tekst }) => !TOEGESTAAN.some((t) => waar.startsWith(t.waar) && tekst.includes(t.staat)))
  expect(fout).toEqual([])
})

test('every exception to the rule about numbers is still needed', () => {
  expect(
    TOEGESTAAN.filter((t) => !bestanden('src').some((pad) => pad === t.waar && lees(pad).includes(t.staat))),
  ).toEqual([])
})

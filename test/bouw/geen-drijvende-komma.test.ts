/** No floating point in kern, recht and convenant: read from the syntax tree of every file, not from its text. */
import { expect, test } from 'vitest'
import { parseSync, Visitor } from 'vite'
import { lees, programma } from './bronnen.ts'

/** What could make or round a fraction in binary: a decimal in the source, a division, a power, a conversion. */
function verdacht(bron: string): string[] {
  const uit: string[] = []
  const staat = (knoop: { start: number; end: number }): number => uit.push(bron.slice(knoop.start, knoop.end))
  const { program, errors } = parseSync('bron.ts', bron, { lang: 'ts' })
  expect(errors).toEqual([])
  new Visitor({
    Literal(knoop) {
      if (typeof knoop.value === 'number' && !/^\d+(_\d+)*$/.test(knoop.raw ?? '')) staat(knoop)
    },
    BinaryExpression(knoop) {
      if (knoop.operator === '/' || knoop.operator === '**') staat(knoop)
    },
    AssignmentExpression(knoop) {
      if (knoop.operator === '/=' || knoop.operator === '**=') staat(knoop)
    },
    UnaryExpression(knoop) {
      if (knoop.operator === '+') staat(knoop)
    },
    MemberExpression(knoop) {
      const naam = bron.slice(knoop.start, knoop.end)
      if (
        /^Math\.(?!max$|min$|abs$)\w+$|^Number\.(?!isInteger$|isSafeInteger$|MAX_SAFE_INTEGER$|MIN_SAFE_INTEGER$)\w+$|\.to(Fixed|Precision|Exponential)$/.test(
          naam,
        )
      )
        staat(knoop)
    },
    CallExpression(knoop) {
      if (/^(Number|parseFloat|parseInt)$/.test(bron.slice(knoop.callee.start, knoop.callee.end))) staat(knoop)
    },
  }).visit(program)
  return uit
}

const BIGINT = 'both sides are bigint: the quotient is whole'
const TEKST = 'digits of a day or a count that was typed'
const VOLGORDE = 'true or false as one or zero, to sort'

/** Everything suspicious that is right, with why. */
const GOED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/kern/breuk.ts': {
    'teller / deler': BIGINT,
    'noemer / deler': BIGINT,
    'teller / noemer': BIGINT,
    '(2n * (teller < 0n ? -teller : teller) + noemer) / (2n * noemer)': BIGINT,
  },
  'src/kern/decimaal.ts': {
    '10n ** BigInt(achter.length)': BIGINT,
    '10n ** BigInt(plaatsen)': BIGINT,
    'absoluut / eenheid': BIGINT,
  },
  'src/kern/geld.ts': { 'absoluut / 100n': BIGINT },
  'src/kern/naar-rato.ts': {
    'teller / noemer': BIGINT,
    'Number(over)': 'fewer units than there are places',
    'Number(rest >> schuif)': 'the highest bits of a remainder, to sort by; equal ones are compared exactly',
    '2 ** BITS': 'the number of classes to sort in',
  },
  'src/kern/datum.ts': { '+jaar': TEKST, '+maand': TEKST, '+dag': TEKST },
  'src/kern/schrijf-uit.ts': {
    'Number(waarde)': 'JSON has no bigint; what does not fit exactly was refused just before',
    'Number(klein.teller)': 'a whole number that fits exactly, for JSON',
  },
  'src/recht/termijn.ts': { 'Number(vrij[2])': TEKST },
  'src/convenant/jaardag.ts': {
    "Number(delen[3] ?? '0')": TEKST,
    'Number(delen[1])': TEKST,
    'Number(GEWOON_JAAR)': TEKST,
  },
  'src/convenant/peildag.ts': { 'Number(delen[3])': TEKST, 'Number(delen[2] ?? 0)': TEKST },
  'src/convenant/kalender.ts': {
    'Number(!a.datum)': VOLGORDE,
    'Number(!b.datum)': VOLGORDE,
    'Number(voor(b, a))': VOLGORDE,
    'Number(voor(a, b))': VOLGORDE,
  },
  'src/convenant/regels/feestdagen.ts': { 'a / b': 'whole years, rounded down at once', 'Math.floor': 'idem' },
  'src/convenant/regels/looptijd.ts': { 'erbij / jaren': 'only where the remainder is zero' },
  'src/convenant/regels/wanneer.ts': { '12 / maanden': 'months of a period that fits a year' },
  'src/convenant/toets/tussen-wie.ts': {
    '(partijen.length * (partijen.length - 1)) / 2': 'of two neighbours one is even',
  },
  'src/convenant/regels/verdeelsleutel-reken.ts': {
    'schaal / w.noemer': BIGINT,
    'noemer / factoren[m]!.noemer': BIGINT,
  },
  'src/convenant/toets/looptijd.ts': { 'verschil / jaren': 'only where the remainder is zero' },
}
const rekenbestanden = programma().filter((pad) => /^src\/(kern|convenant|recht)\//.test(pad))

test('kern, recht and convenant hold no floating point beyond the list of what is whole', () => {
  const fout = rekenbestanden.flatMap((pad) =>
    verdacht(lees(pad)).flatMap((stuk) => (GOED[pad]?.[stuk] === undefined ? [`${pad}: ${stuk}`] : [])),
  )
  expect(fout).toEqual([])
})

test('everything on the list is still there', () => {
  const over = Object.entries(GOED).flatMap(([pad, stukken]) => {
    const nu = verdacht(lees(pad))
    return Object.keys(stukken).flatMap((stuk) => (nu.includes(stuk) ? [] : [`${pad}: ${stuk}`]))
  })
  expect(over).toEqual([])
})

test.each([
  ['const deel = 0.051', '0.051'],
  ['const deel = 51e-3', '51e-3'],
  ['const helft = centen / 2', 'centen / 2'],
  ['bedrag /= 3', 'bedrag /= 3'],
  ['const wortel = 4 ** n', '4 ** n'],
  ['const heel = Math.round(x)', 'Math.round'],
  ['const bedrag = Number(centen)', 'Number(centen)'],
  ['const bedrag = parseFloat(tekst)', 'parseFloat(tekst)'],
  ['const tekst = x.toFixed(2)', 'x.toFixed'],
  ['const eps = Number.EPSILON', 'Number.EPSILON'],
])('the check sees %s', (bron, stuk) => {
  expect(verdacht(bron)).toContain(stuk)
})

test('whole numbers, bigints, products and dates are left alone', () => {
  expect(verdacht('const x = 2n * 1_000n - 3n; const y = 12 * n + 0; const d = "0.5"; Math.max(1, 2)')).toEqual([])
})

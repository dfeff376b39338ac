import { expect, test } from 'vitest'
import { bestanden, lees } from './bronnen.ts'

const MUUR = 400
const code = [
  ...['src', 'test', 'bench', 'bin'].flatMap((map) => bestanden(map, '.ts', '.tsx', '.mjs', '.css')),
  ...bestanden('.', '.config.ts').filter((pad) => !pad.includes('/')),
]
/** One migration is one change of the tables, however long; everything else is read by people in one go. */
const leesbaar = code.filter((pad) => !pad.startsWith('src/opslag/migraties/'))
const regels = (pad: string): number => lees(pad).split('\n').length - 1

test('no file is longer than 400 lines', () => {
  expect(leesbaar.flatMap((pad) => (regels(pad) > MUUR ? [`${pad}: ${regels(pad)}`] : []))).toEqual([])
})

test('half of the files of the program are 90 lines or shorter', () => {
  const lengtes = leesbaar
    .filter((pad) => pad.startsWith('src/'))
    .map(regels)
    .toSorted((a, b) => a - b)
  expect(lengtes[Math.floor(lengtes.length / 2)]).toBeLessThanOrEqual(90)
})

test('no file hides behind a name that says nothing', () => {
  const leeg = /(^|[/.-])(utils?|helpers?|common|manager|service|misc)([/.-])/
  expect(code.filter((pad) => leeg.test(pad))).toEqual([])
})

test('file names are kebab-case', () => {
  const naam = /^[a-z0-9]+([.-][a-z0-9]+)*$/
  expect(code.filter((pad) => !naam.test(pad.split('/').at(-1)!))).toEqual([])
})

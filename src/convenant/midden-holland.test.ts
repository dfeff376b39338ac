import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import type { Convenant } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { wie } from './wie.ts'

const pad = 'convenanten/midden-holland/2019-05-13.md'
const tekst = readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8')
const midden = leesAfspraken(tekst, pad) as Convenant

const reeks = (voor: string, nummers: string): string[] => nummers.split(' ').map((n) => `MH-${voor}${n}`)
/** The requirements of this covenant as the design numbers them, not as the file does. */
const EISEN = [
  ...reeks('0.', '0 1-2 3 4 5 6 7 8'),
  ...reeks('1.', 'a b c d e f g h i j k'),
  ...reeks('2.', '1 2 3 4'),
  ...reeks('3.', '1 2A 2B 2C'),
  ...reeks('4.', '1 2 3 4 5'),
  ...reeks('', '5 6 7 T3 T4'),
  ...reeks('T0.', '1 2 3 4 5 6'),
  ...reeks('T1.', '1 2'),
  ...reeks('T2.', '1 2 3 4 5 6 7 8'),
  ...reeks('L', '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23'),
]

test('every requirement and every finding of the design stands in a block, and no other', () => {
  const blokken = [...midden.regels, ...midden.uitleg, ...midden.bevindingen, ...midden.geenRegels]
  const gedekt = new Set(blokken.flatMap((b) => b.dekt ?? []))
  expect([...gedekt].filter((id) => !EISEN.includes(id))).toEqual([])
  expect(EISEN.filter((id) => !gedekt.has(id))).toEqual([])
})

test('no lid waits for a kind, and every rule has an example', () => {
  expect(midden.geenRegels.filter((g) => /\bsoort\b/.test(g.want)).map((g) => g.want)).toEqual([])
  const metVoorbeeld = new Set(midden.voorbeelden.map((v) => v.bij))
  expect(midden.regels.filter((r) => !metVoorbeeld.has(r.id)).map((r) => r.id)).toEqual([])
})

test('there is no centrumgemeente: all five are equals, and nobody has a task of the access', () => {
  expect(midden.rollen.regiogemeente).toEqual(midden.partijen)
  expect(midden.partijen).toHaveLength(5)
  const boek = afsprakenboek('midden-holland', datum('2020-01-01'), {
    convenanten: [midden],
    kaders: [],
    besluiten: [],
    gemeenten: [],
  })
  const geval = { woongemeente: 'gouda', gemeldBij: 'gouda', herhaald: false, spoed: false } as const
  expect(wie(boek, { ...geval, taak: 'onderzoek', voorziening: 'bw' }).soort).toBe('niet-geregeld')
})

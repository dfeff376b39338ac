import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { schrijfBoom, stapNaarJson, uitkomstNaarJson } from '../../kern/schrijf-uit.ts'
import type { Convenant } from '../afspraak.ts'
import { afsprakenboek, looptijd } from '../afsprakenboek.ts'
import type { Besluit } from '../besluit.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { leesBesluit } from '../lees-besluit.ts'

const pad = 'convenanten/midden-holland/2019-05-13.md'
const tekst = readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8')
const midden = leesAfspraken(tekst, pad) as Convenant
const boek = (op: string, besluiten: Besluit[] = []) =>
  afsprakenboek('midden-holland', datum(op), { convenanten: [midden], kaders: [], besluiten, gemeenten: [] })
const verlenging = leesBesluit(
  `---
id: verzonnen-verlenging
soort: verlenging
regio: midden-holland
versie: 2019-05-13
besloten: 2023-06-01
door: het regionale overleg
tot: 2025-04-01
fictief: ja
---

Verzonnen.
`,
  'besluit.md',
)

// MH-4.5: to 1 July 2023, no day of entry, extension without a measure.
test('Midden-Holland names no first day, and 30 June 2023 is the last', () => {
  const van = (op: string) => uitkomstNaarJson(looptijd(boek(op)))
  expect(van('2023-06-30')).toMatchObject({
    soort: 'bepaald',
    waarde: { geldt: true, van: null, totEnMet: '2023-06-30' },
    waarom: { bron: { artikel: '4', lid: '5' } },
  })
  expect(van('2023-07-01')).toMatchObject({ waarde: { geldt: false, totEnMet: '2023-06-30' } })
})

test('before the day of signing it does not hold, and the chosen first day is labelled as a reading', () => {
  expect(looptijd(boek('2019-05-12'))).toMatchObject({ soort: 'bepaald', waarde: { geldt: false, van: null } })
  expect(boek('2019-05-12').convenant).toBeNull()
  expect(boek('2019-05-13').convenant).toBe(midden)
  const uitleg = schrijfBoom(stapNaarJson(looptijd(boek('2019-05-13')).waarom))
  expect(uitleg).toContain('[uitleg begin-bij-ondertekenen, nog niet vastgesteld]')
})

test('a supposed extension of unknown length is asked for, not made up', () => {
  expect(looptijd(boek('2023-08-01'), 1)).toMatchObject({
    soort: 'ontbreekt',
    feit: { wat: 'de laatste dag na de verlenging' },
  })
  expect(looptijd(boek('2023-08-01'), 0)).toMatchObject({ soort: 'bepaald', waarde: { geldt: false } })
})

test('a recorded extension counts to the day it names', () => {
  expect(boek('2025-03-31', [verlenging]).convenant).toBe(midden)
  expect(boek('2025-04-01', [verlenging]).convenant).toBeNull()
  expect(schrijfBoom(stapNaarJson(looptijd(boek('2024-01-01', [verlenging])).waarom))).toContain(
    'Verlengd tot en met 31 maart 2025.',
  )
})

test('a file says either how often it can be extended or that it does not say', () => {
  const beide = tekst.replace('verlengbaar: onbepaald', 'verlengbaar: onbepaald\nverlenging: { aantal: 1, jaren: 1 }')
  expect(() => leesAfspraken(beide, pad)).toThrow('kies verlenging of verlengbaar')
})

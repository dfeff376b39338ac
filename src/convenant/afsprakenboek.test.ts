import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { schrijfBoom, stapNaarJson, uitkomstNaarJson } from '../kern/schrijf-uit.ts'
import { Weigering } from '../kern/weigering.ts'
import type { Afspraken } from './afspraak.ts'
import { afsprakenboek, looptijd } from './afsprakenboek.ts'
import type { Besluit } from './besluit.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'

const lees = (pad: string): string => readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8')
const convenant = leesAfspraken(lees('convenanten/den-haag/2025-01-01.md'), 'convenanten/den-haag/2025-01-01.md')
if (convenant.soort !== 'convenant') throw new Error('verwisseld')
const besluitbestand = 'voorbeelddata/besluiten/den-haag/2025-11-27-eerste-verlenging.md'
const verlenging = leesBesluit(lees(besluitbestand), besluitbestand)
const boek = (op: string, besluiten: Besluit[] = []) => {
  const afspraken: Afspraken = { convenanten: [convenant], kaders: [], besluiten, gemeenten: [] }
  return afsprakenboek('den-haag', datum(op), afspraken)
}

// G-DH-9.2: the end after 0 to 5 extensions; four give 2030, the printed limit needs five.
test.each([
  [0, '2025-12-31'],
  [1, '2026-12-31'],
  [2, '2027-12-31'],
  [3, '2028-12-31'],
  [4, '2029-12-31'],
])('after %i extensions the last day is %s', (verlengingen, laatste) => {
  expect(uitkomstNaarJson(looptijd(boek(laatste), verlengingen))).toMatchObject({
    soort: 'bepaald',
    waarde: { geldt: true, van: '2025-01-01', totEnMet: laatste },
  })
  const erna = datum(laatste).add({ days: 1 }).toString()
  expect(looptijd(boek(erna), verlengingen)).toMatchObject({ waarde: { geldt: false } })
})

test.each([5, 6, 40])('%i extensions are more than agreed: two readings', (verlengingen) => {
  expect(uitkomstNaarJson(looptijd(boek('2030-06-01'), verlengingen))).toMatchObject({
    soort: 'tegenstrijdig',
    lezingen: [
      { waarde: { geldt: false, totEnMet: '2029-12-31' }, bron: { artikel: '9', lid: '2' } },
      { waarde: { geldt: true, totEnMet: '2030-12-31' }, bron: { artikel: '9', lid: '2' } },
    ],
  })
})

test('before its first day no version is in force, and the answer says when it begins', () => {
  expect(boek('2024-12-31').convenant).toBeNull()
  expect(boek('2025-01-01').convenant).toBe(convenant)
  expect(looptijd(boek('2024-12-31'))).toMatchObject({ waarde: { geldt: false } })
})

test('a recorded extension keeps the covenant in force, and the explanation says it is invented', () => {
  expect(boek('2026-06-01').convenant).toBeNull()
  expect(boek('2026-06-01', [verlenging]).convenant).toBe(convenant)
  expect(boek('2027-01-01', [verlenging]).convenant).toBeNull()
  const tekst = schrijfBoom(stapNaarJson(looptijd(boek('2026-06-01', [verlenging])).waarom))
  expect(tekst).toContain('Op 1 juni 2026 geldt het convenant wel. De laatste dag is 31 december 2026.')
  expect(tekst).toContain('Dit besluit is verzonnen voor de demonstratie.')
})

test('a decision counts from the day it was taken, not before', () => {
  expect(looptijd(boek('2025-11-26', [verlenging]))).toMatchObject({ waarde: { totEnMet: datum('2025-12-31') } })
  expect(looptijd(boek('2025-11-27', [verlenging]))).toMatchObject({ waarde: { totEnMet: datum('2026-12-31') } })
})

// Art. 9 lid 2: one year at a time. The day a decision names counts, however many decisions there are.
test('two extensions recorded in one decision, or one recorded twice, end on the day that was decided', () => {
  const tweeInEen = { ...verlenging, tot: datum('2028-01-01') }
  expect(looptijd(boek('2026-06-01', [tweeInEen]))).toMatchObject({
    soort: 'bepaald',
    waarde: { totEnMet: datum('2027-12-31') },
  })
  const nogmaals = { ...verlenging, id: 'den-haag-2025-bekrachtiging', besloten: datum('2025-12-04') }
  expect(looptijd(boek('2026-06-01', [verlenging, nogmaals]))).toMatchObject({
    soort: 'bepaald',
    waarde: { totEnMet: datum('2026-12-31') },
  })
})

test('an extension to a day that no whole year reaches gives two readings, the decided day among them', () => {
  const halfjaar = { ...verlenging, tot: datum('2026-07-01') }
  const uitkomst = looptijd(boek('2026-09-01', [halfjaar]))
  expect(uitkomstNaarJson(uitkomst)).toMatchObject({
    soort: 'tegenstrijdig',
    lezingen: [
      { waarde: { geldt: true, totEnMet: '2026-12-31' }, bron: { artikel: '9', lid: '2' } },
      { waarde: { geldt: false, totEnMet: '2026-06-30' } },
    ],
  })
  const tekst = schrijfBoom(stapNaarJson(uitkomst.waarom))
  expect(tekst).toContain('het eindigt na 31 december 2026 of na 30 juni 2026')
})

test('a decision of another region or version changes nothing', () => {
  expect(boek('2026-06-01', [{ ...verlenging, regio: 'assen' }]).convenant).toBeNull()
  expect(boek('2026-06-01', [{ ...verlenging, versie: datum('2024-01-01') }]).convenant).toBeNull()
})

test('of two versions the last that has begun counts, also when it has ended', () => {
  const later = { ...convenant, ingang: datum('2025-07-01') }
  const met = (op: string) =>
    afsprakenboek('den-haag', datum(op), { convenanten: [later, convenant], kaders: [], besluiten: [], gemeenten: [] })
  expect(met('2025-06-30').laatste).toBe(convenant)
  expect(met('2025-07-01').laatste).toBe(later)
})

test('an unknown region is refused with the ones there are', () => {
  expect(() =>
    afsprakenboek('utrecht', datum('2025-01-01'), {
      convenanten: [convenant],
      kaders: [],
      besluiten: [],
      gemeenten: [],
    }),
  ).toThrow(new Weigering('REGIO_ONBEKEND', { regio: 'utrecht', regios: 'den-haag' }))
})

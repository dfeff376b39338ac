import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import { nietVastgesteld, type Stap } from '../kern/uitkomst.ts'
import type { Afspraken } from './afspraak.ts'
import { type Afsprakenboek, afsprakenboek } from './afsprakenboek.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'
import { leesGemeenten } from './lees-gemeenten.ts'
import type { Geval } from './regels/taak-schema.ts'
import { type Taak, taken } from './taken.ts'
import { bevoegdVolgensWet, wie } from './wie.ts'

const lees = (pad: string): string => readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8')
const convenant = leesAfspraken(lees('convenanten/den-haag/2025-01-01.md'), 'convenanten/den-haag/2025-01-01.md')
const wmo = leesAfspraken(lees('kaders/wmo-2015.md'), 'kaders/wmo-2015.md')
if (convenant.soort !== 'convenant' || wmo.soort !== 'kader') throw new Error('verwisseld')
const afspraken: Afspraken = {
  convenanten: [convenant],
  kaders: [wmo],
  besluiten: [],
  gemeenten: leesGemeenten(lees('kaders/gemeenten.md'), 'kaders/gemeenten.md'),
}
const boek = afsprakenboek('den-haag', datum('2025-06-01'), afspraken)
const zonderUitleg: Afsprakenboek = { ...boek, uitleg: [] }
const geval = (deel: Partial<Geval>): Geval => ({
  taak: 'onderzoek',
  voorziening: 'bw',
  woongemeente: 'zoetermeer',
  gemeldBij: deel.woongemeente ?? 'zoetermeer',
  herhaald: false,
  spoed: false,
  ...deel,
})
const antwoord = (b: Afsprakenboek, g: Geval): string => {
  const u = wie(b, g)
  return u.soort === 'bepaald' ? u.waarde : u.soort
}
const MELDING: Taak[] = ['registratie', 'screening', 'onderzoek', 'advies']

// The table R1-R9 of the requirements: who handles the report, read with and without the chosen readings.
test.each([
  ['R1', { woongemeente: 'rijswijk' }, 'rijswijk', 'rijswijk'],
  ['R2', { woongemeente: 'wassenaar' }, 'den-haag', 'den-haag'],
  ['R3', { woongemeente: 'zoetermeer', herhaald: true }, 'den-haag', 'tegenstrijdig'],
  [
    'R4',
    { woongemeente: 'leidschendam-voorburg', gemeldBij: 'den-haag' },
    'leidschendam-voorburg',
    'leidschendam-voorburg',
  ],
  ['R5', { woongemeente: 'delft', gemeldBij: 'zoetermeer' }, 'den-haag', 'tegenstrijdig'],
  ['R6', { woongemeente: 'den-haag', gemeldBij: 'rijswijk' }, 'den-haag', 'tegenstrijdig'],
  ['R7', { woongemeente: 'den-haag' }, 'den-haag', 'den-haag'],
  ['R8', { woongemeente: 'rijswijk', voorziening: 'mo' as const }, 'den-haag', 'den-haag'],
  ['R9', { woongemeente: 'geen', gemeldBij: 'leidschendam-voorburg' }, 'den-haag', 'tegenstrijdig'],
])('%s: the report %j goes to %s', (_naam, deel, verwacht, kaleTekst) => {
  for (const taak of MELDING) {
    expect(antwoord(boek, geval({ ...deel, taak }))).toBe(verwacht)
    expect(antwoord(zonderUitleg, geval({ ...deel, taak }))).toBe(kaleTekst)
  }
  for (const taak of ['beschikking', 'plaatsing', 'wachtlijst', 'bezwaar', 'ingebrekestelling'] as const)
    expect(antwoord(boek, geval({ ...deel, taak }))).toBe('den-haag')
})

const plaatsen = [
  'den-haag',
  'leidschendam-voorburg',
  'rijswijk',
  'wassenaar',
  'zoetermeer',
  'delft',
  'buiten-regio',
  'geen',
]
const gevallen = fc.record({
  taak: fc.constantFrom(...taken),
  voorziening: fc.constantFrom('bw' as const, 'mo' as const),
  woongemeente: fc.constantFrom(...plaatsen),
  gemeldBij: fc.constantFrom(...plaatsen),
  herhaald: fc.boolean(),
  spoed: fc.boolean(),
})

test('with the chosen readings no report is ever left without a municipality of the region', () => {
  fc.assert(
    fc.property(gevallen, (g) => {
      fc.pre(g.taak !== 'klachten' && !(g.taak === 'doorslaggevend-advies' && g.voorziening === 'mo'))
      expect(convenant.partijen).toContain(antwoord(boek, g))
    }),
    { numRuns: 1000 },
  )
})

test('the bare text contradicts itself exactly where the findings DH-L03 and DH-L04 say', () => {
  const dragend = ['leidschendam-voorburg', 'rijswijk', 'zoetermeer']
  for (const woongemeente of plaatsen)
    for (const gemeldBij of plaatsen)
      for (const herhaald of [true, false])
        for (const voorziening of ['bw', 'mo'] as const) {
          const herhaling = herhaald && dragend.includes(woongemeente)
          const vreemde =
            dragend.includes(gemeldBij) && ['den-haag', 'delft', 'buiten-regio', 'geen'].includes(woongemeente)
          const verwacht = voorziening === 'bw' && (herhaling || vreemde)
          const g = geval({ woongemeente, gemeldBij, herhaald, voorziening })
          expect([g, antwoord(zonderUitleg, g) === 'tegenstrijdig']).toEqual([g, verwacht])
        }
})

test('urgency changes nobody, and the answer says that the covenant is silent about it', () => {
  fc.assert(
    fc.property(gevallen, (g) => {
      expect(antwoord(boek, { ...g, spoed: true })).toBe(antwoord(boek, { ...g, spoed: false }))
    }),
  )
  const gebruikt = (spoed: boolean) => nietVastgesteld(wie(boek, geval({ spoed })).waarom).map((u) => u.id)
  expect(gebruikt(true)).toEqual(['spoed'])
  expect(gebruikt(false)).toEqual([])
})

test('every rule of an answer has its article, and the reason needs no technical words', () => {
  fc.assert(
    fc.property(gevallen, (g) => {
      const { waarom } = wie(boek, g)
      const tekst = schrijfBoom(stapNaarJson(waarom))
      expect(tekst).not.toMatch(/[{}]|undefined|null|regiogemeente-|gemeente-van/)
      const regels = (waarom.stappen ?? []).filter((s: Stap) => s.geldt !== undefined)
      for (const stap of regels) expect(stap.bron).toMatchObject({ convenant: 'den-haag', artikel: '3' })
    }),
  )
})

test('the explanation of Wassenaar shows the exception and the exception to the exception', () => {
  const boom = schrijfBoom(stapNaarJson(wie(boek, geval({ woongemeente: 'wassenaar' })).waarom))
  expect(boom).toContain('Den Haag doet het onderzoek. (convenant den-haag 2025 artikel 3 lid 2 onder a)')
  expect(boom).toMatch(
    /\n {4}- Behalve bij Beschermd Wonen .*past hier, maar een uitzondering daarop geldt\.\n {6}- Behalve voor een inwoner van Wassenaar: deze uitzondering geldt hier\./,
  )
})

test('a contradiction without a chosen reading carries both readings with their article', () => {
  expect(wie(zonderUitleg, geval({ herhaald: true }))).toMatchObject({
    soort: 'tegenstrijdig',
    lezingen: [
      { waarde: 'zoetermeer', bron: { artikel: '3', lid: '1', onderdeel: 'a' } },
      { waarde: 'den-haag', bron: { artikel: '3', lid: '2', onderdeel: 'a' } },
    ],
  })
})

test('the region can adopt the other reading, and from that day it counts', () => {
  const besluit = leesBesluit(
    `---
id: herhaald-bij-woongemeente
soort: vastgestelde-uitleg
regio: den-haag
versie: 2025-01-01
besloten: 2025-04-01
door: het bestuurlijk overleg
uitleg: herhaalde-melding
voorrang: melding-bij-woongemeente
keuze: De gemeente waar iemand woont.
---
`,
    'besluit.md',
  )
  const op = (dag: string) => afsprakenboek('den-haag', datum(dag), { ...afspraken, besluiten: [besluit] })
  expect(antwoord(op('2025-03-31'), geval({ herhaald: true }))).toBe('den-haag')
  expect(antwoord(op('2025-04-01'), geval({ herhaald: true }))).toBe('zoetermeer')
  expect(nietVastgesteld(wie(op('2025-04-01'), geval({ herhaald: true })).waarom)).toEqual([])
})

test('complaints are not regulated, nor is a decisive vote about Maatschappelijke Opvang', () => {
  expect(antwoord(boek, geval({ taak: 'klachten' }))).toBe('niet-geregeld')
  expect(antwoord(boek, geval({ taak: 'doorslaggevend-advies', voorziening: 'mo' }))).toBe('niet-geregeld')
  expect(antwoord(boek, geval({ taak: 'doorslaggevend-advies' }))).toBe('den-haag')
})

test('after its end the covenant answers nothing, and names its last version and last day', () => {
  const na = afsprakenboek('den-haag', datum('2026-01-01'), afspraken)
  expect(wie(na, geval({})).soort).toBe('niet-geregeld')
  expect(stapNaarJson(wie(na, geval({})).waarom).wat).toBe(
    'Op 1 januari 2026 geldt er geen convenant. De laatste versie is Convenant Den Haag 2025, ingegaan op 1 januari 2025. Die liep tot en met 31 december 2025.',
  )
})

test('where the covenant is silent the statute names the college the person turned to', () => {
  expect(bevoegdVolgensWet(afspraken, geval({ woongemeente: 'delft', gemeldBij: 'rijswijk' }))).toMatchObject({
    soort: 'bepaald',
    waarde: 'rijswijk',
    waarom: { bron: { wet: 'Wmo 2015', artikel: '1.2.1', onderdeel: 'b' } },
  })
  expect(bevoegdVolgensWet(afspraken, geval({ voorziening: 'mo' })).waarom.bron).toMatchObject({ onderdeel: 'c' })
  expect(bevoegdVolgensWet(afspraken, geval({ woongemeente: 'geen' })).soort).toBe('ontbreekt')
})

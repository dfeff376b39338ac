import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { naarJson, schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import { nietVastgesteld } from '../kern/uitkomst.ts'
import type { Convenant } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import type { Besluit } from './besluit.ts'
import { type Aantallen, doorbelasting, type Doorbelastingsinvoer } from './doorbelasting.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { leesBesluit } from './lees-besluit.ts'

const pad = 'convenanten/den-haag/2025-01-01.md'
const tekst = readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8')
const haags = leesAfspraken(tekst, pad) as Convenant

const reken = (jaar: number, invoer: Doorbelastingsinvoer, op = '2025-12-31', besluiten: Besluit[] = []) =>
  doorbelasting(
    afsprakenboek('den-haag', datum(op), { convenanten: [haags], kaders: [], besluiten, gemeenten: [] }),
    jaar,
    invoer,
  )
const waarde = (uitkomst: ReturnType<typeof doorbelasting>) => {
  if (uitkomst.soort !== 'bepaald') throw new Error(uitkomst.soort)
  return uitkomst.waarde
}
const OA = 'onderzoek-en-advies'
const MS = 'meldingen-en-screeningen'
const tarief = { [OA]: 35_000n }

// G-DH-6.5/6.6, at the invented rate of 350 euros.
test.each([
  ['leidschendam-voorburg', 45n, 61n, 2_100_000n, 2_135_000n, 35_000n, 'regio-naar-centrum'],
  ['rijswijk', 37n, 45n, 1_726_667n, 1_575_000n, -151_667n, 'centrum-naar-regio'],
  ['zoetermeer', 72n, 96n, 3_360_000n, 3_360_000n, 0n, 'geen'],
  ['zoetermeer', 0n, 3n, 0n, 105_000n, 105_000n, 'regio-naar-centrum'],
] as const)('%s: %i counted, %i in the year', (g, eerst, later, factuur, werkelijk, correctie, richting) => {
  const invoer = { tarieven: tarief, gemeten: { [g]: { [OA]: eerst } }, heelJaar: { [g]: { [OA]: later } } }
  expect(waarde(reken(2025, invoer))).toEqual({ [g]: { factuur, werkelijk, correctie, richting } })
})

test('without the counts of the whole year there is an invoice and no correction', () => {
  expect(waarde(reken(2025, { tarieven: tarief, gemeten: { rijswijk: { [OA]: 37n } } }))).toEqual({
    rijswijk: { factuur: 1_726_667n },
  })
})

test('a municipality without units has no invoice; one that is not named is not in the answer', () => {
  expect(waarde(reken(2025, { tarieven: {}, gemeten: { wassenaar: { [OA]: 0n } } }))).toEqual({
    wassenaar: { factuur: 0n },
  })
  expect(waarde(reken(2025, { tarieven: {}, gemeten: {} }))).toEqual({})
})

test('the costs of starting are an amount: never carried on, and not lost in the correction', () => {
  const invoer = {
    tarieven: tarief,
    gemeten: { rijswijk: { [OA]: 37n, implementatie: 500_000n } },
    heelJaar: { rijswijk: { [OA]: 45n } },
  }
  expect(waarde(reken(2025, invoer)).rijswijk).toMatchObject({ factuur: 2_226_667n, correctie: -151_667n })
  const later = { ...invoer, heelJaar: { rijswijk: { [OA]: 45n, implementatie: 480_000n } } }
  expect(waarde(reken(2025, later)).rijswijk).toMatchObject({ werkelijk: 2_055_000n, correctie: -171_667n })
})

test('a whole year with fewer units than its first nine months is refused', () => {
  const invoer = (heel: bigint) => ({
    tarieven: tarief,
    gemeten: { rijswijk: { [OA]: 50n } },
    heelJaar: { rijswijk: { [OA]: heel } },
  })
  expect(() => reken(2025, invoer(45n))).toThrow('over heel het jaar 45, en was over de eerste maanden al 50')
  // 50 x 12/9 x 350 = 23.333,33 was invoiced, 50 x 350 = 17.500 was done.
  expect(waarde(reken(2025, invoer(50n))).rijswijk).toMatchObject({ werkelijk: 1_750_000n, correctie: -583_333n })
})

const zinnen = (jaar: number, invoer: Doorbelastingsinvoer, op?: string): string =>
  schrijfBoom(stapNaarJson(reken(jaar, invoer, op).waarom))

test('units of a municipality that does none of this work, and an amount that changed, are pointed at', () => {
  const wassenaar = (n: bigint) => zinnen(2025, { tarieven: tarief, gemeten: { wassenaar: { [OA]: n } } })
  expect(wassenaar(4n)).toContain('Wassenaar doet dit werk volgens het convenant in geen enkel geval')
  expect(wassenaar(0n)).not.toContain('in geen enkel geval')
  const implementatie = (n: bigint) =>
    zinnen(2025, {
      tarieven: tarief,
      gemeten: { rijswijk: { [OA]: 37n, implementatie: 50_000n } },
      heelJaar: { rijswijk: { [OA]: 45n, implementatie: n } },
    })
  expect(implementatie(70_000n)).toMatch(/was in de factuur €\s500,00 en is nu €\s700,00/)
  expect(implementatie(50_000n)).not.toContain('was in de factuur')
  expect(implementatie(50_000n)).not.toContain('Rijswijk doet dit werk')
})

test('a year before the covenant is not settled by it; a year after its end only if it is extended', () => {
  const invoer = { tarieven: tarief, gemeten: { rijswijk: { [OA]: 37n } } }
  expect(reken(2024, invoer, '2025-06-01')).toMatchObject({ soort: 'niet-geregeld' })
  expect(zinnen(2026, invoer, '2025-06-01')).toContain('geldt in 2026 niet meer')
})

test('the costs of starting are refused in another year, in force or not', () => {
  const invoer = { tarieven: {}, gemeten: { rijswijk: { implementatie: 1n } } }
  for (const op of ['2025-12-31', '2026-12-31']) expect(() => reken(2026, invoer, op)).toThrow('niet over 2026')
  expect(waarde(reken(2026, { tarieven: {}, gemeten: { rijswijk: { implementatie: 0n } } }))).toEqual({
    rijswijk: { factuur: 0n },
  })
})

test.each<[string, Doorbelastingsinvoer]>([
  ['De post koffie bestaat niet in deze afspraak.', { tarieven: {}, gemeten: { rijswijk: { koffie: 1n } } }],
  ['De post koffie bestaat niet in deze afspraak.', { tarieven: { koffie: 1n }, gemeten: {} }],
  ['De post implementatie is een bedrag en heeft geen tarief.', { tarieven: { implementatie: 1n }, gemeten: {} }],
  ['den-haag kan volgens deze afspraak niets doorbelasten.', { tarieven: {}, gemeten: { 'den-haag': { [OA]: 1n } } }],
  ['delft kan volgens deze afspraak niets doorbelasten.', { tarieven: {}, gemeten: {}, heelJaar: { delft: {} } }],
])('refused: %s', (melding, invoer) => {
  expect(() => reken(2025, invoer)).toThrow(melding)
})

test('a tariff that nobody recorded is asked for, by post and year', () => {
  const uitkomst = reken(2025, { tarieven: tarief, gemeten: { rijswijk: { [OA]: 1n, [MS]: 1n } } })
  expect(uitkomst).toMatchObject({ soort: 'ontbreekt', feit: { wat: `het tarief van ${MS} over 2025` } })
})

test('a count that is absent in the whole year is asked for instead of taken as nothing', () => {
  const invoer = { tarieven: tarief, gemeten: { rijswijk: { [OA]: 37n } }, heelJaar: { rijswijk: {} } }
  expect(reken(2025, invoer)).toMatchObject({ soort: 'ontbreekt', feit: { van: 'rijswijk' } })
})

const besluit = (id: string, besloten: string, centen: number, jaar = 2025): Besluit =>
  leesBesluit(
    `---
id: ${id}
soort: tarief
regio: den-haag
versie: 2025-01-01
besloten: ${besloten}
door: het bestuurlijk overleg
post: ${OA}
jaar: ${jaar}
centen: ${centen}
---

Verzonnen tarief.
`,
    `${id}.md`,
  )

test('a recorded tariff counts from the day of the decision, the last one first, only for its year', () => {
  const invoer = { tarieven: {}, gemeten: { rijswijk: { [OA]: 9n } } }
  const besluiten = [besluit('tarief-nieuw', '2025-11-01', 40_000), besluit('tarief-oud', '2025-03-01', 35_000)]
  const factuur = (op: string) => waarde(reken(2025, invoer, op, besluiten)).rijswijk?.factuur
  expect(factuur('2025-10-31')).toBe(420_000n)
  expect(factuur('2025-11-01')).toBe(480_000n)
  expect(reken(2025, invoer, '2025-02-28', besluiten).soort).toBe('ontbreekt')
  expect(reken(2025, invoer, '2025-12-31', [besluit('tarief-later', '2025-03-01', 35_000, 2026)]).soort).toBe(
    'ontbreekt',
  )
})

test('a tariff given instead of the recorded one is used, and the explanation says it differs', () => {
  const uitkomst = reken(2025, { tarieven: tarief, gemeten: { rijswijk: { [OA]: 9n } } }, '2025-12-31', [
    besluit('tarief', '2025-03-01', 40_000),
  ])
  expect(waarde(uitkomst).rijswijk?.factuur).toBe(420_000n)
  expect(schrijfBoom(stapNaarJson(uitkomst.waarom))).toContain('met een ander, zelf gegeven tarief gerekend')
})

test('another year rests on a reading of its own, which 2025 does not need', () => {
  const invoer = { tarieven: tarief, gemeten: { rijswijk: { [OA]: 37n } } }
  const ids = (jaar: number) => nietVastgesteld(reken(jaar, invoer).waarom).map((u) => u.id)
  expect(ids(2026)).toContain('doorbelasten-na-2025')
  expect(ids(2025)).not.toContain('doorbelasten-na-2025')
  expect(ids(2025)).toContain('afronden-doorbelasting')
  // Readings about a part that is not there say nothing here.
  expect(ids(2025)).not.toContain('invoeren-niet-doorrekenen')
  expect(ids(2025)).not.toContain('correctie-beide-kanten')
  expect(waarde(reken(2026, invoer))).toEqual({ rijswijk: { factuur: 1_726_667n } })
})

test('without that reading the covenant says nothing about another year', () => {
  const kaal = {
    ...haags,
    regels: haags.regels.map((r) => {
      if (r.soort !== 'doorbelastingsfactuur') return r
      const { andereJaren: _weg, ...rest } = r
      return rest
    }),
  }
  const boek = afsprakenboek('den-haag', datum('2025-12-31'), {
    convenanten: [kaal],
    kaders: [],
    besluiten: [],
    gemeenten: [],
  })
  expect(doorbelasting(boek, 2026, { tarieven: {}, gemeten: {} }).soort).toBe('niet-geregeld')
})

test('where no version is in force the answer names the last one and its end', () => {
  const uitkomst = reken(2026, { tarieven: tarief, gemeten: { rijswijk: { [OA]: 1n } } }, '2026-12-31')
  expect(uitkomst.soort).toBe('niet-geregeld')
  expect(schrijfBoom(stapNaarJson(uitkomst.waarom))).toContain('Die liep tot en met 31 december 2025.')
})

test('the explanation shows the sum down to the fraction, with the lid of each part', () => {
  const invoer = { tarieven: tarief, gemeten: { rijswijk: { [OA]: 37n } }, heelJaar: { rijswijk: { [OA]: 45n } } }
  const boom = schrijfBoom(stapNaarJson(reken(2025, invoer).waarom))
  expect(boom).toContain(
    'onderzoek en advies: 37 × 4/3 × €\u00a0350,00 = 5180000/3 cent. (convenant den-haag 2025 artikel 6 lid 4 onder b)',
  )
  expect(boom).toContain('Samen 5180000/3 cent, afgerond op 1726667 cent.')
  expect(boom).toContain('Rijswijk betaalt €\u00a01.516,67 terug. (convenant den-haag 2025 artikel 6 lid 6)')
})

/** Half up by counting, apart from the fractions of the program: 12 months for 9, in cents. */
const nagerekend = (eenheden: readonly (readonly [bigint, bigint])[]): bigint => {
  const negenden = eenheden.reduce((som, [aantal, prijs]) => som + 12n * aantal * prijs, 0n)
  return (2n * negenden + 9n) / 18n
}

test('invoice and correction equal an independent sum; invoice and correction add up to what was done', () => {
  const aantal = fc.bigInt({ min: 0n, max: 10n ** 6n })
  const prijs = fc.bigInt({ min: 0n, max: 10n ** 6n })
  fc.assert(
    fc.property(aantal, aantal, aantal, aantal, prijs, prijs, (a, b, meer, nogMeer, p, q) => {
      const [c, d] = [a + meer, b + nogMeer]
      const gemeten: Aantallen = { rijswijk: { [OA]: a, [MS]: b } }
      const heelJaar: Aantallen = { rijswijk: { [OA]: c, [MS]: d } }
      const r = waarde(reken(2025, { tarieven: { [OA]: p, [MS]: q }, gemeten, heelJaar })).rijswijk!
      const factuur = nagerekend([
        [a, p],
        [b, q],
      ])
      expect(r.factuur).toBe(factuur)
      expect(r.werkelijk).toBe(c * p + d * q)
      expect(r.factuur + r.correctie!).toBe(r.werkelijk)
      expect(r.richting).toBe(
        r.correctie! > 0n ? 'regio-naar-centrum' : r.correctie! < 0n ? 'centrum-naar-regio' : 'geen',
      )
    }),
  )
})

test('one more unit never makes the invoice smaller, and one municipality does not change another', () => {
  const aantal = fc.bigInt({ min: 0n, max: 10n ** 9n })
  fc.assert(
    fc.property(aantal, aantal, fc.bigInt({ min: 0n, max: 10n ** 6n }), (a, b, p) => {
      const van = (n: bigint) =>
        waarde(reken(2025, { tarieven: { [OA]: p }, gemeten: { rijswijk: { [OA]: n }, zoetermeer: { [OA]: b } } }))
      expect(van(a + 1n).rijswijk!.factuur >= van(a).rijswijk!.factuur).toBe(true)
      expect(van(a + 1n).zoetermeer).toEqual(van(a).zoetermeer)
    }),
  )
})

test('the answer is plain JSON with cents as numbers', () => {
  const uitkomst = reken(2025, { tarieven: tarief, gemeten: { rijswijk: { [OA]: 37n } } })
  expect(naarJson(waarde(uitkomst))).toEqual({ rijswijk: { factuur: 1_726_667 } })
})

const vervangen = (van: string, door: string) => () => leesAfspraken(tekst.replace(van, door), pad)
test.each([
  [
    'id: doorbelasting-toegang\nvan: regiogemeente\naan: centrumgemeente',
    'id: doorbelasting-toegang\nvan: randgemeente\naan: centrumgemeente',
    'randgemeente is geen partij',
  ],
  [
    'id: doorbelasting-toegang\nvan: regiogemeente\naan: centrumgemeente',
    'id: doorbelasting-toegang\nvan: regiogemeente\naan: regiogemeente',
    'regiogemeente is niet één partij',
  ],
  [
    'id: factuur-november\nbij: doorbelasting-toegang',
    'id: factuur-november\nbij: weg',
    'hoort één doorbelastingsfactuur',
  ],
  [
    'id: implementatie\nbij: doorbelasting-toegang',
    'id: implementatie\nbij: weg',
    'er is geen doorbelasting met id weg',
  ],
  ['totEnMet: 30 september J }\n', 'totEnMet: 15 september J }\n', 'hele maanden'],
  ['doorgerekendTot: 31 december J', 'doorgerekendTot: 31 augustus J', 'hele maanden'],
  [
    'andereJaren: doorbelasten-na-2025',
    'andereJaren: nergens',
    'er is geen uitleg met id nergens over factuur-november',
  ],
])('a file with %s as %s is refused', (van, door, melding) => {
  expect(tekst).toContain(van)
  expect(vervangen(van, door)).toThrow(melding)
})

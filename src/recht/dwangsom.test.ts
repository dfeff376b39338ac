import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Kader } from '../convenant/afspraak.ts'
import { leesAfspraken } from '../convenant/lees-afspraken.ts'
import { datum } from '../kern/datum.ts'
import { schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import { nietVastgesteld } from '../kern/uitkomst.ts'
import { dwangsom } from './dwangsom.ts'

const awb = leesAfspraken(
  readFileSync(new URL('../../kaders/awb.md', import.meta.url), 'utf8'),
  'kaders/awb.md',
) as Kader
const reken = (ingebrekestelling: string, besluit: string, termijn?: string) => {
  const u = dwangsom(
    {
      ingebrekestelling: datum(ingebrekestelling),
      besluit: datum(besluit),
      termijn: termijn === undefined ? undefined : datum(termijn),
      op: datum(besluit),
    },
    [awb],
  )
  if (u.soort !== 'bepaald') throw new Error(u.soort)
  return { ...u.waarde, eersteDag: u.waarde.eersteDag?.toString() ?? null, waarom: u.waarom }
}

// interfaces.md and G-DH-3.3.3b: the penalty after so many days, in euros.
test('a notice of 4 March 2024 and a decision on 23 April cost 35 days, 1127 euros', () => {
  expect(reken('2024-03-04', '2024-04-23')).toMatchObject({ eersteDag: '2024-03-19', dagen: 35, bedrag: 112700n })
})
test.each([
  [0, 0, 0],
  [1, 1, 23],
  [14, 14, 322],
  [15, 15, 357],
  [28, 28, 812],
  [29, 29, 857],
  [42, 42, 1442],
  [60, 42, 1442],
])('%i days after the first day it is %i days and %i euros', (verstreken, dagen, euro) => {
  const eerste = datum('2025-03-03').add({ days: 15 })
  const u = reken('2025-03-03', eerste.add({ days: verstreken }).toString())
  expect(u).toMatchObject({ eersteDag: eerste.toString(), dagen, bedrag: BigInt(euro) * 100n })
})

test('the amounts are those of the day of receipt, also when the days run in the next year', () => {
  expect(reken('2018-12-31', '2019-06-01').bedrag).toBe(126000n)
  expect(reken('2019-01-01', '2019-06-01').bedrag).toBe(144200n)
  expect(reken('2009-10-01', '2010-06-01').bedrag).toBe(126000n)
})

test('a notice on or before the last day of the term is too early and costs nothing', () => {
  for (const dag of ['2024-02-01', '2024-03-04']) {
    const u = reken(dag, '2024-06-01', '2024-03-04')
    expect(u).toMatchObject({ eersteDag: null, dagen: 0, bedrag: 0n })
    expect(schrijfBoom(stapNaarJson(u.waarom))).toContain('te vroeg')
  }
  expect(reken('2024-03-05', '2024-06-01', '2024-03-04').dagen).toBe(42)
})

test('without a decision it counts up to the day asked, and says so', () => {
  const u = dwangsom({ ingebrekestelling: datum('2024-03-04'), op: datum('2024-03-20') }, [awb])
  expect(u).toMatchObject({ soort: 'bepaald', waarde: { dagen: 1, bedrag: 2300n } })
  expect(schrijfBoom(stapNaarJson(u.waarom))).toMatch(
    /^De dwangsom is tot nu toe €\u00a023,00: 1 dag vanaf 19 maart 2024/,
  )
})

test('before the statute had amounts there was nothing to owe', () => {
  expect(dwangsom({ ingebrekestelling: datum('2009-09-30'), op: datum('2010-06-01') }, [awb]).soort).toBe(
    'niet-geregeld',
  )
})

test('without the statute among the kaders it is not regulated', () => {
  expect(dwangsom({ ingebrekestelling: datum('2024-03-04'), op: datum('2024-06-01') }, []).soort).toBe('niet-geregeld')
})

test('the first day is a chosen reading that nobody adopted, with the other readings beside it', () => {
  const { waarom } = reken('2024-03-04', '2024-04-23')
  expect(nietVastgesteld(waarom).map((u) => u.id)).toEqual(['eerste-dag-dwangsom'])
  const boom = schrijfBoom(stapNaarJson(waarom))
  expect(boom).toContain('De wet is hier niet duidelijk.')
  expect(boom).toContain('De veertiende dag telt dan al mee')
  expect(boom).toContain('Dat beoordeelt een mens.')
})

const dag = fc.integer({ min: 0, max: 6000 }).map((n) => datum('2009-10-01').add({ days: n }))

test('a day later never costs less, at most 42 days count, and no more than the maximum is owed', () => {
  fc.assert(
    fc.property(dag, fc.integer({ min: -30, max: 120 }), (ontvangst, n) => {
      const besluit = ontvangst.add({ days: n })
      const nu = reken(ontvangst.toString(), besluit.toString())
      const later = reken(ontvangst.toString(), besluit.add({ days: 1 }).toString())
      expect(later.bedrag >= nu.bedrag).toBe(true)
      expect(later.dagen - nu.dagen).toBeGreaterThanOrEqual(0)
      expect(later.dagen - nu.dagen).toBeLessThanOrEqual(1)
      expect(nu.dagen).toBeGreaterThanOrEqual(0)
      expect(nu.dagen).toBeLessThanOrEqual(42)
      expect(nu.bedrag <= (ontvangst.year < 2019 ? 126000n : 144200n)).toBe(true)
      expect(nu.eersteDag).toBe(ontvangst.add({ days: 15 }).toString())
    }),
  )
})

test('the amount is what counting day by day gives', () => {
  const perDag = [...Array<bigint>(14).fill(2300n), ...Array<bigint>(14).fill(3500n), ...Array<bigint>(14).fill(4500n)]
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 42 }), (n) => {
      const eerste = datum('2026-01-05').add({ days: 15 })
      const som = perDag.slice(0, n).reduce((a, b) => a + b, 0n)
      expect(reken('2026-01-05', eerste.add({ days: n }).toString()).bedrag).toBe(som)
    }),
  )
})

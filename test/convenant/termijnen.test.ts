/** A later event never gives an earlier end: every statutory term over twenty-one years, day by day. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afsprakenboek,
  type Convenant,
  type Kader,
  leesAfspraken,
  looptijd,
  opzegging,
} from '../../src/convenant/index.ts'
import { type Datum, datum, opOfVoor, voor } from '../../src/kern/datum.ts'
import { termijn, termijnsoorten } from '../../src/recht/index.ts'
import { afspraken, DH, IJV, lees, MH } from './beschadig.ts'

const kaders = ['wmo-2015', 'awb', 'termijnenwet', 'huisvestingswet'].map(
  (naam) => leesAfspraken(lees(`kaders/${naam}.md`), `kaders/${naam}.md`) as Kader,
)
const EERSTE = datum('2015-01-01')
const LAATSTE = datum('2035-12-31')
const dagen: Datum[] = []
for (let d = EERSTE; opOfVoor(d, LAATSTE); d = d.add({ days: 1 })) dagen.push(d)

const einde = (soort: string, vanaf: Datum): Datum => {
  const uitkomst = termijn(soort, { vanaf }, kaders)
  if (uitkomst.soort !== 'bepaald') throw new Error(uitkomst.soort)
  return uitkomst.waarde.datum
}

test.each([...termijnsoorten(kaders), 'convenant-weken:2', 'convenant-maanden:3', 'convenant-maanden:6'])(
  '%s: from 2015 to 2035 no day gives an earlier end than the day before',
  (soort) => {
    let vorige = einde(soort, EERSTE)
    for (const dag of dagen) {
      const nu = einde(soort, dag)
      if (voor(nu, vorige)) expect(`${dag.toString()}: ${nu.toString()}`).toBe(`not before ${vorige.toString()}`)
      if (!voor(dag, nu)) expect(`${dag.toString()}: ${nu.toString()}`).toBe('after the event')
      vorige = nu
    }
  },
)

test('the twenty-one years hold five leap days', () => {
  expect(dagen.filter((d) => d.month === 2 && d.day === 29).map((d) => d.year)).toEqual([2016, 2020, 2024, 2028, 2032])
  expect(dagen).toHaveLength(7670)
})

const gelezen = new Map([DH, IJV, MH].map((pad) => [pad, leesAfspraken(lees(pad), pad) as Convenant]))
const boekVan = (pad: string, op: Datum) => {
  const convenant = gelezen.get(pad)!
  return afsprakenboek(convenant.id, op, { ...afspraken, convenanten: [convenant] })
}

test('a later letter never takes effect earlier, in every covenant with notice', () => {
  for (const [pad, door, van, aantal] of [
    [IJV, 'kampen', '2023-01-01', 364],
    [MH, 'gouda', '2019-05-13', 1500],
  ] as const) {
    const boek = boekVan(pad, datum(van))
    let vorige: Datum | null = null
    for (let n = 0; n < aantal; n += 1) {
      const mededeling = datum(van).add({ days: n })
      const uitkomst = opzegging(boek, { mededeling, door })
      const dag: Datum | null =
        uitkomst.soort === 'bepaald'
          ? uitkomst.waarde.ingaandOp
          : uitkomst.soort === 'tegenstrijdig'
            ? uitkomst.lezingen[0]!.waarde.ingaandOp
            : null
      expect(dag).not.toBeNull()
      // Both covenants ask six months.
      if (dag && voor(dag, mededeling.add({ months: 6 }))) expect(dag.toString()).toBe('six months later')
      if (vorige && dag && voor(dag, vorige)) expect(dag.toString()).toBe(`not before ${vorige.toString()}`)
      vorige = dag
    }
  }
})

test('one extension more never ends a covenant earlier, and a covenant that holds on a day holds before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3650 }), (verlengingen, na) => {
      const op = datum('2025-01-01').add({ days: na })
      const boek = boekVan(DH, op)
      const lezingen = (n: number) => {
        const u = looptijd(boek, n)
        return u.soort === 'bepaald' ? [u.waarde] : u.soort === 'tegenstrijdig' ? u.lezingen.map((l) => l.waarde) : []
      }
      const uiterst = (n: number): string =>
        lezingen(n)
          .map((l) => l.totEnMet!.toString())
          .toSorted()
          .at(-1)!
      expect(uiterst(verlengingen) <= uiterst(verlengingen + 1)).toBe(true)
      for (const l of lezingen(verlengingen)) expect(l.geldt).toBe(op.toString() <= l.totEnMet!.toString())
    }),
    { numRuns: 300 },
  )
})

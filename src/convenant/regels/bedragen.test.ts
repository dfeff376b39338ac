import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { schrijfBoom, stapNaarJson } from '../../kern/schrijf-uit.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { regelsVan } from '../regels-van.ts'
import { type BedragenRegel, rekenBedragOp } from './bedragen.ts'

const lees = (naam: string) =>
  leesAfspraken(readFileSync(new URL(`../../../kaders/${naam}.md`, import.meta.url), 'utf8'), `kaders/${naam}.md`)
const regels = ['huurtoeslag', 'uitvoeringsbesluit-wmo', 'wmo-2015'].flatMap((n) => regelsVan(lees(n), 'bedragen'))
const regel = (id: string) => regels.find((r) => r.id === id)!
const op = (id: string, dag: string) => {
  const u = rekenBedragOp(regel(id), datum(dag))
  return u.soort === 'bepaald' ? u.waarde : u.soort
}

// The study's list of figures, in euros and whole years. Numbers are read as the text that stands there.
type Getal = string
type Lijst = {
  huurgrenzen: ({ jaar: Getal; gezien_in_wettekst: string[] } & Record<string, Getal>)[]
  dwangsom: { van: string; tot: string | null; tranches: [Getal, Getal][]; max: Getal }[]
  bijdrage_bw_2026: Record<string, Getal>
  abonnementstarief: { van: Getal; tot: Getal; bedrag: Getal }[]
}
const lijst = JSON.parse(
  readFileSync(new URL('wetsbedragen.json', import.meta.url), 'utf8').replace(
    /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g,
    (deel) => (deel.startsWith('"') ? deel : `"${deel}"`),
  ),
) as Lijst
/** `597.3` is 59730 cents: moved as text, never as a float. */
const centen = (tekst: string): bigint => {
  const [heel, deel = ''] = tekst.split('.')
  expect(deel.length).toBeLessThanOrEqual(2)
  return BigInt(`${heel}${deel.padEnd(2, '0')}`)
}

const GRENZEN = [
  ['maximale-huur', 'max_huurgrens', 'max'],
  ['kwaliteitskortingsgrens', 'kwaliteitskortingsgrens', 'kwaliteitskorting'],
  ['aftoppingsgrens-laag', 'aftopping_laag', 'laag'],
  ['aftoppingsgrens-hoog', 'aftopping_hoog', 'hoog'],
] as const

test.each(GRENZEN)('every year of %s is the printed figure, on its first and on its last day', (id, veld) => {
  expect(lijst.huurgrenzen).toHaveLength(12)
  for (const rij of lijst.huurgrenzen)
    for (const dag of ['01-01', '12-31'])
      expect([rij.jaar, op(id, `${rij.jaar}-${dag}`)]).toEqual([rij.jaar, centen(rij[veld]!)])
  expect(regel(id).tijdvakken).toHaveLength(lijst.huurgrenzen.length)
})

test.each(GRENZEN)('a year of %s that nobody saw in the statute says so in every answer', (id, _veld, gezienAls) => {
  for (const rij of lijst.huurgrenzen) {
    const boom = schrijfBoom(stapNaarJson(rekenBedragOp(regel(id), datum(`${rij.jaar}-06-01`)).waarom))
    if (!rij.gezien_in_wettekst.includes(gezienAls)) expect(boom).toContain('niet nagekeken in de wettekst')
    else if (`${id} ${rij.jaar}` === 'maximale-huur 2022') expect(boom).toContain('niet in de wettekst')
    else expect(boom).not.toContain('wettekst')
  }
})

test('the contribution for Beschermd Wonen in 2026 and the fixed monthly contribution are the printed figures', () => {
  const bw = lijst.bijdrage_bw_2026
  expect([
    op('bw-bijdrage-hoog-maximum', '2026-01-01'),
    op('bw-bijdrage-laag-minimum', '2026-01-01'),
    op('bw-bijdrage-laag-maximum', '2026-12-31'),
  ]).toEqual([centen(bw['hoog_max_maand']!), centen(bw['laag_min_maand']!), centen(bw['laag_max_maand']!)])
  for (const { van, tot, bedrag } of lijst.abonnementstarief)
    for (const dag of [`${van}-01-01`, `${tot}-12-31`])
      expect([dag, op('abonnementstarief', dag)]).toEqual([dag, centen(bedrag)])
  expect(regel('abonnementstarief').tijdvakken).toHaveLength(lijst.abonnementstarief.length)
})

test('the daily amounts of the penalty are the printed figures, and the last day of the old ones is 31 December 2018', () => {
  const [dwangsom] = regelsVan(lees('awb'), 'dwangsom')
  const verwacht = lijst.dwangsom.map((rij) => ({
    van: rij.van,
    tot: rij.tot && datum(rij.tot).add({ days: 1 }).toString(),
    treden: rij.tranches.map(([dagen, perDag]) => `${dagen} × ${centen(perDag)}`),
    hoogstens: centen(rij.max),
  }))
  expect(
    dwangsom!.tarieven.map((t) => ({
      van: t.van.toString(),
      tot: t.tot?.toString() ?? null,
      treden: t.treden.map((x) => `${x.dagen} × ${x.perDag}`),
      hoogstens: t.treden.reduce((som, x) => som + BigInt(x.dagen) * BigInt(x.perDag), 0n),
    })),
  ).toEqual(verwacht)
})

test('a year that is not recorded is asked for, never guessed', () => {
  expect(rekenBedragOp(regel('aftoppingsgrens-hoog'), datum('2027-01-01'))).toMatchObject({
    soort: 'ontbreekt',
    feit: { wat: 'de hoge aftoppingsgrens', op: '2027-01-01' },
  })
  expect(op('abonnementstarief', '2026-01-01')).toBe('ontbreekt')
})

test('on every day there is one amount or none, and it is that of the period the day lies in', () => {
  fc.assert(
    fc.property(fc.constantFrom(...regels), fc.integer({ min: 0, max: 6000 }), (r, n) => {
      const dag = datum('2013-01-01').add({ days: n })
      const binnen = (t: BedragenRegel['tijdvakken'][number]): boolean =>
        t.van.toString() <= dag.toString() && (!t.tot || dag.toString() < t.tot.toString())
      const passend = r.tijdvakken.filter(binnen)
      expect(passend.length).toBeLessThanOrEqual(1)
      expect(op(r.id, dag.toString())).toEqual(passend[0] ? BigInt(passend[0].bedrag) : 'ontbreekt')
    }),
  )
})

const metTijdvakken = (...rijen: string[]) =>
  leesAfspraken(
    `---\nid: w\nwet: Verzonnen wet\nkort: Wet\nurl: https://example.org\ngeldigOp: 2026-01-01\n---\n\n## Artikel 1 Geld\n\nEen bedrag.\n\n\`\`\`regel\nsoort: bedragen\nid: b\nwat: het bedrag\nper: maand\neenheid: eurocent\ntijdvakken:\n${rijen.map((r) => `  - { ${r}, gezien: wettekst }`).join('\n')}\n\`\`\`\n`,
    'kaders/w.md',
  )

test.each([
  ['van: 2025-01-01, bedrag: 1', 'van: 2026-01-01, bedrag: 2'],
  ['van: 2025-01-01, tot: 2026-02-01, bedrag: 1', 'van: 2026-01-01, bedrag: 2'],
  ['van: 2025-01-01, tot: 2025-01-01, bedrag: 1', 'van: 2026-01-01, bedrag: 2'],
  ['van: 2025-01-01, tot: 2026-01-01, bedrag: 12.5', 'van: 2026-01-01, bedrag: 2'],
  ['van: 2025-01-01, tot: 2025-02-30, bedrag: 1', 'van: 2026-01-01, bedrag: 2'],
])('two amounts on one day, a part of a cent and an impossible day are refused: %s', (...rijen) => {
  expect(() => metTijdvakken(...rijen)).toThrow(/^kaders\/w\.md, regel \d+: /)
})

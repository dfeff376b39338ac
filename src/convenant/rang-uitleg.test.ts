/** A covenant goes before a reading of it: whatever reading is written, what the text decides stays decided. */
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { bepaald, type Uitkomst } from '../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Uitleg } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { kiesLezing } from './lezing.ts'
import { regelsVan } from './regels-van.ts'
import { taken } from './taken.ts'
import { alleGevallen, kenmerken } from './toets/gevallen.ts'
import { wie } from './wie.ts'

const lees = (pad: string) => {
  const naam = `convenanten/${pad}.md`
  return leesAfspraken(readFileSync(new URL(`../../${naam}`, import.meta.url), 'utf8'), naam) as Convenant
}
const convenanten = ['den-haag/2025-01-01', 'assen/2024-01-01', 'ijssel-vecht/2023-01-01'].map(lees)
const antwoord = <T>(u: Uitkomst<T>) => (u.soort === 'bepaald' ? u.waarde : u.soort)

const verzonnen = (over: readonly string[], voorrang: string): Geplaatst<Uitleg> => ({
  id: `verzonnen-${over.join('-')}-${voorrang}`,
  over: [...over],
  vraag: 'Wat dan?',
  keuze: 'Zo dan.',
  reden: 'Daarom zo.',
  voorrang,
  vastgesteld: datum('2020-01-01'),
  bron: { convenant: 'verzonnen', versie: '2020-01-01', artikel: '1' },
  plaats: { bestand: 'verzonnen.md', regel: 1 },
})
/** Readings over any of these rules, with any of them first. */
const lezingen = (ids: readonly string[]) =>
  fc.array(
    fc
      .uniqueArray(fc.constantFrom(...ids), { minLength: 2 })
      .chain((over) => fc.constantFrom(...over).map((voorrang) => verzonnen(over, voorrang))),
    { maxLength: 4 },
  )

test.each(convenanten.map((c) => [c.kort, c] as const))(
  '%s: in no case does a reading change who the text names for a task, or give a task it leaves open',
  (_naam, convenant) => {
    const regels = regelsVan(convenant, 'taak')
    const boek = afsprakenboek(convenant.id, convenant.ingang, {
      convenanten: [convenant],
      kaders: [],
      besluiten: [],
      gemeenten: [],
    })
    const alle = taken.flatMap((taak) => alleGevallen(taak, kenmerken(regels, convenant)))
    const kaal = { ...boek, uitleg: [] }
    const beslist = alle
      .map((geval) => ({ geval, tekst: wie(kaal, geval) }))
      .filter(({ tekst }) => tekst.soort !== 'tegenstrijdig')
    expect(beslist.length).toBeGreaterThan(0)
    for (const { geval, tekst } of beslist) expect(antwoord(wie(boek, geval))).toBe(antwoord(tekst))
    fc.assert(
      fc.property(fc.constantFrom(...beslist), lezingen(regels.map((r) => r.id)), ({ geval, tekst }, uitleg) => {
        expect(antwoord(wie({ ...boek, uitleg }, geval))).toBe(antwoord(tekst))
      }),
    )
  },
)

test('of rules that answer one question a reading chooses only among their answers, and only where they differ', () => {
  const regels = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), waarde: fc.integer({ min: 1, max: 2 }) }),
    { minLength: 1, selector: (r) => r.id },
  )
  const bron = { convenant: 'verzonnen', versie: '2020-01-01', artikel: '1' }
  fc.assert(
    fc.property(regels, lezingen(['a', 'b', 'c', 'd']), (stel, uitleg) => {
      const geplaatst = stel.map((r) => ({ ...r, bron, plaats: { bestand: 'v.md', regel: 1 } }))
      const uit = kiesLezing(
        geplaatst,
        uitleg,
        (r) => bepaald(r.waarde, { wat: 'De regel {id}.', bron }),
        () => ({ wat: 'Meer dan één antwoord.' }),
      )
      const waarden = new Set(stel.map((r) => r.waarde))
      if (waarden.size === 1) expect(antwoord(uit)).toBe(stel[0]!.waarde)
      else if (uit.soort === 'bepaald') {
        expect(waarden.has(uit.waarde)).toBe(true)
        expect(uitleg.some((u) => stel.every((r) => u.over.includes(r.id)))).toBe(true)
      } else expect(uit.soort).toBe('tegenstrijdig')
    }),
  )
})

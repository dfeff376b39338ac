import { describe, expect, test } from 'vitest'
import { bepaald, ontbreekt, type Stap } from '../kern/uitkomst.ts'
import { laadAfspraken } from '../opslag/afspraken-bestanden.ts'
import { eisDefinitief, openLezingen } from './definitief.ts'
import { soortVan } from './regels/index.ts'
import { proefomgeving } from './voorbeelden.ts'

const lezing = (id: string, vastgesteld: string | null): Stap => ({
  wat: 'Gekozen uitleg.',
  uitleg: { id, keuze: `De keuze van ${id}.`, reden: 'Daarom.', vastgesteld },
})
const boom = (...stappen: Stap[]): Stap => ({ wat: 'Antwoord.', stappen: [{ wat: 'Dieper.', stappen }] })

describe('a definitive outcome', () => {
  test('is the value, where every reading in the tree was adopted or there is none', () => {
    expect(eisDefinitief(bepaald(7n, boom()))).toBe(7n)
    expect(eisDefinitief(bepaald(7n, boom(lezing('a', '2026-02-20'))))).toBe(7n)
  })
  test('is refused for one open reading anywhere in the tree, each named once with its choice', () => {
    const uitkomst = bepaald(
      7n,
      boom(lezing('a', null), lezing('b', '2026-02-20'), lezing('c', null), lezing('a', null)),
    )
    expect(openLezingen(uitkomst).map((u) => u.id)).toEqual(['a', 'c'])
    expect(() => eisDefinitief(uitkomst)).toThrow(
      expect.objectContaining({
        code: 'UITLEG_NIET_VASTGESTELD',
        message: 'De regio heeft deze uitleg nog niet vastgesteld: a (De keuze van a); c (De keuze van c).',
      }),
    )
  })
  test('is refused where there is no single value, with the reason', () => {
    expect(() => eisDefinitief(ontbreekt({ wat: 'het tarief' }, { wat: 'Het tarief ontbreekt.' }))).toThrow(
      expect.objectContaining({
        code: 'UITKOMST_NIET_BEPAALD',
        message: expect.stringContaining('Het tarief ontbreekt.'),
      }),
    )
  })
})

const afspraken = await laadAfspraken()
/** Of an example: only to show a reading beside another, or which day and year are meant. */
const ERBUITEN = ['zonderUitleg', 'kiest', 'op', 'jaar']
const gevallen = afspraken.convenanten.flatMap((document) =>
  document.voorbeelden.flatMap((voorbeeld) => {
    const regel = document.regels.find((r) => r.id === voorbeeld.bij)!
    const anders = ['zonderUitleg', 'kiest', 'op'].some((veld) => veld in voorbeeld.gegeven)
    return soortVan(regel.soort).definitief && !anders ? [{ document, regel, gegeven: voorbeeld.gegeven }] : []
  }),
)

test('the four covenants have examples of invoices, divisions, amounts and votes', () => {
  const wat = new Set(gevallen.map(({ regel }) => soortVan(regel.soort).definitief!.wat))
  expect(wat).toEqual(new Set(['doorbelasting', 'verdeling', 'bedrag', 'stemming']))
})

test.each(gevallen.map((g, i) => [`${g.document.id} ${g.regel.id} ${i}`, g] as const))(
  '%s: what becomes definitive is what the example shows',
  (_naam, { document, regel, gegeven }) => {
    const omgeving = proefomgeving(document, afspraken)
    const soort = soortVan(regel.soort)
    const jaar = typeof gegeven['jaar'] === 'number' ? gegeven['jaar'] : document.ingang.year
    const invoer = Object.fromEntries(Object.entries(gegeven).filter(([veld]) => !ERBUITEN.includes(veld)))
    // On its own the version is in force on its first day.
    const uit = soort.definitief!.reken(regel, invoer, omgeving.boek(), jaar)
    expect(uit).toEqual(soort.voorbeeld(regel, { ...invoer, ...('jaar' in gegeven && { jaar }) }, omgeving))
  },
)

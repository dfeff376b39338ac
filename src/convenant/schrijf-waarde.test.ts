import { expect, test } from 'vitest'
import { laadAfspraken, programmamap } from '../opslag/afspraken-bestanden.ts'
import { zegVoorbeeld } from './schrijf-waarde.ts'

const { convenanten, gemeenten } = await laadAfspraken(programmamap)

/** The examples of the rules of a kind, in words. */
const vanSoort = (regio: string, soort: string): string[] => {
  const document = convenanten.find((c) => c.id === regio)!
  return document.voorbeelden.flatMap((v) => {
    const regel = document.regels.find((r) => r.id === v.bij)
    if (regel?.soort !== soort) return []
    return [v.gegeven, v.verwacht].map((w) =>
      zegVoorbeeld(w, regel, document, gemeenten)
        .map(({ naam, waarde }) => `${naam}: ${waarde}`)
        .join('; ')
        .replaceAll('\u00a0', ' '),
    )
  })
}

test('an invoice is in euros, and what was counted is not', () => {
  const [gegeven, verwacht] = vanSoort('den-haag', 'doorbelastingsfactuur')
  expect(gegeven).toContain('tarieven: onderzoek en advies: € 350,00')
  expect(gegeven).toContain('Rijswijk: onderzoek en advies: 37')
  expect(gegeven).toContain('jaar: 2025')
  // 37 x € 350 / 9 x 12 = € 17.266,67
  expect(verwacht).toContain('Leidschendam-Voorburg: factuur: € 21.000,00')
  expect(verwacht).toContain('Rijswijk: factuur: € 17.266,67')
})

test('a correction names who pays whom, and an amount below nought is one', () => {
  const alles = vanSoort('den-haag', 'doorbelastingscorrectie').join('\n')
  expect(alles).toContain('correctie: −€ 1.516,67, richting: centrum naar regio')
})

test('an amount that is charged as it is counts as money, homes that are divided do not', () => {
  expect(vanSoort('den-haag', 'doorbelastingspost').join('\n')).toContain('implementatie: € 12.500,00')
  expect(vanSoort('midden-holland', 'verdeelsleutel')[0]).toMatch(/^totaal: 60; jaar: 2021/)
  expect(vanSoort('ijssel-vecht', 'verdeelsleutel')[0]).toContain('totaal: −€ 100.000,01')
})

test('where the text gives no single answer the example says so', () => {
  const alles = vanSoort('den-haag', 'taak')
  expect(alles).toContain('uitkomst: tegenstrijdig; lezingen: Zoetermeer, Den Haag')
  expect(alles.filter((zin) => zin.trim() === '')).toEqual([])
})

test('no name of an example is left as the file writes it', () => {
  const slugs = convenanten.flatMap((document) =>
    document.voorbeelden.flatMap((v) => {
      const regel = document.regels.find((r) => r.id === v.bij)
      return [v.gegeven, v.verwacht].flatMap((w) =>
        zegVoorbeeld(w, regel, document, gemeenten).flatMap(
          (f) => `${f.naam}: ${f.waarde}`.match(/\b[a-z]+(-[a-z]+)+\b/g) ?? [],
        ),
      )
    }),
  )
  // Words that are written so: the integration payment of IJssel-Vecht.
  expect([...new Set(slugs)].filter((s) => s !== 'integratie-uitkering')).toEqual([])
})

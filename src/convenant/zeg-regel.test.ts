import { expect, test } from 'vitest'
import { laadAfspraken } from '../opslag/afspraken-bestanden.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import { zegRegel } from './zeg-regel.ts'

const afspraken = await laadAfspraken()
const boekVan = (regio: string) => afsprakenboek(regio, Temporal.PlainDate.from('2023-02-01'), afspraken)
const zeg = (regio: string, id: string): string[] => {
  const boek = boekVan(regio)
  return zegRegel(
    boek.laatste.regels.find((r) => r.id === id)!,
    boek,
  )
}

test('every rule of every covenant is told in whole sentences, without the words of the file', () => {
  const gebreken = afspraken.convenanten.flatMap((c) => {
    const boek = afsprakenboek(c.id, c.ingang, afspraken)
    return c.regels.flatMap((r) => {
      const zinnen = zegRegel(r, boek)
      const mis = zinnen.filter((z) => !/^[\dA-Z].*[.:]$/s.test(z) || /\.\.|undefined|\[object|\bpartijen\b$/.test(z))
      return zinnen.length === 0 ? [`${c.id} ${r.id}: niets`] : mis.map((z) => `${c.id} ${r.id}: ${z}`)
    })
  })
  expect(afspraken.convenanten.length).toBeGreaterThan(3)
  expect(gebreken).toEqual([])
})

test('an exception is told after its rule, and an exception to it brings the rule back', () => {
  expect(zeg('den-haag', 'toegang-bij-centrumgemeente')).toEqual([
    'Als hoofdregel doet Den Haag dit: registratie, screening, onderzoek en advies.',
    'Behalve bij Beschermd Wonen voor een inwoner van een regiogemeente, bij een eerste melding.',
    'Maar weer wel voor een inwoner van Wassenaar.',
  ])
})

test('the term names its days, how often it can be extended and until when', () => {
  expect(zeg('den-haag', 'looptijd')).toEqual([
    'Het convenant geldt vanaf 1 januari 2025.',
    'Het eindigt op 1 januari 2026.',
    'Het kan 4 keer worden verlengd, elke keer met 1 jaar, tot uiterlijk 1 januari 2031.',
  ])
})

test('a body that decides in rounds is told round by round, with who has another number of votes', () => {
  const zinnen = zeg('ijssel-vecht', boekVan('ijssel-vecht').laatste.regels.find((r) => r.soort === 'besluitregel')!.id)
  expect(zinnen.slice(1)).toEqual([
    'Eerst: overeenstemming.',
    'Lukt dat niet: een meerderheid van stemmen; ieder heeft 1 stem.',
    'Lukt dat niet: een meerderheid van stemmen; ieder heeft 1 stem, Zwolle heeft 2 stemmen.',
  ])
})

test('a key names each measure with its weight and the day it is measured, and what happens to the rest', () => {
  expect(zeg('midden-holland', 'woningen-uitstroom')).toContain(
    'Voor 1/3 deel telt: particuliere huishoudens (peil: 1 januari van het jaar ervoor).',
  )
  expect(zeg('midden-holland', 'woningen-uitstroom').at(-1)).toContain('wie de grootste rest heeft')
})

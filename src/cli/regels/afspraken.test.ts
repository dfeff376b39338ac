/** The agreement files of this repository, as a whole: read, run, published. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toetsBesluiten } from '../../convenant/toets-besluiten.ts'
import { afsprakenboek, draaiVoorbeelden, leesAfspraken, leesBesluit } from '../../convenant/index.ts'
import { schemaBestanden } from '../../convenant/schema-bestanden.ts'
import { datum } from '../../kern/datum.ts'
import { laadAfspraken, programmamap } from '../../opslag/afspraken-bestanden.ts'

const afspraken = await laadAfspraken()
const documenten = [...afspraken.convenanten, ...afspraken.kaders]
const lees = (pad: string): string => readFileSync(join(programmamap, pad), 'utf8')

test.each(documenten.map((d) => [d.bestand, d] as const))('the examples of %s hold', (_bestand, document) => {
  const { gedraaid, mislukt } = draaiVoorbeelden(document, afspraken)
  expect(mislukt).toEqual([])
  expect(gedraaid).toBe(document.voorbeelden.length)
})

test('an example that promises something else fails with place, promise and answer', () => {
  const document = afspraken.convenanten.find((c) => c.id === 'den-haag')
  const eerste = document!.voorbeelden.find((v) => v.verwacht === 'rijswijk')!
  const { mislukt } = draaiVoorbeelden({ ...document!, voorbeelden: [{ ...eerste, verwacht: 'wassenaar' }] }, afspraken)
  expect(mislukt).toMatchObject([{ verwacht: 'wassenaar', kreeg: 'rijswijk' }])
  expect(mislukt[0]!.plaats).toContain('convenanten/den-haag/2025-01-01.md, regel ')
})

test('an example with a field that does not exist fails instead of being ignored', () => {
  const document = afspraken.convenanten.find((c) => c.id === 'den-haag')
  const eerste = document!.voorbeelden.find((v) => v.verwacht === 'rijswijk')!
  const fout = { ...eerste, gegeven: { ...eerste.gegeven, woonplaats: 'x' } }
  expect(draaiVoorbeelden({ ...document!, voorbeelden: [fout] }, afspraken).mislukt).toHaveLength(1)
})

test('the covenant Den Haag has all thirteen articles and every lettered task', () => {
  const [haag] = afspraken.convenanten.filter((c) => c.id === 'den-haag')
  const artikelen = [...new Set(haag!.bepalingen.map((b) => b.artikel))]
  expect(artikelen).toEqual(Array.from({ length: 13 }, (_, i) => String(i + 1)))
  const leden = (artikel: string) =>
    new Set(haag!.bepalingen.filter((b) => b.artikel === artikel).map((b) => b.lid)).size
  expect(['3', '5', '6', '7', '8', '9', '11', '12'].map(leden)).toEqual([4, 3, 6, 4, 5, 2, 2, 2])
  const onderdelen = (lid: string) =>
    haag!.bepalingen
      .filter((b) => b.artikel === '3' && b.lid === lid && b.onderdeel)
      .map((b) => b.onderdeel)
      .join('')
  expect([onderdelen('1'), onderdelen('2'), onderdelen('3')]).toEqual(['ab', 'abcdefghij', 'abcdef'])
})

test('there are 342 municipalities, the 27 of the four regions with their checked code', () => {
  expect(afspraken.gemeenten).toHaveLength(342)
  const code = (slug: string) => afspraken.gemeenten.find((g) => g.slug === slug)?.code
  expect(['den-haag', 'leidschendam-voorburg', 'rijswijk', 'wassenaar', 'zoetermeer'].map(code)).toEqual([
    '0518',
    '1916',
    '0603',
    '0629',
    '0637',
  ])
  expect(['aa-en-hunze', 'de-wolden', 'zwolle', 'bodegraven-reeuwijk'].map(code)).toEqual([
    '1680',
    '1690',
    '0193',
    '1901',
  ])
})

test('the invented decision is only there for the demonstration, and every invented one says so', async () => {
  const op = datum('2026-06-01')
  expect(afsprakenboek('den-haag', op, afspraken).convenant).toBeNull()
  const demonstratie = await laadAfspraken(programmamap, { demonstratie: true })
  expect(afsprakenboek('den-haag', op, demonstratie).convenant?.id).toBe('den-haag')
  expect(demonstratie.besluiten.filter((b) => b.bestand.startsWith('voorbeelddata')).every((b) => b.fictief)).toBe(true)
})

test('the same decision by two routes extends once', async () => {
  const twee = await laadAfspraken(programmamap, {
    demonstratie: true,
    besluiten: [join(programmamap, 'voorbeelddata/besluiten/den-haag')],
  })
  expect(twee.besluiten).toHaveLength(1)
})

test('every file comes with its text and hash, for storing beside what was computed', () => {
  const bestand = afspraken.bestanden.find((b) => b.pad === 'convenanten/den-haag/2025-01-01.md')
  expect(bestand?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(bestand?.tekst).toBe(lees('convenanten/den-haag/2025-01-01.md'))
})

test('the published schemas are in step (run: node src/cli/regels/schrijf-schema.ts)', () => {
  const map = join(programmamap, 'docs/schema')
  const staat = Object.fromEntries(
    readdirSync(map)
      .toSorted()
      .map((naam) => [naam, readFileSync(join(map, naam), 'utf8')]),
  )
  expect(staat).toEqual(schemaBestanden())
})

test('the example of the manual is read and its promises hold', () => {
  const handleiding = lees('docs/convenant-schrijven.md')
  const tekst = /````markdown\n([\s\S]*?)\n````/.exec(handleiding)![1]!
  const document = leesAfspraken(tekst, 'convenanten/polderland/2026-01-01.md')
  expect(draaiVoorbeelden(document, afspraken)).toEqual({ gedraaid: 4, mislukt: [] })
  const besluiten = [...handleiding.matchAll(/(?<!`)```markdown\n(---\nid: polderland[\s\S]*?)\n```/g)].map((b) =>
    leesBesluit(b[1]!, 'besluit.md'),
  )
  const gedeeld = { regio: 'polderland', fictief: false }
  expect(besluiten).toMatchObject([
    { soort: 'verlenging', ...gedeeld },
    { soort: 'addendum', ...gedeeld },
  ])
  if (document.soort !== 'convenant') throw new Error('verwisseld')
  expect(() => toetsBesluiten(besluiten, [document])).not.toThrow()
})

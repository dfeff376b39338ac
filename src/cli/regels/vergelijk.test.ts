import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmamap } from '../../opslag/afspraken-bestanden.ts'
import { regelopdrachten } from './index.ts'

let map: string
let ontwerp: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-vergelijk-'))
  mkdirSync(join(map, 'den-haag'))
  ontwerp = join(map, 'den-haag/2027-01-01.md')
  const tekst = readFileSync(join(programmamap, 'convenanten/den-haag/2025-01-01.md'), 'utf8')
  writeFileSync(ontwerp, tekst.replace('uitvoerder: gemeente-van-inwoner', 'uitvoerder: rijswijk'))
})
afterAll(() => rmSync(map, { recursive: true }))

async function draai(...woorden: string[]) {
  const uit: string[] = []
  const fout: string[] = []
  const code = await regelopdrachten
    .find((o) => o.naam === 'vergelijk')!
    .uitvoeren(woorden, { schrijf: (t) => uit.push(t), fout: (t) => fout.push(t) })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}
const met = (van: string, naar: string) => ['--regio', 'den-haag', '--van', van, '--met', naar]
/** Stands for the file of the draft, whose place is known only when a test runs. */
const ONTWERP = 'ONTWERP'

test('a version that is still being written is held against the one in force', async () => {
  const { code, uit } = await draai(...met('2025-01-01', ontwerp))
  expect(code).toBe(0)
  expect(uit).toContain('uitvoerder: gemeente-van-inwoner → Rijswijk')
  expect(uit).toMatch(
    /was: Zoetermeer \(convenant den-haag 2025 artikel 3 lid 1 onder a\)\n {2}wordt: Rijswijk \(convenant den-haag 2027/,
  )
  const json = await draai(...met('2025-01-01', ontwerp), '--json')
  expect(JSON.parse(json.uit)).toMatchObject({
    partijen: { erbij: [], eraf: [] },
    artikelen: [{ artikel: '3', soort: 'gewijzigd' }],
  })
})

test('a version is equal to itself', async () => {
  expect((await draai(...met('2025-01-01', '2025-01-01'))).uit).toMatch(
    /zijn gelijk\.\n\d+ gevallen met beide versies uitgerekend, geen verschillen\.$/,
  )
})

test.each([
  [met('2020-01-01', ONTWERP), /geen versie van den-haag; kies uit 2025-01-01/],
  [met('2025-01-01', 'bestaat-niet.md'), /geen dag en geen bestand/],
  [['--regio', 'assen', '--van', '2024-01-01', '--met', ONTWERP], /geen convenant van assen/],
  [['--regio', 'utopia', '--van', '2024-01-01', '--met', ONTWERP], /utopia is niet bekend/],
])('%j is refused by name', async (woorden, zin) => {
  const { code, fout } = await draai(...woorden.map((w) => (w === ONTWERP ? ontwerp : w)))
  expect(code).toBe(1)
  expect(fout).toMatch(zin)
})

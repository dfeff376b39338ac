/** A copy of the program to which only the files of the fifth region are added: what a new region does. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programmamap } from '../../src/opslag/afspraken-bestanden.ts'

const GEKOPIEERD = [
  'bin',
  'src',
  'convenanten',
  'kaders',
  'voorbeelddata',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
/** The built screens, when there are any: of the same sources they need not be built again. */
const GEBOUWD = 'dist'

export function metVijfdeRegio(): { map: string; weg: () => void } {
  const map = mkdtempSync(join(tmpdir(), 'regiodak-vijfde-'))
  for (const naam of [...GEKOPIEERD, ...(existsSync(join(programmamap, GEBOUWD)) ? [GEBOUWD] : [])])
    cpSync(join(programmamap, naam), join(map, naam), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(programmamap, 'node_modules'), join(map, 'node_modules'))
  cpSync(join(programmamap, 'test/vijfde-regio/convenanten'), join(map, 'convenanten'), { recursive: true })
  return { map, weg: () => rmSync(map, { recursive: true, force: true }) }
}

/** What the next version of the fifth region changes in the text of the first: one municipality, one share, one number. */
const VOLGENDE: readonly [van: string, naar: string][] = [
  ['kort: Convenant Achterhoek 2026', 'kort: Convenant Achterhoek 2027'],
  ['oost: [aalten, berkelland, oost-gelre, winterswijk]', 'oost: [aalten, oost-gelre, winterswijk]'],
  ['hoogstens 4 procent', 'hoogstens 5 procent'],
  ['deel: 4%', 'deel: 5%'],
  ['ten minste drie keer', 'ten minste vier keer'],
  ['minimaal: 3', 'minimaal: 4'],
  ['ingang: 2026-01-01', 'ingang: 2027-01-01'],
]

/** Puts a second version of the fifth region, from 2027, beside the first in a copy of the program. */
export function schrijfVolgendeVersie(map: string): void {
  const regio = join(map, 'convenanten/achterhoek')
  const eerste = readFileSync(join(regio, '2026-01-01.md'), 'utf8')
  writeFileSync(
    join(regio, '2027-01-01.md'),
    VOLGENDE.reduce((tekst, [van, naar]) => {
      if (!tekst.includes(van)) throw new Error(`De eerste versie zegt niet meer: ${van}`)
      return tekst.replace(van, naar)
    }, eerste),
  )
}

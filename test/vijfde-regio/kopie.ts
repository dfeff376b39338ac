/** A copy of the program to which only the files of the fifth region are added: what a new region does. */
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
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
/** The built screens, when there are any: with the times of their sources they need not be built again. */
const GEBOUWD = 'dist'

export function metVijfdeRegio(): { map: string; weg: () => void } {
  const map = mkdtempSync(join(tmpdir(), 'regiodak-vijfde-'))
  for (const naam of [...GEKOPIEERD, ...(existsSync(join(programmamap, GEBOUWD)) ? [GEBOUWD] : [])])
    cpSync(join(programmamap, naam), join(map, naam), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(programmamap, 'node_modules'), join(map, 'node_modules'))
  cpSync(join(programmamap, 'test/vijfde-regio/convenanten'), join(map, 'convenanten'), { recursive: true })
  return { map, weg: () => rmSync(map, { recursive: true, force: true }) }
}

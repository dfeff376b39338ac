/** The project's own files and their imports, for the tests that hold the house in shape. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const wortel = join(import.meta.dirname, '../..')

const NIET_VAN_ONS = new Set(['node_modules', 'dist', '.git', 'gegevens', 'test-results', 'uitkomsten'])

/** Every file of the project, as a path from the root, that one of the endings fits. */
export function bestanden(map: string, ...einden: string[]): string[] {
  if (!existsSync(join(wortel, map))) return []
  return readdirSync(join(wortel, map), { withFileTypes: true }).flatMap((deel) => {
    const pad = map === '.' ? deel.name : `${map}/${deel.name}`
    if (deel.isDirectory()) return NIET_VAN_ONS.has(deel.name) ? [] : bestanden(pad, ...einden)
    return einden.length === 0 || einden.some((einde) => pad.endsWith(einde)) ? [pad] : []
  })
}

export const lees = (pad: string): string => readFileSync(join(wortel, pad), 'utf8')

/** Source without comments; line numbers stay. A `//` inside a quoted text is left alone. */
export function zonderCommentaar(bron: string): string {
  return bron.replace(
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (deel) => (deel.startsWith('/') ? deel.replaceAll(/[^\n]/g, ' ') : deel),
  )
}

/** `naar` is a path from the root for our own files, otherwise the name of the package as it was written. */
export type Import = { van: string; naar: string; eigen: boolean; alleenTypen: boolean }

const INVOER =
  /(?:^|\n)[ \t]*(import|export)\s+(type\s+)?((?:[\w*$]+|\{[^}]*\})(?:\s+as\s+\w+)?(?:\s*,\s*(?:\{[^}]*\}|\*\s+as\s+\w+))?)\s*from\s*['"]([^'"]+)['"]|(?:^|\n)[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The imports of one file, static and dynamic, with whether only types come over. */
export function importsVan(pad: string): Import[] {
  return [...zonderCommentaar(lees(pad)).matchAll(INVOER)].map((m) => {
    const naam = m[4] ?? m[5] ?? m[6]!
    const eigen = naam.startsWith('.')
    const lijst = m[3]?.match(/^\{([^}]*)\}$/)?.[1]
    const delen = lijst
      ?.split(',')
      .map((d) => d.trim())
      .filter(Boolean)
    const alleenTypen = Boolean(m[2]) || Boolean(delen?.length && delen.every((d) => d.startsWith('type ')))
    return { van: pad, naar: eigen ? relative(wortel, join(wortel, dirname(pad), naam)) : naam, eigen, alleenTypen }
  })
}

/** Everything the program itself is made of; tests are beside it but no part of it. */
export const programma = (): string[] =>
  bestanden('src', '.ts', '.tsx').filter((pad) => !pad.endsWith('.test.ts') && !pad.endsWith('.d.ts'))

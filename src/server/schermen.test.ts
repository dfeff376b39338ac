import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { programmamap } from '../opslag/afspraken-bestanden.ts'
import { gebruikSchermen, zorgVoorSchermen } from './schermen.ts'

let wortel: string
let gezegd: string[]
beforeEach(() => {
  wortel = mkdtempSync(join(tmpdir(), 'regiodak-schermen-'))
  gezegd = []
  mkdirSync(join(wortel, 'src/web'), { recursive: true })
  for (const naam of ['vite.config.ts', 'package.json', 'package-lock.json'])
    cpSync(join(programmamap, naam), join(wortel, naam))
  symlinkSync(join(programmamap, 'node_modules'), join(wortel, 'node_modules'))
  writeFileSync(join(wortel, 'src/web/index.html'), '<!doctype html><script type="module" src="./begin.ts"></script>')
  zegt('eerste')
})
afterEach(() => rmSync(wortel, { recursive: true }))

/** Long enough that its compressed form is smaller. */
const zegt = (wat: string) =>
  writeFileSync(join(wortel, 'src/web/begin.ts'), `document.title = '${`${wat} `.repeat(200)}'\n`)
const start = () => zorgVoorSchermen(wortel, (regel) => gezegd.push(regel))
const gebouwd = () => (existsSync(join(wortel, 'dist')) ? readdirSync(join(wortel, 'dist')).toSorted() : [])
const inhoud = (map: string) =>
  readdirSync(map, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => [f.name, readFileSync(join(f.parentPath, f.name), 'base64')] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

test('a start that builds anew leaves the files of a running program alone, and the same sources are built once', async () => {
  const eerste = await start()
  expect(gezegd).toEqual(['De schermen worden gemaakt.'])
  const voor = inhoud(eerste)
  expect(voor.map(([naam]) => naam).join(' ')).toMatch(/begin|index.*\.js .*\.js\.br .*\.js\.gz/)
  expect(await start()).toBe(eerste)
  expect(gezegd).toHaveLength(1)

  zegt('tweede')
  const tweede = await start()
  expect(tweede).not.toBe(eerste)
  expect(gezegd).toHaveLength(2)
  expect(inhoud(eerste)).toEqual(voor)

  zegt('eerste')
  expect(await start()).toBe(eerste)
  expect(gezegd).toHaveLength(2)
})

test('two first starts at the same moment end with one complete build', async () => {
  const [een, twee] = await Promise.all([start(), start()])
  expect(een).toBe(twee)
  expect(gebouwd()).toEqual([een.split('/').at(-1)])
  expect(readFileSync(join(een, 'index.html'), 'utf8')).toContain('/assets/')
})

test('a build that fails leaves nothing that a next start would take for one', async () => {
  writeFileSync(join(wortel, 'src/web/begin.ts'), 'const = 1')
  await expect(start()).rejects.toThrow(/begin\.ts/)
  expect(gebouwd()).toEqual([])
  zegt('hersteld')
  await start()
  expect(gebouwd()).toHaveLength(1)
})

test('builds that nobody uses any more go with a next build, one in use stays, however old', async () => {
  const dagenTerug = (naam: string, dagen: number) => {
    const map = join(wortel, 'dist', naam)
    mkdirSync(map, { recursive: true })
    const toen = new Date(Date.now() - dagen * 86_400_000)
    utimesSync(map, toen, toen)
  }
  dagenTerug('web-vergeten', 3)
  dagenTerug('.web-afgebroken', 3)
  dagenTerug('web-gisteren', 1)
  dagenTerug('web-draait-al-lang', 30)
  dagenTerug('web', 30)
  gebruikSchermen(join(wortel, 'dist/web-draait-al-lang'))
  const nu = await start()
  expect(new Set(gebouwd())).toEqual(new Set(['web', 'web-draait-al-lang', 'web-gisteren', nu.split('/').at(-1)]))
})

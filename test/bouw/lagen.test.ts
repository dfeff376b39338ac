import { expect, test } from 'vitest'
import { bestanden, type Import, importsVan, lees, programma, zonderCommentaar } from './bronnen.ts'

type Laag =
  | 'kern'
  | 'convenant'
  | 'recht'
  | 'opslag'
  | 'domein'
  | 'domein-opslag'
  | 'domein-routes'
  | 'server'
  | 'cli'
  | 'web'

/** What each layer may import: imports run one way, from the machinery to the rules. */
const mag: Record<Laag, readonly Laag[]> = {
  kern: ['kern'],
  convenant: ['kern', 'convenant'],
  recht: ['kern', 'convenant', 'recht'],
  opslag: ['kern', 'convenant', 'opslag'],
  domein: ['kern', 'convenant', 'recht', 'domein'],
  'domein-opslag': ['kern', 'convenant', 'recht', 'opslag', 'domein', 'domein-opslag'],
  'domein-routes': ['kern', 'convenant', 'recht', 'opslag', 'domein', 'domein-opslag', 'domein-routes'],
  server: ['kern', 'convenant', 'recht', 'opslag', 'domein', 'domein-opslag', 'domein-routes', 'server'],
  cli: ['kern', 'convenant', 'recht', 'opslag', 'domein', 'domein-opslag', 'domein-routes', 'server', 'cli'],
  web: ['kern', 'web'],
}

function laagVan(pad: string): Laag {
  const map = pad.split('/')[1]!
  if (map !== 'domein') return map as Laag
  // The door of a subject to its reads stands with the reads; `route.ts` says what a read is given.
  if (/\.routes\.ts$|\/index\.opslag\.ts$|^src\/domein\/route\.ts$/.test(pad)) return 'domein-routes'
  return pad.endsWith('.opslag.ts') ? 'domein-opslag' : 'domein'
}

const imports = programma().flatMap(importsVan)
const eigen = imports.filter((i) => i.eigen && i.naar.startsWith('src/'))
const regel = (i: Import): string => `${i.van} -> ${i.naar}`

test('every file of the program stands in a known layer', () => {
  expect(programma().filter((pad) => !Object.hasOwn(mag, laagVan(pad)))).toEqual([])
  expect(programma().length).toBeGreaterThan(100)
})

test('every import of our own names a file that exists', () => {
  const bekend = new Set([...bestanden('src'), ...bestanden('voorbeelddata')])
  expect(imports.filter((i) => i.eigen && !bekend.has(i.naar)).map(regel)).toEqual([])
})

test('figures of the demonstration are read by the demonstration alone', () => {
  const buiten = imports.filter((i) => i.eigen && !i.naar.startsWith('src/'))
  expect(buiten.filter((i) => !i.van.startsWith('src/server/demonstratie/')).map(regel)).toEqual([])
})

test('imports run one way: kern, convenant, recht, domein, opslag, routes, server, cli', () => {
  const fout = eigen.filter((i) => laagVan(i.van) !== 'web' && !mag[laagVan(i.van)].includes(laagVan(i.naar)))
  expect(fout.map(regel)).toEqual([])
})

test('the screens import only kern, schemas and types of the domain', () => {
  const fout = eigen.filter((i) => {
    if (laagVan(i.van) !== 'web' || mag.web.includes(laagVan(i.naar))) return false
    return !(i.naar.startsWith('src/domein/') && (i.alleenTypen || i.naar.endsWith('.schema.ts')))
  })
  expect(fout.map(regel)).toEqual([])
})

test('a schema can be loaded by a browser: it leads to nothing but zod, kern, convenant and other schemas', () => {
  const schemas = programma().filter((pad) => pad.endsWith('.schema.ts'))
  const bereik = new Set(schemas)
  for (const pad of bereik) for (const i of importsVan(pad)) if (i.eigen && !i.alleenTypen) bereik.add(i.naar)
  const fout = [...bereik].flatMap(importsVan).filter((i) => !i.alleenTypen)
  expect(schemas.length).toBeGreaterThan(0)
  expect(fout.filter((i) => !i.eigen && i.naar !== 'zod').map(regel)).toEqual([])
  expect(
    fout
      .filter((i) => i.eigen && !i.naar.endsWith('.schema.ts') && !['kern', 'convenant'].includes(laagVan(i.naar)))
      .map(regel),
  ).toEqual([])
})

/** The subject of a file, or null for what stands directly in src/domein and is shared by all subjects. */
const onderwerp = (pad: string): string | null => /^src\/domein\/([^/]+)\//.exec(pad)?.[1] ?? null
const DEUREN = /\/(index\.ts|index\.opslag\.ts|[^/]+\.schema\.ts)$/

test('a subject of the domain enters another only through its index or a schema', () => {
  const fout = eigen.filter((i) => {
    const [van, naar] = [onderwerp(i.van), onderwerp(i.naar)]
    return van && naar && van !== naar && !DEUREN.test(i.naar)
  })
  expect(fout.map(regel)).toEqual([])
})

test('what all subjects share knows none of them', () => {
  const fout = eigen.filter((i) => i.van.startsWith('src/domein/') && !onderwerp(i.van) && onderwerp(i.naar))
  expect(fout.map(regel)).toEqual([])
})

test('no file imports itself by way of others', () => {
  const graaf = Map.groupBy(
    eigen.filter((i) => !i.alleenTypen),
    (i) => i.van,
  )
  const klaar = new Set<string>()
  const ringen: string[] = []
  const loop = (pad: string, weg: readonly string[]): void => {
    if (weg.includes(pad)) ringen.push([...weg.slice(weg.indexOf(pad)), pad].join(' -> '))
    if (klaar.has(pad) || weg.includes(pad)) return
    for (const i of graaf.get(pad) ?? []) loop(i.naar, [...weg, pad])
    klaar.add(pad)
  }
  for (const pad of graaf.keys()) loop(pad, [])
  expect(ringen).toEqual([])
})

const PUUR: readonly Laag[] = ['kern', 'convenant', 'recht', 'domein']
const puur = programma().filter((pad) => PUUR.includes(laagVan(pad)))
/** Packages a rule may stand on: they compute and do nothing else. */
const REKENT_ALLEEN = ['zod', 'yaml']

test('rules have no I/O: pure files import no Node module, database or server', () => {
  const fout = puur.flatMap(importsVan).filter((i) => !i.eigen && !i.alleenTypen && !REKENT_ALLEEN.includes(i.naar))
  expect(fout.map(regel)).toEqual([])
})

test('rules have no clock and no chance: those come in as arguments', () => {
  const VERBODEN =
    /Date\.now|new Date\b|Math\.random|\bperformance\.|Temporal\.Now|randomUUID|getRandomValues|\bprocess\.|\bfetch\(|setTimeout|setInterval/
  const fout = puur.flatMap((pad) =>
    zonderCommentaar(lees(pad))
      .split('\n')
      .flatMap((tekst, nr) => (VERBODEN.test(tekst) ? [`${pad}:${nr + 1} ${tekst.trim()}`] : [])),
  )
  expect(fout).toEqual([])
})

test('only the demonstration has chance of its own: the program never draws a number with Math.random', () => {
  expect(programma().filter((pad) => zonderCommentaar(lees(pad)).includes('Math.random'))).toEqual([])
})

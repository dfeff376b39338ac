import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { naarJson } from '../kern/schrijf-uit.ts'
import type { Bepaling, Convenant, Geplaatst } from './afspraak.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { schrijfConvenant } from './schrijf-convenant.ts'

const wortel = new URL('../../', import.meta.url)
const map = new URL('convenanten/', wortel)
const bestanden = readdirSync(map).flatMap((regio) =>
  existsSync(new URL(`${regio}/`, map))
    ? readdirSync(new URL(`${regio}/`, map))
        .filter((naam) => naam.endsWith('.md'))
        .map((naam) => `convenanten/${regio}/${naam}`)
    : [],
)

/** Everything but the line numbers. */
const zonderRegels = (convenant: Convenant): unknown =>
  JSON.parse(JSON.stringify(naarJson(convenant)), (sleutel, waarde: unknown) =>
    sleutel === 'plaats' ? undefined : waarde,
  )
const leesTerug = (convenant: Convenant): Convenant =>
  leesAfspraken(schrijfConvenant(convenant), convenant.bestand) as Convenant

test.each(bestanden)('%s comes back the same when it is written and read', (pad) => {
  const convenant = leesAfspraken(readFileSync(new URL(pad, wortel), 'utf8'), pad) as Convenant
  const terug = leesTerug(convenant)
  expect(zonderRegels(terug)).toEqual(zonderRegels(convenant))
  expect(schrijfConvenant(terug)).toBe(schrijfConvenant(convenant))
})

test('a written block reads as people write it', () => {
  const pad = 'convenanten/den-haag/2025-01-01.md'
  const tekst = schrijfConvenant(leesAfspraken(readFileSync(new URL(pad, wortel), 'utf8'), pad) as Convenant)
  for (const deel of [
    '## Artikel 3 Wie doet wat\n\n1. De regiogemeenten',
    '\n\na. Zij behandelen de melding',
    'voor: { voorziening: bw, inwonerVan: [ regiogemeente ], eersteMelding: ja }\n    behalve:\n      - voor: { inwonerVan: [ wassenaar ] }\n',
    'vastgesteld: nee',
    'van: 1 januari J+1, totEnMet: 31 december J+1 }\n',
    'duur: P3M',
    'ingang: 2025-01-01',
  ])
    expect(tekst).toContain(deel)
})

// Words that a reader of YAML or Markdown could take for something else.
const LASTIG = [
  'nee',
  'null',
  '2015',
  '1/2',
  '# kop',
  '- punt',
  'a: b',
  '"',
  "'",
  '{x}',
  '[y]',
  '```',
  '---',
  '~',
  '3. drie',
  '€',
]
const woord = fc.oneof(fc.constantFrom(...LASTIG), fc.stringMatching(/^[a-zA-Zé]{1,9}$/))
const zin = fc
  .array(woord, { minLength: 2, maxLength: 6 })
  .map((woorden) => woorden.join(' '))
  .filter((tekst) => tekst.length >= 3)
/** A lid is read line by line: its text begins with a letter, and has no end of line. */
const lidtekst = zin.map((tekst) => `De ${tekst}`)
const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?$/)
const dag = fc.integer({ min: 0, max: 20_000 }).map((n) => datum('1990-01-01').add({ days: n }))
const maand = fc.integer({ min: 1, max: 12 })
const jaardag = fc.oneof(
  fc.record({ dag: fc.integer({ min: 1, max: 28 }), maand, na: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ dag: fc.constant('laatste' as const), maand, na: fc.integer({ min: -1, max: 1 }) }),
)
const voor = fc.record(
  {
    voorziening: fc.constantFrom('bw' as const, 'mo' as const),
    inwonerVan: fc.subarray(['aa', 'regiogemeente', 'geen'], { minLength: 1 }),
    eersteMelding: fc.boolean(),
    spoed: fc.boolean(),
  },
  { requiredKeys: [] },
)
const regel = fc.oneof(
  fc.record({
    soort: fc.constant('taak' as const),
    taken: fc.constant(['onderzoek' as const, 'advies' as const]),
    voor,
    uitvoerder: fc.constantFrom('aa', 'gemeente-van-inwoner'),
    behalve: fc.array(fc.record({ voor, behalve: fc.array(fc.record({ voor }), { minLength: 1, maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    soort: fc.constant('kalender' as const),
    per: fc.constant('kalenderjaar J' as const),
    stappen: fc.array(
      fc.record({ doe: zin, wie: fc.constantFrom('aa', 'partijen'), totEnMet: jaardag }, { noNullPrototype: true }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc
    .tuple(dag, fc.integer({ min: 1, max: 3000 }))
    .map(([ingang, days]) => ({ soort: 'looptijd' as const, ingang, tot: ingang.add({ days }) })),
  fc.record({
    soort: fc.constant('termijn' as const),
    duur: fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('D', 'W', 'M', 'Y'))
      .map(([n, e]) => Temporal.Duration.from(`P${n}${e}`)),
    vanaf: zin,
    antwoord: zin.map((tekst) => `${tekst} {dag}`),
    atw: fc.boolean(),
  }),
)
const uitleg = fc.record({
  vraag: zin,
  keuze: zin,
  reden: zin,
  vastgesteld: fc.option(dag),
  bij: voor,
  dekt: fc.subarray(['DH-3.1a', 'DH-9'], { minLength: 1 }),
})
const los = fc.oneof(
  fc.record({
    bevinding: fc.record({
      code: fc.constant('TYPO' as const),
      ernst: fc.constant('gat' as const),
      vraag: zin,
      reden: zin,
    }),
  }),
  fc.record({
    voorbeeld: fc.record({
      gegeven: fc.dictionary(slug, fc.oneof(zin, fc.integer(), fc.boolean())),
      verwacht: fc
        .jsonValue({ maxDepth: 2 })
        .filter((w) => JSON.stringify(w) === JSON.stringify(JSON.parse(JSON.stringify(w)))),
      herkomst: zin,
    }),
  }),
)
const lid = fc.record({
  tekst: lidtekst,
  regel,
  uitleg: fc.option(uitleg),
  los: fc.option(los),
  delen: fc.array(lidtekst, { maxLength: 3 }),
})
const covenant = fc.record({
  titel: zin,
  kort: zin,
  regionaam: zin,
  tekst: fc.option(fc.record({ van: dag, stand: fc.constantFrom('concept' as const, 'ondertekend' as const) })),
  artikelen: fc.array(
    fc.record({ titel: lidtekst, leden: fc.array(lid, { minLength: 1, maxLength: 4 }), genummerd: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
})
const BESTAND = 'convenanten/proef/2025-01-01.md'

/** The covenant itself, put together without the reader. */
function maak(
  model: (typeof covenant)['generate'] extends (...a: never[]) => { readonly value: infer T } ? T : never,
): Convenant {
  let regelnummer = 0
  const bepalingen: Bepaling[] = []
  const uit = { regels: [], uitleg: [], voorbeelden: [], bevindingen: [], geenRegels: [] } as {
    [K in 'regels' | 'uitleg' | 'voorbeelden' | 'bevindingen' | 'geenRegels']: Convenant[K][number][]
  }
  const zet = <T extends object>(b: Bepaling, waarde: T, id?: string): Geplaatst<T> => ({
    ...waarde,
    bron: {
      convenant: 'proef',
      versie: '2025-01-01',
      artikel: b.artikel,
      ...(b.lid && { lid: b.lid }),
      ...(b.onderdeel && { onderdeel: b.onderdeel }),
      ...(id && { regel: id }),
    },
    plaats: { bestand: BESTAND, regel: ++regelnummer },
  })
  for (const [a, artikel] of model.artikelen.entries())
    for (const [l, inhoud] of (artikel.genummerd ? artikel.leden : artikel.leden.slice(0, 1)).entries()) {
      const basis = {
        artikel: String(a + 1),
        titel: artikel.titel,
        lid: artikel.genummerd ? String(l + 1) : null,
        plaats: { bestand: BESTAND, regel: 0 },
      }
      const b: Bepaling = { ...basis, onderdeel: null, tekst: inhoud.tekst }
      bepalingen.push(b)
      const id = `regel-${a}-${l}`
      uit.regels.push(zet(b, { ...inhoud.regel, id } as Convenant['regels'][number], id))
      if (inhoud.uitleg) uit.uitleg.push(zet(b, { ...inhoud.uitleg, id: `uitleg-${a}-${l}`, over: [id] }))
      if (inhoud.los && 'bevinding' in inhoud.los) uit.bevindingen.push(zet(b, inhoud.los.bevinding))
      if (inhoud.los && 'voorbeeld' in inhoud.los) uit.voorbeelden.push(zet(b, { ...inhoud.los.voorbeeld, bij: id }))
      for (const [d, tekst] of inhoud.delen.entries()) {
        const deel: Bepaling = { ...basis, onderdeel: 'abc'[d]!, tekst }
        bepalingen.push(deel)
        uit.geenRegels.push(zet(deel, { want: 'Alleen om te lezen.' }))
      }
    }
  return {
    soort: 'convenant',
    id: 'proef',
    titel: model.titel,
    kort: model.kort,
    regionaam: model.regionaam,
    partijen: ['aa', 'bb'],
    rollen: { centrumgemeente: ['aa'], regiogemeente: ['bb'] },
    ...(model.tekst && { tekst: model.tekst }),
    ingang: datum('2025-01-01'),
    bestand: BESTAND,
    bepalingen,
    ...uit,
  }
}

test('any covenant comes back the same when it is written and read', () => {
  fc.assert(
    fc.property(covenant, (model) => {
      const convenant = maak(model)
      expect(zonderRegels(leesTerug(convenant))).toEqual(zonderRegels(convenant))
    }),
  )
})

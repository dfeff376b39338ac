/** `regiodak toets` on a damaged file, through the command line: exit code, stderr, `--streng`. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmamap } from '../../opslag/afspraken-bestanden.ts'
import { regelopdrachten } from './index.ts'

let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regiodak-toets-'))
})
afterAll(() => rmSync(map, { recursive: true }))

const AS = 'assen/2024-01-01.md'
const MH = 'midden-holland/2019-05-13.md'
/** A copy of a covenant with each change made; gives its path and the line of the first change. */
function kopie(
  naam: string,
  pad: string,
  ...veranderd: [van: string, door: string][]
): { bestand: string; regel: number } {
  const heel = readFileSync(join(programmamap, 'convenanten', pad), 'utf8')
  const tekst = veranderd.reduce((t, [van, door]) => {
    expect(t).toContain(van)
    return t.replaceAll(van, () => door)
  }, heel)
  const bestand = join(map, naam, pad)
  mkdirSync(join(bestand, '..'), { recursive: true })
  writeFileSync(bestand, tekst)
  const eerste = veranderd[0]?.[1] ?? ''
  return { bestand, regel: tekst.slice(0, tekst.indexOf(eerste)).split('\n').length }
}
async function draai(...argumenten: string[]) {
  const uit: string[] = []
  const fout: string[] = []
  const opdracht = regelopdrachten.find((o) => o.naam === 'toets')!
  const code = await opdracht.uitvoeren(argumenten, { schrijf: (t) => uit.push(t), fout: (t) => fout.push(t) })
  return { code, uit: uit.join('\n'), fout: fout.join('\n') }
}

test('month thirteen, through the program itself: exit 1, file and line on stderr, nothing on stdout', () => {
  const { bestand, regel } = kopie('maand', MH, ['tot: 2023-07-01', 'tot: 2023-13-01'])
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(programmamap, 'bin/regiodak.mjs'), 'toets', bestand],
    {
      encoding: 'utf8',
    },
  )
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toBe(`${bestand}, regel ${regel}: tot: 2023-13-01 is geen bestaande datum\n`)
})

test.each<[string, string, string, string]>([
  ['weights', AS, 'gewicht: 1/2, peil: 31 december J, bron: CBS', 'de gewichten zijn samen'],
  ['an unknown field', MH, 'soort: opzegging', 'het veld pijl bestaat niet'],
])('%s: exit 1 with file and line', async (_naam, pad, van, melding) => {
  const { bestand } = kopie(melding, pad, [
    van,
    van.includes('gewicht') ? van.replace('1/2', '1/4') : `${van}\npijl: 1`,
  ])
  const { code, uit, fout } = await draai(bestand)
  expect({ code, uit }).toEqual({ code: 1, uit: '' })
  expect(fout).toMatch(new RegExp(`^${bestand.replaceAll('.', '\\.')}, regel \\d+: .*${melding}`))
})

test('a rule that never applies: exit 0 with the finding, exit 1 with --streng', async () => {
  const { bestand } = kopie('nooit', MH, [
    'hoe: niet-geregeld\n',
    'hoe: niet-geregeld\n```\n\n```regel\nsoort: taak\nid: nooit\ntaken: [klachten]\nvoor: {}\nbehalve: [{ voor: {} }]\nuitvoerder: gouda\n',
  ])
  const gewoon = await draai(bestand, '--op', '2022-01-01', '--json')
  expect({ code: gewoon.code, fout: gewoon.fout }).toEqual({ code: 0, fout: '' })
  const bevindingen = JSON.parse(gewoon.uit) as { code: string; artikel: string; lid: string; herkomst: string }[]
  expect(bevindingen.find((b) => b.code === 'CONTRADICTION')).toMatchObject({
    artikel: '2',
    lid: '3',
    herkomst: 'berekend',
    ernst: 'fout',
  })
  expect((await draai(bestand, '--op', '2022-01-01', '--streng')).code).toBe(1)
})

test('without a fault, --streng has nothing to refuse: gaps and doubts are not faults', async () => {
  const bestand = join(map, 'polderland', '2026-01-01.md')
  mkdirSync(join(bestand, '..'), { recursive: true })
  writeFileSync(
    bestand,
    `---
id: polderland
titel: Convenant Polderland
kort: Convenant Polderland
partijen: [nieuwkoop, gouda]
rollen: { centrumgemeente: [gouda], regiogemeente: [nieuwkoop] }
---

## Artikel 1 Hoe lang

1. Het loopt twee jaar, en opzeggen kan met een half jaar.

\`\`\`regel
soort: looptijd
id: looptijd
ingang: 2026-01-01
tot: 2028-01-01
\`\`\`

\`\`\`regel
soort: opzegging
id: opzegging
termijn: P6M
\`\`\`
`,
  )
  const { code, uit } = await draai(bestand, '--op', '2026-06-01', '--streng')
  expect(uit).toContain('NOTICE-UNREACHABLE (onduidelijk, berekend)')
  expect(code).toBe(0)
})

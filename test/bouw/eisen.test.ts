/** docs/eisen.csv: every requirement of the four covenants, and the block that answers for it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leesAfspraken } from '../../src/convenant/lees-afspraken.ts'

const KOP = 'eis;convenant;artikel;blokken;soorten;onderwerp'
/** The subjects of `src/domein` (architecture, part 1) that people and screens belong to; `-` is for nobody to do. */
const ONDERWERPEN = [
  '-',
  'aanbod',
  'bestuur',
  'geld',
  'inspanning',
  'privacy',
  'programma',
  'rapportage',
  'rechtsbescherming',
  'toegang',
  'toezicht',
  'uitstroom',
]
/** Kinds that say what people owe each other: the rule computes what is due, a screen of a subject lets them do it. */
const MENSENWERK = ['plicht', 'overleg', 'afspraak', 'gegevens', 'stappen', 'vertegenwoordiging']
const wortel = new URL('../../', import.meta.url)
const lees = (pad: string): string => readFileSync(new URL(pad, wortel), 'utf8')

/** What the covenant files say of each requirement: where it stands, in which blocks, and of which kinds. */
function gedekt(): Map<string, { convenant: string; artikel: string; blokken: Set<string>; soorten: Set<string> }> {
  const uit: ReturnType<typeof gedekt> = new Map()
  for (const regio of readdirSync(new URL('convenanten/', wortel)).filter((r) => r !== 'besluiten'))
    for (const naam of readdirSync(new URL(`convenanten/${regio}/`, wortel)).filter((n) => n.endsWith('.md'))) {
      const pad = `convenanten/${regio}/${naam}`
      const document = leesAfspraken(lees(pad), pad)
      const blokken = [
        ...document.regels.map((b) => ({ ...b, blok: 'regel', soort: b.soort as string })),
        ...document.uitleg.map((b) => ({ ...b, blok: 'uitleg', soort: '' })),
        ...document.bevindingen.map((b) => ({ ...b, blok: 'bevinding', soort: '' })),
        ...document.geenRegels.map((b) => ({ ...b, blok: 'geen-regel', soort: '' })),
        ...document.voorbeelden.map((b) => ({ ...b, blok: 'voorbeeld', soort: '' })),
      ]
      for (const b of blokken)
        for (const eis of b.dekt ?? []) {
          const artikel = [b.bron.artikel, b.bron.lid, b.bron.onderdeel].filter(Boolean).join('.')
          const nu = uit.get(eis) ?? { convenant: pad, artikel, blokken: new Set(), soorten: new Set() }
          nu.blokken.add(b.blok)
          if (b.soort) nu.soorten.add(b.soort)
          uit.set(eis, nu)
        }
    }
  return uit
}

const regels = (): string[] =>
  [...gedekt()].map(([eis, g]) =>
    [eis, g.convenant, g.artikel, [...g.blokken].toSorted().join(' '), [...g.soorten].toSorted().join(' ')].join(';'),
  )

test('the list of requirements says what the covenant files say, requirement by requirement', () => {
  const lijst = existsSync(new URL('docs/eisen.csv', wortel)) ? lees('docs/eisen.csv').trimEnd().split('\n') : []
  expect(lijst[0]).toBe(KOP)
  expect(lijst.slice(1).map((r) => r.slice(0, r.lastIndexOf(';')))).toEqual(regels().toSorted())
})

test('what a rule alone does not settle names the subject that builds it, or that nobody has to', () => {
  const rijen = lees('docs/eisen.csv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(
      (r) =>
        r.split(';') as [eis: string, bestand: string, artikel: string, blokken: string, soorten: string, o: string],
    )
  const zonder = rijen.filter(([eis, , , blokken, soorten, onderwerp]) => {
    const isBevinding = /^[A-Z]+-L\d/.test(eis)
    const vraagt =
      blokken === 'geen-regel' || (!isBevinding && soorten.split(' ').some((soort) => MENSENWERK.includes(soort)))
    return vraagt ? !ONDERWERPEN.includes(onderwerp) : onderwerp !== '' && !ONDERWERPEN.includes(onderwerp)
  })
  expect(zonder.map(([eis]) => eis)).toEqual([])
})

test('an example alone answers for no requirement', () => {
  const alleen = [...gedekt()].filter(([, { blokken }]) => [...blokken].every((b) => b === 'voorbeeld'))
  expect(alleen.map(([eis]) => eis)).toEqual([])
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nietVastgesteld, type Stap } from '../../kern/uitkomst.ts'
import { Weigering } from '../../kern/weigering.ts'
import type { Convenant } from '../afspraak.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { regelsVan } from '../regels-van.ts'
import type { Stem, Stemronde } from './besluitregel-schema.ts'
import { telStemmen } from './stemmen-tellen.ts'

const LEDEN = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'zz']
const document = leesAfspraken(
  `---
id: verzonnen
titel: Convenant Verzonnen Regio 2025
kort: Convenant Verzonnen 2025
partijen: [${LEDEN.join(', ')}]
rollen: { centrumgemeente: [zz], regiogemeente: [${LEDEN.join(', ')}] }
---

## Artikel 1 Beslissen

1. Zo beslissen zij.

\`\`\`regel
soort: besluitregel
id: overleg
over: besluiten van het overleg
ronden:
  - { wijze: overeenstemming }
  - { wijze: meerderheid, stemmen: { ieder: 1 } }
  - { wijze: meerderheid, stemmen: { ieder: 1, centrumgemeente: 2 } }
\`\`\`

\`\`\`regel
soort: besluitregel
id: wijziging
over: wijziging van het convenant
ronden:
  - { wijze: meerderheid, stemmen: { ieder: 1 } }
\`\`\`

\`\`\`regel
soort: besluitregel
id: allen
over: wijziging die iedereen moet willen
ronden:
  - { wijze: overeenstemming, onder: alle-leden }
\`\`\`

\`\`\`regel
soort: besluitregel
id: stil
over: besluiten waarover de tekst zwijgt
hoe: niet-geregeld
\`\`\`

\`\`\`uitleg
id: alle-stemmen
over: [overleg, wijziging]
vraag: Meer dan de helft waarvan?
keuze: Van alle stemmen.
reden: Omdat het zo gekozen is.
kiest: { grondslag: alle-stemmen }
vastgesteld: nee
\`\`\`

\`\`\`uitleg
id: quorum
over: [overleg, wijziging]
vraag: Hoeveel moeten er zijn?
keuze: Meer dan de helft.
reden: Omdat het zo gekozen is.
kiest: { quorum: meer-dan-de-helft }
vastgesteld: nee
\`\`\`

\`\`\`uitleg
id: twee-moet
over: [overleg]
vraag: Moeten alle stemmen worden gebruikt?
keuze: Dat moet.
reden: Omdat het zo gekozen is.
kiest: { meer-stemmen: moet }
vastgesteld: nee
\`\`\`

\`\`\`uitleg
id: geen-nieuwe-stemming
over: [wijziging]
vraag: Volgt er een nieuwe stemming?
keuze: Er volgt er geen.
reden: Omdat het er niet staat.
vastgesteld: nee
\`\`\`
`,
  'convenanten/verzonnen/2025-01-01.md',
) as Convenant
const kring = { partijen: document.partijen, rollen: document.rollen, gemeenten: [] }
const regel = (id: string) => regelsVan(document, 'besluitregel').find((r) => r.id === id)!
const lezing = (...ids: string[]) => document.uitleg.filter((u) => ids.includes(u.id))
type Keus = Stem | 'afwezig'
const alsRonde = (keuzen: readonly Keus[]): Stemronde => ({
  stemmen: Object.fromEntries(
    LEDEN.flatMap((lid, i): [string, Stem][] => (keuzen[i] === 'afwezig' ? [] : [[lid, keuzen[i] as Stem]])),
  ),
})
/** So many for, against and abstaining, the centre (the last) as said. */
function ronde(voor: number, tegen: number, onthouding: number, centrum: Stem): Stemronde {
  const over = { voor, tegen, onthouding }
  over[centrum] -= 1
  const keuzen = (Object.keys(over) as Stem[]).flatMap((s) => Array.from({ length: over[s] }, () => s))
  return alsRonde([...keuzen, centrum])
}
const uitslag = (id: string, ronden: Stemronde[], ...ids: string[]): unknown => {
  const uitkomst = telStemmen(regel(id), ronden, kring, lezing(...ids))
  return uitkomst.soort === 'bepaald' ? uitkomst.waarde : uitkomst.soort
}
const weigering = (doe: () => unknown): string => {
  try {
    doe()
  } catch (e) {
    if (e instanceof Weigering) return `${e.code}: ${e.message}`
    throw e
  }
  return 'geen weigering'
}
const alles = (stap: Stap): Stap[] => [stap, ...(stap.stappen ?? []).flatMap(alles)]

// The table G-IJV-7.5 of the requirements: first vote and new vote, by votes cast and by all votes.
describe('eight members, the last with two votes in the new vote', () => {
  test.each([
    [5, 3, 0, 'voor', 'aangenomen', 'aangenomen', null, null],
    [3, 5, 0, 'voor', 'verworpen', 'verworpen', null, null],
    [4, 4, 0, 'voor', 'volgende-ronde', 'volgende-ronde', 'aangenomen', 'aangenomen'],
    [4, 4, 0, 'tegen', 'volgende-ronde', 'volgende-ronde', 'verworpen', 'verworpen'],
    [3, 3, 2, 'voor', 'volgende-ronde', 'volgende-ronde', 'aangenomen', 'geen-besluit'],
    [4, 3, 1, 'tegen', 'aangenomen', 'volgende-ronde', null, 'geen-besluit'],
    [3, 4, 1, 'voor', 'verworpen', 'volgende-ronde', null, 'geen-besluit'],
  ] as const)('%d for, %d against, %d abstaining, centre %s', (v, t, o, centrum, een, eenAlle, twee, tweeAlle) => {
    const r = ronde(v, t, o, centrum)
    expect(uitslag('overleg', [r, r])).toBe(een)
    expect(uitslag('overleg', [r, r], 'alle-stemmen')).toBe(eenAlle)
    if (twee) expect(uitslag('overleg', [r, r, r])).toBe(twee)
    if (tweeAlle) expect(uitslag('overleg', [r, r, r], 'alle-stemmen')).toBe(tweeAlle)
  })

  test.each([[], ['alle-stemmen']])('4-4 with the centre casting one vote decides nothing (%s)', (...ids) => {
    const r = ronde(4, 4, 0, 'voor')
    expect(uitslag('overleg', [r, r, { ...r, gewicht: { zz: 1 } }], ...ids)).toBe('geen-besluit')
  })
})

test('agreement is everyone present; one against or abstaining leads to the vote', () => {
  expect(uitslag('overleg', [ronde(8, 0, 0, 'voor')])).toBe('aangenomen')
  expect(uitslag('overleg', [alsRonde(['voor', ...Array<Keus>(7).fill('afwezig')])])).toBe('aangenomen')
  expect(uitslag('overleg', [ronde(7, 0, 1, 'voor')])).toBe('volgende-ronde')
  expect(uitslag('overleg', [ronde(7, 1, 0, 'voor')])).toBe('volgende-ronde')
  expect(uitslag('overleg', [alsRonde(Array<Keus>(8).fill('afwezig'))])).toBe('volgende-ronde')
  expect(uitslag('overleg', [])).toBe('volgende-ronde')
})

test('where the text wants everyone, an absent member prevents agreement', () => {
  expect(uitslag('allen', [ronde(8, 0, 0, 'voor')])).toBe('aangenomen')
  expect(uitslag('allen', [alsRonde([...Array<Keus>(7).fill('voor'), 'afwezig'])])).toBe('geen-besluit')
})

test('a body that decides without a rule gives no outcome, even when everyone agrees', () => {
  expect(telStemmen(regel('stil'), [ronde(8, 0, 0, 'voor')], kring)).toMatchObject({
    soort: 'niet-geregeld',
    waarom: { bron: { artikel: '1', lid: '1', regel: 'stil' } },
  })
})

test('with a quorum a vote of too few members does not count', () => {
  const vier = alsRonde([...Array<Keus>(4).fill('voor'), ...Array<Keus>(4).fill('afwezig')])
  const vijf = alsRonde([...Array<Keus>(5).fill('voor'), ...Array<Keus>(3).fill('afwezig')])
  expect(uitslag('wijziging', [vier])).toBe('aangenomen')
  expect(uitslag('wijziging', [vier], 'quorum')).toBe('geen-besluit')
  expect(uitslag('wijziging', [vijf], 'quorum')).toBe('aangenomen')
})

test('a round after the decision is shown and does not count', () => {
  const uitkomst = telStemmen(regel('overleg'), [ronde(8, 0, 0, 'voor'), ronde(0, 8, 0, 'tegen')], kring)
  expect(uitkomst).toMatchObject({ waarde: 'aangenomen' })
  expect(uitkomst.waarom.stappen?.at(-1)).toMatchObject({ geldt: false, feiten: { ronde: 2 } })
})

test('a reading is named only where another reading would decide otherwise', () => {
  const open = (id: string, ronden: Stemronde[]) =>
    nietVastgesteld(
      telStemmen(
        regel(id),
        ronden,
        kring,
        document.uitleg.filter((u) => u.id !== 'twee-moet'),
      ).waarom,
    ).map((u) => u.id)
  const vijfDrie = ronde(5, 3, 0, 'voor')
  const vierDrie = ronde(4, 3, 1, 'tegen')
  expect(open('overleg', [vijfDrie, vijfDrie])).toEqual([])
  expect(open('overleg', [vierDrie, vierDrie])).toEqual(['alle-stemmen'])
  expect(open('wijziging', [ronde(4, 4, 0, 'voor')])).toEqual(['geen-nieuwe-stemming'])
  expect(open('wijziging', [alsRonde([...Array<Keus>(7).fill('voor'), 'afwezig'])])).toEqual([])
  const vierAanwezig = alsRonde([...Array<Keus>(4).fill('voor'), ...Array<Keus>(4).fill('afwezig')])
  // Four of eight votes is no majority of all votes, so whether four are enough members no longer matters.
  expect(open('overleg', [verdeeld, vierAanwezig])).toEqual(['alle-stemmen'])
  const alleenQuorum = telStemmen(regel('wijziging'), [vierAanwezig], kring, lezing('quorum'))
  expect(nietVastgesteld(alleenQuorum.waarom).map((u) => u.id)).toEqual(['quorum'])
})

test('the tree names who voted what, and the article', () => {
  const r = ronde(3, 3, 2, 'voor')
  const { waarom } = telStemmen(regel('overleg'), [r, r, r], kring)
  expect(waarom.bron).toMatchObject({ convenant: 'verzonnen', artikel: '1', lid: '1', regel: 'overleg' })
  const namen = alles(waarom).map((s) => s.feiten?.['namen'])
  expect(namen).toContain('Aa, Bb, Zz (2 stemmen)')
  expect(namen).toContain('Ff, Gg')
})

test('a vote that could not have been held is refused with what is wrong', () => {
  const r = ronde(4, 4, 0, 'voor')
  const met = (gewicht: Record<string, number>) => ({ ...r, gewicht })
  const zo = (id: string, ronden: Stemronde[], ...ids: string[]) => weigering(() => uitslag(id, ronden, ...ids))
  expect(zo('wijziging', [r, r])).toContain('de regel heeft 1 ronde, en in de stemming staan er 2')
  expect(zo('overleg', [{ stemmen: { delft: 'voor' } }])).toContain('Delft stemt hier niet mee')
  expect(zo('overleg', [met({ zz: 1 })])).toContain('in ronde 1 wordt niet geteld')
  expect(zo('overleg', [r, met({ zz: 2 })])).toContain('Zz heeft in ronde 2 1 stem, geen 2')
  expect(zo('overleg', [r, r, met({ zz: 3 })])).toContain('Zz heeft in ronde 3 2 stemmen, geen 3')
  expect(zo('overleg', [r, r, met({ zz: 0 })])).toContain('geen 0')
  expect(zo('overleg', [r, { stemmen: { aa: 'voor' }, gewicht: { bb: 1 } }])).toContain('maar geen stem')
  expect(zo('overleg', [r, r, met({ zz: 1 })], 'twee-moet')).toContain('Zz moet in ronde 3 alle stemmen gebruiken')
})

/** Another way of counting: every single vote on a heap, and heaps compared. */
function anders(keuzen: readonly Keus[], gewichten: readonly number[], alle: boolean, totaal: number): string {
  const hoop = (s: Keus): number => keuzen.flatMap((k, i) => (k === s ? Array<0>(gewichten[i]!).fill(0) : [])).length
  const [voor, tegen] = [hoop('voor'), hoop('tegen')]
  if (voor > (alle ? totaal - voor : tegen)) return 'aangenomen'
  return tegen > (alle ? totaal - tegen : voor) ? 'verworpen' : 'geen-besluit'
}
const keus = fc.constantFrom<Keus>('voor', 'tegen', 'onthouding', 'afwezig')
const stembord = fc.array(keus, { minLength: 8, maxLength: 8 })
const nieuw = (keuzen: readonly Keus[], een: boolean): Stemronde => ({
  ...alsRonde(keuzen),
  ...(een && keuzen[7] !== 'afwezig' && { gewicht: { zz: 1 } }),
})
// A first and second round without a decision, whatever the base.
const verdeeld = ronde(4, 4, 0, 'voor')

test('every vote has exactly one outcome, the same as counted another way', () => {
  fc.assert(
    fc.property(stembord, fc.boolean(), fc.boolean(), (keuzen, alle, een) => {
      const gewichten = [1, 1, 1, 1, 1, 1, 1, een ? 1 : 2]
      const kreeg = uitslag('overleg', [verdeeld, verdeeld, nieuw(keuzen, een)], ...(alle ? ['alle-stemmen'] : []))
      expect(kreeg).toBe(anders(keuzen, gewichten, alle, 9))
    }),
    { numRuns: 2000 },
  )
})

test('all 6561 votes of eight members present give one of three outcomes, half of the decided ones each way', () => {
  const aantal: Record<string, number> = {}
  for (let n = 0; n < 3 ** 8; n += 1) {
    const keuzen = LEDEN.map((_, i): Keus => (['voor', 'tegen', 'onthouding'] as const)[Math.floor(n / 3 ** i) % 3]!)
    const kreeg = String(uitslag('wijziging', [alsRonde(keuzen)]))
    aantal[kreeg] = (aantal[kreeg] ?? 0) + 1
  }
  // The central trinomial coefficient of 8: as many votes for as against.
  expect(aantal['geen-besluit']).toBe(1107)
  expect(aantal['aangenomen']).toBe(aantal['verworpen'])
  expect(aantal['aangenomen']).toBe((6561 - 1107) / 2)
})

test('turning every vote around turns the outcome around', () => {
  const om = { voor: 'tegen', tegen: 'voor', onthouding: 'onthouding', afwezig: 'afwezig' } as const
  const omgekeerd = { aangenomen: 'verworpen', verworpen: 'aangenomen', 'geen-besluit': 'geen-besluit' }
  fc.assert(
    fc.property(stembord, (keuzen) => {
      const zo = String(uitslag('wijziging', [alsRonde(keuzen)])) as keyof typeof omgekeerd
      expect(uitslag('wijziging', [alsRonde(keuzen.map((k) => om[k]))])).toBe(omgekeerd[zo])
    }),
  )
})

test('one more vote for never loses what was won, and all votes as base never win more than votes cast', () => {
  fc.assert(
    fc.property(stembord, fc.nat(7), (keuzen, wie) => {
      const erbij = keuzen.map((k, i): Keus => (i === wie ? 'voor' : k))
      if (uitslag('wijziging', [alsRonde(keuzen)]) === 'aangenomen')
        expect(uitslag('wijziging', [alsRonde(erbij)])).toBe('aangenomen')
      if (uitslag('wijziging', [alsRonde(keuzen)], 'alle-stemmen') === 'aangenomen')
        expect(uitslag('wijziging', [alsRonde(keuzen)])).toBe('aangenomen')
    }),
  )
})

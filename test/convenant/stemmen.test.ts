/**
 * Every vote has exactly one outcome: the rules of the four covenants over all votes of five members (for,
 * against, abstain, absent) and a sample of those of eight, through every round, under every reading.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Convenant, leesAfspraken } from '../../src/convenant/index.ts'
import type { Ronde, Stem, Stemronde } from '../../src/convenant/regels/besluitregel-schema.ts'
import { telStemmen } from '../../src/convenant/regels/stemmen-tellen.ts'
import { regelsVan } from '../../src/convenant/regels-van.ts'
import { AS, DH, IJV, lees, MH } from './beschadig.ts'

type Lezing = { overeenstemming: string; grondslag: string; quorum: string }
type Keus = Stem | 'afwezig'
const KEUZEN = ['voor', 'tegen', 'onthouding', 'afwezig'] as const
const LEZINGEN: readonly Lezing[] = ['aanwezigen', 'alle-leden'].flatMap((overeenstemming) =>
  ['uitgebrachte-stemmen', 'alle-stemmen'].flatMap((grondslag) =>
    ['geen', 'meer-dan-de-helft'].map((quorum) => ({ overeenstemming, grondslag, quorum })),
  ),
)

const regels = [DH, AS, IJV, MH].flatMap((pad) => {
  const convenant = leesAfspraken(lees(pad), pad) as Convenant
  return regelsVan(convenant, 'besluitregel')
    .filter((r) => r.ronden)
    .map((regel) => ({ naam: `${convenant.id} ${regel.id}`, convenant, regel, ronden: regel.ronden! }))
})
type Besluit = (typeof regels)[number]

/** How it came out by the program, under one reading of everything the text leaves open. */
function uitslag({ convenant, regel }: Besluit, stemmen: readonly (readonly Keus[])[], lezing: Lezing): string {
  const leest = {
    id: 'proef',
    over: [regel.id],
    vraag: 'Wat telt?',
    keuze: 'Dit.',
    reden: 'Om te proberen.',
    vastgesteld: null,
    kiest: { ...lezing },
    bron: regel.bron,
    plaats: regel.plaats,
  }
  const kring = { partijen: convenant.partijen, rollen: convenant.rollen, gemeenten: [] }
  const ronden = stemmen.map((keuzen): Stemronde => ({
    stemmen: Object.fromEntries(
      convenant.partijen.flatMap((p, i): [string, Stem][] => (keuzen[i] === 'afwezig' ? [] : [[p, keuzen[i]!]])),
    ),
  }))
  const uitkomst = telStemmen(regel, ronden, kring, [leest])
  return uitkomst.soort === 'bepaald' ? uitkomst.waarde : uitkomst.soort
}

/** The same by hand: heaps of ballots, and who is in the room. */
function zelf({ convenant, ronden }: Besluit, stemmen: readonly (readonly Keus[])[], lezing: Lezing): string {
  for (const [n, keuzen] of stemmen.entries()) {
    const besluit = perRonde(ronden[n]!, keuzen, convenant, lezing)
    if (besluit) return besluit
  }
  return stemmen.length < ronden.length ? 'volgende-ronde' : 'geen-besluit'
}

function perRonde(ronde: Ronde, keuzen: readonly Keus[], { partijen, rollen }: Convenant, lezing: Lezing) {
  const aanwezig = keuzen.filter((k) => k !== 'afwezig')
  if (ronde.wijze === 'overeenstemming') {
    const wie = ronde.onder ?? lezing.overeenstemming
    const nodig = wie === 'alle-leden' ? keuzen : aanwezig
    return nodig.length > 0 && nodig.every((k) => k === 'voor') ? 'aangenomen' : null
  }
  const hoop: Record<Keus, number> = { voor: 0, tegen: 0, onthouding: 0, afwezig: 0 }
  for (const [i, keus] of keuzen.entries()) {
    const rol = Object.keys(rollen).find((r) => r in ronde.stemmen && rollen[r]!.includes(partijen[i]!))
    hoop[keus] += ronde.stemmen[partijen[i]!] ?? ronde.stemmen[rol ?? 'ieder']!
  }
  const tafel =
    (ronde.grondslag ?? lezing.grondslag) === 'alle-stemmen'
      ? hoop.voor + hoop.tegen + hoop.onthouding + hoop.afwezig
      : hoop.voor + hoop.tegen
  if (lezing.quorum === 'meer-dan-de-helft' && aanwezig.length * 2 <= keuzen.length) return null
  if (hoop.voor > tafel - hoop.voor) return 'aangenomen'
  return hoop.tegen > tafel - hoop.tegen ? 'verworpen' : null
}

/** The n-th way in which so many members can vote. */
const stemmenVan = (n: number, leden: number, soorten: number): Keus[] =>
  Array.from({ length: leden }, (_, i) => KEUZEN[Math.floor(n / soorten ** i) % soorten]!)

test('there are rules to vote under, for five members and for eight', () => {
  const leden = regels.map((r) => r.convenant.partijen.length)
  expect(leden).toContain(5)
  expect(leden).toContain(8)
})

test.each(regels.filter((r) => r.convenant.partijen.length === 5).map((r) => [r.naam, r] as const))(
  '%s: all 3^5 votes, and all 4^5 with absence, have one outcome under every reading',
  (_naam, besluit) => {
    const uitslagen = new Set<string>()
    for (const soorten of [3, 4])
      for (let n = 0; n < soorten ** 5; n += 1)
        for (const lezing of LEZINGEN) {
          const stemmen = [stemmenVan(n, 5, soorten)]
          const kreeg = uitslag(besluit, stemmen, lezing)
          uitslagen.add(kreeg)
          if (kreeg !== zelf(besluit, stemmen, lezing))
            expect({ stemmen, lezing, kreeg }).toBe(zelf(besluit, stemmen, lezing))
        }
    expect(uitslagen).toContain('aangenomen')
    expect(uitslagen.size).toBeGreaterThan(1)
    for (const u of uitslagen) expect(['aangenomen', 'verworpen', 'volgende-ronde', 'geen-besluit']).toContain(u)
  },
)

test.each(regels.filter((r) => r.convenant.partijen.length > 5).map((r) => [r.naam, r] as const))(
  '%s: any votes in any number of rounds have one outcome under every reading',
  (_naam, besluit) => {
    const aantal = besluit.convenant.partijen.length
    const stembord = fc.array(fc.constantFrom(...KEUZEN), { minLength: aantal, maxLength: aantal })
    const gehouden = fc.array(stembord, { minLength: 0, maxLength: besluit.ronden.length })
    fc.assert(
      fc.property(gehouden, fc.constantFrom(...LEZINGEN), (stemmen, lezing) => {
        expect(uitslag(besluit, stemmen, lezing)).toBe(zelf(besluit, stemmen, lezing))
      }),
      { numRuns: 3000 },
    )
  },
)

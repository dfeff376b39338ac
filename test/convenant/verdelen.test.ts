/**
 * Dividing by a key of a covenant, against a calculation of our own: fractions as two bigints, nothing of the
 * program. Totals up to 10^12 cents, deficits too, several measures with figures up to three decimals.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Afspraken, afsprakenboek, leesAfspraken, verdeel } from '../../src/convenant/index.ts'
import { leesDecimaal } from '../../src/kern/decimaal.ts'

type Maatstaf = { gewicht: bigint; cijfers: readonly bigint[] }
type Vraag = {
  partijen: readonly string[]
  maatstaven: readonly Maatstaf[]
  totaal: bigint
  rest: 'grootste-rest' | 'onverdeeld'
  gelijk: 'alfabet' | 'onverdeeld'
}
/** Figures are thousandths: 5200 is "5,2". */
const DUIZEND = 1000n
const schrijf = (n: bigint): string => `${n / DUIZEND},${String(n % DUIZEND).padStart(3, '0')}`

const bestand = ({ partijen, maatstaven, rest, gelijk }: Vraag): string => {
  const samen = maatstaven.reduce((som, m) => som + m.gewicht, 0n)
  return `---
id: proef
titel: Convenant Proef 2025
kort: Proef 2025
partijen: [${partijen.join(', ')}]
rollen: { centrumgemeente: [${partijen[0]}] }
---

## Artikel 1 Geld

1. Er wordt verdeeld.

\`\`\`regel
soort: verdeelsleutel
id: sleutel
verdeelt: het bedrag
eenheid: eurocent
over: partijen
maatstaven:
${maatstaven.map((m, i) => `  - { naam: maat ${i}, gewicht: "${m.gewicht}/${samen}", peil: 31 december J }`).join('\n')}
rest: ${rest}
gelijkeRest: ${gelijk}
\`\`\`
`.replace(rest === 'onverdeeld' ? `gelijkeRest: ${gelijk}\n` : '\u0000', '')
}

function reken(vraag: Vraag): { aandelen: Record<string, bigint>; rest: bigint } {
  const document = leesAfspraken(bestand(vraag), 'convenanten/proef/2025-01-01.md')
  if (document.soort !== 'convenant') throw new Error('no covenant')
  const afspraken: Afspraken = { convenanten: [document], kaders: [], besluiten: [], gemeenten: [] }
  const metingen = new Map(
    vraag.maatstaven.map((m, i) => [
      `maat ${i}`,
      new Map(vraag.partijen.map((p, j) => [p, leesDecimaal(schrijf(m.cijfers[j]!))])),
    ]),
  )
  const uitkomst = verdeel(afsprakenboek('proef', document.ingang, afspraken), 'sleutel', {
    totaal: vraag.totaal,
    metingen,
    jaar: 2025,
  })
  if (uitkomst.soort !== 'bepaald') throw new Error(uitkomst.soort)
  return { aandelen: { ...uitkomst.waarde.aandelen }, rest: uitkomst.waarde.rest }
}

/** The same with fractions over one large denominator, in the words of the schoolbook. */
function zelf({ partijen, maatstaven, totaal, rest, gelijk }: Vraag): {
  aandelen: Record<string, bigint>
  rest: bigint
} {
  const samen = maatstaven.reduce((som, m) => som + m.gewicht, 0n)
  const sommen = maatstaven.map((m) => m.cijfers.reduce((a, b) => a + b, 0n))
  const noemer = samen * sommen.reduce((a, b) => a * b, 1n)
  const groot = totaal < 0n ? -totaal : totaal
  const teken = totaal < 0n ? -1n : 1n
  const delen = partijen.map((naam, j) => {
    let teller = 0n
    for (const [i, m] of maatstaven.entries()) {
      const anderen = sommen.reduce((a, b, k) => (k === i ? a : a * b), 1n)
      teller += m.gewicht * m.cijfers[j]! * anderen
    }
    const heel = (groot * teller) / noemer
    return { naam, heel, over: (groot * teller) % noemer }
  })
  let los = groot - delen.reduce((som, d) => som + d.heel, 0n)
  if (rest === 'grootste-rest') {
    const rij = delen.toSorted((a, b) => (a.over === b.over ? (a.naam < b.naam ? -1 : 1) : a.over > b.over ? -1 : 1))
    const streep = los > 0n ? rij[Number(los) - 1]!.over : null
    const betwist = streep !== null && rij[Number(los)]?.over === streep
    const krijgt = rij.slice(0, Number(los)).filter((d) => !(betwist && gelijk === 'onverdeeld' && d.over === streep))
    for (const d of krijgt) d.heel += 1n
    los -= BigInt(krijgt.length)
  }
  return { aandelen: Object.fromEntries(delen.map((d) => [d.naam, teken * d.heel])), rest: teken * los }
}

const namen = Array.from({ length: 12 }, (_, i) => `gemeente-${String.fromCharCode(97 + ((i * 5) % 12))}`)
const vraag: fc.Arbitrary<Vraag> = fc.integer({ min: 1, max: namen.length }).chain((aantal) => {
  const cijfers = fc
    .array(fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
      minLength: aantal,
      maxLength: aantal,
    })
    .filter((rij) => rij.some((n) => n > 0n))
  return fc.record({
    partijen: fc.shuffledSubarray(namen, { minLength: aantal, maxLength: aantal }),
    maatstaven: fc.array(fc.record({ gewicht: fc.bigInt({ min: 1n, max: 97n }), cijfers }), {
      minLength: 1,
      maxLength: 3,
    }),
    totaal: fc.oneof(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: -9n, max: 9n })),
    rest: fc.constantFrom('grootste-rest' as const, 'grootste-rest' as const, 'onverdeeld' as const),
    gelijk: fc.constantFrom('alfabet' as const, 'onverdeeld' as const),
  })
})
const RONDEN = { numRuns: 400 }

test('every share and the rest equal the calculation with fractions', () => {
  fc.assert(
    fc.property(vraag, (v) => {
      expect(reken(v)).toEqual(zelf(v))
    }),
    RONDEN,
  )
})

test('the shares and the rest are together the total, whatever the key', () => {
  fc.assert(
    fc.property(vraag, (v) => {
      const { aandelen, rest } = reken(v)
      expect(Object.values(aandelen).reduce((a, b) => a + b, rest)).toBe(v.totaal)
      if (v.rest === 'grootste-rest' && v.gelijk === 'alfabet') expect(rest).toBe(0n)
    }),
    RONDEN,
  )
})

test('a deficit is a surplus with the sign turned', () => {
  fc.assert(
    fc.property(vraag, (v) => {
      const heen = reken(v)
      const terug = reken({ ...v, totaal: -v.totaal })
      expect(terug.rest).toBe(-heen.rest)
      for (const p of v.partijen) expect(terug.aandelen[p]).toBe(-heen.aandelen[p]!)
    }),
    RONDEN,
  )
})

test('the order of the municipalities in the covenant makes no difference', () => {
  const geschud = vraag.chain((v) =>
    fc.tuple(fc.constant(v), fc.shuffledSubarray([...v.partijen.keys()], { minLength: v.partijen.length })),
  )
  fc.assert(
    fc.property(geschud, ([v, volgorde]) => {
      const anders: Vraag = {
        ...v,
        partijen: volgorde.map((i) => v.partijen[i]!),
        maatstaven: v.maatstaven.map((m) => ({ ...m, cijfers: volgorde.map((i) => m.cijfers[i]!) })),
      }
      expect(reken(anders)).toEqual(reken(v))
    }),
    RONDEN,
  )
})

test('two municipalities with the same figures differ by at most one cent', () => {
  const tweeling = vraag
    .filter((v) => v.partijen.length > 1)
    .map((v): Vraag => ({
      ...v,
      maatstaven: v.maatstaven.map((m) => ({
        ...m,
        // The first two get the same figure; one more, so that the column is never empty.
        cijfers: m.cijfers.map((n, i) => (i < 2 ? m.cijfers[0]! + 1n : n)),
      })),
    }))
  fc.assert(
    fc.property(tweeling, (v) => {
      const { aandelen } = reken(v)
      const verschil = aandelen[v.partijen[0]!]! - aandelen[v.partijen[1]!]!
      expect(verschil >= -1n && verschil <= 1n).toBe(true)
      if (v.rest === 'onverdeeld' || v.gelijk === 'onverdeeld') expect(verschil).toBe(0n)
    }),
    RONDEN,
  )
})

test('whoever measures more never gets less', () => {
  fc.assert(
    fc.property(
      vraag.filter((v) => v.partijen.length > 1 && v.totaal > 0n),
      (v) => {
        const { aandelen } = reken(v)
        for (const [i, p] of v.partijen.entries())
          for (const [j, q] of v.partijen.entries())
            if (v.maatstaven.every((m) => m.cijfers[i]! > m.cijfers[j]!))
              expect(aandelen[p]! >= aandelen[q]!).toBe(true)
      },
    ),
    RONDEN,
  )
})

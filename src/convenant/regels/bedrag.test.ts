import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { schrijfBoom, uitkomstNaarJson } from '../../kern/schrijf-uit.ts'
import { AfspraakFout, type Afspraken } from '../afspraak.ts'
import { afsprakenboek } from '../afsprakenboek.ts'
import { leesAfspraken } from '../lees-afspraken.ts'
import { type Kostenvraag, uitvoeringskosten } from '../uitvoeringskosten.ts'

const PLAFOND = `soort: bedrag
id: uitvoeringskosten
post: uitvoeringskosten
vorm: hoogstens
deel: 5,1%
van: het rijksbudget voor de regio
afronding: naar-beneden
tenzij: de regiogemeenten besluiten het anders.`
const DEEL = `soort: bedrag
id: kosten-mo
post: uitvoeringskosten
domein: mo
vorm: deel
deel: 5%
van: de rijksuitkering
afronding: half-omhoog`
const VAST = `soort: bedrag
id: kosten-bw
post: uitvoeringskosten
domein: bw
vorm: vast
volgens: de begroting
door: aa`

const lees = (...blokken: string[]) => {
  const document = leesAfspraken(
    `---
id: verzonnen
titel: Convenant Verzonnen Regio 2023
kort: Convenant Verzonnen 2023
partijen: [aa, bb]
rollen: { centrumgemeente: [aa] }
---

## Artikel 5 Geld

1. Er is geld voor de uitvoering.

${blokken.map((yaml) => `\`\`\`regel\n${yaml}\n\`\`\`\n`).join('\n')}`,
    'convenanten/verzonnen/2023-01-01.md',
  )
  if (document.soort !== 'convenant') throw new Error('verwisseld')
  return document
}
const reken = (blokken: string[], vraag: Omit<Kostenvraag, 'jaar'>) => {
  const document = lees(...blokken)
  const afspraken: Afspraken = { convenanten: [document], kaders: [], besluiten: [], gemeenten: [] }
  return uitvoeringskosten(afsprakenboek('verzonnen', document.ingang, afspraken), { jaar: 2023, ...vraag })
}

// G-IJV-5.3
test('a ceiling of 5.1% is rounded down, and one cent more is too much', () => {
  const vraag = { grondslag: 4_000_000_000n }
  expect(reken([PLAFOND], vraag)).toMatchObject({ soort: 'bepaald', waarde: { maximum: 204_000_000n } })
  expect(reken([PLAFOND], { ...vraag, gevraagd: 204_000_000n })).toMatchObject({ waarde: { toegestaan: true } })
  const teveel = reken([PLAFOND], { ...vraag, gevraagd: 204_000_001n })
  expect(teveel).toMatchObject({ waarde: { maximum: 204_000_000n, toegestaan: false } })
  const tekst = schrijfBoom(uitkomstNaarJson(teveel).waarom).replaceAll('\u00a0', ' ')
  expect(tekst).toContain(
    'In 2023 mag hoogstens € 2.040.000,00 naar de kosten van uitvoering. Er blijft dan € 37.960.000,00 over.',
  )
  expect(tekst).toContain('Meer mag alleen dan: de regiogemeenten besluiten het anders.')
  expect(reken([PLAFOND], { grondslag: 3_876_543_210n })).toMatchObject({ waarde: { maximum: 197_703_703n } })
})

// G-AS-8.3b
test('five percent is rounded on the nearest cent', () => {
  expect(reken([VAST, DEEL], { grondslag: 400_000_000n, domein: 'mo' })).toMatchObject({
    soort: 'bepaald',
    waarde: { bedrag: 20_000_000n },
  })
  expect(reken([VAST, DEEL], { grondslag: 123_456_789n, domein: 'mo' })).toMatchObject({
    waarde: { bedrag: 6_172_839n },
  })
  expect(reken([DEEL], { grondslag: 10n, domein: 'mo' })).toMatchObject({ waarde: { bedrag: 1n } })
})

test('a fixed amount that the text does not name is missing, with where it stands and who has it', () => {
  expect(reken([VAST, DEEL], { grondslag: 0n, domein: 'bw' })).toMatchObject({
    soort: 'ontbreekt',
    feit: { wat: 'de begroting', op: '2023', van: 'aa' },
  })
})

test('without a domain the answer asks for it where the covenant has an amount for each', () => {
  expect(reken([VAST, DEEL], { grondslag: 100n })).toMatchObject({ soort: 'ontbreekt', feit: { wat: 'domein' } })
  expect(reken([PLAFOND], { grondslag: 100n, domein: 'bw' })).toMatchObject({ soort: 'bepaald' })
})

test('a covenant without such an amount does not regulate it', () => {
  const looptijd = 'soort: looptijd\nid: looptijd\ntot: 2024-01-01'
  expect(reken([looptijd], { grondslag: 100n })).toMatchObject({ soort: 'niet-geregeld' })
  expect(reken([looptijd, DEEL], { grondslag: 100n, domein: 'bw' })).toMatchObject({ soort: 'niet-geregeld' })
})

test('a ceiling is never above the exact share, and a share at most half a cent beside it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (grondslag) => {
      const plafond = reken([PLAFOND], { grondslag })
      const deel = reken([DEEL], { grondslag, domein: 'mo' })
      if (plafond.soort !== 'bepaald' || deel.soort !== 'bepaald') throw new Error('geen bedrag')
      const ruimte = grondslag * 51n - plafond.waarde.maximum! * 1000n
      expect(ruimte >= 0n && ruimte < 1000n).toBe(true)
      const verschil = deel.waarde.bedrag! * 100n - grondslag * 5n
      expect(verschil > -50n && verschil <= 50n).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['a share above one', DEEL.replace('5%', '101%'), 'schrijf een percentage boven 0% en van hoogstens 100%'],
  ['a share without percent', DEEL.replace('5%', '"5"'), 'als 5% of 5,1%'],
  ['a share without rounding', DEEL.replace('\nafronding: half-omhoog', ''), 'afronding'],
  ['who is no party', VAST.replace('door: aa', 'door: zz'), 'zz is geen partij'],
])('%s is refused with file and line', (_naam, yaml, melding) => {
  expect(() => lees(yaml)).toThrow(AfspraakFout)
  expect(() => lees(yaml)).toThrow(melding)
})

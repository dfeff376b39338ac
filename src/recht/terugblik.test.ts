import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Convenant, Kader } from '../convenant/afspraak.ts'
import { afsprakenboek } from '../convenant/afsprakenboek.ts'
import { leesAfspraken } from '../convenant/lees-afspraken.ts'
import { datum } from '../kern/datum.ts'
import { leesPeriode } from '../kern/periode.ts'
import { schrijfBoom, stapNaarJson } from '../kern/schrijf-uit.ts'
import { nietVastgesteld } from '../kern/uitkomst.ts'
import { eersteMelding, nieuweClient } from './terugblik.ts'

const lees = (pad: string) => leesAfspraken(readFileSync(new URL(`../../${pad}`, import.meta.url), 'utf8'), pad)
const convenant = lees('convenanten/den-haag/2025-01-01.md') as Convenant
const voorstel = lees('kaders/wetsvoorstel-woonplaatsbeginsel.md') as Kader
const afspraken = { convenanten: [convenant], kaders: [voorstel], besluiten: [], gemeenten: [] }
const boek = afsprakenboek('den-haag', datum('2025-06-01'), afspraken)

const nieuw = (melding: string, aanvragen: string[] = [], bw: string[] = [], bron?: 'wetsvoorstel') => {
  const u = nieuweClient(
    { melding: datum(melding), aanvragen: aanvragen.map(datum), bw: bw.map(leesPeriode) },
    boek,
    bron,
  )
  return u.soort === 'bepaald' ? u.waarde : u.soort
}

// G-UP-fn3: the window of 2024-03-01 is 2023-03-02 to 2024-02-29, that of 2023-01-01 is the year 2022.
test.each([
  ['2024-03-01', '2023-03-01', true],
  ['2024-03-01', '2023-03-02', false],
  ['2024-03-01', '2024-02-29', false],
  ['2024-03-01', '2024-03-01', true],
  ['2023-01-01', '2021-12-31', true],
  ['2023-01-01', '2022-01-01', false],
  ['2023-01-01', '2022-12-31', false],
])('with a melding on %s a request on %s makes "new client" %s', (melding, aanvraag, verwacht) => {
  expect(nieuw(melding, [aanvraag])).toBe(verwacht)
})

test('a stay counts for each of its days, and its tot is the first day without', () => {
  expect(nieuw('2023-01-01', [], ['2020-01-01/2022-01-01'])).toBe(true)
  expect(nieuw('2023-01-01', [], ['2020-01-01/2022-01-02'])).toBe(false)
  expect(nieuw('2023-01-01', [], ['2022-06-01/2024-01-01'])).toBe(false)
})

test('the bill counts twelve months from the end of the stay, and requests not at all', () => {
  expect(nieuw('2024-02-29', [], ['2022-01-01/2023-03-01'], 'wetsvoorstel')).toBe(false)
  expect(nieuw('2024-03-01', [], ['2022-01-01/2023-03-01'], 'wetsvoorstel')).toBe(true)
  expect(nieuw('2024-03-01', ['2024-02-01'], [], 'wetsvoorstel')).toBe(true)
})

test('somebody without a past is new, whatever the source and the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.constantFrom('wetsvoorstel' as const, undefined), (n, bron) => {
      expect(nieuw(datum('2015-01-01').add({ days: n }).toString(), [], [], bron)).toBe(true)
    }),
  )
})

test('a first report and a new client are two different facts', () => {
  const melding = datum('2026-02-20')
  expect(eersteMelding({ melding, eerdereMeldingen: [] }, boek)).toMatchObject({ soort: 'bepaald', waarde: true })
  expect(nieuw('2026-02-20', ['2025-12-01'])).toBe(false)
  expect(eersteMelding({ melding, eerdereMeldingen: [datum('2025-02-20')] }, boek)).toMatchObject({ waarde: false })
  expect(eersteMelding({ melding, eerdereMeldingen: [datum('2025-02-19')] }, boek)).toMatchObject({ waarde: true })
})

test('both say that the region has not adopted the reading', () => {
  const u = nieuweClient({ melding: datum('2026-02-20'), aanvragen: [], bw: [] }, boek)
  expect(nietVastgesteld(u.waarom).map((x) => x.id)).toEqual(['wie-is-nieuw'])
  const e = eersteMelding({ melding: datum('2026-02-20'), eerdereMeldingen: [] }, boek)
  expect(nietVastgesteld(e.waarom).map((x) => x.id)).toEqual(['voor-het-eerst'])
})

test('the reason names the window and what fell in it', () => {
  const u = nieuweClient({ melding: datum('2024-03-01'), aanvragen: [datum('2023-03-02')], bw: [] }, boek)
  const tekst = schrijfBoom(stapNaarJson(u.waarom))
  expect(tekst).toContain(
    '1 maart 2024 (melding) − 365 dagen = 2 maart 2023. We kijken van 2 maart 2023 tot en met 29 februari 2024.',
  )
  expect(tekst).toContain('De aanvraag van 2 maart 2023 valt binnen deze periode.')
})

test('the notion outlives the covenant and the answer says so', () => {
  const na = afsprakenboek('den-haag', datum('2026-06-01'), afspraken)
  const u = eersteMelding({ melding: datum('2026-05-01'), eerdereMeldingen: [] }, na)
  expect(u).toMatchObject({ soort: 'bepaald', waarde: true })
  expect(schrijfBoom(stapNaarJson(u.waarom))).toContain('Op 1 juni 2026 geldt er geen convenant.')
})

test('a covenant without the notion is not regulated', () => {
  const zonder = { ...convenant, regels: convenant.regels.filter((r) => r.soort !== 'terugblik') }
  const b = afsprakenboek('den-haag', datum('2025-06-01'), { ...afspraken, convenanten: [zonder] })
  expect(nieuweClient({ melding: datum('2025-06-01'), aanvragen: [], bw: [] }, b).soort).toBe('niet-geregeld')
})

import { expect, test } from 'vitest'
import { datum } from '../kern/datum.ts'
import { schrijfBoom, stapNaarJson, zin } from '../kern/schrijf-uit.ts'
import type { Convenant } from './afspraak.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import { leesAfspraken } from './lees-afspraken.ts'
import { type Bewijs, plichten, staatVan } from './plichten.ts'

/** A covenant of 2025 and 2026 with the blocks given, each under a lid of its own. */
const met = (...blokken: string[]): Convenant =>
  leesAfspraken(
    `---
id: proefland
titel: Convenant van een verzonnen regio
kort: Convenant Proefland
partijen: [assen, meppel, tynaarlo]
rollen: { centrumgemeente: [assen], regiogemeente: [meppel, tynaarlo] }
---

## Artikel 1 Afspraken

${blokken.map((b, i) => `${i + 1}. Zo staat het er.\n\n${b.startsWith('```') ? b : `\`\`\`regel\n${b}\n\`\`\``}\n`).join('\n')}
## Artikel 2 Duur

1. Twee jaar.

\`\`\`regel
soort: looptijd
id: looptijd
ingang: 2025-01-01
tot: 2027-01-01
\`\`\`
`,
    'convenanten/proefland/2025-01-01.md',
  ) as Convenant

const boekVan = (c: Convenant, op = '2025-06-01') =>
  afsprakenboek('proefland', datum(op), { convenanten: [c], kaders: [], besluiten: [], gemeenten: [] })
const bewijs = (...dagen: string[]): Bewijs[] => dagen.map((d) => ({ op: datum(d), wat: 'gedaan' }))
const gebeurd = (...dagen: string[]): Bewijs[] =>
  dagen.map((d) => ({ op: datum(d), wat: 'dit gebeurde', soort: 'gebeurtenis' }))

const regel = (wanneer: string, aard = 'resultaat'): string =>
  `soort: plicht\nid: p\nwie: centrumgemeente\naan: regiogemeente\nwat: de cijfers sturen\naard: ${aard}\nwanneer: ${wanneer}`
const staat = (blok: string, op: string, ...bekend: Bewijs[]): string => {
  const [plicht] = plichten(boekVan(met(blok)))
  const uit = staatVan(plicht!, bekend, datum(op))
  return uit.soort === 'bepaald' ? uit.waarde : uit.soort
}

test('two a year: what is near, done, missed, and outside the term', () => {
  const blok = regel('{ keer: 1, per: halfjaar }')
  expect(staat(blok, '2025-03-01')).toBe('loopt')
  // 30 June is 30 days after 31 May.
  expect(staat(blok, '2025-05-30')).toBe('loopt')
  expect(staat(blok, '2025-05-31')).toBe('binnenkort')
  expect(staat(blok, '2025-05-31', ...bewijs('2025-02-01'))).toBe('voldaan')
  expect(staat(blok, '2025-07-01')).toBe('te-laat')
  expect(staat(blok, '2025-07-01', ...bewijs('2025-07-01'))).toBe('voldaan')
  expect(staat(blok, '2025-07-02', ...bewijs('2025-06-30'))).toBe('loopt')
  expect(staat(blok, '2024-12-31')).toBe('niet-van-toepassing')
  expect(staat(blok, '2027-01-01')).toBe('niet-van-toepassing')
})

test('what is known of a later day does not count yet', () => {
  expect(staat(regel('{ keer: 1, per: jaar }'), '2025-05-01', ...bewijs('2025-05-02'))).toBe('loopt')
})

test('a duty to try is never done, however much is known of it', () => {
  const blok = regel('{ keer: 1, per: jaar }', 'inspanning')
  expect(staat(blok, '2025-12-31')).toBe('inspanning')
  expect(staat(blok, '2025-12-31', ...bewijs('2025-02-01', '2025-03-01'))).toBe('inspanning')
})

test('what always holds is never done either, and regularly without a number cannot be judged', () => {
  expect(staat(regel('voortdurend'), '2025-12-31', ...bewijs('2025-02-01'))).toBe('loopt')
  expect(staat(regel('geregeld'), '2025-12-31', ...bewijs('2025-02-01'))).toBe('niet-geregeld')
})

test('a reading may say how often "regularly" is, and the answer says that nobody adopted it', () => {
  const uitleg =
    '```regel\n' +
    regel('geregeld') +
    '\n```\n\n```uitleg\nid: elk-jaar\nover: [p]\nvraag: Hoe vaak is geregeld?\nkeuze: Elk jaar.\nreden: Zo gaat het elders.\nkiest: { hoe-vaak: elk-jaar }\nvastgesteld: nee\n```'
  const [plicht] = plichten(boekVan(met(uitleg)))
  const uit = staatVan(plicht!, bewijs('2025-02-01'), datum('2025-06-01'))
  expect(uit).toMatchObject({ soort: 'bepaald', waarde: 'voldaan' })
  expect(schrijfBoom(stapNaarJson(uit.waarom))).toContain('[uitleg elk-jaar, nog niet vastgesteld]')
})

test('once by a day: done before, near, late, and done late', () => {
  const blok = regel('{ uiterlijk: 2025-09-30 }')
  expect(staat(blok, '2025-08-01')).toBe('loopt')
  expect(staat(blok, '2025-09-30')).toBe('binnenkort')
  expect(staat(blok, '2025-10-01')).toBe('te-laat')
  expect(staat(blok, '2025-10-10', ...bewijs('2025-10-09'))).toBe('voldaan')
})

test('once without a day may have been done before the covenant began', () => {
  expect(staat(regel('eenmalig'), '2026-12-31')).toBe('loopt')
  expect(staat(regel('eenmalig'), '2025-01-01', ...bewijs('2024-11-01'))).toBe('voldaan')
})

test('after an event: nothing before it, then its term, then what was done after it', () => {
  const blok = regel('{ bij: iemand zegt op, binnen: P2W }')
  expect(staat(blok, '2025-03-01')).toBe('niet-van-toepassing')
  expect(staat(blok, '2025-03-15', ...gebeurd('2025-03-01'))).toBe('binnenkort')
  expect(staat(blok, '2025-03-16', ...gebeurd('2025-03-01'))).toBe('te-laat')
  expect(staat(blok, '2025-03-16', ...gebeurd('2025-03-01'), ...bewijs('2025-03-10'))).toBe('voldaan')
  expect(staat(blok, '2025-06-01', ...gebeurd('2025-03-01', '2025-05-30'), ...bewijs('2025-03-10'))).toBe('binnenkort')
})

const KALENDER = `soort: kalender
id: k
per: kalenderjaar J
stappen:
  - { doe: begroting sturen, wie: centrumgemeente, aan: regiogemeente, totEnMet: 1 oktober J-1 }
  - { doe: aandeel melden, wie: centrumgemeente, van: 1 februari J+1, totEnMet: laatste februari J+1 }
  - { doe: aandeel vaststellen, wie: centrumgemeente, zodra: cijfers nagekeken }`

test('every step of a calendar is a duty of its own, and a late one still counts for its own year', () => {
  const alle = plichten(boekVan(met(KALENDER)))
  expect(alle.map((p) => [p.id, p.wie, p.aan, p.wanneerZin])).toEqual([
    ['k-1', ['assen'], ['meppel', 'tynaarlo'], 'over elk jaar, uiterlijk 1 oktober van het jaar ervoor'],
    [
      'k-2',
      ['assen'],
      [],
      'over elk jaar, vanaf 1 februari van het jaar erna, uiterlijk eind februari van het jaar erna',
    ],
    ['k-3', ['assen'], [], 'als dit gebeurt: cijfers nagekeken'],
  ])
  const van = (i: number, op: string, ...bekend: Bewijs[]) => staatVan(alle[i]!, bekend, datum(op))
  // The budget of 2026, the last year of the covenant, is due on 1 October 2025.
  expect(van(0, '2025-09-05')).toMatchObject({ waarde: 'binnenkort' })
  expect(van(0, '2025-10-02')).toMatchObject({ waarde: 'te-laat' })
  expect(van(0, '2025-10-06', ...bewijs('2025-10-05'))).toMatchObject({ waarde: 'voldaan' })
  // Over 2025 the report is due in February 2026.
  expect(van(1, '2026-02-10')).toMatchObject({ waarde: 'binnenkort' })
  expect(van(1, '2026-05-01', ...bewijs('2026-02-20'))).toMatchObject({ waarde: 'voldaan' })
  expect(van(1, '2026-05-01', ...bewijs('2026-03-04'))).toMatchObject({ waarde: 'voldaan' })
  expect(van(1, '2026-05-01')).toMatchObject({ waarde: 'te-laat' })
})

test('the first sentence names the day, the tree who, for whom and what is known', () => {
  const [plicht] = plichten(boekVan(met(regel('{ keer: 2, per: jaar }'))))
  const { waarom } = staatVan(plicht!, bewijs('2025-03-02'), datum('2025-12-20'))
  expect(zin(waarom)).toBe('Binnenkort: uiterlijk 31 december 2025. 1 van 2 gedaan.')
  const boom = schrijfBoom(stapNaarJson(waarom))
  expect(boom).toContain('Assen: de cijfers sturen, voor elke regiogemeente.')
  expect(boom).toContain('2 maart 2025: gedaan.')
})

test('a meeting asks its lower bound; with an upper bound only, nobody can say', () => {
  const overleg = (keer: string): string =>
    `soort: overleg\nid: o\nnaam: het bestuurlijk overleg\nlaag: bestuurlijk\nkeer: ${keer}`
  expect(staat(overleg('{ minimaal: 2, streef: 4, per: jaar }'), '2025-07-01', ...bewijs('2025-03-01'))).toBe('loopt')
  expect(staat(overleg('{ hoogstens: 2, per: maand }'), '2025-07-01')).toBe('niet-geregeld')
})

test('what each does by itself is done when all have', () => {
  const blok = `${regel('eenmalig').replace('wie: centrumgemeente', 'wie: regiogemeente')}\nieder: ja`
  const van = (door: string, op: string): Bewijs => ({ op: datum(op), wat: 'gedaan', door })
  const op = '2025-03-01'
  expect(staat(blok, op, van('meppel', '2025-02-01'))).toBe('loopt')
  expect(staat(blok, op, van('meppel', '2025-02-01'), van('tynaarlo', '2025-02-20'))).toBe('voldaan')
  // Two papers of one municipality, of another one, or of nobody known are not of both.
  expect(staat(blok, op, van('meppel', '2025-02-01'), van('meppel', '2025-02-20'))).toBe('loopt')
  expect(staat(blok, op, van('meppel', '2025-02-01'), van('assen', '2025-02-20'))).toBe('loopt')
  expect(staat(blok, op, ...bewijs('2025-02-01', '2025-02-20'))).toBe('loopt')
})

test('a year before the covenant asks nothing, also when its day falls within it', () => {
  const afrekenen = `soort: kalender
id: k
per: kalenderjaar J
stappen:
  - { doe: afrekenen, wie: centrumgemeente, totEnMet: 30 juni J+1 }`
  // Over 2024 nothing is settled under a covenant of 2025; over 2025 it is due on 30 June 2026.
  expect(staat(afrekenen, '2025-08-01')).toBe('loopt')
  expect(staat(afrekenen, '2026-07-01')).toBe('te-laat')
})

test('a period the covenant covers only in part asks nothing', () => {
  const half = met(regel('{ keer: 1, per: jaar }'))
  const begonnen = { ...half, ingang: datum('2025-06-15') }
  const [plicht] = plichten(boekVan(begonnen, '2025-07-01'))
  expect(staatVan(plicht!, [], datum('2026-01-10'))).toMatchObject({ waarde: 'loopt' })
})

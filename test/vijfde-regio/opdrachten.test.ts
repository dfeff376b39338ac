import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metVijfdeRegio } from './kopie.ts'

let kopie: ReturnType<typeof metVijfdeRegio>
beforeAll(() => {
  kopie = metVijfdeRegio()
})
afterAll(() => kopie.weg())

/** Runs the command as a person would, in the copy. */
async function draai<T = Record<string, unknown>>(regel: string): Promise<T> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(kopie.map, 'bin/regiodak.mjs'), ...regel.split(' '), '--json'],
    { cwd: kopie.map },
  )
  return JSON.parse(stdout) as T
}
const bestand = (naam: string, inhoud: unknown): string => {
  writeFileSync(join(kopie.map, naam), JSON.stringify(inhoud))
  return naam
}

const GEMEENTEN = [
  'aalten',
  'berkelland',
  'bronckhorst',
  'doetinchem',
  'montferland',
  'oost-gelre',
  'oude-ijsselstreek',
  'winterswijk',
  'zutphen',
]

test.each([
  ['a resident of the east is handled at home', '--woongemeente winterswijk', 'winterswijk'],
  ['with spoed the centre does it', '--woongemeente winterswijk --spoed', 'doetinchem'],
  ['a resident of the west goes to the centre', '--woongemeente zutphen', 'doetinchem'],
  ['and so does someone from elsewhere', '--woongemeente rotterdam --gemeld-bij aalten', 'doetinchem'],
])('wie: %s', async (_, opties, verwacht) => {
  const regel = `wie --regio achterhoek --op 2026-06-01 --taak onderzoek --voorziening bw ${opties}`
  expect(await draai(regel)).toMatchObject({ soort: 'bepaald', waarde: verwacht })
})

test('looptijd, with and without the agreed extensions', async () => {
  const waarde = (geldt: boolean, totEnMet: string) => ({ waarde: { geldt, van: '2026-01-01', totEnMet } })
  expect(await draai('looptijd --regio achterhoek --op 2028-12-31')).toMatchObject(waarde(true, '2028-12-31'))
  expect(await draai('looptijd --regio achterhoek --op 2029-01-01')).toMatchObject(waarde(false, '2028-12-31'))
  expect(await draai('looptijd --regio achterhoek --op 2026-06-01 --verlengingen 2')).toMatchObject(
    waarde(true, '2030-12-31'),
  )
  // Two were agreed: a third changes nothing.
  expect(await draai('looptijd --regio achterhoek --op 2026-06-01 --verlengingen 3')).toMatchObject(
    waarde(true, '2030-12-31'),
  )
})

test('opzegging: nine months before 1 January; a day later is a year later', async () => {
  const op = async (dag: string): Promise<unknown> =>
    (await draai(`opzegging --regio achterhoek --mededeling ${dag} --door aalten`))['waarde']
  expect(await op('2026-03-31')).toMatchObject({ ingaandOp: '2027-01-01' })
  expect(await op('2026-04-02')).toMatchObject({ ingaandOp: '2028-01-01' })
})

test('verdeel: nine shares that add up, three quarters by inhabitants and one quarter by clients', async () => {
  const inwoners = [27_000, 44_000, 36_000, 59_000, 36_000, 30_000, 39_000, 29_000, 48_000]
  const clienten = [3, 5, 2, 20, 4, 3, 4, 3, 16]
  const per = (getallen: number[]): Record<string, number> =>
    Object.fromEntries(GEMEENTEN.map((g, i) => [g, getallen[i]!]))
  const metingen = bestand('metingen.json', { inwoners: per(inwoners), clienten: per(clienten) })
  const totaal = -1_000_000
  const { waarde } = await draai<{ waarde: { aandelen: Record<string, number>; rest: number } }>(
    `verdeel --regio achterhoek --sleutel resultaat --totaal ${totaal} --metingen ${metingen} --jaar 2026`,
  )
  expect(Object.values(waarde.aandelen).reduce((a, b) => a + b, 0) + waarde.rest).toBe(totaal)
  // 348,000 inhabitants and 60 clients; with a denominator of 4 x 348000 x 60 every share is a whole fraction.
  const noemer = 4 * 348_000 * 60
  for (const [i, g] of GEMEENTEN.entries()) {
    const teller = 3 * inwoners[i]! * 60 + clienten[i]! * 348_000
    expect(Math.abs(waarde.aandelen[g]! - (totaal * teller) / noemer), g).toBeLessThan(1)
  }
})

test('stem: without agreement the majority of all nine votes, and four against one is no majority', async () => {
  const ronde = (voor: number, tegen: number): Record<string, string> =>
    Object.fromEntries(GEMEENTEN.slice(0, voor + tegen).map((g, i) => [g, i < voor ? 'voor' : 'tegen']))
  const uitslag = async (voor: number, tegen: number): Promise<unknown> => {
    const ronden = bestand('stemmen.json', { ronden: [ronde(voor, tegen), ronde(voor, tegen)] })
    return (await draai(`stem --regio achterhoek --regel bestuurlijk-overleg --stemmen ${ronden} --op 2026-06-01`))[
      'waarde'
    ]
  }
  expect(await uitslag(5, 4)).toBe('aangenomen')
  expect(await uitslag(4, 1)).not.toBe('aangenomen')
  expect(await uitslag(4, 5)).toBe('verworpen')
})

test('kalender: the settlement over 2025 falls in the spring of 2026', async () => {
  const stappen = await draai<{ datum: string; van: string; doe: string }[]>('kalender --regio achterhoek --jaar 2026')
  expect(stappen).toContainEqual(expect.objectContaining({ van: '2027-04-01', datum: '2027-05-31' }))
})

test('doorbelasting: nine months times 4/3 times the decided rate, and an invoice of the correction both ways', async () => {
  const eenheden = bestand('eenheden.json', {
    tarieven: { onderzoeken: 61_250 },
    januariSeptember: {
      aalten: { onderzoeken: 9 },
      berkelland: { onderzoeken: 6 },
      'oost-gelre': { onderzoeken: 3 },
      winterswijk: { onderzoeken: 0 },
    },
    heelJaar: {
      aalten: { onderzoeken: 13 },
      berkelland: { onderzoeken: 7 },
      'oost-gelre': { onderzoeken: 4 },
      winterswijk: { onderzoeken: 1 },
    },
  })
  const { waarde } = await draai<{ waarde: unknown }>(
    `doorbelasting --regio achterhoek --jaar 2026 --eenheden ${eenheden}`,
  )
  expect(waarde).toEqual({
    aalten: { factuur: 735_000, werkelijk: 796_250, correctie: 61_250, richting: 'regio-naar-centrum' },
    berkelland: { factuur: 490_000, werkelijk: 428_750, correctie: -61_250, richting: 'centrum-naar-regio' },
    'oost-gelre': { factuur: 245_000, werkelijk: 245_000, correctie: 0, richting: 'geen' },
    winterswijk: { factuur: 0, werkelijk: 61_250, correctie: 61_250, richting: 'regio-naar-centrum' },
  })
})

test('uitvoeringskosten: at most four percent, down to the cent', async () => {
  expect(
    await draai('uitvoeringskosten --regio achterhoek --jaar 2026 --rijksbudget 1000000049 --gevraagd 40000002'),
  ).toMatchObject({ waarde: { maximum: 40_000_001, toegestaan: false } })
})

test('nieuwe-client: twelve months by the calendar, a leap day included', async () => {
  const nieuw = async (melding: string, aanvraag: string): Promise<unknown> =>
    (await draai(`nieuwe-client --regio achterhoek --melding ${melding} --aanvraag ${aanvraag}`))['waarde']
  expect(await nieuw('2028-03-01', '2027-02-27')).toBe(true)
  expect(await nieuw('2028-03-01', '2027-06-01')).toBe(false)
})

test('toets and voorbeelden read it like the others, and termijn and dwangsom need no region', async () => {
  const bevindingen = await draai<{ code: string; herkomst: string }[]>('toets achterhoek --op 2026-06-01')
  expect(bevindingen.map((b) => b.code)).toEqual(expect.arrayContaining(['DEADLINE-SPLIT', 'ROUTING-INCOMPLETE']))
  expect(bevindingen.every((b) => b.herkomst === 'berekend')).toBe(true)
  expect(await draai('voorbeelden achterhoek')).toMatchObject({ mislukt: [] })
})

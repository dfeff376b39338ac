import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plaatsing, Zaak } from '../../src/domein/antwoorden.ts'
import { legLocatieVast, meld, opPlek, plaatsing, testBsn, totToegekend } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let plaatser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  plaatser = await o.als('den-haag', 'plaatser')
})
afterAll(() => o.weg())

const weg = { tot: '2026-04-01', bestemming: 'eigenHuis' }

/** Someone who lives in a place since 9 March, on a day in April. */
async function bewoner(plek: string, bsn?: string): Promise<Plaatsing> {
  o.zetDag('2026-02-23')
  const wacht = await plaatsing(plaatser, await totToegekend(o, bsn ? { persoon: { bsn, geenBsn: false } } : {}))
  expect((await plaatser.doe(wacht, 'plaats', opPlek(plek, { van: '2026-03-09' }))).status).toBe(200)
  o.zetDag('2026-04-07')
  return plaatsing(plaatser, { plaatsing: wacht } as unknown as Zaak)
}

test('who leaves makes room from that day, and the case says when and where to', async () => {
  const [plek] = await legLocatieVast(o)
  const woont = await bewoner(plek!)
  expect(woont.taken.filter((t) => t.toestand === 'nu').map((t) => t.naam)).toContain('Vertrek vastleggen')
  const { body } = await plaatser.doe(woont, 'legVertrekVast', { ...weg, toelichting: 'Een flat in Zoetermeer.' })
  expect(body).toMatchObject({ stap: 'vertrokken', geplaatst: { van: '2026-03-09', tot: '2026-04-01' }, aanZet: null })
  expect(body.tijdlijn[0]).toMatchObject({
    zin: 'Vertrokken op 1 april 2026',
    details: [
      { label: 'Bestemming', tekst: 'een eigen woning' },
      { label: 'Toelichting', tekst: 'Een flat in Zoetermeer.' },
    ],
  })
  expect(await o.sql('SELECT periode::text FROM bezetting WHERE plek = $1', [plek])).toEqual([
    { periode: '[2026-03-09,2026-04-01)' },
  ])
  const volgende = await plaatsing(plaatser, await totToegekend(o))
  const op = async (van: string) => (await plaatser.doe(volgende, 'plaats', opPlek(plek!, { van }))).body
  expect(await op('2026-03-31')).toMatchObject({ code: 'WACHTLIJST_PLEK_BEZET' })
  expect(await op('2026-04-01')).toMatchObject({ stap: 'geplaatst' })
  const nogmaals = await plaatser.doe(body, 'legVertrekVast', weg)
  expect(nogmaals).toMatchObject({ status: 409, body: { code: 'STAP_PAST_NIET' } })
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('a departure is of a day that has passed, after the stay began, with a destination of the list', async () => {
  const [plek] = await legLocatieVast(o)
  const woont = await bewoner(plek!)
  const voor = await o.tel()
  const veld = async (anders: object) => {
    const a = await plaatser.doe(woont, 'legVertrekVast', { ...weg, ...anders })
    return [a.status, (a.body as unknown as { fouten?: { veld: string; melding: string }[] }).fouten]
  }
  const fout = (veldnaam: string, melding: string) => [400, [{ veld: veldnaam, melding }]]
  expect(await veld({ tot: '2026-04-08' })).toEqual(fout('tot', 'De dag van vertrek moet vandaag of eerder zijn.'))
  expect(await veld({ tot: '2026-03-09' })).toEqual(
    fout('tot', 'De dag van vertrek ligt vóór de tweede dag van het verblijf (10 maart 2026).'),
  )
  expect(await veld({ tot: '2026-02-29' })).toEqual(
    fout('tot', 'De dag van vertrek bestaat niet. Controleer de dag en de maand.'),
  )
  expect(await veld({ bestemming: 'de maan' })).toEqual(fout('bestemming', 'Kies waar de cliënt naartoe ging.'))
  expect(await o.tel()).toEqual(voor)
})

test('only who places people records that someone left; another municipality sees no such case', async () => {
  const [plek] = await legLocatieVast(o)
  const woont = await bewoner(plek!)
  const consulent = await o.als('zoetermeer', 'consulent')
  expect(await consulent.doe(woont, 'legVertrekVast', weg)).toMatchObject({
    status: 403,
    body: { code: 'NIET_BEVOEGD' },
  })
  const rijswijk = await o.als('rijswijk', 'consulent')
  expect((await rijswijk.doe(woont, 'legVertrekVast', weg)).status).toBe(404)
})

test('the past of a client is counted from the day of leaving: 365 days later someone is new again', async () => {
  const plekken = await legLocatieVast(o, { plekken: 2 })
  const consulent = await o.als('zoetermeer', 'consulent')
  const nieuw = async (plek: string, bsn: string, datum: string) => {
    await plaatser.doe(await bewoner(plek, bsn), 'legVertrekVast', weg)
    o.zetDag(datum)
    const persoon = { bsn, geenBsn: false }
    return (await meld(consulent, { persoon, over: { datum }, delen: { clientondersteuningOp: datum } })).nieuweClient
  }
  // From 1 April 2026 to 30 March 2027 are 363 days, to 3 April 2027 there are 367.
  expect(await nieuw(plekken[0]!, testBsn(71), '2027-03-30')).toMatchObject({ waarde: false })
  expect(await nieuw(plekken[1]!, testBsn(72), '2027-04-03')).toMatchObject({ waarde: true })
})

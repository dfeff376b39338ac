/** A step entered by mistake is taken back: over HTTP, by who did it, until the client has the decision. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { eenMelding, type Opzet, opzet, type Persoon, sleutel } from './opzet.ts'
import {
  invoer,
  legLocatieVast,
  meld,
  opPlek,
  type Opdrachtnaam,
  plaatsing,
  stap,
  totAdvies,
  totToegekend,
  wandel,
} from './loop.ts'

let o: Opzet
let consulent: Persoon
let beslisser: Persoon
let centrum: Persoon
let rijswijk: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  beslisser = await o.als('den-haag', 'beslisser')
  centrum = await o.als('den-haag', 'consulent-centrum')
  rijswijk = await o.als('rijswijk', 'consulent')
})
beforeEach(() => o.zetDag('2026-02-23'))
afterAll(() => o.weg())

const lees = async (wie: Persoon, { id }: { id: string }): Promise<Zaak> =>
  (await wie.haal<Zaak>(`/meldingen/${id}`)).body
const laatste = (zaak: Zaak): number => zaak.tijdlijn.find((r) => r.terugTeNemen)?.nummer ?? 0
const terug = (zaak: Zaak) => ({ gebeurtenis: laatste(zaak), reden: 'Op de verkeerde zaak ingevoerd.' })
const neemTerug = (wie: Persoon, zaak: Zaak): Promise<Zaak> => stap(wie, zaak, 'neemTerug', terug(zaak))
/** What the case says of itself, but for its history and version. */
const beeld = ({ versie: _versie, tijdlijn: _tijdlijn, ...rest }: Zaak) => rest
const zonderReden = async (wie: Persoon, zaak: Zaak) => beeld(await lees(wie, zaak))
const inBehandeling = async (wie: Persoon, ...gedaan: Opdrachtnaam[]): Promise<Zaak> =>
  wandel(wie, await meld(wie), ...gedaan)

test('every step is taken back and done again, up to a place; nothing shows but the history', async () => {
  const [plek] = await legLocatieVast(o)
  let zaak = await meld(consulent)
  const weg: [Persoon, Opdrachtnaam][] = [
    ...(['registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf', 'brengAdviesUit'] as const).map(
      (naam): [Persoon, Opdrachtnaam] => [consulent, naam],
    ),
    ...(['neemAdviesOver', 'ontvangAanvraag', 'neemBesluit'] as const).map((naam): [Persoon, Opdrachtnaam] => [
      beslisser,
      naam,
    ]),
  ]
  for (const [wie, naam] of weg) {
    const voor = await zonderReden(wie, zaak)
    const rij = await o.sql('SELECT * FROM werkrij WHERE id = $1', [zaak.id])
    const gezet = await wandel(wie, zaak, naam)
    const gezien = await zonderReden(wie, gezet)
    const zonder = await neemTerug(wie, gezet)
    expect(await zonderReden(wie, zonder), naam).toEqual(voor)
    expect(await o.sql('SELECT * FROM werkrij WHERE id = $1', [zaak.id]), naam).toEqual(rij)
    zaak = await wandel(wie, zonder, naam)
    expect(await zonderReden(wie, zaak), naam).toEqual(gezien)
  }
  zaak = await wandel(beslisser, zaak, 'maakBekend')
  const wacht = await plaatsing(await o.als('den-haag', 'plaatser'), zaak)
  const geplaatst = await (await o.als('den-haag', 'plaatser')).doe(wacht, 'plaats', opPlek(plek!))
  expect(geplaatst.status).toBe(200)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('the wrong entry stays, with who took it back, when and why; and the timeline says what was taken back', async () => {
  const zaak = await neemTerug(consulent, await inBehandeling(consulent, 'registreer'))
  const [nu, fout] = zaak.tijdlijn
  expect(nu).toMatchObject({
    soort: 'stapTeruggenomen',
    zin: 'Teruggenomen: de registratie',
    details: [{ label: 'Reden', tekst: 'Op de verkeerde zaak ingevoerd.' }],
    terugTeNemen: null,
  })
  expect(fout).toMatchObject({
    soort: 'geregistreerd',
    teruggenomen: {
      opgenomen: nu!.opgenomen,
      wie: consulent.wie.gebruiker.naam,
      organisatie: 'Zoetermeer',
      reden: 'Op de verkeerde zaak ingevoerd.',
    },
  })
  expect(zaak.taken.find((t) => t.opdracht === 'registreer')).toMatchObject({ toestand: 'nu', magIk: true })
})

test('what was recorded beside the steps stays: notes, contacts, people, files, interpreter, colleague, corrections', async () => {
  let zaak = await inBehandeling(consulent, 'registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf')
  const collega = (await o.als('zoetermeer', 'consulent', 1)).wie.gebruiker.id
  zaak = await stap(consulent, zaak, 'notitie', { tekst: 'Belt morgen.' })
  zaak = await stap(consulent, zaak, 'contactmoment', {
    datum: '2026-02-23',
    vorm: 'gesprek',
    met: 'de zus',
    verslag: 'Goed.',
  })
  zaak = await stap(consulent, zaak, 'voegBetrekkingToe', { soort: 'mentor', naam: 'M. Verzonnen', bereikbaar: '06' })
  zaak = await stap(consulent, zaak, 'regelTolk', { nodig: true, taal: 'Frans' })
  zaak = await stap(consulent, zaak, 'wijsToe', { behandelaar: collega })
  zaak = await stap(consulent, zaak, 'corrigeer', {
    gebeurtenis: 1,
    veld: 'datum',
    waarde: '2026-02-16',
    reden: 'Fout.',
  })
  const bestand = await consulent.ruw({
    method: 'POST',
    url: `/api/v1/meldingen/${zaak.id}/documenten?naam=brief.pdf`,
    headers: {
      'idempotency-key': sleutel(),
      'if-match': `"${zaak.versie}"`,
      'content-type': 'application/octet-stream',
    },
    payload: Buffer.from('%PDF-1.4\n%%EOF\n'),
  })
  expect(bestand.statusCode, bestand.body).toBeLessThan(300)
  zaak = await neemTerug(consulent, await lees(consulent, zaak))
  expect(zaak).toMatchObject({
    stap: 'onderzoek',
    gemeldOp: '2026-02-16',
    behandelaar: { id: collega },
    persoon: { tolk: true, taal: 'Frans', betrekkingen: [{ naam: 'M. Verzonnen' }] },
    documenten: [{ naam: 'brief.pdf' }],
  })
  expect(zaak.termijnen.find((t) => t.code === 'onderzoek')).toMatchObject({ datum: '2026-03-30', gehaaldOp: null })
  expect(zaak.tijdlijn.filter((r) => r.groep === 'contact' && !r.teruggenomen)).toHaveLength(5)
  expect((await o.controleer()).bevindingen).toEqual([])
})

describe('only the last step, by who did it', () => {
  test('a step on which another followed waits for that one', async () => {
    const zaak = await inBehandeling(consulent, 'registreer', 'screen')
    const registratie = zaak.tijdlijn.find((r) => r.soort === 'geregistreerd')!.nummer
    const a = await consulent.doe(zaak, 'neemTerug', { gebeurtenis: registratie, reden: 'x' })
    expect(a).toMatchObject({ status: 409, body: { code: 'TOEGANG_NIET_DE_LAATSTE_STAP' } })
    expect(a.body).toMatchObject({ detail: 'Je kunt alleen de laatste stap terugnemen. Dat is nu: de screening.' })
    const zonder = await neemTerug(consulent, await neemTerug(consulent, zaak))
    expect(zonder.stap).toBe('registratie')
  })

  test('a note, the report and a number that is not there are no step', async () => {
    const zaak = await stap(consulent, await inBehandeling(consulent, 'registreer'), 'notitie', { tekst: 'x' })
    for (const gebeurtenis of [1, zaak.versie, 99])
      expect((await consulent.doe(zaak, 'neemTerug', { gebeurtenis, reden: 'x' })).body).toMatchObject({
        code: 'TOEGANG_NIET_DE_LAATSTE_STAP',
      })
    const kaal = await meld(consulent, { delen: { clientondersteuningOp: undefined } })
    expect((await consulent.doe(kaal, 'neemTerug', { gebeurtenis: 1, reden: 'x' })).body).toMatchObject({
      code: 'TOEGANG_NIETS_TERUG_TE_NEMEN',
    })
  })

  test('the same step twice is refused, and so is a case that changed meanwhile', async () => {
    const gezet = await inBehandeling(consulent, 'registreer')
    const zaak = await neemTerug(consulent, gezet)
    expect((await consulent.doe(zaak, 'neemTerug', terug(gezet))).body).toMatchObject({
      code: 'TOEGANG_AL_TERUGGENOMEN',
    })
    expect((await consulent.doe(gezet, 'neemTerug', terug(gezet))).status).toBe(412)
    expect((await lees(consulent, zaak)).versie).toBe(zaak.versie)
  })

  test('a request that is sent twice with one key takes back one step', async () => {
    const gezet = await inBehandeling(consulent, 'registreer', 'screen')
    const koppen = { 'idempotency-key': sleutel() }
    const een = await consulent.doe(gezet, 'neemTerug', terug(gezet), koppen)
    const twee = await consulent.doe(gezet, 'neemTerug', terug(gezet), koppen)
    expect([een.status, twee.status, twee.body.versie]).toEqual([200, 200, gezet.versie + 1])
  })

  test('a step of another municipality is theirs, and another region or municipality sees nothing', async () => {
    const zaak = await totAdvies(consulent, await meld(consulent))
    expect((await beslisser.doe(zaak, 'neemTerug', terug(zaak))).body).toMatchObject({
      code: 'STAP_VAN_ANDER',
      detail: 'De laatste stap zette Zoetermeer. Alleen Zoetermeer kan die terugnemen.',
    })
    expect((await rijswijk.doe(zaak, 'neemTerug', terug(zaak))).status).toBe(404)
    const daar = await lees(beslisser, zaak)
    expect(daar.tijdlijn.find((r) => r.terugTeNemen)?.terugTeNemen).toMatchObject({
      reden: 'De laatste stap zette Zoetermeer. Alleen Zoetermeer kan die terugnemen.',
    })
    const na = await wandel(beslisser, zaak, 'neemAdviesOver')
    expect((await consulent.doe(na, 'neemTerug', terug(zaak))).body).toMatchObject({ code: 'STAP_VAN_ANDER' })
    const over = await neemTerug(beslisser, na)
    expect(await neemTerug(consulent, over)).toMatchObject({ stap: 'advies', advies: null })
  })

  test('a role without the task of the step takes nothing back', async () => {
    const wassenaar = await o.als('wassenaar', 'consulent')
    const gemeld = await wassenaar.stuur<Zaak>(
      '/meldingen',
      eenMelding({ herkomst: { gemeldBij: 'wassenaar', woonplaats: 'wassenaar', herkomst: 'wassenaar' } }),
    )
    const zaak = await wandel(centrum, gemeld.body, 'registreer')
    expect((await beslisser.doe(zaak, 'neemTerug', terug(await lees(centrum, zaak)))).body).toMatchObject({
      code: 'ROL_MIST_TAAK',
    })
    expect((await lees(beslisser, zaak)).taken.find((t) => t.opdracht === 'neemTerug')).toMatchObject({ magIk: false })
    expect((await neemTerug(centrum, await lees(centrum, zaak))).stap).toBe('registratie')
  })

  test('a reason is asked for, and nothing changes without', async () => {
    const zaak = await inBehandeling(consulent, 'registreer')
    for (const reden of ['', '   ', undefined])
      expect((await consulent.doe(zaak, 'neemTerug', { gebeurtenis: laatste(zaak), reden })).body).toMatchObject({
        code: 'INVOER_ONJUIST',
        fouten: [{ veld: 'reden' }],
      })
    expect((await lees(consulent, zaak)).versie).toBe(zaak.versie)
  })
})

test('a decision that was announced is taken back by nobody, and the refusal names the article', async () => {
  const zaak = await totToegekend(o)
  const besluit = zaak.tijdlijn.find((r) => r.soort === 'besluitGenomen')!.nummer
  expect(laatste(zaak)).toBe(0)
  const a = await beslisser.doe(zaak, 'neemTerug', { gebeurtenis: besluit, reden: 'x' })
  expect(a).toMatchObject({ status: 409, body: { code: 'TOEGANG_NA_BEKENDMAKING', bron: { artikel: '3:40' } } })
})

test.each([
  ['screening', async () => wandelTot({ uitkomst: 'voorliggend', toelichting: 'Al geholpen.' })],
  [
    'registratie',
    async () => stap(consulent, await meld(consulent), 'trekIn', { datum: '2026-02-23', reden: 'Verkeerde zaak.' }),
  ],
] as const)('a case that a mistake closed at the %s opens again, and is on the list', async (bij, sluit) => {
  const dicht = await sluit()
  expect(dicht).toMatchObject({ stap: 'gesloten', aanZet: null })
  const open = await neemTerug(consulent, dicht)
  expect(open).toMatchObject({ stap: bij, aanZet: { slug: 'zoetermeer' } })
  const lijst = await consulent.haal<Werklijst>('/werklijst?tab=mij&limiet=100')
  expect(lijst.body.rijen.map((r) => r.id)).toContain(dicht.id)
})
const wandelTot = async (uitkomst: object) =>
  stap(consulent, await inBehandeling(consulent, 'registreer'), 'screen', uitkomst)

test('access that the step gave ends today, stays as a row, and is given again with the step', async () => {
  const zaak = await totAdvies(consulent, await meld(consulent))
  expect((await beslisser.haal(`/meldingen/${zaak.id}`)).status).toBe(200)
  o.zetDag('2026-02-25')
  const zonder = await neemTerug(consulent, await lees(consulent, zaak))
  expect((await beslisser.haal(`/meldingen/${zaak.id}`)).status).toBe(404)
  const rijen = () =>
    o.sql(
      `SELECT t.van::text, t.tot::text FROM zaak_toegang t JOIN organisatie g ON g.id = t.organisatie WHERE t.zaak = $1 AND g.slug = 'den-haag'`,
      [zaak.id],
    )
  expect(await rijen()).toEqual([{ van: '2026-02-23', tot: '2026-02-25' }])
  // Once more, now with a request that comes first: that gives access as well.
  const gevraagd = await wandel(consulent, zonder, 'ontvangAanvraag')
  expect(await rijen()).toEqual([{ van: '2026-02-25', tot: null }])
  const klaar = await wandel(consulent, gevraagd, 'brengAdviesUit')
  expect((await neemTerug(consulent, klaar)).stap).toBe('advies')
  // Who shares the case on another ground keeps it.
  expect((await beslisser.haal(`/meldingen/${zaak.id}`)).status).toBe(200)
  expect((await o.controleer()).bevindingen).toEqual([])
})

test('the terms of a request and of a pause go and come back with the step', async () => {
  const aangevraagd = await wandel(
    beslisser,
    await totAdvies(consulent, await meld(consulent)),
    'neemAdviesOver',
    'ontvangAanvraag',
  )
  const besluit = (zaak: Zaak) => zaak.termijnen.find((t) => t.code === 'besluit')
  expect(besluit(aangevraagd)).toMatchObject({ datum: '2026-03-06', stilgezetSinds: null })
  const stil = await stap(beslisser, aangevraagd, 'schortOp', {
    reden: 'overmacht',
    van: '2026-02-23',
    toelichting: 'x',
  })
  expect(besluit(stil)).toMatchObject({ datum: null, stilgezetSinds: '2026-02-23' })
  const aanvraag = stil.tijdlijn.find((r) => r.soort === 'aanvraagOntvangen')!.nummer
  expect((await beslisser.doe(stil, 'neemTerug', { gebeurtenis: aanvraag, reden: 'x' })).body).toMatchObject({
    code: 'TOEGANG_NIET_DE_LAATSTE_STAP',
  })
  o.zetDag('2026-02-26')
  const loopt = await stap(beslisser, stil, 'hervat', { op: '2026-02-26' })
  expect(besluit(loopt)?.datum).toBe('2026-03-09')
  const opnieuwStil = await neemTerug(beslisser, loopt)
  expect(besluit(opnieuwStil)).toMatchObject({ datum: null, stilgezetSinds: '2026-02-23' })
  const nietStil = await neemTerug(beslisser, opnieuwStil)
  expect(besluit(nietStil)?.datum).toBe('2026-03-06')
  expect(besluit(nietStil)?.waarom).toEqual(besluit(aangevraagd)?.waarom)
  expect(besluit(await neemTerug(beslisser, nietStil))).toBeUndefined()
})

test('a correction made after an advice that is taken back sends the case to where it belongs', async () => {
  const zaak = await totAdvies(consulent, await meld(consulent))
  const na = await stap(beslisser, zaak, 'corrigeer', {
    gebeurtenis: 1,
    veld: 'woonplaats',
    waarde: 'wassenaar',
    reden: 'Fout.',
  })
  expect(na).toMatchObject({ stap: 'beoordeling', aanZet: { slug: 'den-haag' } })
  const zonder = await neemTerug(consulent, na)
  expect(zonder).toMatchObject({ stap: 'advies', woonplaats: 'Wassenaar', aanZet: { slug: 'den-haag' } })
  const daar = await lees(centrum, zonder)
  expect((await consulent.doe(daar, 'notitie', { tekst: 'x' })).status).toBe(403)
  expect((await centrum.doe(daar, 'brengAdviesUit', invoer.brengAdviesUit)).status).toBe(200)
  expect((await o.controleer()).bevindingen).toEqual([])
})

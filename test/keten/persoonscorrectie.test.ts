import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { inTransactie } from '../../src/opslag/transactie.ts'
import { inRijswijk, jan, juist, versBsn } from './jan.ts'
import { alsNamens, meld, stap, totAdvies, wandel } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let zoetermeer: Persoon
let rijswijk: Persoon
let centrum: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  zoetermeer = await o.als('zoetermeer', 'consulent')
  rijswijk = await o.als('rijswijk', 'consulent')
  centrum = await o.als('den-haag', 'consulent-centrum')
})
afterAll(() => o.weg())

/** Before the day of the other reports: counts as an earlier one. */
const vroeger = { datum: '2026-01-05' }
const piet = (bsn: string) => ({ bsn, geenBsn: false, voornamen: 'Piet', achternaam: 'Anders' })

const meldPiet = (bsn: string) =>
  rijswijk.stuur<Zaak>('/meldingen', eenMelding({ persoon: piet(bsn), herkomst: inRijswijk }))
const over = async (zaak: { id: string }): Promise<string> =>
  (await o.sql<{ persoon: string }>('SELECT persoon FROM werkrij WHERE id = $1', [zaak.id]))[0]!.persoon
const bsnVan = async (persoon: string): Promise<string | null> =>
  (await o.sql<{ bsn: string | null }>('SELECT bsn FROM persoon WHERE id = $1', [persoon]))[0]!.bsn
/** Ids of the persons this organisation can read, asked of the database as the application does. */
const ziet = (wie: Persoon): Promise<string[]> =>
  inTransactie(o.omg.pool, alsNamens(o, wie), async (tx) =>
    (await tx.vraag<{ id: string }>('SELECT id FROM persoon', [])).map((r) => r.id),
  )
const gaaf = async (): Promise<void> => expect((await o.controleer()).bevindingen).toEqual([])

describe('a wrong bsn', () => {
  test('once corrected no longer stops the report of whoever it belongs to', async () => {
    const [fout, goed] = [versBsn(), versBsn()]
    const zaak = await meld(zoetermeer, { persoon: jan(fout) })
    expect((await meldPiet(fout)).body).toMatchObject({ code: 'INVOER_ONJUIST' })
    const na = await stap(zoetermeer, zaak, 'corrigeerPersoon', juist(goed))
    expect(na.persoon).toMatchObject({ naam: 'Jan Verzonnen', bsn: goed })
    expect(na.tijdlijn[0]).toMatchObject({
      soort: 'gegevensGecorrigeerd',
      zin: `Persoonsgegevens gecorrigeerd: burgerservicenummer was "${fout}", is nu "${goed}"`,
    })
    expect(na.tijdlijn[0]!.details).toContainEqual({ label: 'Reden', tekst: 'Verkeerd overgenomen.' })
    expect(na.tijdlijn.find((r) => r.soort === 'meldingOntvangen')).toMatchObject({ gecorrigeerd: true })
    expect(await over(na)).toBe(await over(zaak))
    const goedGegaan = await meldPiet(fout)
    expect(goedGegaan.status, JSON.stringify(goedGegaan.body)).toBe(201)
    expect(await over(goedGegaan.body)).not.toBe(await over(na))
    const weer = await meld(rijswijk, { persoon: jan(goed), herkomst: inRijswijk })
    expect(await over(weer)).toBe(await over(na))
    await gaaf()
  })

  test('becomes free as well when it turns out that no bsn is known', async () => {
    const fout = versBsn()
    const zaak = await meld(zoetermeer, { persoon: jan(fout) })
    const na = await stap(zoetermeer, zaak, 'corrigeerPersoon', juist(undefined))
    expect(na.persoon.bsn).toBeNull()
    expect(na.tijdlijn[0]!.zin).toContain(`was "${fout}", is nu niet bekend`)
    expect((await meldPiet(fout)).status).toBe(201)
    await gaaf()
  })

  test('that was left out is filled in, and finds the person from then on', async () => {
    const goed = versBsn()
    const zaak = await meld(zoetermeer, { persoon: jan(undefined) })
    const na = await stap(zoetermeer, zaak, 'corrigeerPersoon', juist(goed))
    const weer = await meld(rijswijk, { over: { datum: '2026-02-21' }, persoon: jan(goed), herkomst: inRijswijk })
    expect(await over(weer)).toBe(await over(na))
    expect(weer.eersteMelding).toMatchObject({ waarde: false })
    await gaaf()
  })

  test('of someone else is refused at the field, tells nothing of them, and changes nothing', async () => {
    const vanPiet = versBsn()
    expect((await meldPiet(vanPiet)).status).toBe(201)
    const zaak = await meld(zoetermeer, { persoon: jan(versBsn()) })
    const voor = await o.tel()
    const a = await zoetermeer.doe(zaak, 'corrigeerPersoon', juist(vanPiet))
    expect(a.body).toMatchObject({
      status: 400,
      code: 'INVOER_ONJUIST',
      fouten: [
        {
          veld: 'bsn',
          melding:
            'Dit burgerservicenummer hoort bij iemand met een andere naam of geboortedatum. Controleer het nummer.',
        },
      ],
    })
    expect(JSON.stringify(a.body)).not.toMatch(/Piet|Anders|rijswijk/i)
    expect(await o.tel()).toEqual(voor)
    expect((await zoetermeer.haal<Zaak>(`/meldingen/${zaak.id}`)).body.versie).toBe(zaak.versie)
  })
})

describe('a case that is about someone the region knows', () => {
  test('gets their past, goes to who handles a repeated report, and lets go of the other', async () => {
    const [fout, goed] = [versBsn(), versBsn()]
    const eerder = await meld(rijswijk, { over: vroeger, persoon: jan(goed), herkomst: inRijswijk })
    const mentor = { soort: 'mentor', naam: 'Mentor Verzonnen', bereikbaar: '06' }
    const zaak = await meld(zoetermeer, { persoon: jan(fout), client: { betrekkingen: [mentor] } })
    const was = await over(zaak)
    expect(zaak).toMatchObject({ eersteMelding: { waarde: true }, aanZet: { slug: 'zoetermeer' } })
    expect(await ziet(zoetermeer)).toContain(was)

    const na = await stap(zoetermeer, zaak, 'corrigeerPersoon', juist(goed))
    expect(na).toMatchObject({
      eersteMelding: { waarde: false },
      nieuweClient: { waarde: true },
      aanZet: { slug: 'den-haag' },
      behandelendeGemeente: { slug: 'den-haag' },
    })
    const nu = await over(na)
    expect(nu).toBe(await over(eerder))
    expect((await centrum.haal<Zaak>(`/meldingen/${zaak.id}`)).body.persoon).toMatchObject({
      naam: 'Jan Verzonnen',
      bsn: goed,
      betrekkingen: [{ naam: 'Mentor Verzonnen' }],
    })
    for (const tabel of ['verblijf', 'betrekking'])
      expect(await o.sql(`SELECT persoon FROM ${tabel} WHERE zaak = $1`, [zaak.id]), tabel).toEqual([{ persoon: nu }])

    expect(await ziet(zoetermeer)).not.toContain(was)
    expect(await ziet(zoetermeer)).toContain(nu)
    expect(await ziet(centrum)).not.toContain(was)
    expect(await ziet(centrum)).toContain(nu)
    expect(
      await o.sql('SELECT tot::text AS tot FROM zaak_toegang WHERE zaak = $1 AND via = $2', [was, zaak.id]),
    ).toEqual([{ tot: '2026-02-23' }])
    expect(await bsnVan(was)).toBeNull()
    expect((await meldPiet(fout)).status).toBe(201)
    expect((await wandel(centrum, (await centrum.haal<Zaak>(`/meldingen/${zaak.id}`)).body, 'registreer')).stap).toBe(
      'screening',
    )
    await gaaf()
  })

  test('while another case stays with the person it leaves: that one keeps bsn, name and case', async () => {
    const [gedeeld, goed] = [versBsn(), versBsn()]
    const blijft = await meld(rijswijk, { over: vroeger, persoon: jan(gedeeld), herkomst: inRijswijk })
    const gaat = await meld(zoetermeer, { persoon: jan(gedeeld) })
    const was = await over(blijft)
    expect(await over(gaat)).toBe(was)
    expect(gaat).toMatchObject({ eersteMelding: { waarde: false }, aanZet: { slug: 'den-haag' } })
    const zaak = (await centrum.haal<Zaak>(`/meldingen/${gaat.id}`)).body
    const na = await stap(centrum, zaak, 'corrigeerPersoon', juist(goed, { achternaam: 'Eigen', voornamen: 'Els' }))
    expect(na).toMatchObject({ eersteMelding: { waarde: true }, aanZet: { slug: 'zoetermeer' } })
    expect(await over(na)).not.toBe(was)
    expect(await bsnVan(was)).toBe(gedeeld)
    expect(await bsnVan(await over(na))).toBe(goed)
    expect((await rijswijk.haal<Zaak>(`/meldingen/${blijft.id}`)).body.persoon).toEqual(blijft.persoon)
    expect(await ziet(rijswijk)).toContain(was)
    expect(await ziet(zoetermeer)).not.toContain(was)
    expect((await meldPiet(gedeeld)).body).toMatchObject({ code: 'INVOER_ONJUIST' })
    await gaaf()
  })

  test('and back: the first person is seen again through it, the other no longer', async () => {
    const [een, twee] = [versBsn(), versBsn()]
    const bijEen = await meld(rijswijk, { over: vroeger, persoon: jan(een), herkomst: inRijswijk })
    const bijTwee = await meld(rijswijk, { over: vroeger, persoon: jan(twee), herkomst: inRijswijk })
    const zaak = await meld(zoetermeer, { persoon: jan(een) })
    const hier = async () => (await centrum.haal<Zaak>(`/meldingen/${zaak.id}`)).body
    const weg = await stap(centrum, await hier(), 'corrigeerPersoon', juist(twee))
    expect(await over(weg)).toBe(await over(bijTwee))
    const terug = await stap(centrum, weg, 'corrigeerPersoon', juist(een))
    expect(await over(terug)).toBe(await over(bijEen))
    expect(await ziet(centrum)).toContain(await over(bijEen))
    expect(await ziet(centrum)).not.toContain(await over(bijTwee))
    const nogEens = await stap(centrum, terug, 'corrigeerPersoon', juist(twee, { voornamen: 'Johan' }))
    expect(nogEens.persoon.voornamen).toBe('Johan')
    expect(nogEens.tijdlijn.filter((r) => r.gecorrigeerd)).toHaveLength(3)
    await gaaf()
  })

  test('after the advice stays with the decider, and nobody of both keeps the person it was about', async () => {
    const [fout, goed] = [versBsn(), versBsn()]
    await meld(rijswijk, { over: vroeger, persoon: jan(goed), herkomst: inRijswijk })
    const zaak = await totAdvies(zoetermeer, await meld(zoetermeer, { persoon: jan(fout) }))
    const beslisser = await o.als('den-haag', 'beslisser')
    const was = await over(zaak)
    const na = await stap(beslisser, zaak, 'corrigeerPersoon', juist(goed))
    expect(na).toMatchObject({ stap: 'beoordeling', aanZet: { slug: 'den-haag' }, advies: { door: 'Zoetermeer' } })
    for (const wie of [zoetermeer, beslisser]) {
      expect(await ziet(wie)).not.toContain(was)
      expect(await ziet(wie)).toContain(await over(na))
    }
    // Also when the person turns out to have no past, and the report would have been handled elsewhere.
    const onbekend = await stap(beslisser, na, 'corrigeerPersoon', juist(versBsn()))
    expect(onbekend).toMatchObject({ eersteMelding: { waarde: true }, aanZet: { slug: 'den-haag' } })
    expect((await wandel(beslisser, onbekend, 'neemAdviesOver')).stap).toBe('aanvraag')
    await gaaf()
  })

  test('of two cases that leave one person at the same moment the second frees the bsn', async () => {
    for (let keer = 0; keer < 5; keer += 1) {
      const gedeeld = versBsn()
      const zaken = [
        await meld(zoetermeer, { over: vroeger, persoon: jan(gedeeld) }),
        await meld(zoetermeer, { persoon: jan(gedeeld) }),
      ] as const
      const was = await over(zaken[0])
      const uit = await Promise.all([
        zoetermeer.doe(zaken[0], 'corrigeerPersoon', juist(versBsn())),
        centrum.doe(zaken[1], 'corrigeerPersoon', juist(versBsn())),
      ])
      expect(uit.map((a) => a.status)).toEqual([200, 200])
      expect(await bsnVan(was)).not.toBe(gedeeld)
      expect((await meldPiet(gedeeld)).status).toBe(201)
    }
    await gaaf()
  })

  test('a report that comes in while its bsn is taken from another case gets a person of its own, or the same', async () => {
    for (let keer = 0; keer < 12; keer += 1) {
      const [fout, goed] = [versBsn(), versBsn()]
      const zaak = await meld(zoetermeer, { over: vroeger, persoon: jan(fout) })
      const [correctie, melding] = await Promise.all([
        zoetermeer.doe(zaak, 'corrigeerPersoon', juist(goed)),
        rijswijk.stuur<Zaak>('/meldingen', eenMelding({ persoon: jan(fout), herkomst: inRijswijk })),
      ])
      expect([correctie.status, melding.status]).toEqual([200, 201])
      expect(await bsnVan(await over(correctie.body))).toBe(goed)
      expect(await bsnVan(await over(melding.body))).toBe(fout)
    }
    await gaaf()
  })

  test('a correction and a report that bring the same new bsn at once end with one person', async () => {
    const goed = versBsn()
    const zaak = await meld(zoetermeer, { persoon: jan(versBsn()) })
    const [correctie, melding] = await Promise.all([
      zoetermeer.doe(zaak, 'corrigeerPersoon', juist(goed)),
      rijswijk.stuur<Zaak>('/meldingen', eenMelding({ persoon: jan(goed), herkomst: inRijswijk })),
    ])
    expect([correctie.status, melding.status]).toEqual([200, 201])
    expect(await over(correctie.body)).toBe(await over(melding.body))
    await gaaf()
  })
})

describe('a wrong name, birth date or address', () => {
  test('is right in the case, the work list, the search and the register', async () => {
    const bsn = versBsn()
    const zaak = await meld(zoetermeer, { persoon: jan(bsn, { voornamen: 'Jna', achternaam: 'Typvout' }) })
    const na = await stap(
      zoetermeer,
      zaak,
      'corrigeerPersoon',
      juist(bsn, { voornamen: 'Jan', tussenvoegsel: 'van', achternaam: 'Typfout', geboortedatum: '1991-06-14' }),
    )
    expect(na.persoon).toMatchObject({ naam: 'Jan van Typfout', geboortedatum: '1991-06-14', bsn })
    expect(na.tijdlijn[0]!.zin).toBe(
      'Persoonsgegevens gecorrigeerd: voornaam was "Jna", is nu "Jan"; tussenvoegsel was niet ingevuld, is nu "van"; achternaam was "Typvout", is nu "Typfout"; geboortedatum was "13 mei 1990", is nu "14 juni 1991"',
    )
    const lijst = (await zoetermeer.haal<Werklijst>('/werklijst?tab=team&limiet=100')).body
    expect(lijst.rijen.find((r) => r.id === zaak.id)?.naam).toBe('Jan van Typfout')
    const gezocht = await zoetermeer.haal<{ id: string }>(`/zaken/${zaak.nummer}`)
    expect((await zoetermeer.haal<Zaak>(`/meldingen/${gezocht.body.id}`)).body.persoon).toEqual(na.persoon)
    const nieuw = { bsn, geenBsn: false, achternaam: 'van Typfout', geboortedatum: '1991-06-14' }
    const elders = await meld(rijswijk, { persoon: nieuw, herkomst: inRijswijk })
    expect(await over(elders)).toBe(await over(na))
    const oud = eenMelding({ persoon: jan(bsn, { achternaam: 'Typvout' }), herkomst: inRijswijk })
    expect((await rijswijk.stuur('/meldingen', oud)).body).toMatchObject({ code: 'INVOER_ONJUIST' })
    // A later command, which reads no content, keeps the name.
    const verder = await wandel(zoetermeer, na, 'registreer')
    expect(verder.persoon.naam).toBe('Jan van Typfout')
    await gaaf()
  })

  test('leaves the past as it was known: the case is about the same person', async () => {
    const bsn = versBsn()
    const zaak = await meld(zoetermeer, { persoon: jan(bsn) })
    // Entered later, about an earlier day: no reason to take a case that is under way from who has it.
    await meld(rijswijk, { over: vroeger, persoon: jan(bsn), herkomst: inRijswijk })
    const na = await stap(zoetermeer, zaak, 'corrigeerPersoon', juist(bsn, { voornamen: 'Johannes' }))
    expect(na).toMatchObject({ eersteMelding: { waarde: true }, aanZet: { slug: 'zoetermeer' } })
    await gaaf()
  })

  test('an address is corrected in the case alone', async () => {
    const zaak = await meld(zoetermeer, { persoon: jan(versBsn(), { adres: 'Oude weg 1' }) })
    const persoon = await over(zaak)
    const nummer = async () => (await o.sql('SELECT nummer FROM stroom WHERE id = $1', [persoon]))[0]!['nummer']
    const voor = await nummer()
    const { bsn } = zaak.persoon
    const na = await stap(zoetermeer, zaak, 'corrigeerPersoon', juist(bsn!, { adres: 'Nieuwe weg 2' }))
    expect(na.persoon.adres).toBe('Nieuwe weg 2')
    expect(await nummer()).toBe(voor)
    const weg = await stap(zoetermeer, na, 'corrigeerPersoon', juist(bsn!))
    expect(weg.tijdlijn[0]!.zin).toContain('adres was "Nieuwe weg 2", is nu niet ingevuld')
    await gaaf()
  })

  test('what the client told about earlier help stays part of the past', async () => {
    const zaak = await meld(zoetermeer, {
      persoon: jan(versBsn()),
      herkomst: {
        eerderGemeld: 'ja',
        eerderGemeldOp: '2025-06-01',
        eerderGewoond: 'ja',
        eerderGewoondTot: '2025-12-01',
      },
    })
    expect(zaak).toMatchObject({ eersteMelding: { waarde: false }, nieuweClient: { waarde: false } })
    const hier = (await centrum.haal<Zaak>(`/meldingen/${zaak.id}`)).body
    const na = await stap(centrum, hier, 'corrigeerPersoon', juist(versBsn()))
    expect(na).toMatchObject({ eersteMelding: { waarde: false }, nieuweClient: { waarde: false } })
    await gaaf()
  })
})

test('erased content leaves "gewist" where it was, and the case still opens', async () => {
  const [fout, goed] = [versBsn(), versBsn()]
  const zaak = await meld(zoetermeer, { persoon: jan(fout, { achternaam: 'Wisbaar' }) })
  const na = await stap(zoetermeer, zaak, 'corrigeerPersoon', juist(goed, { achternaam: 'Uitgegumd' }))
  const wis = (soort: string) =>
    o.sql(
      `WITH weg AS (DELETE FROM inhoud WHERE zaak = $1 AND soort = $2 RETURNING regio, id)
       INSERT INTO gewist (regio, inhoud, op, grond) SELECT regio, id, '2026-02-23', 'bewaartermijn' FROM weg`,
      [zaak.id, soort],
    )
  await wis('meldingOntvangen')
  const half = (await zoetermeer.haal<Zaak>(`/meldingen/${zaak.id}`)).body
  expect(half.persoon.naam).toBe('Jan Uitgegumd')
  expect(half.tijdlijn[0]!.zin).toContain('achternaam was gewist, is nu "Uitgegumd"')
  await wis('gegevensGecorrigeerd')
  await o.sql("UPDATE werkrij SET naam = 'Gewist' WHERE id = $1", [zaak.id])
  const heel = (await zoetermeer.haal<Zaak>(`/meldingen/${zaak.id}`)).body
  expect(heel.persoon).toMatchObject({ naam: 'Gewist', gegevens: null })
  expect(heel.tijdlijn[0]!.zin).toContain('achternaam was gewist, is nu gewist')
  expect(JSON.stringify(heel)).not.toMatch(new RegExp(`Wisbaar|Uitgegumd|${fout}|${goed}`))
  expect(na.versie).toBe(heel.versie)
  await gaaf()
})

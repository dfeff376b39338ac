import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Vooruitblik, Zaak } from '../../src/domein/antwoorden.ts'
import { inTransactie } from '../../src/opslag/transactie.ts'
import { alsNamens, meld, stap, testBsn } from './loop.ts'
import { eenMelding, type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let zoetermeer: Persoon
let rijswijk: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  zoetermeer = await o.als('zoetermeer', 'consulent')
  rijswijk = await o.als('rijswijk', 'consulent')
})
afterAll(() => o.weg())

const iemand = (n: number, anders: object = {}) => ({
  bsn: testBsn(n),
  geenBsn: false,
  voornamen: 'Jan',
  achternaam: 'Verzonnen',
  geboortedatum: '1990-05-13',
  ...anders,
})
const inRijswijk = { gemeldBij: 'rijswijk', woonplaats: 'rijswijk', herkomst: 'rijswijk' }
const mentor = { soort: 'mentor', naam: 'Mentor uit Zoetermeer', bereikbaar: '06 in Zoetermeer' }

describe('someone whom another municipality knows', () => {
  test('each case shows its own report, and no relation, address or contact of the other', async () => {
    // A day later than the other report, which Rijswijk handles as the first.
    const eerst = await meld(zoetermeer, {
      over: { datum: '2026-02-21' },
      persoon: iemand(1, { adres: 'Geheime straat 1' }),
      client: { betrekkingen: [mentor], bereikbaar: 'via de buurvrouw' },
    })
    const daar = await meld(rijswijk, {
      persoon: iemand(1, { voornamen: 'Johan', adres: 'Andere weg 2' }),
      herkomst: inRijswijk,
    })
    expect(daar.persoon).toMatchObject({ voornamen: 'Johan', adres: 'Andere weg 2', betrekkingen: [] })
    expect(JSON.stringify(daar)).not.toMatch(/Geheime straat|buurvrouw|Mentor uit/)
    const later = (await zoetermeer.haal<Zaak>(`/meldingen/${eerst.id}`)).body
    expect(later.persoon).toEqual(eerst.persoon)
    const metContact = await stap(rijswijk, daar, 'voegBetrekkingToe', {
      soort: 'contact',
      naam: 'Zus uit Rijswijk',
      bereikbaar: 'x',
    })
    expect(metContact.persoon.betrekkingen.map((b) => b.naam)).toEqual(['Zus uit Rijswijk'])
    expect((await zoetermeer.haal<Zaak>(`/meldingen/${eerst.id}`)).body.persoon.betrekkingen).toHaveLength(1)
    expect((await o.controleer()).bevindingen).toEqual([])
  })

  test('by SQL the shared person shows what one recorded oneself, not what the other did', async () => {
    const daar = await meld(rijswijk, { persoon: iemand(1, { voornamen: 'Johan' }), herkomst: inRijswijk })
    const [{ persoon }] = (await o.sql<{ persoon: string }>('SELECT persoon FROM werkrij WHERE id = $1', [
      daar.id,
    ])) as [{ persoon: string }]
    const gelezen = await inTransactie(o.omg.pool, alsNamens(o, rijswijk), async (tx) => ({
      namens: await tx.vraag<{ namens: string }>('SELECT DISTINCT namens FROM gebeurtenis WHERE stroom = $1', [
        persoon,
      ]),
      inhoud: await tx.vraag<{ tekst: string }>('SELECT json::text AS tekst FROM inhoud WHERE zaak = $1', [persoon]),
    }))
    expect(gelezen.namens).toEqual([{ namens: rijswijk.wie.organisatie.id }])
    expect(gelezen.inhoud.length).toBeGreaterThan(0)
    expect(JSON.stringify(gelezen.inhoud)).not.toContain('"Jan"')
    const [alles] = await o.sql<{ aantal: number }>(
      'SELECT count(DISTINCT namens)::int AS aantal FROM gebeurtenis WHERE stroom = $1',
      [persoon],
    )
    expect(alles?.aantal).toBe(2)
  })
})

describe('a bsn that belongs to someone else', () => {
  test.each([
    ['surname', { achternaam: 'Anders' }],
    ['birth date', { geboortedatum: '1991-05-13' }],
  ])('another %s refuses the report at the bsn, tells nothing, and leaves nothing', async (_wat, anders) => {
    const eerst = await meld(zoetermeer, { persoon: iemand(2) })
    const voor = await o.tel()
    const a = await rijswijk.stuur('/meldingen', eenMelding({ persoon: iemand(2, anders), herkomst: inRijswijk }))
    expect(a.body).toMatchObject({
      status: 400,
      code: 'INVOER_ONJUIST',
      fouten: [
        {
          veld: 'client.persoon.bsn',
          melding:
            'Dit burgerservicenummer hoort bij iemand met een andere naam of geboortedatum. Controleer het nummer.',
        },
      ],
    })
    expect(JSON.stringify(a.body)).not.toMatch(/Verzonnen|1990|zoetermeer/i)
    expect(await o.tel()).toEqual(voor)
    expect((await zoetermeer.haal<Zaak>(`/meldingen/${eerst.id}`)).body.persoon).toEqual(eerst.persoon)
  })

  test.each([
    ['surname', { achternaam: 'Anders' }],
    ['birth date', { geboortedatum: '1991-05-13' }],
  ])('another %s refuses the preview at the bsn and shows no past', async (wat, anders) => {
    const n = wat === 'surname' ? 24 : 26
    await meld(zoetermeer, { persoon: iemand(n) })
    const vraag = (persoon: object) =>
      rijswijk.stuur<Vooruitblik>('/meldingen/_vooruitblik', {
        client: { persoon },
        herkomst: { ...(eenMelding()['herkomst'] as object), ...inRijswijk },
      })
    expect((await vraag(iemand(n))).body.elders).toBe(1)
    const a = await vraag(iemand(n, anders))
    expect(a.body).toMatchObject({ code: 'INVOER_ONJUIST', fouten: [{ veld: 'client.persoon.bsn' }] })
    expect(JSON.stringify(a.body)).not.toMatch(/elders|365|2026/)
    // The number alone tells nothing either: without the name nobody is looked for.
    const kaal = await vraag({ bsn: testBsn(n) })
    expect(kaal.body).toMatchObject({ elders: 0, zaken: [], eersteMelding: { soort: 'bepaald', waarde: true } })
  })

  test.each([
    ['den-haag', 'plaatser'],
    ['den-haag', 'jurist'],
    ['den-haag', 'beslisser'],
  ])('%s, %s: a role without registration enters no report and asks no preview', async (slug, rol) => {
    const wie = await o.als(slug, rol)
    const persoon = iemand(25)
    await meld(zoetermeer, { persoon })
    const hier = { gemeldBij: 'den-haag', woonplaats: 'den-haag', herkomst: 'den-haag' }
    const melding = eenMelding({ persoon, herkomst: hier })
    const { client, herkomst } = melding
    for (const a of [
      await wie.stuur('/meldingen', melding),
      await wie.stuur('/meldingen/_vooruitblik', { client, herkomst }),
    ])
      expect(a.body).toMatchObject({ status: 403, code: 'ROL_MIST_TAAK' })
  })

  test('capitals, spaces and where the particle is typed make no other person', async () => {
    await meld(zoetermeer, { persoon: iemand(3, { tussenvoegsel: 'de', achternaam: 'Vries' }) })
    const daar = await meld(rijswijk, { persoon: iemand(3, { achternaam: 'DE VRIES ' }), herkomst: inRijswijk })
    expect(daar.persoon.achternaam).toBe('DE VRIES')
    const ids = await o.sql('SELECT id FROM persoon WHERE bsn = $1', [testBsn(3)])
    expect(ids).toHaveLength(1)
  })
})

describe('two reports of one person on one day', () => {
  test('the one entered first is the first report, the other a repeated one, and says why', async () => {
    const eerst = await meld(zoetermeer, { persoon: iemand(4) })
    const tweede = await meld(rijswijk, { persoon: iemand(4), herkomst: inRijswijk })
    expect(eerst).toMatchObject({ eersteMelding: { waarde: true }, aanZet: { slug: 'zoetermeer' } })
    expect(tweede).toMatchObject({ eersteMelding: { waarde: false }, aanZet: { slug: 'den-haag' } })
    const metReden = await rijswijk.haal<Zaak>(`/meldingen/${tweede.id}?uitleg=ja`)
    const waarom = JSON.stringify(metReden.body.eersteMelding.waarom)
    expect(waarom).toContain('Op 20 februari 2026, dezelfde dag, was er al een andere melding.')
    expect(metReden.body.eersteMelding.waarom.wat).toBe('Dit is een herhaalde melding.')
    expect((await zoetermeer.haal<Zaak>(`/meldingen/${eerst.id}`)).body.eersteMelding).toMatchObject({ waarde: true })
    expect((await o.controleer()).bevindingen).toEqual([])
  })

  test('also when it only turns out later that they are about one person', async () => {
    const eerst = await meld(zoetermeer, { persoon: iemand(5) })
    const tweede = await meld(rijswijk, { persoon: iemand(6), herkomst: inRijswijk })
    const juist = { ...iemand(6), reden: 'Verkeerd bsn.' }
    expect(await stap(zoetermeer, eerst, 'corrigeerPersoon', juist)).toMatchObject({
      eersteMelding: { waarde: true },
      aanZet: { slug: 'zoetermeer' },
    })
    const laatste = await meld(rijswijk, { persoon: iemand(7), herkomst: inRijswijk })
    expect(laatste).toMatchObject({ eersteMelding: { waarde: true } })
    expect(await stap(rijswijk, laatste, 'corrigeerPersoon', juist)).toMatchObject({
      eersteMelding: { waarde: false },
      aanZet: { slug: 'den-haag' },
    })
    expect((await rijswijk.haal<Zaak>(`/meldingen/${tweede.id}`)).body.eersteMelding).toMatchObject({ waarde: true })
    expect((await o.controleer()).bevindingen).toEqual([])
  })
})

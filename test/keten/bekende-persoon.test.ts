import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
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
    const eerst = await meld(zoetermeer, {
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

  test('capitals, spaces and where the particle is typed make no other person', async () => {
    await meld(zoetermeer, { persoon: iemand(3, { tussenvoegsel: 'de', achternaam: 'Vries' }) })
    const daar = await meld(rijswijk, { persoon: iemand(3, { achternaam: 'DE VRIES ' }), herkomst: inRijswijk })
    expect(daar.persoon.achternaam).toBe('DE VRIES')
    const ids = await o.sql('SELECT id FROM persoon WHERE bsn = $1', [testBsn(3)])
    expect(ids).toHaveLength(1)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Werklijst, Zaak } from '../../src/domein/antwoorden.ts'
import { type eenMelding, type Opzet, opzet } from './opzet.ts'
import { legLocatieVast, meld, opPlek, plaatsing, totToegekend, wandel } from './loop.ts'

/** The covenant, extended once, ends on 1 January 2027: from then on only the statute answers. */
const VOOR = '2026-12-20'
const NA = '2027-01-02'

let o: Opzet
beforeAll(async () => {
  o = await opzet(VOOR)
})
afterAll(() => o.weg())

const inDecember = (herkomst: object, over: object = {}): Parameters<typeof eenMelding>[0] => ({
  over: { datum: VOOR, ...over },
  delen: { clientondersteuningOp: VOOR },
  herkomst,
})

describe.each([
  {
    wat: 'reported at Den Haag by someone who lives in Leidschendam-Voorburg',
    waar: ['den-haag', 'consulent-centrum'],
    anders: inDecember({ gemeldBij: 'den-haag', woonplaats: 'leidschendam-voorburg' }),
    houder: ['leidschendam-voorburg', 'consulent'],
  },
  {
    wat: 'reported at Wassenaar, handled by the centre',
    waar: ['wassenaar', 'consulent'],
    anders: inDecember({ gemeldBij: 'wassenaar', woonplaats: 'wassenaar' }),
    houder: ['den-haag', 'consulent-centrum'],
  },
  {
    wat: 'for opvang, reported at Zoetermeer',
    waar: ['zoetermeer', 'consulent'],
    anders: inDecember({ gemeldBij: 'zoetermeer', woonplaats: 'zoetermeer' }, { voorziening: 'mo' }),
    houder: ['den-haag', 'consulent-centrum'],
  },
] as const)('a case $wat', ({ waar, anders, houder }) => {
  test('stays with who holds it when the covenant ends, is in their list, and goes on', async () => {
    o.zetDag(VOOR)
    const bij = await o.als(houder[0], houder[1])
    const gemeld = await meld(await o.als(waar[0], waar[1]), anders)
    expect(gemeld.behandelendeGemeente.slug).toBe(houder[0])
    const registratie = await bij.haal<Zaak>(`/meldingen/${gemeld.id}`)
    await wandel(bij, registratie.body, 'registreer')
    o.zetDag(NA)
    const later = await bij.haal<Zaak>(`/meldingen/${gemeld.id}?uitleg=ja`)
    expect(later.body.aanZet).toMatchObject({ slug: houder[0], wij: true })
    expect(later.body.letOp.join(' ')).toMatch(/kan deze zaak niet openen. De zaak blijft bij/)
    expect(JSON.stringify(later.body.aanZet?.waarom)).toContain('Wmo 2015')
    expect(later.body.taken.find((t) => t.opdracht === 'screen')).toMatchObject({ magIk: true })
    const verder = await wandel(bij, later.body, 'screen')
    expect(verder.stap).toBe('onderzoek')
    const lijst = await bij.haal<Werklijst>('/werklijst?tab=team&limiet=100')
    expect(lijst.body.rijen.map((r) => r.id)).toContain(gemeld.id)
    expect((await o.controleer()).bevindingen).toEqual([])
  })
})

test('who waits for a place is placed by the centre, that has the case, after the end too', async () => {
  o.zetDag(VOOR)
  const [plek] = await legLocatieVast(o)
  const zaak = await totToegekend(o)
  o.zetDag(NA)
  const plaatser = await o.als('den-haag', 'plaatser')
  const wacht = await plaatsing(plaatser, zaak)
  expect(wacht.aanZet).toMatchObject({ slug: 'den-haag' })
  const a = await plaatser.doe(wacht, 'plaats', opPlek(plek!))
  expect(a.body, JSON.stringify(a.body)).toMatchObject({ stap: 'geplaatst' })
})

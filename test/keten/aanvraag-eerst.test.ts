/** The client asks for a decision while the municipalities are not ready: the request counts (Wmo 2015 art. 2.3.2 lid 9). */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { meld, stap, wandel } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
let beslisser: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
  beslisser = await o.als('den-haag', 'beslisser')
})
beforeEach(() => o.zetDag('2026-02-23'))
afterAll(() => o.weg())

const besluit = (zaak: Zaak) => zaak.termijnen.find((t) => t.code === 'besluit')

test('screening does not close a case in which a decision is owed', async () => {
  let zaak = await wandel(consulent, await meld(consulent), 'registreer')
  o.zetDag('2026-04-10')
  zaak = await stap(consulent, zaak, 'ontvangAanvraag', { datum: '2026-04-09', vorm: 'brief' })
  for (const uitkomst of ['voorliggend', 'ingetrokken']) {
    const a = await consulent.doe(zaak, 'screen', { uitkomst, toelichting: 'x' })
    expect(a.body).toMatchObject({
      code: 'INVOER_ONJUIST',
      fouten: [{ veld: 'uitkomst' }],
      bron: { wet: 'Wmo 2015', artikel: '2.3.5', lid: '2' },
    })
  }
  zaak = await wandel(consulent, zaak, 'screen')
  expect(zaak.aanZet).toMatchObject({ slug: 'den-haag', taak: 'beschikking' })
  expect(besluit(zaak)).toMatchObject({ datum: '2026-04-23' })
  expect((await stap(beslisser, zaak, 'trekIn', { datum: '2026-04-10', reden: 'x' })).stap).toBe('gesloten')
})

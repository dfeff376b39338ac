import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { correctievorm } from '../../src/web/schermen/zaak/correctievormen.ts'
import { meld, stap } from './loop.ts'
import { type Opzet, opzet, type Persoon } from './opzet.ts'

let o: Opzet
let consulent: Persoon
beforeAll(async () => {
  o = await opzet('2026-02-23')
  consulent = await o.als('zoetermeer', 'consulent')
})
afterAll(() => o.weg())

const rekent = 'We rekenen met: nee.'

test('what the client does not know counts as no, and screen and reason both say so', async () => {
  const weet = await meld(consulent)
  expect(weet.letOp.join(' ')).not.toContain(rekent)
  const zaak = await meld(consulent, { herkomst: { eerderGemeld: 'weetNiet', eerderGewoond: 'weetNiet' } })
  expect(zaak).toMatchObject({ eersteMelding: { waarde: true }, nieuweClient: { waarde: true } })
  expect(zaak.letOp.filter((zin) => zin.endsWith(rekent))).toHaveLength(2)
  const { body } = await consulent.haal<Zaak>(`/meldingen/${zaak.id}?uitleg=ja`)
  expect(JSON.stringify(body.eersteMelding)).toContain(`eerdere melding was. ${rekent}`)
  expect(JSON.stringify(body.nieuweClient)).toContain(`eerder verblijf was. ${rekent}`)
})

test('once the client knows, the correction takes the date, and nothing is assumed any more', async () => {
  const zaak = await meld(consulent, { herkomst: { eerderGemeld: 'weetNiet' } })
  const corrigeer = { gebeurtenis: 1, reden: 'De cliënt vond een brief.' }
  const na = await stap(consulent, zaak, 'corrigeer', { ...corrigeer, veld: 'eerderGemeldOp', waarde: '2025-06-01' })
  expect(na).toMatchObject({ eersteMelding: { waarde: false } })
  expect(na.letOp.join(' ')).not.toContain(rekent)
  const terug = await stap(consulent, await meld(consulent, { herkomst: { eerderGemeld: 'weetNiet' } }), 'corrigeer', {
    ...corrigeer,
    veld: 'eerderGemeld',
    waarde: 'nee',
  })
  expect(terug.letOp.join(' ')).not.toContain(rekent)
})

test('the form of a correction offers only what the command takes', () => {
  const veld = (naam: string) => correctievorm({ veld: naam, label: 'datum', waarde: '' }).velden[0]
  expect(veld('eerderGemeld')).toMatchObject({ opties: { nee: expect.any(String) } })
  expect(Object.keys((veld('eerderGemeld') as { opties: object }).opties)).toEqual(['nee'])
  expect(veld('eerderGemeldOp')).toMatchObject({ soort: 'datum' })
})

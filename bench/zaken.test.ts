/** The bench at a small size: what is fast must first be right. No ratios here, only answers. */
import { expect, test } from 'vitest'
import { afsprakenPerRegio, maakAdresboek, maakKlok } from '../src/domein/omgeving.opslag.ts'
import { datum } from '../src/kern/datum.ts'
import { laadAfspraken, programmamap } from '../src/opslag/afspraken-bestanden.ts'
import { maakClient, maakPool } from '../src/opslag/verbinding.ts'
import { controleer } from '../src/server/controleer.ts'
import { proef } from './zaken.ts'
import { PEILDATUM } from './zaken/opstelling.ts'
import { verzonnenBsn } from './zaken/toeval.ts'

const KLEIN = {
  zaken: 800,
  beurten: 1,
  geheugen: '128MB',
  verbindingen: 8,
  seconden: 1,
  opwarmen: 1,
  loops: 1,
  werk: ['aanmaken', 'werklijst', 'zaak', 'zaakMetUitleg'],
  log: () => undefined,
} as const

test('the bench answers rightly under load, loses nothing, and its data set equals the journal', async () => {
  let bevindingen: unknown
  const uitslag = await proef({
    ...KLEIN,
    achteraf: async ({ eigenaarUrl, appUrl }) => {
      const client = await maakClient(eigenaarUrl)
      const pool = maakPool(appUrl, { max: 1 })
      const afspraken = afsprakenPerRegio(await laadAfspraken(programmamap, { demonstratie: true }))
      const omg = { afspraken, adresboek: await maakAdresboek(pool), klok: maakKlok(datum(PEILDATUM)) }
      const rapport = await controleer(client, omg)
      bevindingen = { bevindingen: rapport.bevindingen, genoeg: rapport.stromen > 1000 }
      await Promise.all([client.end(), pool.end()])
    },
  })
  expect(bevindingen).toEqual({ bevindingen: [], genoeg: true })
  expect(uitslag.fouten).toBe(0)
  expect(uitslag.regels.map((r) => r.product.gelukt > 0 && r.kaal.gelukt > 0)).toEqual([true, true, true, true])
}, 180_000)

test('the numbers of invented people pass the elfproef and belong to nobody', () => {
  expect(verzonnenBsn(1)).toBe('000000012')
  expect(verzonnenBsn(0)).toBeUndefined()
  expect(() => verzonnenBsn(1_000_000)).toThrow(RangeError)
})

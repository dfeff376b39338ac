import { expect, test } from '@playwright/test'
import { metVijfdeRegio } from '../vijfde-regio/kopie.ts'
import { basis, meldAan, toegankelijk, vulMeldingAf, vulMeldingIn } from './handelingen.ts'
import { startIn } from './opstelling.ts'

let kopie: ReturnType<typeof metVijfdeRegio>
let programma: Awaited<ReturnType<typeof startIn>>
let vorige: string | undefined
test.beforeAll(async () => {
  kopie = metVijfdeRegio()
  programma = await startIn(kopie.map, '0')
  vorige = process.env['REGIODAK_BASIS']
  process.env['REGIODAK_BASIS'] = programma.basis
})
test.afterAll(async () => {
  process.env['REGIODAK_BASIS'] = vorige
  await programma.stop()
  kopie.weg()
})

test('a fifth region made of files: sign in, report, lists, places and its own covenant', async ({ page }) => {
  await page.goto(`${basis()}/aanmelden`)
  await page.getByText('Regio Achterhoek (verzonnen)').click()
  await toegankelijk(page)
  await meldAan(page, 'Winterswijk', /Consulent toegang/)
  await expect(page.getByText('regio Achterhoek (verzonnen)')).toBeVisible()
  await vulMeldingIn(page, { voornaam: 'Anna', achternaam: 'Voorbeeld', woonplaats: 'Winterswijk' })
  await expect(page.getByText('Winterswijk behandelt deze melding', { exact: false })).toBeVisible()
  await expect(page.getByText('Doetinchem neemt daarna het besluit', { exact: false })).toBeVisible()
  await vulMeldingAf(page)
  await page.getByRole('button', { name: 'Verstuur de melding' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /is binnen/ })).toBeVisible()
  await page.goto(`${basis()}/werklijst`)
  await expect(page.getByRole('link', { name: /Voorbeeld/ })).toBeVisible()
  await page.goto(`${basis()}/convenant`)
  await expect(page.getByRole('heading', { level: 1, name: 'Convenant Achterhoek 2026' })).toBeVisible()
  await expect(page.locator('#artikel-1-lid-1')).toContainText('Aalten')
  await page.getByRole('link', { name: 'Plichten' }).click()
  await expect(page.getByRole('row', { name: /cijfers over de wachtlijst/i })).toContainText('Doetinchem')
  const tabs = ['plichten', 'kalender', 'partijen', 'let-op', 'versies'].map((t) => `/convenant/achterhoek?tab=${t}`)
  for (const adres of ['/wachtlijst', '/plekken', '/convenant/achterhoek', ...tabs]) {
    await page.goto(`${basis()}${adres}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await toegankelijk(page)
  }
})

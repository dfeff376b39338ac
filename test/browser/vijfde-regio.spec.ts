import { expect, test } from '@playwright/test'
import { metVijfdeRegio, schrijfVolgendeVersie } from '../vijfde-regio/kopie.ts'
import { basis, meldAan, toegankelijk, vulMeldingAf, vulMeldingIn } from './handelingen.ts'
import { startIn } from './opstelling.ts'

let kopie: ReturnType<typeof metVijfdeRegio>
let programma: Awaited<ReturnType<typeof startIn>>
let vorige: string | undefined
test.beforeAll(async () => {
  kopie = metVijfdeRegio()
  schrijfVolgendeVersie(kopie.map)
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

test('two versions stand side by side: what changed per article, and who handles a report from then on', async ({
  page,
}) => {
  await meldAan(page, 'Berkelland', /Consulent toegang/)
  await page.goto(`${basis()}/convenant/achterhoek?tab=versies`)
  await page.getByRole('button', { name: 'Vergelijk', exact: true }).click()
  await expect(page).toHaveURL(/van=2026-01-01&met=2027-01-01/)
  await expect(page.getByRole('button', { name: 'Vergelijk', exact: true })).toBeFocused()
  const uitslag = page.getByRole('region', { name: 'Versies vergelijken' })
  await expect(uitslag.getByRole('deletion').filter({ hasText: '4%' })).toBeVisible()
  await expect(uitslag.getByRole('insertion').filter({ hasText: '5%' })).toBeVisible()
  const onderzoek = uitslag.getByRole('row', { name: /Wie doet het onderzoek\?.*inwoner van Berkelland/ })
  await expect(onderzoek).toContainText('Doetinchem')
  // No code of the files reaches people.
  await expect(uitslag).not.toContainText(/[{}"]|\boost-gelre\b/)
  await toegankelijk(page)
  await page.setViewportSize({ width: 360, height: 900 })
  await toegankelijk(page)
})

test('a decision about a version to come is recorded at that version, evidence only at the one of today', async ({
  page,
}) => {
  await meldAan(page, 'Doetinchem', /Regiocoördinator/)
  const open = (zoek: string) => page.goto(`${basis()}/convenant/achterhoek?${zoek}`)
  await open('op=2027-06-01&tab=versies')
  await expect(page.getByText('Je kunt hier niets vastleggen.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Leg een verlenging vast' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Leg besluiten over deze versie vast bij 1 januari 2027' }).click()
  await expect(page).toHaveURL(/op=2027-01-01&tab=versies/)
  await expect(page.getByRole('button', { name: 'Leg een verlenging vast' })).toBeVisible()
  await expect(page.getByText('Je kunt hier niets vastleggen.')).toHaveCount(0)
  await page.getByRole('link', { name: /^Plichten/ }).click()
  await expect(page.getByText('Dat kan alleen bij het convenant van vandaag.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Voeg bewijs toe/ })).toHaveCount(0)
  await toegankelijk(page)
})

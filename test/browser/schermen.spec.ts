import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { basis, dienMeldingIn, meldAan, toegankelijk } from './handelingen.ts'

const docs = join(import.meta.dirname, '../../docs')
const breedtes = [1280, 360] as const

/** A picture for the manual; the folder is made when it is missing. */
async function beeld(page: Page, naam: string, heel = false): Promise<void> {
  mkdirSync(join(docs, 'handleiding/beeld'), { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(docs, naam), fullPage: heel })
}

test.beforeAll(async ({ request }) => {
  // The lists are worth looking at once the demonstration is filled.
  await expect
    .poll(
      async () => {
        const { gebruikers } = (await (await request.get(`${basis()}/api/v1/demonstratie/gebruikers`)).json()) as {
          gebruikers: { id: string }[]
        }
        await request.post(`${basis()}/api/v1/demonstratie/aanmelden`, { data: { gebruiker: gebruikers[0]!.id } })
        const sessie = (await (await request.get(`${basis()}/api/v1/sessie`)).json()) as {
          zaaien: { bezig: boolean } | null
        }
        return sessie.zaaien?.bezig ?? false
      },
      { timeout: 60_000 },
    )
    .toBe(false)
})

for (const breedte of breedtes)
  test(`every screen is sound for keyboard and screen reader and fits at ${breedte} px`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width: breedte, height: 900 })
    await page.goto(`${basis()}/aanmelden`)
    await expect(page.getByRole('button').first()).toBeVisible()
    await toegankelijk(page)
    await meldAan(page, 'Zoetermeer', /Consulent toegang/)
    for (const tab of [
      '',
      '?tab=team',
      '?tab=anderen',
      '?tab=concepten',
      '?tab=afgerond',
      '?voorziening=bw&stap=onderzoek&spoed=ja',
    ]) {
      await page.goto(`${basis()}/werklijst${tab}`)
      await gereed(page)
      await toegankelijk(page)
    }
    await dienMeldingIn(page, { voornaam: 'Toos', achternaam: 'Tureluur', woonplaats: 'Zoetermeer' }).catch(
      async () => {
        await page.goto(`${basis()}/werklijst`)
        await dienMeldingIn(page, { voornaam: 'Toos', achternaam: 'Tureluur', woonplaats: 'Zoetermeer' })
      },
    )
    for (const uitleg of await page.locator('details.waarom > summary').all()) await uitleg.click()
    await toegankelijk(page)
    await meldAan(page, 'Den Haag', /Plaatser/)
    for (const pad of [
      '/wachtlijst',
      '/wachtlijst?groep=geplaatst',
      '/plekken',
      '/plekken?product=wonen-plus',
      '/bestaat/niet',
    ]) {
      await page.goto(`${basis()}${pad}`)
      await gereed(page)
      await toegankelijk(page)
    }
    await page.goto(`${basis()}/wachtlijst`)
    await page.locator('a.zaaklink').first().click()
    await expect(page.getByRole('heading', { name: 'Nodig volgens het besluit' })).toBeVisible()
    await toegankelijk(page)
    await page.getByRole('link', { name: 'Zoek een plek' }).click()
    await expect(page.getByRole('heading', { level: 2, name: /^Past \(/ })).toBeVisible()
    for (const groep of await page.locator('details.groep > summary').all()) await groep.click()
    await toegankelijk(page)
  })

/** The heading stands and nothing is being fetched any more. */
async function gereed(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('We halen de gegevens op…')).toHaveCount(0)
}

test('the first stop of the keyboard skips to the content', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', /Consulent toegang/)
  await page.reload()
  await gereed(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
})

test('tab and filters stand in the address and survive a reload', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', /Consulent toegang/)
  await page.getByRole('link', { name: /Mijn team/ }).click()
  await page.getByLabel('Soort').selectOption('bw')
  await page.getByRole('button', { name: 'Toepassen' }).click()
  await expect(page).toHaveURL(/tab=team/)
  await expect(page).toHaveURL(/voorziening=bw/)
  await page.reload()
  await expect(page.getByLabel('Soort')).toHaveValue('bw')
  await page.getByRole('link', { name: 'Haal weg: Soort: Beschermd wonen' }).click()
  await expect(page).not.toHaveURL(/voorziening/)
})

test('the pictures of the README and the manuals are taken from the running program', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto(`${basis()}/aanmelden`)
  await expect(page.getByRole('button').first()).toBeVisible()
  await beeld(page, 'handleiding/beeld/aanmelden.png')
  await meldAan(page, 'Den Haag', /Consulent Centrale Toegang/)
  await page.goto(`${basis()}/werklijst?tab=team`)
  await gereed(page)
  await beeld(page, 'beeld/werklijst.png')
  await beeld(page, 'handleiding/beeld/werklijst.png')
  await meldAan(page, 'Zoetermeer', /Consulent toegang/)
  await dienMeldingIn(page, { voornaam: 'Saar', achternaam: 'Slobeend', woonplaats: 'Zoetermeer' })
  await beeld(page, 'handleiding/beeld/zaak.png')
  await page.getByRole('region', { name: 'Termijnen' }).getByText('Waarom?').first().click()
  await page.getByRole('region', { name: 'Termijnen' }).screenshot({ path: join(docs, 'handleiding/beeld/waarom.png') })
  await meldAan(page, 'Den Haag', /Plaatser/)
  await page.goto(`${basis()}/wachtlijst`)
  await gereed(page)
  await beeld(page, 'handleiding/beeld/wachtlijst.png')
  await page.locator('a.zaaklink').first().click()
  await page.getByRole('link', { name: 'Zoek een plek' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^Past \(/ })).toBeVisible()
  await beeld(page, 'handleiding/beeld/plek-zoeken.png')
})

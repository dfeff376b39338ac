import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { basis, maakMelding, meldAan, toegankelijk } from './handelingen.ts'

const docs = join(import.meta.dirname, '../../docs')

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

type Scherm = { naam: string; wie: [gemeente: string, rol: RegExp] | null; open: (page: Page) => Promise<void> }
const consulent: Scherm['wie'] = ['Zoetermeer', /Consulent toegang/]
const plaatser: Scherm['wie'] = ['Den Haag', /Plaatser/]
const pad = (naam: string, wie: Scherm['wie'], adres: string): Scherm => ({
  naam,
  wie,
  open: async (page) => {
    await page.goto(`${basis()}${adres}`)
    await gereed(page)
  },
})

/** The person who waits longest, from the list. */
async function eersteVanDeLijst(page: Page): Promise<void> {
  await page.goto(`${basis()}/wachtlijst`)
  await page.locator('a.zaaklink').first().click()
  await expect(page.getByRole('heading', { name: 'Nodig volgens het besluit' })).toBeVisible()
}

const schermen: Scherm[] = [
  pad('sign-in', null, '/aanmelden'),
  pad('work list', ['Den Haag', /Consulent Centrale Toegang/], '/werklijst?tab=team'),
  pad('work list with filters and nothing in it', consulent, '/werklijst?voorziening=mo&stap=onderzoek&spoed=ja'),
  pad('drafts', consulent, '/werklijst?tab=concepten'),
  pad('waiting list', plaatser, '/wachtlijst'),
  pad('places', plaatser, '/plekken?vrij=ja&gemeente=den-haag'),
  pad('not found', consulent, '/bestaat/niet'),
  pad('a case that is not there', consulent, '/meldingen/018f4e3a-0000-7000-8000-000000000000'),
  pad('a placement that is not there', plaatser, '/plaatsingen/018f4e3a-0000-7000-8000-000000000000'),
  pad('a draft of others', plaatser, '/meldingen/concept/018f4e3a-0000-7000-8000-000000000000'),
  pad('a step that is none', consulent, '/meldingen/concept/018f4e3a-0000-7000-8000-000000000000/stap/9'),
  {
    naam: 'case with every explanation open',
    wie: consulent,
    open: async (page) => {
      await maakMelding(page, { voornaam: 'Toos', achternaam: 'Tureluur', woonplaats: 'Zoetermeer' })
      for (const uitleg of await page.locator('details.waarom > summary').all()) await uitleg.click()
    },
  },
  { naam: 'placement', wie: plaatser, open: eersteVanDeLijst },
  {
    naam: 'choosing a place',
    wie: plaatser,
    open: async (page) => {
      await eersteVanDeLijst(page)
      await page.getByRole('link', { name: 'Zoek een plek' }).click()
      await expect(page.getByRole('heading', { level: 2, name: /^Past \(/ })).toBeVisible()
      await page.locator('details.groep > summary').first().click()
    },
  },
]

for (const { naam, wie, open } of schermen)
  test(`${naam}: sound for keyboard and screen reader, and fits from 1280 down to 360 px`, async ({ page }) => {
    if (wie) await meldAan(page, ...wie)
    await open(page)
    await toegankelijk(page)
    await page.setViewportSize({ width: 360, height: 900 })
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

test('who may not enter a report is offered none, and no drafts', async ({ page }) => {
  const knop = page.getByRole('button', { name: 'Nieuwe melding' })
  const tab = page.getByRole('link', { name: /Concepten/ })
  await meldAan(page, 'Zoetermeer', /Consulent toegang/)
  await expect(knop).toBeVisible()
  await expect(tab).toBeVisible()
  for (const rol of [/Jurist/, /Beslisser/, /Contractmanager/]) {
    await meldAan(page, 'Den Haag', rol)
    await page.goto(`${basis()}/werklijst?tab=concepten`)
    await gereed(page)
    await expect(page.getByRole('link', { name: /Aan zet bij mij/ })).toHaveAttribute('aria-current', 'page')
    await expect(knop).toHaveCount(0)
    await expect(tab).toHaveCount(0)
  }
  await page.goto(`${basis()}/meldingen/concept/018f4e3a-0000-7000-8000-000000000000`)
  await expect(page.getByRole('heading', { level: 1, name: 'We kunnen deze melding niet tonen' })).toBeVisible()
  await expect(page.getByText(/^Met jouw rol \(Contractmanager\)/)).toBeVisible()
})

test('a file whose name says another kind than it is, is refused beside the field', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', /Consulent toegang/)
  await maakMelding(page, { voornaam: 'Pien', achternaam: 'Patrijs', woonplaats: 'Zoetermeer' })
  const veld = page.getByLabel('Bestand toevoegen')
  const stuur = async (name: string) => {
    await veld.setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await page.getByRole('button', { name: 'Voeg het bestand toe' }).click()
  }
  await stuur('brief.png')
  await expect(page.getByText('Dit bestand is een pdf. De naam moet eindigen op .pdf.')).toBeVisible()
  await expect(veld).toBeFocused()
  await toegankelijk(page)
  await stuur('brief.pdf')
  await expect(page.getByRole('link', { name: 'brief.pdf' })).toBeVisible()
  await expect(page.getByText('De naam moet eindigen op')).toHaveCount(0)
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
  await maakMelding(page, { voornaam: 'Saar', achternaam: 'Slobeend', woonplaats: 'Zoetermeer' })
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

import { expect, test } from '@playwright/test'
import { basis, meldAan, stap, toegankelijk, verder } from './handelingen.ts'
import { eenMelding } from '../keten/opzet.ts'

const consulent = /Consulent toegang/

test.beforeEach(async ({ page }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await page.getByRole('button', { name: 'Nieuwe melding' }).click()
  await stap(page, 1)
})

test('sending an incomplete step gives one summary that takes the focus, with links to the fields', async ({
  page,
}) => {
  await page.getByLabel('Datum van de melding').fill('30-2-2026')
  await verder(page)
  const kop = page.getByRole('heading', { name: 'Er zijn 3 fouten gevonden. Los ze op om verder te gaan.' })
  await expect(kop).toBeFocused()
  await expect(page).toHaveTitle(/^3 fouten – Stap 1 van 6/)
  const zin = 'De datum van de melding bestaat niet. Controleer de dag en de maand.'
  await expect(page.getByText(zin)).toHaveCount(2)
  await toegankelijk(page)
  await page.getByRole('link', { name: zin }).click()
  await expect(page.getByLabel('Datum van de melding')).toBeFocused()
})

test('a report dated in the future is refused by the server with a sentence at the field', async ({ page }) => {
  await page.getByLabel('Wie doet de melding?').selectOption('client')
  await page.getByLabel('Datum van de melding').fill('1-1-2030')
  await page.getByRole('radio', { name: 'aan het loket' }).check()
  await verder(page)
  await expect(
    page.getByRole('heading', { name: 'Er is 1 fout gevonden. Los hem op om verder te gaan.' }),
  ).toBeFocused()
  await stap(page, 1)
})

test('what was typed is stored when a field is left, and a draft is resumed at the first unfinished step', async ({
  page,
}) => {
  await page.getByLabel('Wie doet de melding?').selectOption('ziekenhuis')
  await page.getByRole('radio', { name: 'per telefoon' }).check()
  await verder(page)
  await stap(page, 2)
  await page.getByLabel('Achternaam').fill('Fluiteend')
  await page.getByLabel('Voornaam').focus()
  await expect(page.getByText(/Opgeslagen om \d+\.\d\d uur/)).toBeVisible()

  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werklijst' }).click()
  await page.getByRole('link', { name: /Concepten/ }).click()
  await toegankelijk(page)
  await page.getByRole('link', { name: /Fluiteend/ }).click()
  await stap(page, 2)
  await expect(page.getByLabel('Achternaam')).toHaveValue('Fluiteend')

  // The browser's own back button and the finished step both lead back.
  await page.getByRole('link', { name: '1 Over de melding' }).click()
  await stap(page, 1)
  await expect(page.getByLabel('Wie doet de melding?')).toHaveValue('ziekenhuis')
})

test('when the connection drops the text stays, the page says so, and it is stored once the connection is back', async ({
  page,
  context,
}) => {
  await context.setOffline(true)
  await page.getByLabel('Wie doet de melding?').focus()
  await page.getByLabel('Wie doet de melding?').selectOption('familie')
  await page.getByLabel('Datum van de melding').focus()
  await expect(
    page.getByText('Niet opgeslagen. We proberen het over 10 seconden opnieuw. Je tekst blijft staan.'),
  ).toBeVisible()
  await expect(page.getByLabel('Wie doet de melding?')).toHaveValue('familie')
  await context.setOffline(false)
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible({ timeout: 15_000 })
})

test('"Wijzig" on the check page returns to the check page', async ({ page }) => {
  const stap6 = page.url().replace(/\/stap\/1.*/, '/stap/6')
  await page.goto(stap6)
  await stap(page, 6)
  await page.getByRole('link', { name: 'Wijzig Over de melding' }).click()
  await stap(page, 1)
  await page.getByLabel('Wie doet de melding?').selectOption('client')
  await page.getByRole('radio', { name: 'aan het loket' }).check()
  await verder(page)
  await stap(page, 6)
  await page.getByRole('button', { name: 'Verstuur de melding' }).click()
  await expect(page.getByRole('heading', { name: /Er zijn 4 fouten gevonden/ })).toBeFocused()
})

test('a draft can be thrown away', async ({ page }) => {
  await page.getByText('Deze melding weggooien').click()
  await page.getByRole('button', { name: 'Ja, gooi de melding weg' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
})

test('two people in one draft: the second is told and chooses between the two texts', async ({ page }) => {
  await page.getByLabel('Wie doet de melding?').selectOption('ziekenhuis')
  await page.getByRole('radio', { name: 'per telefoon' }).check()
  await verder(page)
  await stap(page, 2)
  const ander = await page.context().newPage()
  await ander.goto(page.url())
  await ander.getByLabel('Achternaam').fill('Van de collega')
  await ander.getByLabel('Voornaam').focus()
  await expect(ander.getByText(/Opgeslagen om/)).toBeVisible()

  await page.getByLabel('Achternaam').fill('Van mij')
  await page.getByLabel('Voornaam').focus()
  await page.getByRole('button', { name: 'Toon de nieuwe versie en houd mijn tekst' }).click()
  await expect(page.getByText('De cliënt, Achternaam: Van de collega')).toBeVisible()
  await expect(page.getByLabel('Achternaam')).toHaveValue('Van mij')
  await toegankelijk(page)
  await page.getByRole('button', { name: 'Neem de nieuwe tekst over' }).click()
  await expect(page.getByLabel('Achternaam')).toHaveValue('Van de collega')
})

test('what a colleague typed meanwhile is shown before a report is sent', async ({ page }) => {
  const id = /concept\/([0-9a-f-]+)\//.exec(page.url())![1]!
  let versie = 1
  const bewaar = async (sleutel: string, gegevens: unknown) => {
    const a = await page.request.put(`${basis()}/api/v1/concepten/${id}/stappen/${sleutel}`, {
      data: { gegevens, af: true },
      headers: { 'if-match': `"${versie}"` },
    })
    expect(a.status(), await a.text()).toBe(200)
    versie += 1
  }
  const melding = eenMelding()
  for (const [sleutel, gegevens] of Object.entries(melding)) await bewaar(sleutel, gegevens)
  await page.goto(page.url().replace(/\/stap\/1.*/, '/stap/6'))
  await stap(page, 6)
  await expect(page.getByText('Een eigen rustige plek.')).toBeVisible()
  // A colleague, in the same draft.
  await bewaar('nodig', { ...(melding['nodig'] as object), wens: 'Dichter bij familie.' })
  await page.getByRole('button', { name: 'Verstuur de melding' }).click()
  await expect(page.getByText('Er is niets verstuurd.')).toBeVisible()
  await toegankelijk(page)
  await page.getByRole('button', { name: 'Toon de nieuwe versie' }).click()
  await expect(page.getByText('Wat wil de cliënt zelf: Dichter bij familie.')).toBeVisible()
  await toegankelijk(page)
  await page.getByRole('button', { name: 'Verstuur de melding' }).click()
  await expect(page.getByRole('heading', { name: 'De melding is binnen' })).toBeVisible()
})

test('the back button in the middle of a field loses nothing', async ({ page }) => {
  await page.getByLabel('Wie doet de melding?').selectOption('ziekenhuis')
  await page.getByRole('radio', { name: 'per telefoon' }).check()
  await verder(page)
  await stap(page, 2)
  await page.getByLabel('Achternaam').fill('Halverwege')
  await page.goBack()
  await stap(page, 1)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
  await page.getByRole('link', { name: /Concepten/ }).click()
  await page.getByRole('link', { name: /Halverwege/ }).click()
  await expect(page.getByLabel('Achternaam')).toHaveValue('Halverwege')
})

test('who leaves while nothing can be stored is asked first', async ({ page, context }) => {
  await context.setOffline(true)
  await page.getByLabel('Wie doet de melding?').selectOption('familie')
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werklijst' }).click()
  const vraag = page.getByRole('dialog', { name: 'Je tekst is nog niet opgeslagen' })
  await expect(vraag).toBeVisible()
  await toegankelijk(page)
  await page.keyboard.press('Escape')
  await expect(vraag).toBeHidden()
  await expect(page.getByLabel('Wie doet de melding?')).toHaveValue('familie')
  await context.setOffline(false)
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werklijst' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
})

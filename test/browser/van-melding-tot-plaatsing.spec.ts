import { expect, test } from '@playwright/test'
import {
  basis,
  maakMelding,
  doe,
  kies,
  meldAan,
  openZaak,
  toegankelijk,
  vulMeldingAf,
  vulMeldingIn,
} from './handelingen.ts'

const consulent = /Consulent toegang/
const centraal = /Consulent Centrale Toegang/
const beslisser = /Beslisser/
const plaatser = /Plaatser/

test('a first report of a resident of Zoetermeer goes from melding to a place, each municipality doing its own part', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await meldAan(page, 'Zoetermeer', consulent)
  await vulMeldingIn(page, { voornaam: 'Ria', achternaam: 'Wintertaling', bsn: '999990019', woonplaats: 'Zoetermeer' })

  // Step 3 says who handles it, until when, and why.
  const paneel = page.getByRole('region', {
    name: 'Zoetermeer behandelt deze melding. Den Haag neemt daarna het besluit.',
  })
  await expect(paneel).toBeVisible()
  await expect(paneel).toContainText('7 april 2026')
  const onderzoek = paneel.getByRole('listitem').filter({ hasText: 'Onderzoek' }).first()
  await onderzoek.getByText('Waarom?').click()
  await expect(onderzoek).toContainText('3 april 2026 is Goede Vrijdag.')
  await expect(onderzoek).toContainText('20 februari 2026 (melding) + 6 weken = 3 april 2026')
  await toegankelijk(page)

  await vulMeldingAf(page)
  await page.getByRole('button', { name: 'Verstuur de melding' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'De melding is binnen' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('dinsdag 7 april 2026')
  const nummer = /[A-Z]{2}-\d{4}-\d+/.exec((await page.getByText(/Het nummer is/).textContent())!)![0]
  await page.getByRole('link', { name: 'Open de zaak' }).click()

  await doe(page, 'Registreer de melding', (v) => kies(v, 'ja, gezien'))
  await doe(page, 'Rond de screening af', async (v) => {
    await kies(v, 'verder met het onderzoek')
    await v.getByLabel('Toelichting').fill('De vraag past bij beschermd wonen.')
  })
  await doe(page, 'Leg het aanbod vast', async (v) => {
    await v.getByLabel('Wanneer wees je de cliënt hierop?').fill('23-2-2026')
  })
  await doe(page, 'Start het onderzoek', async (v) => {
    await v.getByLabel('Datum van het gesprek').fill('23-2-2026')
  })
  await doe(page, 'Rond het onderzoek af', async (v) => {
    for (const vak of await v.getByRole('textbox').all())
      if ((await vak.inputValue()) === '') await vak.fill('Besproken met Ria en haar mentor.')
  })
  await doe(page, 'Verstuur het advies', async (v) => {
    await v.getByLabel('Advies').selectOption('toekennen')
    await kies(v, 'Wonen Plus')
    await v.getByLabel('Waarom kan zelfstandig wonen met begeleiding niet?').fill('Er is dagelijks nabijheid nodig.')
    await v.getByLabel('Motivering').fill('Ria heeft dagelijks nabijheid nodig.')
  })
  await expect(page.getByRole('heading', { name: /Den Haag is aan zet/ })).toBeVisible()

  // Zoetermeer cannot do what Den Haag must do, and is told so in a sentence.
  await expect(page.getByRole('button', { name: 'Neem het advies over' })).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('Den Haag')

  await meldAan(page, 'Den Haag', beslisser)
  await openZaak(page, nummer)
  await doe(page, 'Neem het advies over', async () => {})
  await doe(page, 'Leg de aanvraag vast', (v) => kies(v, 'ondertekend verslag'))
  await doe(page, 'Neem het besluit', async (v) => {
    await kies(v, 'toekennen')
    await kies(v, 'Wonen Plus')
    await v.getByLabel('Ingangsdatum').fill('1-3-2026')
    await v.getByLabel('Einddatum').fill('1-3-2028')
    await v.getByLabel('Motivering').fill('Het advies is goed onderbouwd.')
  })
  await doe(page, 'Leg de verzending vast', (v) => kies(v, 'per post'))
  await expect(page.getByRole('link', { name: 'Open de plaatsing' })).toBeVisible()
  await toegankelijk(page)

  await meldAan(page, 'Den Haag', plaatser)
  await openZaak(page, nummer)
  await page.getByRole('link', { name: 'Open de plaatsing' }).click()
  await page.getByRole('link', { name: 'Zoek een plek' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^Past \(/ })).toBeVisible()
  await page
    .getByRole('button', { name: /Kies deze plek/ })
    .first()
    .click()
  const vorm = page.locator('form.opdracht')
  await vorm.getByLabel('Wie bij de aanbieder gaf akkoord?').fill('T. Meerkoet')
  await vorm.getByLabel('Waarom deze plek?').fill('Dicht bij familie, en er is vandaag plaats.')
  await vorm.getByRole('button', { name: 'Plaats de cliënt hier' }).click()
  await expect(page.getByRole('heading', { name: 'Geplaatst', exact: true })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Dicht bij familie')
})

test('the same report of a resident of Wassenaar is handled by Den Haag, and Wassenaar sees why', async ({ page }) => {
  await meldAan(page, 'Wassenaar', consulent)
  await vulMeldingIn(page, { voornaam: 'Wim', achternaam: 'Waterhoen', woonplaats: 'Wassenaar' })
  const paneel = page.getByRole('region', {
    name: /Den Haag behandelt deze melding\. Den Haag neemt ook het besluit\./,
  })
  await expect(paneel).toBeVisible()
  await paneel.getByText('Waarom?').first().click()
  await expect(paneel).toContainText('Wassenaar')
  await expect(paneel).toContainText('artikel 3 lid 2')
})

test('Rijswijk cannot open a case of Zoetermeer, not by its number and not by its address', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  const nummer = await maakMelding(page, { voornaam: 'Zara', achternaam: 'Zilvermeeuw', woonplaats: 'Zoetermeer' })
  const adres = page.url()
  await meldAan(page, 'Rijswijk', consulent)
  await page.getByLabel('Zoek op zaaknummer').fill(nummer)
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await expect(page.getByText(`Zaak ${nummer} bestaat niet, of je mag hem niet zien.`)).toBeVisible()
  await page.goto(adres)
  await expect(page.getByText('Dit bestaat niet, of je mag het niet zien.')).toBeVisible()
  await expect(page.getByText('Zilvermeeuw')).toHaveCount(0)
})

test('a case of Wassenaar is on the work list of the central access team in Den Haag', async ({ page }) => {
  await meldAan(page, 'Wassenaar', consulent)
  const nummer = await maakMelding(page, { voornaam: 'Wiep', achternaam: 'Wulp', woonplaats: 'Wassenaar' })
  await meldAan(page, 'Den Haag', centraal)
  await openZaak(page, nummer)
  await expect(page.getByRole('heading', { name: /Jullie zijn aan zet: registratie/ })).toBeVisible()
  expect(page.url()).toContain(basis())
})

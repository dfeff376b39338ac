import { expect, test } from '@playwright/test'
import { maakMelding, doe, kies, meldAan, openZaak, toegankelijk } from './handelingen.ts'

const consulent = /Consulent toegang/

test('when somebody else was first, the refusal names them, the text stays, and it can be sent on the new version', async ({
  page,
  browser,
}) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await maakMelding(page, { voornaam: 'Kees', achternaam: 'Kluut', woonplaats: 'Zoetermeer' })
  await page.getByRole('button', { name: 'Notitie maken' }).click()
  const tekst = 'Belangrijk: de cliënt belt morgen terug.'
  await page.getByLabel('Notitie', { exact: true }).fill(tekst)

  const ander = await (await browser.newContext()).newPage()
  await meldAan(ander, 'Zoetermeer', /Bas Hoogland/)
  await ander.goto(page.url())
  await doe(ander, 'Registreer de melding', (v) => kies(v, 'ja, gezien'))

  await page.getByRole('button', { name: 'Bewaar de notitie' }).click()
  const weigering = page.getByRole('alert')
  await expect(weigering).toContainText('Bas Hoogland heeft dit net gewijzigd')
  await expect(page.getByLabel('Notitie', { exact: true })).toHaveValue(tekst)
  await toegankelijk(page)

  await page.getByRole('button', { name: 'Toon de nieuwe versie en houd mijn tekst' }).click()
  await expect(page.getByText('Je ziet nu de nieuwe versie.')).toBeVisible()
  await expect(page.getByLabel('Notitie', { exact: true })).toHaveValue(tekst)
  await page.getByRole('button', { name: 'Bewaar de notitie' }).click()
  await expect(page.getByText('Opgeslagen: Notitie maken.')).toBeVisible()
  await expect(page.getByText(tekst)).toBeVisible()
  await ander.context().close()
})

test('a name with HTML, an emoji and a very long word is shown as text and breaks no layout', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  const naam = `<b>Vos</b> 🦊 ${'Zonnebloem'.repeat(12)}`
  await maakMelding(page, { voornaam: '<script>alert(1)</script>', achternaam: naam, woonplaats: 'Zoetermeer' })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<b>Vos</b> 🦊')
  await expect(page).not.toHaveTitle(/Vos/)
  await toegankelijk(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await toegankelijk(page)
  await page.goto(new URL('/werklijst', page.url()).toString())
  await expect(page.getByText('<b>Vos</b>').first()).toBeVisible()
  await toegankelijk(page)
})

test('a file of the wrong kind is refused in words, a good one is stored and can be fetched', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await maakMelding(page, { voornaam: 'Dora', achternaam: 'Dodaars', woonplaats: 'Zoetermeer' })
  const bestand = page.getByLabel('Bestand toevoegen')
  await bestand.setInputFiles({ name: 'lijst.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') })
  await page.getByRole('button', { name: 'Voeg het bestand toe' }).click()
  await expect(page.getByText('Dit soort bestand kan niet. Kies pdf, docx, jpg of png.')).toBeVisible()
  await bestand.setInputFiles({
    name: 'verslag.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  })
  await page.getByRole('button', { name: 'Voeg het bestand toe' }).click()
  const link = page.getByRole('link', { name: 'verslag.pdf' })
  await expect(link).toBeVisible()
  const gehaald = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).toString())
  expect((await gehaald.body()).toString()).toBe('%PDF-1.4\n%%EOF\n')
})

test('a mistaken date is repaired from the timeline, and the term moves with it', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await maakMelding(page, {
    voornaam: 'Corrie',
    achternaam: 'Krakeend',
    woonplaats: 'Zoetermeer',
    datum: '2026-02-19',
  })
  await expect(page.getByRole('region', { name: 'Termijnen' })).toContainText('do 2 apr 2026')
  await page.getByText('Klopt dit niet?').first().click()
  await page.getByRole('button', { name: 'Verbeter: datum van de melding' }).click()
  await page.getByLabel('Wat is de juiste datum van de melding?').fill('20-2-2026')
  await page.getByLabel('Waarom klopte het niet?').fill('De cliënt kwam een dag later.')
  await page.getByRole('button', { name: 'Verbeter dit gegeven' }).click()
  await expect(page.getByRole('region', { name: 'Termijnen' })).toContainText('di 7 apr 2026')
  await expect(page.getByText('later verbeterd')).toBeVisible()
})

test('an ended session asks to sign in again at the same address', async ({ page, context }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await context.clearCookies()
  await page.getByRole('link', { name: 'Wachtlijst' }).click()
  await expect(page.getByText('Je sessie is voorbij. Meld je opnieuw aan.')).toBeVisible()
  await page.getByRole('region', { name: 'Zoetermeer', exact: true }).getByRole('button').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Wachtlijst' })).toBeVisible()
})

test('a wrong bsn and name are repaired beside them: errors per field, the text stays, the timeline tells both', async ({
  page,
  browser,
}) => {
  await meldAan(page, 'Zoetermeer', /Samira/)
  await maakMelding(page, { voornaam: 'Wies', achternaam: 'Wulpp', woonplaats: 'Zoetermeer' })
  const knop = page.getByRole('button', { name: 'Verbeter de persoonsgegevens' })
  await knop.click()
  const vorm = page.locator('form.opdracht')
  await expect(vorm.getByRole('heading', { name: 'Verbeter de persoonsgegevens' })).toBeFocused()
  await expect(vorm.getByLabel('Voornaam')).toHaveValue('Wies')
  await expect(vorm.getByLabel('Achternaam')).toHaveValue('Wulpp')
  await expect(vorm.getByLabel('Geboortedatum')).toHaveValue('13-5-1987')
  await expect(vorm.getByRole('checkbox', { name: 'Er is geen bsn bekend' })).toBeChecked()
  await expect(vorm.getByLabel('Burgerservicenummer')).toBeHidden()
  for (const breedte of [1280, 360]) {
    await page.setViewportSize({ width: breedte, height: 900 })
    await toegankelijk(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })

  await vorm.getByRole('checkbox', { name: 'Er is geen bsn bekend' }).uncheck()
  await vorm.getByLabel('Burgerservicenummer').fill('123456789')
  await vorm.getByLabel('Achternaam').fill('Wulp')
  await vorm.getByRole('button', { name: 'Verbeter de gegevens' }).click()
  const fouten = vorm.getByRole('region', { name: /Er zijn 2 fouten gevonden/ })
  await expect(fouten.getByRole('link')).toHaveText([
    'Dit burgerservicenummer klopt niet. Controleer alle cijfers.',
    'Vul een reden in.',
  ])
  await fouten.getByRole('link').first().click()
  await expect(vorm.getByLabel('Burgerservicenummer')).toBeFocused()
  await page.setViewportSize({ width: 360, height: 900 })
  await toegankelijk(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  const ander = await (await browser.newContext()).newPage()
  await meldAan(ander, 'Zoetermeer', /Bas Hoogland/)
  await ander.goto(page.url())
  await doe(ander, 'Registreer de melding', (v) => kies(v, 'ja, gezien'))
  await ander.context().close()

  await vorm.getByLabel('Burgerservicenummer').fill('999999965')
  await vorm.getByLabel('Waarom klopte het niet?').fill('Op het identiteitsbewijs staat het anders.')
  await vorm.getByRole('button', { name: 'Verbeter de gegevens' }).click()
  await expect(page.getByRole('alert')).toContainText('Bas Hoogland heeft dit net gewijzigd')
  await page.getByRole('button', { name: 'Toon de nieuwe versie en houd mijn tekst' }).click()
  await expect(vorm.getByLabel('Achternaam')).toHaveValue('Wulp')
  await vorm.getByRole('button', { name: 'Verbeter de gegevens' }).click()

  await expect(page.getByText('Opgeslagen: de gegevens zijn verbeterd.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wies Wulp')
  const clienten = page.getByRole('region', { name: 'Cliënt' })
  await expect(clienten).toContainText('999999965')
  await expect(page.getByRole('region', { name: 'Tijdlijn' })).toContainText(
    'Persoonsgegevens gecorrigeerd: burgerservicenummer was niet bekend, is nu "999999965"; achternaam was "Wulpp", is nu "Wulp"',
  )
  for (const breedte of [1280, 360]) {
    await page.setViewportSize({ width: breedte, height: 900 })
    await toegankelijk(page)
  }
  await page.getByRole('link', { name: 'Werklijst' }).first().click()
  await expect(page.getByText('Wies Wulp', { exact: true }).first()).toBeVisible()
})

test('a wrong kind of help is chosen again in the timeline, and the case goes to who handles that', async ({
  page,
}) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await maakMelding(page, { voornaam: 'Otto', achternaam: 'Ooievaar', woonplaats: 'Zoetermeer' })
  await page.getByText('Klopt dit niet?', { exact: true }).click()
  await page.getByRole('button', { name: 'Verbeter: soort hulp' }).click()
  const vorm = page.locator('form.opdracht')
  await kies(vorm, 'maatschappelijke opvang')
  await vorm.getByLabel('Waarom klopte het niet?').fill('De cliënt vroeg om opvang.')
  await page.setViewportSize({ width: 360, height: 900 })
  await toegankelijk(page)
  await vorm.getByRole('button', { name: 'Verbeter dit gegeven' }).click()
  await expect(page.getByText('Maatschappelijke opvang', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Den Haag is aan zet: registratie' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Tijdlijn' })).toContainText(
    'Gecorrigeerd: soort hulp was "beschermd wonen", is nu "maatschappelijke opvang"',
  )
})

test('a long text is not lost by a link: the page asks first, and goes when it may', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  const nummer = await maakMelding(page, { voornaam: 'Wim', achternaam: 'Wulp', woonplaats: 'Zoetermeer' })
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werklijst' }).click()
  await openZaak(page, nummer)
  await page.getByRole('button', { name: 'Notitie maken' }).click()
  const notitie = page.getByLabel('Notitie', { exact: true })
  await notitie.fill('Een heel verslag van het gesprek.')
  const werklijst = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werklijst' })
  const vraag = page.getByRole('dialog', { name: 'Je tekst is nog niet opgeslagen' })

  await werklijst.click()
  await expect(vraag.getByRole('button', { name: 'Blijf op deze pagina' })).toBeFocused()
  await toegankelijk(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await toegankelijk(page)
  await vraag.getByRole('button', { name: 'Blijf op deze pagina' }).click()
  await expect(notitie).toHaveValue('Een heel verslag van het gesprek.')

  // The back button and signing off ask as well; who stays is still signed in.
  await page.goBack()
  await expect(vraag).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Meld af' }).click()
  await expect(vraag).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(notitie).toHaveValue('Een heel verslag van het gesprek.')
  await page.getByRole('button', { name: 'Bewaar de notitie' }).click()
  await expect(page.getByText('Opgeslagen: Notitie maken.')).toBeVisible()

  // What is stored is no reason to ask.
  const zaak = page.url()
  await werklijst.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
  await page.goto(zaak)
  await page.getByRole('button', { name: 'Notitie maken' }).click()
  await notitie.fill('Toch niet.')
  await werklijst.click()
  await vraag.getByRole('button', { name: 'Ga weg zonder op te slaan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
  await page.getByRole('button', { name: 'Meld af' }).click()
  await expect(page.getByRole('heading', { name: 'Wie ben je vandaag?' })).toBeVisible()
  expect((await page.request.get(new URL('/api/v1/sessie', page.url()).toString())).status()).toBe(401)
})

test('a refusal that rests on an article names it, with a link to the statute', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await maakMelding(page, { voornaam: 'Tina', achternaam: 'Tureluur', woonplaats: 'Zoetermeer' })
  await page.getByRole('button', { name: 'Leg de aanvraag vast' }).click()
  const vorm = page.locator('form.opdracht')
  await vorm.getByLabel('Datum van de aanvraag').fill('20-2-2026')
  await kies(vorm, 'brief of e-mail')
  await vorm.getByRole('button', { name: 'Leg de aanvraag vast' }).click()
  const weigering = page.getByRole('alert')
  await expect(weigering).toContainText('Dit staat in Wmo 2015 artikel 2.3.2 lid 9')
  await expect(weigering.getByRole('link', { name: /artikel 2\.3\.2 lid 9/ })).toHaveAttribute(
    'href',
    /^https:\/\/wetten\.overheid\.nl\//,
  )
  for (const breedte of [1280, 360]) {
    await page.setViewportSize({ width: breedte, height: 900 })
    await toegankelijk(page)
  }
})

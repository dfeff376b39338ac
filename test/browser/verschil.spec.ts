import { expect, test } from '@playwright/test'
import { basis, direct, doe, kies, maakMelding, meldAan, openZaak, toegankelijk } from './handelingen.ts'

const consulent = /Consulent toegang/
const beslisser = /Beslisser/

test('when the centre sees it differently the municipality answers first, and then the centre has the decisive vote', async ({
  page,
}) => {
  await meldAan(page, 'Rijswijk', consulent)
  const nummer = await maakMelding(page, { voornaam: 'Vera', achternaam: 'Visdief', woonplaats: 'Rijswijk' })
  await direct(page, 'registreer', { identiteit: 'gezien' })
  await direct(page, 'screen', { uitkomst: 'onderzoek', toelichting: 'Past bij beschermd wonen.' })
  await direct(page, 'wijs-op-clientondersteuning', { datum: '2026-02-23' })
  await direct(page, 'start-onderzoek', {})
  const onderwerpen = ['behoeften', 'eigenKracht', 'netwerk', 'mantelzorger', 'algemeen', 'samenwerking', 'bijdrage']
  await direct(page, 'rond-onderzoek-af', {
    datum: '2026-02-23',
    antwoorden: Object.fromEntries(onderwerpen.map((o) => [o, 'Besproken.'])),
    verslag: 'Vera heeft veel steun nodig.',
  })

  // The form itself refuses to send an advice to grant without its product and reason.
  await page.getByRole('button', { name: 'Verstuur het advies' }).click()
  await page.getByLabel('Advies', { exact: true }).selectOption('toekennen')
  await page.locator('form.opdracht').getByRole('button', { name: 'Verstuur het advies' }).click()
  await expect(page.getByRole('heading', { name: /Er zijn 3 fouten gevonden/ })).toBeFocused()
  await toegankelijk(page)
  await direct(page, 'breng-advies-uit', {
    uitkomst: 'toekennen',
    product: 'wonen-intensief',
    motivering: 'Er is dag en nacht steun nodig.',
    waaromNietZelfstandig: 'Vera kan niet alleen zijn.',
  })

  await meldAan(page, 'Den Haag', beslisser)
  await openZaak(page, nummer)
  await doe(page, 'Meld het verschil van inzicht', async (v) => {
    await v.getByLabel('Wat moet het advies zijn volgens jullie?').selectOption('toekennen')
    await kies(v, 'Wonen Plus')
    await v.getByLabel('Motivering').fill('Steun overdag is genoeg.')
  })
  await expect(page.getByRole('heading', { name: /Rijswijk is aan zet/ })).toBeVisible()

  await meldAan(page, 'Rijswijk', consulent)
  await openZaak(page, nummer)
  await expect(page.getByRole('main')).toContainText('Steun overdag is genoeg.')
  await doe(page, 'Verstuur de reactie', async (v) => {
    await kies(v, 'ja, wij blijven erbij')
    await v.getByLabel('Motivering').fill('De nachten zijn juist onveilig.')
  })

  await meldAan(page, 'Den Haag', beslisser)
  await openZaak(page, nummer)
  await expect(page.getByRole('heading', { name: /Jullie zijn aan zet: doorslaggevende stem/ })).toBeVisible()
  await doe(page, 'Leg de doorslaggevende stem vast', async (v) => {
    await v.getByLabel('Wat wordt het advies?').selectOption('toekennen')
    await kies(v, 'Wonen Intensief')
    await v.getByLabel('Motivering').fill('De nachten geven de doorslag.')
  })
  const verschil = page.getByRole('region', { name: 'Verschil van inzicht' })
  await expect(verschil).toContainText('De nachten zijn juist onveilig.')
  await expect(verschil).toContainText('De nachten geven de doorslag.')
})

test('someone who waits can be paused and taken up again, with a reason in the timeline', async ({ page }) => {
  await meldAan(page, 'Den Haag', /Plaatser/)
  await page.getByRole('link', { name: 'Wachtlijst' }).click()
  await page.locator('a.zaaklink').last().click()
  await page.getByRole('button', { name: 'Tijdelijk geen voorstel' }).click()
  const vorm = page.locator('form.opdracht')
  await vorm.getByLabel('Tot wanneer?').fill('1-4-2026')
  await vorm.getByLabel('Reden').fill('De cliënt ligt in het ziekenhuis.')
  await vorm.getByRole('button', { name: 'Zet het wachten stil' }).click()
  await expect(page.getByText('Het wachten staat stil tot 1 april 2026.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Tijdlijn' })).toContainText('De cliënt ligt in het ziekenhuis.')
  await page.getByRole('button', { name: 'Weer voorstellen doen' }).click()
  await vorm.getByRole('button', { name: 'Laat de cliënt weer meedoen' }).click()
  await expect(page.getByText('Het wachten staat stil')).toHaveCount(0)
})

test('that someone left their place is recorded with the day and the destination, and the place is free', async ({
  page,
}) => {
  await meldAan(page, 'Den Haag', /Plaatser/)
  await page.goto(`${basis()}/wachtlijst?groep=geplaatst`)
  await page.locator('a.zaaklink').first().click()
  await expect(page.getByRole('heading', { name: 'Geplaatst', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Vertrek vastleggen' }).click()
  const vorm = page.locator('form.opdracht')
  await vorm.getByLabel('Op welke dag vertrok de cliënt?').fill('24-2-2026')
  await vorm.getByLabel('Waar ging de cliënt naartoe?').selectOption('eigenHuis')
  await vorm.getByLabel('Toelichting').fill('Een flat met begeleiding.')
  await vorm.getByRole('button', { name: 'Leg het vertrek vast' }).click()
  await expect(vorm).toContainText('De dag van vertrek moet vandaag of eerder zijn.')
  await expect(vorm.getByLabel('Toelichting')).toHaveValue('Een flat met begeleiding.')
  await toegankelijk(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await toegankelijk(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await vorm.getByLabel('Op welke dag vertrok de cliënt?').fill('23-2-2026')
  await vorm.getByRole('button', { name: 'Leg het vertrek vast' }).click()
  await expect(vorm).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Vertrokken op 23 februari 2026')
  await expect(page.getByRole('main')).toContainText('een eigen woning')
  await expect(page.getByRole('button', { name: 'Vertrek vastleggen' })).toHaveCount(0)
})

test('when the session ends while someone types, the text stays and the page says how to go on', async ({
  page,
  context,
}) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await maakMelding(page, { voornaam: 'Tim', achternaam: 'Taling', woonplaats: 'Zoetermeer' })
  await page.getByRole('button', { name: 'Notitie maken' }).click()
  await page.getByLabel('Notitie', { exact: true }).fill('Een lang verhaal dat niet weg mag.')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Bewaar de notitie' }).click()
  await expect(page.getByRole('alert')).toContainText('Je sessie is voorbij. Je tekst staat nog op deze pagina.')
  await expect(page.getByLabel('Notitie', { exact: true })).toHaveValue('Een lang verhaal dat niet weg mag.')
})

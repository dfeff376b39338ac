/** What a case still waits for stands among its tasks: who the client is, and a term that stands still. */
import { expect, type Page, test } from '@playwright/test'
import { direct, doe, kies, maakMelding, meldAan, openZaak, stap, toegankelijk } from './handelingen.ts'

const consulent = /Consulent toegang/

/** At both widths. */
async function opElkeBreedte(page: Page): Promise<void> {
  await toegankelijk(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await toegankelijk(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('a client without a document at the desk is asked for one later, and a term that stands still asks to run again', async ({
  page,
}) => {
  await meldAan(page, 'Zoetermeer', consulent)
  const nummer = await maakMelding(page, { voornaam: 'Ida', achternaam: 'IJsduiker', woonplaats: 'Zoetermeer' })
  await doe(page, 'Registreer de melding', (v) => kies(v, 'dat kon nog niet'))
  await expect(page.getByText('De identiteit van de cliënt is nog niet vastgesteld.')).toBeVisible()
  await direct(page, 'screen', { uitkomst: 'onderzoek', toelichting: 'Past bij beschermd wonen.' })
  await direct(page, 'wijs-op-clientondersteuning', { datum: '2026-02-20' })
  await direct(page, 'start-onderzoek', { datum: '2026-02-20' })
  await page.getByText('Kan nog niet', { exact: false }).first().click()
  await expect(page.getByText('dus zonder kan het niet af')).toBeVisible()

  await page.getByRole('button', { name: 'Stel de identiteit vast', exact: true }).click()
  await page.locator('form.opdracht').getByRole('button', { name: 'Stel de identiteit vast' }).click()
  await expect(page.getByText('Kies welk identiteitsbewijs je zag.').first()).toBeVisible()
  await opElkeBreedte(page)
  await page.getByLabel('Welk identiteitsbewijs zag je?').selectOption('paspoort')
  await page.locator('form.opdracht').getByRole('button', { name: 'Stel de identiteit vast' }).click()
  await expect(page.getByText('Opgeslagen: Identiteit vaststellen.')).toBeVisible()
  await expect(page.getByText('De identiteit van de cliënt is nog niet vastgesteld.')).toBeHidden()
  await expect(page.getByText('Identiteit vastgesteld op 23 februari 2026')).toBeVisible()

  const onderwerpen = ['behoeften', 'eigenKracht', 'netwerk', 'mantelzorger', 'algemeen', 'samenwerking', 'bijdrage']
  await direct(page, 'rond-onderzoek-af', {
    datum: '2026-02-23',
    antwoorden: Object.fromEntries(onderwerpen.map((o) => [o, 'Besproken.'])),
    verslag: 'Ida heeft steun nodig.',
  })
  await direct(page, 'breng-advies-uit', {
    uitkomst: 'toekennen',
    product: 'wonen-plus',
    motivering: 'Er is steun nodig.',
    waaromNietZelfstandig: 'Ida kan niet alleen zijn.',
  })
  await meldAan(page, 'Den Haag', /Beslisser/)
  await openZaak(page, nummer)
  await direct(page, 'neem-advies-over', {})
  await direct(page, 'ontvang-aanvraag', { datum: '2026-02-23', vorm: 'verslag' })
  await direct(page, 'schort-op', {
    reden: 'aanvulling',
    brief: '2026-02-23',
    hersteltermijn: '2026-03-09',
    toelichting: 'Er ontbreekt een verklaring.',
  })
  await expect(page.getByText('Er is nu geen taak te doen.')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Laat de termijn weer lopen' })).toBeVisible()
  const termijnen = page.getByRole('region', { name: 'Termijnen' })
  await termijnen.getByText('Waarom? Uitleg bij besluit bekend').click()
  await expect(termijnen.getByText('De beslistermijn staat stil vanaf 24 februari 2026').first()).toBeVisible()
  await opElkeBreedte(page)
})

test('the form asks for an earlier report for beschermd wonen, and says itself that its date is needed', async ({
  page,
}) => {
  await meldAan(page, 'Zoetermeer', consulent)
  await page.getByRole('button', { name: 'Nieuwe melding' }).click()
  await stap(page, 1)
  await page.goto(page.url().replace('/stap/1', '/stap/3'))
  await stap(page, 3)
  await page
    .getByRole('radiogroup', { name: 'Meldde de cliënt zich al eerder voor beschermd wonen in deze regio?' })
    .getByRole('radio', { name: 'ja' })
    .check()
  await page
    .getByRole('radiogroup', { name: /Woonde de cliënt eerder/ })
    .getByRole('radio', { name: 'ja' })
    .check()
  await expect(page.getByLabel('Wanneer was de laatste keer?', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Tot wanneer?', { exact: true })).toHaveAttribute('aria-required', 'true')
  await page.getByRole('button', { name: 'Opslaan en verder' }).click()
  await expect(page.getByText('Vul in tot wanneer de cliënt daar woonde').first()).toBeVisible()
  await opElkeBreedte(page)
})

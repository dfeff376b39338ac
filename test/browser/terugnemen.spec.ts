import { expect, test } from '@playwright/test'
import type { Plaatsing, Plekkeuze, Wachtlijst } from '../../src/domein/antwoorden.ts'
import { onderzoeksvragen } from '../../src/domein/toegang/melding.schema.ts'
import { direct, doe, kies, maakMelding, meldAan, toegankelijk } from './handelingen.ts'

test('a screening that closed the case by mistake is taken back from the timeline, and stands at the tasks again', async ({
  page,
  browser,
}) => {
  await meldAan(page, 'Zoetermeer', /Samira/)
  await maakMelding(page, { voornaam: 'Teun', achternaam: 'Tureluur', woonplaats: 'Zoetermeer' })
  await doe(page, 'Registreer de melding', (v) => kies(v, 'ja, gezien'))
  await doe(page, 'Rond de screening af', async (v) => {
    await kies(v, 'geholpen met een voorliggende voorziening')
    await v.getByLabel('Toelichting').fill('Hoort bij een andere cliënt.')
  })
  await expect(page.getByText('Niemand hoeft nu iets te doen')).toBeVisible()

  const tijdlijn = page.getByRole('region', { name: 'Tijdlijn' })
  await tijdlijn.getByText('Klopt deze stap niet?').click()
  await tijdlijn.getByRole('button', { name: 'Neem terug: de screening' }).click()
  const vorm = page.locator('form.opdracht')
  await expect(vorm.getByRole('heading', { name: 'Neem terug: de screening' })).toBeFocused()
  await expect(vorm).toContainText('De zaak gaat weer open.')
  for (const breedte of [1280, 360]) {
    await page.setViewportSize({ width: breedte, height: 900 })
    await toegankelijk(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })

  await vorm.getByRole('button', { name: 'Neem de stap terug' }).click()
  await expect(vorm.getByRole('region', { name: /Er is 1 fout gevonden/ }).getByRole('link')).toHaveText(
    'Vul een reden in.',
  )

  const ander = await (await browser.newContext()).newPage()
  await meldAan(ander, 'Zoetermeer', /Bas Hoogland/)
  await ander.goto(page.url())
  await direct(ander, 'notitie', { tekst: 'De cliënt belde.' })
  await ander.context().close()

  await vorm.getByLabel('Waarom klopte het niet?').fill('Hoorde bij een andere cliënt.')
  await vorm.getByRole('button', { name: 'Neem de stap terug' }).click()
  await expect(page.getByRole('alert')).toContainText('Bas Hoogland heeft dit net gewijzigd')
  await page.getByRole('button', { name: 'Toon de nieuwe versie en houd mijn tekst' }).click()
  await expect(vorm.getByLabel('Waarom klopte het niet?')).toHaveValue('Hoorde bij een andere cliënt.')
  await vorm.getByRole('button', { name: 'Neem de stap terug' }).click()

  await expect(vorm).toBeHidden()
  await expect(tijdlijn.getByRole('status')).toContainText('Teruggenomen: de screening.')
  await expect(page.getByRole('heading', { name: 'Jullie zijn aan zet: screening' })).toBeVisible()
  const fout = tijdlijn.getByRole('listitem').filter({ hasText: 'Screening klaar: geholpen' })
  await expect(fout).toContainText('teruggenomen')
  await expect(fout).toContainText(/Teruggenomen op .* door Samira.*Reden: Hoorde bij een andere cliënt\./)
  await expect(tijdlijn).toContainText('De cliënt belde.')
  for (const breedte of [1280, 360]) {
    await page.setViewportSize({ width: breedte, height: 900 })
    await toegankelijk(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await doe(page, 'Rond de screening af', async (v) => {
    await kies(v, 'verder met het onderzoek')
    await v.getByLabel('Toelichting').fill('Er is meer nodig.')
  })
  await expect(page.getByRole('heading', { name: 'Jullie zijn aan zet: onderzoek' })).toBeVisible()
})

test('the last step of another municipality says who can take it back, and has no button', async ({ page }) => {
  await meldAan(page, 'Zoetermeer', /Samira/)
  await maakMelding(page, { voornaam: 'Guus', achternaam: 'Grutto', woonplaats: 'Zoetermeer' })
  await direct(page, 'wijs-op-clientondersteuning', { datum: '2026-02-20' })
  await direct(page, 'registreer', { identiteit: 'gezien' })
  await direct(page, 'screen', { uitkomst: 'onderzoek', toelichting: 'Er is meer nodig.' })
  await direct(page, 'start-onderzoek', { datum: '2026-02-20' })
  const antwoorden = Object.fromEntries(Object.keys(onderzoeksvragen).map((vraag) => [vraag, 'Is onderzocht.']))
  await direct(page, 'rond-onderzoek-af', { datum: '2026-02-23', antwoorden, verslag: 'Het verslag.' })
  await direct(page, 'breng-advies-uit', { uitkomst: 'afwijzen', motivering: 'Kan met begeleiding thuis.' })
  const zaak = page.url()
  await meldAan(page, 'Den Haag', /Beslisser/)
  await page.goto(zaak)
  const tijdlijn = page.getByRole('region', { name: 'Tijdlijn' })
  await tijdlijn.getByText('Klopt deze stap niet?').click()
  await expect(tijdlijn).toContainText('De laatste stap zette Zoetermeer. Alleen Zoetermeer kan die terugnemen.')
  await expect(tijdlijn.getByRole('button', { name: /Neem terug/ })).toHaveCount(0)
  await toegankelijk(page)
})

test('a placing on the wrong client is taken back: the place is free and the client waits again', async ({ page }) => {
  await meldAan(page, 'Den Haag', /Plaatser/i)
  const api = new URL('/api/v1', page.url()).toString()
  const { rijen } = (await (await page.request.get(`${api}/wachtlijst`)).json()) as Wachtlijst
  const plekkenVan = async (id: string) =>
    (await (await page.request.get(`${api}/plaatsingen/${id}/plekken?van=2026-02-23`)).json()) as Plekkeuze
  const wacht = rijen.find((r) => r.past > 0)!
  const { past, bijna } = await plekkenVan(wacht.id)
  const plek = [...past, ...bijna].find((v) => v.plek)!.plek
  await page.goto(new URL(`/plaatsingen/${wacht.id}`, page.url()).toString())
  const van = (await (await page.request.get(`${api}/plaatsingen/${wacht.id}`)).json()) as Plaatsing
  const begin = [van.ingangsdatum, van.besluitOp].toSorted().at(-1)
  await direct(page, 'plaats', {
    plek,
    van: begin,
    akkoordAanbieder: 'mevrouw Verzonnen',
    akkoordOp: '2026-02-20',
    motivering: 'Dicht bij familie.',
  })
  const tijdlijn = page.getByRole('region', { name: 'Tijdlijn' })
  await tijdlijn.getByText('Klopt deze stap niet?').click()
  await tijdlijn.getByRole('button', { name: 'Neem terug: de plaatsing' }).click()
  const vorm = page.locator('form.opdracht')
  await expect(vorm).toContainText('De plek is weer vrij')
  for (const breedte of [360, 1280]) {
    await page.setViewportSize({ width: breedte, height: 900 })
    await toegankelijk(page)
  }
  await vorm.getByLabel('Waarom klopte het niet?').fill('Dit was een andere cliënt.')
  await vorm.getByRole('button', { name: 'Neem de stap terug' }).click()
  await expect(vorm).toBeHidden()
  await expect(page.getByRole('link', { name: 'Zoek een plek' })).toBeVisible()
  await expect(tijdlijn.getByRole('status')).toContainText('Teruggenomen: de plaatsing.')
  await toegankelijk(page)
  const nu = await plekkenVan(wacht.id)
  expect([...nu.past, ...nu.bijna].map((v) => v.plek)).toContain(plek)
})

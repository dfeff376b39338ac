import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { basis, maakMelding, meldAan, pastInBeeld, toegankelijk } from './handelingen.ts'

const beelden = join(import.meta.dirname, '../../docs/handleiding/beeld')
const tabs = ['artikelen', 'plichten', 'kalender', 'partijen', 'let-op', 'versies']
const coordinator = ['Den Haag', /Regiocoördinator/] as const
const consulent = ['Zoetermeer', /Consulent toegang/] as const

/** Opens a part of a covenant and waits until its text is there. */
async function open(page: Page, pad: string): Promise<void> {
  await page.goto(`${basis()}/convenant/${pad}`)
  await expect(page.getByRole('navigation', { name: 'Delen van het convenant' })).toBeVisible()
}

const vouwOpen = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('main details').forEach((d) => d.setAttribute('open', '')))
const inBeeld = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const kaart = (page: Page, vraag: string) => page.locator('.uitlegkaart', { hasText: vraag }).first()

/** Withdraws the decision of a day, on the part with the versions. */
async function trekIn(page: Page, dag: string): Promise<void> {
  const besluit = page.locator('.besluiten > li', { hasText: `Besloten op ${dag}` })
  await besluit.getByRole('button', { name: /Trek dit besluit in/ }).click()
  await besluit.getByLabel('Waarom trek je het in?').fill('Het was een vergissing.')
  await besluit.getByRole('button', { name: 'Trek het besluit in' }).click()
  await expect(besluit).toContainText('Ingetrokken op 23 februari 2026')
}

for (const regio of ['den-haag', 'assen', 'ijssel-vecht', 'midden-holland'])
  test(`${regio}: every part is sound for keyboard and screen reader, and fits from 1280 down to 360 px`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    await meldAan(page, ...coordinator)
    for (const tab of tabs) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await open(page, `${regio}?tab=${tab}`)
      // What is folded is the same everywhere: it is held against axe once.
      if (regio === 'den-haag') await vouwOpen(page)
      await toegankelijk(page)
      await page.setViewportSize({ width: 360, height: 900 })
      await vouwOpen(page)
      await pastInBeeld(page)
    }
  })

test('everyone opens the covenant of the own region from the menu, and walks through it with the keyboard', async ({
  page,
}) => {
  await meldAan(page, ...consulent)
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Convenant' }).click()
  await expect(page).toHaveURL(/\/convenant\/den-haag$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Convenant Den Haag 2025' })).toBeFocused()
  await expect(page.getByRole('heading', { level: 2, name: 'Artikel 3 Wie doet wat' })).toBeVisible()
  const delen = page.getByRole('navigation', { name: 'Delen van het convenant' })
  await delen.getByRole('link', { name: 'Kalender' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/tab=kalender/)
  await expect(delen.getByRole('link', { name: 'Kalender' })).toHaveAttribute('aria-current', 'page')
  // Names, not the roles of the file.
  await expect(page.getByRole('main')).toContainText(
    'Den Haag: regiorapportage met aantallen maken (aan alle gemeenten)',
  )
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/tab=/)
})

test('the source of a "Waarom?" leads to that article, and says which day it is shown for', async ({ page }) => {
  await meldAan(page, ...consulent)
  await maakMelding(page, { voornaam: 'Wim', achternaam: 'Waterhoen', woonplaats: 'Zoetermeer' })
  const zaak = page.url()
  await page
    .getByRole('region', { name: /aan zet/ })
    .getByText('Waarom?')
    .click()
  await page
    .getByRole('region', { name: /aan zet/ })
    .locator('a.bron')
    .first()
    .click()
  await expect(page).toHaveURL(/\/convenant\/den-haag\?op=2026-02-23#artikel-3-lid-1-a$/)
  await expect(inBeeld(page, 'artikel-3-lid-1-a')).toBeInViewport()
  await expect(inBeeld(page, 'artikel-3-lid-1-a')).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL(zaak)

  await open(page, 'den-haag?op=2025-06-01')
  await expect(page.getByText('Je bekijkt het convenant op een andere dag.')).toBeVisible()
  await page.getByRole('link', { name: 'Bekijk het convenant van vandaag' }).click()
  await expect(page).toHaveURL(/\/convenant\/den-haag$/)
})

test('who keeps the agreements adopts a reading, sees it everywhere, and withdraws a mistake', async ({ page }) => {
  const vraag = 'Wie is aan zet als een inwoner van Leidschendam-Voorburg'
  await meldAan(page, ...consulent)
  await open(page, 'den-haag?tab=let-op')
  await expect(kaart(page, vraag)).toContainText('Nog niet vastgesteld')
  await expect(page.getByRole('button', { name: /Stel deze uitleg vast/ })).toHaveCount(0)
  const geweigerd = await page.request.post(`${basis()}/api/v1/convenanten/den-haag/opdrachten/stel-uitleg-vast`, {
    headers: { 'if-match': '"0"', 'idempotency-key': crypto.randomUUID() },
    data: {
      versie: '2025-01-01',
      uitleg: 'herhaalde-melding',
      besloten: '2026-02-20',
      door: 'het bestuurlijk overleg',
    },
  })
  expect(geweigerd.status()).toBe(403)

  await meldAan(page, ...coordinator)
  await open(page, 'den-haag?tab=let-op')
  await kaart(page, vraag)
    .getByRole('button', { name: /Stel deze uitleg vast/ })
    .click()
  const vorm = kaart(page, vraag).locator('form')
  await expect(vorm.getByRole('heading', { name: 'Leg vast wat de regio besloot' })).toBeFocused()
  await vorm.getByRole('button', { name: 'Leg dit besluit vast' }).click()
  await expect(vorm.getByRole('heading', { name: /Er zijn 3 fouten gevonden/ })).toBeFocused()
  await toegankelijk(page)
  await vorm.getByLabel('Op welke dag is dit besloten?').fill('20 2 2026')
  await vorm.getByLabel('Wie besloot dit?').fill('het bestuurlijk overleg')
  await vorm.getByRole('radio', { name: /^Deze uitleg/ }).check()
  await vorm.getByRole('button', { name: 'Leg dit besluit vast' }).click()
  await expect(kaart(page, vraag)).toContainText('Vastgesteld op 20 februari 2026 door het bestuurlijk overleg')
  await toegankelijk(page)

  await open(page, 'den-haag#artikel-3-lid-2-a')
  await expect(kaart(page, vraag)).toContainText('Vastgesteld op 20 februari 2026')

  // A case in which the reading decides who acts says so too.
  await meldAan(page, ...consulent)
  await maakMelding(page, { voornaam: 'Ria', achternaam: 'Rietzanger', woonplaats: 'Zoetermeer', eerder: '2025-12-01' })
  const aanZet = page.getByRole('region', { name: 'Den Haag is aan zet' })
  await aanZet.getByText('Waarom?').click()
  await expect(aanZet).toContainText('Gekozen uitleg, vastgesteld op 20 februari 2026')

  await meldAan(page, ...coordinator)
  await open(page, 'den-haag?tab=versies')
  await trekIn(page, '20 februari 2026')
  await open(page, 'den-haag?tab=let-op')
  await expect(kaart(page, vraag)).toContainText('Nog niet vastgesteld')
})

test('on another day nothing can be recorded, and the page says where it can', async ({ page }) => {
  const knop = /^(Stel deze uitleg vast|Leg een|Voeg bewijs toe|Trek dit)/
  const zin = page.getByText('Je kunt hier niets vastleggen. Dat kan alleen bij het convenant van vandaag.')
  await meldAan(page, ...coordinator)
  for (const tab of ['artikelen', 'plichten', 'let-op', 'versies']) {
    await open(page, `den-haag?op=2026-02-20&tab=${tab}`)
    await expect(zin).toBeVisible()
    await expect(page.getByRole('button', { name: knop })).toHaveCount(0)
  }
  await toegankelijk(page)
  await page.setViewportSize({ width: 360, height: 900 })
  await pastInBeeld(page)
  await page.getByRole('link', { name: 'Bekijk het convenant van vandaag' }).click()
  await expect(page).toHaveURL(/\/convenant\/den-haag\?tab=versies$/)
  await expect(zin).toHaveCount(0)
  await expect(page.getByRole('button', { name: knop }).first()).toBeVisible()

  // Who records nothing misses nothing.
  await meldAan(page, ...consulent)
  await open(page, 'den-haag?op=2026-02-20')
  await expect(page.getByText('Je bekijkt het convenant op een andere dag.')).toBeVisible()
  await expect(zin).toHaveCount(0)
})

test('the region may choose another reading than the one that stands, and extend its covenant', async ({ page }) => {
  const vraag = 'meldt bij een regiogemeente, maar in geen enkele regiogemeente woont'
  await meldAan(page, 'Den Haag', /Jurist/)
  await open(page, 'den-haag?tab=let-op')
  await kaart(page, vraag)
    .getByRole('button', { name: /Stel deze uitleg vast/ })
    .click()
  const vorm = kaart(page, vraag).locator('form')
  await vorm.getByLabel('Op welke dag is dit besloten?').fill('19-2-2026')
  await vorm.getByLabel('Wie besloot dit?').fill('het bestuurlijk overleg')
  await vorm.getByRole('radio', { name: 'Een andere uitleg' }).check()
  await vorm.getByLabel('Welke uitleg koos de regio?').fill('De gemeente waar de melding is gedaan.')
  await vorm.getByRole('radio', { name: /de gemeente waar de melding is gedaan/ }).check()
  await vorm.getByLabel('Wat was de reden?').fill('Zo hoeft niemand twee keer een verhaal te doen.')
  await toegankelijk(page)
  await vorm.getByRole('button', { name: 'Leg dit besluit vast' }).click()
  await expect(kaart(page, vraag)).toContainText('Gekozen uitleg: De gemeente waar de melding is gedaan.')
  await expect(kaart(page, vraag)).toContainText('Vastgesteld op 19 februari 2026')

  await open(page, 'den-haag?tab=versies')
  await trekIn(page, '19 februari 2026')
  await page.getByRole('button', { name: 'Leg een verlenging vast' }).click()
  const verlenging = page.locator('form.opdracht')
  await verlenging.getByLabel('Op welke dag is dit besloten?').fill('18-2-2026')
  await verlenging.getByLabel('Wie besloot dit?').fill('het bestuurlijk overleg')
  await verlenging.getByLabel('Tot welke dag geldt het convenant?').fill('1-1-2028')
  await verlenging.getByRole('button', { name: 'Leg de verlenging vast' }).click()
  await expect(page.getByRole('main')).toContainText('De laatste dag is 31 december 2027.')
  await trekIn(page, '18 februari 2026')
  await expect(page.getByRole('main')).toContainText('De laatste dag is 31 december 2026.')
})

test('duties are filtered in the address, and evidence stands with its duty', async ({ page }) => {
  await meldAan(page, ...coordinator)
  await open(page, 'den-haag?tab=plichten')
  await page.getByLabel('Gemeente').selectOption('rijswijk')
  await page.getByRole('button', { name: 'Toepassen' }).click()
  await expect(page).toHaveURL(/gemeente=rijswijk/)
  await page.reload()
  await expect(page.getByLabel('Gemeente')).toHaveValue('rijswijk')
  const rij = page.getByRole('table').getByRole('row').nth(1)
  await rij.getByRole('button', { name: /Voeg bewijs toe/ }).click()
  const vorm = page.locator('form.opdracht')
  await expect(vorm.getByRole('heading', { name: /^Bewijs bij/ })).toBeFocused()
  await vorm.getByLabel('Op welke dag is het gebeurd?').fill('10-2-2026')
  await vorm.getByLabel('Wat is het?').fill('Verslag van februari')
  await vorm.getByLabel('Link naar het stuk').fill('https://regio.example/verslag')
  await vorm.getByRole('button', { name: 'Bewaar dit bewijs' }).click()
  await expect(vorm).toBeHidden()
  await expect(rij.getByRole('link', { name: /Verslag van februari/ })).toBeVisible()
  await expect(rij.getByRole('button', { name: /Voeg bewijs toe/ })).toBeFocused()
  await page.getByRole('link', { name: 'Haal weg: Gemeente: Rijswijk' }).click()
  await expect(page).not.toHaveURL(/gemeente/)

  await meldAan(page, ...consulent)
  await open(page, 'den-haag?tab=plichten')
  await expect(page.getByRole('link', { name: /Verslag van februari/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Voeg bewijs toe/ })).toHaveCount(0)
})

test('a region without a covenant is told in words', async ({ page }) => {
  await meldAan(page, ...consulent)
  await page.goto(`${basis()}/convenant/atlantis`)
  await expect(page.getByRole('alert')).toContainText('atlantis')
  await toegankelijk(page)
})

test('a covenant that has ended says so, and has no days to watch', async ({ page }) => {
  await meldAan(page, ...consulent)
  await open(page, 'midden-holland?tab=kalender')
  await expect(page.getByRole('main')).toContainText('Dit convenant geldt vandaag niet.')
  await expect(page.getByRole('main')).toContainText('Er geldt dan geen convenant.')
})

test('a covenant can be printed: the text stays, what can be clicked goes', async ({ page }) => {
  await meldAan(page, ...coordinator)
  await open(page, 'den-haag')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 2, name: 'Artikel 3 Wie doet wat' })).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('the pictures of the manual of the regiocoördinator are taken from the running program', async ({ page }) => {
  mkdirSync(beelden, { recursive: true })
  await meldAan(page, ...coordinator)
  for (const [tab, naam] of [
    ['artikelen', 'convenant'],
    ['plichten', 'convenant-plichten'],
    ['kalender', 'convenant-kalender'],
    ['let-op', 'convenant-let-op'],
    ['versies', 'convenant-versies'],
  ]) {
    await open(page, `den-haag?tab=${tab}`)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(beelden, `${naam}.png`) })
  }
})

test('an addendum stands at the lids it changes and in the reason of a case, until it is withdrawn', async ({
  page,
}) => {
  await meldAan(page, ...coordinator)
  await open(page, 'den-haag?tab=versies')
  await page.getByRole('button', { name: 'Leg een addendum vast' }).click()
  const vorm = page.locator('form.opdracht')
  await expect(vorm.getByRole('heading', { name: 'Leg een addendum vast' })).toBeFocused()
  await vorm.getByRole('button', { name: 'Leg het addendum vast' }).click()
  await expect(vorm.getByRole('heading', { name: /Er zijn 4 fouten gevonden/ })).toBeFocused()
  await toegankelijk(page)
  await vorm.getByLabel('Op welke dag is dit besloten?').fill('17 2 2026')
  await vorm.getByLabel('Wie besloot dit?').fill('de colleges van alle gemeenten')
  await vorm.getByLabel('Artikel of lid').selectOption({ label: 'Artikel 3 lid 1 onder a' })
  await vorm.getByRole('button', { name: 'Nog een artikel of lid' }).click()
  await vorm.getByLabel('Artikel of lid').nth(1).selectOption({ label: 'Artikel 8 lid 3' })
  await vorm.getByLabel('Vanaf welke dag geldt de nieuwe tekst?').fill('23 2 2026')
  await vorm.getByRole('button', { name: 'Leg het addendum vast' }).click()
  const besluit = page.locator('.besluiten > li', { hasText: 'Addendum over artikel 3 lid 1 onder a, artikel 8 lid 3' })
  await expect(besluit).toContainText('De nieuwe tekst staat nog niet in Regiodak.')
  await toegankelijk(page)
  await besluit.getByRole('link', { name: 'Artikel 3 lid 1 onder a' }).click()
  await expect(inBeeld(page, 'artikel-3-lid-1-a')).toContainText(
    'Gewijzigd door een addendum van 17 februari 2026 (ingaand 23 februari 2026). De nieuwe tekst staat nog niet in Regiodak.',
  )
  await toegankelijk(page)
  await page.setViewportSize({ width: 360, height: 900 })
  await pastInBeeld(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  await meldAan(page, ...consulent)
  await maakMelding(page, { voornaam: 'Arend', achternaam: 'Appelvink', woonplaats: 'Zoetermeer' })
  const aanZet = page.getByRole('region', { name: /aan zet/ })
  await aanZet.getByText('Waarom?').click()
  await expect(aanZet).toContainText('Sinds 23 februari 2026 geldt een addendum over dit lid.')
  await toegankelijk(page)

  await meldAan(page, ...coordinator)
  await open(page, 'den-haag?tab=versies')
  await trekIn(page, '17 februari 2026')
  await open(page, 'den-haag')
  await expect(page.getByText('Gewijzigd door een addendum')).toHaveCount(0)
})

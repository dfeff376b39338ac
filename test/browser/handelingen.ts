import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const basis = (): string => process.env['REGIODAK_BASIS'] ?? 'http://localhost:3000'

type Gebruiker = { id: string; naam: string; organisatie: { naam: string }; rol: { naam: string } }

/** Signs in as the first person of a municipality whose name or role matches; later calls switch person. */
export async function meldAan(page: Page, gemeente: string, wie: RegExp): Promise<void> {
  const antwoord = await page.request.get(`${basis()}/api/v1/demonstratie/gebruikers`)
  const { gebruikers } = (await antwoord.json()) as { gebruikers: Gebruiker[] }
  const gebruiker = gebruikers.find((g) => g.organisatie.naam === gemeente && wie.test(`${g.naam} ${g.rol.naam}`))
  const aangemeld = await page.request.post(`${basis()}/api/v1/demonstratie/aanmelden`, {
    data: { gebruiker: gebruiker?.id },
  })
  expect(aangemeld.ok(), `${gemeente} ${wie}`).toBe(true)
  await page.goto(`${basis()}/werklijst`)
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
}

export type Invoer = {
  voornaam: string
  achternaam: string
  bsn?: string
  woonplaats: string
  datum?: string
  spoed?: boolean
  /** Day of an earlier report; left out: this is the first. */
  eerder?: string
}

/** Walks through the six steps of a new report, up to and including the check page. */
export async function vulMeldingIn(page: Page, p: Invoer): Promise<void> {
  await page.getByRole('button', { name: 'Nieuwe melding' }).click()
  await stap(page, 1)
  await page.getByLabel('Wie doet de melding?').selectOption('client')
  await page.getByLabel('Datum van de melding').fill(p.datum ?? '20-2-2026')
  await page.getByRole('radio', { name: 'aan het loket' }).check()
  if (p.spoed) await page.getByRole('radio', { name: 'ja, met spoed' }).check()
  await verder(page)

  await stap(page, 2)
  if (p.bsn) await page.getByLabel('Burgerservicenummer').fill(p.bsn)
  else await page.getByRole('checkbox', { name: 'Er is geen bsn bekend' }).check()
  await page.getByLabel('Voornaam').fill(p.voornaam)
  await page.getByLabel('Achternaam').fill(p.achternaam)
  await page.getByLabel('Geboortedatum').fill('13 5 1987')
  await page.getByLabel('Waar verblijft de cliënt nu?').selectOption('inwonend')
  await page.getByLabel('Hoe bereiken we de cliënt veilig?').fill('Bel overdag, niet na 18.00 uur.')
  await page.getByRole('radiogroup', { name: 'Is een tolk nodig?' }).getByRole('radio', { name: 'nee' }).check()
  await verder(page)

  await stap(page, 3)
  await page.getByLabel('Waar woont de cliënt?').selectOption({ label: p.woonplaats })
  await page.getByLabel('Waar woonde de cliënt vóór de opvang of instelling?').selectOption({ label: p.woonplaats })
  await page
    .getByRole('radiogroup', { name: /Meldde de cliënt zich al eerder/ })
    .getByRole('radio', { name: 'nee' })
    .check()
  await page
    .getByRole('radiogroup', { name: /Woonde de cliënt eerder/ })
    .getByRole('radio', { name: 'nee' })
    .check()
}

/** Steps 4 and 5, after which the check page stands. */
export async function vulMeldingAf(page: Page): Promise<void> {
  await verder(page)
  await stap(page, 4)
  await page.getByLabel('Wat is de grootste vraag?').selectOption('psychiatrie')
  await page.getByLabel('Wat wil de cliënt zelf?').fill('Ik wil weer zelf koken en overdag iets te doen hebben.')
  await verder(page)
  await stap(page, 5)
  await page
    .getByRole('radiogroup', { name: 'Maakt de cliënt een persoonlijk plan?' })
    .getByRole('radio', { name: 'nee', exact: true })
    .check()
  await verder(page)
  await stap(page, 6)
}

/** Sends a report without the wizard, and opens its case. For walks that are about what comes after. */
export async function maakMelding(page: Page, p: Invoer): Promise<string> {
  const woonplaats = p.woonplaats.toLowerCase().replaceAll(' ', '-')
  const antwoord = await page.request.post(`${basis()}/api/v1/meldingen`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      overDeMelding: {
        voorziening: 'bw',
        melder: 'client',
        datum: p.datum ?? '2026-02-20',
        kanaal: 'loket',
        spoed: p.spoed ?? false,
      },
      client: {
        persoon: { geenBsn: true, voornamen: p.voornaam, achternaam: p.achternaam, geboortedatum: '1987-05-13' },
        verblijf: 'inwonend',
        bereikbaar: 'Bel overdag, niet na 18.00 uur.',
        tolk: false,
      },
      herkomst: {
        gemeldBij: woonplaats,
        woonplaats,
        herkomst: woonplaats,
        ...(p.eerder ? { eerderGemeld: 'ja', eerderGemeldOp: p.eerder } : { eerderGemeld: 'nee' }),
        eerderGewoond: 'nee',
      },
      nodig: { doelgroep: 'psychiatrie', wens: 'Ik wil weer zelf koken.' },
      delen: { persoonlijkPlan: 'nee' },
    },
  })
  expect(antwoord.status(), await antwoord.text()).toBe(201)
  const { id, nummer } = (await antwoord.json()) as { id: string; nummer: string }
  await page.goto(`${basis()}/meldingen/${id}`)
  await expect(page.getByRole('heading', { name: 'Stappen' })).toBeVisible()
  return nummer
}

/** Carries out a command on the case that is open, without its form; the page is shown again. */
export async function direct(page: Page, opdracht: string, data: Record<string, unknown>): Promise<void> {
  const zaak = `${basis()}/api/v1${new URL(page.url()).pathname}`
  const versie = (await page.request.get(zaak)).headers()['etag']!
  const antwoord = await page.request.post(`${zaak}/opdrachten/${opdracht}`, {
    headers: { 'if-match': versie, 'idempotency-key': crypto.randomUUID() },
    data,
  })
  expect(antwoord.status(), await antwoord.text()).toBeLessThan(300)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Taken' })).toBeVisible()
}

export const stap = (page: Page, n: number) =>
  expect(page.getByRole('heading', { level: 1, name: `Stap ${n} van 6` })).toBeVisible()
export const verder = (page: Page) => page.getByRole('button', { name: 'Opslaan en verder' }).click()

/** Opens a case by its number, with the one search field. */
export async function openZaak(page: Page, nummer: string): Promise<void> {
  await page.getByLabel('Zoek op zaaknummer').fill(nummer)
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(nummer)
}

/** Opens the form of a task by its button, fills it and sends it; waits until it is stored. */
export async function doe(
  page: Page,
  knop: string,
  vul: (vorm: ReturnType<Page['locator']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: knop, exact: true }).first().click()
  const vorm = page.locator('form.opdracht', { has: page.getByRole('button', { name: knop, exact: true }) })
  await vul(vorm)
  await vorm.getByRole('button', { name: knop, exact: true }).click()
  await expect(vorm).toBeHidden()
}

/** Picks a radio button inside a form. */
export const kies = (vorm: ReturnType<Page['locator']>, naam: string) =>
  vorm.getByRole('radio', { name: naam, exact: true }).check()

/** No accessibility problem that axe can see, and no sideways scrolling of the page. */
export async function toegankelijk(page: Page): Promise<void> {
  const uitslag = await new AxeBuilder({ page }).analyze()
  expect(uitslag.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
  await pastInBeeld(page)
}

/** The page does not scroll sideways. */
export async function pastInBeeld(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, 'de pagina schuift niet opzij').toBeLessThanOrEqual(0)
}

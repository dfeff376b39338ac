/** Input of each command as a chain test sends it, and a walk that switches persons on the way. */
import { expect } from 'vitest'
import type { Plaatsing, Zaak } from '../../src/domein/antwoorden.ts'
import { namens } from '../../src/domein/omgeving.opslag.ts'
import { procesVan } from '../../src/server/processen.ts'
import { voerUit } from '../../src/server/uitvoeren.ts'
import { onderzoeksvragen } from '../../src/domein/toegang/melding.schema.ts'
import { uuid7 } from '../../src/opslag/uuid7.ts'
import { eenMelding, type Opzet, type Persoon } from './opzet.ts'

const antwoorden = Object.fromEntries(Object.keys(onderzoeksvragen).map((k) => [k, 'Daar is naar gekeken.']))

/** What each command takes on a case reported on 2026-02-20; `anders` replaces parts. */
export const invoer = {
  registreer: { identiteit: 'gezien' },
  screen: { uitkomst: 'onderzoek', toelichting: 'Er is meer nodig dan begeleiding thuis.' },
  wijsOpClientondersteuning: { datum: '2026-02-20' },
  startOnderzoek: {},
  rondOnderzoekAf: { datum: '2026-02-20', antwoorden, verslag: 'Het verslag van het gesprek.' },
  brengAdviesUit: {
    uitkomst: 'toekennen',
    product: 'wonen-plus',
    motivering: 'Dagelijks toezicht is nodig.',
    waaromNietZelfstandig: 'Alleen wonen gaat nog niet.',
  },
  neemAdviesOver: {},
  ontvangAanvraag: { datum: '2026-02-20', vorm: 'verslag' },
  neemBesluit: {
    uitkomst: 'toekennen',
    datum: '2026-02-20',
    product: 'wonen-plus',
    ingangsdatum: '2026-03-02',
    einddatum: '2027-03-02',
    motivering: 'Zoals het advies.',
  },
  maakBekend: { datum: '2026-02-20', wijze: 'post' },
} as const

export type Opdrachtnaam = keyof typeof invoer

/** Sends a report and answers the case. */
export async function meld(wie: Persoon, anders: Parameters<typeof eenMelding>[0] = {}): Promise<Zaak> {
  const gemeld = await wie.stuur<Zaak>('/meldingen', eenMelding(anders))
  expect(gemeld.status, JSON.stringify(gemeld.body)).toBe(201)
  return gemeld.body
}

/** Carries out a command that must be accepted; answers the case after it. */
export async function stap(wie: Persoon, zaak: Zaak, opdracht: string, body: unknown = {}): Promise<Zaak> {
  const gedaan = await wie.doe(zaak, opdracht, body)
  expect(gedaan.status, `${opdracht}: ${JSON.stringify(gedaan.body)}`).toBe(200)
  return gedaan.body
}

/** Carries out these commands one after another with their usual input. */
export async function wandel(wie: Persoon, zaak: Zaak, ...opdrachten: Opdrachtnaam[]): Promise<Zaak> {
  let nu = zaak
  for (const opdracht of opdrachten) {
    // The usual report on the onderzoek is of the day of the melding, so it began that day.
    const body = opdracht === 'startOnderzoek' ? { datum: nu.gemeldOp } : invoer[opdracht]
    nu = await stap(wie, nu, opdracht, body)
  }
  return nu
}

/** Up to and including the advice of the municipality that handles the report. */
export const totAdvies = (wie: Persoon, zaak: Zaak): Promise<Zaak> =>
  wandel(wie, zaak, 'registreer', 'screen', 'startOnderzoek', 'rondOnderzoekAf', 'brengAdviesUit')

/** Up to and including the announcement, for a first report that Zoetermeer handles. */
export async function totToegekend(o: Opzet, anders: Parameters<typeof eenMelding>[0] = {}): Promise<Zaak> {
  const consulent = await o.als('zoetermeer', 'consulent')
  const beslisser = await o.als('den-haag', 'beslisser')
  const zaak = await totAdvies(consulent, await meld(consulent, anders))
  return wandel(beslisser, zaak, 'neemAdviesOver', 'ontvangAanvraag', 'neemBesluit', 'maakBekend')
}

type Locatiekeuze = { plekken?: number; product?: string; beheerder?: string; gemeente?: string }

/** A location of the region with this many places, recorded through the same command the program uses. */
export async function legLocatieVast(
  o: Opzet,
  { plekken = 1, product = 'wonen-plus', beheerder = 'den-haag', gemeente = 'zoetermeer' }: Locatiekeuze = {},
): Promise<string[]> {
  const manager = await o.als(beheerder, 'contractmanager')
  const ids = Array.from({ length: plekken }, () => uuid7())
  await voerUit(o.omg, manager.wie, {
    proces: procesVan('locatie'),
    id: null,
    opdracht: 'legVast',
    invoer: {
      naam: 'De Verzonnen Hoeve',
      aanbieder: 'Stichting Verzonnen',
      gemeente,
      product,
      categorie: product === 'opvang' ? 'opvang' : 'kern',
      doelgroepen: ['autisme'],
      van: '2025-01-01',
      beheerder,
      plekken: ids.map((id, i) => ({ id, aanduiding: `kamer ${i + 1}` })),
    },
    versie: null,
    sleutel: null,
  })
  return ids
}

export const plaatsing = async (wie: Persoon, zaak: Zaak): Promise<Plaatsing> => {
  const verzoek = await wie.haal<Plaatsing>(`/plaatsingen/${zaak.plaatsing!.id}`)
  expect(verzoek.status, JSON.stringify(verzoek.body)).toBe(200)
  return verzoek.body
}

export const opPlek = (plek: string, anders: object = {}): object => ({
  plek,
  van: '2026-03-02',
  akkoordAanbieder: 'mevrouw Verzonnen',
  akkoordOp: '2026-02-20',
  motivering: 'Dicht bij familie.',
  ...anders,
})

/** The settings of one organisation, for asking the database directly. */
export const alsNamens = (o: Opzet, wie: Persoon) => namens(wie.wie, o.omg.klok.vandaag())

/** A bsn from the range that is never given out, another one for each `n`, made to pass the elfproef. */
export function testBsn(n: number): string {
  for (let i = n * 20; ; i += 1) {
    const tekst = `9999${String(i).padStart(5, '0')}`
    const som = Array.from(tekst, Number).reduce((s, c, p) => s + c * (p === 8 ? -1 : 9 - p), 0)
    if (som % 11 === 0) return tekst
  }
}

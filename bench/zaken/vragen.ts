/** What the clients ask: the same three kinds of work of both servers. */
import type { DemoGebruiker } from '../../src/domein/antwoorden.ts'
import type { Vraag } from './belasting.ts'
import { BSN_SJABLONEN, type Gegevens } from './gegevens.ts'
import { STATUSSEN } from './kaal.ts'
import { eenMelding } from './melding.ts'
import { adviseur, OORSPRONGEN, oorsprongen } from './oorsprong.ts'
import { maakBsns, maakToeval } from './toeval.ts'

export type Werk = 'aanmaken' | 'werklijst' | 'zaak' | 'zaakMetUitleg'
export type Vragen = Record<Werk, () => Vraag>

const verdeling = oorsprongen.flatMap((o) => Array.from({ length: OORSPRONGEN[o] }, () => o))

export function vragenAanKaal(zaken: number): Vragen {
  const toeval = maakToeval(11)
  const zaak = (): Vraag => ({ method: 'GET', path: `/zaken/${1 + toeval.getal(zaken)}` })
  return {
    aanmaken: () => ({
      method: 'POST',
      path: '/zaken',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        gemeente: toeval.kies(verdeling),
        product: 'p1',
        naam: 'Verzonnen Naam',
        geboortedatum: '1990-01-02',
        gemeld: '2026-11-20',
        termijn: '2027-01-04',
        behandelaar: 'medewerker1',
        omschrijving: 'Een verzonnen omschrijving van de vraag, zo lang als in de lijst staat.',
      }),
    }),
    werklijst: () => ({
      method: 'GET',
      path: `/zaken?gemeente=${toeval.kies(verdeling)}&status=${toeval.kies(STATUSSEN)}`,
    }),
    zaak,
    zaakMetUitleg: zaak,
  }
}

/** Signs in one consulent per organisation that handles reports, through the program's own route. */
export async function meldAan(adres: string): Promise<Map<string, string>> {
  const basis = `${adres}/api/v1/demonstratie`
  const { gebruikers } = (await (await fetch(`${basis}/gebruikers`)).json()) as { gebruikers: DemoGebruiker[] }
  const sessies = new Map<string, string>()
  for (const g of gebruikers) {
    if (!g.rol.code.startsWith('consulent') || sessies.has(g.organisatie.slug)) continue
    const antwoord = await fetch(`${basis}/aanmelden`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ gebruiker: g.id }),
    })
    if (!antwoord.ok) throw new Error(`signing in as ${g.naam} gave ${antwoord.status}`)
    sessies.set(g.organisatie.slug, antwoord.headers.getSetCookie()[0]!.split(';')[0]!)
  }
  return sessies
}

/** The first fifty cases one organisation has to investigate. */
export const werklijstVan = (sessies: ReadonlyMap<string, string>, organisatie: string): Vraag => ({
  method: 'GET',
  path: '/api/v1/werklijst?tab=team&stap=onderzoek&limiet=50',
  headers: { cookie: sessies.get(organisatie)! },
})

export function vragenAanProduct(
  sessies: ReadonlyMap<string, string>,
  gegevens: Gegevens,
  peildatum: string,
  /** Cases that are there: a run on a kept data set needs persons and keys of its own. */
  aanwezig: number,
): Vragen {
  const toeval = maakToeval(13 + aanwezig)
  const bsn = maakBsns(BSN_SJABLONEN + Math.ceil(aanwezig * 1.2))
  let teller = 0
  const als = (organisatie: string): Record<string, string> => ({ cookie: sessies.get(organisatie)! })
  const zaak = (achter: string) => (): Vraag => {
    const { zaak: id, organisatie } = toeval.kies(gegevens.steekproef)
    return { method: 'GET', path: `/api/v1/meldingen/${id}${achter}`, headers: als(organisatie) }
  }
  return {
    aanmaken: () => {
      teller += 1
      const oorsprong = toeval.kies(verdeling)
      const persoon = { voornamen: 'Nieuw', achternaam: `Verzonnen ${aanwezig}-${teller}`, geboortedatum: '1990-05-13' }
      return {
        method: 'POST',
        path: '/api/v1/meldingen',
        headers: {
          ...als(adviseur(oorsprong)),
          'content-type': 'application/json',
          'idempotency-key': `proef-${aanwezig}-${teller}`,
        },
        body: JSON.stringify(eenMelding({ datum: peildatum, oorsprong, bsn: bsn(), mo: false, persoon })),
      }
    },
    werklijst: () => werklijstVan(sessies, adviseur(toeval.kies(verdeling))),
    zaak: zaak(''),
    zaakMetUitleg: zaak('?uitleg=ja'),
  }
}

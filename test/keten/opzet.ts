/** A running application on a database of its own, and people who sign in to it (chain tests over HTTP). */
import type { FastifyInstance } from 'fastify'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { afsprakenPerRegio, maakAdresboek, maakKlok, type Omgeving } from '../../src/domein/omgeving.opslag.ts'
import { datum } from '../../src/kern/datum.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { maakPool } from '../../src/opslag/verbinding.ts'
import { maakApp } from '../../src/server/app.ts'
import { legGrondslag } from '../../src/server/demonstratie/grondslag.ts'
import { padnaam } from '../../src/kern/padnaam.ts'
import { maakSessies } from '../../src/server/sessies.ts'
import { verseDatabank } from '../databank.ts'

export type Antwoord<T = Record<string, unknown>> = {
  status: number
  body: T
  etag: string
  koppen: Record<string, unknown>
}
export type Persoon = {
  haal: <T = Record<string, unknown>>(pad: string) => Promise<Antwoord<T>>
  stuur: <T = Record<string, unknown>>(
    pad: string,
    body?: unknown,
    koppen?: Record<string, string>,
  ) => Promise<Antwoord<T>>
  zet: <T = Record<string, unknown>>(
    pad: string,
    body: unknown,
    koppen?: Record<string, string>,
  ) => Promise<Antwoord<T>>
  /** Carries out a command on the version as it stands now. */
  doe: (
    zaak: { id: string; versie: number; soort: string },
    opdracht: string,
    body?: unknown,
  ) => Promise<Antwoord<Zaak>>
}

let teller = 0
const sleutel = (): string => `sleutel-${(teller += 1)}-toets`

export type Opzet = {
  app: FastifyInstance
  omg: Omgeving
  eigenaarUrl: string
  appUrl: string
  als: (slug: string, rol: string) => Promise<Persoon>
  weg: () => Promise<void>
}

export async function opzet(peildatum: string, keuze: { zonderBesluiten?: boolean } = {}): Promise<Opzet> {
  const databank = await verseDatabank()
  const dag = datum(peildatum)
  await legGrondslag(databank.eigenaarUrl, dag)
  const pool = maakPool(databank.appUrl, { max: 8 })
  const geladen = await laadAfspraken(programmamap, { demonstratie: !keuze.zonderBesluiten })
  const omg: Omgeving = {
    pool,
    klok: maakKlok(dag),
    afspraken: afsprakenPerRegio(geladen),
    adresboek: await maakAdresboek(pool),
  }
  const sessies = maakSessies(pool, omg.klok)
  const app = await maakApp({ ...omg, sessies, demonstratie: true, zaaien: () => null })
  const als = async (slug: string, rol: string): Promise<Persoon> => {
    const gevonden = (await sessies.aanstellingen()).find(
      (a) => a.wie.organisatie.slug === slug && a.wie.rol.code === rol,
    )
    if (!gevonden) throw new Error(`Geen ${rol} bij ${slug}`)
    const { token } = await sessies.open(gevonden.id)
    return persoon(app, token)
  }
  return {
    app,
    omg,
    als,
    eigenaarUrl: databank.eigenaarUrl,
    appUrl: databank.appUrl,
    weg: async () => {
      await app.close()
      await pool.end()
      await databank.weg()
    },
  }
}

function persoon(app: FastifyInstance, token: string): Persoon {
  const vraag = async <T>(
    method: 'GET' | 'POST' | 'PUT',
    pad: string,
    body?: unknown,
    koppen: Record<string, string> = {},
  ): Promise<Antwoord<T>> => {
    const a = await app.inject({
      method,
      url: `/api/v1${pad}`,
      cookies: { rd_sessie: token },
      headers: koppen,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return {
      status: a.statusCode,
      body: (a.body && String(a.headers['content-type']).includes('json') ? a.json() : a.body) as T,
      etag: String(a.headers['etag'] ?? ''),
      koppen: a.headers,
    }
  }
  const stuur: Persoon['stuur'] = (pad, body, koppen) =>
    vraag('POST', pad, body ?? {}, { 'idempotency-key': sleutel(), ...koppen })
  return {
    haal: (pad) => vraag('GET', pad),
    stuur,
    zet: (pad, body, koppen) => vraag('PUT', pad, body, koppen),
    doe: (zaak, opdracht, body) =>
      stuur(
        `/${zaak.soort === 'melding' ? 'meldingen' : 'plaatsingen'}/${zaak.id}/opdrachten/${padnaam(opdracht)}`,
        body ?? {},
        { 'if-match': `"${zaak.versie}"` },
      ),
  }
}

/** A complete report; `anders` replaces parts of the steps. */
export function eenMelding(
  anders: { over?: object; client?: object; persoon?: object; herkomst?: object; delen?: object } = {},
): Record<string, unknown> {
  return {
    overDeMelding: {
      voorziening: 'bw',
      melder: 'client',
      datum: '2026-02-20',
      kanaal: 'loket',
      spoed: false,
      ...anders.over,
    },
    client: {
      persoon: {
        voornamen: 'Test',
        achternaam: 'Verzonnen',
        geboortedatum: '1990-05-13',
        geenBsn: true,
        ...anders.persoon,
      },
      verblijf: 'inwonend',
      bereikbaar: 'bel overdag',
      tolk: false,
      betrekkingen: [],
      ...anders.client,
    },
    herkomst: {
      gemeldBij: 'zoetermeer',
      woonplaats: 'zoetermeer',
      herkomst: 'zoetermeer',
      eerderGemeld: 'nee',
      eerderGewoond: 'nee',
      ...anders.herkomst,
    },
    nodig: { doelgroep: 'autisme', wens: 'Een eigen rustige plek.' },
    delen: { persoonlijkPlan: 'nee', clientondersteuningOp: '2026-02-20', ...anders.delen },
  }
}

/** A running application on a database of its own, and people who sign in to it (chain tests over HTTP). */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Zaak } from '../../src/domein/antwoorden.ts'
import { afsprakenPerRegio, maakAdresboek, maakKlok, type Omgeving } from '../../src/domein/omgeving.opslag.ts'
import { datum } from '../../src/kern/datum.ts'
import type { Aangemeld } from '../../src/domein/omgeving.opslag.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { maakClient, maakPool } from '../../src/opslag/verbinding.ts'
import { maakApp } from '../../src/server/app.ts'
import { legGrondslag, voorbeeldregios } from '../../src/server/demonstratie/index.ts'
import { padnaam } from '../../src/kern/padnaam.ts'
import { controleer, type Rapport } from '../../src/server/controleer.ts'
import { maakSessies } from '../../src/server/sessies.ts'
import { verseDatabank } from '../databank.ts'

export type Antwoord<T = Record<string, unknown>> = {
  status: number
  body: T
  etag: string
  koppen: Record<string, unknown>
}
export type Persoon = {
  wie: Aangemeld
  /** Any request with this person's session; the answer as it came. */
  ruw: (verzoek: InjectOptions) => Promise<LightMyRequestResponse>
  verwijder: (pad: string, koppen?: Record<string, string>) => Promise<Antwoord>
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
    koppen?: Record<string, string>,
  ) => Promise<Antwoord<Zaak>>
}

let teller = 0
export const sleutel = (): string => `sleutel-${(teller += 1)}-toets`

export type Opzet = {
  app: FastifyInstance
  omg: Omgeving
  eigenaarUrl: string
  appUrl: string
  beheerUrl: string
  /** Makes it another day, for everything that asks the clock. */
  zetDag: (dag: string) => void
  als: (slug: string, rol: string, welke?: number) => Promise<Persoon>
  /** As the owner of the tables: sees every row. */
  sql: <R extends Record<string, unknown>>(tekst: string, waarden?: unknown[]) => Promise<R[]>
  /** As superuser with the triggers off: what only someone with the server in hand could do. */
  kraak: (tekst: string, waarden?: unknown[]) => Promise<void>
  /** Rows per table that a person or a case can leave behind. */
  tel: () => Promise<Record<string, number>>
  controleer: () => Promise<Rapport>
  weg: () => Promise<void>
}

const TELBAAR = [
  'stroom',
  'gebeurtenis',
  'inhoud',
  'persoon',
  'werkrij',
  'wachtrij',
  'bezetting',
  'zaak_toegang',
  'document',
  'document_inhoud',
  'sleutel',
  'concept',
]

export async function opzet(
  peildatum: string,
  keuze: {
    zonderBesluiten?: boolean
    demonstratie?: boolean
    zonderUitleg?: boolean
    /** A program folder with other agreement files; every region in it gets its people. */
    map?: string
  } = {},
): Promise<Opzet> {
  const databank = await verseDatabank()
  let dag = datum(peildatum)
  const gelezen = await laadAfspraken(keuze.map ?? programmamap, { demonstratie: !keuze.zonderBesluiten })
  await legGrondslag(databank.eigenaarUrl, dag, ...(keuze.map ? [voorbeeldregios(gelezen)] : []))
  const pool = maakPool(databank.appUrl, { max: 8 })
  // The covenant as it would be had nobody chosen a reading.
  const geladen = keuze.zonderUitleg
    ? {
        ...gelezen,
        convenanten: gelezen.convenanten.map((c) => ({ ...c, uitleg: [] })),
        bestanden: gelezen.bestanden.map((b) =>
          gelezen.convenanten.some((c) => c.bestand === b.pad) ? { ...b, sha256: `${b.sha256} zonder uitleg` } : b,
        ),
      }
    : gelezen
  const omg: Omgeving = {
    pool,
    klok: { vandaag: () => dag, nu: maakKlok().nu },
    afspraken: afsprakenPerRegio(geladen),
    adresboek: await maakAdresboek(pool),
  }
  const sessies = maakSessies(pool, omg.klok)
  const app = await maakApp({ ...omg, sessies, demonstratie: keuze.demonstratie ?? true, zaaien: () => null })
  const als = async (slug: string, rol: string, welke = 0): Promise<Persoon> => {
    const gevonden = (await sessies.aanstellingen()).filter(
      (a) => a.wie.organisatie.slug === slug && a.wie.rol.code === rol,
    )[welke]
    if (!gevonden) throw new Error(`Geen ${rol} bij ${slug}`)
    const { token } = await sessies.open(gevonden.id)
    return persoon(app, token, gevonden.wie)
  }
  const met = async <T>(
    url: string,
    werk: (client: Awaited<ReturnType<typeof maakClient>>) => Promise<T>,
  ): Promise<T> => {
    const client = await maakClient(url)
    try {
      return await werk(client)
    } finally {
      await client.end()
    }
  }
  return {
    app,
    omg,
    als,
    eigenaarUrl: databank.eigenaarUrl,
    appUrl: databank.appUrl,
    beheerUrl: databank.beheerUrl,
    zetDag: (nieuw) => void (dag = datum(nieuw)),
    sql: (tekst, waarden = []) => met(databank.eigenaarUrl, async (c) => (await c.query(tekst, waarden)).rows as never),
    kraak: (tekst, waarden = []) =>
      met(databank.beheerUrl, async (c) => {
        await c.query('SET session_replication_role = replica')
        await c.query(tekst, waarden)
      }),
    tel: () =>
      met(databank.eigenaarUrl, async (c) => {
        const { rows } = await c.query(
          `SELECT ${TELBAAR.map((t) => `(SELECT count(*)::int FROM ${t}) AS ${t}`).join(', ')}`,
        )
        return rows[0] as Record<string, number>
      }),
    controleer: () => met(databank.eigenaarUrl, (c) => controleer(c, omg)),
    weg: async () => {
      await app.close()
      await pool.end()
      await databank.weg()
    },
  }
}

function persoon(app: FastifyInstance, token: string, wie: Aangemeld): Persoon {
  const ruw: Persoon['ruw'] = (verzoek) => app.inject({ ...verzoek, cookies: { rd_sessie: token } })
  const vraag = async <T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    pad: string,
    body?: unknown,
    koppen: Record<string, string> = {},
  ): Promise<Antwoord<T>> => {
    const a = await ruw({
      method,
      url: `/api/v1${pad}`,
      headers: koppen,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return {
      status: a.statusCode,
      body: (a.body && String(a.headers['content-type']).includes('json') ? a.json() : a.body) as T,
      etag: a.headers['etag'] ?? '',
      koppen: a.headers,
    }
  }
  // With the reasons, as the screens ask.
  const stuur: Persoon['stuur'] = (pad, body, koppen) =>
    vraag('POST', `${pad}${pad.includes('?') ? '&' : '?'}uitleg=ja`, body ?? {}, {
      'idempotency-key': sleutel(),
      ...koppen,
    })
  return {
    wie,
    ruw,
    verwijder: (pad, koppen) => vraag('DELETE', pad, undefined, koppen),
    haal: (pad) => vraag('GET', pad),
    stuur,
    zet: (pad, body, koppen) => vraag('PUT', pad, body, koppen),
    doe: (zaak, opdracht, body, koppen) =>
      stuur(
        `/${zaak.soort === 'melding' ? 'meldingen' : 'plaatsingen'}/${zaak.id}/opdrachten/${padnaam(opdracht)}`,
        body ?? {},
        { 'if-match': `"${zaak.versie}"`, ...koppen },
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

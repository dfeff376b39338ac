/** What the running program holds: database, agreements, who is who, and the clock. */
import type { Pool } from 'pg'
import { TAKEN, type Taak } from '../convenant/index.ts'
import type { Datum } from '../kern/datum.ts'
import { weiger } from '../kern/weigering.ts'
import { type Databankrol, leesEenmaal, type Namens } from '../opslag/transactie.ts'
import { leesVastgelegd, NIETS_VASTGELEGD, type Vastgelegd } from '../opslag/regiobesluiten.ts'
import { bewaarMerk, merkVan } from '../opslag/afspraken-merk.ts'
import type { GeladenAfspraken } from '../opslag/afspraken-bestanden.ts'
import type { RegioAfspraken } from './afspraken.ts'

/** The only place that knows what time it is. `REGIODAK_PEILDATUM` fixes the day (D7, demonstration and tests). */
export type Klok = { vandaag: () => Datum; nu: () => string }

export function maakKlok(peildatum?: Datum): Klok {
  return {
    vandaag: () => peildatum ?? Temporal.Now.plainDateISO('Europe/Amsterdam'),
    // Written down to the millisecond; a Date does that five times as fast as Temporal.
    nu: () => new Date().toISOString(),
  }
}

export type Organisatie = { id: string; slug: string; naam: string; soort: string }
export type Regio = { id: string; slug: string; naam: string }

/** Organisations and users: they change rarely, so they are read at start and once more when one is missing. */
export type Adresboek = {
  organisatie: (slug: string) => Organisatie
  organisatieBij: (id: string) => Organisatie | undefined
  gebruiker: (id: string) => string
  regio: (slug: string) => Regio | undefined
  regios: () => Regio[]
  ververs: () => Promise<void>
}

export async function maakAdresboek(pool: Pool): Promise<Adresboek> {
  let organisaties: Organisatie[] = []
  let gebruikers = new Map<string, string>()
  let regios: Regio[] = []
  const ververs = async (): Promise<void> => {
    organisaties = (await pool.query<Organisatie>('SELECT id, slug, naam, soort FROM organisatie')).rows
    gebruikers = new Map(
      (await pool.query<{ id: string; naam: string }>('SELECT id, naam FROM gebruiker')).rows.map((g) => [
        g.id,
        g.naam,
      ]),
    )
    regios = (await pool.query<Regio>('SELECT id, slug, naam FROM regio ORDER BY slug')).rows
    perSlug.clear()
    perId.clear()
    for (const o of organisaties) {
      perSlug.set(o.slug, o)
      perId.set(o.id, o)
    }
  }
  const perSlug = new Map<string, Organisatie>()
  const perId = new Map<string, Organisatie>()
  await ververs()
  return {
    organisatie: (slug) => {
      const gevonden = perSlug.get(slug)
      if (!gevonden) throw new Error(`Organisatie ${slug} staat niet in het adresboek.`)
      return gevonden
    },
    organisatieBij: (id) => perId.get(id),
    gebruiker: (id) => gebruikers.get(id) ?? 'onbekend',
    regio: (slug) => regios.find((r) => r.slug === slug),
    regios: () => regios,
    ververs,
  }
}

/** Who acts: one person, for one organisation, in one role, in one region (D2). */
export type Aangemeld = {
  gebruiker: { id: string; naam: string }
  organisatie: Organisatie
  rol: { code: string; naam: string; databankrol: Databankrol }
  taken: readonly string[]
  regio: Regio
}

export type Omgeving = {
  pool: Pool
  klok: Klok
  afspraken: Afsprakenbron
  adresboek: Adresboek
}

export const namens = (wie: Aangemeld, vandaag: Datum): Namens => ({
  rol: wie.rol.databankrol,
  regio: wie.regio.id,
  organisatie: wie.organisatie.id,
  gebruiker: wie.gebruiker.id,
  vandaag,
  zonderZaken: !heeftZaaktaak(wie),
})

/** Tasks that are done in a case of a person; whoever has none of these needs no case to do the work. */
const ZAAKTAKEN: ReadonlySet<string> = new Set<Taak>([
  'registratie',
  'screening',
  'onderzoek',
  'advies',
  'doorslaggevend-advies',
  'beschikking',
  'bezwaar',
  'ingebrekestelling',
  'plaatsing',
  'wachtlijst',
])
export const heeftZaaktaak = (wie: Pick<Aangemeld, 'taken'>): boolean => wie.taken.some((taak) => ZAAKTAKEN.has(taak))

/** Refuses a role that does not hold this task. */
export function eisRol(wie: Aangemeld, taak: Taak): void {
  if (!wie.taken.includes(taak)) weiger('ROL_MIST_TAAK', { rol: wie.rol.naam, taak: TAKEN[taak].naam })
}

/**
 * The agreements per region, with the mark that every event stores (D5): the files, and what the region recorded
 * here (D6). Kept in memory; `stand` says up to which event of the region's list.
 */
export type Afsprakenbron = {
  (regio: string): RegioAfspraken
  /** Number of the last event of the region's list that is counted in; 0 when none is. */
  stand: (regio: string) => number
  /** Counts in what was read; older than what is known changes nothing. */
  tel: (regio: string, vastgelegd: Vastgelegd) => void
  /** Reads the list of the region anew, and keeps the words behind its new mark. */
  ververs: (pool: Pool, regio: Regio, vandaag: Datum) => Promise<void>
}

export function afsprakenPerRegio(geladen: GeladenAfspraken): Afsprakenbron {
  const perRegio = new Map<string, RegioAfspraken>()
  const vastgelegd = new Map<string, Vastgelegd>()
  const met = (regio: string): GeladenAfspraken => {
    const { besluiten, bestanden } = vastgelegd.get(regio) ?? NIETS_VASTGELEGD
    return {
      ...geladen,
      besluiten: [...geladen.besluiten, ...besluiten],
      bestanden: [...geladen.bestanden, ...bestanden],
    }
  }
  const van = (regio: string): RegioAfspraken => {
    const bekend = perRegio.get(regio)
    if (bekend) return bekend
    const afspraken = vastgelegd.has(regio) ? met(regio) : geladen
    const nieuw = { regio, afspraken, merk: merkVan(afspraken, regio).merk }
    perRegio.set(regio, nieuw)
    return nieuw
  }
  const stand = (regio: string): number => vastgelegd.get(regio)?.nummer ?? 0
  const tel = (regio: string, gelezen: Vastgelegd): void => {
    if (gelezen.nummer <= stand(regio)) return
    const { merk } = van(regio)
    vastgelegd.set(regio, gelezen)
    // Evidence changes no agreement: what was made of these stays.
    if (merkVan(met(regio), regio).merk !== merk) perRegio.delete(regio)
  }
  const ververs = async (pool: Pool, regio: Regio, vandaag: Datum): Promise<void> => {
    const als = { rol: 'rd_beheer', regio: regio.id, organisatie: NIEMAND, gebruiker: NIEMAND, vandaag } as const
    const gelezen = await leesVastgelegd((sql, waarden) => leesEenmaal(pool, als, sql, waarden), regio)
    if (gelezen.nummer <= stand(regio.slug)) return
    tel(regio.slug, gelezen)
    await bewaarMerk(pool, merkVan(met(regio.slug), regio.slug))
  }
  return Object.assign(van, { stand, tel, ververs })
}

/** In whose name the program itself asks. */
export const NIEMAND = '00000000-0000-0000-0000-000000000000'

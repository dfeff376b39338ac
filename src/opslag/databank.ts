import type { Client, Pool } from 'pg'
import { weiger } from '../kern/weigering.ts'
import { startIngebed } from './ingebed/start-ingebed.ts'
import { migreer, vergelijkMigraties } from './migreer.ts'
import { EIGENAAR } from './rollen.ts'
import { controleerVersie, maakClient, maakPool } from './verbinding.ts'

export type Gevonden = {
  /** The application's address. Refuses when it is not given. */
  app: () => string
  /** The owner's address. Refuses, naming REGIODAK_MIGRATIE_URL, when it is not given. */
  eigenaar: (waarvoor: string) => string
  heeftEigenaar: boolean
  ingebed: boolean
  stop: () => Promise<void>
}

type Omgeving = Readonly<Record<string, string | undefined>>
type Zoekkeuze = { log: (regel: string) => void; omgeving?: Omgeving; map?: string }

/**
 * The database this installation uses: the one of DATABASE_URL and REGIODAK_MIGRATIE_URL, or without
 * either the embedded server in REGIODAK_MAP (default `./gegevens`), which is then started.
 */
export async function vindDatabank({ log, omgeving = process.env, map }: Zoekkeuze): Promise<Gevonden> {
  const { DATABASE_URL: app, REGIODAK_MIGRATIE_URL: eigenaar, REGIODAK_MAP } = omgeving
  if (app || eigenaar) {
    return {
      app: () =>
        app || weiger('DATABANK_ADRES_ONTBREEKT', { variabele: 'DATABASE_URL', waarvoor: 'de gegevens te lezen' }),
      eigenaar: (waarvoor) =>
        eigenaar || weiger('DATABANK_ADRES_ONTBREEKT', { variabele: 'REGIODAK_MIGRATIE_URL', waarvoor }),
      heeftEigenaar: Boolean(eigenaar),
      ingebed: false,
      stop: async () => undefined,
    }
  }
  const ingebed = await startIngebed({ map: map ?? (REGIODAK_MAP || 'gegevens'), log })
  return {
    app: () => ingebed.appUrl,
    eigenaar: () => ingebed.eigenaarUrl,
    heeftEigenaar: true,
    ingebed: true,
    stop: ingebed.stop,
  }
}

export type Databank = { pool: Pool; appUrl: string; gevonden: Gevonden; sluit: () => Promise<void> }

/**
 * Opens the database for the application: found, new enough, safe to use, and with the tables of this
 * version. Missing migrations are run when the owner's address is known; otherwise it refuses.
 */
export async function openDatabank(keuze: Zoekkeuze & { max?: number }): Promise<Databank> {
  const gevonden = await vindDatabank(keuze)
  let pool: Pool | undefined
  try {
    const appUrl = gevonden.app()
    if (gevonden.ingebed) await migreer(gevonden.eigenaar(''))
    else await controleerDatabank(appUrl, gevonden)
    pool = maakPool(appUrl, keuze.max === undefined ? {} : { max: keuze.max })
    const open = pool
    const sluit = async (): Promise<void> => {
      await open.end()
      await gevonden.stop()
    }
    return { pool, appUrl, gevonden, sluit }
  } catch (fout) {
    await pool?.end()
    await gevonden.stop()
    throw fout
  }
}

async function controleerDatabank(appUrl: string, gevonden: Gevonden): Promise<void> {
  const client = await maakClient(appUrl)
  try {
    await controleerVersie(client)
    await controleerLogin(client)
    const { mist } = await vergelijkMigraties(client)
    if (mist.length === 0) return
    if (!gevonden.heeftEigenaar) weiger('DATABANK_LOOPT_ACHTER', { mist: mist.map((m) => m.naam).join(', ') })
  } finally {
    await client.end()
  }
  await migreer(gevonden.eigenaar('de tabellen bij te werken'))
}

/** Row-level security means nothing for a superuser, an owner or someone who may become one (P5). */
async function controleerLogin(client: Client): Promise<void> {
  const { rows } = await client.query<{ login: string; reden: string | null }>(
    `SELECT current_user AS login, CASE
       WHEN rolsuper THEN 'is superuser'
       WHEN rolbypassrls THEN 'mag langs de rijbeveiliging'
       WHEN EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) THEN 'is eigenaar van tabellen'
       WHEN EXISTS (SELECT FROM pg_roles e WHERE e.rolname = $1 AND pg_has_role(r.oid, e.oid, 'MEMBER')) THEN 'kan de eigenaar worden'
     END AS reden FROM pg_roles r WHERE rolname = current_user`,
    [EIGENAAR],
  )
  const { login, reden } = rows[0]!
  if (reden !== null) weiger('DATABANK_LOGIN_MAG_TE_VEEL', { login, reden })
}

import { Client } from 'pg'
import { weiger } from '../../kern/weigering.ts'
import { APP, EIGENAAR, ROLLEN, zorgVoorRollen } from '../rollen.ts'
import { bereikbareBinaries, vindBinaries } from './binaries.ts'
import { houdVast, type Houvast } from './houvast.ts'
import { kiesPlaats, leesInstellingen, maakMap, schrijfInstellingen, thuis, vindPlaats, type Plaats } from './plaats.ts'
import { maakCluster, startServer, stopServer, vindServer, type Server } from './server.ts'
import { bewaakEinde } from './einde.ts'
import { metSlot } from './slot.ts'
import { resolve } from 'node:path'

export type IngebedKeuze = {
  /** The data folder; made when absent. */
  map: string
  /** Gets each sentence for the person who starts the program. */
  log: (regel: string) => void
  /** Other binaries than those from npm, for the tests on PostgreSQL 15. */
  bin?: string
  /** Tests only: nothing is forced to disk. */
  vluchtig?: boolean
}

export type Adressen = {
  /** The superuser, for what neither login may do (roles, test databases). */
  beheerUrl: string
  /** Owns the tables; for migrations, backup and restore. */
  eigenaarUrl: string
  /** The application's login: owns nothing, takes on a role per request. */
  appUrl: string
  /** `nieuw`: first start of this folder; `bestaand`: its server was not running; `aangehaakt`: it was. */
  gestart: 'nieuw' | 'bestaand' | 'aangehaakt'
}

export type Ingebed = Adressen & { stop: () => Promise<void> }

const DATABANK = 'regiodak'

/**
 * Starts the PostgreSQL that came with npm, or joins the one that runs on this folder.
 *
 * Every user holds a shared lock inside the server. `stop` releases it, and the last user stops the
 * server, whoever started it; a killed user releases it by dying. A process that ends or gets SIGINT,
 * SIGTERM or SIGHUP without handling them itself stops by the same rule. When the server dies under
 * its users, the first to notice starts it again. Refuses with a Dutch sentence what it cannot do.
 */
export async function startIngebed(keuze: IngebedKeuze): Promise<Ingebed> {
  const map = maakMap(keuze.map)
  const pogingen: number[] = []
  let houvast: Houvast | undefined
  let gestopt: Promise<void> | undefined

  const open = (): Promise<Adressen | undefined> =>
    metSlot(map, async () => {
      if (gestopt) return undefined
      const adressen = await zorgVoorServer(map, keuze)
      houvast = await houdVast(adressen.beheerUrl, herstel)
      return adressen
    })

  const herstel = async (): Promise<void> => {
    pogingen.push(performance.now())
    if (pogingen.filter((op) => op > performance.now() - 60_000).length > 5)
      return keuze.log('De eigen databank valt steeds weg. Ik start haar niet meer.')
    keuze.log('De verbinding met de eigen databank viel weg. Ik start haar opnieuw.')
    try {
      if (await open()) keuze.log('De eigen databank werkt weer.')
    } catch (fout) {
      keuze.log(fout instanceof Error ? fout.message : String(fout))
    }
  }

  const adressen = await open()
  const stop = (): Promise<void> =>
    (gestopt ??= metSlot(map, async () => {
      vergeet()
      const laatste = await houvast?.laatLos()
      if (laatste) await stopServer(resolve(map, leesInstellingen(map)!.cluster))
    }))
  const vergeet = bewaakEinde(stop)
  return { ...adressen!, stop }
}

/** Starts the server without holding it: it runs until `stopLosse` (the tests' server, shared by processes). */
export async function startLosse(keuze: IngebedKeuze): Promise<Adressen> {
  const map = maakMap(keuze.map)
  return metSlot(map, () => zorgVoorServer(map, keuze))
}

/** Stops the server of this folder, whoever uses it, and tells where its cluster is. */
export async function stopLosse(gevraagd: string): Promise<string | undefined> {
  const map = maakMap(gevraagd)
  return metSlot(map, async () => {
    const instellingen = leesInstellingen(map)
    if (!instellingen) return undefined
    const cluster = resolve(map, instellingen.cluster)
    await stopServer(cluster)
    return cluster
  })
}

/** Inside the lock: a running server with its roles and database. */
async function zorgVoorServer(map: string, keuze: IngebedKeuze): Promise<Adressen> {
  const bekend = leesInstellingen(map)
  if (bekend?.klaar) {
    const cluster = resolve(map, bekend.cluster)
    const draait = vindServer(cluster)
    if (draait?.klaar)
      return adressen({ map, cluster, gebruiker: undefined, instellingen: bekend }, draait, 'aangehaakt')
    const plaats = vindPlaats(map, bekend, keuze.log)
    const server = await startServer(plaats, wijze(plaats, keuze))
    return zetKlaar(plaats, server, 'bestaand')
  }
  if (bekend) await stopServer(resolve(map, bekend.cluster))
  const plaats = kiesPlaats(map, keuze.log)
  maakCluster(plaats, wijze(plaats, keuze))
  const server = await startServer(plaats, wijze(plaats, keuze))
  const klaar = await zetKlaar(plaats, server, 'nieuw')
  schrijfInstellingen(map, { ...plaats.instellingen, klaar: true })
  return klaar
}

function wijze(
  { gebruiker }: Plaats,
  { bin, vluchtig = false, log }: IngebedKeuze,
): { bin: string; vluchtig: boolean } {
  return { bin: bereikbareBinaries(bin ?? vindBinaries(), gebruiker, gebruiker ? thuis(gebruiker) : '', log), vluchtig }
}

/** Makes what is missing: roles, the two logins with their remembered passwords, the database. */
async function zetKlaar(plaats: Plaats, server: Server, gestart: Adressen['gestart']): Promise<Adressen> {
  const uit = adressen(plaats, server, gestart)
  const client = new Client({ connectionString: uit.beheerUrl })
  await client
    .connect()
    .catch((fout: Error) => weiger('DATABANK_NIET_BEREIKBAAR', { waar: plaats.map, reden: fout.message }))
  try {
    const { eigenaar, app } = plaats.instellingen.wachtwoorden
    if (gestart === 'nieuw')
      await client.query(`CREATE ROLE ${EIGENAAR} LOGIN PASSWORD ${client.escapeLiteral(eigenaar)}`)
    await zorgVoorRollen(client)
    // Migrations may hand the roles on; the owner gets that right and no other of an administrator's.
    await client.query(`GRANT ${ROLLEN.join(', ')} TO ${EIGENAAR} WITH ADMIN OPTION`)
    if (gestart === 'bestaand') return uit
    await client.query(`ALTER ROLE ${APP} PASSWORD ${client.escapeLiteral(app)}`)
    await client.query(`CREATE DATABASE ${DATABANK} OWNER ${EIGENAAR}`)
    await client.query(`REVOKE ALL ON DATABASE ${DATABANK} FROM PUBLIC`)
    await client.query(`GRANT CONNECT ON DATABASE ${DATABANK} TO ${APP}`)
    return uit
  } finally {
    await client.end()
  }
}

function adressen({ instellingen }: Plaats, { host, poort }: Server, gestart: Adressen['gestart']): Adressen {
  const url = (login: string, wachtwoord: string, databank: string): string =>
    `postgresql://${login}:${wachtwoord}@localhost:${poort}/${databank}?host=${encodeURIComponent(host)}`
  const { beheer, eigenaar, app } = instellingen.wachtwoorden
  return {
    beheerUrl: url('postgres', beheer, 'postgres'),
    eigenaarUrl: url(EIGENAAR, eigenaar, DATABANK),
    appUrl: url(APP, app, DATABANK),
    gestart,
  }
}

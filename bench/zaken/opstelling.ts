/** Everything the bench runs on: server, both data sets, both programs, people signed in. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afsprakenPerRegio, maakAdresboek } from '../../src/domein/omgeving.opslag.ts'
import { datum } from '../../src/kern/datum.ts'
import { laadAfspraken, programmamap } from '../../src/opslag/afspraken-bestanden.ts'
import { migreer } from '../../src/opslag/migreer.ts'
import { maakClient, maakPool } from '../../src/opslag/verbinding.ts'
import { legGrondslag } from '../../src/server/demonstratie/index.ts'
import { type Gegevens, vulZaken } from './gegevens.ts'
import { vulKaal } from './kaal.ts'
import { type Proces, startKaal, startProduct } from './proces.ts'
import { maakSjablonen } from './sjablonen.ts'
import { startBenchserver, type Server } from './server.ts'

export type Keuze = {
  zaken: number
  /** Moments per origin and status of the model cases. */
  beurten: number
  geheugen: string
  verbindingen: number
  /** A folder to keep: the data set is used again when it has the same size. */
  map?: string | undefined
  instellingen?: Record<string, string>
  log: (regel: string) => void
}
export type Opstelling = {
  server: Server
  gegevens: Gegevens
  peildatum: string
  kaal: Proces
  product: Proces
  stop: () => Promise<void>
}

/** The day it is in the bench: within the covenant of Den Haag and its (demonstration) extension. */
export const PEILDATUM = '2026-11-20'

export async function zetOp(keuze: Keuze): Promise<Opstelling> {
  const map = keuze.map ?? mkdtempSync(join(tmpdir(), 'regiodak-proef-'))
  const server = await startBenchserver(map, keuze.geheugen, keuze.instellingen)
  const processen: Proces[] = []
  const stop = async (): Promise<void> => {
    await Promise.allSettled(processen.map((p) => p.stop()))
    await server.stop()
    if (!keuze.map) rmSync(map, { recursive: true, force: true })
  }
  try {
    const { gegevens, kaalUrl } = await gegevensIn(map, server, keuze)
    await schrijfWeg(server.beheerUrl)
    const { verbindingen } = keuze
    const kaal = await startKaal(kaalUrl, verbindingen)
    processen.push(kaal)
    const product = await startProduct({ ...server, peildatum: PEILDATUM, verbindingen })
    processen.push(product)
    return { server, gegevens, peildatum: PEILDATUM, kaal, product, stop }
  } catch (fout) {
    await stop()
    throw fout
  }
}

/** No region begins its day with loading twelve years of cases: what that left to write is written before the work. */
async function schrijfWeg(beheerUrl: string): Promise<void> {
  const beheer = await maakClient(beheerUrl)
  await beheer.query('CHECKPOINT')
  await beheer.end()
}

type Bewaard = { gegevens: Gegevens; kaalPad: string }

async function gegevensIn(map: string, server: Server, keuze: Keuze): Promise<{ gegevens: Gegevens; kaalUrl: string }> {
  const bewaard = join(map, 'proef.json')
  if (existsSync(bewaard)) {
    const { gegevens } = JSON.parse(readFileSync(bewaard, 'utf8')) as Bewaard
    const url = new URL(server.beheerUrl)
    url.pathname = '/kaal'
    if (gegevens.zaken === keuze.zaken) return { gegevens, kaalUrl: url.href }
    throw new Error(`${map} has a data set of ${gegevens.zaken} cases; remove it or ask for that size`)
  }
  const begin = performance.now()
  const seconden = (): string => `${((performance.now() - begin) / 1000).toFixed(1)} s`
  await migreer(server.eigenaarUrl)
  const dag = datum(PEILDATUM)
  await legGrondslag(server.eigenaarUrl, dag.subtract({ years: 1 }))
  const pool = maakPool(server.appUrl, { max: 4 })
  const basis = {
    pool,
    afspraken: afsprakenPerRegio(await laadAfspraken(programmamap, { demonstratie: true })),
    adresboek: await maakAdresboek(pool),
  }
  const sjablonen = await maakSjablonen(basis, dag, keuze.beurten).finally(() => pool.end())
  keuze.log(`${sjablonen.length} model cases by the program's own commands: ${seconden()}`)
  const gegevens = await vulZaken(server.eigenaarUrl, sjablonen, keuze.zaken, keuze.log)
  keuze.log(`${gegevens.zaken} cases, ${gegevens.gebeurtenissen} rows of history: ${seconden()}`)
  const kaalUrl = await vulKaal(server.beheerUrl, keuze.zaken)
  keuze.log(`the same volume for the bare server: ${seconden()}`)
  if (keuze.map) writeFileSync(bewaard, JSON.stringify({ gegevens }))
  return { gegevens, kaalUrl }
}

/**
 * `npm run proef`: the work of a busy region on 100,000 cases, beside a bare Fastify + pg server in the
 * same run. What counts is the ratio of the two; both share the machine with PostgreSQL and the clients.
 *
 * PROEF_ZAKEN (100000), PROEF_SECONDEN (8), PROEF_LOOPS (3), PROEF_MAP (a folder to keep the data in),
 * PROEF_WERK (aanmaken,werklijst,zaak,zaakMetUitleg), PROEF_BEWAAR (nee: write no results).
 */
import { fileURLToPath } from 'node:url'
import { GENOEG_VERBINDINGEN } from '../src/opslag/verbinding.ts'
import { belast, type Meting, VERBINDINGEN, type Vraag } from './zaken/belasting.ts'
import { kijkNa, kijkTellingNa, telStand } from './zaken/nakijken.ts'
import { type Keuze, type Opstelling, zetOp } from './zaken/opstelling.ts'
import { geheugen, type Proces } from './zaken/proces.ts'
import { bewaar, nietGehaald, processor, type Regel, tabel, type Uitslag } from './zaken/verslag.ts'
import { meldAan, vragenAanKaal, vragenAanProduct, type Vragen, werklijstVan, type Werk } from './zaken/vragen.ts'

export type Proefkeuze = Keuze & {
  seconden: number
  opwarmen: number
  loops: number
  werk: readonly Werk[]
  /** Looks at the database after the load, while it is still there. */
  achteraf?: (adressen: { eigenaarUrl: string; appUrl: string }) => Promise<void>
}

/** Sets everything up, checks the answers, measures, checks the counts, and takes everything down again. */
export async function proef(keuze: Proefkeuze): Promise<Uitslag> {
  const o = await zetOp(keuze)
  try {
    return await meet(o, keuze)
  } finally {
    await o.stop()
  }
}

async function meet(o: Opstelling, keuze: Proefkeuze): Promise<Uitslag> {
  const { zaken: aanwezig } = await telStand(o.server.eigenaarUrl)
  const sessies = await meldAan(o.product.adres)
  const kaal = vragenAanKaal(keuze.zaken)
  const product = vragenAanProduct(sessies, o.gegevens, o.peildatum, aanwezig)
  await kijkNa(o, product, kaal, werklijstVan(sessies, 'den-haag'))
  const voor = await telStand(o.server.eigenaarUrl)
  const rust = geheugen(o.product.pid)
  let gemaakt = 0
  let gelezen = 0
  let runs = 0
  const draai = async (proces: Proces, vragen: Vragen, werk: Werk, seconden: number): Promise<Meting> => {
    const meting = await belast(proces, o.server.pid, seconden, vragen[werk] satisfies () => Vraag)
    if (proces !== o.product) return meting
    runs += 1
    gelezen += meting.gelukt
    if (werk === 'aanmaken') gemaakt += meting.gelukt
    return meting
  }
  const regels: Regel[] = []
  for (const werk of keuze.werk) {
    const metingen: { kaal: Meting; product: Meting }[] = []
    for (let i = 0; i <= keuze.loops; i += 1) {
      // The first round only warms up: code gets compiled, pages come into memory.
      const seconden = i === 0 ? keuze.opwarmen : keuze.seconden
      const kaleMeting = await draai(o.kaal, kaal, werk, seconden)
      const meting = await draai(o.product, product, werk, seconden)
      if (i > 0) metingen.push({ kaal: kaleMeting, product: meting })
    }
    const regel = {
      werk,
      kaal: mediaan(metingen.map((m) => m.kaal)),
      product: mediaan(metingen.map((m) => m.product)),
      verhouding: midden(metingen.map((m) => m.product.perSeconde / m.kaal.perSeconde)),
    }
    regels.push(regel)
    keuze.log(
      `${werk}: ${regel.product.perSeconde.toFixed(0)}/s beside ${regel.kaal.perSeconde.toFixed(0)}/s, ratio ${regel.verhouding.toFixed(2)}`,
    )
  }
  const na = await telStand(o.server.eigenaarUrl)
  await keuze.achteraf?.(o.server)
  kijkTellingNa(voor, na, gemaakt, gelezen, runs * VERBINDINGEN)
  return {
    op: new Date().toISOString(),
    processor: processor(),
    node: process.version,
    postgres: o.server.versie,
    zaken: keuze.zaken,
    gebeurtenissen: o.gegevens.gebeurtenissen,
    seconden: keuze.seconden,
    loops: keuze.loops,
    verbindingen: VERBINDINGEN,
    regels,
    geheugen: Math.max(rust, ...regels.map((r) => r.product.geheugen)),
    p99: Math.max(...regels.map((r) => r.product.p99)),
    fouten: regels.reduce((som, r) => som + r.kaal.fouten + r.product.fouten, 0),
  }
}

const midden = (lijst: readonly number[]): number => lijst.toSorted((a, b) => a - b)[Math.floor(lijst.length / 2)]!

/** The run in the middle by speed; failures and memory of all runs count. */
function mediaan(metingen: readonly Meting[]): Meting {
  const gekozen = metingen.toSorted((a, b) => a.perSeconde - b.perSeconde)[Math.floor(metingen.length / 2)]!
  return {
    ...gekozen,
    geheugen: Math.max(...metingen.map((m) => m.geheugen)),
    fouten: metingen.reduce((som, m) => som + m.fouten, 0),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const getal = (naam: string, anders: number): number => Number(process.env[naam] ?? anders)
  const uitslag = await proef({
    zaken: getal('PROEF_ZAKEN', 100_000),
    beurten: 6,
    geheugen: '1GB',
    verbindingen: getal('PROEF_VERBINDINGEN', GENOEG_VERBINDINGEN),
    map: process.env['PROEF_MAP'],
    seconden: getal('PROEF_SECONDEN', 8),
    opwarmen: getal('PROEF_OPWARMEN', 4),
    loops: getal('PROEF_LOOPS', 3),
    werk: (process.env['PROEF_WERK']?.split(',') ?? ['aanmaken', 'werklijst', 'zaak', 'zaakMetUitleg']) as Werk[],
    log: (regel) => void process.stdout.write(`${regel}\n`),
  })
  process.stdout.write(`\n${tabel(uitslag)}\n`)
  if (process.env['PROEF_BEWAAR'] !== 'nee') bewaar(uitslag)
  const mis = nietGehaald(uitslag)
  for (const regel of mis) process.stdout.write(`NOT MET: ${regel}\n`)
  process.exitCode = mis.length ? 1 : 0
}

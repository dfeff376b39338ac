/** The data set: cases of the program's own making, copied with hashes that hold, in its own tables. */
import type { Client } from 'pg'
import { kopieerIn } from '../../src/opslag/kopieer.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { type Kolommen, leesKolommen, leesMal, type Mal, type Rijen, type Tabel } from './mal.ts'
import { adviseur, type Oorsprong, OORSPRONGEN, oorsprongen } from './oorsprong.ts'
import type { Sjabloon } from './sjablonen.ts'
import { maakBsns, maakToeval } from './toeval.ts'

export type Gegevens = {
  zaken: number
  /** Rows of history of the cases; the persons' own rows come on top. */
  gebeurtenissen: number
  seconden: number
  /** Cases an organisation may open, a sample of all. */
  steekproef: { zaak: string; organisatie: string }[]
}

const PORTIE = 500
/** Numbers of people: the model cases have the first ones, the load test begins after those of the data set. */
export const BSN_SJABLONEN = 2_000
const VOORNAMEN = ['Ada', 'Bram', 'Cato', 'Daan', 'Esra', 'Fleur', 'Giel', 'Hanna', 'Imre', 'Juna']
const STAMMEN = ['Verzonnen', 'Bedacht', 'Proef', 'Gefingeerd', 'Denkbeeldig']

/** Fills up to `zaken` cases, the model cases included. `log` hears how far it is. */
export async function vulZaken(
  eigenaarUrl: string,
  sjablonen: readonly Sjabloon[],
  zaken: number,
  log: (regel: string) => void,
): Promise<Gegevens> {
  const begin = performance.now()
  const [lezer, a, b] = await Promise.all([maakClient(eigenaarUrl), maakClient(eigenaarUrl), maakClient(eigenaarUrl)])
  try {
    const kolommen = await leesKolommen(lezer)
    const mallen = new Map<Oorsprong, Mal[]>(oorsprongen.map((o) => [o, []]))
    for (const sjabloon of sjablonen) mallen.get(sjabloon.oorsprong)!.push(await leesMal(lezer, kolommen, sjabloon))
    const toeval = maakToeval(20261122)
    const bsn = maakBsns(BSN_SJABLONEN)
    const verdeling = oorsprongen.flatMap((o) => Array.from({ length: OORSPRONGEN[o] }, () => o))
    const steekproef: Gegevens['steekproef'] = []
    let gebeurtenissen = 0
    let bezig: Promise<unknown> = Promise.resolve()
    const kopieen = zaken - sjablonen.length
    for (let van = 0; van < kopieen; van += PORTIE) {
      const delen: Rijen[] = []
      for (let i = van; i < Math.min(van + PORTIE, kopieen); i += 1) {
        // Twelve years of cases, in the order they came in.
        const nu = Date.UTC(2014, 10, 22) + Math.floor((i / kopieen) * 378_000_000) * 1000
        const oorsprong = verdeling[(i * 37) % 100]!
        const uit = toeval.kies(mallen.get(oorsprong)!).stempel(persoon(i, bsn(), toeval), toeval, nu)
        gebeurtenissen += uit.gebeurtenissen
        delen.push(uit.rijen)
        if (i % Math.ceil(kopieen / 5_000) === 0) steekproef.push({ zaak: uit.zaak, organisatie: adviseur(oorsprong) })
      }
      // The server stores one portion while the next is made.
      await bezig
      bezig = Promise.all([
        schrijf(a, kolommen, delen, ['stroom', 'inhoud', 'persoon', 'verblijf']),
        schrijf(b, kolommen, delen, ['gebeurtenis', 'betrekking', 'werkrij', 'wachtrij', 'zaak_toegang']),
      ])
      if (van % (PORTIE * 40) === 0) log(`${van} of ${kopieen} cases`)
    }
    await bezig
    await lezer.query(`SELECT setval('zaaknummer', $1)`, [zaken + 10])
    // Of the tables that were filled: of an empty one it would note that reading all of it costs nothing, and the keys
    // of the requests, of which there are none yet, would be read from first to last until the database looks again.
    await lezer.query(`VACUUM ANALYZE ${Object.keys(kolommen).join(', ')}`)
    return { zaken, gebeurtenissen, seconden: (performance.now() - begin) / 1000, steekproef }
  } finally {
    await Promise.allSettled([lezer, a, b].map((client) => client.end()))
  }
}

function persoon(i: number, bsn: string, toeval: ReturnType<typeof maakToeval>) {
  const dag = new Date(Date.UTC(1950, 0, 1) + toeval.getal(20_000) * 86_400_000)
  return {
    volgnummer: `-2015-${String(i + 1).padStart(6, '0')}`,
    bsn,
    voornamen: toeval.kies(VOORNAMEN),
    achternaam: `${toeval.kies(STAMMEN)} ${i + 1}`,
    geboortedatum: dag.toISOString().slice(0, 10),
  }
}

async function schrijf(
  client: Client,
  kolommen: Kolommen,
  delen: readonly Rijen[],
  tabellen: readonly Tabel[],
): Promise<void> {
  for (const tabel of tabellen) {
    const tekst = delen.map((d) => d[tabel]).join('')
    if (tekst) await kopieerIn(client, `COPY ${tabel} (${kolommen[tabel]}) FROM STDIN`, stuk(tekst))
  }
}

async function* stuk(tekst: string): AsyncGenerator<Buffer> {
  yield Buffer.from(tekst)
}

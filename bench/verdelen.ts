/**
 * `node bench/verdelen.ts`: dividing an amount over 342 municipalities by three measures, tree included. The
 * sentences of the tree are made when someone looks, so they are not part of the work. One core. Beside the speed by
 * the clock stands the speed by processor time: on a busy machine only that one says something about the program.
 *
 * PROEF_SECONDEN (2), PROEF_LOOPS (5), PROEF_BEWAAR (nee: write no line in README.md).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  afsprakenboek,
  type Afspraken,
  leesAfspraken,
  type Metingen,
  verdeel,
  type Verdeelvraag,
} from '../src/convenant/index.ts'
import { datum } from '../src/kern/datum.ts'
import { breuk } from '../src/kern/breuk.ts'
import { laadAfspraken } from '../src/opslag/afspraken-bestanden.ts'

/** Divisions per second on one core that must be reached (issue 3). */
export const LAT = 2000
const SLEUTEL = 'pot'
const MAATSTAVEN = ['inwoners', 'huishoudens', 'kosten']

const convenant = (partijen: readonly string[]): string => `---
id: proef
titel: Convenant van alle gemeenten
kort: Convenant Proef
partijen: [${partijen.join(', ')}]
rollen: { centrumgemeente: [${partijen[0]}] }
---

## Artikel 1 Geld

1. Alle gemeenten delen een bedrag.

\`\`\`regel
soort: verdeelsleutel
id: ${SLEUTEL}
verdeelt: een bedrag
eenheid: eurocent
over: partijen
maatstaven:
${MAATSTAVEN.map((naam) => `  - { naam: ${naam}, gewicht: 1/3, peil: 31 december J }`).join('\n')}
rest: grootste-rest
\`\`\`
`

/** Invented figures of the size of real ones: thousands of inhabitants, millions of euros in cents. */
function verzin(partijen: readonly string[], ronde: number): Metingen {
  let toestand = 12345n + BigInt(ronde)
  const volgend = (onder: bigint, boven: bigint): bigint => {
    toestand = (toestand * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
    return onder + ((toestand >> 33n) % (boven - onder))
  }
  const grenzen: Record<string, [bigint, bigint]> = {
    inwoners: [900n, 900_000n],
    huishoudens: [400n, 450_000n],
    kosten: [1_000_000n, 9_000_000_000n],
  }
  return new Map(MAATSTAVEN.map((naam) => [naam, new Map(partijen.map((p) => [p, breuk(volgend(...grenzen[naam]!))]))]))
}

export type Uitslag = { partijen: number; perSeconde: number[]; midden: number; middenProcessor: number }

/** Measures `loops` rounds of `seconden` seconds, after one round to warm up. Throws when an answer is wrong. */
export async function meet(keuze: { seconden: number; loops: number }): Promise<Uitslag> {
  const { gemeenten } = await laadAfspraken()
  const partijen = gemeenten.map((g) => g.slug)
  const document = leesAfspraken(convenant(partijen), 'convenanten/proef/2025-01-01.md')
  if (document.soort !== 'convenant') throw new Error('no covenant')
  const afspraken: Afspraken = { convenanten: [document], kaders: [], besluiten: [], gemeenten }
  const boek = afsprakenboek('proef', datum('2025-06-01'), afspraken)
  // Several sets of figures and totals, so that nothing is computed twice in a row.
  const vragen = Array.from({ length: 8 }, (_, i): Verdeelvraag => ({
    totaal: (i % 2 ? -1n : 1n) * (10n ** 12n - BigInt(i) * 7_777_777n),
    metingen: verzin(partijen, i),
    jaar: 2025,
  }))
  for (const vraag of vragen) kijkNa(verdeel(boek, SLEUTEL, vraag), vraag.totaal, partijen.length)
  const ronde = (seconden: number): { klok: number; processor: number } => {
    const rekentijd = process.threadCpuUsage()
    const begin = process.hrtime.bigint()
    const einde = begin + BigInt(seconden * 1000) * 1_000_000n
    let aantal = 0
    while (process.hrtime.bigint() < einde) {
      const uitkomst = verdeel(boek, SLEUTEL, vragen[aantal % vragen.length]!)
      if (uitkomst.waarom.stappen?.length !== stappen(partijen.length)) throw new Error('the tree is not complete')
      aantal += 1
    }
    const klok = (aantal * 1e9) / Number(process.hrtime.bigint() - begin)
    const { user, system } = process.threadCpuUsage(rekentijd)
    return { klok, processor: (aantal * 1e6) / (user + system) }
  }
  ronde(keuze.seconden)
  const rondes = Array.from({ length: keuze.loops }, () => ronde(keuze.seconden))
  return {
    partijen: partijen.length,
    perSeconde: rondes.map((r) => r.klok),
    midden: midden(rondes.map((r) => r.klok)),
    middenProcessor: midden(rondes.map((r) => r.processor)),
  }
}

const midden = (lijst: readonly number[]): number => lijst.toSorted((a, b) => a - b)[Math.floor(lijst.length / 2)]!

/** Three measures, one step on rounding, one step per party. */
const stappen = (partijen: number): number => MAATSTAVEN.length + 1 + partijen

function kijkNa(uitkomst: ReturnType<typeof verdeel>, totaal: bigint, partijen: number): void {
  if (uitkomst.soort !== 'bepaald') throw new Error(`no answer: ${uitkomst.soort}`)
  const delen = Object.values(uitkomst.waarde.aandelen)
  if (delen.length !== partijen) throw new Error('a party is missing')
  if (delen.reduce((a, b) => a + b, uitkomst.waarde.rest) !== totaal) throw new Error('the shares are not the total')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const uitslag = await meet({
    seconden: Number(process.env['PROEF_SECONDEN'] ?? 2),
    loops: Number(process.env['PROEF_LOOPS'] ?? 5),
  })
  const regel = `| ${new Date().toISOString().slice(0, 16).replace('T', ' ')} | ${uitslag.partijen} | **${uitslag.midden.toFixed(0)}** | ${uitslag.middenProcessor.toFixed(0)} | ${uitslag.perSeconde.map((n) => n.toFixed(0)).join(', ')} |`
  process.stdout.write(`divisions per second, median of ${uitslag.perSeconde.length} (at least ${LAT})\n${regel}\n`)
  if (process.env['PROEF_BEWAAR'] !== 'nee') {
    const pad = join(import.meta.dirname, 'README.md')
    const merk = '|---|---|---|---|---|\n'
    const tekst = readFileSync(pad, 'utf8')
    const plek = tekst.indexOf(merk, tekst.indexOf('## Dividing')) + merk.length
    writeFileSync(pad, `${tekst.slice(0, plek)}${regel}\n${tekst.slice(plek)}`)
  }
  process.exitCode = uitslag.midden < LAT ? 1 : 0
}

/**
 * `node bench/toets.ts`: reading every agreement file and finding what is wrong in it. One core. Beside the time by
 * the clock stands the processor time: on a busy machine only that one says something about the program.
 *
 * PROEF_LOOPS (5), PROEF_BEWAAR (nee: write no line in README.md).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Afspraken, leesAfspraken, toets } from '../src/convenant/index.ts'
import { datum } from '../src/kern/datum.ts'
import { laadAfspraken } from '../src/opslag/afspraken-bestanden.ts'

/** Milliseconds in which all files must be read and checked (issue 3). */
export const LAT = 1000

export type Uitslag = { bestanden: number; bevindingen: number; heel: number[]; toetsen: number[]; processor: number[] }

/** Measures `loops` runs, after one to warm up: texts in, findings out. */
export async function meet(loops: number): Promise<Uitslag> {
  const geladen = await laadAfspraken()
  const teksten = [...geladen.convenanten, ...geladen.kaders].map(
    ({ bestand }) => [bestand, geladen.bestanden.find((b) => b.pad === bestand)!.tekst] as const,
  )
  const op = datum('2026-06-01')
  const uitslag: Uitslag = { bestanden: teksten.length, bevindingen: 0, heel: [], toetsen: [], processor: [] }
  for (let i = 0; i <= loops; i += 1) {
    const rekentijd = process.threadCpuUsage()
    const begin = performance.now()
    const documenten = teksten.map(([bestand, tekst]) => leesAfspraken(tekst, bestand))
    const afspraken: Afspraken = {
      convenanten: documenten.filter((d) => d.soort === 'convenant'),
      kaders: documenten.filter((d) => d.soort === 'kader'),
      besluiten: [],
      gemeenten: geladen.gemeenten,
    }
    const gelezen = performance.now()
    uitslag.bevindingen = documenten.flatMap((d) => toets(d, afspraken, op)).length
    const klaar = performance.now()
    const { user, system } = process.threadCpuUsage(rekentijd)
    if (i === 0) continue
    uitslag.heel.push(klaar - begin)
    uitslag.toetsen.push(klaar - gelezen)
    uitslag.processor.push((user + system) / 1000)
  }
  return uitslag
}

export const midden = (lijst: readonly number[]): number =>
  lijst.toSorted((a, b) => a - b)[Math.floor(lijst.length / 2)]!

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bestanden, bevindingen, heel, toetsen, processor } = await meet(Number(process.env['PROEF_LOOPS'] ?? 5))
  const ms = (n: number): string => `${n.toFixed(0)} ms`
  const regel = `| ${new Date().toISOString().slice(0, 16).replace('T', ' ')} | ${bestanden} | **${ms(midden(heel))}** | ${ms(midden(toetsen))} | ${ms(midden(processor))} | ${heel.map((n) => n.toFixed(0)).join(', ')} |`
  process.stdout.write(
    `${bevindingen} findings; reading and checking, median of ${heel.length} (at most ${LAT} ms)\n${regel}\n`,
  )
  if (process.env['PROEF_BEWAAR'] !== 'nee') {
    const pad = join(import.meta.dirname, 'README.md')
    const merk = '|---|---|---|---|---|---|\n'
    const tekst = readFileSync(pad, 'utf8')
    const plek = tekst.indexOf(merk, tekst.indexOf('## Checking the agreements')) + merk.length
    writeFileSync(pad, `${tekst.slice(0, plek)}${regel}\n${tekst.slice(plek)}`)
  }
  process.exitCode = midden(heel) > LAT ? 1 : 0
}

/** The figures: a table on the screen, a file, and a line that stays in the README of the bench. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Meting } from './belasting.ts'
import type { Werk } from './vragen.ts'

const map = join(import.meta.dirname, '..')

export type Regel = { werk: Werk; kaal: Meting; product: Meting; verhouding: number }
export type Uitslag = {
  op: string
  processor: string
  node: string
  postgres: string
  zaken: number
  gebeurtenissen: number
  seconden: number
  loops: number
  verbindingen: number
  regels: Regel[]
  geheugen: number
  p99: number
  fouten: number
}

/** What must hold, and what we aim at (issue 2; design figures part 7). */
export const LAT = { aanmaken: 0.25, werklijst: 0.35, zaak: 0.35, p99: 40, geheugen: 300 }
export const DOEL = { aanmaken: 0.4, werklijst: 0.6, zaak: 0.6, p99: 15, geheugen: 180 }

const NAMEN: Record<Werk, string> = {
  aanmaken: 'create a case',
  werklijst: 'work list of 50',
  zaak: 'case with history',
  zaakMetUitleg: 'the same with all reasons',
}

/** The bars that were not met; empty is good. */
export function nietGehaald(u: Uitslag): string[] {
  const verhouding = u.regels.flatMap((r) =>
    r.werk !== 'zaakMetUitleg' && r.verhouding < LAT[r.werk]
      ? [`${NAMEN[r.werk]}: ${r.verhouding.toFixed(3)} of bare, at least ${LAT[r.werk]} is asked`]
      : [],
  )
  return [
    ...verhouding,
    ...(u.p99 > LAT.p99 ? [`p99 ${u.p99} ms, at most ${LAT.p99} is asked`] : []),
    ...(u.geheugen > LAT.geheugen ? [`${u.geheugen.toFixed(0)} MB, at most ${LAT.geheugen} is asked`] : []),
    ...(u.fouten > 0 ? [`${u.fouten} requests failed`] : []),
  ]
}

const rechts = (tekst: string | number, breed: number): string => String(tekst).padStart(breed)

export function tabel(u: Uitslag): string {
  const kop = `${'work, 16 clients'.padEnd(27)}|     bare/s p50/p99  cpu+db ms   kB |  product/s p50/p99  cpu+db ms   kB | ratio   bar`
  const helft = (m: Meting): string =>
    `${rechts(m.perSeconde.toFixed(0), 10)} ${rechts(`${m.p50.toFixed(0)}/${m.p99.toFixed(0)}`, 7)} ${rechts(`${m.cpu.toFixed(2)}+${m.cpuDatabank.toFixed(2)}`, 10)} ${rechts((m.bytes / 1024).toFixed(1), 4)}`
  const regels = u.regels.map(
    (r) =>
      `${NAMEN[r.werk].padEnd(27)}| ${helft(r.kaal)} | ${helft(r.product)} | ${r.verhouding.toFixed(2)} ${rechts(r.werk === 'zaakMetUitleg' ? '-' : LAT[r.werk], 5)}`,
  )
  const keer = Math.max(...u.regels.map((r) => r.product.p99 / Math.max(1, r.kaal.p99))).toFixed(1)
  const onder = `product: p99 at most ${u.p99} ms (bar ${LAT.p99}; at most ${keer} times bare's), memory ${u.geheugen.toFixed(0)} MB (bar ${LAT.geheugen}), ${u.fouten} failed requests`
  return [kop, ...regels, onder].join('\n')
}

/** Writes `uitkomsten/zaken.json` and adds one line to the table in `README.md`. */
export function bewaar(u: Uitslag): void {
  mkdirSync(join(map, 'uitkomsten'), { recursive: true })
  writeFileSync(join(map, 'uitkomsten', 'zaken.json'), `${JSON.stringify(rondAf(u), null, 2)}\n`)
  const pad = join(map, 'README.md')
  const per = (werk: Werk): string => {
    const r = u.regels.find((x) => x.werk === werk)!
    return `${r.product.perSeconde.toFixed(0)} / ${r.kaal.perSeconde.toFixed(0)} = **${r.verhouding.toFixed(2)}**`
  }
  const regel = `| ${u.op.slice(0, 16).replace('T', ' ')} | ${u.zaken} | ${per('aanmaken')} | ${per('werklijst')} | ${per('zaak')} | ${per('zaakMetUitleg')} | ${u.p99} ms | ${u.geheugen.toFixed(0)} MB |`
  writeFileSync(pad, `${readFileSync(pad, 'utf8').trimEnd()}\n${regel}\n`)
}

const rondAf = (u: Uitslag): unknown =>
  JSON.parse(JSON.stringify(u, (_k, v: unknown) => (typeof v === 'number' ? Math.round(v * 1000) / 1000 : v)))

export const processor = (): string => `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}`

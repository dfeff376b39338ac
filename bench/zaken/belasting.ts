/** Sixteen clients that ask as fast as they are answered. */
import autocannon, { type Request } from 'autocannon'
import { geheugen, type Proces, rekentijd } from './proces.ts'

export type Vraag = { method: string; path: string; headers?: Record<string, string>; body?: string }
export type Meting = {
  perSeconde: number
  p50: number
  p99: number
  /** Everything that was no 2xx: other statuses, broken connections, time-outs. */
  fouten: number
  gelukt: number
  /** Largest resident memory seen, MB. */
  geheugen: number
  /** Processor time per request, ms: of the server process, and of PostgreSQL. */
  cpu: number
  cpuDatabank: number
  bytes: number
}

export const VERBINDINGEN = 16

export async function belast(proces: Proces, databank: number, seconden: number, vraag: () => Vraag): Promise<Meting> {
  let meest = geheugen(proces.pid)
  const kijker = setInterval(() => (meest = Math.max(meest, geheugen(proces.pid))), 100)
  const voor = rekentijd(proces.pid)
  const voorDatabank = rekentijd(databank)
  const uit = await autocannon({
    url: proces.adres,
    connections: VERBINDINGEN,
    duration: seconden,
    timeout: 30,
    requests: [{ setupRequest: (basis: Request): Request => ({ ...basis, ...vraag() }) }],
  })
  clearInterval(kijker)
  const totaal = Math.max(1, uit.requests.total)
  return {
    perSeconde: uit['2xx'] / uit.duration,
    p50: uit.latency.p50,
    p99: uit.latency.p99,
    fouten: uit.non2xx + uit.errors + uit.timeouts,
    gelukt: uit['2xx'],
    geheugen: meest,
    cpu: (rekentijd(proces.pid) - voor) / totaal,
    cpuDatabank: (rekentijd(databank) - voorDatabank) / totaal,
    bytes: (uit.throughput.average * uit.duration) / totaal,
  }
}

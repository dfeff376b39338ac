/** The part of autocannon the bench uses; the package brings no types. */
declare module 'autocannon' {
  export type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  export type Options = {
    url: string
    connections: number
    duration?: number
    amount?: number
    timeout?: number
    requests: { setupRequest: (request: Request, context: object) => Request }[]
  }
  export type Result = {
    duration: number
    errors: number
    timeouts: number
    non2xx: number
    '2xx': number
    latency: { p50: number; p99: number; max: number; average: number }
    throughput: { average: number }
    requests: { total: number; sent: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}

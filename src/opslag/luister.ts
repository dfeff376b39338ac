/** Hears what other processes tell through the database (LISTEN), on a connection of its own. */
import type { Client } from 'pg'
import { maakClient } from './verbinding.ts'

/** How long to wait before a lost connection is tried again. */
const OPNIEUW_MS = 5_000

/**
 * Calls `bij` with the payload of every message, and with null when messages may have been missed: at the start and
 * after the connection was lost. Answers how to stop.
 */
export function luister(
  url: string,
  kanaal: string,
  bij: (bericht: string | null) => void,
  opnieuwMs = OPNIEUW_MS,
): () => Promise<void> {
  let client: Client | null = null
  let gestopt = false
  let wekker: NodeJS.Timeout | undefined
  const opnieuw = (): void => {
    client = null
    if (!gestopt) wekker = setTimeout(() => (bezig = verbind()), opnieuwMs).unref()
  }
  const verbind = async (): Promise<void> => {
    try {
      const nieuw = await maakClient(url)
      client = nieuw
      nieuw.on('notification', ({ payload }) => bij(payload ?? null))
      await nieuw.query(`LISTEN ${kanaal}`)
      nieuw.once('end', opnieuw)
      if (!gestopt) bij(null)
    } catch {
      const stuk = client
      opnieuw()
      await stuk?.end().catch(() => undefined)
    }
  }
  let bezig = verbind()
  return async () => {
    gestopt = true
    clearTimeout(wekker)
    await bezig
    await client?.end()
  }
}

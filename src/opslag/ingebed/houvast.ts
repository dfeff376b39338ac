import { Client } from 'pg'

/** One user's hold on the server: a connection with a shared lock, which a killed process loses by dying. */
export type Houvast = {
  /** Lets go; true when nobody else holds the server. Run inside the lock of the folder. */
  laatLos: () => Promise<boolean>
}

/** Any fixed number; advisory locks live in the database `postgres`, where nothing else takes one. */
const SLEUTEL = '7238245871'

/**
 * Takes hold of the server. `bijVerlies` runs when the connection breaks without `laatLos`.
 * The connection does not keep the process alive.
 */
export async function houdVast(beheerUrl: string, bijVerlies: () => Promise<void>): Promise<Houvast> {
  const client = new Client({ connectionString: beheerUrl, application_name: 'regiodak houvast' })
  let los = false
  client.on('error', () => undefined)
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [SLEUTEL])
  client.on('end', () => {
    if (!los) void bijVerlies()
  })
  verbinding(client).unref()
  return {
    async laatLos() {
      los = true
      verbinding(client).ref()
      try {
        await client.query('SELECT pg_advisory_unlock_shared($1)', [SLEUTEL])
        return await isVrij(client)
      } catch {
        // The connection broke: ask again over a new one. Without an answer the server is down, or going down.
        return vraagOpnieuw(beheerUrl).catch(() => true)
      } finally {
        await client.end().catch(() => undefined)
      }
    },
  }
}

async function isVrij(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ vrij: boolean }>('SELECT pg_try_advisory_lock($1) AS vrij', [SLEUTEL])
  return rows[0]?.vrij === true
}

async function vraagOpnieuw(beheerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: beheerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await isVrij(client)
  } finally {
    await client.end()
  }
}

/** The types of pg leave these two out. */
const verbinding = (client: Client): { ref(): void; unref(): void } =>
  client as unknown as { ref(): void; unref(): void }

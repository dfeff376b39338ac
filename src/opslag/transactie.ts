/**
 * One transaction as one organisation in one region (P4, P5). The role and the settings the policies
 * read are set for this transaction only; questions asked without waiting travel together.
 */
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg'
import type { Datum } from '../kern/datum.ts'

export type Databankrol = 'rd_gemeente' | 'rd_aanbieder' | 'rd_corporatie' | 'rd_bestuur' | 'rd_beheer'

/** In whose name the database is asked. `vandaag` is the day policies compare with (D7). */
export type Namens = { rol: Databankrol; regio: string; organisatie: string; gebruiker: string; vandaag: Datum }

export type Waarde = string | number | boolean | null | Buffer | readonly string[]

const namen = new Map<string, string>()
/** The same text keeps one prepared statement per connection. */
function naamVan(sql: string): string {
  const bekend = namen.get(sql)
  if (bekend) return bekend
  const naam = `v${namen.size}`
  namen.set(sql, naam)
  return naam
}

export class Transactie {
  readonly #client: PoolClient
  readonly #onderweg: Promise<unknown>[] = []
  #bevestigd = false
  constructor(client: PoolClient) {
    this.#client = client
  }

  /** Asks and waits for the rows. */
  async vraag<R extends QueryResultRow>(sql: string, waarden: readonly Waarde[] = []): Promise<R[]> {
    return (await this.#zend<R>(sql, waarden)).rows
  }

  /** Sends without waiting; the transaction waits for it before it counts as done. */
  stuur(sql: string, waarden: readonly Waarde[] = []): void {
    this.#onderweg.push(this.#zend(sql, waarden))
  }

  #zend<R extends QueryResultRow>(sql: string, waarden: readonly Waarde[]): Promise<QueryResult<R>> {
    const belofte = this.#client.query<R>({ name: naamVan(sql), text: sql, values: waarden as unknown[] })
    // The rejection is handled where it is awaited; without this a failure of an earlier question
    // would make Node end the program before that.
    belofte.catch(() => undefined)
    return belofte
  }

  /** Waits for everything that was sent and for the commit itself. A second call has nothing left to do. */
  async bevestig(): Promise<void> {
    if (this.#bevestigd) return
    this.#bevestigd = true
    const slot = this.#zend('COMMIT', [])
    await Promise.all(this.#onderweg)
    const { command } = await slot
    if (command !== 'COMMIT') throw new Error(`De transactie eindigde met ${command}.`)
  }

  async draaiTerug(): Promise<void> {
    await Promise.allSettled(this.#onderweg)
    await this.#client.query('ROLLBACK')
  }
}

const NAMENS = `SELECT set_config('role', $1, true), set_config('rd.regio', $2, true), set_config('rd.organisatie', $3, true),
  set_config('rd.gebruiker', $4, true), set_config('rd.vandaag', $5, true)`

/** Runs `werk` in one transaction: everything or nothing, and only what `namens` may see or do. */
export async function inTransactie<T>(pool: Pool, namens: Namens, werk: (tx: Transactie) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const tx = new Transactie(client)
  let stuk: unknown
  try {
    client.query('BEGIN').catch(() => undefined)
    tx.stuur(NAMENS, [namens.rol, namens.regio, namens.organisatie, namens.gebruiker, namens.vandaag.toString()])
    const uit = await werk(tx)
    await tx.bevestig()
    return uit
  } catch (fout) {
    try {
      await tx.draaiTerug()
    } catch (ook) {
      stuk = ook
    }
    throw fout
  } finally {
    client.release(stuk instanceof Error ? stuk : undefined)
  }
}

/** A question that is the whole transaction: begin, question and commit travel in one go. */
export async function leesEenmaal<R extends QueryResultRow>(
  pool: Pool,
  namens: Namens,
  sql: string,
  waarden: readonly Waarde[],
): Promise<R[]> {
  return inTransactie(pool, namens, async (tx) => {
    const rijen = tx.vraag<R>(sql, waarden)
    await tx.bevestig()
    return rijen
  })
}

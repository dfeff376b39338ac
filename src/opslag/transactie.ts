/**
 * One transaction as one organisation in one region (P4, P5). The role and the settings the policies
 * read are set for this transaction only; questions asked without waiting travel together.
 */
import type { Pool, PoolClient, Query, QueryResultRow } from 'pg'
import type { Datum } from '../kern/datum.ts'
import { type Antwoord, Reeks, schrijfWaarde, type Zin } from './reeks.ts'

export type Databankrol = 'rd_gemeente' | 'rd_aanbieder' | 'rd_corporatie' | 'rd_bestuur' | 'rd_beheer'

/**
 * In whose name the database is asked. `vandaag` is the day policies compare with (D7); `zonderZaken` is for a
 * role that has no task in any case and so sees none.
 */
export type Namens = {
  rol: Databankrol
  regio: string
  organisatie: string
  gebruiker: string
  vandaag: Datum
  zonderZaken?: boolean
  /**
   * Whether events may be recorded: the seal waits for such a transaction (D4). `alleen`: what is recorded changes the
   * agreements, so it waits until no other such transaction runs, and they wait for it (D6).
   */
  schrijft?: boolean | 'alleen'
}

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

/** A statement and its values. */
export type Schrijfsel = readonly [sql: string, waarden: readonly Waarde[]]

const samengevoegd = new Map<string, string>()
/** More shapes than this are not worth a prepared statement on every connection; nor is one of many values. */
const MEESTE_VORMEN = 300
const MEESTE_WAARDEN = 2_000

/** One statement that does what these do, or undefined where sending them apart is better. */
function voegSamen(schrijfsels: readonly Schrijfsel[]): Schrijfsel | undefined {
  const waarden = schrijfsels.flatMap(([, w]) => w)
  if (schrijfsels.length < 2 || waarden.length > MEESTE_WAARDEN) return undefined
  const vorm = schrijfsels.map(([sql]) => naamVan(sql)).join(' ')
  const bekend = samengevoegd.get(vorm)
  if (bekend) return [bekend, waarden]
  if (samengevoegd.size >= MEESTE_VORMEN) return undefined
  let vanaf = 0
  const delen = schrijfsels.map(([sql, w], i) => {
    const eerste = vanaf
    vanaf += w.length
    return `s${i} AS (${sql.replace(/\$(\d+)/g, (_heel, nummer: string) => `$${Number(nummer) + eerste}`)})`
  })
  const nieuw = `WITH ${delen.join(', ')} SELECT`
  samengevoegd.set(vorm, nieuw)
  return [nieuw, waarden]
}

export class Transactie {
  readonly #client: PoolClient
  readonly #onderweg: Promise<unknown>[] = []
  #bundel: Schrijfsel[] = []
  #bevestigd = false
  #voorbij = false
  #geeindigd = false
  #groep: Zin[] = []
  #besluitstand: Promise<number> = Promise.resolve(0)
  constructor(client: PoolClient) {
    this.#client = client
  }

  /** Asks; the rows come when everything sent before is done. */
  vraag<R extends QueryResultRow>(sql: string, waarden: readonly Waarde[] = []): Promise<R[]> {
    this.#verstuurBundel()
    const rijen = this.#zend(sql, waarden).then((uit) => uit.rijen as R[])
    // Handled where it is awaited; without this a failure of an earlier question would end the program before that.
    rijen.catch(() => undefined)
    this.#onderweg.push(rijen)
    return rijen
  }

  /** Sends without waiting; the transaction waits for it before it counts as done. */
  stuur(sql: string, waarden: readonly Waarde[] = []): void {
    this.#verstuurBundel()
    this.#stuurNu(sql, waarden)
  }

  /**
   * Sends like `stuur`, together with its neighbours as one statement: for writes of rows of their own,
   * which neither see nor need each other.
   */
  bundel(sql: string, waarden: readonly Waarde[]): void {
    this.#bundel.push([sql, waarden])
  }

  #verstuurBundel(): void {
    if (!this.#bundel.length) return
    const bundel = this.#bundel
    this.#bundel = []
    const samen = voegSamen(bundel)
    for (const [sql, waarden] of samen ? [samen] : bundel) this.#stuurNu(sql, waarden)
  }

  #stuurNu(sql: string, waarden: readonly Waarde[]): void {
    const belofte = this.#zend(sql, waarden)
    belofte.catch(() => undefined)
    this.#onderweg.push(belofte)
  }

  /** What is asked in the same turn of the program travels as one group. */
  #zend(sql: string, waarden: readonly Waarde[]): Promise<Antwoord> {
    // What would be asked outside the transaction would be asked by nobody in particular.
    if (this.#voorbij) throw new Error('De transactie is voorbij.')
    // Before anything else: a value that cannot be written stops the work, and with it the commit.
    const geschreven = waarden.map(schrijfWaarde)
    return new Promise((klaar, mis) => {
      if (!this.#groep.length) process.nextTick(() => this.#verstuurGroep())
      this.#groep.push({ naam: naamVan(sql), sql, waarden: geschreven, klaar, mis })
    })
  }

  #verstuurGroep(): void {
    const groep = this.#groep
    this.#groep = []
    this.#client.query(new Reeks(groep) as unknown as Query)
  }

  /** Opens the transaction as `namens`; sent along with the first question. */
  begin(namens: Namens): void {
    this.#stuurNu('BEGIN', [])
    const als = [
      namens.rol,
      namens.regio,
      namens.organisatie,
      namens.gebruiker,
      namens.vandaag.toString(),
      namens.zonderZaken ? 'ja' : 'nee',
    ]
    if (!namens.schrijft) return this.#stuurNu(NAMENS, als)
    const zin = namens.schrijft === 'alleen' ? ALLEEN : SCHRIJVEND
    this.#besluitstand = this.vraag<{ stand: number }>(zin, als).then(([rij]) => rij!.stand)
    this.#besluitstand.catch(() => undefined)
  }

  /** Number of the last event of the region's list of decisions, for a transaction that writes; travels with its opening. */
  get besluitstand(): Promise<number> {
    return this.#besluitstand
  }

  /** Waits for everything that was sent and for the commit itself. A second call has nothing left to do. */
  async bevestig(): Promise<void> {
    if (this.#bevestigd) return
    this.#bevestigd = true
    this.#verstuurBundel()
    const slot = this.#zend('COMMIT', [])
    slot.catch(() => undefined)
    this.#voorbij = true
    await Promise.all(this.#onderweg)
    const { opdracht } = await slot
    this.#geeindigd = true
    if (opdracht !== 'COMMIT') throw new Error(`De transactie eindigde met ${opdracht}.`)
  }

  /**
   * What went wrong first. After a failed statement every later one is refused for that reason alone (25P02), or
   * because a failed group was to prepare it (26000); whoever must know what collided needs the one before it.
   */
  async eersteOorzaak(fout: unknown): Promise<unknown> {
    if (!['25P02', '26000'].includes((fout as { code?: string } | null)?.code ?? '')) return fout
    const uitkomsten = await Promise.allSettled(this.#onderweg)
    const eerste = uitkomsten.find((u) => u.status === 'rejected')
    return eerste ? eerste.reason : fout
  }

  async draaiTerug(): Promise<void> {
    this.#voorbij = true
    this.#bundel = []
    await Promise.allSettled(this.#onderweg)
    // A refusal after the commit, such as that of a read whose line in the read log stays, leaves nothing to undo.
    if (!this.#geeindigd) await this.#client.query('ROLLBACK')
  }
}

const NAMENS = `SELECT set_config('role', $1, true), set_config('rd.regio', $2, true), set_config('rd.organisatie', $3, true),
  set_config('rd.gebruiker', $4, true), set_config('rd.vandaag', $5, true), set_config('rd.zonder_zaken', $6, true)`

/** The lock that everyone who records events shares, until the transaction ends. */
export const JOURNAALSLOT = 73_111
const SCHRIJVEND = `${NAMENS}, rd_schrijf(${JOURNAALSLOT}, $2, false) AS stand`
const ALLEEN = `${NAMENS}, rd_schrijf(${JOURNAALSLOT}, $2, true) AS stand`

/** Runs `werk` in one transaction: everything or nothing, and only what `namens` may see or do. */
export async function inTransactie<T>(pool: Pool, namens: Namens, werk: (tx: Transactie) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const tx = new Transactie(client)
  let stuk: unknown
  try {
    tx.begin(namens)
    const uit = await werk(tx)
    await tx.bevestig()
    return uit
  } catch (fout) {
    try {
      await tx.draaiTerug()
    } catch (ook) {
      stuk = ook
    }
    throw await tx.eersteOorzaak(fout)
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

/**
 * Statements that travel together: one message group with one Sync, so that the database answers once and not per
 * statement. pg itself ends every statement with a Sync of its own; waking each other up that often costs both sides
 * more than the statements do (bench/README.md).
 */
import { Query } from 'pg'
import type { Waarde } from './transactie.ts'
import { typen } from './verbinding.ts'

/** A value as it travels: text, bytes, or null. */
type Geschreven = string | Buffer | null

/** A statement of the group. Those after one that fails are not carried out and fail with the same error. */
export type Zin = {
  /** The same text has the same name: it is prepared once per connection. */
  naam: string
  sql: string
  waarden: readonly Geschreven[]
  klaar: (uit: Antwoord) => void
  mis: (fout: unknown) => void
}
export type Rij = Record<string, unknown>
/** `opdracht` is what was done: `SELECT`, `INSERT`, `COMMIT`. */
export type Antwoord = { rijen: Rij[]; opdracht: string }

/** What pg's connection offers to who submits. */
type Lijn = {
  stream: { cork(): void; uncork(): void }
  parsedStatements: Record<string, string | undefined>
  submittedNamedStatements: Record<string, string | undefined>
  parse(b: { name: string; text: string }): void
  bind(b: { statement: string; values: readonly Geschreven[] }): void
  describe(b: { type: 'P' }): void
  execute(b: object): void
  sync(): void
}
type Kolom = { naam: string; lees: (tekst: string) => unknown }

/** The columns each prepared statement gives, per connection: the database need not describe them again. */
const kolommen = new WeakMap<Lijn, Map<string, Kolom[]>>()

export class Reeks {
  /** Of the statement that is being carried out: pg notes it as prepared under these when the database says so. */
  name = ''
  text = ''
  /** With a time limit on questions pg waits for this call, and breaks the connection when it does not come. */
  callback?: () => void
  readonly #zinnen: readonly Zin[]
  #nu = 0
  #rijen: Rij[] = []
  #onleesbaar: unknown
  #vormen = new Map<string, Kolom[]>()

  constructor(zinnen: readonly Zin[]) {
    this.#zinnen = zinnen
    this.#wijs()
  }

  #wijs(): void {
    const zin = this.#zinnen[this.#nu]
    this.name = zin?.naam ?? ''
    this.text = zin?.sql ?? ''
  }

  submit(lijn: Lijn): null {
    this.#vormen = kolommen.get(lijn) ?? this.#vormen
    kolommen.set(lijn, this.#vormen)
    lijn.stream.cork()
    try {
      this.#verstuur(lijn)
    } finally {
      lijn.stream.uncork()
    }
    return null
  }

  #verstuur(lijn: Lijn): void {
    for (const { naam, sql, waarden } of this.#zinnen) {
      if (!lijn.parsedStatements[naam] && !lijn.submittedNamedStatements[naam]) {
        lijn.parse({ name: naam, text: sql })
        lijn.submittedNamedStatements[naam] = sql
      }
      lijn.bind({ statement: naam, values: waarden })
      if (!this.#vormen.has(naam)) lijn.describe({ type: 'P' })
      lijn.execute({})
    }
    lijn.sync()
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const vorm = fields.map((f) => ({ naam: f.name, lees: typen.getTypeParser(f.dataTypeID) }))
    this.#vormen.set(this.name, vorm)
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const rij: Rij = {}
    try {
      this.#vormen.get(this.name)!.forEach(({ naam, lees }, i) => {
        const tekst = fields[i]!
        rij[naam] = tekst === null ? null : lees(tekst)
      })
    } catch (fout) {
      this.#onleesbaar ??= fout
    }
    this.#rijen.push(rij)
  }

  /** A statement without a command, such as a comment, gives no rows and counts as done. */
  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleCommandComplete({ text }: { text: string }): void {
    const rijen = this.#rijen
    if (!this.#vormen.has(this.name)) this.#vormen.set(this.name, [])
    this.#rijen = []
    const { klaar, mis } = this.#zinnen[this.#nu]!
    if (this.#onleesbaar === undefined) klaar({ rijen, opdracht: text.split(' ', 1)[0]! })
    else mis(this.#onleesbaar)
    this.#onleesbaar = undefined
    this.#nu += 1
    this.#wijs()
  }

  /** The database passes over what comes after a failure until the Sync: none of it was prepared either. */
  handleError(fout: unknown, lijn: Lijn): void {
    for (const { naam, mis } of this.#zinnen.slice(this.#nu)) {
      delete lijn.submittedNamedStatements[naam]
      mis(fout)
    }
    this.#nu = this.#zinnen.length
    this.callback?.()
  }

  /** Every statement was told by then; one that was not must not be waited for. */
  handleReadyForQuery(lijn: Lijn): void {
    this.handleError(new Error('De databank antwoordde niet op elke vraag.'), lijn)
  }
}

/** In a pipeline pg takes queries of its own class only; nothing of that class is used. */
Object.setPrototypeOf(Reeks.prototype, Query.prototype)

/** Done before anything of the statement is sent: what cannot be written fails where it is asked. */
export const schrijfWaarde = (w: Waarde): Geschreven =>
  w === null || Buffer.isBuffer(w) ? w : Array.isArray(w) ? lijst(w) : String(w)

/** A list as PostgreSQL reads it: every element quoted, but for null. */
const lijst = (waarden: readonly (string | number | boolean | null)[]): string =>
  `{${waarden.map((w) => (w === null ? 'NULL' : `"${String(w).replace(/[\\"]/g, '\\$&')}"`)).join(',')}}`

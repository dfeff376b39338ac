/** The days and hours on which the steps of one invented case were done: working days, never past the last one. */
import { alleFeestdagen } from '../../convenant/regels/feestdagen.ts'
import type { Kader, Taak } from '../../convenant/index.ts'
import { type Datum, voor, vroegste } from '../../kern/datum.ts'

export type Werkdagen = { vanaf: (dag: Datum) => Datum; totEnMet: (dag: Datum) => Datum }

/** Weekends and the holidays the statutes name are no working days. */
export function maakWerkdagen(kaders: readonly Kader[]): Werkdagen {
  const perJaar = new Map<number, Set<string>>()
  const isWerkdag = (dag: Datum): boolean => {
    const vrij = perJaar.get(dag.year) ?? new Set(alleFeestdagen(kaders, dag.year).map((f) => f.datum.toString()))
    perJaar.set(dag.year, vrij)
    return dag.dayOfWeek < 6 && !vrij.has(dag.toString())
  }
  const schuif = (dag: Datum, met: 1 | -1): Datum => {
    let uit = dag
    while (!isWerkdag(uit)) uit = uit.add({ days: met })
    return uit
  }
  return { vanaf: (dag) => schuif(dag, 1), totEnMet: (dag) => schuif(dag, -1) }
}

/** One command of a case: the day and the instant it is given, and whose task it is. */
export type Zet = {
  dag: Datum
  nu: string
  proces: 'melding' | 'plaatsing'
  opdracht: string
  /** `ontvangst`: by the municipality the person turned to, whoever handles the case. */
  taak: Taak | 'ontvangst'
  invoer: Record<string, unknown>
}

/** Minutes after 7.30 UTC: from the opening of the office to, at most, late afternoon. */
const LAATSTE_MINUUT = 480

export class Tijdpad {
  readonly zetten: Zet[] = []
  readonly #werkdagen: Werkdagen
  readonly #laatste: Datum
  #dag: Datum
  #minuut = 0

  /** `laatste`: no step lies after it; what would, is done that day. */
  constructor(begin: Datum, laatste: Datum, werkdagen: Werkdagen) {
    this.#werkdagen = werkdagen
    this.#laatste = laatste
    this.#dag = vroegste(werkdagen.vanaf(begin), laatste)
  }

  get dag(): Datum {
    return this.#dag
  }

  /** Whether this many days are left before the last one. */
  heeftNog(dagen: number): boolean {
    return voor(this.#dag.add({ days: dagen }), this.#laatste)
  }

  /** Goes on this many days later, or on the first working day after that. */
  verder(dagen: number): void {
    this.naar(this.#dag.add({ days: dagen }))
  }

  /** Goes on that day; never back. */
  naar(dag: Datum): void {
    const doel = vroegste(this.#werkdagen.vanaf(dag), this.#laatste)
    if (!voor(this.#dag, doel)) return
    this.#dag = doel
    this.#minuut = 0
  }

  doe(taak: Zet['taak'], opdracht: string, invoer: Zet['invoer'], proces: Zet['proces'] = 'melding'): void {
    this.#minuut = Math.min(LAATSTE_MINUUT, this.#minuut + 13 + ((this.zetten.length * 7) % 19))
    const nu = this.#dag.toZonedDateTime({ timeZone: 'UTC', plainTime: '07:30' }).add({ minutes: this.#minuut })
    this.zetten.push({
      dag: this.#dag,
      nu: nu.toInstant().toString({ smallestUnit: 'millisecond' }),
      taak,
      proces,
      opdracht,
      invoer,
    })
  }
}

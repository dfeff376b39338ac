/** Which task a case waits for, from its state alone; who performs it is asked elsewhere (`bevoegdheid.ts`). */
import type { Taak } from '../../convenant/index.ts'
import { isOpen, magZonderOnderzoek, type Melding, type Stap } from './stand.ts'

/** The task each step waits for. The decisive vote waits for the other view first, then for the vote. */
const taakBijStap: Partial<Record<Stap, Taak>> = {
  registratie: 'registratie',
  screening: 'screening',
  onderzoek: 'onderzoek',
  advies: 'advies',
  beoordeling: 'beschikking',
  aanvraag: 'beschikking',
  besluit: 'beschikking',
  bekendmaking: 'beschikking',
}

export function taakNu(m: Melding): Taak | null {
  if (m.stap === 'nieuw' || !isOpen(m)) return null
  // The request came before a late onderzoek was done: the decision is owed now (Wmo 2015 art. 2.3.2 lid 9).
  if (magZonderOnderzoek(m)) return 'beschikking'
  if (m.stap === 'verschil') return m.verschil?.beantwoord ? 'doorslaggevend-advies' : 'advies'
  return taakBijStap[m.stap] ?? null
}

/**
 * Whose facts these are to repair: of who looks into the case until the advice, of who decides from the request on.
 * A municipality does nothing in a step that is not its own.
 */
export function wieWerkenEraan(m: Melding): readonly Taak[] {
  if (m.advies || m.besluit) return ['beschikking']
  return m.aanvraagOp ? ['onderzoek', 'beschikking'] : ['onderzoek']
}

/** Once a decision is owed, ending the case is part of deciding. */
export const wieTrektIn = (m: Melding): Taak => (m.aanvraagOp || m.advies ? 'beschikking' : 'onderzoek')

const beslist: ReadonlySet<Taak> = new Set<Taak>(['beschikking', 'doorslaggevend-advies'])

/** Who works on the case now: those who look into it, those who decide, or nobody any more. */
export function hand(m: Melding): 'onderzoeken' | 'beslissen' | null {
  const taak = taakNu(m)
  if (!taak) return null
  return beslist.has(taak) ? 'beslissen' : 'onderzoeken'
}

import { Weigering } from '../../../kern/weigering.ts'
import { type Melding, type Stap, stappen } from '../stand.ts'

/** The step a case stands at, as people read it. */
export const stapnaam = (m: Melding): string => (m.stap === 'nieuw' ? 'Nieuw' : stappen[m.stap])

/** Guard of a command: only while the case stands at one of these steps. */
export const alleenBij =
  (...bij: Stap[]) =>
  (m: Melding): Weigering | null =>
    m.stap !== 'nieuw' && bij.includes(m.stap) ? null : stapPastNiet(m)

const gezegd = new Map<string, Weigering>()
/** That this step does not fit. A case asks it for every task it shows, so each step says it once. */
export function stapPastNiet(m: Melding): Weigering {
  const stap = stapnaam(m)
  const bekend = gezegd.get(stap) ?? new Weigering('STAP_PAST_NIET', { stap })
  gezegd.set(stap, bekend)
  return bekend
}

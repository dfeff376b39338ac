import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Concept } from '../../../domein/antwoorden.ts'
import { aantalStappen, stapnaam, wizardstappen } from './stappen.ts'

/** "Stap 3 van 6", what is done and what follows; a finished step is a link. */
export function Voortgang({ concept, nummer }: { concept: Concept; nummer: number }): ReactNode {
  return (
    <nav aria-label="Stappen van de melding" className="voortgang">
      <ol>
        {Array.from({ length: aantalStappen }, (_, i) => i + 1).map((n) => {
          const af = Boolean(concept.stappen[wizardstappen[n - 1]?.sleutel ?? '']?.af)
          const naam = `${n} ${stapnaam(n)}`
          return (
            <li key={n} aria-current={n === nummer ? 'step' : undefined} className={af ? 'voortgang__af' : undefined}>
              {af && n !== nummer ? (
                <Link to="/meldingen/concept/$id/stap/$stap" params={{ id: concept.id, stap: String(n) }}>
                  {naam}
                </Link>
              ) : (
                naam
              )}
              {af && <span className="voortgang__woord"> klaar</span>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

import type { ReactNode } from 'react'
import type { Stapregel } from '../../../domein/antwoorden.ts'
import { Dag } from '../../onderdelen/datum.tsx'

const woord = { klaar: 'klaar', nu: 'nu bezig', later: 'later', overgeslagen: 'overgeslagen' } as const
const teken = { klaar: '✓', nu: '●', later: '○', overgeslagen: '–' } as const

/** The fixed steps of the process: what is done, what happens now, what follows and who does it. */
export function Stappen({ stappen }: { stappen: readonly Stapregel[] }): ReactNode {
  return (
    <section className="blok" aria-labelledby="stappen">
      <h2 id="stappen">Stappen</h2>
      <ol className="stappen">
        {stappen.map((s) => (
          <li key={s.code} className={`stappen__${s.toestand}`} aria-current={s.toestand === 'nu' ? 'step' : undefined}>
            <span className="stappen__teken" aria-hidden="true">
              {teken[s.toestand]}
            </span>
            <span className="stappen__naam">
              {s.naam}
              <span className="ams-visually-hidden"> ({woord[s.toestand]})</span>
            </span>
            <span className="stappen__rest">
              {s.op ? (
                <Dag op={s.op} />
              ) : s.toestand === 'nu' ? (
                'bezig'
              ) : s.toestand === 'overgeslagen' ? (
                'overgeslagen'
              ) : (
                ''
              )}
              {s.toestand !== 'klaar' && s.wie && <> {s.wie}</>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

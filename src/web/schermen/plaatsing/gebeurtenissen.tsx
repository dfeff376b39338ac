import type { ReactNode } from 'react'
import type { Tijdlijnregel } from '../../../domein/antwoorden.ts'
import { tijdstip } from '../../onderdelen/datum.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'

/** What happened with a placement, newest first. */
export function Gebeurtenissen({ regels }: { regels: readonly Tijdlijnregel[] }): ReactNode {
  if (regels.length === 0) return null
  return (
    <section className="blok" aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">Tijdlijn</h2>
      <p className="zacht">Nieuwste eerst.</p>
      <ol className="tijdlijn">
        {[...regels]
          .sort((a, b) => b.nummer - a.nummer)
          .map((r) => (
            <li key={r.nummer}>
              <p className="tijdlijn__zin">{r.zin}</p>
              <p className="tijdlijn__wie">
                {tijdstip(r.opgenomen)}, door <span translate="no">{r.wie}</span>
                {r.organisatie && r.organisatie !== r.wie && <>, {r.organisatie}</>}
              </p>
              {r.details.length > 0 && (
                <dl className="lijst lijst--dicht">
                  {r.details.map((d) => (
                    <div key={d.label}>
                      <dt>{d.label}</dt>
                      <dd className="tekst">{d.tekst}</dd>
                    </div>
                  ))}
                </dl>
              )}
              {r.waarom && <Waarom uitkomst={r.waarom} onderwerp={r.zin} />}
            </li>
          ))}
      </ol>
    </section>
  )
}

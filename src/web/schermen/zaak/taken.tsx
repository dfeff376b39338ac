import { padnaam } from '../../../kern/padnaam.ts'
import { useRef, useState, type ReactNode } from 'react'
import type { Taakregel, Zaak } from '../../../domein/antwoorden.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { voorVeld } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier } from '../../onderdelen/opdrachtformulier.tsx'
import { useSessie } from '../../verbinding/vragen.ts'
import { bijwerk, elders, opdrachtvormen } from './opdrachten.ts'
import type { Zaakdeel } from './zaakpagina.tsx'

/**
 * What must be done now, each with its form in the page; what is done and what comes later is folded away.
 * The first task you may do carries the primary button.
 */
export function Taken({ zaak, klaar, laadNieuw }: Zaakdeel): ReactNode {
  const { vandaag, collegas } = useSessie()
  // Only who has the task that is to be done now can go on with the case.
  const metTaak = collegas.filter((c) => zaak.aanZet && c.taken.includes(zaak.aanZet.taak))
  const keuzes = Object.fromEntries(metTaak.map((c) => [c.id, c.naam]))
  const vormen = opdrachtvormen(voorVeld(vandaag), keuzes, zaak.advies !== null)
  const kop = useRef<HTMLHeadingElement>(null)
  const [open, zetOpen] = useState<string>()
  const [gedaan, zetGedaan] = useState<string>()
  const { nu, erbij, af, later } = verdeel(zaak.taken)
  const eerste = nu.find((t) => t.magIk)?.opdracht
  const openTaak = zaak.taken.find((t) => t.opdracht === open)
  const wissel = (opdracht: string) => {
    zetGedaan(undefined)
    zetOpen(open === opdracht ? undefined : opdracht)
  }
  const vorm = open === undefined ? undefined : vormen[open]
  const formulier = vorm && open && (
    <Opdrachtformulier<Zaak>
      key={open}
      titel={openTaak?.naam ?? 'De taak die je begon'}
      pad={`/meldingen/${zaak.id}/opdrachten/${padnaam(open)}`}
      versie={zaak.versie}
      vorm={vorm}
      laadNieuw={laadNieuw}
      sluit={() => zetOpen(undefined)}
      klaar={(nieuw) => {
        zetOpen(undefined)
        zetGedaan(openTaak?.naam ?? 'de taak')
        kop.current?.focus()
        klaar(nieuw)
      }}
    />
  )
  return (
    <section className="blok" aria-labelledby="taken">
      <h2 id="taken" ref={kop} tabIndex={-1}>
        Taken
      </h2>
      {gedaan && <Bericht soort="goed" kop={`Opgeslagen: ${gedaan}.`} rol="status" />}
      {nu.length === 0 && !open && <p className="zacht">Er is nu geen taak te doen.</p>}
      {nu.length > 0 && (
        <ul className="taken">
          {nu.map((t) => (
            <li key={t.opdracht} className="taak">
              <div className="taak__regel">
                <span className="taak__naam">{t.naam}</span>
                {t.magIk && open !== t.opdracht && (
                  <Button
                    variant={t.opdracht === eerste && !open ? 'primary' : 'secondary'}
                    onClick={() => wissel(t.opdracht)}
                    className="taken__knop"
                  >
                    {vormen[t.opdracht]?.knop ?? t.naam}
                  </Button>
                )}
              </div>
              {!t.magIk && <p className="taak__reden">{t.reden ?? `Dit doet ${t.wie}.`}</p>}
            </li>
          ))}
        </ul>
      )}
      {/* One place for the open form, so that it keeps its text when a newer version moves or ends the task. */}
      {formulier}
      {erbij.length > 0 && (
        <div className="bijwerk niet-afdrukken">
          <h3>Ook mogelijk</h3>
          <ul className="bijwerk__knoppen">
            {erbij.map((t) => (
              <li key={t.opdracht}>
                <button
                  type="button"
                  className="knoplink"
                  aria-expanded={open === t.opdracht}
                  onClick={() => wissel(t.opdracht)}
                >
                  {t.naam}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Rest kop="Klaar" taken={af} />
      {zaak.aanZet && <Rest kop="Kan nog niet" taken={later} />}
    </section>
  )
}

/** Tasks by what one can do with them now. Work beside the process only shows when it is possible. */
function verdeel(taken: readonly Taakregel[]): Record<'nu' | 'erbij' | 'af' | 'later', Taakregel[]> {
  const beschikbaar = taken.filter((t) => !elders.includes(t.opdracht))
  // What is beside the process most of the time can be the step it waits for: a term that stands still.
  const isBijwerk = (t: Taakregel) => bijwerk.includes(t.opdracht) && !t.stap
  return {
    nu: beschikbaar.filter((t) => t.toestand === 'nu' && !isBijwerk(t) && (t.stap || t.magIk)),
    erbij: beschikbaar.filter((t) => t.toestand === 'nu' && isBijwerk(t) && t.magIk),
    af: beschikbaar.filter((t) => t.toestand === 'klaar' && !isBijwerk(t)),
    later: beschikbaar.filter((t) => t.toestand === 'kan-nog-niet' && t.stap),
  }
}

function Rest({ kop, taken }: { kop: string; taken: readonly Taakregel[] }): ReactNode {
  if (taken.length === 0) return null
  return (
    <details className="groep groep--dicht">
      <summary>
        {kop} ({taken.length})
      </summary>
      <ul className="taken">
        {taken.map((t) => (
          <li key={t.opdracht} className={`taak taak--${t.toestand}`}>
            <span className="taak__naam">
              {t.toestand === 'klaar' && <span aria-hidden="true">✓ </span>}
              {t.naam}
            </span>
            {t.toestand !== 'klaar' && t.reden && <p className="taak__reden">{t.reden}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}

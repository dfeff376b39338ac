import { useState, type ReactNode } from 'react'
import type { Taakregel, Zaak } from '../../../domein/antwoorden.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { voorVeld } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { useSessie } from '../../verbinding/vragen.ts'
import { bijwerk, opdrachtvormen } from './opdrachten.ts'
import type { Zaakdeel } from './zaakpagina.tsx'

const woord: Record<Taakregel['toestand'], string> = { klaar: 'klaar', nu: 'te doen', 'kan-nog-niet': 'kan nog niet' }
const isBijwerk = (opdracht: string): boolean => (bijwerk as readonly string[]).includes(opdracht)

/** What must be done, each with its form in the page; the first task you may do now carries the primary button. */
export function Taken({ zaak, klaar, laadNieuw }: Zaakdeel): ReactNode {
  const { vandaag, collegas } = useSessie()
  const vormen = opdrachtvormen(voorVeld(vandaag), Object.fromEntries(collegas.map((c) => [c.id, c.naam])))
  const [open, zetOpen] = useState<string>()
  const [gedaan, zetGedaan] = useState<string>()
  const taken = zaak.taken.filter((t) => !isBijwerk(t.opdracht))
  const erbij = zaak.taken.filter((t) => isBijwerk(t.opdracht) && t.magIk && t.toestand !== 'kan-nog-niet')
  const eerste = taken.find((t) => t.toestand === 'nu' && t.magIk)?.opdracht
  const af = taken.filter((t) => t.toestand === 'klaar').length
  const formulier = (taak: string, naam: string): ReactNode => {
    const vorm = vormen[taak]
    return (
      vorm && (
        <Opdrachtformulier<Zaak>
          key={taak}
          pad={`/meldingen/${zaak.id}/opdrachten/${taak}`}
          versie={zaak.versie}
          vorm={vorm}
          hoofd
          laadNieuw={laadNieuw}
          sluit={() => zetOpen(undefined)}
          klaar={(nieuw) => {
            zetOpen(undefined)
            zetGedaan(naam)
            klaar(nieuw)
          }}
        />
      )
    )
  }
  // The form of a task stays open, with its text, even when a newer version no longer lists that task.
  const verdwenen = open && !zaak.taken.some((t) => t.opdracht === open) ? open : undefined
  return (
    <section className="blok" aria-labelledby="taken">
      <div className="blok__kop">
        <h2 id="taken">Taken</h2>
        {taken.length > 0 && (
          <span className="zacht">
            {af} van {taken.length} klaar
          </span>
        )}
      </div>
      {gedaan && <Bericht soort="goed" kop={`Opgeslagen: ${gedaan}.`} rol="status" />}
      <ul className="taken">
        {taken.map((t) => (
          <Taak
            key={t.opdracht}
            taak={t}
            vorm={vormen[t.opdracht]}
            hoofd={t.opdracht === eerste && !open}
            open={open === t.opdracht}
            doe={() => zetOpen(t.opdracht)}
          >
            {formulier(t.opdracht, t.naam)}
          </Taak>
        ))}
      </ul>
      {verdwenen && formulier(verdwenen, 'de taak')}
      {erbij.length > 0 && (
        <div className="bijwerk">
          <h3>Ook mogelijk</h3>
          <ul className="bijwerk__knoppen">
            {erbij.map((t) => (
              <li key={t.opdracht}>
                <button
                  type="button"
                  className="knoplink"
                  aria-expanded={open === t.opdracht}
                  onClick={() => zetOpen(open === t.opdracht ? undefined : t.opdracht)}
                >
                  {t.naam}
                </button>
              </li>
            ))}
          </ul>
          {open &&
            isBijwerk(open) &&
            erbij.some((t) => t.opdracht === open) &&
            formulier(open, erbij.find((t) => t.opdracht === open)!.naam)}
        </div>
      )}
    </section>
  )
}

function Taak(p: {
  taak: Taakregel
  vorm: Opdrachtvorm | undefined
  hoofd: boolean
  open: boolean
  doe: () => void
  children: ReactNode
}): ReactNode {
  const { taak } = p
  const kan = taak.toestand === 'nu' && taak.magIk && p.vorm
  return (
    <li className={`taak taak--${taak.toestand}`}>
      <div className="taak__regel">
        <span className="taak__naam">{taak.naam}</span>
        <span className="taak__stand">{taak.toestand === 'klaar' ? '✓ klaar' : woord[taak.toestand]}</span>
        {kan && !p.open && (
          <Button variant={p.hoofd ? 'primary' : 'secondary'} onClick={p.doe} className="taken__knop">
            {p.vorm!.knop}
          </Button>
        )}
      </div>
      {taak.toestand !== 'klaar' && taak.reden && <p className="taak__reden">{taak.reden}</p>}
      {taak.toestand === 'nu' && !taak.magIk && !taak.reden && (
        <p className="taak__reden">Dit is een taak van {taak.wie}.</p>
      )}
      {p.open && p.children}
    </li>
  )
}

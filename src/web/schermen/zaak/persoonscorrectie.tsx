import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Zaak } from '../../../domein/antwoorden.ts'
import { padnaam } from '../../../kern/padnaam.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { Opdrachtformulier } from '../../onderdelen/opdrachtformulier.tsx'
import { persoonscorrectie } from './correctievormen.ts'
import type { Zaakdeel } from './zaakpagina.tsx'

const OPDRACHT = 'corrigeerPersoon'

/** Repairing who the client is, at the place where it reads wrong. Only for whoever may do it. */
export function Persoonscorrectie({ zaak, klaar, laadNieuw }: Zaakdeel): ReactNode {
  const [stand, zetStand] = useState<'dicht' | 'open' | 'gedaan'>('dicht')
  const plek = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (stand === 'gedaan') plek.current?.focus()
  }, [stand])
  const mag = zaak.taken.some((t) => t.opdracht === OPDRACHT && t.magIk)
  return (
    <div className="niet-afdrukken" ref={plek} tabIndex={-1}>
      {stand === 'gedaan' && <Bericht soort="goed" kop="Opgeslagen: de gegevens zijn verbeterd." rol="status" />}
      {mag && stand !== 'open' && (
        <button type="button" className="knoplink" aria-expanded={false} onClick={() => zetStand('open')}>
          Verbeter de persoonsgegevens
        </button>
      )}
      {/* A form that is open keeps its text, also when a newer version took the task away. */}
      {stand === 'open' && (
        <Opdrachtformulier<Zaak>
          titel="Verbeter de persoonsgegevens"
          pad={`/meldingen/${zaak.id}/opdrachten/${padnaam(OPDRACHT)}`}
          versie={zaak.versie}
          vorm={persoonscorrectie(zaak.persoon.gegevens)}
          hoofd={false}
          laadNieuw={laadNieuw}
          sluit={() => zetStand('dicht')}
          klaar={(nieuw) => {
            zetStand('gedaan')
            klaar(nieuw)
          }}
        />
      )}
    </div>
  )
}

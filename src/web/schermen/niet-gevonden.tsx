import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Pagina } from '../onderdelen/pagina.tsx'

export function NietGevonden(): ReactNode {
  return (
    <main id="inhoud" className="los">
      <GeenPagina />
    </main>
  )
}

/** The same inside the shell, which has its own main. */
export function GeenPagina(): ReactNode {
  return (
    <Pagina titel="Pagina niet gevonden" kop="Deze pagina bestaat niet" smal>
      <p>Zoek op het zaaknummer, of ga terug naar je werklijst.</p>
      <p>
        <Link to="/werklijst">Naar de werklijst</Link>
      </p>
    </Pagina>
  )
}

/** Something broke in the screen itself, or its file could not be fetched. */
export function Kapot(): ReactNode {
  return (
    <main id="inhoud" className="los">
      <Pagina titel="Er ging iets mis" kop="Deze pagina werkt nu niet" smal>
        <p>
          Ververs de pagina. Blijft het misgaan? Geef het door aan wie Regiodak beheert in je organisatie, en noem het
          tijdstip.
        </p>
        <p>
          <a href="/werklijst">Naar de werklijst</a>
        </p>
      </Pagina>
    </main>
  )
}

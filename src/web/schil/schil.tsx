import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import type { Sessie } from '../../domein/antwoorden.ts'
import { SkipLink } from '../onderdelen/amsterdam.ts'
import { Laden, Mislukt } from '../onderdelen/toestand.tsx'
import { Aanmelden, onthoudSessie } from '../schermen/aanmelden.tsx'
import { vragen } from '../verbinding/vragen.ts'
import { Kop } from './kop.tsx'
import { Meldingen } from './meldingen.tsx'

/** Header, navigation and footer around every screen; asks to sign in when nobody is. */
export function Schil(): ReactNode {
  const sessie = useQuery(vragen.sessie())
  if (sessie.isError && !sessie.data)
    return (
      <main id="inhoud" className="los">
        <Mislukt fout={sessie.error} opnieuw={() => void sessie.refetch()} />
      </main>
    )
  if (sessie.data === undefined)
    return (
      <main id="inhoud" className="los">
        <Laden />
      </main>
    )
  if (sessie.data === null) return <Aanmelden inPlaatsVan />
  return <Binnen sessie={sessie.data} />
}

function Binnen({ sessie }: { sessie: Sessie }): ReactNode {
  useEffect(onthoudSessie, [])
  return (
    <>
      <SkipLink href="#inhoud">Naar de inhoud</SkipLink>
      <Kop sessie={sessie} />
      <Meldingen sessie={sessie} />
      <main id="inhoud" tabIndex={-1}>
        <Outlet />
      </main>
      <Voet sessie={sessie} />
    </>
  )
}

function Voet({ sessie }: { sessie: Sessie }): ReactNode {
  return (
    <footer className="voet">
      <div className="voet__binnen">
        <p>
          <strong>Hulp nodig?</strong> Vraag een collega, of de regiocoördinator van {sessie.regio.naam}. Iets klopt
          niet? Geef het door aan de regiocoördinator, met het zaaknummer en zonder de naam van de cliënt.
        </p>
        <p>
          Rekent met: {sessie.convenant.titel}
          {sessie.convenant.versie && `, versie ${sessie.convenant.versie}`}.
        </p>
      </div>
    </footer>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Sessie } from '../../domein/antwoorden.ts'
import { haal } from '../verbinding/api.ts'
import { Zoekveld } from './zoekveld.tsx'

/** Header with the name, the region, who is signed in, the one search field and the navigation. */
export function Kop({ sessie }: { sessie: Sessie }): ReactNode {
  return (
    <header className="kop">
      <div className="kop__balk">
        <Link to="/" className="kop__merk">
          <Dak />
          <span>
            Regiodak <span className="kop__regio">regio {sessie.regio.naam}</span>
          </span>
        </Link>
        <Zoekveld />
        <Persoon sessie={sessie} />
      </div>
      <nav aria-label="Hoofdmenu" className="menu">
        <ul>
          <li>
            <Link to="/werklijst" activeProps={{ 'aria-current': 'page' }}>
              Werklijst
            </Link>
          </li>
          <li>
            <Link to="/wachtlijst" activeProps={{ 'aria-current': 'page' }}>
              Wachtlijst
            </Link>
          </li>
          <li>
            <Link to="/plekken" activeProps={{ 'aria-current': 'page' }}>
              Plekken
            </Link>
          </li>
          <li>
            <Link to="/convenant" activeProps={{ 'aria-current': 'page' }}>
              Convenant
            </Link>
          </li>
        </ul>
      </nav>
    </header>
  )
}

function Persoon({ sessie }: { sessie: Sessie }): ReactNode {
  const client = useQueryClient()
  const ga = useNavigate()
  const router = useRouter()
  const af = useMutation({
    // First away from the page: who still has something to store there stays signed in.
    mutationFn: async () => {
      await ga({ to: '/aanmelden' })
      if (router.state.location.pathname !== '/aanmelden') return
      await haal('/sessie', { methode: 'DELETE' }).finally(() => client.clear())
    },
  })
  return (
    <div className="kop__persoon">
      <div className="kop__wie">
        <span className="kop__naam" translate="no">
          {sessie.gebruiker.naam}
        </span>
        <span className="kop__rol">
          {sessie.rol.naam}, {sessie.organisatie.naam}
        </span>
      </div>
      <div className="kop__wissel">
        {sessie.demonstratie && <Link to="/aanmelden">Wissel van persoon</Link>}
        <button type="button" className="knoplink" onClick={() => af.mutate()}>
          Meld af
        </button>
      </div>
    </div>
  )
}

/** Our own mark: a roof on three pillars. */
export function Dak(): ReactNode {
  return (
    <svg className="dak" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path
        d="M4 16.5 16 6l12 10.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M9 17.5V26m7-8.5V26m7-8.5V26" fill="none" className="dak__zuil" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}

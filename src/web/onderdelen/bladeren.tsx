import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/**
 * "25 van 132 zaken" and the way to the next page. The server pages by cursor; `van` counts
 * the rows before this page, the browser's own back button goes back.
 */
export function Bladeren(p: {
  naar: '/werklijst' | '/wachtlijst'
  getoond: number
  totaal: string | null
  volgende: string | null
  wat: readonly [een: string, meer: string]
}): ReactNode {
  const zoek = useSearch({ strict: false }) as Record<string, string | undefined>
  const voor = Number(zoek['van'] ?? 0) || 0
  const { na: _na, van: _van, ...begin } = zoek
  const eind = voor + p.getoond
  return (
    <nav aria-label="Bladeren" className="bladeren">
      <p>
        {voor === 0 ? `${eind}` : `${voor + 1} tot en met ${eind}`}
        {p.totaal !== null && ` van ${p.totaal}`} {p.wat[p.totaal === '1' || (p.totaal === null && eind === 1) ? 0 : 1]}
      </p>
      <ul>
        {voor > 0 && (
          <li>
            <Link to={p.naar} search={begin} activeOptions={{ exact: true, includeSearch: true }}>
              Eerste pagina
            </Link>
          </li>
        )}
        {p.volgende && (
          <li>
            <Link to={p.naar} search={{ ...zoek, na: p.volgende, van: String(eind) }}>
              Volgende pagina
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

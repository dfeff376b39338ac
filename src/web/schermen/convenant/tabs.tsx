import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'

export const tabs = {
  artikelen: 'Artikelen',
  plichten: 'Plichten',
  kalender: 'Kalender',
  partijen: 'Partijen en mandaten',
  'let-op': 'Let op',
  versies: 'Versies',
} as const
export type Tab = keyof typeof tabs

/** The tab in the address; anything else is the first. */
export const leesTab = (tekst: string | undefined): Tab =>
  tekst !== undefined && Object.hasOwn(tabs, tekst) ? (tekst as Tab) : 'artikelen'

/** The parts of the page. The day in the address stays; filters belong to one part and go. */
export function Tabs({ beeld, tab }: { beeld: Convenantbeeld; tab: Tab }): ReactNode {
  const { op } = useSearch({ from: '/schil/convenant/$regio' })
  const aantallen: Partial<Record<Tab, number>> = {
    plichten: beeld.plichten.length,
    'let-op': beeld.letOp.length,
  }
  return (
    <nav aria-label="Delen van het convenant" className="tabs">
      <ul>
        {(Object.keys(tabs) as Tab[]).map((t) => (
          <li key={t}>
            <Link
              to="/convenant/$regio"
              params={{ regio: beeld.regio }}
              search={{ ...(op && { op }), ...(t !== 'artikelen' && { tab: t }) }}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={t === tab ? 'page' : undefined}
            >
              {tabs[t]}{' '}
              {aantallen[t] !== undefined && (
                <span className="aantal">
                  {aantallen[t]}
                  <span className="ams-visually-hidden"> {t === 'plichten' ? 'plichten' : 'punten'}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

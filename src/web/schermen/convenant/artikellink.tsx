import { Link, useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { artikelanker } from '../../../kern/anker.ts'
import { noemPlek, type Plek } from '../../onderdelen/plek.ts'
import { hoofdletter } from './woorden.tsx'

/** "Artikel 3 lid 2 onder a", a link to that place in the covenant that is open, or as it was on the day `op`. */
export function Artikellink(p: { plek: Plek; naam?: string; op?: string }): ReactNode {
  const { regio } = useParams({ from: '/schil/convenant/$regio' })
  const zoek = useSearch({ from: '/schil/convenant/$regio' })
  const op = p.op ?? zoek.op
  return (
    <Link
      to="/convenant/$regio"
      params={{ regio }}
      search={op ? { op } : {}}
      hash={artikelanker(p.plek)}
      preload={false}
    >
      {p.naam ?? hoofdletter(noemPlek(p.plek))}
    </Link>
  )
}

/**
 * Brings the place that the address names into view and gives it the focus. The text comes after the page, so the
 * browser cannot do it by itself.
 */
export function useAnker(): void {
  const hash = useLocation({ select: (l) => l.hash })
  useEffect(() => {
    if (!hash) return undefined
    // After the page has put the focus on its heading.
    const later = requestAnimationFrame(() => {
      const doel = document.getElementById(hash)
      doel?.scrollIntoView()
      doel?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(later)
  }, [hash])
}

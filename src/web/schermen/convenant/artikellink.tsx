import { Link, useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { artikelanker } from '../../../kern/anker.ts'
import { noemPlek, type Plek } from '../../onderdelen/plek.ts'
import { hoofdletter } from './woorden.tsx'

/** "Artikel 3 lid 2 onder a", a link to that place in the covenant that is open. */
export function Artikellink({ plek, naam }: { plek: Plek; naam?: string }): ReactNode {
  const { regio } = useParams({ from: '/schil/convenant/$regio' })
  const { op } = useSearch({ from: '/schil/convenant/$regio' })
  return (
    <Link to="/convenant/$regio" params={{ regio }} search={op ? { op } : {}} hash={artikelanker(plek)} preload={false}>
      {naam ?? hoofdletter(noemPlek(plek))}
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

import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'

type Kruimel = { naam: string; naar?: string }

// The first page of a visit keeps the browser's own focus; every next page moves it to the heading.
let eerstePagina = true

/**
 * The frame of every screen: title of the document, breadcrumb, heading. `titel` never holds personal
 * data; `kop` (default: the title) may.
 */
export function Pagina(p: {
  titel: string
  kop?: ReactNode
  kruimels?: Kruimel[]
  acties?: ReactNode
  smal?: boolean
  children: ReactNode
}): ReactNode {
  const h1 = useRef<HTMLHeadingElement>(null)
  usePaginatitel(p.titel)
  useEffect(() => {
    if (!eerstePagina) h1.current?.focus()
    eerstePagina = false
  }, [])
  return (
    <div className={p.smal ? 'pagina pagina--smal' : 'pagina'}>
      {p.kruimels && (
        <nav aria-label="Kruimelpad" className="kruimels">
          <ol>
            {p.kruimels.map((k) => (
              <li key={k.naam}>
                {k.naar ? <Link to={k.naar}>{k.naam}</Link> : <span aria-current="page">{k.naam}</span>}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="pagina__kop">
        <h1 ref={h1} tabIndex={-1}>
          {p.kop ?? p.titel}
        </h1>
        {p.acties && <div className="pagina__acties">{p.acties}</div>}
      </div>
      {p.children}
    </div>
  )
}

/** Sets `<title>`; the newest caller wins. */
export function usePaginatitel(titel: string): void {
  useEffect(() => {
    document.title = `${titel} – Regiodak`
  }, [titel])
}

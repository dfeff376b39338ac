import type { ReactNode } from 'react'

type Soort = 'info' | 'let-op' | 'fout' | 'goed'
const woord: Record<Soort, string> = { info: 'Informatie', 'let-op': 'Let op', fout: 'Dit lukte niet', goed: 'Gelukt' }
const teken: Record<Soort, string> = { info: 'i', 'let-op': '!', fout: '!', goed: '✓' }

/** A block with a message: a word, a sign and a colour, so that none of the three is needed alone. */
export function Bericht(p: { soort: Soort; kop?: string; rol?: 'status' | 'alert'; children?: ReactNode }): ReactNode {
  return (
    <div className={`bericht bericht--${p.soort}`} role={p.rol}>
      <span className="bericht__teken" aria-hidden="true">
        {teken[p.soort]}
      </span>
      <div className="bericht__tekst">
        <p className="bericht__kop">{p.kop ?? woord[p.soort]}</p>
        {p.children}
      </div>
    </div>
  )
}

/** A short word with a calm background, at the end of a row or beside a name. */
export function Label(p: { kleur?: 'grijs' | 'amber' | 'blauw' | 'groen' | 'rood'; children: ReactNode }): ReactNode {
  return <span className={`label label--${p.kleur ?? 'grijs'}`}>{p.children}</span>
}

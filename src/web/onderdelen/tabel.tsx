/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   written out on purpose: see the docstring of Tabel */
import type { ReactNode } from 'react'

export type Kolom<R> = {
  naam: string
  /** Cell of one row; null shows "—". */
  cel: (rij: R) => ReactNode
  /** Right-aligned figures. */
  getal?: boolean
  /** This cell names the row: the first column. */
  rijkop?: boolean
}

/**
 * A real table that turns into cards on a narrow screen. The roles are written out because
 * a changed `display` would take the table away from a screen reader; the heading of each
 * cell is then shown beside it.
 */
export function Tabel<R>(p: {
  bijschrift: string
  kolommen: Kolom<R>[]
  rijen: readonly R[]
  sleutel: (rij: R) => string
  accent?: (rij: R) => string | undefined
}): ReactNode {
  return (
    <table className="tabel" role="table">
      <caption className="ams-visually-hidden">{p.bijschrift}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {p.kolommen.map((k) => (
            <th key={k.naam} scope="col" role="columnheader" className={k.getal ? 'getal' : undefined}>
              {k.naam}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {p.rijen.map((rij) => (
          <tr key={p.sleutel(rij)} role="row" className={p.accent?.(rij)}>
            {p.kolommen.map((k) => (
              <Cel key={k.naam} kolom={k} inhoud={k.cel(rij)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cel<R>({ kolom, inhoud }: { kolom: Kolom<R>; inhoud: ReactNode }): ReactNode {
  const waarde = inhoud === null || inhoud === undefined || inhoud === '' ? <Leeg /> : inhoud
  if (kolom.rijkop)
    return (
      <th scope="row" role="rowheader">
        {waarde}
      </th>
    )
  return (
    <td role="cell" className={kolom.getal ? 'getal' : undefined}>
      <span className="tabel__kop" aria-hidden="true">
        {kolom.naam}
      </span>
      <span className="tabel__waarde">{waarde}</span>
    </td>
  )
}

/** An empty cell: a dash for the eye, a word for the ear. */
export const Leeg = (): ReactNode => (
  <>
    <span aria-hidden="true">—</span>
    <span className="ams-visually-hidden">leeg</span>
  </>
)

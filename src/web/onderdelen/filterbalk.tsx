import { Link, useNavigate } from '@tanstack/react-router'
import { useId, type FormEvent, type ReactNode } from 'react'
import { Button } from './amsterdam.ts'

export type Keuzeveld = { naam: string; label: string; opties: Readonly<Record<string, string>>; vink?: boolean }
type Gekozen = Readonly<Record<string, string | undefined>>

/** Filters as a form above a list; what was chosen stands below it and can be taken away one by one. */
export function Filterbalk(p: {
  velden: Keuzeveld[]
  gekozen: Gekozen
  naar: '/werklijst' | '/wachtlijst' | '/plekken' | '/convenant/$regio'
  /** What the address of the page itself needs. */
  params?: { regio: string }
  vast?: Gekozen
}): ReactNode {
  const ga = useNavigate()
  const id = useId()
  const actief = p.velden.filter((v) => p.gekozen[v.naam] && v.opties[p.gekozen[v.naam]!])
  const pasToe = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault()
    const vorm = new FormData(e.currentTarget)
    const keuzes = Object.fromEntries(
      p.velden.map((v) => [
        v.naam,
        vorm
          .getAll(v.naam)
          .filter((w) => typeof w === 'string')
          .join('') || undefined,
      ]),
    )
    void ga({ to: p.naar, ...(p.params && { params: p.params }), search: { ...p.vast, ...keuzes } })
  }
  return (
    <>
      {/* A new choice from the address redraws the form, so that fields and list never disagree. */}
      <form className="filters" onSubmit={pasToe} key={JSON.stringify(p.gekozen)}>
        {p.velden.map((v) =>
          v.vink ? (
            <div key={v.naam} className="filters__vink">
              <input
                type="checkbox"
                id={`${id}${v.naam}`}
                name={v.naam}
                value="ja"
                defaultChecked={p.gekozen[v.naam] === 'ja'}
              />
              <label htmlFor={`${id}${v.naam}`}>{v.label}</label>
            </div>
          ) : (
            <div key={v.naam} className="filters__veld">
              <label htmlFor={`${id}${v.naam}`}>{v.label}</label>
              <select className="ams-select" id={`${id}${v.naam}`} name={v.naam} defaultValue={p.gekozen[v.naam] ?? ''}>
                <option value="">Alle</option>
                {Object.entries(v.opties).map(([code, naam]) => (
                  <option key={code} value={code}>
                    {naam}
                  </option>
                ))}
              </select>
            </div>
          ),
        )}
        <Button type="submit" variant="secondary">
          Toepassen
        </Button>
      </form>
      {actief.length > 0 && (
        <div className="chips">
          <span id={`${id}gekozen`}>Gekozen:</span>
          <ul aria-labelledby={`${id}gekozen`}>
            {actief.map((v) => (
              <li key={v.naam}>
                <Link
                  className="chip"
                  activeOptions={{ exact: true, includeSearch: true }}
                  to={p.naar}
                  {...(p.params && { params: p.params })}
                  search={{ ...p.vast, ...zonder(p.velden, p.gekozen, v.naam) }}
                >
                  <span aria-hidden="true">✕ </span>
                  <span className="ams-visually-hidden">Haal weg: </span>
                  {v.vink ? v.label : `${v.label}: ${v.opties[p.gekozen[v.naam]!]}`}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const zonder = (velden: readonly Keuzeveld[], gekozen: Gekozen, weg: string): Gekozen =>
  Object.fromEntries(velden.filter((v) => v.naam !== weg).map((v) => [v.naam, gekozen[v.naam]]))

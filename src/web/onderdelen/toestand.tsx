import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { GeenVerbinding, Geweigerd } from '../verbinding/api.ts'
import { Button } from './amsterdam.ts'
import { Bericht } from './bericht.tsx'
import { Bronchip } from './bron.tsx'

/** Shows the answer of a question, or why there is none yet. */
export function Antwoord<T>(p: { vraag: UseQueryResult<T>; children: (waarde: T) => ReactNode }): ReactNode {
  const { vraag } = p
  if (vraag.data !== undefined) return p.children(vraag.data)
  if (vraag.isError) return <Mislukt fout={vraag.error} opnieuw={() => void vraag.refetch()} />
  return <Laden />
}

export function Laden(): ReactNode {
  return <output className="laden">We halen de gegevens op…</output>
}

/** A failed request in words: what happened, what to do, the article it rests on, and the number to report. */
export function Mislukt(p: { fout: unknown; opnieuw?: () => void }): ReactNode {
  const { kop, zinnen } = uitleg(p.fout)
  const bron = p.fout instanceof Geweigerd ? p.fout.probleem.bron : undefined
  return (
    <Bericht soort="fout" kop={kop} rol="alert">
      {zinnen.map((zin) => (
        <p key={zin}>{zin}</p>
      ))}
      {bron && (
        <p>
          Dit staat in <Bronchip bron={bron} />.
        </p>
      )}
      {p.opnieuw && (
        <Button variant="secondary" onClick={p.opnieuw}>
          Probeer het opnieuw
        </Button>
      )}
    </Bericht>
  )
}

/** The heading and sentences for anything that can go wrong with a request. */
export function uitleg(fout: unknown): { kop: string; zinnen: string[] } {
  if (fout instanceof GeenVerbinding)
    return {
      kop: 'Er is geen verbinding.',
      zinnen: ['Laat deze pagina open. Probeer het opnieuw zodra er weer verbinding is.'],
    }
  if (!(fout instanceof Geweigerd))
    return { kop: 'Er is iets stuk bij ons.', zinnen: ['Ververs de pagina en probeer het opnieuw.'] }
  const { detail, title, doe, status, kenmerk } = fout.probleem
  const zinnen = [
    doe,
    ...(status >= 500 && kenmerk && !doe?.includes(kenmerk) ? [`Meld het nummer ${kenmerk}.`] : []),
  ].filter((z) => z && !detail?.includes(z))
  return { kop: detail || title, zinnen: [...new Set(zinnen)] }
}

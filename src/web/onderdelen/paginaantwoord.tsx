import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Pagina } from './pagina.tsx'
import { Antwoord, Mislukt } from './toestand.tsx'

/** A whole page that is made of one answer. When there is none the page still has its own heading: which page it was. */
export function Paginaantwoord<T>(p: {
  vraag: UseQueryResult<T>
  /** What the page shows: "deze zaak". */
  wat: string
  children: (waarde: T) => ReactNode
}): ReactNode {
  const { vraag } = p
  if (vraag.data !== undefined || !vraag.isError) return <Antwoord vraag={vraag}>{p.children}</Antwoord>
  return (
    <Pagina titel={`We kunnen ${p.wat} niet tonen`} smal>
      <Mislukt fout={vraag.error} opnieuw={() => void vraag.refetch()} />
    </Pagina>
  )
}

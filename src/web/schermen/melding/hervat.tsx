import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Paginaantwoord } from '../../onderdelen/paginaantwoord.tsx'
import { vragen } from '../../verbinding/vragen.ts'
import { aantalStappen, wizardstappen } from './stappen.ts'

/** Opens a draft at its first step that is not finished. */
export function Hervat(): ReactNode {
  const { id } = useParams({ from: '/schil/meldingen/concept/$id' })
  const vraag = useQuery(vragen.concept(id))
  return (
    <Paginaantwoord wat="deze melding" vraag={vraag}>
      {(concept) => {
        const open = wizardstappen.findIndex((s) => !concept.stappen[s.sleutel]?.af)
        const stap = String(open < 0 ? aantalStappen : open + 1)
        return <Navigate to="/meldingen/concept/$id/stap/$stap" params={{ id, stap }} replace />
      }}
    </Paginaantwoord>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Concept } from '../../../domein/antwoorden.ts'
import { Paginaantwoord } from '../../onderdelen/paginaantwoord.tsx'
import { Verlaatvraag } from '../../onderdelen/verlaten.tsx'
import { vragen } from '../../verbinding/vragen.ts'
import { GeenPagina } from '../niet-gevonden.tsx'
import { useBewaren } from './bewaren.ts'
import { Controle } from './controle.tsx'
import { Stap } from './stap.tsx'
import { aantalStappen, wizardstappen } from './stappen.ts'

/** Entering a new report: six steps, each at its own address, stored as you go. */
export function Wizard(): ReactNode {
  const { id, stap } = useParams({ from: '/schil/meldingen/concept/$id/stap/$stap' })
  const { terug } = useSearch({ from: '/schil/meldingen/concept/$id/stap/$stap' })
  const ga = useNavigate()
  const vraag = useQuery(vragen.concept(id))
  const nummer = Number(stap)
  if (!Number.isInteger(nummer) || nummer < 1 || nummer > aantalStappen) return <GeenPagina />
  const naar = (n: number) => ga({ to: '/meldingen/concept/$id/stap/$stap', params: { id, stap: String(n) } })
  return (
    <Paginaantwoord wat="deze melding" vraag={vraag}>
      {(concept) => (
        <Stappen
          concept={concept}
          nummer={nummer}
          verder={() => void naar(terug === '6' ? aantalStappen : nummer + 1)}
        />
      )}
    </Paginaantwoord>
  )
}

// Storing goes on while the person walks from step to step, so it lives above them.
function Stappen(p: { concept: Concept; nummer: number; verder: () => void }): ReactNode {
  const { nummer, verder } = p
  const bewaarder = useBewaren(p.concept)
  const stap = wizardstappen[nummer - 1]
  // Fields that start afresh read what was stored this instant; the property follows a moment later.
  const concept = useQueryClient().getQueryData<Concept>(['concept', p.concept.id]) ?? p.concept
  return (
    <>
      <Verlaatvraag
        onbewaard={bewaarder.onbewaard}
        meteen={bewaarder.nuOnbewaard}
        blijft={(pad) => pad.startsWith(`/meldingen/concept/${p.concept.id}/`)}
      />
      {stap ? (
        <Stap
          key={`${nummer} ${bewaarder.ronde}`}
          concept={concept}
          nummer={nummer}
          stap={stap}
          bewaarder={bewaarder}
          verder={verder}
        />
      ) : (
        <Controle concept={concept} bewaarder={bewaarder} />
      )}
    </>
  )
}

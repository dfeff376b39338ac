import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Mislukt } from '../../onderdelen/toestand.tsx'
import { haal } from '../../verbinding/api.ts'
import { useVerversLijsten } from '../../verbinding/vragen.ts'

/** Deleting a draft: folded away, and asked once more, because it cannot be undone. */
export function Gooiweg({ id }: { id: string }): ReactNode {
  const ga = useNavigate()
  const ververs = useVerversLijsten()
  const weg = useMutation({
    mutationFn: () => haal(`/concepten/${id}`, { methode: 'DELETE' }),
    onSuccess: async () => {
      ververs()
      await ga({ to: '/werklijst', search: { tab: 'concepten' } })
    },
  })
  return (
    <details className="gooiweg">
      <summary>Deze melding weggooien</summary>
      <p>Alles wat je hebt ingevuld verdwijnt. Dit kun je niet terugdraaien.</p>
      {weg.isError && <Mislukt fout={weg.error} />}
      <Button variant="secondary" onClick={() => weg.mutate()}>
        Ja, gooi de melding weg
      </Button>
    </details>
  )
}

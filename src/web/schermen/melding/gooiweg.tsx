import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Concept } from '../../../domein/antwoorden.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { Mislukt } from '../../onderdelen/toestand.tsx'
import { haal, isCode } from '../../verbinding/api.ts'
import { useVerversLijsten } from '../../verbinding/vragen.ts'

/** Deleting a draft: folded away, and asked once more, because it cannot be undone. */
export function Gooiweg({ concept }: { concept: Concept }): ReactNode {
  const ga = useNavigate()
  const ververs = useVerversLijsten()
  const weg = useMutation({
    mutationFn: () => haal(`/concepten/${concept.id}`, { methode: 'DELETE', versie: concept.versie }),
    onSuccess: async () => {
      ververs()
      await ga({ to: '/werklijst', search: { tab: 'concepten' }, ignoreBlocker: true })
    },
  })
  return (
    <details className="gooiweg">
      <summary>Deze melding weggooien</summary>
      <p>Alles wat je hebt ingevuld verdwijnt. Dit kun je niet terugdraaien.</p>
      {isCode(weg.error, 'GEWIJZIGD_DOOR_ANDER') ? (
        <Bericht soort="fout" kop="Een collega heeft deze melding net gewijzigd. Hij is niet weggegooid." rol="alert">
          <p>Laad de pagina opnieuw en kijk eerst wat er nu staat.</p>
        </Bericht>
      ) : (
        weg.isError && <Mislukt fout={weg.error} />
      )}
      <Button variant="secondary" onClick={() => weg.mutate()}>
        Ja, gooi de melding weg
      </Button>
    </details>
  )
}

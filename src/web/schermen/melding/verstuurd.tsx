import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Zaak } from '../../../domein/antwoorden.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Pagina } from '../../onderdelen/pagina.tsx'
import { Paginaantwoord } from '../../onderdelen/paginaantwoord.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { vragen } from '../../verbinding/vragen.ts'

/** Proof that the report arrived: its number, who acts and what happens when. */
export function Verstuurd(): ReactNode {
  const { id } = useParams({ from: '/schil/meldingen/$id/verstuurd' })
  return (
    <Paginaantwoord wat="deze zaak" vraag={useQuery(vragen.zaak(id))}>
      {(zaak) => <Bevestiging zaak={zaak} />}
    </Paginaantwoord>
  )
}

function Bevestiging({ zaak }: { zaak: Zaak }): ReactNode {
  return (
    <Pagina
      titel={`Melding ${zaak.nummer} is binnen`}
      kop="De melding is binnen"
      kruimels={[{ naam: 'Werklijst', naar: '/werklijst' }, { naam: zaak.nummer }]}
      smal
    >
      <Bericht soort="goed" kop={`Het nummer is ${zaak.nummer}.`} rol="status">
        <p>
          {zaak.aanZet ? (
            <>
              Aan zet is nu <strong>{zaak.aanZet.naam}</strong>: {zaak.aanZet.taakNaam}.
            </>
          ) : (
            'Er is nu niemand aan zet.'
          )}
        </p>
      </Bericht>
      <Waarom uitkomst={zaak.behandelendeGemeente.waarom} onderwerp="wie deze melding behandelt" />
      <h2 className="tussenkop">Wat gebeurt er nu?</h2>
      <ul className="stappenlijst">
        {zaak.termijnen.map((t) => (
          <li key={t.code}>
            <strong className="zinbegin">{t.naam}</strong>:{' '}
            {t.datum ? (
              <>
                uiterlijk <Dag op={t.datum} stijl="dag" />
              </>
            ) : (
              'zonder einddatum'
            )}
            <Waarom uitkomst={t.waarom} onderwerp={t.naam} gegevens={t.gegevens} verandert={t.verandert} />
          </li>
        ))}
        <li>
          <strong>Besluit</strong>: {zaak.beslissendeGemeente.naam} neemt het besluit, na de aanvraag.
        </li>
      </ul>
      <div className="knoppen">
        <Link className="ams-button ams-button--primary" to="/meldingen/$id" params={{ id: zaak.id }}>
          Open de zaak
        </Link>
        <Button variant="secondary" onClick={() => window.print()}>
          Afdrukken
        </Button>
        <Link to="/werklijst">Naar de werklijst</Link>
      </div>
    </Pagina>
  )
}

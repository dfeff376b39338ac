import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Conceptrij } from '../../domein/antwoorden.ts'
import { Dag, tijdstip } from '../onderdelen/datum.tsx'
import { Tabel, type Kolom } from '../onderdelen/tabel.tsx'
import { Antwoord } from '../onderdelen/toestand.tsx'
import { vragen } from '../verbinding/vragen.ts'

const kolommen: Kolom<Conceptrij>[] = [
  {
    naam: 'Melding',
    rijkop: true,
    cel: (c) => (
      <Link className="zaaklink" to="/meldingen/concept/$id" params={{ id: c.id }}>
        <span className="zaaklink__naam" translate="no">
          {c.naam || 'Nog geen naam'}
        </span>
        <span className="zaaklink__nummer">ga verder bij stap {c.stap}</span>
      </Link>
    ),
  },
  { naam: 'Laatst gewijzigd', cel: (c) => tijdstip(c.gewijzigd) },
  { naam: 'Door', cel: (c) => <span translate="no">{c.door}</span> },
  { naam: 'Wordt gewist na', cel: (c) => <Dag op={c.bewaardTot} /> },
]

/** Reports that were started and not sent yet. */
export function Concepten(): ReactNode {
  return (
    <Antwoord vraag={useQuery(vragen.concepten())}>
      {({ concepten }) =>
        concepten.length === 0 ? (
          <p className="leeg">Er staan geen meldingen in concept. Een nieuwe melding bewaren we hier vanzelf.</p>
        ) : (
          <Tabel
            bijschrift="Meldingen die nog niet verstuurd zijn"
            kolommen={kolommen}
            rijen={concepten}
            sleutel={(c) => c.id}
          />
        )
      }
    </Antwoord>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Convenantbeeld, Versieregel } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { dagVanVersie } from '../../onderdelen/plek.ts'
import { Tabel, type Kolom } from '../../onderdelen/tabel.tsx'
import { useSessie } from '../../verbinding/vragen.ts'
import { Besluiten } from './besluiten.tsx'
import { Vergelijken } from './vergelijken.tsx'

/** The texts this region had, what was decided about them, and what differs between two of them. */
export function Versies({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  const { vandaag } = useSessie()
  return (
    <div className="partijen">
      <section aria-labelledby="versies">
        <h2 id="versies">Versies</h2>
        <Tabel
          bijschrift="Versies van het convenant"
          kolommen={kolommen(beeld, vandaag)}
          rijen={beeld.versies}
          sleutel={(v) => v.ingang}
        />
      </section>
      <Besluiten beeld={beeld} />
      <Vergelijken beeld={beeld} />
    </div>
  )
}

/** The day on which to show a version; none for the one that is shown today. */
function opDag(versie: Versieregel, versies: readonly Versieregel[], vandaag: string): { op?: string } {
  const ingangen = versies.map((v) => v.ingang)
  const op = dagVanVersie(versie.ingang, ingangen, vandaag)
  return op === vandaag ? {} : { op }
}

const kolommen = ({ regio, versies }: Convenantbeeld, vandaag: string): Kolom<Versieregel>[] => [
  {
    naam: 'Ingang',
    rijkop: true,
    cel: (v) => (
      <Link to="/convenant/$regio" params={{ regio }} search={{ ...opDag(v, versies, vandaag), tab: 'versies' }}>
        <Dag op={v.ingang} />
      </Link>
    ),
  },
  { naam: 'Naam', cel: (v) => v.titel },
  {
    naam: 'Stand',
    cel: (v) => (
      <span className="labels">
        {v.geldt ? <Label kleur="groen">Geldt</Label> : <Label>Geldt niet</Label>}
        {v.getoond && <Label kleur="blauw">Deze zie je nu</Label>}
      </span>
    ),
  },
]

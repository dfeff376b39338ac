import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Convenantbeeld, Versieregel } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Tabel, type Kolom } from '../../onderdelen/tabel.tsx'
import { Besluiten } from './besluiten.tsx'
import { Vergelijken } from './vergelijken.tsx'

/** The texts this region had, what was decided about them, and what differs between two of them. */
export function Versies({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  return (
    <div className="partijen">
      <section aria-labelledby="versies">
        <h2 id="versies">Versies</h2>
        <Tabel
          bijschrift="Versies van het convenant"
          kolommen={kolommen(beeld.regio)}
          rijen={beeld.versies}
          sleutel={(v) => v.ingang}
        />
      </section>
      <Besluiten beeld={beeld} />
      <Vergelijken beeld={beeld} />
    </div>
  )
}

const kolommen = (regio: string): Kolom<Versieregel>[] => [
  {
    naam: 'Ingang',
    rijkop: true,
    cel: (v) => (
      <Link to="/convenant/$regio" params={{ regio }} search={{ op: v.ingang }}>
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

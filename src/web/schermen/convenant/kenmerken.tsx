import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { useSessie, vragen } from '../../verbinding/vragen.ts'

/** Which text this is, whether it holds and until when, and the covenants of other regions. */
export function Kenmerken({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  const { vandaag } = useSessie()
  return (
    <div className="convenantkop">
      <p className="convenantkop__titel">{beeld.titel}</p>
      <dl className="kenmerken">
        <div>
          <dt>Versie</dt>
          <dd>
            <Dag op={beeld.ingang} />
          </dd>
        </div>
        <div>
          <dt>Looptijd</dt>
          <dd>
            {beeld.looptijd?.waarom.wat ?? 'Het convenant zegt niet wanneer het begint of eindigt.'}
            {beeld.looptijd && <Waarom uitkomst={beeld.looptijd} onderwerp="de looptijd van het convenant" />}
          </dd>
        </div>
      </dl>
      {beeld.op !== vandaag && (
        <Bericht soort="info" kop="Je bekijkt het convenant op een andere dag.">
          <p>
            Zo was het op <Dag op={beeld.op} />.{' '}
            <Link to="/convenant/$regio" params={{ regio: beeld.regio }}>
              Bekijk het convenant van vandaag
            </Link>
          </p>
        </Bericht>
      )}
      {!beeld.geldt && (
        <Bericht
          soort="let-op"
          kop={beeld.op === vandaag ? 'Dit convenant geldt vandaag niet.' : 'Dit convenant gold toen niet.'}
        >
          <p>Je ziet de laatste tekst die we kennen.</p>
        </Bericht>
      )}
      <Andere regio={beeld.regio} />
    </div>
  )
}

/** The covenants of other regions: reading one shows no personal data. */
function Andere({ regio }: { regio: string }): ReactNode {
  const { data } = useQuery(vragen.convenanten())
  const anders = (data?.convenanten ?? []).filter((c) => c.regio !== regio)
  if (anders.length === 0) return null
  return (
    <nav aria-label="Convenanten van andere regio’s" className="andere niet-afdrukken">
      <span className="zacht">Van andere regio’s:</span>
      <ul>
        {anders.map((c) => (
          <li key={c.regio}>
            <Link to="/convenant/$regio" params={{ regio: c.regio }}>
              {c.versies.at(-1)!.kort}
              {c.eigen && ' (jouw regio)'}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

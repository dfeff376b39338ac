import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { useSessie, vragen } from '../../verbinding/vragen.ts'
import type { Tab } from './tabs.tsx'
import { vastlegdag } from './vastlegdag.ts'

/** Which text this is, whether it holds and until when, and the covenants of other regions. */
export function Kenmerken({ beeld, tab }: { beeld: Convenantbeeld; tab: Tab }): ReactNode {
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
            <Link to="/convenant/$regio" params={{ regio: beeld.regio }} search={opTab(tab)}>
              Bekijk het convenant van vandaag
            </Link>
          </p>
          <Vastleggen beeld={beeld} tab={tab} vandaag={vandaag} />
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

const opTab = (tab: Tab): { tab?: Tab } => (tab === 'artikelen' ? {} : { tab })

/** To who records: why there is nothing to record with here, and where there is. */
function Vastleggen(p: { beeld: Convenantbeeld; tab: Tab; vandaag: string }): ReactNode {
  const { beeld, tab, vandaag } = p
  const dag = vastlegdag(beeld, tab, vandaag)
  if (!beeld.magVastleggen || dag === beeld.op) return null
  if (dag === vandaag) return <p>Je kunt hier niets vastleggen. Dat kan alleen bij het convenant van vandaag.</p>
  return (
    <p>
      Je kunt hier niets vastleggen.{' '}
      <Link to="/convenant/$regio" params={{ regio: beeld.regio }} search={{ op: dag, ...opTab(tab) }}>
        Leg besluiten over deze versie vast bij <Dag op={dag} />
      </Link>
    </p>
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

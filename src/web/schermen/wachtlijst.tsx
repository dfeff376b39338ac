import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Wachtlijst as Lijst, Wachtlijstrij } from '../../domein/antwoorden.ts'
import { producten } from '../../domein/toegang/melding.schema.ts'
import { Button } from '../onderdelen/amsterdam.ts'
import { Label } from '../onderdelen/bericht.tsx'
import { Bladeren } from '../onderdelen/bladeren.tsx'
import { Dag } from '../onderdelen/datum.tsx'
import { Filterbalk, type Keuzeveld } from '../onderdelen/filterbalk.tsx'
import { Pagina } from '../onderdelen/pagina.tsx'
import { Tabel, type Kolom } from '../onderdelen/tabel.tsx'
import { Antwoord } from '../onderdelen/toestand.tsx'
import { Waarom } from '../onderdelen/waarom.tsx'
import { useSessie, vragen } from '../verbinding/vragen.ts'

const groepen = { wachtend: 'Wachtend', pauze: 'Stilgezet', geplaatst: 'Geplaatst' } as const
type Groep = keyof typeof groepen

/** Who waits for a place, in which order and by which rule; people who only want to move are counted apart. */
export function Wachtlijst(): ReactNode {
  const zoek = useSearch({ from: '/schil/wachtlijst' })
  const groep: Groep = zoek.groep && zoek.groep in groepen ? (zoek.groep as Groep) : 'wachtend'
  const vraag = useQuery({
    ...vragen.wachtlijst({ groep, product: zoek.product, gemeente: zoek.gemeente, na: zoek.na, limiet: '25' }),
    placeholderData: (vorige) => vorige,
  })
  const { gemeenten } = useSessie()
  const velden: Keuzeveld[] = [
    { naam: 'product', label: 'Product', opties: producten },
    {
      naam: 'gemeente',
      label: 'Gemeente van herkomst',
      opties: Object.fromEntries(gemeenten.filter((g) => g.inRegio).map((g) => [g.slug, g.naam])),
    },
  ]
  return (
    <Pagina
      titel="Wachtlijst"
      acties={
        <Button variant="secondary" onClick={() => window.print()}>
          Afdrukken
        </Button>
      }
    >
      <Antwoord vraag={vraag}>
        {(lijst) => (
          <>
            <p className="samenvatting">{inWoorden(lijst.aantallen)}</p>
            <div className="volgorde">
              <p>{lijst.volgorde.zin}</p>
              <Waarom uitkomst={lijst.volgorde.waarom} onderwerp="de volgorde van de wachtlijst" />
            </div>
            <Groepen groep={groep} aantallen={lijst.aantallen} />
            <Filterbalk velden={velden} gekozen={zoek} naar="/wachtlijst" vast={{ groep: zoek.groep }} />
            <Rijen lijst={lijst} groep={groep} gefilterd={Boolean(zoek.product || zoek.gemeente)} />
          </>
        )}
      </Antwoord>
    </Pagina>
  )
}

/** "263 mensen wachten op een plek. 23 van hen hebben een verhuiswens." Two numbers, never one. */
function inWoorden(n: Lijst['aantallen']): string {
  const wacht = n.wachtend === 1 ? '1 mens wacht op een plek.' : `${n.wachtend} mensen wachten op een plek.`
  if (n.verhuiswens === 0) return `${wacht} Niemand van hen heeft een verhuiswens.`
  return `${wacht} ${n.verhuiswens} van hen ${n.verhuiswens === 1 ? 'heeft' : 'hebben'} een verhuiswens.`
}

function Groepen({ groep, aantallen }: { groep: Groep; aantallen: Lijst['aantallen'] }): ReactNode {
  return (
    <nav aria-label="Wachtlijst naar stand" className="tabs">
      <ul>
        {(Object.keys(groepen) as Groep[]).map((g) => (
          <li key={g}>
            <Link
              to="/wachtlijst"
              search={g === 'wachtend' ? {} : { groep: g }}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={g === groep ? 'page' : undefined}
            >
              {groepen[g]}{' '}
              <span className="aantal">
                {aantallen[g]}
                <span className="ams-visually-hidden"> mensen</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const kolommen: Kolom<Wachtlijstrij>[] = [
  {
    naam: 'Cliënt',
    rijkop: true,
    cel: (r) => (
      <Link className="zaaklink" to="/plaatsingen/$id" params={{ id: r.id }}>
        <span className="zaaklink__naam" translate="no">
          {r.naam}
        </span>
        <span className="zaaklink__nummer" translate="no">
          {r.nummer}
        </span>
      </Link>
    ),
  },
  { naam: 'Plaats', getal: true, cel: (r) => r.plaats || null },
  { naam: 'Product', cel: (r) => r.productNaam },
  { naam: 'Herkomst', cel: (r) => r.herkomst },
  {
    naam: 'Wacht sinds',
    cel: (r) => (
      <>
        <Dag op={r.sinds} stijl="kort" />
        <span className="regel2">{r.dagenWachttijd === 1 ? '1 dag' : `${r.dagenWachttijd} dagen`}</span>
      </>
    ),
  },
  { naam: 'Past nu', getal: true, cel: (r) => (r.past === 1 ? '1 plek' : `${r.past} plekken`) },
  { naam: 'Laatste contact', cel: (r) => (r.laatsteContact ? <Dag op={r.laatsteContact} stijl="kort" /> : 'nog geen') },
  {
    naam: 'Bijzonderheden',
    cel: (r) =>
      r.spoed || r.verhuiswens ? (
        <span className="labels">
          {r.spoed && <Label kleur="amber">Spoed</Label>}
          {r.verhuiswens && <Label kleur="blauw">Verhuiswens</Label>}
        </span>
      ) : null,
  },
]

function Rijen({ lijst, groep, gefilterd }: { lijst: Lijst; groep: Groep; gefilterd: boolean }): ReactNode {
  if (lijst.rijen.length === 0)
    return (
      <p className="leeg">
        {gefilterd ? 'Niemand gevonden met deze keuzes. Haal een keuze weg.' : 'Hier staat nu niemand.'}
      </p>
    )
  return (
    <>
      <Tabel
        bijschrift={`Wachtlijst: ${groepen[groep].toLowerCase()}`}
        kolommen={kolommen}
        rijen={lijst.rijen}
        sleutel={(r) => r.id}
        accent={(r) => (r.spoed ? 'rij--spoed' : undefined)}
      />
      <Bladeren
        naar="/wachtlijst"
        getoond={lijst.rijen.length}
        totaal={gefilterd ? null : String(lijst.aantallen[groep])}
        volgende={lijst.volgende}
        wat={['mens', 'mensen']}
      />
    </>
  )
}

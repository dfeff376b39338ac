import type { ReactNode } from 'react'
import type { Convenantbeeld, Gemeentenaam, Mandaatregel } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Tabel, type Kolom } from '../../onderdelen/tabel.tsx'
import { Artikellink } from './artikellink.tsx'
import { hoofdletter, opsomming } from './woorden.tsx'

const namen = (lijst: readonly Gemeentenaam[]): string => opsomming(lijst.map((g) => g.naam))

/** Who takes part, in which role, and who may act for whom. */
export function Partijen({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  return (
    <div className="partijen">
      <section aria-labelledby="partijen">
        <h2 id="partijen">Partijen</h2>
        <Tabel
          bijschrift="Partijen met hun rol"
          kolommen={rolkolommen(beeld.rollen)}
          rijen={beeld.partijen}
          sleutel={(g) => g.slug}
        />
      </section>
      <section aria-labelledby="rollen">
        <h2 id="rollen">Rollen</h2>
        {beeld.rollen.length === 0 ? (
          <p className="leeg">Dit convenant geeft geen rollen. Alle gemeenten doen op dezelfde manier mee.</p>
        ) : (
          <dl className="lijst blok">
            {beeld.rollen.map((r) => (
              <div key={r.rol}>
                <dt>{hoofdletter(r.rol)}</dt>
                <dd>{namen(r.leden) || 'niemand'}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <Mandaten mandaten={beeld.mandaten} />
    </div>
  )
}

const rolkolommen = (rollen: Convenantbeeld['rollen']): Kolom<Gemeentenaam>[] => [
  { naam: 'Gemeente', rijkop: true, cel: (g) => <strong>{g.naam}</strong> },
  {
    naam: 'Rol',
    cel: (g) => opsomming(rollen.filter((r) => r.leden.some((l) => l.slug === g.slug)).map((r) => r.rol)) || null,
  },
]

const kolommen: Kolom<Mandaatregel>[] = [
  { naam: 'Van', rijkop: true, cel: (m) => <strong>{namen(m.van)}</strong> },
  { naam: 'Aan', cel: (m) => m.bestuurder ?? namen(m.aan) },
  { naam: 'Taken', cel: (m) => opsomming(m.taken) },
  { naam: 'Vorm', cel: (m) => opsomming(m.vormen) },
  { naam: 'Waar staat het', cel: (m) => (m.plek ? <Artikellink plek={m.plek} /> : m.bron) },
  {
    naam: 'Instemming',
    cel: (m) => (
      <>
        {m.instemmingOp ? <Dag op={m.instemmingOp} stijl="kort" /> : 'niet bekend'}{' '}
        {m.fictief && <Label>Verzonnen</Label>}
      </>
    ),
  },
  {
    naam: 'Geldt',
    cel: (m) =>
      m.geldigVan === null ? null : (
        <>
          vanaf <Dag op={m.geldigVan} stijl="kort" />
          {m.tot && (
            <>
              {' '}
              tot <Dag op={m.tot} stijl="kort" />
            </>
          )}
        </>
      ),
  },
]

function Mandaten({ mandaten }: { mandaten: readonly Mandaatregel[] }): ReactNode {
  const groepen = [
    { kop: 'Mandaten volgens het convenant', rijen: mandaten.filter((m) => m.herkomst === 'convenant') },
    { kop: 'Mandaatbesluiten', rijen: mandaten.filter((m) => m.herkomst === 'vastgelegd') },
  ]
  return (
    <section aria-labelledby="mandaten">
      <h2 id="mandaten">Mandaten</h2>
      <p>
        Wie mandaat krijgt van een ander bestuursorgaan, moet daarmee instemmen (
        <a href="https://wetten.overheid.nl/BWBR0005537#Artikel10:4" target="_blank" rel="noreferrer">
          Awb artikel 10:4<span className="ams-visually-hidden"> (opent een nieuw tabblad)</span>
        </a>
        ). Zonder instemming is er geen mandaat.
      </p>
      {mandaten.length === 0 && <p className="leeg">Dit convenant geeft geen mandaat.</p>}
      {groepen
        .filter((g) => g.rijen.length > 0)
        .map((g) => (
          <div key={g.kop} className="mandaatgroep">
            <h3>{g.kop}</h3>
            <Tabel
              bijschrift={g.kop}
              kolommen={kolommen}
              rijen={g.rijen}
              sleutel={(m) => `${m.bron}${m.van.map((v) => v.slug).join()}${m.taken.join()}`}
            />
          </div>
        ))}
    </section>
  )
}

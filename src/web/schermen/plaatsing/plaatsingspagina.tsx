import { padnaam } from '../../../kern/padnaam.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Plaatsing } from '../../../domein/antwoorden.ts'
import { Bericht, Label } from '../../onderdelen/bericht.tsx'
import { Dag, voorVeld } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier } from '../../onderdelen/opdrachtformulier.tsx'
import { Pagina } from '../../onderdelen/pagina.tsx'
import { Paginaantwoord } from '../../onderdelen/paginaantwoord.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { useSessie, useVerversLijsten, vragen } from '../../verbinding/vragen.ts'
import { Blok, Regel } from '../zaak/oordelen.tsx'
import { Gebeurtenissen } from './gebeurtenissen.tsx'
import { opdrachtvormen } from './opdrachten.ts'

/** Someone on the waiting list: what is needed, how long it lasts, and what can be done. */
export function Plaatsingspagina(): ReactNode {
  const { id } = useParams({ from: '/schil/plaatsingen/$id' })
  return (
    <Paginaantwoord wat="deze plaatsing" vraag={useQuery(vragen.plaatsing(id))}>
      {(p) => <Scherm key={id} plaatsing={p} />}
    </Paginaantwoord>
  )
}

function Scherm({ plaatsing: p }: { plaatsing: Plaatsing }): ReactNode {
  return (
    <Pagina
      titel={`Plaatsing ${p.nummer}`}
      kop={
        <>
          <span className="voorkop" translate="no">
            {p.nummer}
          </span>
          <span translate="no">{p.naam}</span>
        </>
      }
      kruimels={[{ naam: 'Wachtlijst', naar: '/wachtlijst' }, { naam: p.nummer }]}
    >
      <dl className="kenmerken">
        <div>
          <dt>Stand</dt>
          <dd>{p.stapNaam}</dd>
        </div>
        <div>
          <dt>Product</dt>
          <dd>{p.productNaam}</dd>
        </div>
        <div>
          <dt>Wacht sinds</dt>
          <dd>
            <Dag op={p.sinds} /> ({p.dagenWachttijd === 1 ? '1 dag' : `${p.dagenWachttijd} dagen`})
          </dd>
        </div>
        <div>
          <dt>Herkomst</dt>
          <dd>{p.herkomst}</dd>
        </div>
        {p.spoed && (
          <div>
            <dt>Bijzonderheden</dt>
            <dd>
              <Label kleur="amber">Spoed</Label>
            </dd>
          </div>
        )}
      </dl>
      <div className="zaak">
        <div className="zaak__werk">
          <AanZet plaatsing={p} />
          <Taken plaatsing={p} />
          {p.geplaatst && (
            <Blok kop="Geplaatst">
              <Regel naam="Locatie" waarde={`${p.geplaatst.locatie}, ${p.geplaatst.gemeente}`} />
              <Regel naam="Aanbieder" waarde={p.geplaatst.aanbieder} />
              <Regel naam="Plek" waarde={p.geplaatst.plek} />
              <Regel naam="Vanaf" waarde={<Dag op={p.geplaatst.van} />} />
              {p.geplaatst.tot && <Regel naam="Tot" waarde={<Dag op={p.geplaatst.tot} />} />}
              <Regel naam="Waarom deze plek" waarde={p.geplaatst.motivering} />
            </Blok>
          )}
        </div>
        <div className="zaak__zij">
          <Blok kop="Nodig volgens het besluit">
            <Regel naam="Product" waarde={p.productNaam} />
            <Regel naam="Doelgroep" waarde={p.doelgroepNaam} />
            <Regel naam="Besluit van" waarde={<Dag op={p.besluitOp} />} />
            <Regel naam="Ingangsdatum" waarde={<Dag op={p.ingangsdatum} />} />
            <Regel naam="Einddatum" waarde={<Dag op={p.einddatum} />} />
            <Regel
              naam="Zaak"
              waarde={
                <Link to="/meldingen/$id" params={{ id: p.melding }}>
                  Open de melding
                </Link>
              }
            />
          </Blok>
          <Gebeurtenissen plaatsing={p} />
        </div>
      </div>
    </Pagina>
  )
}

function AanZet({ plaatsing: p }: { plaatsing: Plaatsing }): ReactNode {
  return (
    <section className={`aan-zet ${p.aanZet?.wij ? 'aan-zet--wij' : ''}`} aria-labelledby="aan-zet">
      <h2 id="aan-zet">
        {p.aanZet
          ? p.aanZet.wij
            ? `Jullie zijn aan zet: ${p.aanZet.taakNaam}`
            : `${p.aanZet.naam} is aan zet: ${p.aanZet.taakNaam}`
          : 'Niemand hoeft nu iets te doen'}
      </h2>
      {p.pauzeTot && (
        <p>
          Het wachten staat stil tot <Dag op={p.pauzeTot} />.
        </p>
      )}
      {p.aanZet && <Waarom uitkomst={p.aanZet.waarom} onderwerp="wie aan zet is" />}
    </section>
  )
}

function Taken({ plaatsing: p }: { plaatsing: Plaatsing }): ReactNode {
  const { vandaag } = useSessie()
  const client = useQueryClient()
  const ververs = useVerversLijsten()
  const [open, zetOpen] = useState<string>()
  const [gedaan, zetGedaan] = useState<string>()
  const vormen = opdrachtvormen(voorVeld(vandaag))
  const plaats = p.taken.find((t) => t.opdracht === 'plaats' && t.toestand === 'nu')
  const andere = p.taken.filter((t) => t.opdracht !== 'plaats' && t.toestand === 'nu' && t.magIk && vormen[t.opdracht])
  const vorm = open === undefined ? undefined : vormen[open]
  return (
    <section className="blok" aria-labelledby="taken">
      <h2 id="taken">Taken</h2>
      {gedaan && <Bericht soort="goed" kop={`Opgeslagen: ${gedaan}.`} rol="status" />}
      {plaats &&
        (plaats.magIk ? (
          <p className="knoppen">
            <Link
              className={`ams-button ams-button--${open ? 'secondary' : 'primary'}`}
              to="/plaatsingen/$id/plek-zoeken"
              params={{ id: p.id }}
            >
              Zoek een plek
            </Link>
          </p>
        ) : (
          <p className="taak__reden">{plaats.reden ?? `Een plek kiezen is een taak van ${plaats.wie}.`}</p>
        ))}
      {!plaats && andere.length === 0 && <p className="zacht">Er is hier nu niets te doen.</p>}
      {andere.length > 0 && (
        <ul className="bijwerk__knoppen">
          {andere.map((t) => (
            <li key={t.opdracht}>
              <button
                type="button"
                className="knoplink"
                aria-expanded={open === t.opdracht}
                onClick={() => zetOpen(open === t.opdracht ? undefined : t.opdracht)}
              >
                {t.naam}
              </button>
            </li>
          ))}
        </ul>
      )}
      {vorm && open && (
        <Opdrachtformulier<Plaatsing>
          key={open}
          titel={p.taken.find((t) => t.opdracht === open)?.naam ?? 'De taak die je begon'}
          pad={`/plaatsingen/${p.id}/opdrachten/${padnaam(open)}`}
          versie={p.versie}
          vorm={vorm}
          laadNieuw={() => client.invalidateQueries({ queryKey: ['plaatsing', p.id] })}
          sluit={() => zetOpen(undefined)}
          klaar={(nieuw) => {
            zetGedaan(p.taken.find((t) => t.opdracht === open)?.naam ?? 'de taak')
            zetOpen(undefined)
            client.setQueryData(['plaatsing', p.id], nieuw)
            ververs()
          }}
        />
      )}
    </section>
  )
}

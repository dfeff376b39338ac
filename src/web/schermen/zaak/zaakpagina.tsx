import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Zaak } from '../../../domein/antwoorden.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Bericht, Label } from '../../onderdelen/bericht.tsx'
import { Pagina } from '../../onderdelen/pagina.tsx'
import { Termijncel } from '../../onderdelen/termijn.tsx'
import { Paginaantwoord } from '../../onderdelen/paginaantwoord.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { useVerversLijsten, vragen } from '../../verbinding/vragen.ts'
import { Documenten } from './documenten.tsx'
import { Oordelen } from './oordelen.tsx'
import { Samenvatting } from './samenvatting.tsx'
import { Stappen } from './stappen.tsx'
import { Taken } from './taken.tsx'
import { Tijdlijn } from './tijdlijn.tsx'

/** One place where each party sees where the case stands, who must act, and why. */
export function Zaakpagina(): ReactNode {
  const { id } = useParams({ from: '/schil/meldingen/$id' })
  const vraag = useQuery(vragen.zaak(id))
  return (
    <Paginaantwoord wat="deze zaak" vraag={vraag}>
      {(zaak) => <Zaakscherm key={id} zaak={zaak} />}
    </Paginaantwoord>
  )
}

export type Zaakdeel = { zaak: Zaak; klaar: (nieuw: Zaak) => void; laadNieuw: () => Promise<unknown> }

function Zaakscherm({ zaak }: { zaak: Zaak }): ReactNode {
  const client = useQueryClient()
  const ververs = useVerversLijsten()
  const deel: Zaakdeel = {
    zaak,
    klaar: (nieuw) => {
      client.setQueryData(['zaak', zaak.id], nieuw)
      ververs()
    },
    laadNieuw: () => client.invalidateQueries({ queryKey: ['zaak', zaak.id] }),
  }
  return (
    <Pagina
      titel={`Zaak ${zaak.nummer}`}
      kop={
        <>
          <span className="voorkop" translate="no">
            {zaak.nummer}
          </span>
          <span translate="no">{zaak.persoon.naam}</span>
        </>
      }
      kruimels={[{ naam: 'Werklijst', naar: '/werklijst' }, { naam: zaak.nummer }]}
      acties={
        <Button variant="secondary" onClick={() => window.print()}>
          Afdrukken
        </Button>
      }
    >
      <Kenmerken zaak={zaak} />
      {zaak.letOp.length > 0 && (
        <Bericht soort="let-op">
          {zaak.letOp.length === 1 ? (
            <p>{zaak.letOp[0]}</p>
          ) : (
            <ul>
              {zaak.letOp.map((zin) => (
                <li key={zin}>{zin}</li>
              ))}
            </ul>
          )}
        </Bericht>
      )}
      <div className="zaak">
        <div className="zaak__werk">
          <AanZet zaak={zaak} />
          <Taken {...deel} />
          <Oordelen zaak={zaak} />
          <Samenvatting {...deel} />
          <Documenten {...deel} />
          <Tijdlijn {...deel} />
        </div>
        <div className="zaak__zij">
          <Stappen stappen={zaak.stappen} />
          <Termijnen zaak={zaak} />
        </div>
      </div>
    </Pagina>
  )
}

/** The identity bar: what you must know before you read on. */
function Kenmerken({ zaak }: { zaak: Zaak }): ReactNode {
  return (
    <dl className="kenmerken">
      <div>
        <dt>Stap</dt>
        <dd>{zaak.stapNaam}</dd>
      </div>
      <div>
        <dt>Soort</dt>
        <dd>{zaak.voorziening === 'bw' ? 'Beschermd wonen' : 'Maatschappelijke opvang'}</dd>
      </div>
      <div>
        <dt>Woonplaats</dt>
        <dd>{zaak.woonplaats}</dd>
      </div>
      <div>
        <dt>Behandelaar</dt>
        <dd translate="no">{zaak.behandelaar?.naam ?? 'nog niemand'}</dd>
      </div>
      {(zaak.spoed || zaak.persoon.tolk) && (
        <div>
          <dt>Bijzonderheden</dt>
          <dd className="labels">
            {zaak.spoed && <Label kleur="amber">Spoed</Label>}
            {zaak.persoon.tolk && <Label>Tolk</Label>}
          </dd>
        </div>
      )}
    </dl>
  )
}

function AanZet({ zaak }: { zaak: Zaak }): ReactNode {
  return (
    <section className={`aan-zet ${zaak.aanZet?.wij ? 'aan-zet--wij' : ''}`} aria-labelledby="aan-zet">
      <h2 id="aan-zet">
        {zaak.aanZet
          ? zaak.aanZet.wij
            ? `Jullie zijn aan zet: ${zaak.aanZet.taakNaam}`
            : `${zaak.aanZet.naam} is aan zet: ${zaak.aanZet.taakNaam}`
          : 'Niemand hoeft nu iets te doen'}
      </h2>
      {zaak.aanZet && <Waarom uitkomst={zaak.aanZet.waarom} onderwerp="wie aan zet is" />}
      {zaak.plaatsing && (
        <p>
          De plaatsing: {zaak.plaatsing.stapNaam.toLowerCase()}.{' '}
          <Link to="/plaatsingen/$id" params={{ id: zaak.plaatsing.id }}>
            Open de plaatsing
          </Link>
        </p>
      )}
    </section>
  )
}

function Termijnen({ zaak }: { zaak: Zaak }): ReactNode {
  return (
    <section className="blok" aria-labelledby="termijnen">
      <h2 id="termijnen">Termijnen</h2>
      {zaak.termijnen.length === 0 && <p className="zacht">Er loopt nu geen termijn.</p>}
      <ul className="termijnen">
        {zaak.termijnen.map((t) => (
          <li key={t.code}>
            <Termijncel termijn={t} metNaam />
            <Waarom
              uitkomst={t.waarom}
              onderwerp={t.naam}
              gegevens={t.gegevens}
              verandert={t.verandert}
              extra={
                t.gegevens.length > 0 && (
                  <p>
                    Klopt een gegeven niet? <a href="#tijdlijn">Verbeter het in de tijdlijn</a>.
                  </p>
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

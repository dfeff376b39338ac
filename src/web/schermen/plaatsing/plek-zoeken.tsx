import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent, type ReactNode } from 'react'
import { leesDatum } from '../../../kern/datum.ts'
import type { Past, Plaatsing, Plekkeuze, Plekvoorstel } from '../../../domein/antwoorden.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Dag, voorVeld } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier } from '../../onderdelen/opdrachtformulier.tsx'
import { Pagina } from '../../onderdelen/pagina.tsx'
import { Paginaantwoord } from '../../onderdelen/paginaantwoord.tsx'
import { Antwoord } from '../../onderdelen/toestand.tsx'
import { useSessie, useVerversLijsten, vragen } from '../../verbinding/vragen.ts'
import { plaatsvorm } from './opdrachten.ts'

/** Choosing a place: what fits, what nearly fits and what does not, each with its reasons. */
export function PlekZoeken(): ReactNode {
  const { id } = useParams({ from: '/schil/plaatsingen/$id/plek-zoeken' })
  return (
    <Paginaantwoord wat="deze plaatsing" vraag={useQuery(vragen.plaatsing(id))}>
      {(p) => <Zoeken plaatsing={p} />}
    </Paginaantwoord>
  )
}

function Zoeken({ plaatsing: p }: { plaatsing: Plaatsing }): ReactNode {
  const { vandaag } = useSessie()
  const zoek = useSearch({ from: '/schil/plaatsingen/$id/plek-zoeken' })
  // An address can be typed over: what is no day in it asks for nothing.
  const gevraagd = leesDatum(zoek.van ?? '')
  const van = 'datum' in gevraagd ? gevraagd.datum.toString() : vanaf(p.ingangsdatum, vandaag)
  const vraag = useQuery({ ...vragen.plekken(p.id, van), placeholderData: (vorige) => vorige })
  return (
    <Pagina
      titel={`Plek zoeken voor ${p.nummer}`}
      kop={
        <>
          <span className="voorkop" translate="no">
            {p.nummer}, {p.naam}
          </span>
          Plek zoeken
        </>
      }
      kruimels={[
        { naam: 'Wachtlijst', naar: '/wachtlijst' },
        { naam: p.nummer, naar: `/plaatsingen/${p.id}` },
        { naam: 'Plek zoeken' },
      ]}
    >
      <div className="nodig">
        <p>
          Nodig volgens het besluit van <Dag op={p.besluitOp} />: <strong>{p.productNaam}</strong>, {p.doelgroepNaam},
          van <Dag op={p.ingangsdatum} /> tot <Dag op={p.einddatum} />. Herkomst: {p.herkomst}.
        </p>
        <Vanaf key={van} id={p.id} van={van} />
      </div>
      <Antwoord vraag={vraag}>{(keuze) => <Keuze keuze={keuze} plaatsing={p} van={van} />}</Antwoord>
    </Pagina>
  )
}

const vanaf = (ingang: string, vandaag: string): string => (ingang > vandaag ? ingang : vandaag)

function Vanaf({ id, van }: { id: string; van: string }): ReactNode {
  const ga = useNavigate()
  const [tekst, zetTekst] = useState(voorVeld(van))
  const [fout, zetFout] = useState('')
  const zoek = (e: FormEvent) => {
    e.preventDefault()
    const gelezen = leesDatum(tekst)
    if (!('datum' in gelezen)) return zetFout('Vul de datum in als dag, maand en jaar, bijvoorbeeld 3 11 2026.')
    zetFout('')
    void ga({ to: '/plaatsingen/$id/plek-zoeken', params: { id }, search: { van: gelezen.datum.toString() } })
  }
  return (
    <form className="filters" onSubmit={zoek} noValidate>
      <div className="filters__veld">
        <label htmlFor="vanaf">Vrij vanaf</label>
        {fout && (
          <p className="foutregel" id="vanaf-fout" role="alert">
            {fout}
          </p>
        )}
        <input
          id="vanaf"
          className="ams-text-input"
          size={16}
          value={tekst}
          autoComplete="off"
          aria-invalid={fout ? true : undefined}
          aria-describedby={fout ? 'vanaf-fout' : undefined}
          onChange={(e) => zetTekst(e.target.value)}
        />
      </div>
      <Button type="submit" variant="secondary">
        Zoek opnieuw
      </Button>
    </form>
  )
}

function Keuze({ keuze, plaatsing, van }: { keuze: Plekkeuze; plaatsing: Plaatsing; van: string }): ReactNode {
  const deel = { plaatsing, van }
  return (
    <>
      <p className="volgorde">
        <strong>Volgorde:</strong> {keuze.volgorde}
      </p>
      <section aria-labelledby="past">
        <h2 id="past" className="tussenkop">
          Past ({keuze.past.length})
        </h2>
        {keuze.past.length === 0 && (
          <p className="leeg">
            Er is nu geen passende plek. Kies een andere datum, of laat de cliënt op de wachtlijst staan.
          </p>
        )}
        <Voorstellen {...deel} rijen={keuze.past} />
      </section>
      <details className="groep">
        <summary>Past bijna ({keuze.bijna.length}): één punt past niet</summary>
        <Voorstellen {...deel} rijen={keuze.bijna} />
      </details>
      <details className="groep">
        <summary>
          Past niet ({keuze.niet.aantal})
          {keuze.niet.redenen.length > 0 && `: ${keuze.niet.redenen.map((r) => `${r.zin} ${r.aantal}`).join(', ')}`}
        </summary>
        <Voorstellen {...deel} rijen={keuze.niet.rijen} />
      </details>
      <p>
        Geen passende plek?{' '}
        <Link to="/plaatsingen/$id" params={{ id: plaatsing.id }}>
          Laat de cliënt op de wachtlijst staan
        </Link>
        .
      </p>
    </>
  )
}

const teken: Record<Past, string> = { ja: '✓', nee: '✗', onbekend: '?' }
const woord: Record<Past, string> = { ja: 'past', nee: 'past niet', onbekend: 'niet bekend' }

function Voorstellen({
  rijen,
  plaatsing,
  van,
}: {
  rijen: readonly Plekvoorstel[]
  plaatsing: Plaatsing
  van: string
}): ReactNode {
  const [gekozen, zetGekozen] = useState<string>()
  return (
    <ul className="voorstellen">
      {rijen.map((v) => {
        const sleutel = `${v.locatie}${v.plek ?? ''}`
        return (
          <li key={sleutel} className={`voorstel voorstel--${v.groep}`}>
            <div className="voorstel__kop">
              <h3 translate="no">
                {v.naam}, {v.gemeente}
              </h3>
              <p className="voorstel__vrij">
                {v.vrij > 0 ? `${v.vrij} van ${v.plekken} vrij` : `vol, ${v.plekken} plekken`}
                {v.vrijVanaf && (
                  <>
                    , vanaf <Dag op={v.vrijVanaf} />
                  </>
                )}
              </p>
            </div>
            <p className="zacht" translate="no">
              {v.aanbieder}
            </p>
            <ul className="criteria">
              {v.criteria.map((c) => (
                <li key={c.naam} className={`criterium criterium--${c.past}`}>
                  <span className="criterium__teken" aria-hidden="true">
                    {teken[c.past]}
                  </span>{' '}
                  <strong>{c.naam}</strong> {woord[c.past]}
                  <span className="criterium__zin">{c.zin}</span>
                </li>
              ))}
            </ul>
            {v.plek && v.groep !== 'niet' && gekozen !== sleutel && (
              <Button variant="secondary" onClick={() => zetGekozen(sleutel)}>
                Kies deze plek<span className="ams-visually-hidden"> bij {v.naam}</span>
              </Button>
            )}
            {v.plek && gekozen === sleutel && (
              <Plaatsen plaatsing={plaatsing} plek={v.plek} van={van} sluit={() => zetGekozen(undefined)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Plaatsen(p: { plaatsing: Plaatsing; plek: string; van: string; sluit: () => void }): ReactNode {
  const { vandaag } = useSessie()
  const client = useQueryClient()
  const ververs = useVerversLijsten()
  const ga = useNavigate()
  return (
    <Opdrachtformulier<Plaatsing>
      titel="Plaatsen"
      pad={`/plaatsingen/${p.plaatsing.id}/opdrachten/plaats`}
      versie={p.plaatsing.versie}
      vorm={plaatsvorm({ van: voorVeld(p.van), akkoordOp: voorVeld(vandaag) })}
      vast={{ plek: p.plek }}
      laadNieuw={() => client.invalidateQueries({ queryKey: ['plaatsing', p.plaatsing.id] })}
      sluit={p.sluit}
      klaar={(nieuw) => {
        client.setQueryData(['plaatsing', nieuw.id], nieuw)
        ververs()
        void ga({ to: '/plaatsingen/$id', params: { id: nieuw.id } })
      }}
    />
  )
}

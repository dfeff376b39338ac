import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Tijdlijnregel, Zaak } from '../../../domein/antwoorden.ts'
import { Bericht, Label } from '../../onderdelen/bericht.tsx'
import { Opdrachtformulier } from '../../onderdelen/opdrachtformulier.tsx'
import { Dag, tijdstip } from '../../onderdelen/datum.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { correctievorm } from './correctievormen.ts'
import { gevolg, Teruggenomen, Terugnemen } from './terugnemen.tsx'
import type { Zaakdeel } from './zaakpagina.tsx'

const groepen = {
  alles: 'Alles',
  stap: 'Stappen',
  besluit: 'Besluiten',
  contact: 'Contact',
  bericht: 'Berichten',
} as const
type Groep = keyof typeof groepen

/** Everything that happened, newest first; a mistaken entry can be repaired here. */
export function Tijdlijn(deel: Zaakdeel): ReactNode {
  const [groep, zetGroep] = useState<Groep>('alles')
  const [gedaan, zetGedaan] = useState<{ stap: string; versie: number }>()
  const melding = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (gedaan) melding.current?.focus()
  }, [gedaan])
  const regels = [...deel.zaak.tijdlijn]
    .sort((a, b) => b.nummer - a.nummer)
    .filter((r) => groep === 'alles' || r.groep === groep)
  return (
    <section className="blok" aria-labelledby="tijdlijn" tabIndex={-1}>
      <div className="blok__kop">
        <h2 id="tijdlijn">Tijdlijn</h2>
        <div className="tijdlijn__filter niet-afdrukken">
          <label htmlFor="tijdlijn-filter">Toon</label>
          <select
            id="tijdlijn-filter"
            className="ams-select"
            value={groep}
            onChange={(e) => zetGroep(e.target.value as Groep)}
          >
            {Object.entries(groepen).map(([code, naam]) => (
              <option key={code} value={code}>
                {naam}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="zacht">Nieuwste eerst.</p>
      <div ref={melding} tabIndex={-1}>
        {gedaan && gedaan.versie === deel.zaak.versie && (
          <Bericht soort="goed" kop={`Teruggenomen: ${gedaan.stap}.`} rol="status">
            <p>
              De stap staat weer bij de <a href="#taken">taken</a>.
            </p>
          </Bericht>
        )}
      </div>
      {regels.length === 0 && <p className="leeg">Hier staat nog niets bij deze keuze.</p>}
      <ol className="tijdlijn">
        {regels.map((r) => (
          <Regel key={r.nummer} regel={r} deel={deel} gedaan={zetGedaan} />
        ))}
      </ol>
    </section>
  )
}

type Gedaan = (gedaan: { stap: string; versie: number }) => void

function Regel({ regel: r, deel, gedaan }: { regel: Tijdlijnregel; deel: Zaakdeel; gedaan: Gedaan }): ReactNode {
  const [verbeter, zetVerbeter] = useState<string>()
  const veld = r.corrigeerbaar.find((c) => c.veld === verbeter)
  // An open form stays when the case moved on meanwhile: what was typed is not lost.
  const magVerbeteren = veld !== undefined || deel.zaak.taken.some((t) => t.opdracht === 'corrigeer' && t.magIk)
  return (
    <li className={r.gecorrigeerd || r.teruggenomen ? 'tijdlijn__oud' : undefined}>
      <p className="tijdlijn__zin">
        {r.zin} {r.gecorrigeerd && <Label>later verbeterd</Label>}
        {r.teruggenomen && <Label>teruggenomen</Label>}
      </p>
      <p className="tijdlijn__wie">
        {tijdstip(r.opgenomen)}
        {!r.opgenomen.startsWith(r.op) && (
          <>
            {' '}
            (geldt vanaf <Dag op={r.op} />)
          </>
        )}
        , door <span translate="no">{r.wie}</span>
        {r.organisatie && r.organisatie !== r.wie && <>, {r.organisatie}</>}
      </p>
      {r.teruggenomen && <Teruggenomen door={r.teruggenomen} />}
      {r.details.length > 0 && (
        <dl className="lijst lijst--dicht">
          {r.details.map((d) => (
            <div key={d.label}>
              <dt>{d.label}</dt>
              <dd className="tekst">{d.tekst}</dd>
            </div>
          ))}
        </dl>
      )}
      {r.waarom && <Waarom uitkomst={r.waarom} onderwerp={r.zin} />}
      {magVerbeteren && r.corrigeerbaar.length > 0 && (
        <div className="niet-afdrukken">
          <details className="verbeter" open={verbeter !== undefined || undefined}>
            <summary>Klopt dit niet?</summary>
            <ul>
              {r.corrigeerbaar.map((c) => (
                <li key={c.veld}>
                  <button
                    type="button"
                    className="knoplink"
                    aria-expanded={verbeter === c.veld}
                    onClick={() => zetVerbeter(verbeter === c.veld ? undefined : c.veld)}
                  >
                    Verbeter: {c.label}
                  </button>
                </li>
              ))}
            </ul>
          </details>
          {veld && (
            <Opdrachtformulier<Zaak>
              key={veld.veld}
              titel={`Verbeter: ${veld.label}`}
              pad={`/meldingen/${deel.zaak.id}/opdrachten/corrigeer`}
              versie={deel.zaak.versie}
              vorm={correctievorm(veld)}
              vast={{ gebeurtenis: r.nummer, veld: veld.veld }}
              hoofd={false}
              laadNieuw={deel.laadNieuw}
              sluit={() => zetVerbeter(undefined)}
              klaar={(nieuw) => {
                zetVerbeter(undefined)
                deel.klaar(nieuw)
              }}
            />
          )}
        </div>
      )}
      <Terugnemen<Zaak>
        regel={r}
        pad={`/meldingen/${deel.zaak.id}`}
        versie={deel.zaak.versie}
        erbij={gevolg(r.soort, deel.zaak)}
        laadNieuw={deel.laadNieuw}
        klaar={(nieuw, stap) => {
          gedaan({ stap, versie: nieuw.versie })
          deel.klaar(nieuw)
        }}
      />
    </li>
  )
}

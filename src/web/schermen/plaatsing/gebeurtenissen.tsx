import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Plaatsing, Tijdlijnregel } from '../../../domein/antwoorden.ts'
import { Bericht, Label } from '../../onderdelen/bericht.tsx'
import { tijdstip } from '../../onderdelen/datum.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { useVerversLijsten } from '../../verbinding/vragen.ts'
import { Teruggenomen, Terugnemen } from '../zaak/terugnemen.tsx'

/** What follows from taking back a step of a placing. */
const gevolgen: Record<string, string> = {
  geplaatst: 'De plek is weer vrij en de cliënt staat weer op dezelfde plaats op de wachtlijst.',
  vertrokken: 'De cliënt woont dan nog op deze plek. Dat kan alleen als er niemand anders is gaan wonen.',
  vanLijstGehaald: 'De cliënt staat weer op dezelfde plaats op de wachtlijst.',
}

/** What happened with a placement, newest first. */
export function Gebeurtenissen({ plaatsing: p }: { plaatsing: Plaatsing }): ReactNode {
  const regels: readonly Tijdlijnregel[] = p.tijdlijn
  const client = useQueryClient()
  const ververs = useVerversLijsten()
  const [gedaan, zetGedaan] = useState<{ stap: string; versie: number }>()
  const melding = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (gedaan) melding.current?.focus()
  }, [gedaan])
  if (regels.length === 0) return null
  return (
    <section className="blok" aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">Tijdlijn</h2>
      <p className="zacht">Nieuwste eerst.</p>
      <div ref={melding} tabIndex={-1}>
        {gedaan?.versie === p.versie && <Bericht soort="goed" kop={`Teruggenomen: ${gedaan.stap}.`} rol="status" />}
      </div>
      <ol className="tijdlijn">
        {[...regels]
          .sort((a, b) => b.nummer - a.nummer)
          .map((r) => (
            <li key={r.nummer} className={r.teruggenomen ? 'tijdlijn__oud' : undefined}>
              <p className="tijdlijn__zin">
                {r.zin} {r.teruggenomen && <Label>teruggenomen</Label>}
              </p>
              <p className="tijdlijn__wie">
                {tijdstip(r.opgenomen)}, door <span translate="no">{r.wie}</span>
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
              <Terugnemen<Plaatsing>
                regel={r}
                pad={`/plaatsingen/${p.id}`}
                versie={p.versie}
                erbij={gevolgen[r.soort] ?? ''}
                laadNieuw={() => client.invalidateQueries({ queryKey: ['plaatsing', p.id] })}
                klaar={(nieuw, stap) => {
                  zetGedaan({ stap, versie: nieuw.versie })
                  client.setQueryData(['plaatsing', p.id], nieuw)
                  ververs()
                }}
              />
            </li>
          ))}
      </ol>
    </section>
  )
}

import { useState, type ReactNode } from 'react'
import type { Tijdlijnregel, Zaak } from '../../../domein/antwoorden.ts'
import { neemTerug } from '../../../domein/toegang/melding.schema.ts'
import { padnaam } from '../../../kern/padnaam.ts'
import { tijdstip } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { waaromFout } from './correctievormen.ts'

/** What else follows from taking this step of a case back, for whoever is about to. */
export function gevolg(soort: string, zaak: Pick<Zaak, 'stap'>): string {
  if (zaak.stap === 'gesloten') return 'De zaak gaat weer open.'
  if (soort === 'adviesUitgebracht' || soort === 'aanvraagOntvangen')
    return 'Kreeg een andere gemeente door deze stap toegang tot de zaak? Dan stopt die toegang meteen.'
  if (soort === 'besluitGenomen')
    return 'Het besluit is nog niet bekendgemaakt en werkt dus nog niet. Daarom mag je het ook terugnemen als je anders wilt besluiten.'
  return ''
}

const vorm = (soort: string, erbij: string): Opdrachtvorm => ({
  knop: 'Neem de stap terug',
  schema: neemTerug.pick({ reden: true }),
  uitleg: [
    'Dit is voor een vergissing: de stap is niet gezet, of er staat iets verkeerds in. De stap staat daarna weer bij de taken. In de tijdlijn blijft te zien wat er fout stond, met jouw reden.',
    erbij,
    soort === 'besluitGenomen' ? '' : 'Is er later iets veranderd? Leg dat dan vast en neem de stap niet terug.',
  ]
    .filter(Boolean)
    .join(' '),
  velden: [waaromFout],
})

/** At the last step of a case or placing: take it back, or read who can. `pad` is that of the case. */
// The caller says which case comes back: the address of the command decides it.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function Terugnemen<T extends { versie: number }>({
  regel,
  pad,
  ...p
}: {
  regel: Tijdlijnregel
  pad: string
  versie: number
  /** What else follows from it. */
  erbij: string
  laadNieuw: () => Promise<unknown>
  klaar: (nieuw: T, stap: string) => void
}): ReactNode {
  const [open, zetOpen] = useState(false)
  const { terugTeNemen } = regel
  // An open form stays when the case moved on meanwhile: what was typed is not lost.
  if (!terugTeNemen && !open) return null
  return (
    <div className="niet-afdrukken">
      {terugTeNemen && (
        <details className="verbeter" open={open || undefined}>
          <summary>Klopt deze stap niet?</summary>
          {terugTeNemen.reden === null ? (
            <button type="button" className="knoplink" aria-expanded={open} onClick={() => zetOpen(!open)}>
              Neem terug: {terugTeNemen.stap}
            </button>
          ) : (
            <p>{terugTeNemen.reden}</p>
          )}
        </details>
      )}
      {open && (
        <Opdrachtformulier<T>
          titel={`Neem terug: ${terugTeNemen?.stap ?? 'deze stap'}`}
          pad={`${pad}/opdrachten/${padnaam('neemTerug')}`}
          versie={p.versie}
          vorm={vorm(regel.soort, p.erbij)}
          vast={{ gebeurtenis: regel.nummer }}
          hoofd={false}
          laadNieuw={p.laadNieuw}
          sluit={() => zetOpen(false)}
          klaar={(nieuw) => {
            zetOpen(false)
            p.klaar(nieuw, terugTeNemen?.stap ?? 'de stap')
          }}
        />
      )}
    </div>
  )
}

/** Who took this step back, when and why: beside the entry that was wrong. */
export function Teruggenomen({ door }: { door: NonNullable<Tijdlijnregel['teruggenomen']> }): ReactNode {
  return (
    <p className="tijdlijn__wie">
      Teruggenomen op {tijdstip(door.opgenomen)} door <span translate="no">{door.wie}</span>
      {door.organisatie && door.organisatie !== door.wie && <>, {door.organisatie}</>}
      {door.reden && <>. Reden: {door.reden}</>}
    </p>
  )
}

import { useState, type ReactNode } from 'react'
import type { Tijdlijnregel, Zaak } from '../../../domein/antwoorden.ts'
import { neemTerug } from '../../../domein/toegang/melding.schema.ts'
import { padnaam } from '../../../kern/padnaam.ts'
import { tijdstip } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { waaromFout } from './correctievormen.ts'
import type { Zaakdeel } from './zaakpagina.tsx'

const OPDRACHT = 'neemTerug'

/** What else follows from taking this step back, for whoever is about to. */
function gevolg(soort: string, gesloten: boolean): string {
  if (gesloten) return 'De zaak gaat weer open.'
  if (soort === 'adviesUitgebracht' || soort === 'aanvraagOntvangen')
    return 'Kreeg een andere gemeente door deze stap toegang tot de zaak? Dan stopt die toegang meteen.'
  if (soort === 'besluitGenomen')
    return 'Het besluit is nog niet bekendgemaakt en werkt dus nog niet. Daarom mag je het ook terugnemen als je anders wilt besluiten.'
  return ''
}

const vorm = (r: Tijdlijnregel, zaak: Zaak): Opdrachtvorm => ({
  knop: 'Neem de stap terug',
  schema: neemTerug.pick({ reden: true }),
  uitleg: [
    'Dit is voor een vergissing: de stap is niet gezet, of er staat iets verkeerds in. De stap staat daarna weer bij de taken. In de tijdlijn blijft te zien wat er fout stond, met jouw reden.',
    gevolg(r.soort, zaak.stap === 'gesloten'),
    r.soort === 'besluitGenomen' ? '' : 'Is er later iets veranderd? Leg dat dan vast en neem de stap niet terug.',
  ]
    .filter(Boolean)
    .join(' '),
  velden: [waaromFout],
})

/** At the last step of the case: take it back, or read who can. */
export function Terugnemen({
  regel,
  deel,
  gedaan,
}: {
  regel: Tijdlijnregel
  deel: Zaakdeel
  gedaan: (stap: string) => void
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
        <Opdrachtformulier<Zaak>
          titel={`Neem terug: ${terugTeNemen?.stap ?? 'deze stap'}`}
          pad={`/meldingen/${deel.zaak.id}/opdrachten/${padnaam(OPDRACHT)}`}
          versie={deel.zaak.versie}
          vorm={vorm(regel, deel.zaak)}
          vast={{ gebeurtenis: regel.nummer }}
          hoofd={false}
          laadNieuw={deel.laadNieuw}
          sluit={() => zetOpen(false)}
          klaar={(nieuw) => {
            zetOpen(false)
            gedaan(terugTeNemen?.stap ?? 'de stap')
            deel.klaar(nieuw)
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

import type { ReactNode } from 'react'
import type { Sessie } from '../../domein/antwoorden.ts'
import { Waarom } from '../onderdelen/waarom.tsx'

/** What everyone must know on every screen: the demonstration is filling up, or no covenant is in force. */
export function Meldingen({ sessie }: { sessie: Sessie }): ReactNode {
  const { zaaien, convenant } = sessie
  return (
    <>
      {convenant.versie === null && (
        <section className="streep streep--let-op" aria-label="Let op: convenant">
          <div className="streep__binnen">
            <p>
              <strong>Vandaag geldt er geen vastgesteld convenant.</strong> Wie aan zet is, volgt nu uit de wet.
            </p>
            <Waarom
              uitkomst={convenant.looptijd}
              onderwerp="de looptijd van het convenant"
              gegevens={[{ label: 'vandaag', waarde: sessie.vandaag }]}
              verandert={['Een besluit van de partijen om het convenant te verlengen, of een nieuw convenant.']}
            />
          </div>
        </section>
      )}
      {zaaien?.bezig && (
        <output className="streep">
          <span className="streep__binnen">
            Voorbeeldgegevens: {zaaien.klaar} van {zaaien.totaal}. Je kunt al beginnen.
          </span>
        </output>
      )}
    </>
  )
}

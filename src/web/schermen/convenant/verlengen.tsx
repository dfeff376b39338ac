import { useState, type ReactNode } from 'react'
import { legVerlengingVast } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { opdrachtpad, useNieuwBeeld } from './vastleggen.ts'

const vorm: Opdrachtvorm = {
  knop: 'Leg de verlenging vast',
  schema: legVerlengingVast.omit({ versie: true }),
  velden: [
    { soort: 'datum', pad: 'besloten', label: 'Op welke dag is dit besloten?', naam: 'de dag van het besluit' },
    {
      soort: 'tekst',
      pad: 'door',
      label: 'Wie besloot dit?',
      hint: 'Bijvoorbeeld: het bestuurlijk overleg.',
      breedte: 50,
    },
    {
      soort: 'datum',
      pad: 'tot',
      label: 'Tot welke dag geldt het convenant?',
      hint: 'Vul de eerste dag in waarop het niet meer geldt.',
      naam: 'de eerste dag na de verlenging',
    },
    {
      soort: 'verhaal',
      pad: 'tekst',
      label: 'Tekst van het besluit, of waar die staat',
      regels: 3,
      optioneel: true,
    },
  ],
}

/** Records that the parties extended the covenant. */
export function Verlengknop({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  const [open, zetOpen] = useState(false)
  const { klaar, laadNieuw } = useNieuwBeeld(beeld)
  if (!open)
    return (
      <div className="niet-afdrukken">
        <Button variant="secondary" onClick={() => zetOpen(true)}>
          Leg een verlenging vast
        </Button>
      </div>
    )
  return (
    <div className="niet-afdrukken">
      <Opdrachtformulier<Convenantbeeld>
        titel="Leg een verlenging vast"
        pad={opdrachtpad(beeld, 'leg-verlenging-vast')}
        versie={beeld.versie}
        vorm={vorm}
        vast={{ versie: beeld.ingang }}
        laadNieuw={laadNieuw}
        sluit={() => zetOpen(false)}
        klaar={() => {
          void klaar().then(() => zetOpen(false))
        }}
      />
    </div>
  )
}

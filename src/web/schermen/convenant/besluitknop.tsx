import { useMemo, useState, type ReactNode } from 'react'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import type { Veld } from '../../formulier/veld.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { opdrachtpad, useNieuwBeeld } from './vastleggen.ts'

type Besluitknopprops = {
  beeld: Convenantbeeld
  titel: string
  opdracht: string
  /** Asked for when the form opens: what it is made of may be a long list. */
  vorm: (beeld: Convenantbeeld) => Opdrachtvorm
}

/** A button that opens the form of a decision about the version on the screen, and closes it once it is recorded. */
export function Besluitknop({ beeld, titel, opdracht, vorm }: Besluitknopprops): ReactNode {
  const [open, zetOpen] = useState(false)
  const { klaar, laadNieuw } = useNieuwBeeld(beeld)
  const gevraagd = useMemo(() => (open ? vorm(beeld) : undefined), [open, vorm, beeld])
  return (
    <div className="niet-afdrukken">
      {gevraagd ? (
        <Opdrachtformulier<Convenantbeeld>
          titel={titel}
          pad={opdrachtpad(beeld, opdracht)}
          versie={beeld.versie}
          vorm={gevraagd}
          vast={{ versie: beeld.ingang }}
          laadNieuw={laadNieuw}
          sluit={() => zetOpen(false)}
          klaar={() => {
            void klaar().then(() => zetOpen(false))
          }}
        />
      ) : (
        <Button variant="secondary" onClick={() => zetOpen(true)}>
          {titel}
        </Button>
      )}
    </div>
  )
}

/** What every decision begins with: its day, and who took it. */
export const besluitvelden = (voorbeeld = 'het bestuurlijk overleg'): [Veld, Veld] => [
  { soort: 'datum', pad: 'besloten', label: 'Op welke dag is dit besloten?', naam: 'de dag van het besluit' },
  { soort: 'tekst', pad: 'door', label: 'Wie besloot dit?', hint: `Bijvoorbeeld: ${voorbeeld}.`, breedte: 50 },
]

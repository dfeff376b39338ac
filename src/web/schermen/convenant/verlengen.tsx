import type { ReactNode } from 'react'
import { legVerlengingVast } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import type { Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { Besluitknop, besluitvelden } from './besluitknop.tsx'

const vorm = (): Opdrachtvorm => ({
  knop: 'Leg de verlenging vast',
  schema: legVerlengingVast.omit({ versie: true }),
  velden: [
    ...besluitvelden(),
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
})

/** Records that the parties extended the covenant. */
export const Verlengknop = ({ beeld }: { beeld: Convenantbeeld }): ReactNode => (
  <Besluitknop beeld={beeld} titel="Leg een verlenging vast" opdracht="leg-verlenging-vast" vorm={vorm} />
)

import { useState, type ReactNode } from 'react'
import { trekBesluitIn } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { opdrachtpad, useNieuwBeeld } from './vastleggen.ts'

/** Names a decision or a piece of evidence as a mistake: it stays to be seen, but no longer counts (D7). */
export function Intrekken(p: {
  beeld: Convenantbeeld
  wat: 'besluit' | 'bewijs'
  id: string
  /** What is withdrawn, for who only hears the button. */
  zin: string
}): ReactNode {
  const [open, zetOpen] = useState(false)
  const { klaar, laadNieuw } = useNieuwBeeld(p.beeld)
  const titel = `Trek dit ${p.wat} in`
  if (!open)
    return (
      <button type="button" className="knoplink niet-afdrukken" onClick={() => zetOpen(true)}>
        {titel}
        <span className="ams-visually-hidden">: {p.zin}</span>
      </button>
    )
  return (
    <div className="niet-afdrukken">
      <Opdrachtformulier<Convenantbeeld>
        titel={titel}
        pad={opdrachtpad(p.beeld, `trek-${p.wat}-in`)}
        versie={p.beeld.versie}
        vorm={vorm(p.wat)}
        vast={{ [p.wat]: p.id }}
        hoofd={false}
        laadNieuw={laadNieuw}
        sluit={() => zetOpen(false)}
        klaar={() => {
          void klaar().then(() => zetOpen(false))
        }}
      />
    </div>
  )
}

const vorm = (wat: string): Opdrachtvorm => ({
  knop: `Trek het ${wat} in`,
  uitleg: `Doe dit alleen als het een vergissing was. Het ${wat} telt dan niet meer mee.`,
  schema: trekBesluitIn.pick({ reden: true }),
  velden: [{ soort: 'verhaal', pad: 'reden', label: 'Waarom trek je het in?', regels: 3 }],
})

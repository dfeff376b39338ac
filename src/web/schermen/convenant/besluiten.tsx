import { useState, type ReactNode } from 'react'
import { trekBesluitIn } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Besluitregel, Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { Verlengknop } from './verlengen.tsx'
import { opdrachtpad, useNieuwBeeld } from './vastleggen.ts'

/** Extensions, readings and tariffs that were decided: who, when, and whether it is invented for the demonstration. */
export function Besluiten({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  return (
    <section aria-labelledby="besluiten">
      <h2 id="besluiten">Besluiten</h2>
      {beeld.besluiten.length === 0 && <p className="leeg">Er zijn nog geen besluiten vastgelegd.</p>}
      <ul className="besluiten">
        {beeld.besluiten.map((b) => (
          <li key={b.id} className="blok">
            <Besluit besluit={b} beeld={beeld} />
          </li>
        ))}
      </ul>
      {beeld.magVastleggen && <Verlengknop beeld={beeld} />}
    </section>
  )
}

function Besluit({ besluit: b, beeld }: { besluit: Besluitregel; beeld: Convenantbeeld }): ReactNode {
  const [open, zetOpen] = useState(false)
  const { klaar, laadNieuw } = useNieuwBeeld(beeld)
  const magIntrekken = beeld.magVastleggen && b.vastgelegd !== null && b.ingetrokken === null
  return (
    <>
      <div className="bepaling__kop">
        <h3 className={b.ingetrokken ? 'besluit__oud' : undefined}>{b.zin}</h3>
        {b.fictief && <Label>Verzonnen voor de demonstratie</Label>}
        {b.ingetrokken && <Label kleur="rood">Ingetrokken</Label>}
      </div>
      <p>
        Besloten op <Dag op={b.besloten} /> door {b.door}.
        {b.vastgelegd && (
          <span className="zacht">
            {' '}
            Vastgelegd op <Dag op={b.vastgelegd.op} /> door <span translate="no">{b.vastgelegd.door}</span>.
          </span>
        )}
      </p>
      {b.tekst && b.tekst !== b.zin && <p className="tekst">{b.tekst}</p>}
      {b.ingetrokken && (
        <p>
          Ingetrokken op <Dag op={b.ingetrokken.op} /> door <span translate="no">{b.ingetrokken.door}</span>. Reden:{' '}
          {b.ingetrokken.reden}
        </p>
      )}
      {magIntrekken && !open && (
        <button type="button" className="knoplink niet-afdrukken" onClick={() => zetOpen(true)}>
          Trek dit besluit in<span className="ams-visually-hidden">: {b.zin}</span>
        </button>
      )}
      {magIntrekken && open && (
        <Opdrachtformulier<Convenantbeeld>
          titel="Trek dit besluit in"
          pad={opdrachtpad(beeld, 'trek-besluit-in')}
          versie={beeld.versie}
          vorm={intrekvorm}
          vast={{ besluit: b.id }}
          hoofd={false}
          laadNieuw={laadNieuw}
          sluit={() => zetOpen(false)}
          klaar={() => {
            void klaar().then(() => zetOpen(false))
          }}
        />
      )}
    </>
  )
}

const intrekvorm: Opdrachtvorm = {
  knop: 'Trek het besluit in',
  uitleg: 'Doe dit alleen als het besluit per vergissing is vastgelegd. Het blijft zichtbaar, maar telt niet meer mee.',
  schema: trekBesluitIn.omit({ besluit: true }),
  velden: [{ soort: 'verhaal', pad: 'reden', label: 'Waarom trek je het in?', regels: 3 }],
}

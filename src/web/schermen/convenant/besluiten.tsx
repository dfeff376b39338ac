import { Fragment, type ReactNode } from 'react'
import type { Besluitregel, Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Addendumknop, NieuweTekst } from './addendum.tsx'
import { Artikellink } from './artikellink.tsx'
import { Intrekken } from './intrekken.tsx'
import { lezingenVan } from './punten.ts'
import { Verlengknop } from './verlengen.tsx'

/** Extensions, readings, tariffs and addenda that were decided: who, when, and whether it is invented for the demonstration. */
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
      {beeld.magVastleggen && <Addendumknop beeld={beeld} />}
    </section>
  )
}

function Besluit({ besluit: b, beeld }: { besluit: Besluitregel; beeld: Convenantbeeld }): ReactNode {
  const uitleg = b.uitleg === null ? undefined : lezingenVan(beeld).find((u) => u.id === b.uitleg)
  return (
    <>
      <div className="bepaling__kop">
        <h3 className={b.ingetrokken ? 'besluit__oud' : undefined}>{uitleg ? 'Uitleg vastgesteld' : b.zin}</h3>
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
      {uitleg && (
        <p>
          <Artikellink plek={uitleg} />: {uitleg.vraag}
        </p>
      )}
      {b.addendum && (
        <p>
          {b.addendum.over.map((plek) => (
            <Fragment key={plek.anker}>
              <Artikellink plek={plek} />.{' '}
            </Fragment>
          ))}
          <NieuweTekst ingang={b.addendum.ingang} beeld={beeld} />
        </p>
      )}
      {b.tekst && b.tekst !== b.zin && <p className="tekst">{b.tekst}</p>}
      {b.ingetrokken && (
        <p>
          Ingetrokken op <Dag op={b.ingetrokken.op} /> door <span translate="no">{b.ingetrokken.door}</span>. Reden:{' '}
          {b.ingetrokken.reden}
        </p>
      )}
      {beeld.magVastleggen && b.vastgelegd && !b.ingetrokken && (
        <Intrekken beeld={beeld} wat="besluit" id={b.id} zin={b.zin} />
      )}
    </>
  )
}

import { Fragment, type ReactNode } from 'react'
import type { Besluitregel, Convenantbeeld, Versieregel } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { dagVanVersie } from '../../onderdelen/plek.ts'
import { Addendumknop, NieuweTekst } from './addendum.tsx'
import { Artikellink } from './artikellink.tsx'
import { Intrekken } from './intrekken.tsx'
import { Verlengknop } from './verlengen.tsx'

/** Extensions, readings, tariffs and addenda that were decided: who, when, and whether it is invented for the demonstration. */
export function Besluiten({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  return (
    <section aria-labelledby="besluiten">
      <h2 id="besluiten">Besluiten</h2>
      {beeld.besluiten.length === 0 && <p className="leeg">Er zijn nog geen besluiten vastgelegd.</p>}
      {perVersie(beeld).map(({ versie, besluiten }) => (
        <Fragment key={versie.ingang}>
          {beeld.versies.length > 1 && (
            <h3>
              Over {versie.kort}, versie van <Dag op={versie.ingang} />
            </h3>
          )}
          <ul className="besluiten">
            {besluiten.map((b) => (
              <li key={b.id} className="blok">
                <Besluit besluit={b} beeld={beeld} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      {beeld.magVastleggen && <Verlengknop beeld={beeld} />}
      {beeld.magVastleggen && <Addendumknop beeld={beeld} />}
    </section>
  )
}

/** The versions with decisions about them, newest first. */
const perVersie = (beeld: Convenantbeeld): { versie: Versieregel; besluiten: Besluitregel[] }[] =>
  beeld.versies.flatMap((versie) => {
    const besluiten = beeld.besluiten.filter((b) => b.versie === versie.ingang)
    return besluiten.length ? [{ versie, besluiten }] : []
  })

function Besluit({ besluit: b, beeld }: { besluit: Besluitregel; beeld: Convenantbeeld }): ReactNode {
  const op = opVan(b, beeld)
  const Kop = beeld.versies.length > 1 ? 'h4' : 'h3'
  return (
    <>
      <div className="bepaling__kop">
        <Kop className={b.ingetrokken ? 'besluit__oud' : undefined}>{b.uitleg ? 'Uitleg vastgesteld' : b.zin}</Kop>
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
      {b.gekozen && <Gekozen keus={b.gekozen} op={op} />}
      {b.addendum && (
        <p>
          {b.addendum.over.map((plek) => (
            <Fragment key={plek.anker}>
              <Artikellink plek={plek} {...(op && { op })} />.{' '}
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

/** Another version than the one that is open is shown on its own day. */
function opVan(b: Besluitregel, { ingang, op, versies }: Convenantbeeld): string | undefined {
  if (b.versie === ingang) return undefined
  const ingangen = versies.map((v) => v.ingang)
  return dagVanVersie(b.versie, ingangen, op)
}

function Gekozen({ keus, op }: { keus: NonNullable<Besluitregel['gekozen']>; op: string | undefined }): ReactNode {
  return (
    <>
      <p>
        <Artikellink plek={keus} {...(op && { op })} />: {keus.vraag}
      </p>
      <p>
        Gekozen: <strong>{keus.keuze}</strong>
      </p>
      <p>Reden: {keus.reden}</p>
    </>
  )
}

import type { ReactNode } from 'react'
import type {
  Bepalingbeeld,
  Convenantbeeld,
  Letop,
  Regelbeeld,
  Veld,
  Voorbeeldbeeld,
} from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Addenda } from './addendum.tsx'
import { toestandenVan } from './punten.ts'
import { Uitlegkaart } from './uitlegkaart.tsx'
import { aantal, ernsten, hoofdletter, Toestandlabel } from './woorden.tsx'

/** One lid, or one lettered part of it. An article without numbers is one lid without a heading of its own. */
export function Bepaling({ bepaling: b, beeld }: { bepaling: Bepalingbeeld; beeld: Convenantbeeld }): ReactNode {
  const naam = [b.lid && `lid ${b.lid}`, b.onderdeel && `onder ${b.onderdeel}`].filter(Boolean).join(' ')
  const toestanden = toestandenVan(b, beeld)
  return (
    <article
      className={b.lid && b.onderdeel ? 'bepaling bepaling--onder' : 'bepaling'}
      // The anchor of an article without lids stands on its heading.
      id={naam ? b.anker : undefined}
      tabIndex={naam ? -1 : undefined}
    >
      {(naam !== '' || toestanden.length > 0) && (
        <div className="bepaling__kop">
          {naam && <h3>{hoofdletter(naam)}</h3>}
          {toestanden.map((t) => (
            <Toestandlabel key={t} toestand={t} />
          ))}
        </div>
      )}
      <p className="bepaling__tekst">{b.tekst}</p>
      <Addenda bepaling={b} beeld={beeld} />
      {b.regels.map((r) => (
        <Regelkaart key={r.id} regel={r} />
      ))}
      {b.uitleg.map((u) => (
        <Uitlegkaart key={u.id} uitleg={u} beeld={beeld} />
      ))}
      {b.letOp.map((p, i) => (
        <Bevinding key={`${p.code}${i}`} punt={p} />
      ))}
      {b.geenRegel.map((want) => (
        <p key={want} className="bepaling__geen">
          Hier rekent Regiodak niet mee. {want}
        </p>
      ))}
      {b.voorbeelden.length > 0 && <Voorbeelden lijst={b.voorbeelden} />}
    </article>
  )
}

function Regelkaart({ regel }: { regel: Regelbeeld }): ReactNode {
  return (
    <div className="regelkaart">
      <p className="regelkaart__soort">Regel: {regel.omschrijving}</p>
      {regel.zinnen.length === 1 ? (
        <p>{regel.zinnen[0]}</p>
      ) : (
        <ul>
          {regel.zinnen.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
      {regel.velden.length > 0 && (
        <details className="regelkaart__velden">
          <summary>Zoals het in het bestand staat</summary>
          <Velden velden={regel.velden} />
        </details>
      )}
    </div>
  )
}

function Velden({ velden }: { velden: readonly Veld[] }): ReactNode {
  return (
    <dl className="lijst lijst--dicht">
      {velden.map((v) => (
        <div key={v.naam}>
          <dt>{v.naam}</dt>
          <dd>{v.waarde}</dd>
        </div>
      ))}
    </dl>
  )
}

function Bevinding({ punt }: { punt: Letop }): ReactNode {
  const { naam, kleur } = ernsten[punt.ernst]
  return (
    <p className="bevinding">
      <Label kleur={kleur}>{naam}</Label> {punt.bevinding}
    </p>
  )
}

function Voorbeelden({ lijst }: { lijst: readonly Voorbeeldbeeld[] }): ReactNode {
  return (
    <details className="voorbeelden">
      <summary>Zo werkt dit artikel ({aantal(lijst.length, 'voorbeeld', 'voorbeelden')})</summary>
      <ol>
        {lijst.map((v, i) => (
          <li key={i}>
            <Feiten naam="Gegeven" velden={v.gegeven} />
            <Feiten naam="Uitkomst" velden={v.verwacht} />
            {isZin(v.herkomst) && <p className="zacht">{v.herkomst}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What the examples write short. */
const woorden: Readonly<Record<string, string>> = {
  bw: 'Beschermd Wonen',
  mo: 'Maatschappelijke Opvang',
  geen: 'geen vaste woonplaats',
  'buiten-regio': 'buiten de regio',
}

/** A number of the design, such as R4, says nothing to who reads the covenant. */
const isZin = (herkomst: string | null): boolean => herkomst !== null && /\s/.test(herkomst)

function Feiten({ naam, velden }: { naam: string; velden: readonly Veld[] }): ReactNode {
  return (
    <div className="voorbeelden__deel">
      <span className="voorbeelden__naam">{naam}</span>
      <ul>
        {velden.map((v) => (
          <li key={v.naam}>
            {v.naam !== naam.toLowerCase() && <span className="zacht">{v.naam}:</span>} {woorden[v.waarde] ?? v.waarde}
          </li>
        ))}
      </ul>
    </div>
  )
}

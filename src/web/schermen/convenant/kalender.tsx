import type { ReactNode } from 'react'
import type { Convenantbeeld, Kalenderpunt } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Artikellink } from './artikellink.tsx'
import { kalenderpunten } from './kalenderpunten.ts'
import { maanden, samengenomen } from './maanden.ts'
import { hoofdletter } from './woorden.tsx'

/** What the covenant asks in the twelve months from the day that is shown, month by month. */
export function Kalender({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  const punten = kalenderpunten(beeld)
  const wachtend = punten.filter((p) => p.datum === null)
  return (
    <>
      <p className="samenvatting">
        De twaalf maanden vanaf <Dag op={beeld.op} />.
      </p>
      {punten.length === 0 && (
        <p className="leeg">
          {beeld.geldt
            ? 'Het convenant noemt geen dagen in deze twaalf maanden.'
            : 'Er geldt dan geen convenant. Er zijn dus geen dagen om op te letten.'}
        </p>
      )}
      {punten.length > wachtend.length && (
        <ol className="maanden">
          {samengenomen(maanden(beeld.op, punten)).map((m) => (
            <li key={m.maand} className={m.punten.length ? 'maand' : 'maand maand--leeg'}>
              <h2>{m.naam}</h2>
              {m.punten.length === 0 ? (
                <p className="zacht">Niets</p>
              ) : (
                <ul>
                  {m.punten.map((p, i) => (
                    <Punt key={`${p.regel}${i}`} punt={p} />
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
      {wachtend.length > 0 && (
        <section className="blok">
          <h2>Wacht op een gebeurtenis</h2>
          <ul className="maand__lijst">
            {wachtend.map((p, i) => (
              <Punt key={`${p.regel}${i}`} punt={p} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const erbij: Readonly<Record<Kalenderpunt['status'], string | null>> = {
  gepland: null,
  wacht: null,
  uitleg: 'Uitleg nog niet vastgesteld',
  'voor-begin': 'Vóór het begin van het convenant',
  'na-einde': 'Na het einde van het convenant',
}

function Punt({ punt: p }: { punt: Kalenderpunt }): ReactNode {
  return (
    <li className="kalenderpunt">
      {p.datum && (
        <p className="kalenderpunt__dag">
          {p.van && p.van !== p.datum ? (
            <>
              van <Dag op={p.van} stijl="kort" /> tot en met <Dag op={p.datum} stijl="kort" />
            </>
          ) : (
            <>
              uiterlijk <Dag op={p.datum} stijl="kort" />
            </>
          )}
        </p>
      )}
      <p>
        <strong>{hoofdletter(p.wie)}</strong>: {p.doe}
        {p.aan && <> (aan {p.aan})</>}
        {p.keer && <>, {p.keer} keer</>}
        {p.zodra && <>, zodra {p.zodra}</>}
        {p.na && <>, na {p.na}</>}.
      </p>
      <p>
        <Artikellink plek={p} /> {erbij[p.status] && <Label kleur="amber">{erbij[p.status]}</Label>}
      </p>
    </li>
  )
}

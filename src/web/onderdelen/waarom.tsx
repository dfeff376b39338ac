import type { ReactNode } from 'react'
import type { StapJson, UitkomstJson } from '../../kern/schrijf-uit.ts'
import { useSessie } from '../verbinding/vragen.ts'
import { Bronchip } from './bron.tsx'
import { dagtekst } from './datum.tsx'
import { deelOp, type Feitregel } from './waarom-delen.ts'

type Gegeven = { label: string; waarde: string; door?: string }

/**
 * Why a date, a name or an answer is what it is: always the same five parts, in the page, printable.
 * `onderwerp` completes the name of the fold for who hears it without seeing what stands beside it.
 */
export function Waarom(p: {
  uitkomst: UitkomstJson
  onderwerp: string
  gegevens?: Gegeven[]
  verandert?: string[]
  open?: boolean
  extra?: ReactNode
}): ReactNode {
  const delen = deelOp(p.uitkomst, useSessie().gemeenten)
  const gegevens = p.gegevens?.length
    ? p.gegevens.map((g) => ({ naam: g.label, waarde: g.waarde, door: g.door }))
    : delen.feiten
  return (
    <details className="waarom" open={p.open}>
      <summary>
        Waarom?<span className="ams-visually-hidden"> Uitleg bij {p.onderwerp}</span>
      </summary>
      <dl className="waarom__delen">
        <dt>Antwoord</dt>
        <dd>
          <p className="waarom__antwoord">{delen.antwoord}</p>
          {delen.bijzonder.map((zin) => (
            <p key={zin}>{zin}</p>
          ))}
        </dd>
        <dt>Rekening</dt>
        <dd>
          {delen.rekening.length ? (
            <Zinnen zinnen={delen.rekening} />
          ) : (
            <p className="zacht">Hier valt niets te rekenen.</p>
          )}
        </dd>
        <dt>Regel</dt>
        <dd>
          {delen.regels.length + delen.bronnen.length === 0 && (
            <p className="zacht">Er is geen regel die dit bepaalt.</p>
          )}
          {delen.regels.length > 0 && (
            <ul className="waarom__regels">
              {delen.regels.map((r, i) => (
                <li key={i}>
                  {r.bron && <Bronchip bron={r.bron} />} {r.wat}
                  {r.uitleg && <Uitlegregel uitleg={r.uitleg} />}
                </li>
              ))}
            </ul>
          )}
          {delen.bronnen.length > 0 && (
            <p className="waarom__bronnen">
              <span className="zacht">De som volgt uit:</span>{' '}
              {delen.bronnen.map((bron, i) => (
                <span key={i}>
                  <Bronchip bron={bron} />{' '}
                </span>
              ))}
            </p>
          )}
          {delen.gelNiet.length > 0 && (
            <div className="waarom__niet">
              <p>Dit bekeken we ook, maar het geldt hier niet:</p>
              <ul>
                {delen.gelNiet.map((r, i) => (
                  <li key={i}>
                    {r.wat} {r.bron && <Bronchip bron={r.bron} />}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </dd>
        <dt>Gegevens</dt>
        <dd>
          {gegevens.length ? (
            <Feiten feiten={gegevens} />
          ) : (
            <p className="zacht">Er zijn geen gegevens van de zaak voor nodig.</p>
          )}
        </dd>
        <dt>Wat kan dit veranderen</dt>
        <dd>
          <Zinnen zinnen={p.verandert?.length ? p.verandert : delen.verandert} />
          {p.extra}
        </dd>
      </dl>
      <details className="waarom__spoor">
        <summary>Bekijk het volledige spoor</summary>
        <ul className="spoor">
          <Spoor stap={p.uitkomst.waarom} />
        </ul>
      </details>
    </details>
  )
}

function Zinnen({ zinnen }: { zinnen: readonly string[] }): ReactNode {
  if (zinnen.length === 1) return <p>{zinnen[0]}</p>
  return (
    <ul className="waarom__zinnen">
      {zinnen.map((zin, i) => (
        <li key={i}>{zin}</li>
      ))}
    </ul>
  )
}

function Feiten({ feiten }: { feiten: readonly Feitregel[] }): ReactNode {
  return (
    <ul className="waarom__feiten">
      {feiten.map((f) => (
        <li key={f.naam}>
          <span className="zacht">{f.naam}:</span> {dagtekst(f.waarde)}
          {f.door && <span className="zacht">, ingevoerd door {f.door}</span>}
        </li>
      ))}
    </ul>
  )
}

/** A chosen reading: whether the region adopted it, and the reason it was chosen for. */
function Uitlegregel({ uitleg }: { uitleg: NonNullable<StapJson['uitleg']> }): ReactNode {
  return (
    <span className="waarom__uitleg">
      <strong>
        Gekozen uitleg, {uitleg.vastgesteld ? `vastgesteld op ${dagtekst(uitleg.vastgesteld)}` : 'nog niet vastgesteld'}
        :
      </strong>{' '}
      <span className="zacht">Reden: {uitleg.reden}</span>
    </span>
  )
}

function Spoor({ stap }: { stap: StapJson }): ReactNode {
  return (
    <li className={stap.geldt === false ? 'spoor__niet' : undefined}>
      {stap.geldt === false && <span className="spoor__woord">geldt niet </span>}
      {stap.wat} {stap.bron && <Bronchip bron={stap.bron} />}
      {stap.uitleg && <Uitlegregel uitleg={stap.uitleg} />}
      {stap.stappen && stap.stappen.length > 0 && (
        <ul>
          {stap.stappen.map((s, i) => (
            <Spoor key={i} stap={s} />
          ))}
        </ul>
      )}
    </li>
  )
}

import { useId, type ReactNode } from 'react'
import type { Zaak } from '../../../domein/antwoorden.ts'
import { adviesuitkomsten, producten } from '../../../domein/toegang/melding.schema.ts'
import { Dag } from '../../onderdelen/datum.tsx'

const noem = (lijst: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (lijst[code] ?? code)
const besluiten = { toekennen: 'toekennen', afwijzen: 'afwijzen' }

/** Advice, difference of view and decision: who found what, and why. */
export function Oordelen({ zaak }: { zaak: Zaak }): ReactNode {
  const { advies, verschil, besluit } = zaak
  return (
    <>
      {advies && (
        <Blok kop={`Advies van ${advies.door}`}>
          <Regel naam="Advies" waarde={noem(adviesuitkomsten, advies.uitkomst)} />
          <Regel naam="Product" waarde={noem(producten, advies.product)} />
          <Regel naam="Motivering" waarde={advies.motivering} />
        </Blok>
      )}
      {verschil && (
        <Blok kop="Verschil van inzicht">
          <Regel naam="Standpunt van de centrumgemeente" waarde={noem(adviesuitkomsten, verschil.standpunt)} />
          <Regel naam="Product" waarde={noem(producten, verschil.product)} />
          <Regel naam="Motivering" waarde={verschil.motivering} />
          <Regel naam="Reactie" waarde={verschil.reactie} />
          <Regel naam="Doorslaggevende stem" waarde={noem(adviesuitkomsten, verschil.doorslag)} />
        </Blok>
      )}
      {besluit && (
        <Blok kop="Besluit">
          <Regel naam="Besluit" waarde={noem(besluiten, besluit.uitkomst)} />
          <Regel naam="Datum" waarde={<Dag op={besluit.datum} />} />
          <Regel naam="Product" waarde={noem(producten, besluit.product)} />
          <Regel naam="Ingangsdatum" waarde={besluit.ingangsdatum && <Dag op={besluit.ingangsdatum} />} />
          <Regel naam="Einddatum" waarde={besluit.einddatum && <Dag op={besluit.einddatum} />} />
          <Regel naam="Motivering" waarde={besluit.motivering} />
          <Regel naam="Waarom het afwijkt van het advies" waarde={besluit.afwijkingVanAdvies} />
          <Regel naam="Bekendgemaakt" waarde={besluit.bekendOp ? <Dag op={besluit.bekendOp} /> : 'nog niet'} />
        </Blok>
      )}
    </>
  )
}

export function Blok({ kop, children, onder }: { kop: string; children: ReactNode; onder?: ReactNode }): ReactNode {
  const id = useId()
  return (
    <section className="blok" aria-labelledby={id}>
      <h2 id={id}>{kop}</h2>
      <dl className="lijst">{children}</dl>
      {onder}
    </section>
  )
}

/** One line of a list of facts; left out when there is nothing to say. */
export function Regel({ naam, waarde }: { naam: string; waarde: ReactNode }): ReactNode {
  if (waarde === null || waarde === undefined || waarde === '') return null
  return (
    <div>
      <dt>{naam}</dt>
      <dd className="tekst">{waarde}</dd>
    </div>
  )
}

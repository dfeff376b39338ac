import type { ReactNode } from 'react'
import type { Concept } from '../../../domein/antwoorden.ts'
import { naarWaarden } from '../../formulier/gegevens.ts'
import { gevraagd } from '../../formulier/veld.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { uitleg } from '../../onderdelen/toestand.tsx'
import type { Bewaarder } from './bewaren.ts'
import { wizardstappen } from './stappen.ts'

/** A colleague stored this draft first: what stands there now, and the choice between the two texts. */
export function Gewijzigd({ bewaarder: b, concept }: { bewaarder: Bewaarder; concept: Concept }): ReactNode {
  if (b.stand.soort !== 'gewijzigd') return null
  const { fout, nieuw } = b.stand
  const anders = nieuw ? verschillen(concept, nieuw) : []
  return (
    <Bericht soort="fout" kop={uitleg(fout).kop} rol="alert">
      {nieuw ? (
        <>
          {anders.length > 0 ? (
            <Verschillen kop="Dit staat er nu anders dan bij jou:" lijst={anders} />
          ) : (
            <p>Je ziet nu de nieuwe versie. Er staat hetzelfde als bij jou.</p>
          )}
          <div className="knoppen">
            <Button variant="secondary" onClick={b.houdMijn}>
              Bewaar mijn tekst
            </Button>
            <Button variant="secondary" onClick={b.neemNieuw}>
              Neem de nieuwe tekst over
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>Bekijk eerst de nieuwe versie. Jouw tekst blijft in dit formulier staan.</p>
          <Button variant="secondary" onClick={b.toonNieuw}>
            Toon de nieuwe versie en houd mijn tekst
          </Button>
        </>
      )}
    </Bericht>
  )
}

export function Verschillen({ kop, lijst }: { kop: string; lijst: readonly Verschil[] }): ReactNode {
  if (!lijst.length) return null
  return (
    <>
      <p>{kop}</p>
      <ul>
        {lijst.map((v) => (
          <li key={`${v.stap} ${v.label}`}>
            {v.stap}, {v.label}: {v.waarde || 'niets ingevuld'}
          </li>
        ))}
      </ul>
    </>
  )
}

export type Verschil = { stap: string; label: string; waarde: string }

/** The fields that hold something else in `nieuw` than in `eigen`, with what `nieuw` holds. */
export function verschillen(eigen: Concept, nieuw: Concept): Verschil[] {
  return wizardstappen.flatMap((stap) => {
    const van = (c: Concept) => naarWaarden(stap.velden, c.stappen[stap.sleutel]?.gegevens ?? {})
    const [mijn, hun] = [van(eigen), van(nieuw)]
    return gevraagd(stap.velden, { ...mijn, ...hun }).flatMap((veld) => {
      const waarde = hun[veld.pad] ?? ''
      if (waarde === (mijn[veld.pad] ?? '')) return []
      const inWoorden = 'opties' in veld ? (veld.opties[waarde] ?? waarde) : waarde
      return [{ stap: stap.naam, label: veld.label.replace(/\?$/, ''), waarde: inWoorden }]
    })
  })
}

import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Locatierij } from '../../domein/antwoorden.ts'
import { producten } from '../../domein/toegang/melding.schema.ts'
import { Filterbalk, type Keuzeveld } from '../onderdelen/filterbalk.tsx'
import { Pagina } from '../onderdelen/pagina.tsx'
import { Tabel, type Kolom } from '../onderdelen/tabel.tsx'
import { Antwoord } from '../onderdelen/toestand.tsx'
import { useSessie, vragen } from '../verbinding/vragen.ts'

const kolommen: Kolom<Locatierij>[] = [
  { naam: 'Locatie', rijkop: true, cel: (l) => <strong translate="no">{l.naam}</strong> },
  { naam: 'Aanbieder', cel: (l) => <span translate="no">{l.aanbieder}</span> },
  { naam: 'Gemeente', cel: (l) => l.gemeente },
  { naam: 'Product', cel: (l) => l.productNaam },
  { naam: 'Plekken', getal: true, cel: (l) => l.plekken },
  { naam: 'Bezet', getal: true, cel: (l) => l.bezet },
  { naam: 'Vrij', getal: true, cel: (l) => (l.vrij === 0 ? 'vol' : <strong>{l.vrij} vrij</strong>) },
]

/** Which locations have room now. */
export function Plekken(): ReactNode {
  const zoek = useSearch({ from: '/schil/plekken' })
  const { gemeenten } = useSessie()
  const velden: Keuzeveld[] = [
    { naam: 'product', label: 'Product', opties: producten },
    {
      naam: 'gemeente',
      label: 'Gemeente',
      opties: Object.fromEntries(gemeenten.filter((g) => g.inRegio).map((g) => [g.slug, g.naam])),
    },
    { naam: 'vrij', label: 'Alleen met een vrije plek', opties: { ja: 'ja' }, vink: true },
  ]
  // The list is whole in the browser; what is full only hides the few places that are free.
  const toon = (rijen: readonly Locatierij[]) => (zoek.vrij === 'ja' ? rijen.filter((l) => l.vrij > 0) : rijen)
  const vraag = useQuery({
    ...vragen.locaties({ product: zoek.product, gemeente: zoek.gemeente }),
    placeholderData: (vorige) => vorige,
  })
  return (
    <Pagina titel="Plekken">
      <Filterbalk velden={velden} gekozen={zoek} naar="/plekken" />
      <Antwoord vraag={vraag}>
        {(lijst) => (
          <>
            <p className="samenvatting">{lijst.zin}</p>
            {toon(lijst.rijen).length === 0 ? (
              <p className="leeg">Geen locaties gevonden met deze keuzes. Haal een keuze weg.</p>
            ) : (
              <Tabel
                bijschrift="Locaties met hun plekken"
                kolommen={kolommen}
                rijen={toon(lijst.rijen)}
                sleutel={(l) => `${l.id}${l.product}`}
              />
            )}
          </>
        )}
      </Antwoord>
    </Pagina>
  )
}

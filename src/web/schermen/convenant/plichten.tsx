import { useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Convenantbeeld, Plichtbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Filterbalk, type Keuzeveld } from '../../onderdelen/filterbalk.tsx'
import { Tabel, type Kolom } from '../../onderdelen/tabel.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { Artikellink } from './artikellink.tsx'
import { Bewijs, Bewijsformulier } from './bewijs.tsx'
import { hoofdletter, opsomming, Toestandlabel, toestanden, type Toestand } from './woorden.tsx'

/** Who owes what to whom, where it stands, and what shows it. */
export function Plichten({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  const zoek = useSearch({ from: '/schil/convenant/$regio' })
  const [open, zetOpen] = useState<{ plicht: string; knop: HTMLButtonElement }>()
  if (beeld.plichten.length === 0)
    return <p className="leeg">In dit convenant vonden we geen plichten die het programma kan volgen.</p>
  const rijen = beeld.plichten.filter(
    (p) =>
      (!zoek.gemeente || p.wie.some((g) => g.slug === zoek.gemeente)) && (!zoek.toestand || p.staat === zoek.toestand),
  )
  const gekozen = beeld.plichten.find((p) => p.id === open?.plicht)
  const sluit = () => {
    zetOpen(undefined)
    open?.knop.focus()
  }
  return (
    <>
      <p className="samenvatting">{inWoorden(beeld.plichten)}</p>
      <Filterbalk
        velden={filters(beeld)}
        gekozen={{ gemeente: zoek.gemeente, toestand: zoek.toestand }}
        naar="/convenant/$regio"
        params={{ regio: beeld.regio }}
        vast={{ tab: 'plichten', op: zoek.op }}
      />
      {gekozen && <Bewijsformulier key={gekozen.id} plicht={gekozen} beeld={beeld} sluit={sluit} />}
      {rijen.length === 0 ? (
        <p className="leeg">Geen plichten gevonden met deze keuzes. Haal een keuze weg.</p>
      ) : (
        <div className="plichten">
          <Tabel
            bijschrift="Plichten uit het convenant"
            kolommen={kolommen(beeld, (p, knop) => zetOpen({ plicht: p.id, knop }))}
            rijen={rijen}
            sleutel={(p) => p.id}
          />
        </div>
      )}
    </>
  )
}

const filters = (beeld: Convenantbeeld): Keuzeveld[] => [
  {
    naam: 'gemeente',
    label: 'Gemeente',
    opties: Object.fromEntries(beeld.partijen.map((g) => [g.slug, g.naam])),
  },
  {
    naam: 'toestand',
    label: 'Stand',
    opties: Object.fromEntries(
      (Object.keys(toestanden) as Toestand[])
        .filter((t) => beeld.plichten.some((p) => p.staat === t))
        .map((t) => [t, toestanden[t].naam]),
    ),
  },
]

/** "34 plichten: 21 voldaan, 6 lopen, 3 inspanning (geen oordeel)." */
function inWoorden(plichten: readonly Plichtbeeld[]): string {
  const delen = (Object.keys(toestanden) as Toestand[]).flatMap((t) => {
    const n = plichten.filter((p) => p.staat === t).length
    if (n === 0) return []
    return [
      `${n} ${n > 1 && t === 'loopt' ? 'lopen' : toestanden[t].naam.toLowerCase()}${t === 'inspanning' ? ' (geen oordeel)' : ''}`,
    ]
  })
  return `${plichten.length === 1 ? '1 plicht' : `${plichten.length} plichten`}: ${delen.join(', ')}.`
}

function kolommen(
  beeld: Convenantbeeld,
  voegToe: (plicht: Plichtbeeld, knop: HTMLButtonElement) => void,
): Kolom<Plichtbeeld>[] {
  return [
    {
      naam: 'Plicht',
      rijkop: true,
      cel: (p) => (
        <>
          <span className="plicht__wat">{hoofdletter(p.wat)}</span>
          <Artikellink plek={p} />
        </>
      ),
    },
    { naam: 'Wie', cel: (p) => (p.wie.length ? opsomming(p.wie.map((g) => g.naam)) : p.wieZin) },
    { naam: 'Aan', cel: (p) => p.aan },
    { naam: 'Wanneer', cel: (p) => p.wanneer },
    {
      naam: 'Stand',
      cel: (p) => (
        <>
          <Toestandlabel toestand={p.staat} />
          <Waarom uitkomst={{ soort: 'bepaald', waarom: p.waarom }} onderwerp={`de stand van: ${p.wat}`} />
        </>
      ),
    },
    {
      naam: 'Bewijs',
      cel: (p) =>
        beeld.magVastleggen || p.bewijs.length > 0 ? <Bewijs plicht={p} beeld={beeld} voegToe={voegToe} /> : null,
    },
  ]
}

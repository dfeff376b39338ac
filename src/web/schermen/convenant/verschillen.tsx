import type { ReactNode } from 'react'
import type {
  AndereUitkomst,
  Blokwijziging,
  Gemeentenaam,
  Verandering,
  Vergelijkingbeeld,
  Wijziging,
} from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { noemPlek } from '../../onderdelen/plek.ts'
import { Tabel, type Kolom } from '../../onderdelen/tabel.tsx'
import { hoofdletter, opsomming } from './woorden.tsx'

const soorten: Readonly<Record<Verandering, { naam: string; kleur: 'groen' | 'rood' | 'blauw' }>> = {
  toegevoegd: { naam: 'Erbij', kleur: 'groen' },
  vervallen: { naam: 'Eruit', kleur: 'rood' },
  gewijzigd: { naam: 'Gewijzigd', kleur: 'blauw' },
}
const namen = (lijst: readonly Gemeentenaam[]): string => opsomming(lijst.map((g) => g.naam))

/** What changed per article between two versions, and which outcomes are different. */
export function Verschillen({ verschil: v }: { verschil: Vergelijkingbeeld }): ReactNode {
  const anders = v.uitkomsten.reduce((som, u) => som + u.gevallen, 0)
  const wie = [{ rol: 'partij', ...v.partijen }, ...v.rollen].filter((r) => r.erbij.length + r.eraf.length > 0)
  return (
    <div className="verschillen">
      <output className="samenvatting">
        {v.artikelen.length === 0
          ? 'In de artikelen verandert niets.'
          : `${v.artikelen.length === 1 ? '1 bepaling verandert' : `${v.artikelen.length} bepalingen veranderen`}.`}{' '}
        We rekenden {v.gevallen} gevallen na met beide versies. Bij {anders === 0 ? 'geen enkel geval' : anders} is de
        uitkomst anders.
      </output>
      {wie.map((r) => (
        <p key={r.rol}>
          {hoofdletter(r.rol)}: {r.erbij.length > 0 && `erbij ${namen(r.erbij)}`}
          {r.erbij.length > 0 && r.eraf.length > 0 && '; '}
          {r.eraf.length > 0 && `eraf ${namen(r.eraf)}`}.
        </p>
      ))}
      <ul className="besluiten">
        {v.artikelen.map((w) => (
          <li key={w.anker} className="blok">
            <Artikelwijziging wijziging={w} />
          </li>
        ))}
      </ul>
      {v.uitkomsten.length > 0 && (
        <>
          <h3>Uitkomsten die anders worden</h3>
          <Tabel
            bijschrift="Uitkomsten die anders worden"
            kolommen={uitkomstkolommen}
            rijen={v.uitkomsten}
            sleutel={(u) => `${u.onderwerp}${u.vraag}`}
          />
        </>
      )}
    </div>
  )
}

const uitkomstkolommen: Kolom<AndereUitkomst>[] = [
  {
    naam: 'Vraag',
    rijkop: true,
    cel: (u) => (
      <>
        <span className="zacht">{u.onderwerp}</span>
        <br />
        {u.vraag}
        {u.gevallen > 1 && <span className="regel2">Zo in {u.gevallen} gevallen</span>}
      </>
    ),
  },
  { naam: 'Was', cel: (u) => u.oud },
  { naam: 'Wordt', cel: (u) => <strong>{u.nieuw}</strong> },
  {
    naam: 'Volgens',
    cel: (u) => {
      const plek = u.bronNieuw ?? u.bronOud
      return plek && hoofdletter(noemPlek(plek))
    },
  },
]

function Artikelwijziging({ wijziging: w }: { wijziging: Wijziging }): ReactNode {
  const { naam, kleur } = soorten[w.soort]
  return (
    <>
      <div className="bepaling__kop">
        <h3>
          {hoofdletter(noemPlek(w))} <span className="zacht">{w.titel}</span>
        </h3>
        <Label kleur={kleur}>{naam}</Label>
      </div>
      {w.tekst && <WasWordt oud={w.tekst.oud} nieuw={w.tekst.nieuw} />}
      {w.blokken.map((b) => (
        <Blok key={`${b.blok}${b.id}`} blok={b} />
      ))}
    </>
  )
}

function Blok({ blok: b }: { blok: Blokwijziging }): ReactNode {
  return (
    <div className="regelkaart">
      <p>
        {b.blok === 'regel' ? 'Regel' : 'Uitleg'} {b.id.replaceAll('-', ' ')}: {soorten[b.soort].naam.toLowerCase()}
      </p>
      {b.velden.map((veld) => (
        <div key={veld.veld}>
          <p className="zacht">{veld.veld}</p>
          <WasWordt oud={veld.oud} nieuw={veld.nieuw} />
        </div>
      ))}
    </div>
  )
}

function WasWordt({ oud, nieuw }: { oud: string | null; nieuw: string | null }): ReactNode {
  return (
    <dl className="lijst lijst--dicht">
      {oud !== null && (
        <div>
          <dt>Was</dt>
          <dd>
            <del>{oud}</del>
          </dd>
        </div>
      )}
      {nieuw !== null && (
        <div>
          <dt>Wordt</dt>
          <dd>
            <ins>{nieuw}</ins>
          </dd>
        </div>
      )}
    </dl>
  )
}

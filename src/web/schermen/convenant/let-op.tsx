import type { ReactNode } from 'react'
import type { Convenantbeeld, Letop as Letoppunt } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import type { Plek } from '../../onderdelen/plek.ts'
import { Artikellink } from './artikellink.tsx'
import { lezingenVan, losseLezingen, plekBij } from './punten.ts'
import { Uitlegkaart } from './uitlegkaart.tsx'
import { ernsten } from './woorden.tsx'

/** Where the text does not fit or is silent: both readings, the chosen one, and who adopted it. */
export function LetOp({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  const los = losseLezingen(beeld)
  if (beeld.letOp.length + los.length === 0)
    return <p className="leeg">We vonden niets dat niet klopt of niet geregeld is.</p>
  return (
    <>
      <p className="samenvatting">{inWoorden(beeld)}</p>
      {(Object.keys(ernsten) as Letoppunt['ernst'][]).map((ernst) => (
        <Groep key={ernst} kop={ernsten[ernst].kop}>
          {beeld.letOp
            .filter((p) => p.ernst === ernst)
            .map((p, i) => (
              <Punt key={`${p.code}${p.anker}${i}`} punt={p} beeld={beeld} />
            ))}
        </Groep>
      ))}
      <Groep kop="Hier zwijgt de tekst en kozen we een uitleg">
        {los.map((u) => (
          <li key={u.id} className="blok">
            <h3>
              <Artikellink plek={u} />
            </h3>
            <Uitlegkaart uitleg={u} beeld={beeld} />
          </li>
        ))}
      </Groep>
    </>
  )
}

function inWoorden(beeld: Convenantbeeld): string {
  const lezingen = lezingenVan(beeld)
  const vast = lezingen.filter((u) => u.vastgesteld).length
  if (lezingen.length === 0) return 'Er is geen uitleg gekozen.'
  if (vast === lezingen.length) return `Er zijn ${vast} keuzes voor een uitleg. Ze zijn allemaal vastgesteld.`
  return `Er zijn ${lezingen.length} keuzes voor een uitleg. Daarvan ${vast === 0 ? 'is er nog geen' : vast === 1 ? 'is er 1' : `zijn er ${vast}`} vastgesteld. Met een uitleg die niet is vastgesteld, kun je rekenen, maar geen factuur of stemming definitief maken.`
}

function Groep({ kop, children }: { kop: string; children: ReactNode[] }): ReactNode {
  if (children.length === 0) return null
  return (
    <section className="letop">
      <h2>
        {kop} <span className="aantal">{children.length}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  )
}

function Punt({ punt: p, beeld }: { punt: Letoppunt; beeld: Convenantbeeld }): ReactNode {
  return (
    <li className="blok">
      <div className="bepaling__kop">
        <h3>
          <Artikellink plek={p} />
        </h3>
        <Label>{p.herkomst === 'berekend' ? 'Gevonden door te rekenen' : 'Gezien door een lezer'}</Label>
      </div>
      <p>{p.bevinding}</p>
      {p.lezingen.length > 0 && (
        <div className="lezingen">
          <p>{p.lezingen.length > 1 ? 'Deze regels passen niet bij elkaar:' : 'Dit gaat over deze regel:'}</p>
          <ul>
            {p.lezingen.map((l) => (
              <li key={l.regel}>
                <Lezing lezing={l} plek={plekBij(beeld, l.anker)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {p.uitleg ? (
        <Uitlegkaart uitleg={p.uitleg} beeld={beeld} />
      ) : (
        p.ernst === 'fout' && <p className="zacht">Er is nog geen uitleg gekozen.</p>
      )}
    </li>
  )
}

function Lezing({ lezing: l, plek }: { lezing: Letoppunt['lezingen'][number]; plek: Plek | undefined }): ReactNode {
  return (
    <>
      {plek && (
        <>
          <Artikellink plek={plek} />:{' '}
        </>
      )}
      {l.zin}
    </>
  )
}

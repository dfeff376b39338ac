import type { ReactNode } from 'react'
import type { Artikelbeeld, Convenantbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { Artikellink, useAnker } from './artikellink.tsx'
import { Bepaling } from './bepaling.tsx'
import { aantal } from './woorden.tsx'

/** The articles in our own words, each with its rules, readings, examples and what does not fit. */
export function Artikelen({ beeld }: { beeld: Convenantbeeld }): ReactNode {
  useAnker()
  return (
    <div className="convenant">
      <details className="inhoudsopgave niet-afdrukken" open={window.matchMedia('(min-width: 62rem)').matches}>
        <summary>Inhoud</summary>
        <nav aria-label="Artikelen">
          <ol>
            {beeld.artikelen.map((a) => (
              <li key={a.anker}>
                <Artikellink plek={{ artikel: a.nummer }} naam={kop(a)} />
                <Letop artikel={a} />
              </li>
            ))}
          </ol>
        </nav>
      </details>
      <div className="convenant__tekst">
        <Bericht soort="info" kop="Dit is onze eigen samenvatting.">
          <p>De ondertekende tekst gaat voor. Die voegt de regio zelf toe als document.</p>
        </Bericht>
        {beeld.artikelen.map((a) => (
          <section key={a.anker} className="artikel" aria-labelledby={a.anker}>
            <h2 id={a.anker} tabIndex={-1}>
              {kop(a)}
            </h2>
            {a.bepalingen.map((b) => (
              <Bepaling key={b.anker} bepaling={b} beeld={beeld} />
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

/** "Artikel 3 Wie doet wat"; recitals and notes only have a title. */
const kop = ({ nummer, titel }: Artikelbeeld): string => (/^\d/.test(nummer) ? `Artikel ${nummer} ${titel}` : titel)

function Letop({ artikel }: { artikel: Artikelbeeld }): ReactNode {
  const n = artikel.bepalingen.reduce((som, b) => som + b.letOp.length, 0)
  return n === 0 ? null : <span className="inhoudsopgave__aantal">{aantal(n, 'punt', 'punten')}</span>
}

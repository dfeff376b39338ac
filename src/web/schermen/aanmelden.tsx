import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { DemoGebruiker, Sessie } from '../../domein/antwoorden.ts'
import { Pagina } from '../onderdelen/pagina.tsx'
import { Antwoord, Mislukt } from '../onderdelen/toestand.tsx'
import { Bericht } from '../onderdelen/bericht.tsx'
import { Dak } from '../schil/kop.tsx'
import { haal } from '../verbinding/api.ts'
import { vragen } from '../verbinding/vragen.ts'

/**
 * Demonstration sign-in: choose whose work you want to see. With `inPlaatsVan` it stands in for a screen
 * that needs someone; after signing in that screen appears, at the same address.
 */
export function Aanmelden({ inPlaatsVan = false }: { inPlaatsVan?: boolean }): ReactNode {
  const gebruikers = useQuery(vragen.gebruikers())
  const client = useQueryClient()
  const ga = useNavigate()
  const meldAan = useMutation({
    mutationFn: (gebruiker: string) =>
      haal<Sessie>('/demonstratie/aanmelden', { methode: 'POST', lichaam: { gebruiker } }),
    onSuccess: async (sessie) => {
      client.removeQueries({ predicate: (v) => v.queryKey[0] !== 'gebruikers' && v.queryKey[0] !== 'sessie' })
      client.setQueryData(['sessie'], sessie)
      eerder = true
      if (!inPlaatsVan) await ga({ to: '/werklijst' })
    },
  })
  const [verlopen] = useState(inPlaatsVan && eerder)
  return (
    <main id="inhoud" className="aanmelden">
      <div className="aanmelden__merk">
        <Dak />
        <span>Regiodak</span>
      </div>
      <Pagina titel="Aanmelden" kop="Wie ben je vandaag?">
        {verlopen && <Bericht soort="let-op" kop="Je sessie is voorbij. Meld je opnieuw aan." rol="status" />}
        <p className="inleiding">
          Dit is een <strong>demonstratie</strong>. Alle mensen, zaken en aanbieders zijn verzonnen. Kies een persoon om
          te zien welk werk bij die gemeente en die rol hoort. Je kunt steeds wisselen. Alleen de eerste regio is gevuld
          met verzonnen zaken; de andere regio's zijn nog leeg.
        </p>
        {meldAan.isError && <Mislukt fout={meldAan.error} />}
        <Antwoord vraag={gebruikers}>
          {({ gebruikers: lijst }) =>
            perRegio(lijst).map(([regio, mensen], i) => (
              <details key={regio.slug} className="regiokeuze" open={i === 0}>
                <summary>
                  <h2>Regio {regio.naam}</h2>
                </summary>
                <Gemeenten mensen={mensen} kies={meldAan.mutate} />
              </details>
            ))
          }
        </Antwoord>
      </Pagina>
    </main>
  )
}

// Whether somebody was signed in before in this tab: then a missing session is one that ended.
let eerder = false

/** Tells the sign-in screen that there was a session in this tab. */
export const onthoudSessie = (): void => {
  eerder = true
}

type Gemeentenprops = { mensen: readonly DemoGebruiker[]; kies: (aanstelling: string) => void }

function Gemeenten({ mensen, kies }: Gemeentenprops): ReactNode {
  return (
    <div className="gemeenten">
      {groepeer(mensen, (m) => m.organisatie).map(([{ slug, naam }, collegas]) => (
        <section key={slug} className="gemeente" aria-labelledby={`gemeente-${mensen[0]!.regio.slug}-${slug}`}>
          <h3 id={`gemeente-${mensen[0]!.regio.slug}-${slug}`}>{naam}</h3>
          <ul>
            {collegas.map((m) => (
              <li key={m.id}>
                <button type="button" className="persoonkeuze" onClick={() => kies(m.id)}>
                  <span className="persoonkeuze__naam" translate="no">
                    {m.naam}
                  </span>
                  <span className="persoonkeuze__rol">{m.rol.naam}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type Groep = DemoGebruiker['regio']

/** The region with the invented people first, as the server gives them. */
const perRegio = (lijst: readonly DemoGebruiker[]): [Groep, DemoGebruiker[]][] => groepeer(lijst, (g) => g.regio)

function groepeer(lijst: readonly DemoGebruiker[], van: (g: DemoGebruiker) => Groep): [Groep, DemoGebruiker[]][] {
  const groepen = new Map<string, [Groep, DemoGebruiker[]]>()
  for (const g of lijst) {
    const groep = groepen.get(van(g).slug) ?? [van(g), []]
    groep[1].push(g)
    groepen.set(van(g).slug, groep)
  }
  return [...groepen.values()]
}

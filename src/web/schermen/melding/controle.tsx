import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Concept, Zaak } from '../../../domein/antwoorden.ts'
import { Foutenoverzicht, telFouten } from '../../formulier/foutenoverzicht.tsx'
import type { Fout } from '../../formulier/fouten.ts'
import { naarWaarden } from '../../formulier/gegevens.ts'
import { gevraagd, veldId, type Enkelveld } from '../../formulier/veld.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Bericht } from '../../onderdelen/bericht.tsx'
import { dagtekst } from '../../onderdelen/datum.tsx'
import { Pagina } from '../../onderdelen/pagina.tsx'
import { Mislukt } from '../../onderdelen/toestand.tsx'
import { Geweigerd, haal, isCode, nieuweSleutel } from '../../verbinding/api.ts'
import { useSessie, useVerversLijsten } from '../../verbinding/vragen.ts'
import type { Bewaarder } from './bewaren.ts'
import { Gewijzigd, verschillen, Verschillen } from './gewijzigd.tsx'
import { Gooiweg } from './gooiweg.tsx'
import { aantalStappen, wizardstappen, type Wizardstap } from './stappen.ts'
import { Vooruitblikpaneel } from './vooruitblik.tsx'
import { Voortgang } from './voortgang.tsx'

/** Step 6: everything once more, with a way to change it, and the button that sends. */
export function Controle({ concept, bewaarder }: { concept: Concept; bewaarder: Bewaarder }): ReactNode {
  const ga = useNavigate()
  const ververs = useVerversLijsten()
  // One key for this draft in this visit: sending twice after a lost answer makes one report.
  const [sleutel] = useState(nieuweSleutel)
  const [keer, zetKeer] = useState(0)
  const verstuur = useMutation({
    mutationFn: () => {
      const delen = Object.fromEntries(
        wizardstappen.map((s) => [s.sleutel, concept.stappen[s.sleutel]?.gegevens ?? {}]),
      )
      return haal<Zaak>('/meldingen?uitleg=ja', {
        methode: 'POST',
        sleutel,
        lichaam: { concept: { id: concept.id, versie: concept.versie }, ...delen },
      })
    },
    onSuccess: async (zaak) => {
      ververs()
      await ga({ to: '/meldingen/$id/verstuurd', params: { id: zaak.id }, replace: true, ignoreBlocker: true })
    },
    onError: () => zetKeer((k) => k + 1),
  })
  const nietAf = wizardstappen
    .filter((s) => !concept.stappen[s.sleutel]?.af)
    .map((s) => ({ pad: s.sleutel, melding: `Maak stap "${s.naam}" af.` }))
  const geweigerd =
    verstuur.error instanceof Geweigerd
      ? (verstuur.error.probleem.fouten ?? []).map((f) => ({ pad: f.veld, melding: f.melding }))
      : []
  const [toonOpen, zetToonOpen] = useState(false)
  const fouten: Fout[] = toonOpen && nietAf.length ? nietAf : geweigerd
  const titel = `Stap ${aantalStappen} van ${aantalStappen}: Controleren en versturen`
  return (
    <Pagina
      titel={fouten.length ? `${telFouten(fouten.length)} – ${titel}` : titel}
      kruimels={[{ naam: 'Werklijst', naar: '/werklijst' }, { naam: 'Nieuwe melding' }]}
      kop={
        <>
          <span className="voorkop">Nieuwe melding</span>
          {titel}
        </>
      }
    >
      <div className="wizard">
        <Voortgang concept={concept} nummer={aantalStappen} />
        <div className="formulier">
          <Foutenoverzicht fouten={fouten} keer={keer} />
          {wizardstappen.map((stap, i) => (
            <Blok key={stap.sleutel} concept={concept} stap={stap} nummer={i + 1} />
          ))}
          <Vooruitblikpaneel concept={concept} herkomst={concept.stappen['herkomst']?.gegevens ?? {}} />
          {isCode(verstuur.error, 'GEWIJZIGD_DOOR_ANDER') ? (
            <NietVerstuurd concept={concept} ververs={bewaarder.ververs} />
          ) : (
            verstuur.isError && geweigerd.length === 0 && <Mislukt fout={verstuur.error} />
          )}
          <Gewijzigd bewaarder={bewaarder} concept={concept} />
          <div className="knoppen">
            <Button
              disabled={bewaarder.stand.soort === 'gewijzigd'}
              onClick={() => {
                zetToonOpen(true)
                if (nietAf.length) zetKeer((k) => k + 1)
                else if (!verstuur.isPending) verstuur.mutate()
              }}
            >
              Verstuur de melding
            </Button>
            {verstuur.isPending && <output>We versturen de melding…</output>}
          </div>
          <Gooiweg concept={concept} />
        </div>
      </div>
    </Pagina>
  )
}

/** A colleague stored something since this page was filled: what that is, before anything is sent. */
function NietVerstuurd(p: { concept: Concept; ververs: Bewaarder['ververs'] }): ReactNode {
  const toon = useMutation({ mutationFn: p.ververs })
  const [eerst] = useState(p.concept)
  const nieuw = toon.data
  return (
    <Bericht soort="fout" kop="Een collega heeft deze melding net gewijzigd. Er is niets verstuurd." rol="alert">
      {nieuw ? (
        <>
          <Verschillen kop="Dit staat er nu anders:" lijst={verschillen(eerst, nieuw)} />
          <p>Klopt alles? Verstuur de melding dan opnieuw.</p>
        </>
      ) : (
        <Button variant="secondary" onClick={() => toon.mutate()}>
          Toon de nieuwe versie
        </Button>
      )}
      {toon.isError && <Mislukt fout={toon.error} />}
    </Bericht>
  )
}

function Blok({ concept, stap, nummer }: { concept: Concept; stap: Wizardstap; nummer: number }): ReactNode {
  const waarden = naarWaarden(stap.velden, concept.stappen[stap.sleutel]?.gegevens ?? {})
  const noem = useNoem()
  const regels = gevraagd(stap.velden, waarden).filter((v) => waarden[v.pad])
  return (
    <section className="blok" id={veldId(stap.sleutel)} tabIndex={-1}>
      <div className="blok__kop">
        <h2>{stap.naam}</h2>
        <Link
          to="/meldingen/concept/$id/stap/$stap"
          params={{ id: concept.id, stap: String(nummer) }}
          search={{ terug: '6' }}
        >
          Wijzig<span className="ams-visually-hidden"> {stap.naam}</span>
        </Link>
      </div>
      {regels.length === 0 ? (
        <p className="zacht">Nog niet ingevuld.</p>
      ) : (
        <dl className="lijst">
          {regels.map((v) => (
            <div key={v.pad} id={veldId(`${stap.sleutel}.${v.pad}`)} tabIndex={-1}>
              <dt>{v.label}</dt>
              <dd>{noem(v, waarden[v.pad]!)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** A value as a person reads it: the word of a choice, a written date, the name of a municipality. */
function useNoem(): (veld: Enkelveld, waarde: string) => string {
  const { gemeenten } = useSessie()
  const geen: Record<string, string> = {
    geen: 'geen vaste woonplaats',
    'buiten-regio': 'een gemeente die niet in de lijst staat',
    buitenland: 'buiten Nederland',
  }
  return (veld, waarde) => {
    if (veld.soort === 'keuze' || veld.soort === 'lijst') return veld.opties[waarde] ?? waarde
    if (veld.soort === 'gemeente') return gemeenten.find((g) => g.slug === waarde)?.naam ?? geen[waarde] ?? waarde
    if (veld.soort === 'jaNee') return (waarde === 'ja' ? veld.ja : veld.nee) ?? waarde
    if (veld.soort === 'datum')
      return dagtekst(
        waarde.replace(
          /^(\d+)-(\d+)-(\d{4})$/,
          (_, d: string, m: string, j: string) => `${j}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
        ),
      )
    return waarde
  }
}

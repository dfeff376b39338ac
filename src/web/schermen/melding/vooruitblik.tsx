import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Concept, Vooruitblik } from '../../../domein/antwoorden.ts'
import { stapHerkomst } from '../../../domein/toegang/melding.schema.ts'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { Mislukt } from '../../onderdelen/toestand.tsx'
import { Geweigerd, haal } from '../../verbinding/api.ts'

/** Who handles this report and why, as soon as the answers allow it; two facts about the person apart. */
export function Vooruitblikpaneel({
  concept,
  herkomst,
}: {
  concept: Concept
  herkomst: Record<string, unknown>
}): ReactNode {
  const compleet = stapHerkomst.safeParse(herkomst).success
  const vraag = useVooruitblik(concept, herkomst, compleet)
  return (
    <section className="vooruitblik" aria-labelledby="vooruitblik-kop" aria-live="polite">
      <h2 id="vooruitblik-kop" className={vraag.data && compleet ? undefined : 'ams-visually-hidden'}>
        {vraag.data && compleet ? behandeling(vraag.data) : 'Wie behandelt deze melding?'}
      </h2>
      {!compleet && (
        <p className="zacht">Beantwoord de vragen hierboven. Dan zie je hier wie de melding behandelt, en waarom.</p>
      )}
      {compleet && vraag.isError && (
        <Verhinderd fout={vraag.error} concept={concept.id} opnieuw={() => void vraag.refetch()} />
      )}
      {compleet && vraag.data && !vraag.isError && <Uitkomsten blik={vraag.data} />}
      {compleet && persoonIn(concept).bsn && !kanGezocht(persoonIn(concept)) && (
        <p>
          We zoeken eerdere zaken op als ook de achternaam en de geboortedatum zijn ingevuld.{' '}
          <NaarClient concept={concept.id} />
        </p>
      )}
    </section>
  )
}

/** Asks the server what follows from the answers so far. */
export function useVooruitblik(concept: Concept, herkomst: Record<string, unknown>, aan: boolean) {
  const persoon = persoonIn(concept)
  const lichaam = {
    ...(concept.stappen['overDeMelding'] && { overDeMelding: concept.stappen['overDeMelding'].gegevens }),
    ...(kanGezocht(persoon) && { client: { persoon } }),
    herkomst,
  }
  return useQuery({
    queryKey: ['vooruitblik', lichaam],
    queryFn: () => haal<Vooruitblik>('/meldingen/_vooruitblik', { methode: 'POST', lichaam }),
    enabled: aan,
    placeholderData: keepPreviousData,
  })
}

type Zoekgegevens = { bsn?: string; tussenvoegsel?: string; achternaam?: string; geboortedatum?: string }
/** What the server needs to find somebody, and no more than that. */
function persoonIn(concept: Concept): Zoekgegevens {
  const { bsn, tussenvoegsel, achternaam, geboortedatum } = (concept.stappen['client']?.gegevens['persoon'] ??
    {}) as Zoekgegevens
  return {
    ...(bsn && { bsn }),
    ...(tussenvoegsel && { tussenvoegsel }),
    ...(achternaam && { achternaam }),
    ...(geboortedatum && { geboortedatum }),
  }
}
const kanGezocht = (p: Zoekgegevens): boolean => Boolean(p.bsn && p.achternaam && p.geboortedatum)

/** The answers so far contradict something: say what, where the sentence of the field is all there is to say. */
function Verhinderd(p: { fout: unknown; concept: string; opnieuw: () => void }): ReactNode {
  const { fout, opnieuw } = p
  const velden = fout instanceof Geweigerd && fout.probleem.status === 400 ? (fout.probleem.fouten ?? []) : []
  if (velden.length === 0) return <Mislukt fout={fout} opnieuw={opnieuw} />
  return (
    <>
      <p>We kunnen nog niet uitrekenen wie de melding behandelt.</p>
      <ul className="waarom__zinnen">
        {velden.map((f) => (
          <li key={f.veld}>
            {f.melding} {f.veld.startsWith('client.') && <NaarClient concept={p.concept} />}
          </li>
        ))}
      </ul>
    </>
  )
}

const NaarClient = ({ concept }: { concept: string }): ReactNode => (
  <Link to="/meldingen/concept/$id/stap/$stap" params={{ id: concept, stap: '2' }}>
    Ga naar stap 2
  </Link>
)

/** "Zoetermeer behandelt deze melding. Den Haag neemt daarna het besluit." */
function behandeling(blik: Vooruitblik): string {
  const eerst = blik.behandelaar.naam
    ? `${blik.behandelaar.naam} behandelt deze melding.`
    : 'Het is nog niet duidelijk wie deze melding behandelt.'
  const dan =
    blik.beslisser.naam &&
    (blik.beslisser.naam === blik.behandelaar.naam
      ? `${blik.beslisser.naam} neemt ook het besluit.`
      : `${blik.beslisser.naam} neemt daarna het besluit.`)
  return [eerst, dan].filter(Boolean).join(' ')
}

function Uitkomsten({ blik }: { blik: Vooruitblik }): ReactNode {
  return (
    <>
      <Waarom uitkomst={blik.behandelaar} onderwerp="wie deze melding behandelt" />
      <ul className="feiten">
        <Feit naam="Eerste melding" uitkomst={blik.eersteMelding} uitleg="bepaalt wie behandelt" />
        <Feit naam="Nieuwe cliënt" uitkomst={blik.nieuweClient} uitleg="telt mee in de cijfers van de regio" />
        <Feit naam="Onderzoek" uitkomst={blik.onderzoek} />
        <Feit naam="Persoonlijk plan" uitkomst={blik.persoonlijkPlan} />
        <Feit naam="Besluit" uitkomst={blik.beslisser} />
      </ul>
      {blik.zaken.length > 0 && (
        <p>
          Deze persoon heeft al een zaak:{' '}
          {blik.zaken.map((z, i) => (
            <span key={z.id}>
              {i > 0 && ', '}
              <Link to="/meldingen/$id" params={{ id: z.id }}>
                {z.nummer}
              </Link>{' '}
              ({z.stapNaam})
            </span>
          ))}
          . Wil je die eerst bekijken?
        </p>
      )}
      {blik.elders > 0 && (
        <p>
          {blik.elders === 1 ? 'Er is 1 eerdere melding' : `Er zijn ${blik.elders} eerdere meldingen`} bij een andere
          gemeente. Je mag die niet inzien.
        </p>
      )}
    </>
  )
}

function Feit(p: { naam: string; uitkomst: Vooruitblik['onderzoek']; uitleg?: string }): ReactNode {
  return (
    <li>
      <span className="feiten__naam">
        {p.naam}
        {p.uitleg && <span className="zacht"> ({p.uitleg})</span>}
      </span>
      <span>{p.uitkomst.waarom.wat}</span>
      <Waarom uitkomst={p.uitkomst} onderwerp={p.naam} />
    </li>
  )
}

import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { Concept } from '../../../domein/antwoorden.ts'
import { Foutenoverzicht, telFouten } from '../../formulier/foutenoverzicht.tsx'
import { useFormulier } from '../../formulier/gebruik-formulier.ts'
import { naarGegevens, naarWaarden } from '../../formulier/gegevens.ts'
import type { Waarden } from '../../formulier/veld.ts'
import { Velden } from '../../formulier/velden.tsx'
import { Button } from '../../onderdelen/amsterdam.ts'
import { voorVeld } from '../../onderdelen/datum.tsx'
import { Pagina } from '../../onderdelen/pagina.tsx'
import { Mislukt } from '../../onderdelen/toestand.tsx'
import { useSessie } from '../../verbinding/vragen.ts'
import type { Bewaarstand } from './bewaarrij.ts'
import { type Bewaarder, niets } from './bewaren.ts'
import { Gewijzigd } from './gewijzigd.tsx'
import { Gooiweg } from './gooiweg.tsx'
import { aantalStappen, type Wizardstap } from './stappen.ts'
import { Voortgang } from './voortgang.tsx'
import { Vooruitblikpaneel } from './vooruitblik.tsx'

/** One step of the wizard that asks something. */
export function Stap(p: {
  concept: Concept
  nummer: number
  stap: Wizardstap
  bewaarder: Bewaarder
  verder: () => void
}): ReactNode {
  const { concept, stap, nummer } = p
  const opgeslagen = concept.stappen[stap.sleutel]
  const begin = useBegin(stap, opgeslagen?.gegevens)
  const vorm = useFormulier(stap.velden, stap.schema, begin)
  const { stand, bewaar, rondAf, houdBij } = p.bewaarder
  const laatst = useRef(begin)

  // Leaving a changed field stores what was typed, readable or not.
  const verlaten = () => {
    vorm.verlaten()
    if (laatst.current === vorm.waarden) return
    laatst.current = vorm.waarden
    bewaar(stap.sleutel, naarGegevens(stap.velden, vorm.waarden))
  }
  useEffect(() => {
    houdBij(verlaten)
    return () => houdBij(niets)
  })
  const verstuur = async (e: FormEvent) => {
    e.preventDefault()
    const gegevens = vorm.lees()
    if (!gegevens) return
    const bewaard = laatst.current
    laatst.current = vorm.waarden
    try {
      await rondAf(stap.sleutel, gegevens)
      p.verder()
    } catch (fout) {
      // Refused, so not stored either, unless leaving a field did.
      laatst.current = bewaard
      vorm.toonWeigering(fout)
    }
  }
  const titel = `Stap ${nummer} van ${aantalStappen}: ${stap.naam}`
  return (
    <Pagina
      titel={vorm.fouten.length ? `${telFouten(vorm.fouten.length)} – ${titel}` : titel}
      kruimels={[{ naam: 'Werklijst', naar: '/werklijst' }, { naam: 'Nieuwe melding' }]}
      kop={
        <>
          <span className="voorkop">Nieuwe melding</span>
          {titel}
        </>
      }
    >
      <Bewaarregel stand={stand} />
      <div className="wizard">
        <Voortgang concept={concept} nummer={nummer} />
        <form className="formulier" onSubmit={(e) => void verstuur(e)} noValidate>
          <Foutenoverzicht fouten={vorm.fouten} keer={vorm.keer} />
          {nummer === 1 && !opgeslagen?.af && (
            <p className="inleiding">
              Dit zijn {aantalStappen} stappen: over de melding, de cliënt, herkomst, wat is er nodig, delen,
              controleren.
            </p>
          )}
          <Velden velden={stap.velden} waarden={vorm.waarden} fouten={vorm.fouten} zet={vorm.zet} verlaten={verlaten} />
          {stap.sleutel === 'herkomst' && (
            <Vooruitblikpaneel concept={concept} herkomst={naarGegevens(stap.velden, vorm.waarden)} />
          )}
          {stap.sleutel === 'delen' && (
            <p className="hint">
              Een verslag of ander bestand voeg je toe op de zaakpagina, zodra de melding verstuurd is.
            </p>
          )}
          {stand.soort === 'mislukt' && <Mislukt fout={stand.fout} />}
          <Gewijzigd bewaarder={p.bewaarder} concept={concept} />
          <div className="knoppen">
            <Button type="submit">Opslaan en verder</Button>
            {nummer > 1 && (
              <Link to="/meldingen/concept/$id/stap/$stap" params={{ id: concept.id, stap: String(nummer - 1) }}>
                Terug naar stap {nummer - 1}
              </Link>
            )}
          </div>
          <p className="hint">Je kunt stoppen. De melding staat bij Concepten. We bewaren hem 30 dagen.</p>
          <Gooiweg concept={concept} />
        </form>
      </div>
    </Pagina>
  )
}

/** What stands in the fields at first: what was stored, else what we can know. */
function useBegin(stap: Wizardstap, gegevens: Record<string, unknown> | undefined): Waarden {
  const { vandaag, organisatie, gemeenten } = useSessie()
  if (gegevens && Object.keys(gegevens).length) return naarWaarden(stap.velden, gegevens)
  if (stap.sleutel === 'overDeMelding') return { datum: voorVeld(vandaag), voorziening: 'bw', spoed: 'nee' }
  if (stap.sleutel === 'herkomst' && gemeenten.some((g) => g.inRegio && g.slug === organisatie.slug))
    return { gemeldBij: organisatie.slug }
  return {}
}

/** "Opgeslagen om 14.32 uur", said aloud, never a message that goes away by itself. */
export function Bewaarregel({ stand }: { stand: Bewaarstand }): ReactNode {
  return (
    <output className={`bewaarregel bewaarregel--${stand.soort}`}>
      {stand.soort === 'bezig' && 'We slaan het op…'}
      {stand.soort === 'bewaard' && `Opgeslagen om ${stand.tijd} uur`}
      {stand.soort === 'wacht' && 'Niet opgeslagen. We proberen het over 10 seconden opnieuw. Je tekst blijft staan.'}
      {(stand.soort === 'mislukt' || stand.soort === 'gewijzigd') &&
        'Niet opgeslagen. Je tekst staat nog op deze pagina.'}
    </output>
  )
}

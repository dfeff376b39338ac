import type { ReactNode } from 'react'
import type { Zaak } from '../../../domein/antwoorden.ts'
import { Dag } from '../../onderdelen/datum.tsx'
import { Waarom } from '../../onderdelen/waarom.tsx'
import { Blok, Regel } from './oordelen.tsx'
import { Persoonscorrectie } from './persoonscorrectie.tsx'
import type { Zaakdeel } from './zaakpagina.tsx'

/** Who the person is, what is asked, and the two facts about earlier help, kept apart. */
export function Samenvatting(deel: Zaakdeel): ReactNode {
  const { zaak } = deel
  const { persoon: p, hulpvraag: h } = zaak
  return (
    <>
      <Blok kop="Hulpvraag">
        <Regel naam="Grootste vraag" waarde={h.doelgroep} />
        <Regel naam="Wat de cliënt zelf wil" waarde={h.wens} />
        <Regel naam="Veiligheid" waarde={h.veiligheid} />
        <Regel naam="Hulp die er al is" waarde={h.hulpNu} />
        <Regel
          naam="Gemeld"
          waarde={
            <>
              <Dag op={zaak.gemeldOp} /> in {zaak.gemeldBij}
            </>
          }
        />
        <Regel naam="Herkomst" waarde={zaak.herkomst} />
        <Regel naam="Eerste melding" waarde={<MetReden uitkomst={zaak.eersteMelding} onderwerp="eerste melding" />} />
        <Regel naam="Nieuwe cliënt" waarde={<MetReden uitkomst={zaak.nieuweClient} onderwerp="nieuwe cliënt" />} />
        <Regel
          naam="Behandelt"
          waarde={
            <>
              {zaak.behandelendeGemeente.naam}
              <Waarom uitkomst={zaak.behandelendeGemeente.waarom} onderwerp="wie behandelt" />
            </>
          }
        />
        <Regel
          naam="Besluit"
          waarde={
            <>
              {zaak.beslissendeGemeente.naam}
              <Waarom uitkomst={zaak.beslissendeGemeente.waarom} onderwerp="wie besluit" />
            </>
          }
        />
      </Blok>
      <Blok kop="Cliënt" onder={<Persoonscorrectie {...deel} />}>
        <Regel naam="Voornaam" waarde={<span translate="no">{p.voornamen}</span>} />
        <Regel naam="Achternaam" waarde={<span translate="no">{p.achternaam}</span>} />
        <Regel naam="Geboren" waarde={<Dag op={p.geboortedatum} />} />
        <Regel naam="Burgerservicenummer" waarde={p.bsn ?? 'niet bekend'} />
        <Regel naam="Adres" waarde={p.adres} />
        <Regel naam="Verblijft nu" waarde={p.verblijf} />
        <Regel naam="Veilig bereikbaar" waarde={p.bereikbaar} />
        <Regel naam="Tolk" waarde={p.tolk ? `ja${p.taal ? `, ${p.taal}` : ''}` : 'niet nodig'} />
        {p.betrekkingen.map((b, i) => (
          <Regel
            key={i}
            naam={hoofdletter(b.soort)}
            waarde={
              <>
                <span translate="no">{b.naam}</span>, {b.bereikbaar}
              </>
            }
          />
        ))}
      </Blok>
    </>
  )
}

function MetReden({ uitkomst, onderwerp }: { uitkomst: Zaak['eersteMelding']; onderwerp: string }): ReactNode {
  return (
    <>
      {uitkomst.waarom.wat}
      <Waarom uitkomst={uitkomst} onderwerp={onderwerp} />
    </>
  )
}

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

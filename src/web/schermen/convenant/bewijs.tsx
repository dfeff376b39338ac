import type { ReactNode } from 'react'
import { voegBewijsToe } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Convenantbeeld, Plichtbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import { Dag } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { opdrachtpad, useNieuwBeeld } from './vastleggen.ts'

/** The evidence of one duty, and for who records it the way to add more. */
export function Bewijs(p: {
  plicht: Plichtbeeld
  mag: boolean
  voegToe: (plicht: Plichtbeeld, knop: HTMLButtonElement) => void
}): ReactNode {
  const { plicht, mag } = p
  if (plicht.bewijs.length === 0 && !mag) return null
  return (
    <>
      {plicht.bewijs.length > 0 && (
        <ul className="bewijs">
          {plicht.bewijs.map((b) => (
            <li key={b.id}>
              <Dag op={b.op} stijl="kort" />:{' '}
              {b.link ? (
                <a href={b.link} target="_blank" rel="noreferrer">
                  {b.wat}
                  <span className="ams-visually-hidden"> (opent een nieuw tabblad)</span>
                </a>
              ) : (
                b.wat
              )}{' '}
              <span className="zacht">
                (<span translate="no">{b.door}</span>)
              </span>
            </li>
          ))}
        </ul>
      )}
      {mag && (
        <button type="button" className="knoplink niet-afdrukken" onClick={(e) => p.voegToe(plicht, e.currentTarget)}>
          Voeg bewijs toe<span className="ams-visually-hidden"> bij: {plicht.wat}</span>
        </button>
      )}
    </>
  )
}

const vorm: Opdrachtvorm = {
  knop: 'Bewaar dit bewijs',
  schema: voegBewijsToe.omit({ plicht: true }),
  velden: [
    { soort: 'datum', pad: 'op', label: 'Op welke dag is het gebeurd?', naam: 'de dag van het bewijs' },
    {
      soort: 'verhaal',
      pad: 'wat',
      label: 'Wat laat zien dat het gebeurd is?',
      hint: 'Bijvoorbeeld een verslag of een brief. Noem geen namen van cliënten.',
      regels: 3,
    },
    {
      soort: 'tekst',
      pad: 'link',
      label: 'Link naar het stuk',
      hint: 'Begin met https://.',
      optioneel: true,
      breedte: 60,
    },
  ],
}

/** Records what shows that a duty was met: a day, what it is, and where it can be read. */
export function Bewijsformulier(p: { plicht: Plichtbeeld; beeld: Convenantbeeld; sluit: () => void }): ReactNode {
  const { klaar, laadNieuw } = useNieuwBeeld(p.beeld)
  return (
    <section className="blok niet-afdrukken" aria-label="Bewijs toevoegen">
      <Opdrachtformulier<Convenantbeeld>
        titel={`Bewijs bij: ${p.plicht.wat}`}
        pad={opdrachtpad(p.beeld, 'voeg-bewijs-toe')}
        versie={p.beeld.versie}
        vorm={vorm}
        vast={{ plicht: p.plicht.id }}
        laadNieuw={laadNieuw}
        sluit={p.sluit}
        klaar={() => {
          void klaar().then(p.sluit)
        }}
      />
    </section>
  )
}

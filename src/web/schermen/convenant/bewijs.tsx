import type { ReactNode } from 'react'
import { voegBewijsToe } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Convenantbeeld, Plichtbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import type { Veld } from '../../formulier/veld.ts'
import { Label } from '../../onderdelen/bericht.tsx'
import { Dag } from '../../onderdelen/datum.tsx'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { Intrekken } from './intrekken.tsx'
import { opdrachtpad, useNieuwBeeld } from './vastleggen.ts'

/** The evidence of one duty, and for who records it the way to add more. */
export function Bewijs(p: {
  plicht: Plichtbeeld
  beeld: Convenantbeeld
  voegToe: (plicht: Plichtbeeld, knop: HTMLButtonElement) => void
}): ReactNode {
  const { plicht } = p
  const mag = p.beeld.magVastleggen
  return (
    <>
      {plicht.bewijs.length > 0 && (
        <ul className="bewijs">
          {plicht.bewijs.map((b) => (
            <li key={b.id}>
              <Dag op={b.op} stijl="kort" />
              {b.gemeente && <>, {b.gemeente}</>}:{' '}
              {b.link ? (
                <a href={b.link} target="_blank" rel="noreferrer">
                  {b.wat}
                  <span className="ams-visually-hidden"> (opent een nieuw tabblad)</span>
                </a>
              ) : (
                b.wat
              )}{' '}
              {b.soort === 'gebeurtenis' && <Label>Hier wachtte de plicht op</Label>}{' '}
              <span className="zacht">
                (<span translate="no">{b.door}</span>)
              </span>
              {mag && <Intrekken beeld={p.beeld} wat="bewijs" id={b.id} zin={b.wat} />}
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

const vormVan = (plicht: Plichtbeeld): Opdrachtvorm => ({
  knop: 'Bewaar dit bewijs',
  ...(plicht.watBewijst && { uitleg: `Dit laat zien dat het gebeurd is: ${plicht.watBewijst}.` }),
  schema: voegBewijsToe.omit({ plicht: true }),
  begin: { soort: 'bewijs' },
  velden: [
    {
      soort: 'keuze',
      pad: 'soort',
      label: 'Wat leg je vast?',
      opties: {
        bewijs: 'Wat laat zien dat dit is gedaan',
        gebeurtenis: 'Dat gebeurd is waar deze plicht op wacht',
      },
    },
    ...(plicht.vanIeder.length
      ? [
          {
            soort: 'lijst',
            pad: 'gemeente',
            label: 'Van welke gemeente is dit?',
            opties: Object.fromEntries(plicht.vanIeder.map((g) => [g.slug, g.naam])),
            leeg: 'Kies van welke gemeente dit is.',
          } satisfies Veld,
        ]
      : []),
    { soort: 'datum', pad: 'op', label: 'Op welke dag is het gebeurd?', naam: 'de dag van het bewijs' },
    {
      soort: 'verhaal',
      pad: 'wat',
      label: 'Wat is het?',
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
})

/** Records what shows that a duty was met: a day, what it is, and where it can be read. */
export function Bewijsformulier(p: { plicht: Plichtbeeld; beeld: Convenantbeeld; sluit: () => void }): ReactNode {
  const { klaar, laadNieuw } = useNieuwBeeld(p.beeld)
  return (
    <div className="niet-afdrukken bewijsvorm">
      <Opdrachtformulier<Convenantbeeld>
        titel={`Bewijs bij: ${p.plicht.wat}`}
        pad={opdrachtpad(p.beeld, 'voeg-bewijs-toe')}
        versie={p.beeld.versie}
        vorm={vormVan(p.plicht)}
        vast={{ plicht: p.plicht.id }}
        laadNieuw={laadNieuw}
        sluit={p.sluit}
        klaar={() => {
          void klaar().then(p.sluit)
        }}
      />
    </div>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Zaak } from '../../../domein/antwoorden.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { tijdstip } from '../../onderdelen/datum.tsx'
import { Mislukt } from '../../onderdelen/toestand.tsx'
import { Geweigerd, haal, isCode, nieuweSleutel } from '../../verbinding/api.ts'
import type { Zaakdeel } from './zaakpagina.tsx'

const MB = 1024 * 1024
const soorten: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
}
const hooguitMB = 10

/** Files of the case: open one, add one. */
export function Documenten({ zaak, klaar, laadNieuw }: Zaakdeel): ReactNode {
  const invoer = useRef<HTMLInputElement>(null)
  const [melding, zetMelding] = useState('')
  const sleutel = useRef(nieuweSleutel())
  const stuur = useMutation({
    mutationFn: (bestand: File) =>
      haal<Zaak>(`/meldingen/${zaak.id}/documenten?uitleg=ja&naam=${encodeURIComponent(bestand.name)}`, {
        methode: 'POST',
        versie: zaak.versie,
        sleutel: sleutel.current,
        bestand: new Blob([bestand], { type: soorten[uitgang(bestand.name)]! }),
      }),
    onError: (fout) => {
      if (fout instanceof Geweigerd) sleutel.current = nieuweSleutel()
      if (aanHetBestand(fout)) invoer.current?.focus()
      // The file is still chosen; with the newer version around it, sending it again works.
      if (isCode(fout, 'GEWIJZIGD_DOOR_ANDER')) void laadNieuw()
    },
    onSuccess: (nieuw) => {
      sleutel.current = nieuweSleutel()
      if (invoer.current) invoer.current.value = ''
      klaar(nieuw)
    },
  })
  const fout = melding || aanHetBestand(stuur.error)
  const voegToe = (e: FormEvent) => {
    e.preventDefault()
    const bestand = invoer.current?.files?.[0]
    const mis = watIsErMis(bestand)
    zetMelding(mis)
    if (mis) invoer.current?.focus()
    else if (bestand && !stuur.isPending) stuur.mutate(bestand)
  }
  return (
    <section className="blok" aria-labelledby="documenten">
      <h2 id="documenten">Documenten ({zaak.documenten.length})</h2>
      {zaak.documenten.length > 0 && (
        <ul className="documenten">
          {zaak.documenten.map((d) => (
            <li key={d.id}>
              <a href={`/api/v1/documenten/${d.id}`} download={d.naam}>
                {d.naam}
              </a>{' '}
              <span className="zacht">
                {grootte(d.grootte)}, {tijdstip(d.op)}, door <span translate="no">{d.door}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <form className="upload niet-afdrukken" onSubmit={voegToe} noValidate>
        <label htmlFor="bestand">Bestand toevoegen</label>
        <p className="hint" id="bestand-hint">
          Een pdf, docx, jpg of png van hooguit {hooguitMB} MB.
        </p>
        {fout && (
          <p className="foutregel" id="bestand-fout" role="alert">
            {fout}
          </p>
        )}
        <input
          ref={invoer}
          id="bestand"
          type="file"
          accept=".pdf,.docx,.jpg,.jpeg,.png"
          aria-describedby={fout ? 'bestand-hint bestand-fout' : 'bestand-hint'}
          aria-invalid={fout ? true : undefined}
        />
        <Button type="submit" variant="secondary">
          Voeg het bestand toe
        </Button>
        {stuur.isPending && <output>We slaan het bestand op…</output>}
        {stuur.isError && !fout && <Mislukt fout={stuur.error} />}
      </form>
    </section>
  )
}

/** What the program says is wrong with the file that was sent: its name does not fit what is in it. */
const aanHetBestand = (fout: unknown): string =>
  fout instanceof Geweigerd ? (fout.probleem.fouten ?? []).map((f) => f.melding).join(' ') : ''

const uitgang = (naam: string): string => naam.split('.').at(-1)!.toLowerCase()

function watIsErMis(bestand: File | undefined): string {
  if (!bestand) return 'Kies een bestand.'
  if (!soorten[uitgang(bestand.name)]) return 'Dit soort bestand kan niet. Kies pdf, docx, jpg of png.'
  if (bestand.size > hooguitMB * MB)
    return `Het bestand is ${Math.ceil(bestand.size / MB)} MB. Kies een bestand van maximaal ${hooguitMB} MB.`
  if (bestand.size === 0) return 'Het bestand is leeg. Kies een ander bestand.'
  return ''
}

const grootte = (bytes: number): string =>
  bytes < MB ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / MB).toFixed(1).replace('.', ',')} MB`

import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent, type ReactNode } from 'react'
import { haal, isStatus } from '../verbinding/api.ts'
import { uitleg } from '../onderdelen/toestand.tsx'

/** The one search field: opens a case by its number. */
export function Zoekveld(): ReactNode {
  const [nummer, zetNummer] = useState('')
  const [melding, zetMelding] = useState('')
  const ga = useNavigate()
  const zoek = useMutation({
    mutationFn: (n: string) => haal<{ id: string; soort: 'melding' | 'plaatsing' }>(`/zaken/${encodeURIComponent(n)}`),
    onSuccess: async (gevonden) => {
      zetNummer('')
      await (gevonden.soort === 'plaatsing'
        ? ga({ to: '/plaatsingen/$id', params: { id: gevonden.id } })
        : ga({ to: '/meldingen/$id', params: { id: gevonden.id } }))
    },
    onError: (fout, gezocht) =>
      zetMelding(isStatus(fout, 404) ? `Zaak ${gezocht} bestaat niet, of je mag hem niet zien.` : uitleg(fout).kop),
  })
  const verstuur = (e: FormEvent) => {
    e.preventDefault()
    const schoon = nummer.trim()
    zetMelding(schoon ? '' : 'Vul een zaaknummer in.')
    if (schoon) zoek.mutate(schoon)
  }
  return (
    <search className="kop__zoek">
      <form className="zoek" onSubmit={verstuur} noValidate>
        <label htmlFor="zoek" className="zoek__label">
          Zoek op zaaknummer
        </label>
        <input
          id="zoek"
          className="zoek__veld"
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={nummer}
          onChange={(e) => zetNummer(e.target.value)}
          aria-describedby="zoek-melding"
        />
        <button type="submit" className="zoek__knop">
          Zoek
        </button>
        <output id="zoek-melding" className="zoek__melding">
          {melding}
        </output>
      </form>
    </search>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { z } from 'zod'
import { Foutenoverzicht } from '../formulier/foutenoverzicht.tsx'
import { useFormulier } from '../formulier/gebruik-formulier.ts'
import type { Veld, Waarden } from '../formulier/veld.ts'
import { Velden } from '../formulier/velden.tsx'
import { Geweigerd, haal, isCode, isStatus, nieuweSleutel } from '../verbinding/api.ts'
import { Button } from './amsterdam.ts'
import { Bericht } from './bericht.tsx'
import { Mislukt, uitleg } from './toestand.tsx'
import { Verlaatvraag } from './verlaten.tsx'

/** A command as a form: what it is called, what it asks, and which schema the answers must pass. */
export type Opdrachtvorm = {
  knop: string
  uitleg?: string
  velden: readonly Veld[]
  schema: z.ZodType
  /** Values known beforehand, by path. */
  begin?: Waarden
  /** Makes the body out of the answers, where a field chooses more than one value at once. */
  alsLichaam?: (antwoorden: Record<string, unknown>) => Record<string, unknown>
}

/**
 * The form of one command, in the page. `versie` is the version the person looked at; when somebody else
 * was first, the text stays and `laadNieuw` fetches the newer version around it.
 */
// The caller says which case comes back: the address of the command decides it.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function Opdrachtformulier<T extends { versie: number }>(p: {
  /** Heading of the form: the name of the task. Takes the focus when the form opens. */
  titel: string
  pad: string
  versie: number
  vorm: Opdrachtvorm
  /** Added to the body: what the form does not ask, because the place on the page says it. */
  vast?: Record<string, unknown>
  hoofd?: boolean
  klaar: (antwoord: T) => void
  laadNieuw: () => Promise<unknown>
  sluit?: () => void
}): ReactNode {
  const { vorm: v } = p
  const [begin] = useState(v.begin ?? {})
  const vorm = useFormulier(v.velden, v.schema, begin)
  const [gezien, zetGezien] = useState(false)
  const sleutel = useRef(nieuweSleutel())
  const kop = useId()
  const titel = useRef<HTMLHeadingElement>(null)
  useEffect(() => titel.current?.focus(), [])
  const gelukt = useRef(false)
  const onbewaard = () => vorm.waarden !== begin && !gelukt.current
  const stuur = useMutation({
    mutationFn: (lichaam: Record<string, unknown>) =>
      haal<T>(`${p.pad}?uitleg=ja`, {
        methode: 'POST',
        versie: p.versie,
        sleutel: sleutel.current,
        lichaam: { ...(v.alsLichaam?.(lichaam) ?? lichaam), ...p.vast },
      }),
    onSuccess: (antwoord) => {
      gelukt.current = true
      p.klaar(antwoord)
    },
    onError: (fout) => {
      // A refused request did not happen: the next attempt is a new one. Without an answer it may have: same key.
      if (fout instanceof Geweigerd) sleutel.current = nieuweSleutel()
      vorm.toonWeigering(fout)
      zetGezien(false)
    },
  })
  const verstuur = (e: FormEvent) => {
    e.preventDefault()
    const lichaam = vorm.lees()
    if (lichaam && !stuur.isPending) stuur.mutate(lichaam)
  }
  return (
    <form className="formulier opdracht" onSubmit={verstuur} noValidate aria-labelledby={kop}>
      <h3 id={kop} ref={titel} tabIndex={-1}>
        {p.titel}
      </h3>
      <Verlaatvraag onbewaard={onbewaard} meteen={onbewaard} />
      <Foutenoverzicht fouten={vorm.fouten} keer={vorm.keer} vorm={kop} />
      {v.uitleg && <p>{v.uitleg}</p>}
      <Velden
        vorm={kop}
        velden={v.velden}
        waarden={vorm.waarden}
        fouten={vorm.fouten}
        zet={vorm.zet}
        verlaten={vorm.verlaten}
      />
      {stuur.isError && vorm.fouten.length === 0 && (
        <Afgewezen
          fout={stuur.error}
          gezien={gezien}
          laadNieuw={() => void p.laadNieuw().then(() => zetGezien(true))}
        />
      )}
      <div className="knoppen">
        <Button type="submit" variant={p.hoofd === false ? 'secondary' : 'primary'}>
          {v.knop}
        </Button>
        {p.sluit && (
          <button type="button" className="knoplink" onClick={p.sluit}>
            Sluiten
          </button>
        )}
        {stuur.isPending && <output>We slaan het op…</output>}
      </div>
    </form>
  )
}

function Afgewezen({ fout, gezien, laadNieuw }: { fout: unknown; gezien: boolean; laadNieuw: () => void }): ReactNode {
  if (isCode(fout, 'GEWIJZIGD_DOOR_ANDER'))
    return (
      <Bericht soort="fout" kop={uitleg(fout).kop} rol="alert">
        {gezien ? (
          <p>Je ziet nu de nieuwe versie. Jouw tekst staat hierboven. Verstuur hem opnieuw als hij nog klopt.</p>
        ) : (
          <>
            <p>Bekijk eerst de nieuwe versie. Jouw tekst blijft in dit formulier staan.</p>
            <Button variant="secondary" onClick={laadNieuw}>
              Toon de nieuwe versie en houd mijn tekst
            </Button>
          </>
        )}
      </Bericht>
    )
  if (isStatus(fout, 401))
    return (
      <Bericht soort="fout" kop="Je sessie is voorbij. Je tekst staat nog op deze pagina." rol="alert">
        <p>
          <a href="/aanmelden" target="_blank" rel="noreferrer">
            Meld je aan in een nieuw tabblad
          </a>{' '}
          en verstuur daarna dit formulier opnieuw.
        </p>
      </Bericht>
    )
  return <Mislukt fout={fout} />
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Concept } from '../../../domein/antwoorden.ts'
import { kloktijd } from '../../onderdelen/datum.tsx'
import { GeenVerbinding, Geweigerd, haal, isCode } from '../../verbinding/api.ts'
import type { Sleutel } from './stappen.ts'

export type Bewaarstand =
  | { soort: 'rust' }
  | { soort: 'bezig' }
  | { soort: 'bewaard'; tijd: string }
  /** Not stored; tried again by itself. */
  | { soort: 'wacht' }
  /** Not stored, and trying again would not help: somebody else changed it, or the session ended. */
  | { soort: 'mislukt'; fout: unknown }

const WACHT_MS = 10_000

type Gegevens = Record<string, unknown>
type Klus = {
  sleutel: Sleutel
  gegevens: Gegevens
  af: boolean
  overschrijf?: boolean
  klaar?: (concept: Concept) => void
  mis?: (fout: unknown) => void
}

export type Bewaarder = {
  stand: Bewaarstand
  bewaar: (sleutel: Sleutel, gegevens: Gegevens) => void
  rondAf: (sleutel: Sleutel, gegevens: Gegevens) => Promise<Concept>
}

/**
 * Stores steps of a draft one after the other, each with the version the previous one gave. A failed
 * save keeps the newest text and is tried again every 10 seconds.
 */
export function useBewaren(begin: Concept): Bewaarder {
  const [stand, zetStand] = useState<Bewaarstand>({ soort: 'rust' })
  const client = useQueryClient()
  const versie = useRef(begin.versie)
  const rij = useRef<Klus[]>([])
  const loopt = useRef(false)
  const klok = useRef<ReturnType<typeof setTimeout>>(undefined)

  const werk = async (): Promise<void> => {
    if (loopt.current) return
    loopt.current = true
    clearTimeout(klok.current)
    while (rij.current[0]) {
      const klus = rij.current[0]
      zetStand({ soort: 'bezig' })
      try {
        const concept = await haal<Concept>(`/concepten/${begin.id}/stappen/${klus.sleutel}`, {
          methode: 'PUT',
          versie: versie.current,
          lichaam: { gegevens: klus.gegevens, af: klus.af },
        })
        versie.current = concept.versie
        client.setQueryData(['concept', begin.id], concept)
        rij.current.shift()
        zetStand({ soort: 'bewaard', tijd: kloktijd() })
        klus.klaar?.(concept)
      } catch (fout) {
        if (kanLater(fout)) {
          zetStand({ soort: 'wacht' })
          klok.current = setTimeout(() => void werk(), WACHT_MS)
          break
        }
        if (isCode(fout, 'GEWIJZIGD_DOOR_ANDER') && !klus.overschrijf) {
          // A colleague works in the same draft. The newest text of this step wins; their other steps stay.
          const nieuw = await haal<Concept>(`/concepten/${begin.id}`).catch(() => undefined)
          if (nieuw) {
            versie.current = nieuw.versie
            rij.current[0] = { ...klus, overschrijf: true }
            continue
          }
        }
        rij.current.shift()
        zetStand(klus.af && isInvoer(fout) ? { soort: 'rust' } : { soort: 'mislukt', fout })
        klus.mis?.(fout)
      }
    }
    loopt.current = false
  }

  useEffect(() => {
    const nu = () => void werk()
    window.addEventListener('online', nu)
    return () => {
      window.removeEventListener('online', nu)
      clearTimeout(klok.current)
    }
    // The listener only wakes the queue, which lives in refs.
    // eslint-disable-next-line react/exhaustive-deps
  }, [])

  const zetKlaar = (klus: Klus): void => {
    // Going back and forth between steps must show the newest text, stored or not.
    client.setQueryData<Concept>(
      ['concept', begin.id],
      (oud) =>
        oud && {
          ...oud,
          stappen: {
            ...oud.stappen,
            [klus.sleutel]: { af: oud.stappen[klus.sleutel]?.af ?? false, gegevens: klus.gegevens },
          },
        },
    )
    // Only the newest text of a step matters; what is being sent now (the first) stays.
    rij.current = rij.current.filter((k, i) => (loopt.current && i === 0) || k.af || k.sleutel !== klus.sleutel)
    rij.current.push(klus)
    void werk()
  }
  return {
    stand,
    bewaar: (sleutel, gegevens) => zetKlaar({ sleutel, gegevens, af: false }),
    rondAf: (sleutel, gegevens) => new Promise((klaar, mis) => zetKlaar({ sleutel, gegevens, af: true, klaar, mis })),
  }
}

const kanLater = (fout: unknown): boolean =>
  fout instanceof GeenVerbinding || (fout instanceof Geweigerd && fout.probleem.status >= 500)
const isInvoer = (fout: unknown): boolean => fout instanceof Geweigerd && fout.probleem.status === 400

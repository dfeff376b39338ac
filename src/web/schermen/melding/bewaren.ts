import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Concept } from '../../../domein/antwoorden.ts'
import { haal } from '../../verbinding/api.ts'
import { type Bewaarstand, maakBewaarrij, metEigen } from './bewaarrij.ts'
import type { Sleutel } from './stappen.ts'

const WACHT_MS = 10_000

/** Who leaves does not wait longer than this for a slow connection: then the page asks. */
const GEDULD_MS = 3_000
const teLang = () => new Promise<false>((klaar) => void setTimeout(() => klaar(false), GEDULD_MS))

export const niets = (): void => undefined

type Gegevens = Record<string, unknown>

export type Bewaarder = {
  stand: Bewaarstand
  /** Goes up when the text of a colleague replaced what was typed: the fields start afresh. */
  ronde: number
  bewaar: (sleutel: Sleutel, gegevens: Gegevens) => void
  rondAf: (sleutel: Sleutel, gegevens: Gegevens) => Promise<Concept>
  /** Whether leaving would lose text; stores what it can first. */
  onbewaard: () => Promise<boolean>
  /** The same, without waiting. */
  nuOnbewaard: () => boolean
  /** How to store what stands in the fields of the step on the screen: the back button takes no field the focus. */
  houdBij: (legVast: () => void) => void
  toonNieuw: () => void
  /** The draft as it stands now, also on the screen; undefined where typed text waits to be stored. */
  ververs: () => Promise<Concept | undefined>
  houdMijn: () => void
  neemNieuw: () => void
}

/** Stores what is typed in a draft; see `maakBewaarrij` for what happens when that does not work. */
export function useBewaren(begin: Concept): Bewaarder {
  const [stand, meld] = useState<Bewaarstand>({ soort: 'rust' })
  const [ronde, zetRonde] = useState(0)
  const client = useQueryClient()
  const legVast = useRef<() => void>(niets)
  const pad = `/concepten/${begin.id}`
  const [rij] = useState(() =>
    maakBewaarrij(begin, {
      stuur: ({ sleutel, gegevens, af }, versie) =>
        haal<Concept>(`${pad}/stappen/${sleutel}`, { methode: 'PUT', versie, lichaam: { gegevens, af } }),
      haal: () => haal<Concept>(pad),
      meld,
      toon: (concept) => void client.setQueryData(['concept', begin.id], concept),
      straks: (werk) => {
        const klok = setTimeout(werk, WACHT_MS)
        return () => clearTimeout(klok)
      },
    }),
  )
  useEffect(() => {
    window.addEventListener('online', rij.wek)
    return () => {
      window.removeEventListener('online', rij.wek)
      rij.stop()
    }
  }, [rij])
  // Going back and forth between steps must show the newest text, stored or not.
  const toonEigen = (sleutel: Sleutel, gegevens: Gegevens) =>
    client.setQueryData<Concept>(['concept', begin.id], (oud) => oud && metEigen(oud, [{ sleutel, gegevens }]))
  return {
    stand,
    ronde,
    houdBij: (doe) => void (legVast.current = doe),
    bewaar: (sleutel, gegevens) => {
      toonEigen(sleutel, gegevens)
      rij.zet({ sleutel, gegevens, af: false })
    },
    rondAf: (sleutel, gegevens) =>
      new Promise((klaar, mis) => {
        toonEigen(sleutel, gegevens)
        rij.zet({ sleutel, gegevens, af: true, klaar, mis })
      }),
    onbewaard: async () => {
      legVast.current()
      return !(await Promise.race([rij.leeg(), teLang()]))
    },
    nuOnbewaard: () => {
      legVast.current()
      return !rij.isLeeg()
    },
    toonNieuw: () => void rij.toonNieuw(),
    ververs: rij.ververs,
    houdMijn: rij.houdMijn,
    neemNieuw: () => {
      rij.neemNieuw()
      zetRonde((r) => r + 1)
    },
  }
}

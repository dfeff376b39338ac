import type { Concept } from '../../../domein/antwoorden.ts'
import { kloktijd } from '../../onderdelen/datum.tsx'
import { GeenVerbinding, Geweigerd, isCode } from '../../verbinding/api.ts'
import type { Sleutel } from './stappen.ts'

export type Bewaarstand =
  | { soort: 'rust' }
  | { soort: 'bezig' }
  | { soort: 'bewaard'; tijd: string }
  /** Not stored; tried again by itself. */
  | { soort: 'wacht' }
  /** A colleague was first. Nothing is sent until the person looked at `nieuw` and chose. */
  | { soort: 'gewijzigd'; fout: unknown; nieuw?: Concept }
  /** Not stored, and trying again would not help: the session ended, or the draft is gone. */
  | { soort: 'mislukt'; fout: unknown }

type Gegevens = Record<string, unknown>
export type Klus = {
  sleutel: Sleutel
  gegevens: Gegevens
  af: boolean
  klaar?: (concept: Concept) => void
  mis?: (fout: unknown) => void
}

/** What the queue needs from outside, so that it can be tested without a browser. */
export type Omgang = {
  stuur: (klus: Klus, versie: number) => Promise<Concept>
  haal: () => Promise<Concept>
  /** Shows how it goes. */
  meld: (stand: Bewaarstand) => void
  /** Shows this draft: as the server has it, with the text that was not stored yet over it. */
  toon: (concept: Concept) => void
  /** Calls back later; answers how to call that off. */
  straks: (werk: () => void) => () => void
}

export type Bewaarrij = {
  zet: (klus: Klus) => void
  /** Tries again what waits for a connection. */
  wek: () => void
  /** Tries once more, waits for what is on its way, and answers whether everything is stored. */
  leeg: () => Promise<boolean>
  /** Whether everything is stored at this moment. */
  isLeeg: () => boolean
  stop: () => void
  /** After a refusal: fetches the version of the colleague; what was typed stays. */
  toonNieuw: () => Promise<void>
  /** Fetches and shows the version of now; answers it. Where something typed waits, that one decides first. */
  ververs: () => Promise<Concept | undefined>
  /** Stores what was typed over the version that was shown. */
  houdMijn: () => void
  /** Lets go of what was typed and not stored. */
  neemNieuw: () => void
}

/**
 * Stores steps of a draft one after the other, each with the version the previous one gave. Without a
 * connection the newest text is kept and tried again. A version of a colleague is never overwritten unseen.
 */
export function maakBewaarrij(begin: Concept, om: Omgang): Bewaarrij {
  let versie = begin.versie
  let rij: Klus[] = []
  let loopt = false
  let bezig: Promise<void> = Promise.resolve()
  let stand: Bewaarstand = { soort: 'rust' }
  let zegAf: (() => void) | undefined

  const isLeeg = (): boolean => rij.length === 0 && stand.soort !== 'mislukt'
  const meld = (nieuw: Bewaarstand): void => om.meld((stand = nieuw))
  const werk = (): Promise<void> => {
    if (!loopt && stand.soort !== 'gewijzigd') bezig = verstuur()
    return bezig
  }
  const verstuur = async (): Promise<void> => {
    loopt = true
    zegAf?.()
    for (let klus = rij[0]; klus; klus = rij[0]) {
      meld({ soort: 'bezig' })
      try {
        const concept = await om.stuur(klus, versie)
        versie = concept.versie
        rij.shift()
        om.toon(metEigen(concept, rij))
        meld({ soort: 'bewaard', tijd: kloktijd() })
        klus.klaar?.(concept)
      } catch (fout) {
        if (kanLater(fout)) {
          meld({ soort: 'wacht' })
          zegAf = om.straks(() => void werk())
          break
        }
        if (isCode(fout, 'GEWIJZIGD_DOOR_ANDER')) {
          botst(fout)
          break
        }
        rij.shift()
        meld(klus.af && isInvoer(fout) ? { soort: 'rust' } : { soort: 'mislukt', fout })
        klus.mis?.(fout)
      }
    }
    loopt = false
  }
  // The text stays in the queue, the newest of each step; finishing a step is asked for again.
  const botst = (fout: unknown): void => {
    const gewacht = rij
    rij = gewacht
      .filter((k, i) => !gewacht.slice(i + 1).some((later) => later.sleutel === k.sleutel))
      .map(({ sleutel, gegevens }) => ({ sleutel, gegevens, af: false }))
    meld({ soort: 'gewijzigd', fout })
    for (const k of gewacht) k.mis?.(fout)
  }
  const houdMijn = (): void => {
    if (stand.soort !== 'gewijzigd' || !stand.nieuw) return
    stand = { soort: 'rust' }
    void werk()
  }

  return {
    zet: (klus) => {
      if (stand.soort === 'gewijzigd' && !stand.nieuw && klus.af) {
        rij = [...rij.filter((k) => k.sleutel !== klus.sleutel), { ...klus, af: false }]
        klus.mis?.(stand.fout)
        return
      }
      // Only the newest text of a step matters; what is being sent now (the first) stays.
      rij = [...rij.filter((k, i) => (loopt && i === 0) || k.af || k.sleutel !== klus.sleutel), klus]
      // Finishing a step with the other version on the screen is the choice for one's own text.
      if (klus.af) houdMijn()
      void werk()
    },
    wek: () => void werk(),
    leeg: async () => {
      await werk()
      return isLeeg()
    },
    isLeeg,
    stop: () => zegAf?.(),
    toonNieuw: async () => {
      if (stand.soort !== 'gewijzigd') return
      try {
        const nieuw = await om.haal()
        versie = nieuw.versie
        om.toon(metEigen(nieuw, rij))
        meld({ ...stand, nieuw })
      } catch (fout) {
        meld({ soort: 'gewijzigd', fout })
      }
    },
    ververs: async () => {
      if (rij.length) return undefined
      const nieuw = await om.haal()
      versie = nieuw.versie
      om.toon(metEigen(nieuw, rij))
      return nieuw
    },
    houdMijn,
    neemNieuw: () => {
      if (stand.soort !== 'gewijzigd' || !stand.nieuw) return
      rij = []
      om.toon(stand.nieuw)
      meld({ soort: 'rust' })
    },
  }
}

/** The draft with what was typed and not stored yet over it. */
export const metEigen = (concept: Concept, rij: readonly Pick<Klus, 'sleutel' | 'gegevens'>[]): Concept => ({
  ...concept,
  stappen: {
    ...concept.stappen,
    ...Object.fromEntries(
      rij.map((k) => [k.sleutel, { af: concept.stappen[k.sleutel]?.af ?? false, gegevens: k.gegevens }]),
    ),
  },
})

const kanLater = (fout: unknown): boolean =>
  fout instanceof GeenVerbinding || (fout instanceof Geweigerd && fout.probleem.status >= 500)
const isInvoer = (fout: unknown): boolean => fout instanceof Geweigerd && fout.probleem.status === 400

import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { Geweigerd } from '../verbinding/api.ts'
import { controleer, opVolgorde, type Fout } from './fouten.ts'
import { naarGegevens } from './gegevens.ts'
import { gevraagd, type Veld, type Waarden } from './veld.ts'

export type Formulierstand = {
  waarden: Waarden
  zet: (waarden: Waarden) => void
  fouten: readonly Fout[]
  /** How often sending was tried with errors: the summary takes focus each time. */
  keer: number
  /** The body when everything is right; otherwise undefined and the errors are shown. */
  lees: () => Record<string, unknown> | undefined
  /** Shows the fields a server refused. `voor` is cut off the paths. */
  toonWeigering: (fout: unknown, voor?: string) => void
  /** Left a field: after a first attempt the errors follow what is typed. */
  verlaten: () => void
}

/** State of one form: what was typed, what is wrong with it, and when that is told. */
export function useFormulier(velden: readonly Veld[], schema: z.ZodType, begin: Waarden): Formulierstand {
  const [waarden, zet] = useState(begin)
  const [fouten, zetFouten] = useState<readonly Fout[]>([])
  const [keer, zetKeer] = useState(0)
  const naDruk = useNaDruk()
  const toon = (nieuw: readonly Fout[]) => {
    zetFouten(nieuw)
    if (nieuw.length) zetKeer((k) => k + 1)
  }
  return {
    waarden,
    zet,
    fouten,
    keer,
    lees: () => {
      const gevonden = controleer(velden, waarden, schema)
      toon(gevonden)
      return gevonden.length ? undefined : naarGegevens(velden, waarden)
    },
    toonWeigering: (fout, voor = '') => {
      if (!(fout instanceof Geweigerd) || !fout.probleem.fouten?.length) return
      const gemeld = fout.probleem.fouten.map((f) => ({
        pad: f.veld.startsWith(voor) ? f.veld.slice(voor.length) : f.veld,
        melding: f.melding,
      }))
      toon(opVolgorde(gemeld, gevraagd(velden, waarden)))
    },
    verlaten: () => {
      if (keer > 0) naDruk(() => zetFouten(controleer(velden, waarden, schema)))
    },
  }
}

/**
 * Does something once no button of the mouse is held down. A field is left when the mouse goes down on the button that
 * sends: would an error go away at that moment, the button would move from under the mouse and the click be lost.
 */
function useNaDruk(): (doe: () => void) => void {
  const drukt = useRef(false)
  useEffect(() => {
    const neer = () => void (drukt.current = true)
    const op = () => void (drukt.current = false)
    window.addEventListener('pointerdown', neer, true)
    window.addEventListener('pointerup', op, true)
    window.addEventListener('pointercancel', op, true)
    return () => {
      window.removeEventListener('pointerdown', neer, true)
      window.removeEventListener('pointerup', op, true)
      window.removeEventListener('pointercancel', op, true)
    }
  }, [])
  return (doe) => {
    if (drukt.current) window.addEventListener('pointerup', () => setTimeout(doe), { once: true })
    else doe()
  }
}

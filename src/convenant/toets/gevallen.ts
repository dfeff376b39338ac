/** All cases a set of task rules can tell apart. The traits are few and finite, so checks simply try them all. */
import type { Convenant, Geplaatst } from '../afspraak.ts'
import { BUITEN_REGIO, GEEN } from '../gemeenten.ts'
import type { Geval, TaakRegel, Uitzondering, Voorschrift } from '../regels/taak-schema.ts'
import { type Kring, zegVoor } from '../regels/taak-zinnen.ts'
import type { Taak } from '../taken.ts'

export type Kenmerken = {
  voorziening: readonly Geval['voorziening'][]
  woongemeente: readonly string[]
  gemeldBij: readonly string[]
  herhaald: readonly boolean[]
  spoed: readonly boolean[]
}

/** The values to try. A trait that no rule asks about gets one value: it changes nothing. */
export function kenmerken(regels: readonly Geplaatst<TaakRegel>[], document: Convenant): Kenmerken {
  const voor = regels.flatMap(voorschriften)
  const vraagt = (veld: keyof Voorschrift): boolean => voor.some((v) => v[veld] !== undefined)
  const wijst = (naam: string): boolean => regels.some((r) => r.uitvoerder === naam)
  const eerste = document.partijen[0]!
  return {
    voorziening: vraagt('voorziening') ? ['bw', 'mo'] : ['bw'],
    woongemeente:
      vraagt('inwonerVan') || wijst('gemeente-van-inwoner') ? [...document.partijen, BUITEN_REGIO, GEEN] : [eerste],
    gemeldBij: vraagt('gemeldBij') || wijst('gemeente-van-melding') ? [...document.partijen, BUITEN_REGIO] : [eerste],
    herhaald: vraagt('eersteMelding') ? [false, true] : [false],
    spoed: vraagt('spoed') ? [false, true] : [false],
  }
}

const voorschriften = (u: Uitzondering): Voorschrift[] => [u.voor, ...(u.behalve ?? []).flatMap(voorschriften)]

/** Every combination, for one task. */
export const alleGevallen = (taak: Taak, k: Kenmerken): Geval[] =>
  k.voorziening.flatMap((voorziening) =>
    k.woongemeente.flatMap((woongemeente) =>
      k.gemeldBij.flatMap((gemeldBij) =>
        k.herhaald.flatMap((herhaald) =>
          k.spoed.map((spoed) => ({ taak, voorziening, woongemeente, gemeldBij, herhaald, spoed })),
        ),
      ),
    ),
  )

/** What these cases have in common, as a sentence part; "alle gevallen" when that is nothing. */
export function zegGevallen(gevallen: readonly Geval[], alles: Kenmerken, kring: Kring): string {
  const deel = <K extends keyof Kenmerken>(veld: K): Geval[K][] | undefined => {
    const waarden = [...new Set(gevallen.map((g) => g[veld]))]
    return waarden.length < alles[veld].length ? waarden : undefined
  }
  const voorziening = deel('voorziening')?.[0]
  const inwonerVan = deel('woongemeente')
  const gemeldBij = deel('gemeldBij')
  const herhaald = deel('herhaald')?.[0]
  const spoed = deel('spoed')?.[0]
  const tekst = zegVoor(
    {
      ...(voorziening !== undefined && { voorziening }),
      ...(inwonerVan && { inwonerVan }),
      ...(gemeldBij && { gemeldBij }),
      ...(herhaald !== undefined && { eersteMelding: !herhaald }),
      ...(spoed !== undefined && { spoed }),
    },
    kring,
  )
  return tekst ? tekst.charAt(0).toLowerCase() + tekst.slice(1) : 'alle gevallen'
}

/** Holds a rule of kind `taak` against one case and tells why it fits or does not. */
import type { Stap } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { gemeentenaam } from '../gemeenten.ts'
import type { Geval, TaakRegel, Uitzondering, Voorschrift } from './taak-schema.ts'
import { deelVan, type Kring, noemUitvoerder, zegVoor } from './taak-zinnen.ts'

/** One rule held against one case. `wie` is set where the rule fits. */
export type Bevonden = { regel: Geplaatst<TaakRegel>; geldt: boolean; wie: string | null; stap: Stap }

const hoort = (namen: readonly string[] | undefined, slug: string, kring: Kring): boolean =>
  !namen || namen.some((n) => n === deelVan(slug, kring) || (kring.rollen[n] ?? []).includes(slug))

export function past(voor: Voorschrift, geval: Geval, kring: Kring): boolean {
  return (
    (voor.voorziening === undefined || voor.voorziening === geval.voorziening) &&
    hoort(voor.inwonerVan, geval.woongemeente, kring) &&
    hoort(voor.gemeldBij, geval.gemeldBij, kring) &&
    (voor.eersteMelding === undefined || voor.eersteMelding === !geval.herhaald) &&
    (voor.spoed === undefined || voor.spoed === geval.spoed)
  )
}

/** The default logic of the covenants, whole: it holds unless an exception to it holds. */
const houdt = (u: Uitzondering, geval: Geval, kring: Kring): boolean =>
  past(u.voor, geval, kring) && !(u.behalve ?? []).some((b) => houdt(b, geval, kring))

/** Holds one rule against a case and says why it fits or not, the exceptions nested as in the text. */
export function houTegenLicht(regel: Geplaatst<TaakRegel>, geval: Geval, kring: Kring): Bevonden {
  const geldt = houdt(regel, geval, kring)
  const wie = geldt ? uitvoerder(regel.uitvoerder, geval, kring) : null
  const stappen = (regel.behalve ?? []).map((u) => uitzonderingStap(u, geval, kring))
  const waar = zegVoor(regel.voor, kring)
  const taakzin = `is dit een taak van ${noemUitvoerder(regel.uitvoerder, kring)}`
  const kern = `${waar || (regel.behalve ? 'Als hoofdregel' : 'In alle gevallen')} ${taakzin}`
  const stap: Stap = {
    wat: geldt
      ? `${kern}${wie && noemUitvoerder(regel.uitvoerder, kring) !== gemeentenaam(wie, kring.gemeenten) ? ': {wie}' : ''}.`
      : `Geldt hier niet: ${kern.charAt(0).toLowerCase()}${kern.slice(1)}.`,
    bron: regel.bron,
    geldt,
    ...(wie && { feiten: { wie: gemeentenaam(wie, kring.gemeenten) } }),
    ...(stappen.length && { stappen }),
  }
  return { regel, geldt, wie, stap }
}

function uitzonderingStap(u: Uitzondering, geval: Geval, kring: Kring): Stap {
  const geldt = houdt(u, geval, kring)
  const waar = zegVoor(u.voor, kring)
  const oordeel = geldt
    ? 'deze uitzondering geldt hier'
    : past(u.voor, geval, kring)
      ? 'dit past hier, maar een uitzondering daarop geldt'
      : 'dit geldt hier niet'
  return {
    wat: `Behalve ${waar ? waar.charAt(0).toLowerCase() + waar.slice(1) : 'altijd'}: ${oordeel}.`,
    geldt,
    ...(u.behalve && { stappen: u.behalve.map((b) => uitzonderingStap(b, geval, kring)) }),
  }
}

/** The performer this rule names for a case, or null where it does not apply: the answer without its reasons. */
export const uitvoerderBij = (regel: TaakRegel, geval: Geval, kring: Kring): string | null =>
  houdt(regel, geval, kring) ? uitvoerder(regel.uitvoerder, geval, kring) : null

function uitvoerder(naamVan: string, geval: Geval, kring: Kring): string {
  if (naamVan === 'gemeente-van-inwoner') return geval.woongemeente
  if (naamVan === 'gemeente-van-melding') return geval.gemeldBij
  return kring.rollen[naamVan]?.[0] ?? naamVan
}

/** The Dutch sentences of kind `taak`. */
import { BUITEN_REGIO, GEEN, type Gemeente, gemeentenaam } from '../gemeenten.ts'
import type { Geval, Voorschrift } from './taak-schema.ts'

/** What a rule needs to know of the agreement it stands in. */
export type Kring = {
  readonly partijen: readonly string[]
  readonly rollen: Readonly<Record<string, readonly string[]>>
  readonly gemeenten: readonly Gemeente[]
}

/** A municipality outside the region counts as `buiten-regio`; without parties every slug is itself. */
export const deelVan = (slug: string, kring: Kring): string =>
  kring.partijen.length === 0 || kring.partijen.includes(slug) || slug === GEEN ? slug : BUITEN_REGIO

export function noemUitvoerder(naamVan: string, kring: Kring): string {
  if (naamVan === 'gemeente-van-inwoner') return 'de gemeente waar de inwoner woont'
  if (naamVan === 'gemeente-van-melding') return 'de gemeente waar de melding is gedaan'
  return gemeentenaam(kring.rollen[naamVan]?.[0] ?? naamVan, kring.gemeenten)
}

const VOORZIENING = { bw: 'Beschermd Wonen', mo: 'Maatschappelijke Opvang' } as const
const of = (delen: string[]): string =>
  delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} of ${delen.at(-1)}`

/** "Bij Beschermd Wonen voor een inwoner van Rijswijk"; empty when every case is meant. */
export function zegVoor(v: Voorschrift, kring: Kring): string {
  const plaatsen = (namen: readonly string[]): string =>
    of(
      namen.map((n) =>
        n in kring.rollen ? (kring.rollen[n]!.length > 1 ? `een ${n}` : `de ${n}`) : gemeentenaam(n, kring.gemeenten),
      ),
    )
  const wonen = (namen: readonly string[]): string => {
    const hier = namen.filter((n) => n !== BUITEN_REGIO && n !== GEEN)
    return of([
      ...(hier.length ? [`een inwoner van ${plaatsen(hier)}`] : []),
      ...(namen.includes(BUITEN_REGIO) ? ['iemand van buiten de regio'] : []),
      ...(namen.includes(GEEN) ? ['iemand zonder woonplaats'] : []),
    ])
  }
  const zin = [
    v.voorziening && `bij ${VOORZIENING[v.voorziening]}`,
    v.inwonerVan && `voor ${wonen(v.inwonerVan)}`,
    v.gemeldBij && `gemeld bij ${plaatsen(v.gemeldBij)}`,
    v.eersteMelding === true && 'bij een eerste melding',
    v.eersteMelding === false && 'bij een herhaalde melding',
    v.spoed === true && 'bij spoed',
    v.spoed === false && 'zonder spoed',
  ]
    .filter(Boolean)
    .join(', ')
    .replace(/^(bij [^,]+), voor/, '$1 voor')
  return zin.charAt(0).toUpperCase() + zin.slice(1)
}

/** The case in one sentence, as the explanation repeats it. */
export function zegGeval(geval: Geval, kring: Kring): string {
  const woont =
    geval.woongemeente === GEEN
      ? 'iemand zonder woonplaats'
      : deelVan(geval.woongemeente, kring) === BUITEN_REGIO
        ? `iemand van buiten de regio${geval.woongemeente === BUITEN_REGIO ? '' : ` (${gemeentenaam(geval.woongemeente, kring.gemeenten)})`}`
        : `een inwoner van ${gemeentenaam(geval.woongemeente, kring.gemeenten)}`
  const gemeld =
    geval.gemeldBij === GEEN || geval.gemeldBij === BUITEN_REGIO
      ? 'gemeld buiten de regio'
      : `gemeld bij ${gemeentenaam(geval.gemeldBij, kring.gemeenten)}`
  return `Het gaat om ${VOORZIENING[geval.voorziening]} voor ${woont}, ${gemeld}. Het is een ${geval.herhaald ? 'herhaalde' : 'eerste'} melding${geval.spoed ? ' met spoed' : ''}.`
}

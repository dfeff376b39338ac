/** Half-open periods of calendar days: `van` belongs to it, `tot` does not. */
import { dagenTussen, datum, type Datum, opOfVoor, voor, vroegste } from './datum.ts'

export type Periode = { readonly van: Datum; readonly tot: Datum }

/** A period of at least one day. Throws a RangeError when `tot` does not lie after `van`. */
export function periode(van: Datum, tot: Datum): Periode {
  if (!voor(van, tot)) throw new RangeError(`De periode ${van.toString()}/${tot.toString()} eindigt niet na het begin.`)
  return { van, tot }
}

/** Reads `2025-03-06/2025-03-13`: from the first day up to, not including, the second. Throws a RangeError. */
export function leesPeriode(tekst: string): Periode {
  const [van, tot, ...rest] = tekst.split('/')
  if (!van || !tot || rest.length) throw new RangeError(`Geen periode in de vorm JJJJ-MM-DD/JJJJ-MM-DD: ${tekst}`)
  return periode(datum(van), datum(tot))
}

export const dagen = (p: Periode): number => dagenTussen(p.van, p.tot)
export const bevat = (p: Periode, d: Datum): boolean => opOfVoor(p.van, d) && voor(d, p.tot)
export const overlapt = (a: Periode, b: Periode): boolean => voor(a.van, b.tot) && voor(b.van, a.tot)

/** The last day that belongs to the period, for texts that say "tot en met". */
export const totEnMet = (p: Periode): Datum => p.tot.subtract({ days: 1 })

/** The same days as sorted periods that neither overlap nor touch. */
export function verenig(perioden: readonly Periode[]): Periode[] {
  const uit: Periode[] = []
  for (const p of [...perioden].sort((a, b) => Temporal.PlainDate.compare(a.van, b.van))) {
    const vorige = uit.at(-1)
    if (vorige && opOfVoor(p.van, vorige.tot))
      uit[uit.length - 1] = {
        van: vorige.van,
        tot: vroegste(vorige.tot, p.tot).equals(vorige.tot) ? p.tot : vorige.tot,
      }
    else uit.push(p)
  }
  return uit
}

/** Exact fractions of bigints, always in lowest terms with a positive denominator. */

export type Breuk = { readonly teller: bigint; readonly noemer: bigint }

const ggd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : ggd(b, a % b))

/** Throws a RangeError for a denominator of zero. */
export function breuk(teller: bigint, noemer = 1n): Breuk {
  if (noemer === 0n) throw new RangeError('Een breuk kan geen noemer 0 hebben.')
  const deler = ggd(teller, noemer) * (noemer < 0n ? -1n : 1n)
  return { teller: teller / deler, noemer: noemer / deler }
}

/** Reads `1/3`, `5` or `-2/4`. Throws a RangeError for anything else. */
export function leesBreuk(tekst: string): Breuk {
  const delen = /^(-?\d+)(?:\/(\d+))?$/.exec(tekst.trim())
  if (!delen) throw new RangeError(`Geen breuk in de vorm 1/3: ${tekst}`)
  return breuk(BigInt(delen[1]!), BigInt(delen[2] ?? '1'))
}

export const schrijfBreuk = (b: Breuk): string => (b.noemer === 1n ? `${b.teller}` : `${b.teller}/${b.noemer}`)

export const plus = (a: Breuk, b: Breuk): Breuk => breuk(a.teller * b.noemer + b.teller * a.noemer, a.noemer * b.noemer)
export const min = (a: Breuk, b: Breuk): Breuk => plus(a, { teller: -b.teller, noemer: b.noemer })
export const maal = (a: Breuk, b: Breuk): Breuk => breuk(a.teller * b.teller, a.noemer * b.noemer)
/** Throws a RangeError when `b` is zero. */
export const gedeeldDoor = (a: Breuk, b: Breuk): Breuk => breuk(a.teller * b.noemer, a.noemer * b.teller)

/** Negative, zero or positive, as a sort function wants it. */
export function vergelijk(a: Breuk, b: Breuk): -1 | 0 | 1 {
  const verschil = a.teller * b.noemer - b.teller * a.noemer
  return verschil < 0n ? -1 : verschil > 0n ? 1 : 0
}

/** The largest whole number that is not larger: -1/2 gives -1. */
export const naarBeneden = ({ teller, noemer }: Breuk): bigint =>
  teller / noemer - (teller < 0n && teller % noemer !== 0n ? 1n : 0n)

/** The nearest whole number; a half goes away from zero, so that a debt rounds like a claim. */
export function halfOmhoog({ teller, noemer }: Breuk): bigint {
  const heel = (2n * (teller < 0n ? -teller : teller) + noemer) / (2n * noemer)
  return teller < 0n ? -heel : heel
}

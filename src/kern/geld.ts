/** Money is a whole number of euro cents. There is no other unit and no rounding in this file. */

export type Centen = bigint

/**
 * Reads what a Dutch person types: `1.234,56`, `€ 12`, `-0,05`, `1234,5` is refused (one decimal is
 * a slip of the hand), so is `1,234.56`. Throws a RangeError.
 */
export function leesBedrag(invoer: string): Centen {
  const tekst = invoer
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^(-?)\s*(?:€|EUR)\s*(-?)\s*/, '$1$2')
  const delen = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}|-))?$/.exec(tekst)
  if (!delen) throw new RangeError(`Geen bedrag in de vorm 1.234,56: ${invoer}`)
  const centen =
    BigInt(delen[2]!.replaceAll('.', '')) * 100n + BigInt(delen[3] === undefined || delen[3] === '-' ? '0' : delen[3])
  return delen[1] ? -centen : centen
}

/** `€ 1.234,56`; a negative amount as `-€ 1.234,56` with a real minus sign and no-break space. */
export function schrijfBedrag(centen: Centen): string {
  const absoluut = centen < 0n ? -centen : centen
  const heel = (absoluut / 100n).toString().replace(/\B(?=(\d{3})+$)/g, '.')
  return `${centen < 0n ? '\u2212' : ''}€\u00a0${heel},${(absoluut % 100n).toString().padStart(2, '0')}`
}

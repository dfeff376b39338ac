/** Decimal text as an exact fraction: what a file says, never what a float makes of it. */
import { type Breuk, breuk, halfOmhoog } from './breuk.ts'

/** Reads `12`, `-5.2` or `5,2`. Throws a RangeError for anything else, `1e3` included. */
export function leesDecimaal(tekst: string): Breuk {
  const delen = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(tekst.trim())
  if (!delen) throw new RangeError(`Geen getal in de vorm 5,2: ${tekst}`)
  const achter = delen[3] ?? ''
  return breuk(BigInt(`${delen[1]!}${delen[2]!}${achter}`), 10n ** BigInt(achter.length))
}

/** `12,345679`: at most `plaatsen` digits, the last one rounded. For reading only, never to compute with. */
export function schrijfDecimaal(b: Breuk, plaatsen = 6): string {
  const eenheid = 10n ** BigInt(plaatsen)
  const heel = halfOmhoog(breuk(b.teller * eenheid, b.noemer))
  const absoluut = heel < 0n ? -heel : heel
  const achter = (absoluut % eenheid).toString().padStart(plaatsen, '0').replace(/0+$/, '')
  return `${heel < 0n ? '\u2212' : ''}${absoluut / eenheid}${achter && `,${achter}`}`
}

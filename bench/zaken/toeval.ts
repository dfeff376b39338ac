/** Numbers that look random and are the same in every run: the data set is deterministic. */
export type Toeval = {
  /** A whole number from 0 up to `grens`. */
  getal: (grens: number) => number
  kies: <T>(lijst: readonly T[]) => T
  bytes: (aantal: number) => Buffer
  /** A UUIDv7 of that millisecond. */
  uuid: (nu: number) => string
}

/** xorshift128 (Marsaglia): four words of state, from a seed. */
export function maakToeval(zaad: number): Toeval {
  let [a, b, c, d] = [zaad >>> 0 || 1, 362436069, 521288629, 88675123]
  const woord = (): number => {
    const t = a ^ (a << 11)
    ;[a, b, c] = [b, c, d]
    d = d ^ (d >>> 19) ^ t ^ (t >>> 8)
    return d >>> 0
  }
  for (let i = 0; i < 20; i += 1) woord()
  const getal = (grens: number): number => woord() % grens
  const bytes = (aantal: number): Buffer => {
    const uit = Buffer.allocUnsafe(aantal)
    for (let i = 0; i < aantal; i += 1) uit[i] = woord() & 0xff
    return uit
  }
  const hex = (): string => woord().toString(16).padStart(8, '0')
  const uuid = (nu: number): string => {
    const tijd = nu.toString(16).padStart(12, '0')
    const [x, y, z] = [hex(), hex(), hex()]
    const vierde = ((woord() & 0x3f) | 0x80).toString(16)
    return `${tijd.slice(0, 8)}-${tijd.slice(8)}-7${x.slice(0, 3)}-${vierde}${x.slice(3, 5)}-${y}${z.slice(0, 4)}`
  }
  return { getal, kies: (lijst) => lijst[getal(lijst.length)]!, bytes, uuid }
}

const GEWICHT = [9, 8, 7, 6, 5, 4, 3, 2]

/**
 * The n-th citizen service number below 001000000: it passes the elfproef, and numbers that begin with
 * two zeros are given to nobody. Undefined where the n-th number has no valid last digit.
 */
export function verzonnenBsn(n: number): string | undefined {
  const kop = String(n).padStart(8, '0')
  if (!kop.startsWith('00')) throw new RangeError(`${n} is beyond the numbers nobody has`)
  const som = GEWICHT.reduce((s, gewicht, plek) => s + Number(kop[plek]) * gewicht, 0)
  return som % 11 === 10 || n === 0 ? undefined : `${kop}${som % 11}`
}

/** An endless supply of such numbers, each once, from `begin` on. */
export function maakBsns(begin: number): () => string {
  let n = begin
  return () => {
    for (;;) {
      const bsn = verzonnenBsn((n += 1))
      if (bsn !== undefined) return bsn
    }
  }
}

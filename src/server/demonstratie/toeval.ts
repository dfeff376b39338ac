/** Choice from a fixed seed: the same filling every time, so that a picture or a test can count on it. */

export class Toeval {
  #staat: number
  /** `zaad`: any text; other texts give another row of choices. */
  constructor(zaad: string) {
    // FNV-1a, 32 bits: spreads texts that differ in one digit.
    let h = 0x811c9dc5
    for (const teken of zaad) h = Math.imul(h ^ teken.codePointAt(0)!, 0x01000193)
    this.#staat = h >>> 0
  }

  /** Mulberry32: a whole number of 32 bits. */
  #volgend(): number {
    this.#staat = (this.#staat + 0x6d2b79f5) >>> 0
    let t = this.#staat
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }

  /** A whole number from `van` up to and including `tot`. */
  tussen(van: number, tot: number): number {
    return van + (this.#volgend() % (tot - van + 1))
  }

  /** True in about `procent` of 100 times. */
  kans(procent: number): boolean {
    return this.tussen(1, 100) <= procent
  }

  kies<T>(uit: readonly T[]): T {
    return uit[this.tussen(0, uit.length - 1)]!
  }

  /** A key of `gewichten`, as often as its weight says. */
  kiesNaar<K extends string>(gewichten: Readonly<Record<K, number>>): K {
    const paren = Object.entries(gewichten) as [K, number][]
    let rest = this.tussen(
      1,
      paren.reduce((som, [, gewicht]) => som + gewicht, 0),
    )
    for (const [sleutel, gewicht] of paren) {
      rest -= gewicht
      if (rest <= 0) return sleutel
    }
    return paren[0]![0]
  }

  /** The same items in another order (Fisher-Yates). */
  schud<T>(rij: readonly T[]): T[] {
    const uit = [...rij]
    for (let i = uit.length - 1; i > 0; i -= 1) {
      const j = this.tussen(0, i)
      ;[uit[i], uit[j]] = [uit[j]!, uit[i]!]
    }
    return uit
  }
}

/** Divides `aantal` over the keys by weight, whole numbers that add up (largest remainder, first key wins a tie). */
export function verdeel<K extends string>(aantal: number, gewichten: Readonly<Record<K, number>>): Record<K, number> {
  const paren = Object.entries(gewichten) as [K, number][]
  const som = paren.reduce((s, [, g]) => s + g, 0)
  const delen = paren.map(([sleutel, g]) => ({
    sleutel,
    heel: Math.floor((aantal * g) / som),
    rest: (aantal * g) % som,
  }))
  let over = aantal - delen.reduce((s, d) => s + d.heel, 0)
  for (const d of delen.toSorted((a, b) => b.rest - a.rest)) {
    if (over <= 0) break
    d.heel += 1
    over -= 1
  }
  return Object.fromEntries(delen.map((d) => [d.sleutel, d.heel])) as Record<K, number>
}

/** Each key as often as its number says: `{ a: 2, b: 1 }` gives `a a b`. */
export const uitgeschreven = <K extends string>(aantallen: Readonly<Record<K, number>>): K[] =>
  (Object.entries(aantallen) as [K, number][]).flatMap(([sleutel, n]) => Array.from({ length: n }, () => sleutel))

/** Divides a whole number of units in proportion: exact, by the method of the largest remainder. */

/** What happens to the units that rounding down leaves over. */
export type Restregel = 'grootste-rest' | 'onverdeeld'
/** Who gets a unit when remainders are equal: the first by name, or nobody. */
export type Gelijkregel = 'alfabet' | 'onverdeeld'

export type NaarRato = {
  /** Whole units per place, with the sign of the total. */
  readonly aandelen: readonly bigint[]
  /** The exact share of a place is `tellers[i] / noemer`, not in lowest terms; of a deficit `noemer` is negative. */
  readonly tellers: readonly bigint[]
  readonly noemer: bigint
  /** What rounding down took off, over `noemer`, without sign. */
  readonly resten: readonly bigint[]
  /** Whether the place got a unit for its remainder. */
  readonly erbij: readonly boolean[]
  /** Units that rounding down left over, without sign. */
  readonly over: bigint
  /** Equal remainders competed for too few units. */
  readonly gelijk: boolean
  /** What nobody got, with the sign of the total. */
  readonly rest: bigint
}

/**
 * `maten[i]` is the measure of the place called `namen[i]`; the order of the places does not matter. A
 * negative total is divided like a positive one. Throws a RangeError for a measure below zero, or when all
 * measures together are zero: there is no proportion then.
 */
export function naarRato(
  totaal: bigint,
  maten: readonly bigint[],
  namen: readonly string[],
  regels: { readonly rest: Restregel; readonly gelijk: Gelijkregel },
): NaarRato {
  let noemer = 0n
  for (const maat of maten) {
    if (maat < 0n) throw new RangeError('Een maat kan niet kleiner zijn dan 0.')
    noemer += maat
  }
  if (noemer === 0n) throw new RangeError('Alle maten samen zijn 0; dan is er geen verhouding.')
  const min = totaal < 0n
  const absoluut = min ? -totaal : totaal
  const aandelen: bigint[] = []
  const tellers: bigint[] = []
  const resten: bigint[] = []
  let over = absoluut
  for (const maat of maten) {
    const teller = absoluut * maat
    const heel = teller / noemer
    over -= heel
    tellers.push(teller)
    resten.push(teller - heel * noemer)
    aandelen.push(heel)
  }
  const erbij = aandelen.map(() => false)
  let gelijk = false
  let rest = over
  if (over > 0n && regels.rest === 'grootste-rest') {
    const uit = grootsteResten(resten, noemer, namen, Number(over))
    gelijk = uit.gelijk
    for (const i of uit.gekozen) {
      if (gelijk && regels.gelijk === 'onverdeeld' && resten[i] === uit.grens) continue
      erbij[i] = true
      aandelen[i] = aandelen[i]! + 1n
      rest -= 1n
    }
  }
  return {
    aandelen: min ? aandelen.map((a) => -a) : aandelen,
    tellers,
    noemer: min ? -noemer : noemer,
    resten,
    erbij,
    over,
    gelijk,
    rest: min ? -rest : rest,
  }
}

/** The remainders are first put in classes by their highest bits. */
const BITS = 9

/**
 * The places with the `aantal` largest remainders. Equal ones by name, letter by letter, whatever the machine.
 * Remainders are put in classes by size first: only the class in which the line falls is sorted exactly.
 */
function grootsteResten(
  resten: readonly bigint[],
  noemer: bigint,
  namen: readonly string[],
  aantal: number,
): { gekozen: number[]; gelijk: boolean; grens: bigint } {
  const schuif = BigInt(Math.max(0, noemer.toString(2).length - BITS))
  const tel = new Uint32Array(2 ** BITS)
  const klasse: number[] = []
  for (const rest of resten) {
    const k = Number(rest >> schuif)
    klasse.push(k)
    tel[k]! += 1
  }
  let lijn = tel.length - 1
  let boven = 0
  while (boven + tel[lijn]! < aantal) {
    boven += tel[lijn]!
    lijn -= 1
  }
  const gekozen: number[] = []
  const opDeLijn: number[] = []
  for (let i = 0; i < klasse.length; i += 1)
    if (klasse[i]! > lijn) gekozen.push(i)
    else if (klasse[i] === lijn) opDeLijn.push(i)
  opDeLijn.sort((a, b) => {
    const links = resten[a]!
    const rechts = resten[b]!
    if (links !== rechts) return links > rechts ? -1 : 1
    return namen[a]! < namen[b]! ? -1 : 1
  })
  const nog = aantal - boven
  const grens = resten[opDeLijn[nog - 1]!]!
  const volgende = opDeLijn[nog]
  return {
    gekozen: [...gekozen, ...opDeLijn.slice(0, nog)],
    gelijk: volgende !== undefined && resten[volgende] === grens,
    grens,
  }
}

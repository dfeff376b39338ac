/** What an agreement file, an example or an outcome holds, in words that people can read. */
import { schrijfDatum } from '../kern/datum.ts'
import { schrijfBedrag } from '../kern/geld.ts'
import type { Convenant, Geplaatst, Kader } from './afspraak.ts'
import { type Gemeente, gemeentenaam, vindGemeente } from './gemeenten.ts'
import { type Regel, soortVan } from './regels/index.ts'

const ISO = /^\d{4}-\d{2}-\d{2}$/
const EENHEDEN = {
  years: ['jaar', 'jaar'],
  months: ['maand', 'maanden'],
  weeks: ['week', 'weken'],
  days: ['dag', 'dagen'],
} as const

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)+$/
/** What an example expects where the text gives no single answer. */
const ANDERS: Readonly<Record<string, string>> = {
  ontbreekt: 'er ontbreekt een gegeven',
  oordeel: 'een oordeel van mensen',
}

/** How a value is written. `geld` says of a field, by the names that lead to it, whether it holds whole euro cents. */
type Schrijfwijze = {
  readonly gemeenten: readonly Gemeente[]
  /** Also the names that only the file uses: `zelf-geen-woning` is "zelf geen woning". */
  readonly namen?: boolean
  readonly geld?: (pad: readonly string[]) => boolean
}

/** `andereJaren` is "andere jaren". */
export const inWoorden = (naam: string): string =>
  naam.replace(/([a-z])([A-Z])/g, (_heel, voor: string, na: string) => `${voor} ${na.toLowerCase()}`)

/** One field in words, with its name in words. */
export type Voorbeeldveld = { naam: string; waarde: string }

/**
 * What an example of this rule gives, or what it expects: amounts as euros, names as names. An outcome that is one
 * value is called `uitkomst`.
 */
export function zegVoorbeeld(
  waarde: unknown,
  regel: Geplaatst<Regel> | undefined,
  document: Pick<Convenant | Kader, 'regels'>,
  gemeenten: readonly Gemeente[],
): Voorbeeldveld[] {
  const geld = regel && soortVan(regel.soort).geld?.(regel, document)
  const hoe: Schrijfwijze = { gemeenten, namen: true, ...(geld && { geld }) }
  return Object.entries(alsObject(waarde))
    .filter(([, w]) => w !== undefined)
    .map(([naam, w]) => ({ naam: schrijfTekst(inWoorden(naam), hoe), waarde: schrijfIn(w, hoe, [naam]) }))
}

/** `soort` is the way in which there is no single answer. */
function alsObject(waarde: unknown): object {
  if (waarde === null || typeof waarde !== 'object' || Array.isArray(waarde)) return { uitkomst: waarde }
  if (!('soort' in waarde) || typeof waarde.soort !== 'string') return waarde
  const { soort, ...rest } = waarde
  return { uitkomst: ANDERS[soort] ?? soort, ...rest }
}

/** A value of a block or of an outcome in words. */
export const schrijf = (waarde: unknown, gemeenten: readonly Gemeente[]): string => schrijfIn(waarde, { gemeenten }, [])

function schrijfIn(waarde: unknown, hoe: Schrijfwijze, pad: readonly string[]): string {
  if (waarde === null || waarde === undefined) return 'niet bekend'
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (typeof waarde === 'string') return schrijfTekst(waarde, hoe)
  if (typeof waarde === 'bigint' || Number.isInteger(waarde)) {
    const getal = BigInt(waarde as bigint | number)
    return hoe.geld?.(pad) ? schrijfBedrag(getal) : getal.toString()
  }
  if (typeof waarde === 'number') return waarde.toString()
  if (waarde instanceof Temporal.PlainDate) return schrijfDatum(waarde)
  if (waarde instanceof Temporal.Duration) return schrijfDuur(waarde)
  if (Array.isArray(waarde)) {
    const delen = waarde.map((w: unknown) => schrijfIn(w, hoe, pad))
    return delen.join(waarde.some((w) => typeof w === 'object') ? ' · ' : ', ')
  }
  return Object.entries(waarde)
    .filter(([, w]) => w !== undefined)
    .map(([naam, w]) => `${schrijfTekst(inWoorden(naam), hoe)}: ${schrijfIn(w, hoe, [...pad, naam])}`)
    .join(', ')
}

function schrijfTekst(tekst: string, { gemeenten, namen }: Schrijfwijze): string {
  if (vindGemeente(tekst, gemeenten)) return gemeentenaam(tekst, gemeenten)
  if (!ISO.test(tekst)) return namen && SLUG.test(tekst) ? tekst.replaceAll('-', ' ') : tekst
  try {
    return schrijfDatum(Temporal.PlainDate.from(tekst))
  } catch {
    return tekst
  }
}

const schrijfDuur = (duur: Temporal.Duration): string =>
  Object.entries(EENHEDEN)
    .flatMap(([eenheid, [een, meer]]) => {
      const aantal = duur[eenheid as keyof typeof EENHEDEN]
      return aantal ? [`${aantal} ${aantal === 1 ? een : meer}`] : []
    })
    .join(' en ')

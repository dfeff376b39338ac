/** A block of an agreement file as fields that people can read: names in words, dates written out. */
import { type Gemeente, gemeentenaam, vindGemeente } from '../../convenant/index.ts'
import { schrijfDatum } from '../../kern/datum.ts'
import type { Veld } from './convenant.schema.ts'

/** What every block has, and the page shows elsewhere. */
const ELDERS: ReadonlySet<string> = new Set(['soort', 'id', 'bron', 'plaats', 'dekt'])
const ISO = /^\d{4}-\d{2}-\d{2}$/
const EENHEDEN = {
  years: ['jaar', 'jaar'],
  months: ['maand', 'maanden'],
  weeks: ['week', 'weken'],
  days: ['dag', 'dagen'],
} as const

/** `andereJaren` is "andere jaren". */
export const inWoorden = (naam: string): string =>
  naam.replace(/([a-z])([A-Z])/g, (_heel, voor: string, na: string) => `${voor} ${na.toLowerCase()}`)

/** The fields of a block, or of what an example gives, in the order of the file. */
export const alsVelden = (blok: object, gemeenten: readonly Gemeente[]): Veld[] =>
  Object.entries(blok)
    .filter(([naam, waarde]) => !ELDERS.has(naam) && waarde !== undefined && waarde !== null)
    .map(([naam, waarde]) => ({ naam: inWoorden(naam), waarde: schrijf(waarde, gemeenten) }))

/** A value of a block or of an outcome in words. */
export function schrijf(waarde: unknown, gemeenten: readonly Gemeente[]): string {
  if (waarde === null || waarde === undefined) return 'niet bekend'
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (typeof waarde === 'string') return schrijfTekst(waarde, gemeenten)
  if (typeof waarde === 'number' || typeof waarde === 'bigint') return waarde.toString()
  if (waarde instanceof Temporal.PlainDate) return schrijfDatum(waarde)
  if (waarde instanceof Temporal.Duration) return schrijfDuur(waarde)
  if (Array.isArray(waarde)) {
    const delen = waarde.map((w: unknown) => schrijf(w, gemeenten))
    return delen.join(waarde.some((w) => typeof w === 'object') ? ' · ' : ', ')
  }
  return Object.entries(waarde)
    .filter(([, w]) => w !== undefined)
    .map(([naam, w]) => `${schrijfTekst(inWoorden(naam), gemeenten)}: ${schrijf(w, gemeenten)}`)
    .join(', ')
}

function schrijfTekst(tekst: string, gemeenten: readonly Gemeente[]): string {
  if (vindGemeente(tekst, gemeenten)) return gemeentenaam(tekst, gemeenten)
  if (!ISO.test(tekst)) return tekst
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

/** Dates are calendar days without a time zone; texts are Dutch and independent of the machine. */

export type Datum = Temporal.PlainDate

const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const
const KORT = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const
const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const

/** Strict `YYYY-MM-DD`. Throws a RangeError for anything else, 30 February included. */
export function datum(tekst: string): Datum {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(tekst)) throw new RangeError(`Geen datum in de vorm JJJJ-MM-DD: ${tekst}`)
  return Temporal.PlainDate.from(tekst, { overflow: 'reject' })
}

export type GelezenDatum = { datum: Datum } | { fout: 'leeg' | 'geen-datum' | 'bestaat-niet' | 'jaar-ontbreekt' }

/**
 * What a person types: `20-2-2026`, `20 feb 2026`, `20/02/2026`, `20.2.2026`, `20022026`,
 * `vrijdag 20 februari 2026` or `2026-02-20`. A year of two digits is refused: it must be asked.
 */
export function leesDatum(invoer: string): GelezenDatum {
  const tekst = invoer
    .trim()
    .toLowerCase()
    .replace(new RegExp(`^(${DAGEN.join('|')}|ma|di|wo|do|vr|za|zo)[.,]?\\s+`), '')
  if (tekst === '') return { fout: 'leeg' }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tekst)
  if (iso) return maak(iso[1]!, iso[2]!, iso[3]!)
  const dicht = /^(\d{2})(\d{2})(\d{4})$/.exec(tekst)
  if (dicht) return maak(dicht[3]!, dicht[2]!, dicht[1]!)
  const delen = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})\.?(?:[\s./-]+(\d{4}))?$/.exec(tekst)
  if (!delen) return { fout: 'geen-datum' }
  if (!delen[3]) return { fout: 'jaar-ontbreekt' }
  const maand = /^\d/.test(delen[2]!) ? delen[2]! : maandnummer(delen[2]!)
  return maand === undefined ? { fout: 'geen-datum' } : maak(delen[3], maand, delen[1]!)
}

function maandnummer(naam: string): string | undefined {
  const plek = MAANDEN.findIndex((m) => m === naam)
  const kort = KORT.findIndex((m) => m === naam || (naam === 'maa' && m === 'mrt'))
  const nummer = Math.max(plek, kort)
  return nummer < 0 ? undefined : String(nummer + 1)
}

function maak(jaar: string, maand: string, dag: string): GelezenDatum {
  try {
    return { datum: Temporal.PlainDate.from({ year: +jaar, month: +maand, day: +dag }, { overflow: 'reject' }) }
  } catch {
    return { fout: 'bestaat-niet' }
  }
}

/** `3 november 2026`. */
export const schrijfDatum = (d: Datum): string => `${d.day} ${MAANDEN[d.month - 1]} ${d.year}`

/** `dinsdag 3 november 2026`, for letters and the first line of an explanation. */
export const schrijfDag = (d: Datum): string => `${DAGEN[d.dayOfWeek - 1]} ${schrijfDatum(d)}`

/** `di 3 nov 2026`, for tables. */
export const schrijfKort = (d: Datum): string =>
  `${DAGEN[d.dayOfWeek - 1]!.slice(0, 2)} ${d.day} ${KORT[d.month - 1]} ${d.year}`

/** Whole calendar days from `van` to `tot`; negative when `tot` lies before `van`. */
export const dagenTussen = (van: Datum, tot: Datum): number => van.until(tot, { largestUnit: 'days' }).days

export const voor = (a: Datum, b: Datum): boolean => Temporal.PlainDate.compare(a, b) < 0
export const opOfVoor = (a: Datum, b: Datum): boolean => Temporal.PlainDate.compare(a, b) <= 0
export const vroegste = (a: Datum, b: Datum): Datum => (voor(a, b) ? a : b)

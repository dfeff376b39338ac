import { breuk, schrijfBreuk } from './breuk.ts'
import { schrijfDatum } from './datum.ts'
import { schrijfDecimaal } from './decimaal.ts'
import { schrijfBedrag } from './geld.ts'
import type { Feit, Stap, Uitkomst, Verhouding } from './uitkomst.ts'

/** A step as it leaves the program: the sentence is filled in, facts are plain JSON. */
export type StapJson = {
  wat: string
  bron?: Stap['bron']
  uitleg?: Stap['uitleg']
  addendum?: Stap['addendum']
  feiten?: Record<string, string | number | boolean | null>
  geldt?: boolean
  stappen?: StapJson[]
}

export type UitkomstJson = {
  soort: Uitkomst<unknown>['soort']
  waarde?: unknown
  lezingen?: { waarde: unknown; bron: unknown }[]
  van?: string
  feit?: { wat: string; op?: string; van?: string }
  waarom: StapJson
}
/** An outcome apart from its tree. */
export type KaleUitkomst = Omit<UitkomstJson, 'waarom'>

/**
 * Makes JSON of a value: dates become `YYYY-MM-DD`, bigints become numbers.
 * Throws a RangeError for a whole number beyond 2^53: JSON would silently change it.
 */
export function naarJson(waarde: unknown): unknown {
  if (typeof waarde === 'bigint') {
    if (waarde > BigInt(Number.MAX_SAFE_INTEGER) || waarde < BigInt(Number.MIN_SAFE_INTEGER))
      throw new RangeError(`Het getal ${waarde} is te groot om exact in JSON te schrijven.`)
    return Number(waarde)
  }
  if (waarde === null || typeof waarde !== 'object') return waarde
  if (waarde instanceof Temporal.PlainDate || waarde instanceof Temporal.Instant) return waarde.toString()
  if (Array.isArray(waarde)) return waarde.map(naarJson)
  const uit: Record<string, unknown> = {}
  for (const [sleutel, v] of Object.entries(waarde)) if (v !== undefined) uit[sleutel] = naarJson(v)
  return uit
}

/** The Dutch sentence of one step: every `{naam}` of the template filled in. */
export function zin(stap: Stap): string {
  if (!stap.wat.includes('{')) return stap.wat
  return stap.wat.replace(/\{(\w+)\}/g, (heel, naam: string) => {
    const feit = stap.feiten?.[naam]
    return feit === undefined ? heel : schrijfFeit(feit)
  })
}

function schrijfFeit(feit: Feit): string {
  if (feit === null) return 'niet bekend'
  if (typeof feit === 'boolean') return feit ? 'ja' : 'nee'
  if (feit instanceof Temporal.PlainDate) return schrijfDatum(feit)
  if (typeof feit !== 'object') return String(feit)
  return 'centen' in feit ? schrijfBedrag(feit.centen) : schrijfVerhouding(feit)
}

/** A denominator up to this many digits is read as a fraction, a longer one as a decimal. */
const LEESBAAR = 4

function schrijfVerhouding({ teller, noemer }: Verhouding): string {
  const klein = breuk(teller, noemer)
  return klein.noemer.toString().length <= LEESBAAR ? schrijfBreuk(klein) : `ongeveer ${schrijfDecimaal(klein)}`
}

/** A share in JSON: a number when it is whole, else the exact fraction as text. */
function feitNaarJson(feit: Feit): unknown {
  if (feit === null || typeof feit !== 'object' || feit instanceof Temporal.PlainDate) return naarJson(feit)
  if ('centen' in feit) return naarJson(feit.centen)
  const klein = breuk(feit.teller, feit.noemer)
  return klein.noemer === 1n && BigInt.asIntN(54, klein.teller) === klein.teller
    ? Number(klein.teller)
    : schrijfBreuk(klein)
}

const feitenNaarJson = (feiten: NonNullable<Stap['feiten']>): NonNullable<StapJson['feiten']> =>
  Object.fromEntries(Object.entries(feiten).map(([naam, feit]) => [naam, feitNaarJson(feit)])) as NonNullable<
    StapJson['feiten']
  >

/** The tree with its sentences filled in, ready for JSON. Deterministic: same tree, same words. */
export function stapNaarJson(stap: Stap): StapJson {
  return {
    wat: zin(stap),
    ...(stap.bron && { bron: stap.bron }),
    ...(stap.uitleg && { uitleg: stap.uitleg }),
    ...(stap.addendum && { addendum: stap.addendum }),
    ...(stap.feiten && { feiten: feitenNaarJson(stap.feiten) }),
    ...(stap.geldt !== undefined && { geldt: stap.geldt }),
    ...(stap.stappen && { stappen: stap.stappen.map(stapNaarJson) }),
  }
}

/** An outcome as the command line and the API print it (see docs/interfaces in the CHANGELOG). */
export function uitkomstNaarJson(uitkomst: Uitkomst<unknown>): UitkomstJson {
  const { waarom, ...rest } = uitkomst
  return { ...(naarJson(rest) as Omit<UitkomstJson, 'waarom'>), waarom: stapNaarJson(waarom) }
}

/** The tree as indented text, one step a line, for the command line and for letters. */
export function schrijfBoom(stap: StapJson, diepte = 0): string {
  const regel = `${'  '.repeat(diepte)}${diepte ? '- ' : ''}${stap.wat}${schrijfBron(stap.bron)}${
    stap.uitleg && stap.uitleg.vastgesteld === null ? ` [uitleg ${stap.uitleg.id}, nog niet vastgesteld]` : ''
  }`
  return [regel, ...(stap.stappen ?? []).map((s) => schrijfBoom(s, diepte + 1))].join('\n')
}

/** "artikel 3 lid 1" with the name of covenant or statute in front. */
export function noemBron(bron: NonNullable<Stap['bron']>): string {
  const naam = 'convenant' in bron ? `convenant ${bron.convenant} ${bron.versie.slice(0, 4)}` : bron.wet
  // The recitals and the notes to a covenant are no articles, and have a word for a number.
  const artikel = /^\d/.test(bron.artikel) ? `artikel ${bron.artikel}` : bron.artikel
  return [naam, artikel, bron.lid && `lid ${bron.lid}`, bron.onderdeel && `onder ${bron.onderdeel}`]
    .filter(Boolean)
    .join(' ')
}

const schrijfBron = (bron: Stap['bron']): string => (bron ? ` (${noemBron(bron)})` : '')

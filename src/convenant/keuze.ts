/** Where the text leaves open how a rule is applied, an uitleg chooses one of the ways the kind knows. */
import { AfspraakFout, type Convenant, type Geplaatst, type Kader, type Uitleg } from './afspraak.ts'
import type { Regel } from './regels/index.ts'

/** What a kind leaves open: the name of the question, and the ways it knows. The first is used without an uitleg. */
export type Open = Readonly<Record<string, readonly [string, ...string[]]>>

/** The way to apply it, and the reading that chose it; `null` when no reading did. */
export type Keuze<K extends string> = { readonly waarde: K; readonly uitleg: Geplaatst<Uitleg> | null }

/** Throws an `AfspraakFout` when a reading chooses a way that the kind does not know. */
export function keuze<const O extends Open, const S extends keyof O & string>(
  regel: { readonly id: string },
  open: O,
  sleutel: S,
  uitleg: readonly Geplaatst<Uitleg>[],
): Keuze<O[S][number]> {
  const lezing = uitleg.find((u) => u.over.includes(regel.id) && u.kiest?.[sleutel] !== undefined)
  const mogelijk: readonly [O[S][number], ...O[S][number][]] = open[sleutel]!
  if (!lezing) return { waarde: mogelijk[0], uitleg: null }
  const gekozen = lezing.kiest![sleutel]!
  const waarde = mogelijk.find((w) => w === gekozen)
  if (waarde === undefined) throw new AfspraakFout(lezing.plaats, onbekend(sleutel, gekozen, mogelijk))
  return { waarde, uitleg: lezing }
}

/** One sentence about a reading that does more than a reading may. */
export type Leesfout = { readonly uitleg: Geplaatst<Uitleg>; readonly melding: string }

/**
 * A reading fills in what a text leaves open and never overturns what it decides. Refused are a choice of a
 * question the text answers itself, a way that does not exist, two readings that choose the same, and
 * `voorrang` where there is nothing to choose between. `openVan` gives what a rule leaves open.
 */
export function leesfouten(
  { regels, uitleg }: Pick<Convenant | Kader, 'regels' | 'uitleg'>,
  openVan: (regel: Geplaatst<Regel>) => Open,
): Leesfout[] {
  const gekozen = new Map<string, string>()
  return uitleg.flatMap((u) => {
    const over = regels.filter((r) => u.over.includes(r.id))
    const keuzes = over.flatMap((regel) =>
      Object.entries(u.kiest ?? {}).flatMap(([sleutel, waarde]) => {
        const mogelijk = Object.entries(openVan(regel)).find(([naam]) => naam === sleutel)?.[1]
        const plek = `${regel.id} ${sleutel}`
        const eerder = gekozen.get(plek)
        gekozen.set(plek, u.id)
        if (!mogelijk) return [`uitleg ${u.id} kiest ${sleutel}, maar ${watOpenIs(regel, openVan(regel))}`]
        if (!mogelijk.includes(waarde)) return [`uitleg ${u.id}: ${onbekend(sleutel, waarde, mogelijk)}`]
        return eerder ? [`de uitleggen ${eerder} en ${u.id} kiezen allebei ${sleutel}`] : []
      }),
    )
    return [...keuzes, ...voorrangfouten(u, over)].map((melding) => ({ uitleg: u, melding }))
  })
}

const watOpenIs = (regel: { readonly id: string }, open: Open): string =>
  Object.keys(open).length
    ? `de tekst van ${regel.id} laat alleen ${Object.keys(open).join(', ')} open`
    : `de tekst van ${regel.id} laat niets open`

function voorrangfouten(u: Geplaatst<Uitleg>, over: readonly Geplaatst<Regel>[]): string[] {
  if (!u.voorrang) return []
  if (!u.over.includes(u.voorrang)) return [`voorrang ${u.voorrang} staat niet in over`]
  if (over.length < 2) return [`uitleg ${u.id} geeft voorrang, maar noemt in over geen andere regel om uit te kiezen`]
  return new Set(over.map((r) => r.soort)).size > 1
    ? [`uitleg ${u.id} geeft voorrang tussen regels van een andere soort; die kunnen elkaar niet tegenspreken`]
    : []
}

/** The same readings with other ways chosen, for an example that shows both. Throws a RangeError for a question that no uitleg asks. */
export function andersGelezen(
  regel: { readonly id: string },
  kiest: Readonly<Record<string, string>>,
  uitleg: readonly Geplaatst<Uitleg>[],
): Geplaatst<Uitleg>[] {
  const over = (u: Geplaatst<Uitleg>, sleutel: string): boolean =>
    u.over.includes(regel.id) && u.kiest?.[sleutel] !== undefined
  for (const sleutel of Object.keys(kiest))
    if (!uitleg.some((u) => over(u, sleutel))) throw new RangeError(`geen uitleg over ${regel.id} kiest ${sleutel}`)
  return uitleg.map((u) => {
    const anders = Object.entries(kiest).filter(([sleutel]) => over(u, sleutel))
    return anders.length ? { ...u, kiest: { ...u.kiest, ...Object.fromEntries(anders) } } : u
  })
}

const onbekend = (sleutel: string, waarde: string, mogelijk: readonly string[]): string =>
  `${sleutel} ${waarde} bestaat niet; kies uit ${mogelijk.join(', ')}`

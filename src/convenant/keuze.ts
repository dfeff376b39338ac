/** Where the text leaves open how a rule is applied, an uitleg chooses one of the ways the kind knows. */
import { AfspraakFout, type Convenant, type Geplaatst, type Kader, type Uitleg } from './afspraak.ts'

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

/** What is wrong with the readings over one rule: a question or way that does not exist, or two that choose. */
export function toetsKeuzes(regel: { readonly id: string }, open: Open, document: Convenant | Kader): string[] {
  const gezien = new Map<string, string>()
  return document.uitleg
    .filter((u) => u.over.includes(regel.id))
    .flatMap((u) =>
      Object.entries(u.kiest ?? {}).flatMap(([sleutel, waarde]) => {
        const eerder = gezien.get(sleutel)
        gezien.set(sleutel, u.id)
        if (!Object.hasOwn(open, sleutel))
          return [`uitleg ${u.id} kiest ${sleutel}, maar deze soort laat alleen ${Object.keys(open).join(', ')} open`]
        if (!open[sleutel]!.includes(waarde)) return [`uitleg ${u.id}: ${onbekend(sleutel, waarde, open[sleutel]!)}`]
        return eerder ? [`de uitleggen ${eerder} en ${u.id} kiezen allebei ${sleutel}`] : []
      }),
    )
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

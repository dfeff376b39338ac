import { datum } from '../../../kern/datum.ts'

const naamVan = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export type Maand<P> = { maand: string; naam: string; punten: P[] }

/**
 * The months of the year that begins on the day `op` (thirteen of them, unless it is the first of a month), each with
 * what ends in it. A point outside that year stands in the first or the last month; one without a day is left out.
 */
export function maanden<P extends { datum: string | null }>(op: string, punten: readonly P[]): Maand<P>[] {
  const begin = datum(op)
  const laatste = begin.add({ years: 1 }).subtract({ days: 1 })
  const uit: Maand<P>[] = []
  for (let m = begin.with({ day: 1 }); Temporal.PlainDate.compare(m, laatste) <= 0; m = m.add({ months: 1 }))
    uit.push({
      maand: m.toPlainYearMonth().toString(),
      naam: naamVan.format(new Date(`${m.toString()}T00:00:00Z`)),
      punten: [],
    })
  for (const punt of punten) {
    if (punt.datum === null) continue
    const eigen = datum(punt.datum).toPlainYearMonth().toString()
    const plaats = uit.find((m) => m.maand >= eigen) ?? uit.at(-1)
    plaats?.punten.push(punt)
  }
  return uit
}

/** Months in which nothing ends are told together: "maart tot en met oktober 2026". */
export function samengenomen<P>(alle: readonly Maand<P>[]): Maand<P>[] {
  const uit: { eerste: Maand<P>; laatste: Maand<P>; punten: P[] }[] = []
  for (const m of alle) {
    const vorig = uit.at(-1)
    if (vorig && vorig.punten.length + m.punten.length === 0) vorig.laatste = m
    else uit.push({ eerste: m, laatste: m, punten: m.punten })
  }
  return uit.map(({ eerste, laatste, punten }) => ({ maand: eerste.maand, naam: reeks(eerste, laatste), punten }))
}

function reeks(eerste: Maand<unknown>, laatste: Maand<unknown>): string {
  if (eerste === laatste) return eerste.naam
  const jaar = / \d+$/
  const zelfdeJaar = jaar.exec(eerste.naam)?.[0] === jaar.exec(laatste.naam)?.[0]
  return `${zelfdeJaar ? eerste.naam.replace(jaar, '') : eerste.naam} tot en met ${laatste.naam}`
}

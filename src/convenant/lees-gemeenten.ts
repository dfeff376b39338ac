/** Reads the list of municipalities: a Markdown table with slug, name and CBS code. */
import { AfspraakFout } from './afspraak.ts'
import type { Gemeente } from './gemeenten.ts'

const RIJ = /^\|\s*([a-z0-9-]+)\s*\|\s*([^|]+?)\s*\|\s*(\d{4})?\s*\|\s*$/

/** Throws an `AfspraakFout` for a row it cannot read or a slug that stands there twice. */
export function leesGemeenten(tekst: string, bestand: string): Gemeente[] {
  const gemeenten: Gemeente[] = []
  for (const [i, regel] of tekst.split(/\r?\n/).entries()) {
    if (!regel.startsWith('|') || /^\|\s*(slug|-+)\s*\|/.test(regel)) continue
    const rij = RIJ.exec(regel)
    const plaats = { bestand, regel: i + 1 }
    if (!rij) throw new AfspraakFout(plaats, 'deze rij is niet te lezen; schrijf | slug | naam | code |')
    if (gemeenten.some((g) => g.slug === rij[1])) throw new AfspraakFout(plaats, `${rij[1]} staat er twee keer`)
    gemeenten.push({ slug: rij[1]!, naam: rij[2]!, code: rij[3] ?? null })
  }
  return gemeenten
}

/** A decision as a line of the Convenant screen, whether it came from a file or was recorded here. */
import { type Besluitkop, besluitSchema, type Gemeente, gemeentenaam, noemPlek } from '../../convenant/index.ts'
import { datum, schrijfDatum } from '../../kern/datum.ts'
import { schrijfBedrag } from '../../kern/geld.ts'
import type { Besluitregel, Gemeentenaam } from './convenant.schema.ts'
import { alsPlek } from './plek.ts'
import type { Ingetrokken, VastgelegdBesluit } from './stand.ts'

export const noem = (slug: string, gemeenten: readonly Gemeente[]): Gemeentenaam => ({
  slug,
  naam: gemeentenaam(slug, gemeenten),
})

/** "Verlengd tot en met 31 december 2026." */
export function zegBesluit(besluit: Besluitkop): string {
  if (besluit.soort === 'verlenging') return `Verlengd tot en met ${schrijfDatum(besluit.tot.subtract({ days: 1 }))}.`
  if (besluit.soort === 'vastgestelde-uitleg')
    return `Uitleg ${besluit.uitleg} vastgesteld${besluit.keuze ? `: ${besluit.keuze}` : '.'}`
  if (besluit.soort === 'addendum')
    return `Addendum over ${besluit.over.map(noemPlek).join(', ')}. Het gaat in op ${schrijfDatum(besluit.ingang)}.`
  return `Tarief voor ${besluit.post} in ${besluit.jaar}: ${schrijfBedrag(BigInt(besluit.centen))}.`
}

export const besluitregel = (
  b: Besluitkop & { readonly tekst: string },
  vastgelegd: Besluitregel['vastgelegd'] = null,
  ingetrokken: Besluitregel['ingetrokken'] = null,
): Besluitregel => ({
  id: b.id,
  soort: b.soort,
  versie: b.versie.toString(),
  besloten: b.besloten.toString(),
  door: b.door,
  fictief: b.fictief,
  zin: zegBesluit(b),
  tekst: b.tekst,
  uitleg: b.soort === 'vastgestelde-uitleg' ? b.uitleg : null,
  addendum: b.soort === 'addendum' ? { ingang: b.ingang.toString(), over: b.over.map(alsPlek) } : null,
  vastgelegd,
  ingetrokken,
})

export const noemIntrekking = (i: Ingetrokken | null, gebruiker: (id: string) => string): Besluitregel['ingetrokken'] =>
  i && { ...i, door: gebruiker(i.door) }

/** One recorded here, withdrawn or not. */
export const vastgelegdeRegel = (v: VastgelegdBesluit, gebruiker: (id: string) => string): Besluitregel =>
  besluitregel(
    { ...besluitSchema.parse(v.besluit), tekst: v.tekst },
    { door: gebruiker(v.door), op: datum(v.op).toString() },
    noemIntrekking(v.ingetrokken, gebruiker),
  )

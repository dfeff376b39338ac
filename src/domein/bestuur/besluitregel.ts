/** A decision as a line of the Convenant screen, whether it came from a file or was recorded here. */
import {
  type Besluitkop,
  besluitSchema,
  type Convenant,
  type Gemeente,
  gemeentenaam,
  noemPlek,
} from '../../convenant/index.ts'
import { datum, schrijfDatum } from '../../kern/datum.ts'
import { schrijfBedrag } from '../../kern/geld.ts'
import type { Besluitregel, Gemeentenaam } from './convenant.schema.ts'
import { alsPlek } from './plek.ts'
import type { Ingetrokken, VastgelegdBesluit } from './stand.ts'

export const noem = (slug: string, gemeenten: readonly Gemeente[]): Gemeentenaam => ({
  slug,
  naam: gemeentenaam(slug, gemeenten),
})

/** What a decision chose; where it names nothing of its own, the reading in the file of its version. */
function gekozen(b: Besluitkop, versies: readonly Convenant[]): Besluitregel['gekozen'] {
  if (b.soort !== 'vastgestelde-uitleg') return null
  const versie = versies.find((c) => c.id === b.regio && c.ingang.equals(b.versie))
  const lezing = versie?.uitleg.find((u) => u.id === b.uitleg)
  return (
    (lezing && {
      ...alsPlek(lezing.bron),
      vraag: lezing.vraag,
      keuze: b.keuze ?? lezing.keuze,
      reden: b.reden ?? lezing.reden,
    }) ??
    null
  )
}

/** "Verlengd tot en met 31 december 2026." */
function zegBesluit(besluit: Besluitkop, keus: Besluitregel['gekozen']): string {
  if (besluit.soort === 'verlenging') return `Verlengd tot en met ${schrijfDatum(besluit.tot.subtract({ days: 1 }))}.`
  if (besluit.soort === 'vastgestelde-uitleg')
    return keus ? `Uitleg vastgesteld. ${keus.vraag} Gekozen: ${keus.keuze}` : 'Uitleg vastgesteld.'
  if (besluit.soort === 'addendum')
    return `Addendum over ${besluit.over.map(noemPlek).join(', ')}. Het gaat in op ${schrijfDatum(besluit.ingang)}.`
  return `Tarief voor ${besluit.post} in ${besluit.jaar}: ${schrijfBedrag(BigInt(besluit.centen))}.`
}

/** `versies` are where the reading is looked up that the decision is about. */
export function besluitregel(
  b: Besluitkop & { readonly tekst: string },
  versies: readonly Convenant[],
  vastgelegd: Besluitregel['vastgelegd'] = null,
  ingetrokken: Besluitregel['ingetrokken'] = null,
): Besluitregel {
  const keus = gekozen(b, versies)
  return {
    id: b.id,
    soort: b.soort,
    versie: b.versie.toString(),
    besloten: b.besloten.toString(),
    door: b.door,
    fictief: b.fictief,
    zin: zegBesluit(b, keus),
    tekst: b.tekst,
    gekozen: keus,
    uitleg: b.soort === 'vastgestelde-uitleg' ? b.uitleg : null,
    addendum: b.soort === 'addendum' ? { ingang: b.ingang.toString(), over: b.over.map(alsPlek) } : null,
    vastgelegd,
    ingetrokken,
  }
}

export const noemIntrekking = (i: Ingetrokken | null, gebruiker: (id: string) => string): Besluitregel['ingetrokken'] =>
  i && { ...i, door: gebruiker(i.door) }

/** One recorded here, withdrawn or not. */
export const vastgelegdeRegel = (
  v: VastgelegdBesluit,
  versies: readonly Convenant[],
  gebruiker: (id: string) => string,
): Besluitregel =>
  besluitregel(
    { ...besluitSchema.parse(v.besluit), tekst: v.tekst },
    versies,
    { door: gebruiker(v.door), op: datum(v.op).toString() },
    noemIntrekking(v.ingetrokken, gebruiker),
  )

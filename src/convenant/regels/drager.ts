/** Kind `drager`: who bears a cost, a gain or a loss that is not divided by a key. */
import { z } from 'zod'
import { bepaald, nietGeregeld, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Centen } from '../../kern/geld.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { gemeentenaam } from '../gemeenten.ts'
import { dekt, naam, nederlands, zin } from '../velden.ts'
import { kringVan, slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Soort } from './soort.ts'
import type { Kring } from './taak-zinnen.ts'
import { zegDrager } from './zeg-geld.ts'

/** Who was too late bears it, or a reserve does, whoever that belongs to. */
const TE_LAAT = 'wie-te-laat-was'
const RESERVE = 'reserve'

export const dragerSchema = z
  .strictObject({
    soort: z.literal('drager'),
    id: naam,
    /** What is borne: "de kosten van een te laat besluit". */
    van: zin,
    /** A party, a role with one member, `wie-te-laat-was` or `reserve`. */
    drager: naam,
    /** The name of the reserve. */
    reserve: zin.optional(),
    dekt,
  })
  .refine((r) => (r.drager === RESERVE) === (r.reserve !== undefined), 'noem de reserve, en alleen dan')
export type DragerRegel = z.output<typeof dragerSchema>

export type Dragersvraag = { bedrag: Centen; /** Slugs of who was too late. */ teLaat: readonly string[] }

/** Who gets the amount (euro cents, negative for a loss): slugs, or `reserve`. Where two were too late the text gives no shares. */
export function rekenDrager(
  regel: Geplaatst<DragerRegel>,
  { bedrag, teLaat }: Dragersvraag,
  kring: Kring,
): Uitkomst<Record<string, Centen>> {
  const { bron, van } = regel
  const feiten = { van, bedrag: { centen: bedrag } }
  const voor = (wie: string, noem: string): Uitkomst<Record<string, Centen>> =>
    bepaald({ [wie]: bedrag }, { wat: '{van} ({bedrag}): {wie}.', bron, feiten: { ...feiten, wie: noem } })
  if (regel.drager === RESERVE) return voor(RESERVE, regel.reserve!)
  if (regel.drager !== TE_LAAT) {
    const [slug] = slugsVan([regel.drager], kring)
    return voor(slug!, gemeentenaam(slug!, kring.gemeenten))
  }
  const [een, ...meer] = [...new Set(teLaat)]
  if (!een)
    return nietGeregeld({
      wat: 'Niemand was te laat. Wie {van} dan draagt, staat er niet.',
      bron,
      feiten,
    })
  const vreemd = [een, ...meer].find((slug) => !kring.partijen.includes(slug))
  if (vreemd !== undefined)
    return nietGeregeld({
      wat: '{wie} is geen partij bij deze afspraak en draagt {van} dus niet.',
      bron,
      feiten: { ...feiten, wie: gemeentenaam(vreemd, kring.gemeenten) },
    })
  if (!meer.length) return voor(een, gemeentenaam(een, kring.gemeenten))
  return nietGeregeld({
    wat: 'Meer dan één gemeente was te laat: {wie}. Hoe zij {van} dan delen, staat er niet.',
    bron,
    feiten: { ...feiten, wie: [een, ...meer].map((s) => gemeentenaam(s, kring.gemeenten)).join(', ') },
  })
}

function toets({ drager: wie }: DragerRegel, document: Convenant | Kader): string[] {
  if (wie === TE_LAAT || wie === RESERVE) return []
  const vreemd = vreemdeNamen([wie], document)
  if (vreemd.length || document.soort !== 'convenant') return vreemd
  const leden = slugsVan([wie], document)
  return leden.length === 1 ? [] : [`${wie} heeft ${leden.length} leden en kan het daarom niet alleen dragen`]
}

const gegeven = z.strictObject({ bedrag: z.int().transform(BigInt), teLaat: z.array(naam).default([]) })

export const drager: Soort<DragerRegel> = {
  omschrijving: 'wie kosten, voordeel of nadeel draagt',
  zeg: zegDrager,
  schema: dragerSchema,
  geld: () => (pad) => !pad.includes('jaar'),
  toets,
  voorbeeld: (regel, feiten, { document, gemeenten }) =>
    rekenDrager(regel, gegeven.parse(feiten, { error: nederlands }), kringVan(document, gemeenten)),
}

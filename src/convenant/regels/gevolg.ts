/** Kind `gevolg`: what follows when something happens to the covenant itself: it ends, or the others decide. */
import { z } from 'zod'
import { type Datum, opOfVoor } from '../../kern/datum.ts'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from '../afspraak.ts'
import { gemeentenaam } from '../gemeenten.ts'
import { andersGelezen, keuze } from '../keuze.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dag, dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import { kringVan, namen, slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Soort } from './soort.ts'
import type { Kring } from './taak-zinnen.ts'
import { zegGevolg } from './zeg-tijd.ts'

/** Is the ending tied to what happens, as it is written, or to its not happening? */
const OPEN = { richting: ['zoals-er-staat', 'omgekeerd'] } as const

export const gevolgSchema = z
  .strictObject({
    soort: z.literal('gevolg'),
    id: naam,
    /** What happens: "Den Haag stemt in met het mandaat". */
    bij: zin,
    /** Who does that; left out: it is not the act of one party. */
    van: namen.optional(),
    dan: z.enum(['eindigt', 'beslissen']),
    /** For `beslissen`: who decides; whoever it came from is not among them. */
    wie: namen.optional(),
    /** For `beslissen`: what about. */
    over: zin.optional(),
    dekt,
  })
  .refine(
    (r) => (r.dan === 'beslissen') === (r.wie !== undefined && r.over !== undefined),
    'beslissen vraagt wie en over, eindigt niet',
  )
export type GevolgRegel = z.output<typeof gevolgSchema>

export type Gevolgvraag = {
  /** The day it happened; left out: it did not (yet). */
  gebeurd?: Datum | undefined
  /** Whose act it was (slug). */
  door?: string | undefined
  op: Datum
}
/**
 * `blijft`: the covenant runs on. `voorwaardelijk`: it runs, but what it waits for is not there yet.
 * `wie`: the slugs of who decides.
 */
export type Gevolg =
  | { gevolg: 'eindigt'; per: Datum }
  | { gevolg: 'blijft' | 'voorwaardelijk' }
  | { gevolg: 'beslissen'; wie: readonly string[] }

/** What follows on `op`. `niet-geregeld` for an act of someone the text does not name. */
export function rekenGevolg(
  regel: Geplaatst<GevolgRegel>,
  { gebeurd, door, op }: Gevolgvraag,
  kring: Kring,
  uitleg: readonly Geplaatst<Uitleg>[],
): Uitkomst<Gevolg> {
  const { bron, bij } = regel
  const lezing = keuze(regel, OPEN, 'richting', uitleg)
  const al = gebeurd && opOfVoor(gebeurd, op) ? gebeurd : null
  const stappen: Stap[] = [
    al
      ? { wat: 'Op {gebeurd} gebeurde dit: {bij}.', bron, feiten: { gebeurd: al, bij } }
      : { wat: 'Op {op} is dit niet gebeurd: {bij}.', bron, feiten: { op, bij }, geldt: false },
    ...uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap),
  ]
  if (al && regel.van && door !== undefined && !slugsVan(regel.van, kring).includes(door))
    return nietGeregeld({
      wat: 'De tekst zegt niet wat er gebeurt als het om {door} gaat.',
      bron,
      feiten: { door: gemeentenaam(door, kring.gemeenten) },
      stappen,
    })
  if (regel.dan === 'beslissen') {
    if (!al) return bepaald<Gevolg>({ gevolg: 'blijft' }, { wat: 'Er is niets te beslissen.', bron, stappen })
    const wie = slugsVan(regel.wie!, kring).filter((s) => s !== door)
    return bepaald<Gevolg>(
      { gevolg: 'beslissen', wie },
      {
        wat: 'Zij beslissen samen over {over}: {wie}.',
        bron,
        feiten: { over: regel.over!, wie: wie.map((s) => gemeentenaam(s, kring.gemeenten)).join(', ') },
        stappen: [...stappen, { wat: 'Hoe zij beslissen, staat er niet.', bron }],
      },
    )
  }
  if (lezing.waarde === 'omgekeerd')
    return al
      ? bepaald<Gevolg>({ gevolg: 'blijft' }, { wat: 'Het convenant blijft gelden.', bron, stappen })
      : bepaald<Gevolg>(
          { gevolg: 'voorwaardelijk' },
          {
            wat: 'Het convenant geldt onder voorwaarde: dit moet nog gebeuren ({bij}).',
            bron,
            feiten: { bij },
            stappen,
          },
        )
  return al
    ? bepaald<Gevolg>(
        { gevolg: 'eindigt', per: al },
        { wat: 'Het convenant eindigt op {per}.', bron, feiten: { per: al }, stappen },
      )
    : bepaald<Gevolg>({ gevolg: 'blijft' }, { wat: 'Het convenant blijft gelden.', bron, stappen })
}

const gegeven = z.strictObject({
  op: dag,
  gebeurd: dag.optional(),
  door: naam.optional(),
  /** Another way than the uitleg chooses, to show both readings. */
  kiest: z.record(naam, naam).default({}),
  zonderUitleg: jaNee.default(false),
})

export const gevolg: Soort<GevolgRegel> = {
  omschrijving: 'wat er met het convenant gebeurt als iets voorvalt',
  zeg: zegGevolg,
  schema: gevolgSchema,
  open: (regel) => (regel.dan === 'eindigt' ? OPEN : {}),
  toets: (regel, document) => vreemdeNamen([...(regel.van ?? []), ...(regel.wie ?? [])], document),
  voorbeeld: (regel, feiten, { document, gemeenten }) => {
    const { kiest, zonderUitleg, ...vraag } = gegeven.parse(feiten, { error: nederlands })
    const uitleg = zonderUitleg ? [] : andersGelezen(regel, kiest, document.uitleg)
    return rekenGevolg(regel, vraag, kringVan(document, gemeenten), uitleg)
  },
}

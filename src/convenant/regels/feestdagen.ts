/** Kind `feestdagen`: the general holidays of a year, computed from what the statute names. */
import { z } from 'zod'
import type { Datum } from '../../kern/datum.ts'
import { bepaald, type Bron } from '../../kern/uitkomst.ts'
import type { Geplaatst, Kader } from '../afspraak.ts'
import { dag, dekt, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'

const vast = z.strictObject({
  naam: zin,
  /** Month and day, every year. */
  datum: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'schrijf maand en dag als MM-DD'),
  /** Days to move when it would be a Sunday: -1 is the Saturday before. */
  opZondag: z.int().optional(),
  vanafJaar: z.int().optional(),
})
const bijPasen = z.strictObject({ naam: zin, /** Days after Easter Sunday. */ pasen: z.int() })
const eenmalig = z.strictObject({
  naam: zin,
  op: dag,
  /** `false`: said to be designated, but nobody read the decision. It moves no term; a term that ends on it says so. */
  nagegaan: z.boolean().optional(),
})

export const feestdagenSchema = z.strictObject({
  soort: z.literal('feestdagen'),
  id: naam,
  dagen: z.array(z.union([vast, bijPasen, eenmalig])),
  dekt,
})
export type FeestdagenRegel = z.output<typeof feestdagenSchema>

export type Feestdag = { readonly datum: Datum; readonly naam: string; readonly bron: Bron }

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function pasen(jaar: number): Datum {
  const heel = (a: number, b: number): number => Math.floor(a / b)
  const a = jaar % 19
  const b = heel(jaar, 100)
  const c = jaar % 100
  const h = (19 * a + b - heel(b, 4) - heel(b - heel(b + 8, 25) + 1, 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * heel(c, 4) - h - (c % 4)) % 7
  const som = h + l - 7 * heel(a + 11 * h + 22 * l, 451) + 114
  return Temporal.PlainDate.from({ year: jaar, month: heel(som, 31), day: (som % 31) + 1 })
}

/** The holidays of one rule in one year, in the order of the text. */
export function feestdagenVan(regel: Geplaatst<FeestdagenRegel>, jaar: number): Feestdag[] {
  const uit: Feestdag[] = []
  for (const d of regel.dagen) {
    if ('op' in d) {
      if (d.op.year === jaar && d.nagegaan !== false) uit.push({ datum: d.op, naam: d.naam, bron: regel.bron })
    } else if ('pasen' in d) {
      uit.push({ datum: pasen(jaar).add({ days: d.pasen }), naam: d.naam, bron: regel.bron })
    } else if (!d.vanafJaar || jaar >= d.vanafJaar) {
      const [maand, dagInMaand] = d.datum.split('-').map(Number)
      const datum = Temporal.PlainDate.from({ year: jaar, month: maand!, day: dagInMaand! }, { overflow: 'reject' })
      uit.push({
        datum: datum.dayOfWeek === 7 && d.opZondag ? datum.add({ days: d.opZondag }) : datum,
        naam: d.naam,
        bron: regel.bron,
      })
    }
  }
  return uit
}

/** All holidays of a year by all statutes given, sorted by day. Two may fall on one day. */
export const alleFeestdagen = (kaders: readonly Kader[], jaar: number): Feestdag[] =>
  [...perDag(kaders, jaar).values()].flat().sort((a, b) => Temporal.PlainDate.compare(a.datum, b.datum))

/** The holidays on one day; usually none, sometimes two. */
export const feestdagenOp = (kaders: readonly Kader[], d: Datum): readonly Feestdag[] =>
  perDag(kaders, d.year).get(d.toString()) ?? []

/** A day that is said to be a holiday too, while nobody read the decision that says so; with where the statute allows it. */
export const misschienFeestdag = (kaders: readonly Kader[], d: Datum): { naam: string; bron: Bron } | undefined =>
  kaders
    .flatMap((k) => k.regels)
    .flatMap((r) => (r.soort === 'feestdagen' ? r.dagen.map((dag) => ({ dag, bron: r.bron })) : []))
    .flatMap(({ dag, bron }) =>
      'op' in dag && dag.nagegaan === false && dag.op.equals(d) ? [{ naam: dag.naam, bron }] : [],
    )[0]

type Jaar = ReadonlyMap<string, readonly Feestdag[]>
/** Every term asks the same few years again; statutes never change once read, so the answer is kept with them. */
const bewaard = new WeakMap<readonly Kader[], Map<number, Jaar>>()

function perDag(kaders: readonly Kader[], jaar: number): Jaar {
  const jaren = bewaard.get(kaders) ?? new Map<number, Jaar>()
  bewaard.set(kaders, jaren)
  const eerder = jaren.get(jaar)
  if (eerder) return eerder
  const dagen = kaders.flatMap((k) => k.regels).flatMap((r) => (r.soort === 'feestdagen' ? feestdagenVan(r, jaar) : []))
  const nieuw = Map.groupBy(dagen, (f) => f.datum.toString())
  jaren.set(jaar, nieuw)
  return nieuw
}

const gegeven = z.strictObject({ jaar: z.int().min(1900).max(2200), naam: zin })

export const feestdagen: Soort<FeestdagenRegel> = {
  omschrijving: 'welke dagen algemeen erkende feestdagen zijn',
  schema: feestdagenSchema,
  voorbeeld: (regel, feiten) => {
    const vraag = gegeven.parse(feiten, { error: nederlands })
    const gevonden = feestdagenVan(regel, vraag.jaar).find((f) => f.naam === vraag.naam)
    return bepaald(gevonden?.datum ?? null, { wat: `${vraag.naam} in ${vraag.jaar}`, bron: regel.bron })
  },
}

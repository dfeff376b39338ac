/** Computes a division: exact shares by weighted measures, whole units, and the tree behind them. */
import { type Breuk, breuk, gedeeldDoor, leesBreuk, plus } from '../../kern/breuk.ts'
import { type NaarRato, naarRato } from '../../kern/naar-rato.ts'
import { bepaald, type Feit, nietGeregeld, ontbreekt, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from '../afspraak.ts'
import { type Gemeente, gemeentenaam } from '../gemeenten.ts'
import { peildag } from '../peildag.ts'
import { type Metingen, type VerdeelsleutelRegel, type Verdeling, wieDelen } from './verdeelsleutel-schema.ts'
import { elkAfgerond, elkApart, type Sleutelwijze, wijzeVan } from './verdeelsleutel-wijze.ts'

/** The parties and names a division is about. */
export type Verdeelkring = {
  readonly partijen: readonly string[]
  readonly rollen: Readonly<Record<string, readonly string[]>>
  readonly gemeenten: readonly Gemeente[]
}
/** `totaal` in whole units of the rule, negative for a deficit; `jaar` is the J of the text. */
export type Verdeelvraag = { readonly totaal: bigint; readonly metingen: Metingen; readonly jaar?: number | undefined }

type Maatstaf = VerdeelsleutelRegel['maatstaven'][number]
type Kolom = {
  readonly maatstaf: Maatstaf
  readonly gewicht: Breuk
  /** As given, in the order of the parties. */
  readonly waarden: readonly Breuk[]
  /** The same over one denominator, as whole numbers, and their sum. */
  readonly heel: readonly bigint[]
  readonly som: bigint
  readonly samen: Breuk
}

/**
 * `ontbreekt` names the first figure that is not there, `niet-geregeld` says that a measure is zero for all:
 * then the text gives no proportion. Throws a RangeError for a negative figure.
 */
export function rekenVerdeling(
  regel: Geplaatst<VerdeelsleutelRegel>,
  vraag: Verdeelvraag,
  kring: Verdeelkring,
  uitleg: readonly Geplaatst<Uitleg>[] = [],
): Uitkomst<Verdeling> {
  const slugs = wieDelen(regel.over, kring)
  const wijze = wijzeVan(regel, uitleg)
  const kolommen: Kolom[] = []
  for (const maatstaf of regel.maatstaven) {
    const waarden: Breuk[] = []
    const per = vraag.metingen.get(maatstaf.naam)
    for (const slug of slugs) {
      const waarde = per?.get(slug)
      if (!waarde) return mist(regel, maatstaf, slug, vraag.jaar, kring)
      const erbij =
        wijze.opgeteld && maatstaf.bevat !== undefined ? vraag.metingen.get(maatstaf.bevat)?.get(slug) : undefined
      waarden.push(erbij ? plus(waarde, erbij) : waarde)
    }
    const kolom = maakKolom(maatstaf, waarden)
    if (kolom.samen.teller === 0n) return allesNul(regel, maatstaf, vraag.jaar)
    kolommen.push(kolom)
  }
  const zo = { ...regel, rest: wijze.rest === 'grootste-rest' ? wijze.rest : ('onverdeeld' as const) }
  const naar = naarRato(vraag.totaal, weeg(kolommen, slugs.length), slugs, {
    rest: zo.rest,
    gelijk: regel.gelijkeRest ?? 'alfabet',
  })
  const apart = elkApart(wijze.rest)
  const uitslag = apart ? elkAfgerond(naar, vraag.totaal, kolommen, apart) : naar
  const aandelen: Record<string, bigint> = {}
  for (let i = 0; i < slugs.length; i += 1) aandelen[slugs[i]!] = uitslag.aandelen[i]!
  return bepaald({ aandelen, rest: uitslag.rest }, boom(zo, vraag, slugs, kolommen, uitslag, kring, wijze))
}

/** Least common multiple of two positive numbers. */
const kgv = (a: bigint, b: bigint): bigint => (a === b ? a : a * breuk(a, b).noemer)

function maakKolom(maatstaf: Maatstaf, waarden: readonly Breuk[]): Kolom {
  let schaal = 1n
  for (const w of waarden) if (w.noemer !== 1n) schaal = kgv(schaal, w.noemer)
  const heel: bigint[] = []
  let som = 0n
  for (const w of waarden) {
    const h = schaal === 1n ? w.teller : w.teller * (schaal / w.noemer)
    if (h < 0n) throw new RangeError(`Een cijfer bij ${maatstaf.naam} is kleiner dan 0.`)
    heel.push(h)
    som += h
  }
  return { maatstaf, gewicht: leesBreuk(maatstaf.gewicht), waarden, heel, som, samen: breuk(som, schaal) }
}

/** One whole number per party: its weighted share over a denominator that all share. */
function weeg(kolommen: readonly Kolom[], aantal: number): bigint[] {
  const factoren = kolommen.map((k) => gedeeldDoor(k.gewicht, breuk(k.som)))
  const noemer = factoren.reduce((n, f) => kgv(n, f.noemer), 1n)
  const maten: bigint[] = []
  for (let i = 0; i < aantal; i += 1) maten.push(0n)
  kolommen.forEach((k, m) => {
    const factor = factoren[m]!.teller * (noemer / factoren[m]!.noemer)
    for (let i = 0; i < aantal; i += 1) maten[i] = maten[i]! + factor * k.heel[i]!
  })
  return maten
}

const WOORDEN = {
  eurocent: {
    kop: 'Verdeeld over {aantal} gemeenten: {totaal}, {verdeelt}.',
    precies: '{gemeente}: {aandeel}.',
    erbij: '{gemeente}: {aandeel}. Precies is het {precies} cent; de rest is groot genoeg voor een cent erbij.',
    eraf: '{gemeente}: {aandeel}. Precies is het {precies} cent; de rest is niet groot genoeg voor een cent erbij.',
    apart: '{gemeente}: {aandeel}. Precies is het {precies} cent.',
    blijft: '{gemeente}: {aandeel}. Precies is het {precies} cent; wat geen hele cent is, blijft onverdeeld.',
    over: 'Elk aandeel is eerst naar beneden afgerond. De {over} cent die dan overblijft, gaat naar de grootste resten.',
    onverdeeld: 'Elk aandeel is naar beneden afgerond. {rest} blijft onverdeeld.',
  },
  woning: {
    kop: 'Verdeeld over {aantal} gemeenten: {totaal} woningen, {verdeelt}.',
    precies: '{gemeente}: {aandeel} van {totaal} woningen.',
    erbij:
      '{gemeente}: {aandeel} van {totaal} woningen. Precies is het {precies}; de rest is groot genoeg voor één woning erbij.',
    eraf: '{gemeente}: {aandeel} van {totaal} woningen. Precies is het {precies}; de rest is niet groot genoeg voor één woning erbij.',
    apart: '{gemeente}: {aandeel} van {totaal} woningen. Precies is het {precies}.',
    blijft:
      '{gemeente}: {aandeel} van {totaal} woningen. Precies is het {precies}; wat geen hele woning is, blijft onverdeeld.',
    over: 'Elk aandeel is eerst naar beneden afgerond. Wat dan overblijft ({over}), gaat naar de grootste resten.',
    onverdeeld: 'Elk aandeel is naar beneden afgerond. Dit aantal blijft onverdeeld: {rest}.',
  },
} as const

function boom(
  regel: Geplaatst<VerdeelsleutelRegel>,
  vraag: Verdeelvraag,
  slugs: readonly string[],
  kolommen: readonly Kolom[],
  uitslag: NaarRato,
  kring: Verdeelkring,
  wijze: Sleutelwijze,
): Stap {
  const woorden = WOORDEN[regel.eenheid]
  const inEenheid = (n: bigint): Feit => (regel.eenheid === 'eurocent' ? { centen: n } : n)
  const { bron } = regel
  const totaal = inEenheid(vraag.totaal)
  const stappen: Stap[] = kolommen.map((k) => meting(regel, k, vraag.jaar, wijze))
  const apart = elkApart(wijze.rest)
  if (apart) stappen.push(...perAandeel(regel, apart, uitslag.rest, inEenheid))
  else if (uitslag.over > 0n) stappen.push(...afronding(regel, uitslag, inEenheid(uitslag.rest)))
  for (let i = 0; i < slugs.length; i += 1) {
    stappen.push({
      wat:
        uitslag.resten[i] === 0n && wijze.rest !== 'maatstaven-eerst'
          ? woorden.precies
          : apart
            ? woorden.apart
            : uitslag.erbij[i]
              ? woorden.erbij
              : regel.rest === 'onverdeeld'
                ? woorden.blijft
                : woorden.eraf,
      feiten: {
        gemeente: gemeentenaam(slugs[i]!, kring.gemeenten),
        aandeel: inEenheid(uitslag.aandelen[i]!),
        precies: { teller: uitslag.tellers[i]!, noemer: uitslag.noemer },
        totaal,
      },
      stappen: kolommen.map((k): Stap => ({
        wat: '{gewicht} × {waarde} / {samen} ({maatstaf})',
        feiten: { gewicht: k.gewicht, waarde: k.waarden[i]!, samen: k.samen, maatstaf: k.maatstaf.naam },
      })),
    })
  }
  return { wat: woorden.kop, bron, feiten: { totaal, aantal: slugs.length, verdeelt: regel.verdeelt }, stappen }
}

/** Shares that are rounded by themselves need not add up: the tree says by how much. */
function perAandeel(
  { bron }: Geplaatst<VerdeelsleutelRegel>,
  wijze: 'elk-apart' | 'maatstaven-eerst',
  rest: bigint,
  inEenheid: (n: bigint) => Feit,
): Stap[] {
  return [
    {
      wat:
        wijze === 'elk-apart'
          ? 'Elk aandeel is los afgerond; een half gaat omhoog.'
          : 'Eerst is de uitkomst van elke maatstaf afgerond, daarna het aandeel; een half gaat omhoog.',
      bron,
    },
    ...(rest === 0n
      ? []
      : [
          {
            wat: 'De aandelen zijn samen niet het geheel. Het verschil is {verschil}.',
            bron,
            feiten: { verschil: inEenheid(rest) },
          },
        ]),
  ]
}

function meting(
  { bron }: Geplaatst<VerdeelsleutelRegel>,
  k: Kolom,
  jaar: number | undefined,
  { opgeteld }: Sleutelwijze,
): Stap {
  const { peil, bron: herkomst, bevat } = k.maatstaf
  const naam = opgeteld && bevat !== undefined ? `${k.maatstaf.naam}, met ${bevat} erbij` : k.maatstaf.naam
  const feiten = { maatstaf: naam, gewicht: k.gewicht, samen: k.samen, peil: peildag(peil, jaar) ?? peil }
  return herkomst === undefined
    ? { wat: 'Maatstaf {maatstaf} ({peil}) telt voor {gewicht} mee; samen {samen}.', bron, feiten }
    : {
        wat: 'Maatstaf {maatstaf} ({peil}, volgens {herkomst}) telt voor {gewicht} mee; samen {samen}.',
        bron,
        feiten: { ...feiten, herkomst },
      }
}

function afronding(
  { rest, gelijkeRest, eenheid, bron }: Geplaatst<VerdeelsleutelRegel>,
  u: NaarRato,
  over: Feit,
): Stap[] {
  const woorden = WOORDEN[eenheid]
  if (rest === 'onverdeeld') return [{ wat: woorden.onverdeeld, bron, feiten: { rest: over } }]
  const stap: Stap = { wat: woorden.over, bron, feiten: { over: u.over } }
  if (!u.gelijk) return [stap]
  return [
    stap,
    gelijkeRest === 'onverdeeld'
      ? {
          wat: 'Gemeenten met een gelijke rest krijgen niets erbij. Onverdeeld blijft {rest}.',
          bron,
          feiten: { rest: over },
        }
      : { wat: 'Bij een gelijke rest gaat voor wie eerder in het alfabet staat.', bron },
  ]
}

function mist(
  regel: Geplaatst<VerdeelsleutelRegel>,
  maatstaf: Maatstaf,
  slug: string,
  jaar: number | undefined,
  kring: Verdeelkring,
): Uitkomst<Verdeling> {
  const dag = peildag(maatstaf.peil, jaar)
  return ontbreekt(
    { wat: maatstaf.naam, ...(dag && { op: dag.toString() }), van: slug },
    {
      wat: 'Verdelen kan nog niet. Van {gemeente} ontbreekt: {maatstaf} ({peil}).',
      bron: regel.bron,
      feiten: {
        gemeente: gemeentenaam(slug, kring.gemeenten),
        maatstaf: maatstaf.naam,
        peil: dag ?? maatstaf.peil,
        ...(maatstaf.bron !== undefined && { herkomst: maatstaf.bron }),
      },
      ...(maatstaf.bron !== undefined && {
        stappen: [{ wat: 'Dit cijfer komt uit: {herkomst}.', bron: regel.bron, feiten: { herkomst: maatstaf.bron } }],
      }),
    },
  )
}

const allesNul = (
  regel: Geplaatst<VerdeelsleutelRegel>,
  maatstaf: Maatstaf,
  jaar: number | undefined,
): Uitkomst<Verdeling> =>
  nietGeregeld({
    wat: 'Bij alle gemeenten is dit cijfer 0: {maatstaf} ({peil}). Dan is er geen verhouding om naar te verdelen, en het convenant zegt niet wat er dan gebeurt.',
    bron: regel.bron,
    feiten: { maatstaf: maatstaf.naam, peil: peildag(maatstaf.peil, jaar) ?? maatstaf.peil },
  })

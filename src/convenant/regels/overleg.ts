/** Kind `overleg`: a body that meets, who sits in it, and how often. */
import { z } from 'zod'
import { type Datum, opOfVoor } from '../../kern/datum.ts'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import type { Plichtdeel } from '../plichtstaat.ts'
import { tijdvakVan } from '../tijdvak.ts'
import { hoeVaakOnbekend } from '../toets/hoe-vaak.ts'
import { dag, dekt, naam, nederlands, zin } from '../velden.ts'
import { PARTIJEN } from './besluitregel-schema.ts'
import { namen, noemBetrokken, slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Plichtgrond, Soort } from './soort.ts'
import { binnen, type Geldigheid, periodenVan, PERIODEN } from './wanneer.ts'
import { zegOverleg } from './zeg-besluit.ts'

const aantal = z.int().min(1).optional()

export const overlegSchema = z.strictObject({
  soort: z.literal('overleg'),
  id: naam,
  /** As a sentence names it: "het bestuurlijk overleg". */
  naam: zin,
  laag: z.enum(['ambtelijk', 'directeuren', 'bestuurlijk', 'breed']),
  leden: namen.default([PARTIJEN]),
  /** How many persons each of the members sends. */
  perLid: aantal,
  /** Who takes part without being a party. */
  met: z.array(zin).min(1).optional(),
  /** Left out where the text does not say how often. */
  keer: z
    .strictObject({ minimaal: aantal, hoogstens: aantal, streef: aantal, per: z.enum(PERIODEN) })
    .refine((k) => k.minimaal ?? k.hoogstens ?? k.streef, 'noem minimaal, hoogstens of streef')
    .refine((k) => (k.minimaal ?? 0) <= (k.hoogstens ?? Infinity), 'hoogstens is minder dan minimaal')
    .refine((k) => (k.minimaal ?? 0) <= (k.streef ?? Infinity), 'streef is minder dan minimaal')
    .optional(),
  /** Who convenes it and who makes the minutes, in words: it need not be a party. */
  roeptBijeen: zin.optional(),
  verslag: zin.optional(),
  /** What it is for. */
  doet: z.array(zin).min(1).optional(),
  dekt,
})
export type OverlegRegel = z.output<typeof overlegSchema>

/**
 * How many meetings a year asks, how many of the held ones count for that, and whether no period falls short; where
 * there is an upper bound, how many there may be, and whether some period has more.
 */
export type Overlegjaar = { nodig: number; gehouden: number; voldaan: boolean; hoogstens?: number; teVaak?: boolean }

/**
 * A year of meetings. Only periods in which the covenant counts from the first to the last day ask
 * something. `niet-geregeld` where the text gives neither a lower nor an upper bound.
 */
export function rekenOverleg(
  regel: Geplaatst<OverlegRegel>,
  { jaar, gehouden }: { jaar: number; gehouden: readonly Datum[] },
  geldt: Geldigheid,
): Uitkomst<Overlegjaar> {
  const { bron, keer } = regel
  const feiten = { naam: regel.naam, jaar }
  if (!keer?.minimaal && !keer?.hoogstens)
    return nietGeregeld({
      wat: 'Hoe vaak {naam} er ten minste of hoogstens is, staat er niet.',
      bron,
      feiten,
      stappen: hoe(regel),
    })
  const { minimaal = 0, hoogstens, per } = keer
  const perioden = periodenVan(jaar, per).map((p) => ({
    ...p,
    heel: binnen(p, geldt),
    telt: gehouden.filter((d) => opOfVoor(p.van, d) && opOfVoor(d, p.totEnMet)).length,
  }))
  const gevraagd = perioden.filter((p) => p.heel)
  const uit: Overlegjaar = {
    nodig: gevraagd.length * minimaal,
    gehouden: perioden.reduce((som, p) => som + p.telt, 0),
    voldaan: gevraagd.every((p) => p.telt >= minimaal),
    ...(hoogstens !== undefined && {
      hoogstens: gevraagd.length * hoogstens,
      teVaak: perioden.some((p) => p.telt > hoogstens),
    }),
  }
  return bepaald(uit, {
    wat: uit.teVaak
      ? '{naam} is in {jaar} te vaak gehouden: {gehouden} keer. Er mogen er {hoogstens} in dit jaar, en in elke {per} {grens}.'
      : !minimaal
        ? '{naam} is in {jaar} {gehouden} keer gehouden. Er mogen er {hoogstens}; hoeveel er ten minste moeten zijn, staat er niet.'
        : uit.voldaan
          ? '{naam} is in {jaar} vaak genoeg gehouden: {gehouden} keer, {nodig} nodig.'
          : '{naam} is in {jaar} niet vaak genoeg gehouden: {gehouden} keer, {nodig} nodig.',
    bron,
    feiten: {
      ...feiten,
      gehouden: uit.gehouden,
      nodig: uit.nodig,
      hoogstens: uit.hoogstens ?? null,
      grens: hoogstens ?? null,
      per,
    },
    stappen: [
      ...perioden.map((p): Stap => ({
        wat: p.heel
          ? minimaal
            ? 'Van {van} tot en met {totEnMet}: {telt} van {minimaal}.'
            : 'Van {van} tot en met {totEnMet}: {telt}, hoogstens {grens}.'
          : 'Van {van} tot en met {totEnMet}: {telt}. Het convenant geldt niet heel deze tijd en vraagt hier niets.',
        bron,
        feiten: { van: p.van, totEnMet: p.totEnMet, telt: p.telt, minimaal, grens: hoogstens ?? null },
        geldt: p.heel && p.telt >= minimaal && p.telt <= (hoogstens ?? p.telt),
      })),
      ...hoe(regel),
    ],
  })
}

function hoe({ keer, bron, roeptBijeen, verslag, doet, met }: Geplaatst<OverlegRegel>): Stap[] {
  const zinnen: [string, string | number | undefined][] = [
    [`Het streven is {feit} keer per ${keer?.per}.`, keer?.streef],
    [`Het is er hoogstens {feit} keer per ${keer?.per}.`, keer?.hoogstens],
    ['Het wordt bijeengeroepen door {feit}.', roeptBijeen],
    ['Het verslag: {feit}.', verslag],
    ['Ook erbij: {feit}.', met?.join(', ')],
    ['Waarvoor: {feit}.', doet?.join('; ')],
  ]
  return zinnen.flatMap(([wat, feit]) => (feit === undefined ? [] : [{ wat, bron, feiten: { feit } }]))
}

function plichten(regel: Geplaatst<OverlegRegel>, { document, uitleg, gemeenten }: Plichtgrond): Plichtdeel[] {
  const { keer } = regel
  return [
    {
      id: regel.id,
      regel: regel.id,
      bron: regel.bron,
      wie: slugsVan(regel.leden, document),
      wieZin: noemBetrokken(regel.leden, document, gemeenten),
      aan: [],
      aanZin: null,
      wat: `${regel.naam} houden`,
      aard: 'resultaat',
      wanneer: keer?.minimaal ? { keer: keer.minimaal, per: keer.per } : 'geregeld',
      bewijs: 'de dag van elk overleg dat is gehouden',
      uitleg: uitleg.filter((u) => u.over.includes(regel.id)),
    },
  ]
}

const toets = (regel: OverlegRegel, document: Convenant | Kader): string[] => vreemdeNamen(regel.leden, document)

const gegeven = z.strictObject({ jaar: z.int(), gehouden: z.array(dag).default([]), op: dag.optional() })

export const overleg: Soort<OverlegRegel> = {
  omschrijving: 'welk overleg er is, wie erin zit en hoe vaak het er moet zijn',
  zeg: zegOverleg,
  schema: overlegSchema,
  toets,
  bevindingen: (regel) => (regel.keer?.minimaal ? [] : [hoeVaakOnbekend(regel, `${regel.naam} houden`)]),
  plichten,
  voorbeeld: (regel, feiten, omgeving) => {
    const { op, ...vraag } = gegeven.parse(feiten, { error: nederlands })
    const { begin, einde } = tijdvakVan(omgeving.boek(op))
    return rekenOverleg(regel, vraag, { van: begin, totEnMet: einde })
  },
}

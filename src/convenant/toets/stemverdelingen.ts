/** Every way the votes of a round can fall, and the smallest one that decides nothing. */
import type { BesluitRegel, Meerderheid } from '../regels/besluitregel-schema.ts'
import { OPEN_BIJ_BESLUIT } from '../regels/besluitregel-schema.ts'
import { alleStemmen, stemmenVan, stemmers } from '../regels/stemmers.ts'
import type { Kring } from '../regels/taak-zinnen.ts'

type Grondslag = (typeof OPEN_BIJ_BESLUIT)['grondslag'][number]
/** Votes for, against and not given to either side; and how many members stand behind the first and the last. */
export type Verdeling = {
  readonly voor: number
  readonly tegen: number
  readonly onthouding: number
  readonly voorstanders: number
  readonly onthouders: number
  /** Votes a member has and does not cast, while it does vote. */
  readonly ongebruikt: number
}
export type Onbeslist = {
  /** Everyone uses every vote. `lezing` is the reading of the base it rests on; null when it is so in each. */
  readonly heel: Verdeling & { readonly lezing: Grondslag | null }
  /** Without an abstention, when a member with more votes may cast fewer; null when that makes no tie. */
  readonly minder: Verdeling | null
}

/**
 * The division with the fewest abstentions that leaves the last round undecided, over every reading of what a
 * majority is of; null when the last round is no vote. Members with the same votes so far are counted as one.
 */
export function onbeslist(regel: BesluitRegel, kring: Kring): Onbeslist | null {
  const ronde = regel.ronden?.at(-1)
  if (ronde?.wijze !== 'meerderheid') return null
  const leden = stemmers(regel, kring)
  const alle = alleStemmen(ronde, leden, kring)
  const gewichten = leden.map((lid) => stemmenVan(lid, ronde, kring))
  const beslist = (v: Verdeling, grondslag: Grondslag): boolean =>
    2 * Math.max(v.voor, v.tegen) > (grondslag === 'alle-stemmen' ? alle : v.voor + v.tegen)
  const lezingen = lezingenVan(ronde)
  const open = verdelingen(gewichten, false)
    .flatMap((v) => {
      const zo = lezingen.filter((g) => !beslist(v, g))
      return zo.length ? [{ ...v, lezing: zo.length === lezingen.length ? null : zo[0]! }] : []
    })
    .sort(kleinste)
  const heel = open[0]!
  const minder = heel.onthouders
    ? verdelingen(gewichten, true)
        .filter((v) => v.onthouders === 0 && !beslist(v, 'uitgebrachte-stemmen'))
        .sort(kleinste)[0]
    : undefined
  return { heel, minder: minder ?? null }
}

const lezingenVan = ({ grondslag }: Meerderheid): readonly Grondslag[] =>
  grondslag ? [grondslag] : OPEN_BIJ_BESLUIT.grondslag

/** Fewest who abstain, then fewest votes lost by it, then fewest votes unused, then most who are for. */
const kleinste = (a: Verdeling, b: Verdeling): number =>
  a.onthouders - b.onthouders ||
  a.onthouding - b.onthouding ||
  a.ongebruikt - b.ongebruikt ||
  b.voorstanders - a.voorstanders

const NIETS: Verdeling = { voor: 0, tegen: 0, onthouding: 0, voorstanders: 0, onthouders: 0, ongebruikt: 0 }

/** Of the divisions with the same votes for and against only the smallest: adding a member keeps that order. */
function verdelingen(gewichten: readonly number[], minder: boolean): Verdeling[] {
  let tot = new Map([['', NIETS]])
  for (const gewicht of gewichten) {
    const verder = new Map<string, Verdeling>()
    for (const v of tot.values())
      for (const nieuw of metLid(v, gewicht, minder)) {
        const sleutel = `${nieuw.voor} ${nieuw.tegen}`
        const eerder = verder.get(sleutel)
        if (!eerder || kleinste(nieuw, eerder) < 0) verder.set(sleutel, nieuw)
      }
    tot = verder
  }
  return [...tot.values()]
}

/** One more member: for or against with its votes (or fewer), or abstaining with all of them. */
function metLid(v: Verdeling, gewicht: number, minder: boolean): Verdeling[] {
  const aantallen = minder ? Array.from({ length: gewicht }, (_, i) => i + 1) : [gewicht]
  return [
    ...aantallen.flatMap((n) => {
      const ongebruikt = v.ongebruikt + gewicht - n
      return [
        { ...v, voor: v.voor + n, voorstanders: v.voorstanders + 1, ongebruikt },
        { ...v, tegen: v.tegen + n, ongebruikt },
      ]
    }),
    ...(minder ? [] : [{ ...v, onthouding: v.onthouding + gewicht, onthouders: v.onthouders + 1 }]),
  ]
}

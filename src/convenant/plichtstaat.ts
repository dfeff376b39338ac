/** How a duty stands on a day, given what is known to have been done. */
import { dagenTussen, type Datum, opOfVoor, voor } from '../kern/datum.ts'
import { bepaald, type Bron, nietGeregeld, type Stap, type Uitkomst } from '../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from './afspraak.ts'
import { gemeentenaam } from './gemeenten.ts'
import { type Beurt, beurtenOm, type Geldigheid, type Wanneer, zegWanneer } from './regels/wanneer.ts'
import { uitlegStap } from './uitleg-stap.ts'

export const STATEN = ['voldaan', 'loopt', 'binnenkort', 'te-laat', 'inspanning', 'niet-van-toepassing'] as const
/** `inspanning`: a duty to try, which is never done. `binnenkort`: its last day is near. */
export type Staat = (typeof STATEN)[number]

/** What is known: something that shows the duty is kept, or (`gebeurtenis`) what it waits for has happened. */
export type Bewijs = {
  readonly op: Datum
  readonly wat: string
  readonly soort?: 'bewijs' | 'gebeurtenis'
  /** The municipality (slug) that did it; needed where each must do it by itself. */
  readonly door?: string | undefined
}

/** One duty of one version. `id` is the rule, with a number where one rule has more than one. */
export type Plicht = {
  readonly id: string
  readonly regel: string
  readonly bron: Bron
  /** The municipalities (slugs); empty where the duty lies with someone who is no party. */
  readonly wie: readonly string[]
  /** In words, as a sentence names them. */
  readonly wieZin: string
  readonly aan: readonly string[]
  readonly aanZin: string | null
  readonly wat: string
  readonly aard: 'resultaat' | 'inspanning'
  /** Each of `wie` does it by itself: it is done when something is known of every one of them. */
  readonly ieder?: boolean
  readonly wanneer: Wanneer
  /** `wanneer` in words. */
  readonly wanneerZin: string
  /** What shows that it is done, in words; null where nobody wrote that down. */
  readonly bewijs: string | null
  /** The first and last day of the covenant. */
  readonly geldt: Geldigheid
  /** The readings this duty leans on. */
  readonly uitleg: readonly Geplaatst<Uitleg>[]
}
/** What a kind of rule says of its duties; the covenant adds the days on which it counts. */
export type Plichtdeel = Omit<Plicht, 'geldt' | 'wanneerZin'>

export const plichtMet = (deel: Plichtdeel, geldt: Geldigheid): Plicht => ({
  ...deel,
  wanneerZin: zegWanneer(deel.wanneer),
  geldt,
})

/** From this many days before its last day a duty is shown as near: how it looks, no term. */
const NABIJ = 30

/**
 * The state on `op`; what is known of later days is left out. `niet-geregeld` where the text does not say
 * how often. A duty to try is never `voldaan`. A turn that was missed counts as late until the next is met.
 */
export function staatVan(plicht: Plicht, bewijs: readonly Bewijs[], op: Datum): Uitkomst<Staat> {
  const bekend = bewijs.filter((b) => opOfVoor(b.op, op)).sort((a, b) => Temporal.PlainDate.compare(a.op, b.op))
  const gedaan = bekend.filter((b) => b.soort !== 'gebeurtenis')
  const antwoord = (staat: Staat, zin: string, feiten: Stap['feiten'] = {}): Uitkomst<Staat> =>
    bepaald(staat, { ...waarom(plicht, gedaan), wat: zin, feiten: { op, wat: plicht.wat, ...feiten } })

  const { van, totEnMet } = plicht.geldt
  if (voor(op, van))
    return antwoord('niet-van-toepassing', 'Niet van toepassing: het convenant geldt pas vanaf {van}.', { van })
  if (totEnMet && voor(totEnMet, op))
    return antwoord('niet-van-toepassing', 'Niet van toepassing: het convenant gold tot en met {einde}.', {
      einde: totEnMet,
    })
  if (plicht.aard === 'inspanning') {
    const laatste = gedaan.at(-1)
    return laatste
      ? antwoord('inspanning', 'Inspanning: hier zet men zich voor in. Het laatste dat bekend is, is van {laatste}.', {
          laatste: laatste.op,
        })
      : antwoord('inspanning', 'Inspanning: hier zet men zich voor in. Er is nog niets van bekend.')
  }
  const { wanneer } = plicht
  if (wanneer === 'geregeld')
    return nietGeregeld({
      ...waarom(plicht, gedaan),
      wat: 'Niet te zeggen: dit moet geregeld gebeuren, maar hoe vaak staat er niet.',
      feiten: { op, wat: plicht.wat },
    })
  if (wanneer === 'voortdurend') return antwoord('loopt', 'Loopt: dit geldt zolang het convenant loopt en is nooit af.')
  if (typeof wanneer !== 'string' && 'bij' in wanneer) return naGebeurtenis(wanneer, bekend, op, antwoord)
  return perBeurt(plicht, gedaan, op, antwoord)
}

type Antwoord = (staat: Staat, zin: string, feiten?: Stap['feiten']) => Uitkomst<Staat>

function naGebeurtenis(
  wanneer: Extract<Wanneer, { bij: string }>,
  bekend: readonly Bewijs[],
  op: Datum,
  antwoord: Antwoord,
): Uitkomst<Staat> {
  const feiten = { bij: wanneer.bij }
  const gebeurd = bekend.filter((b) => b.soort === 'gebeurtenis')
  if (!gebeurd.length)
    return antwoord('niet-van-toepassing', 'Niet van toepassing: dit is nog niet gebeurd: {bij}.', feiten)
  const laatste = bekend.findLast((b) => b.soort !== 'gebeurtenis')
  const open = gebeurd.find((g) => !laatste || voor(laatste.op, g.op))
  if (!open) return antwoord('voldaan', 'Voldaan: er is iets gedaan na wat er gebeurde ({bij}).', feiten)
  const uiterlijk = wanneer.binnen && open.op.add(wanneer.binnen)
  return metDag(uiterlijk ?? null, op, antwoord, { ...feiten, sinds: open.op })
}

function perBeurt(plicht: Plicht, gedaan: readonly Bewijs[], op: Datum, antwoord: Antwoord): Uitkomst<Staat> {
  const { wanneer, geldt, ieder, wie } = plicht
  const { vorig, huidig } = beurtenOm(wanneer, op, geldt, ieder ? wie.length : 1)
  // What still counts for the turn before is not counted for this one as well.
  const alVoorVorig = vorig?.inhalen
    ? tellend(
        gedaan.filter((b) => opOfVoor(vorig.van, b.op)),
        vorig.nodig,
        plicht,
      ).slice(0, vorig.nodig)
    : []
  const geteld = huidig
    ? tellend(
        gedaan.filter((b) => !alVoorVorig.includes(b) && telt(b, huidig, wanneer)),
        huidig.nodig,
        plicht,
      )
    : []
  if (huidig && !huidig.deels && geteld.length >= huidig.nodig)
    return antwoord('voldaan', 'Voldaan: {geteld} van {nodig} gedaan, het laatst op {laatste}.', {
      geteld: geteld.length,
      nodig: huidig.nodig,
      laatste: geteld.at(-1)!.op,
    })
  const bijVorig = !vorig
    ? 0
    : vorig.inhalen
      ? alVoorVorig.length
      : tellend(
          gedaan.filter((b) => telt(b, vorig, wanneer)),
          vorig.nodig,
          plicht,
        ).length
  if (vorig && !vorig.deels && bijVorig < vorig.nodig)
    return antwoord(
      'te-laat',
      'Te laat: uiterlijk {uiterlijk} moest dit {nodig} keer gebeurd zijn. Bekend is {geteld} keer.',
      {
        uiterlijk: vorig.uiterlijk,
        nodig: vorig.nodig,
        geteld: bijVorig,
      },
    )
  if (!huidig || (vorig && voor(op, huidig.van)))
    return vorig
      ? antwoord('voldaan', 'Voldaan: de laatste keer was uiterlijk {uiterlijk} en is gedaan.', {
          uiterlijk: vorig.uiterlijk,
        })
      : antwoord('niet-van-toepassing', 'Niet van toepassing: zolang het convenant geldt, valt hier geen dag van.')
  const feiten = { geteld: geteld.length, nodig: huidig.nodig, uiterlijk: huidig.uiterlijk }
  if (huidig.deels)
    return antwoord(
      'loopt',
      'Loopt: {geteld} gedaan. Het convenant geldt niet heel deze periode, dus een aantal is er niet.',
      feiten,
    )
  return metDag(huidig.uiterlijk, op, antwoord, feiten)
}

function metDag(uiterlijk: Datum | null, op: Datum, antwoord: Antwoord, feiten: Stap['feiten']): Uitkomst<Staat> {
  const aantal = feiten && 'nodig' in feiten ? ' {geteld} van {nodig} gedaan.' : ''
  if (!uiterlijk) return antwoord('loopt', `Loopt: er staat geen laatste dag.${aantal}`, feiten)
  const erbij = { ...feiten, uiterlijk }
  if (voor(uiterlijk, op)) return antwoord('te-laat', `Te laat: dit moest uiterlijk {uiterlijk}.${aantal}`, erbij)
  return dagenTussen(op, uiterlijk) <= NABIJ
    ? antwoord('binnenkort', `Binnenkort: uiterlijk {uiterlijk}.${aantal}`, erbij)
    : antwoord('loopt', `Loopt: uiterlijk {uiterlijk}.${aantal}`, erbij)
}

/** Something done once may have been done before the covenant began. */
const telt = (b: Bewijs, beurt: Beurt, wanneer: Wanneer): boolean =>
  wanneer === 'eenmalig' ||
  (opOfVoor(beurt.van, b.op) && (beurt.inhalen || !beurt.uiterlijk || opOfVoor(b.op, beurt.uiterlijk)))

/** Where each does it by itself, one municipality never makes up for another, and what is of nobody known counts for none. */
function tellend(gedaan: readonly Bewijs[], nodig: number, { ieder, wie }: Plicht): readonly Bewijs[] {
  if (!ieder || !wie.length) return gedaan
  const keren = new Map<string, number>()
  return gedaan.filter(({ door }) => {
    if (door === undefined || !wie.includes(door)) return false
    const keer = (keren.get(door) ?? 0) + 1
    keren.set(door, keer)
    return keer * wie.length <= nodig
  })
}

function waarom(plicht: Plicht, gedaan: readonly Bewijs[]): Omit<Stap, 'wat'> {
  const { bron } = plicht
  return {
    bron,
    stappen: [
      {
        wat: plicht.aanZin ? '{wie}: {wat}, voor {aan}.' : '{wie}: {wat}.',
        bron,
        feiten: { wie: plicht.wieZin, wat: plicht.wat, aan: plicht.aanZin },
      },
      { wat: 'Wanneer: {wanneer}.', bron, feiten: { wanneer: plicht.wanneerZin } },
      plicht.bewijs
        ? { wat: 'Hieraan zie je het: {bewijs}.', feiten: { bewijs: plicht.bewijs } }
        : { wat: 'Waaraan je het ziet, is nergens opgeschreven.', geldt: false },
      ...(gedaan.length
        ? gedaan.map((b): Stap => ({
            wat: b.door ? '{op}, {door}: {gedaan}.' : '{op}: {gedaan}.',
            feiten: { op: b.op, gedaan: b.wat, ...(b.door && { door: gemeentenaam(b.door, []) }) },
            ...(plicht.ieder && (!b.door || !plicht.wie.includes(b.door)) && { geldt: false }),
          }))
        : [{ wat: 'Er is niets bekend.', geldt: false }]),
      ...plicht.uitleg.map(uitlegStap),
    ],
  }
}

/** When a duty is due, and the turns that follow from it around one day. */
import { z } from 'zod'
import { type Datum, opOfVoor, schrijfDatum, voor } from '../../kern/datum.ts'
import { dagVan, type Jaardag } from '../jaardag.ts'
import { dag, duur, zin } from '../velden.ts'
import { schrijfDuur } from './termijnenwet.ts'

export const PERIODEN = ['jaar', 'halfjaar', 'kwartaal', 'maand'] as const
export type Periodesoort = (typeof PERIODEN)[number]
const MAANDEN: Record<Periodesoort, number> = { jaar: 12, halfjaar: 6, kwartaal: 3, maand: 1 }

/** How often, where the text only says that it is done regularly. */
export const OPEN_HOE_VAAK = {
  'hoe-vaak': ['onbekend', 'elke-maand', 'elk-kwartaal', 'elk-halfjaar', 'elk-jaar'],
} as const
export type HoeVaak = (typeof OPEN_HOE_VAAK)['hoe-vaak'][number]
const GEKOZEN: Record<HoeVaak, Periodesoort | null> = {
  onbekend: null,
  'elke-maand': 'maand',
  'elk-kwartaal': 'kwartaal',
  'elk-halfjaar': 'halfjaar',
  'elk-jaar': 'jaar',
}

export const wanneer = z.union(
  [
    z.enum(['voortdurend', 'geregeld', 'eenmalig']),
    z.strictObject({ van: dag.optional(), uiterlijk: dag }),
    z.strictObject({ keer: z.int().min(1), per: z.enum(PERIODEN) }),
    z.strictObject({ bij: zin, binnen: duur.optional() }),
  ],
  'schrijf voortdurend, geregeld of eenmalig, of { keer, per }, { uiterlijk } of { bij, binnen }',
)

/**
 * `voortdurend`: it is never done. `geregeld`: again and again, but the text does not say how often.
 * `eenmalig`: once, without a day. `bij`: each time something happens. `jaardagen`: a day of every year J.
 */
export type Wanneer =
  | z.output<typeof wanneer>
  | {
      jaardagen: { van?: Jaardag | undefined; totEnMet?: Jaardag | undefined }
      keer: number
      jaar?: number | undefined
    }

/** What a reading of "regularly" makes of it. */
export const volgensLezing = (w: Wanneer, hoeVaak: HoeVaak): Wanneer => {
  const per = GEKOZEN[hoeVaak]
  return w === 'geregeld' && per ? { keer: 1, per } : w
}

/** How long after the last time it is due again by a reading of "regularly"; null where none chooses. */
export const tussentijd = (hoeVaak: HoeVaak): Temporal.Duration | null => {
  const per = GEKOZEN[hoeVaak]
  return per && Temporal.Duration.from({ months: MAANDEN[per] })
}

/** First and last day on which the covenant counts; null where no end is known. */
export type Geldigheid = { readonly van: Datum; readonly totEnMet: Datum | null }

/**
 * One turn: `nodig` times between two days. `inhalen`: what comes later still counts for it. `deels`: the
 * covenant counts for only part of it, so nothing can be asked.
 */
export type Beurt = {
  readonly van: Datum
  readonly uiterlijk: Datum | null
  readonly nodig: number
  readonly inhalen: boolean
  readonly deels: boolean
}

/** The calendar period a day lies in. */
export function periodeOm(op: Datum, per: Periodesoort): { van: Datum; totEnMet: Datum } {
  const maanden = MAANDEN[per]
  const van = op.with({ day: 1, month: op.month - ((op.month - 1) % maanden) })
  return { van, totEnMet: van.add({ months: maanden }).subtract({ days: 1 }) }
}

/** The periods of one calendar year, in order. */
export function periodenVan(jaar: number, per: Periodesoort): { van: Datum; totEnMet: Datum }[] {
  const begin = Temporal.PlainDate.from({ year: jaar, month: 1, day: 1 })
  const maanden = MAANDEN[per]
  return Array.from({ length: 12 / maanden }, (_, i) => periodeOm(begin.add({ months: i * maanden }), per))
}

/**
 * The turn of the day `op` and the one before it, where there are any. Only for what comes in turns. `door`:
 * how many each do it by themselves.
 */
export function beurtenOm(
  w: Wanneer,
  op: Datum,
  geldt: Geldigheid,
  door: number,
): { vorig: Beurt | null; huidig: Beurt | null } {
  const alle = beurten(w, op, geldt).map((b) => ({ ...b, nodig: b.nodig * door }))
  const i = alle.findIndex((b) => !b.uiterlijk || opOfVoor(op, b.uiterlijk))
  return i < 0 ? { vorig: alle.at(-1) ?? null, huidig: null } : { vorig: alle[i - 1] ?? null, huidig: alle[i] ?? null }
}

function beurten(w: Wanneer, op: Datum, geldt: Geldigheid): Beurt[] {
  if (w === 'eenmalig') return [{ van: geldt.van, uiterlijk: null, nodig: 1, inhalen: true, deels: false }]
  if (typeof w === 'string' || 'bij' in w) return []
  if ('uiterlijk' in w)
    return [{ van: w.van ?? geldt.van, uiterlijk: w.uiterlijk, nodig: 1, inhalen: true, deels: false }]
  if ('per' in w) {
    const nu = periodeOm(op, w.per)
    return [periodeOm(nu.van.subtract({ days: 1 }), w.per), nu]
      .filter((p) => opOfVoor(geldt.van, p.totEnMet) && (!geldt.totEnMet || opOfVoor(p.van, geldt.totEnMet)))
      .map((p) => ({ van: p.van, uiterlijk: p.totEnMet, nodig: w.keer, inhalen: false, deels: !binnen(p, geldt) }))
  }
  const { van, totEnMet } = w.jaardagen
  const J = op.year - (totEnMet ?? van)!.na
  const jaren = w.jaar === undefined ? [J - 2, J - 1, J, J + 1] : [w.jaar]
  // What is asked over a year is asked only over a year in which the covenant counts.
  const telt = (jaar: number): boolean => geldt.van.year <= jaar && jaar <= (geldt.totEnMet?.year ?? jaar)
  return jaren.filter(telt).flatMap((jaar): Beurt[] => {
    const eind = totEnMet && dagVan(totEnMet, jaar)
    const begin = van ? dagVan(van, jaar) : dagVan(totEnMet!, jaar - 1).add({ days: 1 })
    const buiten = voor(eind ?? begin, geldt.van) || (geldt.totEnMet && voor(geldt.totEnMet, van ? begin : eind!))
    return buiten ? [] : [{ van: begin, uiterlijk: eind ?? null, nodig: w.keer, inhalen: true, deels: false }]
  })
}

/** Does the covenant count on every day of the period? */
export const binnen = (p: { van: Datum; totEnMet: Datum }, geldt: Geldigheid): boolean =>
  opOfVoor(geldt.van, p.van) && (!geldt.totEnMet || opOfVoor(p.totEnMet, geldt.totEnMet))

/** "2 keer per jaar", "uiterlijk 31 december 2023", "altijd": how a sentence names it. */
export function zegWanneer(w: Wanneer): string {
  if (w === 'voortdurend') return 'altijd'
  if (w === 'geregeld') return 'geregeld; hoe vaak staat er niet'
  if (w === 'eenmalig') return 'één keer, zonder dag'
  if ('bij' in w) return `als dit gebeurt: ${w.bij}${w.binnen ? `, binnen ${schrijfDuur(w.binnen)}` : ''}`
  if ('uiterlijk' in w) return `${w.van ? `vanaf ${schrijfDatum(w.van)}, ` : ''}uiterlijk ${schrijfDatum(w.uiterlijk)}`
  if ('per' in w) return `${w.keer} keer per ${w.per}`
  const { van, totEnMet } = w.jaardagen
  if (van && totEnMet && isHeelJaar(van, totEnMet))
    return `${w.keer} keer ${w.jaar === undefined ? 'per jaar' : `in ${w.jaar}`}`
  const vaak = w.keer > 1 ? `${w.keer} keer ` : ''
  const over = w.jaar === undefined ? 'over elk jaar' : `over ${w.jaar}`
  return `${vaak}${over}, ${[van && `vanaf ${zegJaardag(van)}`, totEnMet && `uiterlijk ${zegJaardag(totEnMet)}`].filter(Boolean).join(', ')}`
}

const isHeelJaar = (van: Jaardag, totEnMet: Jaardag): boolean =>
  van.na === 0 &&
  totEnMet.na === 0 &&
  dagVan(van, EEN_JAAR).dayOfYear === 1 &&
  dagVan(totEnMet, EEN_JAAR).add({ days: 1 }).dayOfYear === 1

/** Any year does: only day and month are named. */
const EEN_JAAR = 2001

/** "31 december van dat jaar", "eind februari van het jaar erna". */
export function zegJaardag(j: Jaardag): string {
  const dagEnMaand = schrijfDatum(dagVan({ ...j, na: 0 }, EEN_JAAR)).replace(/ \d+$/, '')
  const tekst = j.dag === 'laatste' ? dagEnMaand.replace(/^\d+/, 'eind') : dagEnMaand
  if (j.na === 0) return `${tekst} van dat jaar`
  const jaren = Math.abs(j.na) === 1 ? 'het jaar' : `${Math.abs(j.na)} jaar`
  return `${tekst} van ${jaren} ${j.na > 0 ? 'erna' : 'ervoor'}`
}

/**
 * A placing entered by mistake is taken back by naming its entry (D7): the place is free again and the client stands on
 * the waiting list where they stood, for the order follows the day of the decision. The same for who was taken off the
 * list, or said to have left, by mistake.
 */
import { z } from 'zod'
import type { Taak } from '../../convenant/index.ts'
import { canoniek } from '../../kern/canoniek.ts'
import { datum, schrijfDatum } from '../../kern/datum.ts'
import { Weigering, weiger } from '../../kern/weigering.ts'
import { alsTekst, type Context, type Geboekt, type Json, type Opdracht, opdracht, type Reactie } from '../proces.ts'
import { neemTerug } from '../toegang/melding.schema.ts'
import { teruggenomen } from '../toegang/index.ts'
import { pasToe } from './pas-toe.ts'
import { plaatsingstappen, terugTeNemen } from './plaatsing.schema.ts'
import { beginPlaatsing, type Plaatsing } from './stand.ts'

type Soort = keyof typeof terugTeNemen
const taken: Record<Soort, Taak> = { geplaatst: 'plaatsing', vertrokken: 'plaatsing', vanLijstGehaald: 'wachtlijst' }

/** The last of these entries that still counts. */
export function laatsteStap(journaal: readonly Geboekt[]): { nummer: number; soort: Soort; door: string } | null {
  const terug = teruggenomen(journaal)
  const g = journaal.findLast(({ soort, nummer }) => soort in terugTeNemen && !terug.has(nummer))
  return g ? { nummer: g.nummer, soort: g.soort as Soort, door: alsTekst(g.feiten['door']) } : null
}

/** The placing as it stood before an entry; nothing is recorded beside a stay. */
function voor(journaal: readonly Geboekt[], nummer: number): Plaatsing {
  return journaal
    .filter((b) => b.nummer < nummer)
    .reduce((p, b) => pasToe(p, { ...b, geldigOp: datum(b.geldig_op) }), beginPlaatsing)
}

/** What is other than it is now. A place that was given keeps a row without days, for rows never vanish (D11). */
function anders(p: Plaatsing, was: Plaatsing): { [veld: string]: Json } {
  const vrij = p.plek && was.plek === null ? { vrijgegeven: [...new Set([...(p.vrijgegeven ?? []), p.plek])] } : {}
  const nieuw = Object.entries({ ...was, ...vrij } as unknown as { [veld: string]: Json })
  return Object.fromEntries(nieuw.filter(([veld, w]) => canoniek(w) !== canoniek(p[veld as keyof Plaatsing])))
}

export const terugname = opdracht<Plaatsing, typeof neemTerug>({
  titel: 'De laatste stap terugnemen',
  schema: neemTerug,
  leestJournaal: true,
  bevoegd: (_p, journaal) => {
    const stap = laatsteStap(journaal)
    return stap ? { taak: taken[stap.soort], door: stap.door } : 'betrokken'
  },
  // A stay that would go on needs its place, and the client nowhere else.
  vraagt: (_invoer, p) => (p.stap === 'vertrokken' ? { plek: { id: p.plek!, op: p.tot! }, verblijven: p.persoon } : {}),
  // Who moved on since is placed there: that placing is taken back first.
  kan: (p, _afspraken, _vandaag, journaal) =>
    (p.stap === 'geplaatst' || p.stap === 'vertrokken' || p.stap === 'vanLijst') && laatsteStap(journaal)
      ? null
      : new Weigering('STAP_PAST_NIET', { stap: p.stap === 'nieuw' ? 'Nieuw' : plaatsingstappen[p.stap] }),
  decideer: (p, { gebeurtenis, reden }, ctx) => {
    const { nummer, soort, door } = laatsteStap(ctx.journaal)!
    if (teruggenomen(ctx.journaal).has(gebeurtenis)) weiger('TOEGANG_AL_TERUGGENOMEN')
    if (gebeurtenis !== nummer) weiger('TOEGANG_NIET_DE_LAATSTE_STAP', { stap: terugTeNemen[soort] })
    if (p.stap === 'vertrokken') eisPlek(p, ctx)
    const verlaten = ctx.journaal.find((b) => b.nummer === nummer)?.feiten['verlaten'] ?? []
    return [
      {
        soort: 'stapTeruggenomen',
        geldigOp: ctx.vandaag,
        feiten: { gebeurtenis, stap: soort, nieuw: anders(p, voor(ctx.journaal, nummer)), verlaten, door },
        inhoud: { reden },
      },
    ]
  },
})

/** The stay goes on: its place has nobody else, and the client no other. */
function eisPlek(p: Plaatsing, ctx: Context): void {
  if (!ctx.register.plek?.vrij || ctx.register.verblijven.length)
    weiger('WACHTLIJST_VERBLIJF_VOORBIJ', { datum: schrijfDatum(datum(p.tot!)) })
}

const leeg = z.strictObject({})

/** Follows from a move that never was: the stay it ended runs on, if nobody else lives there by now. */
export const herstelVerblijf: Opdracht<Plaatsing> = opdracht<Plaatsing, typeof leeg>({
  titel: 'Verblijf laten doorlopen',
  schema: leeg,
  bevoegd: 'betrokken',
  vraagt: (_invoer, p) => ({ plek: { id: p.plek!, op: p.tot! } }),
  kan: (p) => (p.stap === 'verhuisd' ? null : new Weigering('WACHTLIJST_VERBLIJF_VOORBIJ', { datum: 'de verhuizing' })),
  decideer: (p, _invoer, ctx) => {
    eisPlek(p, ctx)
    return [{ soort: 'verblijfHersteld', geldigOp: ctx.vandaag, feiten: { door: ctx.partij.slug } }]
  },
})

/** The stays that a placing ended, when it is taken back. */
export const herstelReacties = (verlaten: Json | undefined): Reactie[] =>
  ((verlaten ?? []) as string[]).map((id) => ({
    proces: 'plaatsing',
    id,
    nieuw: false,
    opdracht: 'herstelVerblijf',
    invoer: {},
  }))

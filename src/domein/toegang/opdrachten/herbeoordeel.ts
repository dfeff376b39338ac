/** What was computed from a mistaken entry is computed again from the right one (D7). */
import type { Datum } from '../../../kern/datum.ts'
import type { Context, Toegang } from '../../proces.ts'
import { ligtBijBeslisser, type Melding } from '../stand.ts'
import { beoordeel, bomen, type Meldfeiten, uitkomsten } from './beoordeling.ts'

/**
 * The case goes to whoever handles it now; who had it by mistake reads it until the end of the day, to see
 * that it arrived, and no longer (data minimisation). `beslist` owes a decision: that one works on. One line per
 * organisation.
 */
function metHouder(m: Melding, houder: string, beslist: string | null, vandaag: Datum): Toegang[] {
  if (houder === m.houder) return m.toegang
  const nu = { niveau: 'behandelen' as const, grond: 'behandelt de melding', van: vandaag.toString(), tot: null }
  const tot = vandaag.add({ days: 1 }).toString()
  const anderen = m.toegang
    .filter((t) => t.organisatie !== houder)
    .map((t) =>
      t.organisatie === m.houder && t.organisatie !== beslist
        ? { ...t, niveau: 'lezen' as const, grond: 'behandelde de melding', tot }
        : t,
    )
  return [...anderen, { organisatie: houder, ...nu }]
}

/**
 * The outcomes of corrected facts, as part of the state, with their reasons: terms by the rules of the day of
 * the report, competence by those of today.
 */
export function herbeoordeel(m: Melding, feiten: Meldfeiten, ctx: Pick<Context, 'afspraken' | 'vandaag'>) {
  const oordeel = beoordeel(feiten, ctx.afspraken, ctx.vandaag)
  const vast = uitkomsten(oordeel, m.houder)
  // Before the advice the case follows the new routing; after it, or after a decision without one, it lies with the decider.
  const houder = ligtBijBeslisser(m) ? m.houder : vast.houder
  const beslist = m.aanvraagOp && oordeel.beslisser.soort === 'bepaald' ? oordeel.beslisser.waarde : null
  return {
    uitkomsten: {
      ...vast,
      houder,
      toegang: metHouder(m, houder, beslist, ctx.vandaag),
      behandelaar: houder === m.houder ? m.behandelaar : null,
    },
    bomen: bomen(oordeel),
  }
}

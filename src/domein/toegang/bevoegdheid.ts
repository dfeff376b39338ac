/** Who performs a task in a case on a day: the covenant, else the statute, else whoever held it (D2). */
import { bevoegdVolgensWet, gemeentenaam, type Geval, type Taak, TAKEN, wie } from '../../convenant/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { bepaald, type Uitkomst } from '../../kern/uitkomst.ts'
import { boekOp, type RegioAfspraken } from '../afspraken.ts'
import type { Melding } from './stand.ts'

export const geval = (
  m: Pick<Melding, 'voorziening' | 'woonplaats' | 'gemeldBij' | 'herhaald' | 'spoed'>,
  taak: Taak,
): Geval => ({
  taak,
  voorziening: m.voorziening,
  woongemeente: m.woonplaats === 'buitenland' ? 'buiten-regio' : m.woonplaats,
  gemeldBij: m.gemeldBij,
  herhaald: m.herhaald,
  spoed: m.spoed,
})

/**
 * Always `bepaald` when the statute knows a college: a gap in a covenant never stops a client's case.
 * `tegenstrijdig` without a reading stays so; `houder` then keeps the case (see `leidAf`).
 */
export function bevoegde(afspraken: RegioAfspraken, op: Datum, g: Geval): Uitkomst<string> {
  const boek = boekOp(afspraken, op)
  const volgensConvenant = wie(boek, g)
  if (volgensConvenant.soort !== 'niet-geregeld') return volgensConvenant
  const volgensWet = bevoegdVolgensWet(afspraken.afspraken, g)
  if (volgensWet.soort !== 'bepaald') return volgensWet
  return bepaald(volgensWet.waarde, {
    wat: '{gemeente} {doet}, want het convenant regelt dit niet.',
    feiten: { gemeente: gemeentenaam(volgensWet.waarde, afspraken.afspraken.gemeenten), doet: TAKEN[g.taak].doet },
    stappen: [volgensConvenant.waarom, volgensWet.waarom],
  })
}

/** Group 2: can notice ever take effect while the covenant runs? */
import { type Datum, opOfVoor, schrijfDatum, voor } from '../../kern/datum.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { eersteDag, nooitOpTijd } from '../regels/opzegdag.ts'
import type { LooptijdRegel } from '../regels/looptijd.ts'
import type { OpzeggingRegel } from '../regels/opzegging.ts'
import { regelsVan } from '../regels-van.ts'
import type { Vondst } from './vondst.ts'

/** Every agreed extension counts as used: only what no extension can mend is found. */
export function toetsOpzegging(regel: Geplaatst<OpzeggingRegel>, document: Convenant | Kader): Vondst[] {
  const [looptijd] = document.soort === 'convenant' ? regelsVan(document, 'looptijd') : []
  const tot = looptijd?.tot ?? looptijd?.totEnMet?.add({ days: 1 })
  if (document.soort !== 'convenant' || !looptijd || !tot) return []
  const { verlenging } = looptijd
  const van = looptijd.ingang ?? document.ingang
  const laatste = tot.add({ years: verlenging ? verlenging.aantal * verlenging.jaren : 0 }).subtract({ days: 1 })
  if (!nooitOpTijd(regel, van, laatste)) return teLaat(regel, looptijd, van, tot)
  return [
    {
      code: 'NOTICE-UNREACHABLE',
      ernst: 'fout',
      bevinding: `Wie op de eerste dag opzegt, op ${schrijfDatum(van)}, kan pas weg op ${schrijfDatum(eersteDag(regel, van))}. De laatste dag van het convenant is ${schrijfDatum(laatste)}. Geen enkele opzegging kan ingaan zolang het loopt.`,
      bron: regel.bron,
      betreft: [regel.id, looptijd.id],
    },
  ]
}

/** Notice that can take effect, but from some day on only after the end. */
function teLaat(
  regel: Geplaatst<OpzeggingRegel>,
  looptijd: Geplaatst<LooptijdRegel>,
  van: Datum,
  tot: Datum,
): Vondst[] {
  const inwerking = (mededeling: Datum): Datum => eersteDag(regel, mededeling)
  let opTijd = tot.subtract(regel.termijn)
  while (opOfVoor(van, opTijd) && opOfVoor(tot, inwerking(opTijd))) opTijd = opTijd.subtract({ days: 1 })
  if (voor(opTijd, van)) return []
  const eerste = opTijd.add({ days: 1 })
  return [
    {
      code: 'NOTICE-UNREACHABLE',
      ernst: 'onduidelijk',
      bevinding: `Wie op ${schrijfDatum(eerste)} of later opzegt, kan pas weg op ${schrijfDatum(inwerking(eerste))} of later. Zonder verlenging is ${schrijfDatum(tot.subtract({ days: 1 }))} de laatste dag van het convenant. Opzeggen heeft in die tijd geen gevolg.`,
      bron: regel.bron,
      betreft: [regel.id, looptijd.id],
      uitleg: null,
    },
  ]
}

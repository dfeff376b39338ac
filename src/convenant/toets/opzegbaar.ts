/** Group 2: can notice ever take effect while the covenant runs? */
import { schrijfDatum } from '../../kern/datum.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { eersteDag, nooitOpTijd } from '../regels/opzegdag.ts'
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
  if (!nooitOpTijd(regel, van, laatste)) return []
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

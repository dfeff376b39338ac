/** Does the duration of a covenant add up? Groups 1 and 20. */
import type { Datum } from '../../kern/datum.ts'
import { schrijfDatum } from '../../kern/datum.ts'
import type { Geplaatst } from '../afspraak.ts'
import type { LooptijdRegel } from '../regels/looptijd.ts'
import { regelsVan } from '../regels-van.ts'
import { type Lint, noemPlek, type Vondst } from './vondst.ts'

const eindeVan = (r: LooptijdRegel): Datum | null => r.tot ?? r.totEnMet?.add({ days: 1 }) ?? null

/** The end, prolonged as often as agreed, is the limit the text prints. */
export function toetsLooptijd(regel: Geplaatst<LooptijdRegel>): Vondst[] {
  const uit: Vondst[] = []
  const deel = { bron: regel.bron, betreft: [regel.id] }
  if (!regel.ingang)
    uit.push({
      ...deel,
      code: 'START-UNDEF',
      ernst: 'gat',
      bevinding: 'Er staat geen dag waarop het convenant ingaat.',
    })
  const eind = eindeVan(regel)
  const { verlenging } = regel
  if (!eind || !verlenging?.uiterlijk) return uit
  const { aantal, jaren, uiterlijk } = verlenging
  const bereikt = eind.add({ years: aantal * jaren })
  if (bereikt.equals(uiterlijk)) return uit
  const nodig = keerTot(eind, jaren, uiterlijk)
  uit.push({
    ...deel,
    code: 'DATE-ARITHMETIC',
    ernst: 'fout',
    bevinding: `${aantal} keer ${jaren} jaar na ${schrijfDatum(eind)} is ${schrijfDatum(bereikt)}. Het artikel noemt ${schrijfDatum(uiterlijk)}. ${
      nodig === null
        ? 'Die dag is met geen enkel aantal verlengingen te bereiken.'
        : `Daarvoor zijn ${nodig} verlengingen nodig.`
    }`,
  })
  return uit
}

/** How many extensions reach the day exactly; null when none does. */
function keerTot(eind: Datum, jaren: number, doel: Datum): number | null {
  const verschil = doel.year - eind.year
  if (verschil < 0 || verschil % jaren !== 0 || !eind.add({ years: verschil }).equals(doel)) return null
  return verschil / jaren
}

/** Two statements about the duration end on one day, and the first day is the one in the name of the file. */
export const eenLooptijd: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const regels = regelsVan(document, 'looptijd')
  const uit: Vondst[] = []
  for (const [i, regel] of regels.entries()) {
    if (regel.ingang && !regel.ingang.equals(document.ingang))
      uit.push({
        code: 'DATE-CONFLICT',
        ernst: 'fout',
        bevinding: `Het artikel laat het convenant ingaan op ${schrijfDatum(regel.ingang)}. De naam van het bestand noemt ${schrijfDatum(document.ingang)}.`,
        bron: regel.bron,
        betreft: [regel.id],
      })
    const eind = eindeVan(regel)
    const ander = regels.slice(0, i).find((r) => eindeVan(r)?.toString() !== eind?.toString())
    if (!ander) continue
    const zeg = (d: Datum | null): string => (d ? `vóór ${schrijfDatum(d)}` : 'niet')
    uit.push({
      code: 'TERM-CONFLICT',
      ernst: 'fout',
      bevinding: `Volgens ${noemPlek(ander.bron)} eindigt het convenant ${zeg(eindeVan(ander))}, volgens ${noemPlek(regel.bron)} ${zeg(eind)}.`,
      bron: regel.bron,
      betreft: [ander.id, regel.id],
    })
  }
  return uit
}

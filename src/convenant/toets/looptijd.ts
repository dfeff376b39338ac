/** Does the duration of a covenant add up? Groups 1 and 20. */
import { type Datum, schrijfDatum, voor, vroegste } from '../../kern/datum.ts'
import type { Convenant, Geplaatst } from '../afspraak.ts'
import type { LooptijdRegel } from '../regels/looptijd.ts'
import { regelsVan } from '../regels-van.ts'
import { type Lint, noemPlek, type Vondst } from './vondst.ts'

/** The days a covenant runs by its text: the first, the last without an extension, and the last with every one. */
export type Duur = { van: Datum; laatste: Datum | null; uiterst: Datum | null }

/** Of two statements about the end the later one counts; null when the text has none. */
export function duurVan(document: Convenant): Duur | null {
  const regels = regelsVan(document, 'looptijd')
  if (!regels.length) return null
  const duren = regels.map((r) => {
    const einde = eindeVan(r)
    const { verlenging: v } = r
    const uiterst = v ? (einde?.add({ years: v.aantal * v.jaren }) ?? null) : einde
    return { van: r.ingang ?? document.ingang, laatste: dagErvoor(einde), uiterst: dagErvoor(uiterst) }
  })
  return {
    van: duren.map((d) => d.van).reduce(vroegste),
    laatste: laatsteVan(duren.map((d) => d.laatste)),
    uiterst: laatsteVan(duren.map((d) => d.uiterst)),
  }
}

const dagErvoor = (d: Datum | null): Datum | null => d?.subtract({ days: 1 }) ?? null
/** Without an end somewhere there is none. */
const laatsteVan = (dagen: readonly (Datum | null)[]): Datum | null =>
  dagen.reduce((a, b) => (a && b ? (voor(a, b) ? b : a) : null))

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
  if (!eind)
    uit.push({
      ...deel,
      code: 'PERIOD-UNDEF',
      ernst: 'gat',
      bevinding:
        'Er staat geen dag waarop het convenant eindigt. Het loopt door tot de gemeenten iets anders afspreken.',
    })
  const { verlenging } = regel
  if ((verlenging ?? regel.verlengbaar) && !regel.besluit)
    uit.push({
      ...deel,
      code: 'EXTENSION-PROCEDURE',
      ernst: 'gat',
      bevinding: 'Het convenant kan worden verlengd. Er staat niet wie dat besluit, hoe en vóór welke dag.',
      uitleg: null,
    })
  if (eind && regel.gekoppeldAan)
    uit.push({
      ...deel,
      code: 'TERM-CONFLICT',
      ernst: 'onduidelijk',
      bevinding: `Het artikel noemt twee einden: ${schrijfDatum(eind)}, en ${regel.gekoppeldAan}. Vallen die niet samen, dan staat er niet welk einde telt.`,
      uitleg: null,
    })
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

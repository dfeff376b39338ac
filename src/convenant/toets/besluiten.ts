/** Group 18: does a way of deciding always decide, and is it clear what a majority is of? */
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import type { BesluitRegel, Meerderheid } from '../regels/besluitregel-schema.ts'
import { alleStemmen, staken, stemmers } from '../regels/stemmers.ts'
import type { Kring } from '../regels/taak-zinnen.ts'
import type { Vondst } from './vondst.ts'

/** Finds a body without a rule, votes that can tie for good, and a vote that two readings of the base count differently. */
export function toetsBesluitregel(regel: Geplaatst<BesluitRegel>, document: Convenant | Kader): Vondst[] {
  if (document.soort !== 'convenant') return []
  const deel = { bron: regel.bron, betreft: [regel.id] }
  if (!regel.ronden)
    return [
      {
        ...deel,
        code: 'NO-DECISION-RULE',
        ernst: 'gat',
        bevinding: `Er wordt beslist (${regel.over}), maar het artikel zegt niet hoe.`,
      },
    ]
  const kring: Kring = { partijen: document.partijen, rollen: document.rollen, gemeenten: [] }
  const kant = staken(regel, kring)
  const geschil = regel.ronden.map((r) => tweeLezingen(r, regel, kring)).find((g) => g !== null)
  const vondst = (bevinding: string): Vondst => ({
    ...deel,
    code: 'VOTE-BASE',
    ernst: 'onduidelijk',
    bevinding,
  })
  return [
    ...(kant
      ? [
          vondst(
            `Stemmen ${kant.length} van de ${stemmers(regel, kring).length} gemeenten voor en de andere tegen, dan is er een gelijke stand en geen volgende ronde (${regel.over}).`,
          ),
        ]
      : []),
    ...(geschil
      ? [
          vondst(
            `Het artikel zegt niet waarvan een meerderheid meer dan de helft is. Bij ${geschil.voor} voor, ${geschil.tegen} tegen en ${geschil.onthouding} onthouding is er van de uitgebrachte stemmen een meerderheid, van alle stemmen niet (${regel.over}).`,
          ),
        ]
      : []),
  ]
}

/** The vote with the fewest abstentions that is won by votes cast and not by all votes; null when the text names the base. */
function tweeLezingen(
  ronde: { wijze: 'overeenstemming' } | Meerderheid,
  regel: BesluitRegel,
  kring: Kring,
): { voor: number; tegen: number; onthouding: number } | null {
  if (ronde.wijze !== 'meerderheid' || ronde.grondslag) return null
  const alle = alleStemmen(ronde, stemmers(regel, kring), kring)
  for (let onthouding = 1; onthouding < alle; onthouding += 1)
    for (let tegen = 0; tegen + onthouding < alle; tegen += 1) {
      const voor = alle - onthouding - tegen
      if (voor > tegen && 2 * voor <= alle) return { voor, tegen, onthouding }
    }
  return null
}

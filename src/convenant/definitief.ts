/** What a definitive outcome may rest on (D6): a reading that the region did not adopt, or a text that an addendum changed, is not enough. */
import { zin } from '../kern/schrijf-uit.ts'
import { nietVastgesteld, type Stap, type Uitkomst } from '../kern/uitkomst.ts'
import { datum, schrijfDatum } from '../kern/datum.ts'
import { weiger } from '../kern/weigering.ts'
import { openAddenda } from './addendum.ts'

type Lezing = NonNullable<Stap['uitleg']>

/** The readings in the tree that were not adopted, each once, in the order of the tree. */
export const openLezingen = (uitkomst: Pick<Uitkomst<unknown>, 'waarom'>): Lezing[] => [
  ...new Map(nietVastgesteld(uitkomst.waarom).map((u) => [u.id, u])).values(),
]

/**
 * The value, to be used as a definitive invoice, settlement, division of homes or sealed vote. Refuses with
 * ADDENDUM_ZONDER_TEKST where an addendum changed the text and the new text is not here, with UITLEG_NIET_VASTGESTELD,
 * naming the readings that are still to be adopted, and with UITKOMST_NIET_BEPAALD where there is no single value.
 */
export function eisDefinitief<T>(uitkomst: Uitkomst<T>): T {
  const open = openLezingen(uitkomst)
  const { bron } = uitkomst.waarom
  // First: adopting a reading of a text that no longer holds would not help.
  const addenda = openAddenda(uitkomst)
  if (addenda.length)
    weiger(
      'ADDENDUM_ZONDER_TEKST',
      {
        addendum: addenda
          .map((a) => `${a.plek}, van ${schrijfDatum(datum(a.besloten))}, ingaand ${schrijfDatum(datum(a.ingang))}`)
          .join('; '),
      },
      bron ? { bron } : {},
    )
  if (open.length)
    weiger(
      'UITLEG_NIET_VASTGESTELD',
      { uitleg: open.map((u) => `${u.id} (${u.keuze.replace(/\.$/, '')})`).join('; ') },
      bron ? { bron } : {},
    )
  if (uitkomst.soort !== 'bepaald')
    return weiger('UITKOMST_NIET_BEPAALD', { reden: zin(uitkomst.waarom) }, bron ? { bron } : {})
  return uitkomst.waarde
}

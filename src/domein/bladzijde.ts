/** How a list is asked for: how many rows, and from where. */
import { weiger } from '../kern/weigering.ts'

const STANDAARD = 25
const MEEST = 100

/** Rows of one page: whatever is asked, at least one and at most a hundred. */
export function leesLimiet(gevraagd: string | undefined): number {
  const aantal = Math.trunc(Number(gevraagd ?? STANDAARD))
  return Number.isNaN(aantal) ? STANDAARD : Math.min(Math.max(aantal, 1), MEEST)
}

/** A bookmark that is a number of rows to pass over. Refuses any other text. */
export function leesVanaf(na: string | undefined): number {
  if (na === undefined || na === '') return 0
  return /^\d{1,9}$/.test(na) ? Number(na) : weigerBladwijzer()
}

export function weigerBladwijzer(): never {
  const melding = 'Deze bladwijzer kennen we niet. Begin bij de eerste bladzijde.'
  return weiger('INVOER_ONJUIST', {}, { velden: [{ veld: 'na', melding }] })
}

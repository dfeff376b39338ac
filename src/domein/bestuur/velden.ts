/** A block of an agreement file as fields that people can read: names in words, dates written out. */
import type { Gemeente } from '../../convenant/index.ts'
import { inWoorden, schrijf } from '../../convenant/schrijf-waarde.ts'
import type { Veld } from './convenant.schema.ts'

/** What every block has, and the page shows elsewhere. */
const ELDERS: ReadonlySet<string> = new Set(['soort', 'id', 'bron', 'plaats', 'dekt'])

/** The fields of a block in the order of the file. */
export const alsVelden = (blok: object, gemeenten: readonly Gemeente[]): Veld[] =>
  Object.entries(blok)
    .filter(([naam, waarde]) => !ELDERS.has(naam) && waarde !== undefined && waarde !== null)
    .map(([naam, waarde]) => ({ naam: inWoorden(naam), waarde: schrijf(waarde, gemeenten) }))

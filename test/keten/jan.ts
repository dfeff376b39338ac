/** One invented person under many numbers, for tests about who somebody is. */
import { testBsn } from './loop.ts'

let teller = 0
/** A bsn no other test uses. */
export const versBsn = (): string => testBsn((teller += 1))
export const jan = (bsn: string | undefined, anders: object = {}) => ({
  ...(bsn ? { bsn, geenBsn: false } : { geenBsn: true }),
  voornamen: 'Jan',
  achternaam: 'Verzonnen',
  geboortedatum: '1990-05-13',
  ...anders,
})
/** What the correction takes: the particulars as they should have been, and why. */
export const juist = (bsn: string | undefined, anders: object = {}) => ({
  ...jan(bsn, anders),
  reden: 'Verkeerd overgenomen.',
})
export const inRijswijk = { gemeldBij: 'rijswijk', woonplaats: 'rijswijk', herkomst: 'rijswijk' }

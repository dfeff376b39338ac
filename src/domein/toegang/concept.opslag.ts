/** Takes a draft away as someone saw it: never what a colleague typed in it since. */
import { weiger } from '../../kern/weigering.ts'
import type { Transactie } from '../../opslag/transactie.ts'
import type { Omgeving } from '../omgeving.opslag.ts'

const WEG = 'DELETE FROM concept WHERE regio = $1 AND id = $2 AND versie = $3 RETURNING id'
const VAN = 'SELECT eigenaar FROM concept WHERE regio = $1 AND id = $2'

/** Whether it was there. Refuses with GEWIJZIGD_DOOR_ANDER when it has another version by now. */
export async function neemConceptWeg(
  tx: Transactie,
  omg: Pick<Omgeving, 'adresboek'>,
  regio: string,
  concept: { id: string; versie: number },
): Promise<boolean> {
  const weg = await tx.vraag(WEG, [regio, concept.id, concept.versie])
  if (weg.length) return true
  const [anders] = await tx.vraag<{ eigenaar: string }>(VAN, [regio, concept.id])
  if (anders) weiger('GEWIJZIGD_DOOR_ANDER', { naam: omg.adresboek.gebruiker(anders.eigenaar) })
  return false
}

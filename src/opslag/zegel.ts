/** The daily seal (D4): one hash over the heads of all streams as they stood, chained to the seal before. */
import { createHash } from 'node:crypto'

export type Kopregel = { stroom: string; nummer: number; hash: Buffer }

/** The head of every stream of a region among what was recorded before an instant. */
export const KOPPEN = `SELECT DISTINCT ON (stroom) stroom, nummer, hash FROM gebeurtenis WHERE regio = $1 AND opgenomen < $2 ORDER BY stroom, nummer DESC`

export function zegelHash(vorige: Buffer | null, koppen: readonly Kopregel[]): Buffer {
  const hash = createHash('sha256').update(vorige ?? Buffer.alloc(32))
  for (const kop of koppen) hash.update(`${kop.stroom} ${kop.nummer} `).update(kop.hash)
  return hash.digest()
}

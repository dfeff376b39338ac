/** Keys of requests (`Idempotency-Key`): for how long a repeated request is known as one. */
import type { Pool } from 'pg'
import { inTransactie, type Namens } from '../opslag/transactie.ts'

/** Far longer than anyone tries again; a choice of the program, no rule asks for it. */
export const SLEUTELDAGEN = 30

/** So many in one transaction: none lasts long enough to be in anyone's way. */
const PER_KEER = 5_000

/** Removes the keys of this region that are older, and answers how many; the same request then counts as a new one. */
export async function wisOudeSleutels(pool: Pool, namens: Namens, perKeer: number = PER_KEER): Promise<number> {
  for (let samen = 0; ;) {
    const [rij] = await inTransactie(pool, namens, (tx) =>
      tx.vraag<{ gewist: number }>('SELECT rd_wis_sleutels($1, $2) AS gewist', [SLEUTELDAGEN, perKeer]),
    )
    samen += rij!.gewist
    if (rij!.gewist < perKeer) return samen
  }
}

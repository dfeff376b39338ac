/** Reads one case in one question: state, journal, files, and the line in the read log. */
import type { GelezenZaak, Journaalrij } from '../gelezen-zaak.ts'
import { weiger } from '../../kern/weigering.ts'
import { leesBomen } from '../../opslag/inhoud.ts'
import { inTransactie, type Namens, type Transactie } from '../../opslag/transactie.ts'
import type { Pool } from 'pg'
import type { Melding } from './stand.ts'

const ZAAK = 'SELECT versie, stand, naam, nummer, journaal, documenten, plaatsing FROM rd_lees_zaak($1, $2, $3, $4, $5)'

const ALLEEN_LOG = 'SELECT rd_log_zaak($1, $2, $3, $4) AS gezien'

/** What the log says of this reading, and whether the trees are read too. */
export type Lezing = { rol: string; verzoek: string; uitleg: boolean }

/** The line in the read log for a case that is shown from what was just written; false when it may not be seen. */
export async function logZaak(tx: Transactie, zaak: { id: string; persoon: string }, lezing: Lezing): Promise<boolean> {
  const waarden = [zaak.id, zaak.persoon, lezing.rol, lezing.verzoek]
  const [rij] = await tx.vraag<{ gezien: boolean }>(ALLEEN_LOG, waarden)
  return rij!.gezien
}

/** As the database gives it: the trees still packed. */
type Gelezen<Stand> = Omit<GelezenZaak<Stand>, 'journaal'> & {
  journaal: (Omit<Journaalrij, 'bomen'> & { bomen: string | null })[]
}

/** The case and its line in the read log, inside the caller's transaction; undefined when it is not to be seen. */
export async function leesZaakIn<Stand = Melding>(
  tx: Transactie,
  soort: string,
  id: string,
  lezing: Lezing,
): Promise<GelezenZaak<Stand> | undefined> {
  const [gelezen] = await tx.vraag<Gelezen<Stand>>(ZAAK, [id, soort, lezing.rol, lezing.verzoek, lezing.uitleg])
  if (!gelezen) return undefined
  const journaal = gelezen.journaal.map((g) => ({
    ...g,
    bomen: g.bomen ? leesBomen(Buffer.from(g.bomen, 'base64')) : null,
  }))
  return { ...gelezen, journaal }
}

/** Refuses with NIET_GEVONDEN when the case is not there or not to be seen: the two look the same. */
export async function leesZaak<Stand = Melding>(
  pool: Pool,
  namens: Namens,
  soort: string,
  id: string,
  lezing: Lezing,
): Promise<GelezenZaak<Stand>> {
  return inTransactie(pool, namens, async (tx: Transactie) => {
    const gelezen = leesZaakIn<Stand>(tx, soort, id, lezing)
    // When the commit fails, that failure is the one to tell.
    gelezen.catch(() => undefined)
    await tx.bevestig()
    return (await gelezen) ?? weiger('NIET_GEVONDEN')
  })
}

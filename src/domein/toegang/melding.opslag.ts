/** Reads one case in one question: state, journal, files, and the line in the read log. */
import type { GelezenZaak, Journaalrij } from '../gelezen-zaak.ts'
import { weiger } from '../../kern/weigering.ts'
import { leesBomen } from '../../opslag/inhoud.ts'
import { inTransactie, type Namens, type Transactie } from '../../opslag/transactie.ts'
import type { Pool } from 'pg'
import type { Melding } from './stand.ts'

const rij = (velden: string, vanaf: string): string => `(SELECT row_to_json(r) FROM (SELECT ${velden} FROM ${vanaf}) r)`
const lijst = (velden: string, vanaf: string, volgorde: string): string =>
  `coalesce((SELECT json_agg(r) FROM (SELECT ${velden} FROM ${vanaf} ORDER BY ${volgorde}) r), '[]')`

const JOURNAAL = (bomen: string): string =>
  lijst(
    `g.id, g.nummer, g.soort, g.geldig_op, g.opgenomen::text AS opgenomen, g.wie, g.namens, g.feiten, i.json AS inhoud, ${bomen} AS bomen`,
    'gebeurtenis g LEFT JOIN inhoud i ON i.regio = g.regio AND i.id = g.inhoud WHERE g.regio = s.regio AND g.stroom = s.id',
    'g.nummer',
  )
const DOCUMENTEN = lijst(
  'd.id, d.naam, d.mime, d.grootte, d.op, d.door',
  'document d WHERE d.regio = s.regio AND d.zaak = s.id',
  'd.nummer',
)
const PLAATSING = rij('l.id, l.stap', 'wachtrij l WHERE l.regio = s.regio AND l.melding = s.id LIMIT 1')

const zaak = (bomen: string): string => `WITH zaak AS (
    SELECT s.nummer AS versie, s.stand, w.naam, w.nummer, w.persoon AS over, ${JOURNAAL(bomen)} AS journaal, ${DOCUMENTEN} AS documenten, ${PLAATSING} AS plaatsing
    FROM stroom s JOIN werkrij w ON w.regio = s.regio AND w.id = s.id WHERE s.regio = $1 AND s.id = $2 AND s.soort = $3),
  log AS (INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen) SELECT $1, $4, $5, $6, rd_taken_van($6), $7, ARRAY[over] FROM zaak)
  SELECT versie, stand, naam, nummer, journaal, documenten, plaatsing FROM zaak`
const ZAAK = { kaal: zaak('NULL'), metBomen: zaak("encode(i.bomen, 'base64')") }

const ALLEEN_LOG = `WITH zaak AS (SELECT FROM stroom WHERE regio = $1 AND id = $2),
  log AS (INSERT INTO leeslog (regio, gebruiker, organisatie, rol, taken, verzoek, personen) SELECT $1, $3, $4, $5, rd_taken_van($5), $6, ARRAY[$7::uuid] FROM zaak)
  SELECT FROM zaak`

/** What the log says of this reading, and whether the trees are read too. */
export type Lezing = { rol: string; verzoek: string; uitleg: boolean }

/** The line in the read log for a case that is shown from what was just written; false when it may not be seen. */
export async function logZaak(
  tx: Transactie,
  namens: Namens,
  zaak: { id: string; persoon: string },
  lezing: Lezing,
): Promise<boolean> {
  const waarden = [
    namens.regio,
    zaak.id,
    namens.gebruiker,
    namens.organisatie,
    lezing.rol,
    lezing.verzoek,
    zaak.persoon,
  ]
  return (await tx.vraag(ALLEEN_LOG, waarden)).length > 0
}

/** As the database gives it: the trees still packed. */
type Gelezen<Stand> = Omit<GelezenZaak<Stand>, 'journaal'> & {
  journaal: (Omit<Journaalrij, 'bomen'> & { bomen: string | null })[]
}

/** The case and its line in the read log, inside the caller's transaction; undefined when it is not to be seen. */
export async function leesZaakIn<Stand = Melding>(
  tx: Transactie,
  namens: Namens,
  soort: string,
  id: string,
  lezing: Lezing,
): Promise<GelezenZaak<Stand> | undefined> {
  const waarden = [namens.regio, id, soort, namens.gebruiker, namens.organisatie, lezing.rol, lezing.verzoek]
  const [gelezen] = await tx.vraag<Gelezen<Stand>>(lezing.uitleg ? ZAAK.metBomen : ZAAK.kaal, waarden)
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
    const gelezen = leesZaakIn<Stand>(tx, namens, soort, id, lezing)
    // When the commit fails, that failure is the one to tell.
    gelezen.catch(() => undefined)
    await tx.bevestig()
    return (await gelezen) ?? weiger('NIET_GEVONDEN')
  })
}

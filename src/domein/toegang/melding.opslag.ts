/** Reads one case in one round trip: state, person, journal, documents, and the line in the read log. */
import type { GelezenZaak, Journaalrij, Persoonrij } from '../gelezen-zaak.ts'
import { weiger } from '../../kern/weigering.ts'
import { inTransactie, type Namens, type Transactie } from '../../opslag/transactie.ts'
import type { Pool } from 'pg'
import type { Melding } from './stand.ts'

const STROOM = 'SELECT nummer, stand FROM stroom WHERE regio = $1 AND id = $2 AND soort = $3'
const RIJ = 'SELECT naam, nummer FROM werkrij WHERE regio = $1 AND id = $2'
const PERSOON = `SELECT p.* FROM persoon p JOIN werkrij w ON w.regio = p.regio AND w.persoon = p.id WHERE w.regio = $1 AND w.id = $2`
const BETREKKINGEN = `SELECT b.soort, b.naam, b.bereikbaar FROM betrekking b JOIN werkrij w ON w.regio = b.regio AND w.persoon = b.persoon WHERE w.regio = $1 AND w.id = $2 ORDER BY b.nummer`
const JOURNAAL = `SELECT g.id, g.nummer, g.soort, g.geldig_op, g.opgenomen, g.wie, g.namens, g.feiten, i.json AS inhoud
  FROM gebeurtenis g LEFT JOIN inhoud i ON i.regio = g.regio AND i.id = g.inhoud WHERE g.regio = $1 AND g.stroom = $2 ORDER BY g.nummer`
const DOCUMENTEN =
  'SELECT id, naam, mime, grootte, op, door FROM document WHERE regio = $1 AND zaak = $2 ORDER BY nummer'
const PLAATSING = 'SELECT id, stap FROM wachtrij WHERE regio = $1 AND melding = $2'
export const LEESLOG = `INSERT INTO leeslog (regio, gebruiker, organisatie, taak, verzoek, personen)
  SELECT $1, $3, $4, $5, $6, array_agg(persoon) FROM werkrij WHERE regio = $1 AND id = $2 HAVING count(*) > 0`

/** Refuses with NIET_GEVONDEN when the case is not there or not to be seen: the two look the same. */
export async function leesZaak<Stand = Melding>(
  pool: Pool,
  namens: Namens,
  soort: string,
  id: string,
  log: { taak: string; verzoek: string },
): Promise<GelezenZaak<Stand>> {
  return inTransactie(pool, namens, async (tx: Transactie) => {
    const sleutel = [namens.regio, id]
    const vragen = Promise.all([
      tx.vraag<{ nummer: number; stand: Stand }>(STROOM, [...sleutel, soort]),
      tx.vraag<{ naam: string; nummer: string }>(RIJ, sleutel),
      tx.vraag<Persoonrij>(PERSOON, sleutel),
      tx.vraag<GelezenZaak<Stand>['betrekkingen'][number]>(BETREKKINGEN, sleutel),
      tx.vraag<Journaalrij>(JOURNAAL, sleutel),
      tx.vraag<GelezenZaak<Stand>['documenten'][number]>(DOCUMENTEN, sleutel),
      tx.vraag<{ id: string; stap: string }>(PLAATSING, sleutel),
    ])
    tx.stuur(LEESLOG, [...sleutel, namens.gebruiker, namens.organisatie, log.taak, log.verzoek])
    await tx.bevestig()
    const [stroom, rij, persoon, betrekkingen, journaal, documenten, plaatsing] = await vragen
    if (!stroom[0] || !rij[0]) return weiger('NIET_GEVONDEN')
    return {
      versie: stroom[0].nummer,
      stand: stroom[0].stand,
      naam: rij[0].naam,
      nummer: rij[0].nummer,
      persoon: persoon[0] ?? null,
      betrekkingen,
      journaal,
      documenten,
      plaatsing: plaatsing[0] ?? null,
    }
  })
}

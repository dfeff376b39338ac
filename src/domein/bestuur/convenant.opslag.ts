/** What the database knows beside the agreements: who recorded what, evidence and recorded mandates of a region. */
import { leesEenmaal } from '../../opslag/transactie.ts'
import { type Aangemeld, namens, type Omgeving } from '../omgeving.opslag.ts'
import type { Mandaatrij } from './mandaten.ts'
import { beginBesluitenlijst, type Besluitenlijst } from './stand.ts'

const LEES = `SELECT (SELECT json_build_object('nummer', s.nummer, 'stand', s.stand) FROM stroom s WHERE s.regio = $1 AND s.id = $1) AS lijst,
  (SELECT coalesce(json_agg(r ORDER BY r.mandaatgever, r.taak), '[]') FROM (
    SELECT g.slug AS mandaatgever, d.slug AS gemandateerde, m.taak, m.instemming_op, m.van, m.tot, m.bron, m.fictief
    FROM mandaat m JOIN organisatie g ON g.id = m.mandaatgever JOIN organisatie d ON d.id = m.gemandateerde
    WHERE m.regio = $1 AND m.van <= $2 AND (m.tot IS NULL OR m.tot > $2)) r) AS mandaten`

export type Vastgelegd = { nummer: number; stand: Besluitenlijst; mandaten: readonly Mandaatrij[] }

/** Of the region of who asks; brings the agreements in memory up to date when something was recorded since. */
export async function leesLijst(omg: Omgeving, wie: Aangemeld, op: string): Promise<Vastgelegd> {
  const [rij] = await leesEenmaal<{ lijst: { nummer: number; stand: Besluitenlijst } | null; mandaten: Mandaatrij[] }>(
    omg.pool,
    namens(wie, omg.klok.vandaag()),
    LEES,
    [wie.regio.id, op],
  )
  const { nummer, stand } = rij?.lijst ?? { nummer: 0, stand: beginBesluitenlijst }
  if (nummer > omg.afspraken.stand(wie.regio.slug)) await omg.afspraken.ververs(omg.pool, wie.regio, omg.klok.vandaag())
  return { nummer, stand, mandaten: rij?.mandaten ?? [] }
}

/** Facts of the register that a command asked for, looked up in its own transaction. */
import type { Eerder, Register, Registervraag } from '../domein/proces.ts'
import { type Datum, datum } from '../kern/datum.ts'
import type { Transactie } from '../opslag/transactie.ts'

const EERDER = 'SELECT zaak, soort, van, tot, zichtbaar FROM rd_eerder($1, $2)'
const PLEK = `SELECT p.id, p.locatie, l.product, l.naam,
    $3::date >= p.van AND (p.tot IS NULL OR $3::date < p.tot) AND NOT EXISTS (
      SELECT FROM bezetting b WHERE b.regio = p.regio AND b.plek = p.id AND b.periode && daterange($3::date, NULL)) AS vrij
  FROM plek p JOIN locatie l ON l.regio = p.regio AND l.id = p.locatie WHERE p.regio = $1 AND p.id = $2`
const COLLEGA = `SELECT FROM aanstelling WHERE gebruiker = $1 AND organisatie = rd_organisatie() AND regio = $2 AND van <= $3 AND (tot IS NULL OR tot > $3)`
const MANDATEN = `SELECT m.id, g.slug AS mandaatgever, d.slug AS gemandateerde, m.taak, m.bron, m.fictief
  FROM mandaat m JOIN organisatie g ON g.id = m.mandaatgever JOIN organisatie d ON d.id = m.gemandateerde
  WHERE m.regio = $1 AND m.van <= $2 AND (m.tot IS NULL OR m.tot > $2) AND m.instemming_op <= $2`

/** What the region knows of this person's past, dates only; `behalve` is the case that asks. */
export async function eerder(tx: Transactie, persoon: string, behalve: string | null): Promise<Eerder[]> {
  const rijen = await tx.vraag<{
    zaak: string
    soort: Eerder['soort']
    van: string
    tot: string | null
    zichtbaar: boolean
  }>(EERDER, [persoon, behalve])
  return rijen.map((r) => ({ ...r, van: datum(r.van), tot: r.tot ? datum(r.tot) : null }))
}

export async function zoekRegister(
  tx: Transactie,
  vraag: Registervraag,
  bij: { regio: string; stroom: string; vandaag: Datum },
): Promise<Register> {
  const [nummers, personen, mandaten, plekken, collegas] = await Promise.all([
    vraag.nummer ? tx.vraag<{ nummer: string }>("SELECT nextval('zaaknummer') AS nummer") : [],
    vraag.persoon
      ? tx.vraag<{ id: string | null; klopt: boolean }>(
          'SELECT id, klopt FROM rd_koppel_persoon($1, $2, $3, $4, $5, $6)',
          [
            vraag.persoon.bsn,
            vraag.persoon.geboortedatum,
            vraag.persoon.tussenvoegsel ?? '',
            vraag.persoon.achternaam,
            bij.stroom,
            bij.vandaag.toString(),
          ],
        )
      : [],
    vraag.mandaten ? tx.vraag<Register['mandaten'][number]>(MANDATEN, [bij.regio, vraag.mandaten]) : [],
    vraag.plek ? tx.vraag<NonNullable<Register['plek']>>(PLEK, [bij.regio, vraag.plek.id, vraag.plek.op]) : [],
    vraag.collega ? tx.vraag(COLLEGA, [vraag.collega, bij.regio, bij.vandaag.toString()]) : [],
  ])
  const persoon = personen[0]?.id ?? null
  return {
    nummer: nummers[0] ? Number(nummers[0].nummer) : null,
    persoon,
    persoonAnders: personen[0]?.klopt === false,
    eerder: persoon ? await eerder(tx, persoon, bij.stroom) : [],
    mandaten,
    plek: plekken[0] ?? null,
    collega: collegas.length > 0,
  }
}

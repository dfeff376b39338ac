/** Facts of the register that a command asked for, looked up in its own transaction. */
import type { Definitieve, Eerder, Geregistreerd, Register, Registervraag } from '../domein/proces.ts'
import { type Datum, datum } from '../kern/datum.ts'
import type { Transactie } from '../opslag/transactie.ts'

const EERDER = 'SELECT zaak, soort, van, tot, zichtbaar FROM rd_eerder($1, $2)'
// Held until the end: nobody else begins, leaves or corrects a case about this person meanwhile.
const HUIDIGE =
  'SELECT bsn, voornamen, tussenvoegsel, achternaam, geboortedatum FROM persoon WHERE regio = $1 AND id = $2 FOR UPDATE'
const OOK_OVER = 'SELECT rd_ook_over($1, $2) AS anderen'
const PLEK = `SELECT p.id, p.locatie, l.product, l.naam,
    $3::date >= p.van AND (p.tot IS NULL OR $3::date < p.tot) AND NOT EXISTS (
      SELECT FROM bezetting b WHERE b.regio = p.regio AND b.plek = p.id AND b.periode && daterange($3::date, NULL)) AS vrij
  FROM plek p JOIN locatie l ON l.regio = p.regio AND l.id = p.locatie WHERE p.regio = $1 AND p.id = $2`
const VERBLIJVEN = `SELECT s.id, s.stand->>'van' AS van FROM werkrij w JOIN stroom s ON s.regio = w.regio AND s.id = w.id
  WHERE w.regio = $1 AND w.persoon = $2 AND w.soort = 'plaatsing' AND w.stap = 'geplaatst' AND w.id <> $3`
const COLLEGA = `SELECT FROM aanstelling a JOIN rol_taak t ON t.rol = a.rol AND t.taak = $4
  WHERE a.gebruiker = $1 AND a.organisatie = rd_organisatie() AND a.regio = $2 AND a.van <= $3 AND (a.tot IS NULL OR a.tot > $3)`
const MANDATEN = `SELECT m.id, g.slug AS mandaatgever, d.slug AS gemandateerde, m.taak, m.bron, m.fictief
  FROM mandaat m JOIN organisatie g ON g.id = m.mandaatgever JOIN organisatie d ON d.id = m.gemandateerde
  WHERE m.regio = $1 AND m.van <= $2 AND (m.tot IS NULL OR m.tot > $2) AND m.instemming_op <= $2`

// Held until the end, so that two at the same moment do not both find that nothing stands yet.
const DEFINITIEF_SLOT = "SELECT pg_advisory_xact_lock(hashtextextended('definitief ' || $1, 0))"
const DEFINITIEF = `SELECT v.jaar, v.op AS "vastgesteldOp", s.stand->>'op' AS op, s.stand->>'onderwerp' AS onderwerp, s.stand->'invoer' AS invoer
  FROM vaststelling v LEFT JOIN stroom s ON s.regio = v.regio AND s.id = v.id
  WHERE v.regio = $1 AND v.regel = $2 AND v.ingetrokken IS NULL ORDER BY v.op, v.id`

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

/** Whom the case is about. Whether others are about them too is asked apart: only then it sees what was waited for. */
async function leesHuidige(
  tx: Transactie,
  persoon: string,
  bij: { regio: string; stroom: string },
): Promise<Geregistreerd | null> {
  const [rij] = await tx.vraag<Omit<Geregistreerd, 'anderen'>>(HUIDIGE, [bij.regio, persoon])
  if (!rij) return null
  const [ook] = await tx.vraag<{ anderen: boolean }>(OOK_OVER, [persoon, bij.stroom])
  return { ...rij, anderen: ook?.anderen === true }
}

const NUMMER = "SELECT nextval('zaaknummer') AS nummer"
const KOPPEL = 'SELECT id, klopt FROM rd_koppel_persoon($1, $2, $3, $4, $5, $6)'
// A new case mostly asks both, and a question less is a wait less.
const NUMMER_EN_KOPPEL = `SELECT n.nummer, k.id, k.klopt FROM (${NUMMER}) n LEFT JOIN rd_koppel_persoon($1, $2, $3, $4, $5, $6) k ON true`

type Gevonden = { nummer?: string; id?: string | null; klopt?: boolean | null }

/**
 * The number of a new case and the person with the bsn that was typed. One whom the case is about already is no link to
 * make: a name that is being corrected differs from the one that stands there.
 */
async function nummerEnPersoon(
  tx: Transactie,
  { nummer = false, persoon }: Registervraag,
  huidige: { id: string; bsn: string | null } | null,
  bij: { stroom: string; vandaag: Datum },
): Promise<Gevonden> {
  const eigen = persoon && huidige?.bsn === persoon.bsn ? { id: huidige.id, klopt: true } : undefined
  if (!persoon || eigen) {
    const [rij] = nummer ? await tx.vraag<{ nummer: string }>(NUMMER) : []
    return { ...rij, ...eigen }
  }
  const { bsn, geboortedatum, tussenvoegsel = '', achternaam } = persoon
  const waarden = [bsn, geboortedatum, tussenvoegsel, achternaam, bij.stroom, bij.vandaag.toString()]
  const [rij] = await tx.vraag<Gevonden>(nummer ? NUMMER_EN_KOPPEL : KOPPEL, waarden)
  return rij ?? {}
}

function leesDefinitief(tx: Transactie, regio: string, regel: string): Promise<Definitieve[]> {
  tx.stuur(DEFINITIEF_SLOT, [regio])
  return tx.vraag<Definitieve>(DEFINITIEF, [regio, regel])
}

export async function zoekRegister(
  tx: Transactie,
  vraag: Registervraag,
  bij: { regio: string; stroom: string; vandaag: Datum },
): Promise<Register> {
  const huidige = vraag.huidige ? await leesHuidige(tx, vraag.huidige, bij) : null
  const eigen = huidige && vraag.huidige ? { id: vraag.huidige, bsn: huidige.bsn } : null
  const [gevonden, mandaten, plekken, verblijven, collegas, definitief] = await Promise.all([
    nummerEnPersoon(tx, vraag, eigen, bij),
    vraag.mandaten ? tx.vraag<Register['mandaten'][number]>(MANDATEN, [bij.regio, vraag.mandaten]) : [],
    vraag.plek ? tx.vraag<NonNullable<Register['plek']>>(PLEK, [bij.regio, vraag.plek.id, vraag.plek.op]) : [],
    vraag.verblijven
      ? tx.vraag<Register['verblijven'][number]>(VERBLIJVEN, [bij.regio, vraag.verblijven, bij.stroom])
      : [],
    vraag.collega
      ? tx.vraag(COLLEGA, [vraag.collega.gebruiker, bij.regio, bij.vandaag.toString(), vraag.collega.taak])
      : [],
    vraag.definitief === undefined ? [] : leesDefinitief(tx, bij.regio, vraag.definitief),
  ])
  const persoon = gevonden.id ?? null
  return {
    nummer: gevonden.nummer === undefined ? null : Number(gevonden.nummer),
    persoon,
    persoonAnders: gevonden.klopt === false,
    huidige,
    eerder: persoon ? await eerder(tx, persoon, bij.stroom) : [],
    mandaten,
    plek: plekken[0] ?? null,
    verblijven,
    definitief,
    collega: collegas.length > 0,
  }
}

/**
 * Proves that the state equals the journal (P4, D4): chains whole, content and files equal to their
 * hashes or lawfully erased, every row of every projection equal to what the events give. Reads only.
 */
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { Gebeurtenis, Json, Rij } from '../domein/proces.ts'
import { canoniek } from '../kern/canoniek.ts'
import { datum } from '../kern/datum.ts'
import { leesVastgelegd } from '../opslag/regiobesluiten.ts'
import { BEGIN_HASH, gebeurtenisHash, inhoudHash } from '../opslag/journaal.ts'
import { tabellen } from '../opslag/rijen.ts'
import { type Kopregel, KOPPEN, zegelHash } from '../opslag/zegel.ts'
import type { Omgeving } from '../domein/omgeving.opslag.ts'
import { procesVan } from './processen.ts'
import { maakRijen } from './maak-rijen.ts'

export type Bevinding = { stroom: string; wat: string }
export type Rapport = {
  stromen: number
  gebeurtenissen: number
  rijen: number
  documenten: number
  /** Open cases whose derived columns wait for the nightly work: derived with other agreements than those of now. */
  andereAfspraken: number
  bevindingen: Bevinding[]
}

/** Column of each projection that names the stream its row came from. */
const herkomst: Record<string, string> = {
  persoon: 'id',
  verblijf: 'zaak',
  betrekking: 'zaak',
  locatie: 'id',
  plek: 'locatie',
  bezetting: 'bron',
  werkrij: 'id',
  wachtrij: 'id',
  document: 'zaak',
  zaak_toegang: 'via',
  // One list per region: its stream is the region itself.
  regiobesluit: 'regio',
  plichtbewijs: 'regio',
  vaststelling: 'id',
}

/** Columns of the work list that follow from the agreements, not from the state alone. */
const AFGELEID: ReadonlySet<string> = new Set([
  'aan_zet',
  'taak',
  'termijn',
  'termijn_code',
  'stilgezet_sinds',
  'strijdig',
])

const PORTIE = 200
const STROMEN =
  'SELECT regio, id, soort, nummer, hash, stand FROM stroom WHERE (regio, id) > ($1::uuid, $2::uuid) ORDER BY regio, id LIMIT $3'
const JOURNAAL = `SELECT g.stroom, g.nummer, g.id, g.soort, g.versie, to_char(g.opgenomen AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS opgenomen, g.geldig_op, g.wie, g.namens,
    g.oorzaak, g.afspraken, g.feiten::text AS feiten, g.inhoud, g.inhoud_hash, g.hash, i.json::text AS json, i.bomen, i.zout, i.zaak, w.op AS gewist
  FROM gebeurtenis g LEFT JOIN inhoud i ON i.regio = g.regio AND i.id = g.inhoud LEFT JOIN gewist w ON w.regio = g.regio AND w.inhoud = g.inhoud
  WHERE g.regio = $1 AND g.stroom = ANY($2) ORDER BY g.stroom, g.nummer`
const DOCUMENTEN = `SELECT d.zaak, d.id, d.sha256, i.bytes FROM document d LEFT JOIN document_inhoud i ON i.regio = d.regio AND i.document = d.id
  WHERE NOT EXISTS (SELECT FROM gewist w WHERE w.regio = d.regio AND w.inhoud = d.id) AND d.regio = $1 AND d.zaak = ANY($2)`

type Stroom = { regio: string; id: string; soort: string; nummer: number; hash: Buffer; stand: Record<string, unknown> }
type Regel = {
  stroom: string
  nummer: number
  id: string
  soort: string
  versie: number
  opgenomen: string
  geldig_op: string
  wie: string
  namens: string
  oorzaak: string | null
  afspraken: string
  feiten: string
  inhoud: string | null
  inhoud_hash: Buffer | null
  hash: Buffer
  json: string | null
  bomen: Buffer | null
  zout: Buffer | null
  zaak: string | null
  gewist: string | null
}

/** `client` is the owner's login: it sees every region. */
export async function controleer(
  client: Client,
  omg: Pick<Omgeving, 'afspraken' | 'adresboek' | 'klok'>,
): Promise<Rapport> {
  const rapport: Rapport = {
    stromen: 0,
    gebeurtenissen: 0,
    rijen: 0,
    documenten: 0,
    andereAfspraken: 0,
    bevindingen: [],
  }
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    for (const regio of omg.adresboek.regios())
      omg.afspraken.tel(
        regio.slug,
        await leesVastgelegd(async (sql, waarden) => (await client.query<never>(sql, waarden)).rows, regio),
      )
    let na = ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000']
    for (;;) {
      const { rows } = await client.query<Stroom>(STROMEN, [...na, PORTIE])
      if (!rows.length) break
      na = [rows.at(-1)!.regio, rows.at(-1)!.id]
      for (const regio of new Set(rows.map((r) => r.regio)))
        await portie(
          client,
          omg,
          regio,
          rows.filter((r) => r.regio === regio),
          rapport,
        )
    }
    const { rows: los } = await client.query<{ stroom: string }>(
      'SELECT DISTINCT g.stroom FROM gebeurtenis g WHERE NOT EXISTS (SELECT FROM stroom s WHERE s.regio = g.regio AND s.id = g.stroom) LIMIT 10',
    )
    for (const { stroom } of los) rapport.bevindingen.push({ stroom, wat: 'gebeurtenissen zonder stroom' })
    rapport.bevindingen.push(...(await wezen(client)))
    await zegels(client, rapport)
    return rapport
  } finally {
    await client.query('COMMIT')
  }
}

type Zegel = { regio: string; dag: string; grens: string; vorige: Buffer | null; hash: Buffer }

/** Every seal must follow from the one before; the newest of each region must also fit the journal as it is now. */
async function zegels(client: Client, rapport: Rapport): Promise<void> {
  const { rows } = await client.query<Zegel>('SELECT regio, dag, grens, vorige, hash FROM zegel ORDER BY regio, dag')
  for (const [i, zegel] of rows.entries()) {
    const voor = rows[i - 1]?.regio === zegel.regio ? rows[i - 1]! : null
    const meld = (wat: string): void =>
      void rapport.bevindingen.push({ stroom: zegel.regio, wat: `het zegel van ${zegel.dag} ${wat}` })
    if ((voor?.hash ?? null)?.toString('hex') !== (zegel.vorige ?? null)?.toString('hex'))
      meld('volgt niet op het zegel ervoor')
    if (rows[i + 1]?.regio === zegel.regio) continue
    const { rows: koppen } = await client.query<Kopregel>(KOPPEN, [zegel.regio, zegel.grens])
    if (!zegelHash(zegel.vorige, koppen).equals(zegel.hash)) meld('past niet bij het journaal')
  }
}

/** Rows that come from no stream at all: no case gives them, so no case would miss them. */
async function wezen(client: Client): Promise<Bevinding[]> {
  const bevindingen: Bevinding[] = []
  const { rows: los } = await client.query<{ zaak: string }>(
    'SELECT i.zaak FROM inhoud i WHERE NOT EXISTS (SELECT FROM gebeurtenis g WHERE g.regio = i.regio AND g.stroom = i.zaak AND g.inhoud = i.id) LIMIT 10',
  )
  for (const { zaak } of los) bevindingen.push({ stroom: zaak, wat: 'inhoud die bij geen gebeurtenis hoort' })
  for (const [tabel, kolom] of Object.entries(herkomst)) {
    const { rows } = await client.query<{ stroom: string }>(
      `SELECT DISTINCT t.${kolom} AS stroom FROM ${tabel} t WHERE NOT EXISTS (SELECT FROM stroom s WHERE s.regio = t.regio AND s.id = t.${kolom}) LIMIT 10`,
    )
    bevindingen.push(
      ...rows.map((r) => ({ stroom: r.stroom, wat: `${tabel}: hoort er niet, geen zaak geeft deze rij` })),
    )
  }
  return bevindingen
}

async function portie(
  client: Client,
  omg: Pick<Omgeving, 'afspraken' | 'adresboek' | 'klok'>,
  regio: string,
  stromen: Stroom[],
  rapport: Rapport,
): Promise<void> {
  const ids = stromen.map((s) => s.id)
  const { rows: regels } = await client.query<Regel>(JOURNAAL, [regio, ids])
  const perStroom = Map.groupBy(regels, (r) => r.stroom)
  const rijen = await leesRijen(client, regio, ids)
  for (const stroom of stromen) {
    const meld = (wat: string): void => void rapport.bevindingen.push({ stroom: stroom.id, wat })
    const eigen = perStroom.get(stroom.id) ?? []
    rapport.stromen += 1
    rapport.gebeurtenissen += eigen.length
    const stand = vouw(stroom, regio, eigen, meld)
    if (stand) vergelijk(omg, regio, stroom, stand, rijen, { rapport, meld })
  }
  const { rows: documenten } = await client.query<{ zaak: string; id: string; sha256: string; bytes: Buffer | null }>(
    DOCUMENTEN,
    [regio, ids],
  )
  for (const d of documenten) {
    rapport.documenten += 1
    if (!d.bytes || createHash('sha256').update(d.bytes).digest('hex') !== d.sha256)
      rapport.bevindingen.push({ stroom: d.zaak, wat: `document ${d.id} is niet het document dat is vastgelegd` })
  }
}

/** Checks the chain and folds it; answers the state and the content per event, or null when the chain is broken. */
function vouw(stroom: Stroom, regio: string, regels: Regel[], meld: (wat: string) => void) {
  const proces = procesVan(stroom.soort)
  let hash: Buffer = BEGIN_HASH
  let stand = proces.begin
  const inhoud = new Map<number, { [sleutel: string]: Json }>()
  for (const [i, r] of regels.entries()) {
    const verwacht = gebeurtenisHash(hash, {
      regio,
      stroom: stroom.id,
      nummer: r.nummer,
      id: r.id,
      soort: r.soort,
      versie: r.versie,
      opgenomen: r.opgenomen,
      geldigOp: r.geldig_op,
      wie: r.wie,
      namens: r.namens,
      oorzaak: r.oorzaak,
      afspraken: r.afspraken,
      feiten: r.feiten,
      inhoud: r.inhoud === null ? null : { id: r.inhoud },
      inhoudHash: r.inhoud_hash,
    })
    if (r.nummer !== i + 1 || !verwacht.equals(r.hash)) {
      meld(`de keten klopt niet bij gebeurtenis ${r.nummer}`)
      return null
    }
    hash = r.hash
    if (r.inhoud && r.json !== null && r.zout) {
      if (!inhoudHash(r.zout, { json: r.json, bomen: r.bomen }).equals(r.inhoud_hash!))
        meld(`de inhoud van gebeurtenis ${r.nummer} is veranderd`)
      if (r.zaak !== stroom.id) meld(`de inhoud van gebeurtenis ${r.nummer} staat bij een andere zaak`)
      inhoud.set(r.nummer, (JSON.parse(r.json) as { tekst: { [sleutel: string]: Json } }).tekst)
    } else if (r.inhoud && !r.gewist) meld(`de inhoud van gebeurtenis ${r.nummer} ontbreekt`)
    const g: Gebeurtenis = {
      soort: r.soort,
      geldigOp: datum(r.geldig_op),
      feiten: JSON.parse(r.feiten) as Gebeurtenis['feiten'],
    }
    const tekst = inhoud.get(r.nummer)
    stand = proces.pasToe(stand, tekst ? { ...g, inhoud: tekst } : g, r.nummer)
  }
  if (!hash.equals(stroom.hash) || regels.length !== stroom.nummer)
    meld('de kop van de stroom past niet bij het journaal')
  if (canoniek(stand) !== canoniek(stroom.stand)) meld('de stand past niet bij het journaal')
  return { stand, inhoud }
}

type Bestaand = Map<string, Map<string, Record<string, unknown>[]>>

async function leesRijen(client: Client, regio: string, ids: string[]): Promise<Bestaand> {
  const uit: Bestaand = new Map()
  for (const [tabel, { sleutel, kolommen }] of Object.entries(tabellen)) {
    const velden = [...sleutel, ...kolommen].map((k) => (k === 'periode' ? 'periode::text AS periode' : k))
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT ${velden.join(', ')}, ${herkomst[tabel]} AS herkomst_ FROM ${tabel} WHERE regio = $1 AND ${herkomst[tabel]} = ANY($2)`,
      [regio, ids],
    )
    uit.set(
      tabel,
      Map.groupBy(rows, (r) => String(r['herkomst_'])),
    )
  }
  return uit
}

function vergelijk(
  omg: Pick<Omgeving, 'afspraken' | 'adresboek' | 'klok'>,
  regio: string,
  stroom: Stroom,
  { stand, inhoud }: { stand: Record<string, unknown>; inhoud: Map<number, { [sleutel: string]: Json }> },
  bestaand: Bestaand,
  { rapport, meld }: { rapport: Rapport; meld: (wat: string) => void },
): void {
  const proces = procesVan(stroom.soort)
  // Derived columns are compared with the day they were derived on, not with today.
  const werkrij = bestaand.get('werkrij')?.get(stroom.id)?.[0]
  const op = werkrij?.['afgeleid_op']
  const waar = omg.adresboek.regios().find((r) => r.id === regio)!
  const { rijen } = maakRijen(
    omg,
    waar,
    proces,
    stroom.id,
    stand,
    typeof op === 'string' ? datum(op) : omg.klok.vandaag(),
    { naam: proces.naam(stand, (n) => inhoud.get(n)), inhoud },
  )
  // What other agreements gave cannot be compared with these; the nightly work does an open case anew. In a closed
  // case nobody acts whatever the agreements say: it only keeps the mark of its last day.
  const anders = werkrij !== undefined && werkrij['afspraken'] !== omg.afspraken(waar.slug).merk
  const open = werkrij?.['open'] === true
  if (anders && open) rapport.andereAfspraken += 1
  const niet = (kolom: string): boolean => anders && (kolom === 'afspraken' || (open && AFGELEID.has(kolom)))
  for (const [tabel, { sleutel, kolommen }] of Object.entries(tabellen)) {
    const over = tabel === 'werkrij' ? kolommen.filter((k) => !niet(k)) : kolommen
    const tekst = (rij: Rij | Record<string, unknown>): string =>
      canoniek(Object.fromEntries([...sleutel, ...over].map((k) => [k, rij[k] ?? null])))
    const moet = new Set((rijen[tabel] ?? []).map(tekst))
    const is = new Set((bestaand.get(tabel)?.get(stroom.id) ?? []).map(tekst))
    rapport.rijen += is.size
    for (const rij of moet) if (!is.has(rij)) meld(`${tabel}: ontbreekt of verschilt: ${rij}`)
    for (const rij of is) if (!moet.has(rij)) meld(`${tabel}: hoort er niet of verschilt: ${rij}`)
  }
}

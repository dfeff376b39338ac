/** A model case read back from the database, ready to be stamped into rows of every table it touches. */
import type { Client } from 'pg'
import { BEGIN_HASH, gebeurtenisHash, inhoudHash } from '../../src/opslag/journaal.ts'
import { kopieerUit } from '../../src/opslag/kopieer.ts'
import { leesTabellen } from '../../src/opslag/tabellen.ts'
import { MERK } from './melding.ts'
import type { Sjabloon } from './sjablonen.ts'
import { copyRegel, maakStempels, type Stempel } from './stempel.ts'
import type { Toeval } from './toeval.ts'

/** Tables whose rows get a hash of their own; these columns `COPY` fills. */
const EIGEN_HASH = {
  stroom: 'regio, id, soort, nummer, hash, stand',
  gebeurtenis:
    'regio, stroom, nummer, id, soort, versie, opgenomen, geldig_op, wie, namens, oorzaak, afspraken, feiten, inhoud, inhoud_hash, hash',
  inhoud: 'regio, id, zaak, soort, json, bomen, zout, bewaren_tot',
} as const
/** Rows without a hash are copied as text, marks and all, with every column the table has. */
const ZO_OVER = ['persoon', 'verblijf', 'betrekking', 'werkrij', 'wachtrij', 'zaak_toegang'] as const
export type Tabel = keyof typeof EIGEN_HASH | (typeof ZO_OVER)[number]
export type Kolommen = Record<Tabel, string>

/** Every table a case has rows in, with the columns that `COPY` fills. */
export async function leesKolommen(client: Client): Promise<Kolommen> {
  const tabellen = await leesTabellen(client)
  const van = (naam: string): string => tabellen.find((t) => t.naam === naam)!.kolommen.join(', ')
  const anders = Object.fromEntries(ZO_OVER.map((naam) => [naam, van(naam)])) as Omit<Kolommen, keyof typeof EIGEN_HASH>
  return { ...EIGEN_HASH, ...anders }
}

/** Which rows of a table belong to the streams of one case. */
const HERKOMST: Record<Tabel, string> = {
  stroom: 'id',
  gebeurtenis: 'stroom',
  inhoud: 'zaak',
  persoon: 'id',
  verblijf: 'zaak',
  betrekking: 'zaak',
  werkrij: 'id',
  wachtrij: 'id',
  zaak_toegang: 'via',
}

/** `volgnummer` comes behind the letters of the kind of case. */
export type Kopie = { volgnummer: string; bsn: string; voornamen: string; achternaam: string; geboortedatum: string }
export type Rijen = Record<Tabel, string>
export type Mal = {
  sjabloon: Sjabloon
  /** Rows of one copy as COPY text, and the id of its case. */
  stempel: (kopie: Kopie, toeval: Toeval, nu: number) => { zaak: string; gebeurtenissen: number; rijen: Rijen }
}

type Regel = {
  regio: string
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
  json: string | null
  bomen: Buffer | null
}
const JOURNAAL = `SELECT g.regio, g.stroom, g.nummer, g.id, g.soort, g.versie, g.geldig_op, g.wie, g.namens, g.oorzaak, g.afspraken, g.feiten::text AS feiten, g.inhoud, i.json::text AS json, i.bomen,
    to_char(g.opgenomen AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS opgenomen
  FROM gebeurtenis g LEFT JOIN inhoud i ON i.regio = g.regio AND i.id = g.inhoud WHERE g.stroom = ANY($1) ORDER BY g.stroom, g.nummer`
const STROMEN = 'SELECT id, soort, nummer, stand::text AS stand FROM stroom WHERE id = ANY($1)'
/** The case itself, its person and, once granted, the wait for a place. */
const VAN_DE_ZAAK = `SELECT w.id, w.nummer, w.persoon FROM werkrij w WHERE w.id = $1 OR w.id IN (SELECT id FROM wachtrij WHERE melding = $1)`

/** `client` is the owner's: it reads every row. */
export async function leesMal(client: Client, kolommen: Kolommen, sjabloon: Sjabloon): Promise<Mal> {
  const { rows: eigen } = await client.query<{ id: string; nummer: string; persoon: string }>(VAN_DE_ZAAK, [
    sjabloon.zaak,
  ])
  const { nummer, persoon } = eigen[0]!
  const stromen = [...new Set([...eigen.map((r) => r.id), persoon])]
  const { rows: regels } = await client.query<Regel>(JOURNAAL, [stromen])
  const { rows: koppen } = await client.query<{ id: string; soort: string; nummer: number; stand: string }>(STROMEN, [
    stromen,
  ])
  const ids = [...new Set([...stromen, ...regels.flatMap((r) => (r.inhoud ? [r.id, r.inhoud] : [r.id]))])]
  const snij = maakStempels([...ids, nummer, sjabloon.bsn, MERK.voornamen, MERK.achternaam, MERK.geboortedatum])
  const vast: [Tabel, Stempel][] = []
  for (const tabel of ZO_OVER) vast.push([tabel, snij(await leesTekst(client, kolommen, tabel, stromen))])
  const perStroom = koppen.map((kop) => ({
    ...kop,
    plaats: ids.indexOf(kop.id),
    stand: snij(kop.stand),
    regels: regels
      .filter((r) => r.stroom === kop.id)
      .map((r) => ({
        ...r,
        idPlaats: ids.indexOf(r.id),
        oorzaakPlaats: r.oorzaak === null ? -1 : ids.indexOf(r.oorzaak),
        inhoudPlaats: r.inhoud === null ? -1 : ids.indexOf(r.inhoud),
        feiten: snij(r.feiten),
        json: r.json === null ? null : snij(r.json),
      })),
  }))
  const zaakPlaats = ids.indexOf(sjabloon.zaak)
  const gebeurtenissen = regels.filter((r) => r.stroom === sjabloon.zaak).length
  const { regio } = regels[0]!

  const stempel: Mal['stempel'] = (kopie, toeval, nu) => {
    const w = ids.map((_, i) => toeval.uuid(nu + i))
    w.push(nummer.slice(0, 2) + kopie.volgnummer, kopie.bsn, kopie.voornamen, kopie.achternaam, kopie.geboortedatum)
    const rijen = { stroom: '', gebeurtenis: '', inhoud: '' } as Rijen
    for (const [tabel, maak] of vast) rijen[tabel] = maak(w)
    for (const kop of perStroom) {
      const stroom = w[kop.plaats]!
      let hash = BEGIN_HASH
      for (const r of kop.regels) {
        const inhoud = r.inhoudPlaats < 0 ? null : w[r.inhoudPlaats]!
        const json = r.json?.(w) ?? null
        const zout = json === null ? null : toeval.bytes(16)
        const vastgelegd = {
          regio,
          stroom,
          nummer: r.nummer,
          id: w[r.idPlaats]!,
          soort: r.soort,
          versie: r.versie,
          opgenomen: r.opgenomen,
          geldigOp: r.geldig_op,
          wie: r.wie,
          namens: r.namens,
          oorzaak: r.oorzaakPlaats < 0 ? null : w[r.oorzaakPlaats]!,
          afspraken: r.afspraken,
          feiten: r.feiten(w),
          inhoud: inhoud === null ? null : { id: inhoud },
          inhoudHash: json === null ? null : inhoudHash(zout!, { json, bomen: r.bomen }),
        }
        hash = gebeurtenisHash(hash, vastgelegd) as typeof hash
        const { inhoud: _inhoud, inhoudHash: proef, ...kolommen } = vastgelegd
        rijen.gebeurtenis += copyRegel([...Object.values(kolommen), inhoud, proef, hash])
        if (json !== null) rijen.inhoud += copyRegel([regio, inhoud, stroom, r.soort, json, r.bomen, zout, null])
      }
      rijen.stroom += copyRegel([regio, stroom, kop.soort, kop.nummer, hash, kop.stand(w)])
    }
    return { zaak: w[zaakPlaats]!, gebeurtenissen, rijen }
  }
  return { sjabloon, stempel }
}

async function leesTekst(
  client: Client,
  kolommen: Kolommen,
  tabel: Tabel,
  stromen: readonly string[],
): Promise<string> {
  const lijst = stromen.map((id) => `'${id}'`).join(', ')
  const zin = `COPY (SELECT ${kolommen[tabel]} FROM ${tabel} WHERE ${HERKOMST[tabel]} IN (${lijst})) TO STDOUT`
  const stukken: Buffer[] = []
  for await (const stuk of kopieerUit(client, zin)) stukken.push(stuk)
  return Buffer.concat(stukken).toString('utf8')
}

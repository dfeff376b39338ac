/** The journal in bytes (D4): how an event is hashed, chained and written, and how it is read back. */
import { createHash } from 'node:crypto'
import type { Ingepakt } from './inhoud.ts'
import type { Transactie, Waarde } from './transactie.ts'
import { toevalsbytes, uuid7 } from './uuid7.ts'

export const BEGIN_HASH = Buffer.alloc(32)

export type Kop = { nummer: number; hash: Buffer }

/** An event as it is stored. `feiten` and `inhoud` are the exact JSON text that was hashed. */
export type Boeking = {
  regio: string
  stroom: string
  nummer: number
  id: string
  soort: string
  versie: number
  /** UTC, milliseconds: `2026-11-22T08:00:00.000Z`. */
  opgenomen: string
  geldigOp: string
  wie: string
  namens: string
  oorzaak: string | null
  afspraken: string
  feiten: string
  inhoud: (Ingepakt & { id: string; zout: Buffer; bewarenTot: string | null }) | null
  inhoudHash: Buffer | null
  hash: Buffer
}

export type Nieuw = Omit<Boeking, 'nummer' | 'id' | 'inhoud' | 'inhoudHash' | 'hash' | 'versie'> & {
  inhoud: Ingepakt | null
  bewarenTot: string | null
}

/** Of both parts as they are stored; a NUL parts them, which JSON text never holds. */
export function inhoudHash(zout: Buffer, { json, bomen }: Ingepakt): Buffer {
  const hash = createHash('sha256').update(zout).update(json)
  return (bomen ? hash.update('\0').update(bomen) : hash).digest()
}

/** Hash of one event: the previous hash of its stream and every stored column, in this fixed order. */
export function gebeurtenisHash(
  vorige: Buffer,
  b: Omit<Boeking, 'hash' | 'inhoud'> & { inhoud: { id: string } | null },
): Buffer {
  const velden = [
    b.regio,
    b.stroom,
    b.nummer,
    b.id,
    b.soort,
    b.versie,
    b.opgenomen,
    b.geldigOp,
    b.wie,
    b.namens,
    b.oorzaak,
    b.afspraken,
    b.feiten,
    b.inhoud?.id ?? null,
    b.inhoudHash?.toString('hex') ?? null,
  ]
  return createHash('sha256').update(vorige).update(JSON.stringify(velden)).digest()
}

/** Chains new events onto a stream. */
export function keten(kop: Kop, nieuwe: readonly Nieuw[]): { kop: Kop; boekingen: Boeking[] } {
  let { nummer, hash } = kop
  const boekingen = nieuwe.map(({ inhoud: ingepakt, bewarenTot, ...nieuw }) => {
    nummer += 1
    const zout = toevalsbytes(16)
    const inhoud = ingepakt && { ...ingepakt, id: uuid7(), zout, bewarenTot }
    const vast = {
      ...nieuw,
      nummer,
      id: uuid7(),
      versie: 1,
      inhoud,
      inhoudHash: inhoud && inhoudHash(zout, inhoud),
    }
    hash = gebeurtenisHash(hash, vast)
    return { ...vast, hash }
  })
  return { kop: { nummer, hash }, boekingen }
}

const GEBEURTENIS = `INSERT INTO gebeurtenis (regio, stroom, nummer, id, soort, versie, opgenomen, geldig_op, wie, namens, oorzaak, afspraken, feiten, inhoud, inhoud_hash, hash) VALUES `
const INHOUD = `INSERT INTO inhoud (regio, id, zaak, soort, json, bomen, zout, bewaren_tot) VALUES `
const STROOM_NIEUW = `INSERT INTO stroom (regio, id, soort, nummer, hash, stand) VALUES ($1,$2,$3,$4,$5,$6)`
const STROOM_VERDER = `UPDATE stroom SET nummer = $3, hash = $4, stand = $5 WHERE regio = $1 AND id = $2`

/** `kop` with one group of placeholders per row. */
const metRijen = (kop: string, rijen: readonly (readonly Waarde[])[]): string =>
  kop + rijen.map((rij, r) => `(${rij.map((_w, i) => `$${r * rij.length + i + 1}`).join(',')})`).join(',')

/**
 * Sends the events and the new head of a stream. Two writers of the same number cannot both commit: the
 * primary key of `gebeurtenis` refuses the second with 23505 and its whole transaction.
 */
export function schrijfStroom(
  tx: Transactie,
  soort: string,
  nieuw: boolean,
  boekingen: readonly Boeking[],
  kop: Kop,
  stand: string,
): void {
  const { regio, stroom } = boekingen[0]!
  const gebeurtenissen = boekingen.map((b): Waarde[] => [
    b.regio,
    b.stroom,
    b.nummer,
    b.id,
    b.soort,
    b.versie,
    b.opgenomen,
    b.geldigOp,
    b.wie,
    b.namens,
    b.oorzaak,
    b.afspraken,
    b.feiten,
    b.inhoud?.id ?? null,
    b.inhoudHash,
    b.hash,
  ])
  const inhoud = boekingen.flatMap((b): Waarde[][] =>
    b.inhoud
      ? [[b.regio, b.inhoud.id, b.stroom, b.soort, b.inhoud.json, b.inhoud.bomen, b.inhoud.zout, b.inhoud.bewarenTot]]
      : [],
  )
  tx.bundel(metRijen(GEBEURTENIS, gebeurtenissen), gebeurtenissen.flat())
  if (inhoud.length) tx.bundel(metRijen(INHOUD, inhoud), inhoud.flat())
  if (nieuw) tx.bundel(STROOM_NIEUW, [regio, stroom, soort, kop.nummer, kop.hash, stand])
  else tx.bundel(STROOM_VERDER, [regio, stroom, kop.nummer, kop.hash, stand])
}

/** Work of the night: drafts and keys that are too old, derived columns of a new day (D5), and the daily seal (D4). */
import { NIEMAND, type Omgeving, type Regio } from '../domein/omgeving.opslag.ts'
import { vroegste } from '../kern/datum.ts'
import { inTransactie, JOURNAALSLOT, leesEenmaal, type Namens } from '../opslag/transactie.ts'
import { type Kopregel, KOPPEN, zegelHash } from '../opslag/zegel.ts'
import { procesVan } from './processen.ts'
import { maakRijen } from './maak-rijen.ts'
import { wisOudeSleutels } from './sleutels.ts'

/** Rows of an earlier day, and rows derived with other agreements than those of now. */
const ACHTER = '(afgeleid_op < $2 OR (afgeleid_op = $2 AND afspraken <> $3))'
const OPEN = `SELECT w.id, w.soort, s.stand FROM werkrij w JOIN stroom s ON s.regio = w.regio AND s.id = w.id
  WHERE w.regio = $1 AND w.open AND ${ACHTER} AND w.id > $4 ORDER BY w.id LIMIT 500`
const WERK_BIJ = `UPDATE werkrij SET afgeleid_op = $2, afspraken = $3, aan_zet = $5, taak = $6, termijn = $7, termijn_code = $8, stilgezet_sinds = $9, strijdig = $10, stap = $11
  WHERE regio = $1 AND id = $4 AND ${ACHTER}`

const beheer = (regio: Regio, omg: Omgeving): Namens => ({
  rol: 'rd_beheer',
  regio: regio.id,
  organisatie: NIEMAND,
  gebruiker: NIEMAND,
  vandaag: omg.klok.vandaag(),
})

/** Brings who-acts and terms of every open case to today and to the agreements of now; answers how many rows it looked at. */
export async function herleid(omg: Omgeving, regio: Regio): Promise<number> {
  const vandaag = omg.klok.vandaag()
  await omg.afspraken.ververs(omg.pool, regio, vandaag)
  const { merk } = omg.afspraken(regio.slug)
  let na = NIEMAND
  let aantal = 0
  for (;;) {
    const gedaan = await inTransactie(omg.pool, beheer(regio, omg), async (tx) => {
      const rijen = await tx.vraag<{ id: string; soort: string; stand: Record<string, unknown> }>(OPEN, [
        regio.id,
        vandaag.toString(),
        merk,
        na,
      ])
      for (const r of rijen) {
        const { rijen: nieuw } = maakRijen(omg, regio, procesVan(r.soort), r.id, r.stand, vandaag, {
          naam: '',
          inhoud: new Map(),
        })
        const w = nieuw['werkrij']![0]!
        tx.stuur(WERK_BIJ, [
          regio.id,
          vandaag.toString(),
          merk,
          r.id,
          w['aan_zet']!,
          w['taak']!,
          w['termijn']!,
          w['termijn_code']!,
          w['stilgezet_sinds']!,
          w['strijdig']!,
          // A pause on the waiting list ends by the day alone.
          w['stap']!,
        ])
      }
      return rijen.map((r) => r.id)
    })
    if (!gedaan.length) return aantal
    aantal += gedaan.length
    na = gedaan.at(-1)!
  }
}

/** Clocks of processes may differ by this much; an instant is taken this long before its transaction at most. */
const SPELING = { minutes: 5 }

type Zegelkop = { dag: string; hash: Buffer }
const isVerzegeld = async (omg: Omgeving, regio: Regio): Promise<boolean> => {
  const [laatste] = await leesEenmaal<Zegelkop>(omg.pool, beheer(regio, omg), LAATSTE_ZEGEL, [regio.id])
  return laatste !== undefined && laatste.dag >= omg.klok.vandaag().toString()
}

/** Everyone who was recording is done once this lock was had; false when one of them does not end. */
async function schrijversKlaar(omg: Omgeving, regio: Regio): Promise<boolean> {
  try {
    await inTransactie(omg.pool, beheer(regio, omg), async (tx) => {
      // Whoever comes after waits behind this: not for long.
      tx.stuur("SELECT set_config('lock_timeout', '2s', true)")
      await tx.vraag('SELECT pg_advisory_xact_lock($1)', [JOURNAALSLOT])
    })
    return true
  } catch (fout) {
    if ((fout as { code?: string }).code === '55P03') return false
    throw fout
  }
}

/**
 * Seals what was recorded before today; once a day, the first process that comes does it. False when it is sealed
 * already, or not yet sure that nobody is still recording before today.
 */
export async function verzegel(omg: Omgeving, regio: Regio): Promise<boolean> {
  const vandaag = omg.klok.vandaag()
  // Events carry the real instant: a day set ahead of it must not seal what is still to be recorded.
  const nu = Temporal.Instant.from(omg.klok.nu())
  const echt = nu.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const begin = vroegste(vandaag, echt).toZonedDateTime('Europe/Amsterdam').toInstant()
  if (Temporal.Instant.compare(nu, begin.add(SPELING)) < 0) return false
  if (await isVerzegeld(omg, regio)) return false
  if (!(await schrijversKlaar(omg, regio))) return false
  const grens = begin.toString()
  return inTransactie(omg.pool, beheer(regio, omg), async (tx) => {
    const [laatste] = await tx.vraag<Zegelkop>(LAATSTE_ZEGEL, [regio.id])
    if (laatste && laatste.dag >= vandaag.toString()) return false
    const koppen = await tx.vraag<Kopregel>(KOPPEN, [regio.id, grens])
    const hash = zegelHash(laatste?.hash ?? null, koppen)
    await tx.vraag(NIEUW_ZEGEL, [regio.id, vandaag.toString(), grens, koppen.length, laatste?.hash ?? null, hash])
    return true
  })
}

const LAATSTE_ZEGEL = 'SELECT dag, hash FROM zegel WHERE regio = $1 ORDER BY dag DESC LIMIT 1'
const NIEUW_ZEGEL = `INSERT INTO zegel (regio, dag, grens, stromen, vorige, hash) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`

const RUIM_OP = 'DELETE FROM concept WHERE regio = $1 AND bewaren_tot <= $2'

export async function nacht(omg: Omgeving, { zegel = true }: { zegel?: boolean } = {}): Promise<void> {
  for (const regio of omg.adresboek.regios()) {
    await inTransactie(omg.pool, beheer(regio, omg), async (tx) =>
      tx.vraag(RUIM_OP, [regio.id, omg.klok.vandaag().toString()]),
    )
    await wisOudeSleutels(omg.pool, beheer(regio, omg))
    await herleid(omg, regio)
    if (zegel) await verzegel(omg, regio)
  }
}

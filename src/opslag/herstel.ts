import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { weiger } from '../kern/weigering.ts'
import type { Kop, Regel, Voet } from './backup.ts'
import { kopieerIn } from './kopieer.ts'
import { Backuplezer } from './lees-backup.ts'
import { bekendeMigraties, MIGRATIESLOT, migreer, pasToe, type Migratie } from './migreer.ts'
import { zorgVoorRollen } from './rollen.ts'
import { isMigratietabel, leesTabellen, noemKolommen, noemTabel, type Tabel } from './tabellen.ts'
import { controleerVersie, maakClient } from './verbinding.ts'

export type Hersteld = { tabellen: number; rijen: number; gemaakt: string; schemaVersie: string }

/**
 * Puts a backup into an empty database, with the owner's address: the tables of the backup's version,
 * its rows, and then the migrations made since. One transaction: it is all there or nothing is.
 *
 * While rows are loaded the ordinary triggers rest, because the rows are already what those triggers
 * made of them, and foreign keys wait, because tables come in any order. Checks, exclusions and
 * deferrable constraint triggers judge every row; the keys are put back and proven at the end.
 */
export async function herstel(
  eigenaarUrl: string,
  bestand: string,
  migraties?: readonly Migratie[],
): Promise<Hersteld> {
  const bekend = migraties ?? (await bekendeMigraties())
  const client = await maakClient(eigenaarUrl, 'REGIODAK_MIGRATIE_URL')
  const lezer = new Backuplezer(bestand)
  let hersteld: Hersteld
  try {
    const kop = leesKop(lezer, await lezer.json())
    await controleerVersie(client)
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATIESLOT])
    const aantal = (await leesTabellen(client)).length
    if (aantal > 0) weiger('HERSTEL_NIET_LEEG', { aantal: String(aantal) })
    await zorgVoorRollen(client)
    await client.query('BEGIN')
    for (const migratie of kies(kop, bekend)) await pasToe(client, migratie)
    const terug = await zetStil(client)
    const telling = await laad(client, lezer)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    for (const zin of terug) await client.query(zin)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    hersteld = { ...telling, gemaakt: kop.gemaakt, schemaVersie: kop.migraties.at(-1)!.naam }
  } finally {
    await lezer.sluit()
    await client.end()
  }
  await migreer(eigenaarUrl, bekend)
  return hersteld
}

function leesKop(lezer: Backuplezer, gelezen: unknown): Kop {
  const kop = gelezen as Partial<Kop> | null
  if (kop?.regiodak !== 'backup' || !Array.isArray(kop.migraties)) lezer.onleesbaar('het begint niet als een backup')
  if (kop.formaat !== 1) weiger('BACKUP_ANDERE_VERSIE', { reden: 'de vorm van het bestand is hier niet bekend' })
  return kop as Kop
}

/** The program's own migrations up to the backup's version; refuses a version this program does not have. */
function kies(kop: Kop, bekend: readonly Migratie[]): Migratie[] {
  return kop.migraties.map(({ naam, sha256 }) => {
    const hier = bekend.find((m) => m.naam === naam)
    if (!hier) return weiger('BACKUP_ANDERE_VERSIE', { reden: `${naam} is hier niet bekend` })
    if (hier.sha256 !== sha256) weiger('BACKUP_ANDERE_VERSIE', { reden: `${naam} is hier anders` })
    return hier
  })
}

/** Empties the new tables of what migrations put in, rests triggers and keys; returns how to put those back. */
async function zetStil(client: Client): Promise<string[]> {
  const { rows: triggers } = await client.query<{ uit: string; aan: string }>(
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS uit,
            format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
                   CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname) AS aan
     FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgparentid = 0
       AND (tgconstraint = 0 OR NOT tgdeferrable)`,
  )
  const { rows: sleutels } = await client.query<{ uit: string; aan: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS uit,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS aan
     FROM pg_constraint WHERE contype = 'f' AND conparentid = 0`,
  )
  for (const { uit } of [...triggers, ...sleutels]) await client.query(uit)
  const vol = (await leesTabellen(client)).filter((t) => !isMigratietabel(t))
  if (vol.length > 0) await client.query(`TRUNCATE ${vol.map((t) => noemTabel(client, t)).join(', ')}`)
  await client.query('SET CONSTRAINTS ALL DEFERRED')
  return [...sleutels, ...triggers].map(({ aan }) => aan)
}

async function laad(client: Client, lezer: Backuplezer): Promise<{ tabellen: number; rijen: number }> {
  const hier = new Map((await leesTabellen(client)).map((t) => [noemTabel(client, t), t]))
  const telling = { tabellen: 0, rijen: 0 }
  for (;;) {
    const regel = (await lezer.json()) as Regel | null
    if (typeof regel !== 'object' || regel === null) lezer.onleesbaar('er staat iets anders dan een backup in')
    if ('tabel' in regel) {
      telling.rijen += await laadTabel(client, lezer, regel.tabel, hier.get(noemTabel(client, regel.tabel)))
      telling.tabellen++
    } else if ('reeks' in regel) {
      const { waarde, gebruikt } = regel.stand
      await client.query('SELECT setval($1::regclass, $2, $3)', [noemTabel(client, regel.reeks), waarde, gebruikt])
    } else {
      if (regel.tabellen !== telling.tabellen || regel.rijen !== telling.rijen)
        lezer.onleesbaar(`het zou ${regel.rijen} rijen hebben en heeft er ${telling.rijen}`)
      return telling
    }
  }
}

async function laadTabel(client: Client, lezer: Backuplezer, tabel: Tabel, hier: Tabel | undefined): Promise<number> {
  const naam = `${tabel.schema}.${tabel.naam}`
  if (!hier || tabel.kolommen.some((kolom) => !hier.kolommen.includes(kolom)))
    weiger('BACKUP_ANDERE_VERSIE', { reden: `de tabel ${naam} is hier anders` })
  const hash = createHash('sha256')
  const rijen = await kopieerIn(client, `COPY ${noemKolommen(client, tabel)} FROM STDIN`, metHash(lezer.rijen(), hash))
  const voet = (await lezer.json()) as Voet
  if (voet.rijen !== rijen || voet.sha256 !== hash.digest('hex')) lezer.onleesbaar(`de rijen van ${naam} kloppen niet`)
  return rijen
}

async function* metHash(stukken: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const stuk of stukken) {
    hash.update(stuk)
    yield stuk
  }
}

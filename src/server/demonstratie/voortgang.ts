/** How far the filling is, kept in the database: it goes on after a stop, with the day it began on. */
import type { Pool } from 'pg'
import { type Datum, datum } from '../../kern/datum.ts'

export type Vulling = { zaaidag: Datum; totaal: number; klaar: number; hervat: boolean }

/** The filling of this region: the one that was begun, else a new one of `aantal` people on `vandaag`. */
export async function beginVulling(pool: Pool, regio: string, vandaag: Datum, aantal: number): Promise<Vulling> {
  const { rowCount } = await pool.query(
    'INSERT INTO demonstratie (regio, zaaidag, totaal) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [regio, vandaag.toString(), aantal],
  )
  const { rows } = await pool.query<{ zaaidag: string; totaal: number; klaar: number }>(
    'SELECT zaaidag, totaal, klaar FROM demonstratie WHERE regio = $1',
    [regio],
  )
  return { ...rows[0]!, zaaidag: datum(rows[0]!.zaaidag), hervat: rowCount === 0 }
}

/** Keeps the highest count: two programs may fill at the same moment. */
export async function bewaarVulling(pool: Pool, regio: string, klaar: number): Promise<void> {
  await pool.query('UPDATE demonstratie SET klaar = greatest(klaar, $2) WHERE regio = $1', [regio, klaar])
}

/** A pool of one connection in a database of its own: what one transaction leaves behind on it, the next would meet. */
import type { Pool } from 'pg'
import { datum } from '../src/kern/datum.ts'
import type { Namens } from '../src/opslag/transactie.ts'
import { maakClient, maakPool } from '../src/opslag/verbinding.ts'
import { type VerseDatabank, verseDatabank } from './databank.ts'

export const namens: Namens = {
  rol: 'rd_gemeente',
  regio: '00000000-0000-7000-8000-000000000001',
  organisatie: '00000000-0000-7000-8000-000000000002',
  gebruiker: '00000000-0000-7000-8000-000000000003',
  vandaag: datum('2026-02-23'),
}

export type EenVerbinding = { pool: Pool; databank: VerseDatabank; weg: () => Promise<void> }

/** With a table that the owner makes (`tabel`: its name, its columns, and what the role of `namens` may do with it). */
export async function eenVerbinding(tabel: { naam: string; kolommen: string; mag: string }): Promise<EenVerbinding> {
  const databank = await verseDatabank()
  const eigenaar = await maakClient(databank.eigenaarUrl)
  await eigenaar.query(`CREATE TABLE ${tabel.naam} (${tabel.kolommen})`)
  await eigenaar.query(`GRANT ${tabel.mag} ON ${tabel.naam} TO ${namens.rol}`)
  await eigenaar.end()
  const pool = maakPool(databank.appUrl, { max: 1 })
  return {
    pool,
    databank,
    weg: async () => {
      await pool.end()
      await databank.weg()
    },
  }
}

/** The mark every event stores (D5): which agreement files its outcome rests on, to the byte. */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Bestand, GeladenAfspraken } from './afspraken-bestanden.ts'

export type Merk = { merk: string; bestanden: readonly Bestand[] }

/** The statutes and everything of this region, under one short name that follows from their hashes. */
export function merkVan(geladen: GeladenAfspraken, regio: string): Merk {
  const bestanden = geladen.bestanden
    .filter((b) => b.pad.startsWith('kaders/') || b.pad.includes(`/${regio}/`))
    .toSorted((a, b) => (a.pad < b.pad ? -1 : 1))
  const hash = createHash('sha256')
  for (const bestand of bestanden) hash.update(`${bestand.pad} ${bestand.sha256}\n`)
  return { merk: `${regio} ${hash.digest('hex').slice(0, 16)}`, bestanden }
}

const BESTANDEN =
  'INSERT INTO afspraakbestand (sha256, pad, tekst) SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING'
const MERK = 'INSERT INTO afspraken_merk (merk, sha256) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING'

/** Keeps the texts behind a mark, so that an event of years ago reads back to the words it rested on. */
export async function bewaarMerk(pool: Pool, { merk, bestanden }: Merk): Promise<void> {
  const kolom = (kies: (b: Bestand) => string): string[] => bestanden.map(kies)
  await pool.query(BESTANDEN, [kolom((b) => b.sha256), kolom((b) => b.pad), kolom((b) => b.tekst)])
  await pool.query(MERK, [merk, kolom((b) => b.sha256)])
}

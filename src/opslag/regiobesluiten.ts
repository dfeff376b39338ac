/** The decisions a region recorded in the journal, as the rules read them (D6). */
import { createHash } from 'node:crypto'
import type { QueryResultRow } from 'pg'
import { type Besluit, besluitSchema } from '../convenant/index.ts'
import type { Bestand } from './afspraken-bestanden.ts'

/** Number of the last event of the region's list (0: none), its decisions that count, and their exact text. */
export type Vastgelegd = { nummer: number; besluiten: readonly Besluit[]; bestanden: readonly Bestand[] }

export const NIETS_VASTGELEGD: Vastgelegd = { nummer: 0, besluiten: [], bestanden: [] }

/** Told to every process when a region's list changes; the payload is the id of the region. */
export const KANAAL = 'rd_besluiten'

const LEES = `SELECT s.nummer, (SELECT coalesce(json_agg(json_build_object('besluit', b.besluit, 'tekst', b.tekst) ORDER BY b.volgorde), '[]')
    FROM regiobesluit b WHERE b.regio = s.regio AND b.ingetrokken IS NULL) AS besluiten
  FROM stroom s WHERE s.regio = $1 AND s.id = $1`

type Vraag = <R extends QueryResultRow>(sql: string, waarden: string[]) => Promise<readonly R[]>

/** One statement, so that number and decisions belong together. */
export async function leesVastgelegd(vraag: Vraag, regio: { id: string; slug: string }): Promise<Vastgelegd> {
  const [rij] = await vraag<{ nummer: number; besluiten: { besluit: string; tekst: string }[] }>(LEES, [regio.id])
  if (!rij) return NIETS_VASTGELEGD
  return {
    nummer: rij.nummer,
    besluiten: rij.besluiten.map(({ besluit, tekst }) => ({
      ...besluitSchema.parse(JSON.parse(besluit)),
      tekst,
      bestand: 'journaal',
    })),
    bestanden: rij.besluiten.map(({ besluit, tekst }) => alsBestand(regio.slug, besluit, tekst)),
  }
}

/** A decision without a file still has a name and a hash, so that a mark reads back to its words (D5). */
function alsBestand(regio: string, besluit: string, woorden: string): Bestand {
  const { id } = JSON.parse(besluit) as { id: string }
  const tekst = woorden ? `${besluit}\n\n${woorden}` : besluit
  return { pad: `journaal/${regio}/${id}.json`, sha256: createHash('sha256').update(tekst).digest('hex'), tekst }
}

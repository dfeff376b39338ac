/** Keeps every agreement file as it was used (D6): text, hash and what was read from it. */
import type { Pool } from 'pg'
import { type Convenant, regios } from '../convenant/index.ts'
import { weiger } from '../kern/weigering.ts'
import { bewaarMerk, merkVan } from './afspraken-merk.ts'
import type { GeladenAfspraken } from './afspraken-bestanden.ts'

type Rij = { sha256: string; ontleed: { bindt: unknown } }

/** What binds: parties, roles, texts and rules. Readings, examples and findings may still change. */
const bindt = (c: Convenant): unknown => ({
  partijen: c.partijen,
  rollen: c.rollen,
  bepalingen: c.bepalingen.map(({ artikel, lid, onderdeel, tekst }) => ({ artikel, lid, onderdeel, tekst })),
  regels: c.regels.map(({ plaats: _plaats, ...regel }) => regel),
})

/** Refuses with CONVENANT_GEWIJZIGD when a version that cases rest on changed in what binds. */
export async function bewaarAfspraken(pool: Pool, geladen: GeladenAfspraken): Promise<void> {
  for (const regio of regios(geladen)) await bewaarMerk(pool, merkVan(geladen, regio))
  for (const c of geladen.convenanten) {
    const bestand = geladen.bestanden.find((b) => b.pad === c.bestand)!
    const ingang = c.ingang.toString()
    const { rows } = await pool.query<Rij>(
      'SELECT sha256, ontleed FROM convenant_versie WHERE regio = $1 AND ingang = $2 ORDER BY volgnummer DESC LIMIT 1',
      [c.id, ingang],
    )
    // Only the newest row says what binds now: going back to an earlier text is a change like any other.
    const laatste = rows[0]
    if (laatste?.sha256 === bestand.sha256) continue
    const nu = JSON.stringify(bindt(c))
    if (laatste && JSON.stringify(laatste.ontleed.bindt) !== nu && (await inGebruik(pool, c.id)))
      weiger('CONVENANT_GEWIJZIGD', { regio: c.id, versie: ingang })
    await pool.query('INSERT INTO convenant_versie (regio, ingang, sha256, tekst, ontleed) VALUES ($1,$2,$3,$4,$5)', [
      c.id,
      ingang,
      bestand.sha256,
      bestand.tekst,
      `{"bindt":${nu}}`,
    ])
  }
}

async function inGebruik(pool: Pool, regio: string): Promise<boolean> {
  const { rows } = await pool.query<{ gebruikt: boolean }>('SELECT rd_in_gebruik($1) AS gebruikt', [regio])
  return rows[0]?.gebruikt ?? false
}

/** Looks for the person with a bsn, through the one door that writes the read log itself (D3, ADR 0005). */
import type { Pool } from 'pg'
import { z } from 'zod'
import { leesEenmaal, type Namens } from '../../opslag/transactie.ts'
import { bsn, dag, regel } from '../persoon/persoon.schema.ts'
import type { Eerder, Registervraag } from '../proces.ts'

export type Gezocht = NonNullable<Registervraag['persoon']>

const gezocht = z.looseObject({
  bsn,
  geboortedatum: dag('de geboortedatum'),
  tussenvoegsel: z.string().optional(),
  achternaam: regel('de achternaam'),
})
/** What is needed to look for someone; undefined where the bsn, the surname or the birth date is missing or is none. */
export const leesGezocht = (persoon: unknown): Gezocht | undefined => gezocht.safeParse(persoon).data

export type Eerderrij = {
  zaak: string
  soort: Eerder['soort']
  van: string
  tot: string | null
  zichtbaar: boolean
  nummer: string | null
  stap: string | null
}

const ZOEK = `SELECT z.klopt, e.zaak, e.soort, e.van, e.tot, e.zichtbaar, w.nummer, w.stap FROM rd_zoek_persoon($1, $2, $3, $4, $5, $6) z
  LEFT JOIN LATERAL rd_eerder(z.id, NULL) e ON true LEFT JOIN werkrij w ON w.regio = rd_regio() AND w.id = e.zaak`

/**
 * What the region knows of this person's past, dates only. `anders`: the bsn belongs to someone with another surname or
 * birth date, and nothing is told. Both are a line in the read log; a bsn nobody has is none. `verzoek` says what for.
 */
export async function zoekVerleden(
  pool: Pool,
  als: Namens,
  rol: string,
  wie: Gezocht,
  verzoek: string,
): Promise<{ anders: boolean; eerder: Eerderrij[] }> {
  const rijen = await leesEenmaal<{ klopt: boolean } & (Eerderrij | { zaak: null })>(pool, als, ZOEK, [
    wie.bsn,
    wie.geboortedatum,
    wie.tussenvoegsel ?? '',
    wie.achternaam,
    rol,
    verzoek,
  ])
  return {
    anders: rijen.some((r) => !r.klopt),
    eerder: rijen.filter((r): r is { klopt: boolean } & Eerderrij => r.zaak !== null),
  }
}

/** Who is signed in: a random token in a cookie, its hash in the database, the appointment behind it (D2). */
import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Aangemeld, Klok } from '../domein/omgeving.opslag.ts'
import type { Databankrol } from '../opslag/transactie.ts'
import { weiger } from '../kern/weigering.ts'

const AANGEMELD = `SELECT g.id AS gebruiker, g.naam AS gebruikersnaam, o.id AS organisatie, o.slug, o.naam AS organisatienaam, o.soort,
    r.code AS rol, r.naam AS rolnaam, r.databankrol, x.id AS regio, x.slug AS regioslug, x.naam AS regionaam, a.van, a.tot,
    coalesce((SELECT array_agg(t.taak ORDER BY t.taak) FROM rol_taak t WHERE t.rol = r.code), '{}') AS taken
  FROM aanstelling a JOIN gebruiker g ON g.id = a.gebruiker JOIN organisatie o ON o.id = a.organisatie JOIN rol r ON r.code = a.rol JOIN regio x ON x.id = a.regio`

type Rij = {
  gebruiker: string
  gebruikersnaam: string
  organisatie: string
  slug: string
  organisatienaam: string
  soort: string
  rol: string
  rolnaam: string
  databankrol: Databankrol
  regio: string
  regioslug: string
  regionaam: string
  van: string
  tot: string | null
  taken: string[]
}

const aangemeld = (r: Rij): Aangemeld => ({
  gebruiker: { id: r.gebruiker, naam: r.gebruikersnaam },
  organisatie: { id: r.organisatie, slug: r.slug, naam: r.organisatienaam, soort: r.soort },
  rol: { code: r.rol, naam: r.rolnaam, databankrol: r.databankrol },
  taken: r.taken,
  regio: { id: r.regio, slug: r.regioslug, naam: r.regionaam },
})

const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A session is looked up once per half minute: signing out elsewhere counts within that time. */
const BEWAAR_MS = 30_000
const DUUR = "now() + interval '12 hours'"

export type Sessies = {
  open: (aanstelling: string) => Promise<{ token: string; wie: Aangemeld }>
  vind: (token: string) => Promise<Aangemeld>
  sluit: (token: string) => Promise<void>
  /** Every appointment that is valid today, for the demonstration sign-in. */
  aanstellingen: () => Promise<{ id: string; wie: Aangemeld }[]>
}

export function maakSessies(pool: Pool, klok: Klok, tik: () => number = () => performance.now()): Sessies {
  const bekend = new Map<string, { wie: Aangemeld; tot: number; einde: string | null }>()
  const nietVoorbij = (tot: string | null): boolean => tot === null || klok.vandaag().toString() < tot
  const geldt = (van: string, tot: string | null): boolean => van <= klok.vandaag().toString() && nietVoorbij(tot)
  const onthoud = (token: string, rij: Rij): Aangemeld => {
    const wie = aangemeld(rij)
    if (bekend.size > 5_000) bekend.clear()
    bekend.set(token, { wie, tot: tik() + BEWAAR_MS, einde: rij.tot })
    return wie
  }
  return {
    open: async (aanstelling) => {
      const [rij] = (await pool.query<Rij>(`${AANGEMELD} WHERE a.id = $1`, [aanstelling])).rows
      if (!rij) return weiger('NIET_GEVONDEN')
      if (!geldt(rij.van, rij.tot)) weiger('AANSTELLING_VERLOPEN')
      const token = randomBytes(32).toString('base64url')
      await pool.query(`INSERT INTO sessie (sleutel, aanstelling, tot) VALUES ($1, $2, ${DUUR})`, [
        hash(token),
        aanstelling,
      ])
      return { token, wie: onthoud(token, rij) }
    },
    vind: async (token) => {
      const uit = bekend.get(token)
      if (uit && uit.tot > tik() && nietVoorbij(uit.einde)) return uit.wie
      bekend.delete(token)
      const [rij] = (
        await pool.query<Rij>(
          `${AANGEMELD} JOIN sessie s ON s.aanstelling = a.id WHERE s.sleutel = $1 AND s.tot > now()`,
          [hash(token)],
        )
      ).rows
      if (!rij) return weiger('NIET_AANGEMELD')
      if (!geldt(rij.van, rij.tot)) weiger('AANSTELLING_VERLOPEN')
      return onthoud(token, rij)
    },
    sluit: async (token) => {
      bekend.delete(token)
      await pool.query('DELETE FROM sessie WHERE sleutel = $1 OR tot < now()', [hash(token)])
    },
    aanstellingen: async () => {
      const { rows } = await pool.query<Rij & { id: string }>(
        `${AANGEMELD.replace('SELECT ', 'SELECT a.id, ')} ORDER BY o.naam, r.naam, g.naam`,
      )
      return rows.filter((r) => geldt(r.van, r.tot)).map((r) => ({ id: r.id, wie: aangemeld(r) }))
    },
  }
}

import type { ClientBase } from 'pg'
import { weiger } from '../kern/weigering.ts'

/** The roles a request takes on, one per kind of organisation (D8). Nobody signs in with them. */
export const ROLLEN = ['rd_gemeente', 'rd_aanbieder', 'rd_corporatie', 'rd_bestuur', 'rd_beheer'] as const

export const EIGENAAR = 'regiodak_eigenaar'
export const APP = 'regiodak_app'

/**
 * The statements that make the roles and the application's login where they are missing. The login
 * owns nothing and inherits nothing: without SET ROLE it may do only what is granted to itself.
 */
export async function zorgVoorRollen(client: ClientBase, app: string = APP): Promise<void> {
  const naam = client.escapeIdentifier(app)
  const bestaat = new Set(
    (await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles')).rows.map((rij) => rij.rolname),
  )
  const lid = new Set(
    (
      await client.query<{ rol: string }>(
        `SELECT g.rolname AS rol FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
         JOIN pg_roles l ON l.oid = m.member WHERE l.rolname = $1`,
        [app],
      )
    ).rows.map((rij) => rij.rol),
  )
  const nodig = [
    ...ROLLEN.filter((rol) => !bestaat.has(rol)).map((rol) => `CREATE ROLE ${rol} NOLOGIN`),
    ...(bestaat.has(app) ? [] : [`CREATE ROLE ${naam} LOGIN NOINHERIT`]),
    ...ROLLEN.filter((rol) => !lid.has(rol)).map((rol) => `GRANT ${rol} TO ${naam}`),
  ]
  for (const zin of nodig) {
    try {
      await client.query(zin)
    } catch (fout) {
      const code = (fout as { code?: string }).code
      // Another process made it a moment ago.
      if (code === '42710' || code === '23505') continue
      if (code === '42501') weiger('DATABANK_ROLLEN', { zinnen: nodig.map((z) => `${z};`).join(' ') })
      throw fout
    }
  }
}

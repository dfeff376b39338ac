/** Two versions of a covenant as the Convenant screen shows them side by side. */
import { type Afspraken, type Convenant, vergelijk } from '../../convenant/index.ts'
import { noem } from './besluitregel.ts'
import type { Vergelijkingbeeld } from './convenant.schema.ts'
import { alsPlek } from './plek.ts'
import { inWoorden, schrijf } from '../../convenant/schrijf-waarde.ts'

export function vergelijkbeeld(
  oud: Convenant,
  nieuw: Convenant,
  grond: Pick<Afspraken, 'kaders' | 'gemeenten'>,
): Vergelijkingbeeld {
  const { gemeenten } = grond
  const v = vergelijk(oud, nieuw, grond)
  const namen = (slugs: readonly string[]) => slugs.map((slug) => noem(slug, gemeenten))
  const naamVan = (c: Convenant) => ({ regio: c.id, ingang: c.ingang.toString(), kort: c.kort })
  const waarde = (w: unknown): string | null => (w === undefined ? null : schrijf(w, gemeenten))
  return {
    van: naamVan(oud),
    met: naamVan(nieuw),
    partijen: { erbij: namen(v.partijen.erbij), eraf: namen(v.partijen.eraf) },
    rollen: v.rollen.map((r) => ({ rol: r.rol, erbij: namen(r.erbij), eraf: namen(r.eraf) })),
    artikelen: v.artikelen.map((a) => ({
      ...alsPlek(a),
      titel: a.titel,
      soort: a.soort,
      tekst: a.tekst,
      blokken: a.blokken.map((b) => ({
        blok: b.blok,
        id: b.id,
        soort: b.soort,
        velden: b.velden.map((f) => ({ veld: inWoorden(f.veld), oud: waarde(f.oud), nieuw: waarde(f.nieuw) })),
      })),
    })),
    gevallen: v.gevallen,
    uitkomsten: v.uitkomsten.map(({ bronOud, bronNieuw, ...u }) => ({
      ...u,
      bronOud: bronOud && alsPlek(bronOud),
      bronNieuw: bronNieuw && alsPlek(bronNieuw),
    })),
  }
}

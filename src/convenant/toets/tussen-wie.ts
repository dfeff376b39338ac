/** Group 28: what is written for some pairs of parties leaves the other pairs without it. */
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { slugsVan } from '../regels/betrokken.ts'
import type { StappenRegel } from '../regels/stappen.ts'
import type { Vondst } from './vondst.ts'

export function tussenWie(regel: Geplaatst<StappenRegel>, document: Convenant | Kader): Vondst[] {
  if (document.soort !== 'convenant' || !regel.tussen) return []
  const [a, b] = regel.tussen.map((n) => slugsVan(n, document))
  const past = (x: string, y: string): boolean => a!.includes(x) && b!.includes(y)
  const { partijen } = document
  const buiten = partijen.flatMap((x, i) =>
    partijen
      .slice(i + 1)
      .filter((y) => !past(x, y) && !past(y, x))
      .map((y) => [x, y]),
  )
  if (!buiten.length) return []
  const paren = (partijen.length * (partijen.length - 1)) / 2
  return [
    {
      code: 'SCOPE-GAP',
      ernst: 'gat',
      bevinding: `Deze stappen gaan alleen over ${regel.voor}. Van de ${paren} paren gemeenten vallen er ${buiten.length} buiten, zoals ${buiten[0]!.join(' en ')}.`,
      bron: regel.bron,
      betreft: [regel.id],
    },
  ]
}

/** Group 7: a mandate hands over tasks that the receiver performs; otherwise it points to the wrong list. */
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import type { MandaatRegel } from '../regels/mandaat.ts'
import { uitvoerderBij } from '../regels/taak-licht.ts'
import type { TaakRegel } from '../regels/taak-schema.ts'
import { regelsVan } from '../regels-van.ts'
import { alleGevallen, kenmerken } from './gevallen.ts'
import { noemPlek, type Vondst } from './vondst.ts'

/** The rules of kind `taak` at the place the mandate names. */
export const takenlijst = ({ takenVan }: MandaatRegel, document: Convenant | Kader): Geplaatst<TaakRegel>[] =>
  regelsVan(document, 'taak').filter(
    (r) => r.bron.artikel === takenVan?.artikel && (takenVan.lid === undefined || r.bron.lid === takenVan.lid),
  )

export function toetsMandaat(regel: Geplaatst<MandaatRegel>, document: Convenant | Kader): Vondst[] {
  if (document.soort !== 'convenant') return []
  const { bron, takenVan, aan } = regel
  // A mandate to an officer hands over no task for a client.
  if (!takenVan || aan === undefined) return []
  const plek = noemPlek({ ...bron, artikel: takenVan.artikel, lid: takenVan.lid ?? '', onderdeel: '' })
  const bestaat = document.bepalingen.some(
    (b) => b.artikel === takenVan.artikel && (takenVan.lid === undefined || b.lid === takenVan.lid),
  )
  if (!bestaat)
    return [
      {
        code: 'DANGLING-REF',
        ernst: 'fout',
        bevinding: `Het mandaat verwijst naar ${plek}, maar dat staat niet in dit convenant.`,
        bron,
        betreft: [regel.id],
      },
    ]
  const ontvangers = document.rollen[aan] ?? [aan]
  const doetOntvanger = (r: Geplaatst<TaakRegel>): boolean =>
    uitvoerders(r, document).some((w) => ontvangers.includes(w))
  const lijst = takenlijst(regel, document)
  if (lijst.some(doetOntvanger)) return []
  const elders = regelsVan(document, 'taak').filter(doetOntvanger)
  const plekken = [...new Set(elders.map((r) => noemPlek({ ...r.bron, onderdeel: '' })))]
  return [
    {
      code: 'REF-DIRECTION',
      ernst: 'fout',
      bevinding: `${
        lijst.length
          ? `Het mandaat gaat over de taken van ${plek}. Die doet de ontvanger in geen enkel geval zelf.`
          : `Het mandaat gaat over de taken van ${plek}, maar daar staat geen enkele taak.`
      } ${
        plekken.length
          ? `Wat de ontvanger wel doet, staat in ${plekken.join(' en ')}.`
          : 'Geen enkele regel geeft de ontvanger een taak.'
      }`,
      bron,
      betreft: [regel.id],
    },
  ]
}

/** Everyone this rule names in some case, as slugs. */
export function uitvoerders(regel: Geplaatst<TaakRegel>, document: Convenant): string[] {
  const kring = { partijen: document.partijen, rollen: document.rollen, gemeenten: [] }
  const gevallen = alleGevallen(regel.taken[0]!, kenmerken([regel], document))
  return [...new Set(gevallen.flatMap((geval) => uitvoerderBij(regel, geval, kring) ?? []))]
}

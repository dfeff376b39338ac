/** Groups 12, 14, 16 and 17: who can charge on what, at which tariff, and in which direction it is put right. */
import type { Convenant, Geplaatst } from '../afspraak.ts'
import type { Afsprakenboek } from '../afsprakenboek.ts'
import { gemeentenaam, type Gemeente } from '../gemeenten.ts'
import type { DoorbelastingRegel, DoorbelastingspostRegel } from '../regels/doorbelasting-schema.ts'
import { regelsVan } from '../regels-van.ts'
import { TAKEN } from '../taken.ts'
import { uitvoerders } from './mandaat.ts'
import type { Lint, Vondst } from './vondst.ts'

type Geheel = Geplaatst<DoorbelastingRegel>
type Post = Geplaatst<DoorbelastingspostRegel>

export const doorbelasten: Lint = (document, { gemeenten, boek }) => {
  if (document.soort !== 'convenant') return []
  return regelsVan(document, 'doorbelasting').flatMap((geheel) => {
    const posten = regelsVan(document, 'doorbelastingspost').filter((p) => p.bij === geheel.id)
    return [
      ...tarief(geheel, posten, boek?.laatste === document ? boek.besluiten : []),
      ...wieKan(geheel, posten, document, gemeenten),
      ...posten.flatMap(eenheid),
      ...richting(geheel, document, gemeenten),
    ]
  })
}

/** A post with units needs a price; the text gives none, and perhaps the region recorded one. */
function tarief(geheel: Geheel, posten: readonly Post[], besluiten: Afsprakenboek['besluiten']): Vondst[] {
  const zonder = posten.filter(
    (p) => p.per === 'eenheid' && !besluiten.some((b) => b.soort === 'tarief' && b.post === p.id),
  )
  if (!zonder.length) return []
  return [
    {
      code: 'UNDEF-RATE',
      ernst: 'gat',
      bevinding: `Er wordt per eenheid doorbelast, maar het convenant noemt geen tarief en er is er geen vastgelegd: ${zonder.map((p) => p.naam).join('; ')}.`,
      bron: geheel.bron,
      betreft: zonder.map((p) => p.id),
      uitleg: null,
    },
  ]
}

/** Members that may charge on and perform none of the work in any case. */
function wieKan(
  geheel: Geheel,
  posten: readonly Post[],
  document: Convenant,
  gemeenten: readonly Gemeente[],
): Vondst[] {
  if (!posten.length || posten.some((p) => !p.taken && p.per === 'eenheid')) return []
  const werk = new Set(posten.flatMap((p) => p.taken ?? []))
  const doen = regelsVan(document, 'taak')
    .filter((r) => r.taken.some((t) => werk.has(t)))
    .flatMap((r) => uitvoerders(r, document))
  const niet = (document.rollen[geheel.van] ?? [geheel.van]).filter((g) => !doen.includes(g))
  if (!werk.size || !niet.length) return []
  return [
    {
      code: 'PARTY-SET',
      ernst: 'onduidelijk',
      bevinding: `${niet.map((g) => gemeentenaam(g, gemeenten)).join(', ')} mag kosten doorbelasten, maar doet dit werk in geen enkel geval: ${[...werk].map((t) => TAKEN[t].naam).join(', ')}.`,
      bron: geheel.bron,
      betreft: [geheel.id, ...niet],
      uitleg: null,
    },
  ]
}

function eenheid(post: Post): Vondst[] {
  if (post.per !== 'eenheid' || (post.taken?.length ?? 0) < 2) return []
  return [
    {
      code: 'UNIT-MIX',
      ernst: 'onduidelijk',
      bevinding: `Eén post telt verschillend werk: ${post.taken!.map((t) => TAKEN[t].naam).join(' en ')}. Er staat niet of dat samen één eenheid is.`,
      bron: post.bron,
      betreft: [post.id],
    },
  ]
}

/**
 * More was done than invoiced: who charges on has money to receive. Less was done: the other side has. A text
 * that names one sender covers one of the two.
 */
function richting(geheel: Geheel, document: Convenant, gemeenten: readonly Gemeente[]): Vondst[] {
  const noem = (wie: string): string => (wie in document.rollen ? `de ${wie}` : gemeentenaam(wie, gemeenten))
  return regelsVan(document, 'doorbelastingscorrectie')
    .filter((c) => c.bij === geheel.id && c.van !== undefined)
    .map((c) => {
      const alleenMinder = c.van === geheel.aan
      return {
        code: 'MONEY-DIRECTION' as const,
        ernst: 'fout' as const,
        bevinding: `De correctie gaat volgens de tekst altijd van ${noem(c.van!)} naar ${noem(c.aan!)}. Dat past alleen als er ${alleenMinder ? 'minder' : 'meer'} was dan gefactureerd. Was er ${alleenMinder ? 'meer' : 'minder'}, dan krijgt ${noem(c.aan!)} nog geld en moet de rekening de andere kant op.`,
        bron: c.bron,
        betreft: [c.id],
      }
    })
}

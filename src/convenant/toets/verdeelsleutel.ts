/** Is it clear over whom a key divides, and where the last unit goes? Groups 12 and 15. */
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { gemeentenaam } from '../gemeenten.ts'
import { type VerdeelsleutelRegel, wieDelen } from '../regels/verdeelsleutel-schema.ts'
import { regelsVan } from '../regels-van.ts'
import type { Vondst } from './vondst.ts'

/** Two keys for one subject divide over the same municipalities, and the text says what happens to the rest. */
export function toetsVerdeelsleutel(regel: Geplaatst<VerdeelsleutelRegel>, document: Convenant | Kader): Vondst[] {
  if (document.soort !== 'convenant') return []
  const zelfde = regelsVan(document, 'verdeelsleutel').filter((r) => r.verdeelt === regel.verdeelt)
  const eerder = zelfde.slice(
    0,
    zelfde.findIndex((r) => r.id === regel.id),
  )
  const uit: Vondst[] = []
  if (regel.restUitleg !== undefined && !eerder.some((r) => r.restUitleg !== undefined))
    uit.push({
      code: 'ROUNDING',
      ernst: 'gat',
      bevinding: `Er staat niet wat er gebeurt met wat na het afronden overblijft van ${regel.verdeelt}. De aandelen zijn dan samen niet altijd het geheel.`,
      bron: regel.bron,
      betreft: [regel.id],
      uitleg: regel.restUitleg,
    })
  uit.push(...maten(regel, eerder))
  const hier = wieDelen(regel.over, document)
  for (const ander of eerder) {
    const daar = wieDelen(ander.over, document)
    const verschil = [...daar.filter((g) => !hier.includes(g)), ...hier.filter((g) => !daar.includes(g))]
    if (!verschil.length) continue
    const lezing = document.uitleg.find((u) => u.voorrang && [ander.id, regel.id].every((id) => u.over.includes(id)))
    uit.push({
      code: 'PARTY-SET',
      ernst: 'fout',
      bevinding: `Over wie ${regel.verdeelt} wordt verdeeld, is op twee manieren te lezen: over ${daar.length} of over ${hier.length} gemeenten. Het verschil: ${verschil.map((g) => gemeentenaam(g, [])).join(', ')}.`,
      bron: regel.bron,
      betreft: [ander.id, regel.id],
      ...(lezing && { uitleg: lezing.id }),
    })
  }
  return uit
}

/** Without a `J` the day or year is one and the same for ever. */
const isVast = (peil: string): boolean => !peil.includes('J')
const isDag = (peil: string): boolean => peil.includes(' ')

/** A fixed key without its figures, a flow that is measured on one day, and a rest that nobody holds. */
function maten(regel: Geplaatst<VerdeelsleutelRegel>, eerder: readonly VerdeelsleutelRegel[]): Vondst[] {
  const deel = { bron: regel.bron, betreft: [regel.id] }
  const nieuw = regel.maatstaven.filter((m) => !eerder.some((r) => r.maatstaven.some((a) => a.naam === m.naam)))
  return [
    ...nieuw
      .filter((m) => isVast(m.peil))
      .map((m): Vondst => ({
        ...deel,
        code: 'KEY-MISSING',
        ernst: 'gat',
        bevinding: `De sleutel ligt vast (${m.naam}, peil ${m.peil}), maar het aandeel van elke gemeente staat niet in het convenant.`,
        uitleg: null,
      })),
    ...nieuw
      .filter((m) => m.telt === 'stroom' && isDag(m.peil))
      .map((m): Vondst => ({
        ...deel,
        code: 'STOCK-FLOW',
        ernst: 'fout',
        bevinding: `De maatstaf ${m.naam} loopt over een tijd, zoals een jaar. De tekst meet hem op één dag: ${m.peil}.`,
        uitleg: m.uitleg ?? null,
      })),
    ...(regel.rest === 'onverdeeld'
      ? [
          {
            ...deel,
            code: 'RESIDUAL' as const,
            ernst: 'gat' as const,
            bevinding: `Wat na het afronden overblijft van ${regel.verdeelt}, blijft onverdeeld. Er staat niet wie het houdt.`,
          },
        ]
      : []),
  ]
}

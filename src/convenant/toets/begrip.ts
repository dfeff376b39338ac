/** Group 13: a notion that decides who performs a task has exactly one definition, and a word one meaning. */
import type { Uitzondering } from '../regels/taak-schema.ts'
import { regelsVan } from '../regels-van.ts'
import { type Lint, noemPlek, type Vondst } from './vondst.ts'

export const begrip: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const omschrijvingen = regelsVan(document, 'terugblik')
  const uit: Vondst[] = []
  const gebruikt = regelsVan(document, 'taak').find(vraagtEersteMelding)
  if (gebruikt && !omschrijvingen.some((r) => r.begrip === 'eerste-melding'))
    uit.push({
      code: 'UNDEF-TERM',
      ernst: 'onduidelijk',
      bevinding:
        'Wie de taak doet, hangt af van de vraag of het een eerste melding is. Het convenant zegt niet wanneer dat zo is.',
      bron: gebruikt.bron,
      betreft: [gebruikt.id],
    })
  for (const [i, regel] of omschrijvingen.entries()) {
    const eerder = omschrijvingen.slice(0, i).find((r) => r.begrip === regel.begrip)
    if (!eerder) continue
    uit.push({
      code: 'DUP-DEFINITION',
      ernst: 'onduidelijk',
      bevinding: `${noemPlek(eerder.bron)} en ${noemPlek(regel.bron)} omschrijven allebei ${regel.begrip}.`,
      bron: regel.bron,
      betreft: [eerder.id, regel.id],
    })
  }
  return uit
}

const vraagtEersteMelding = (u: Uitzondering): boolean =>
  u.voor.eersteMelding !== undefined || (u.behalve ?? []).some(vraagtEersteMelding)

/** One word for an amount that one party has, and for a figure that every municipality has. */
export const woord: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const sleutels = regelsVan(document, 'verdeelsleutel')
  return regelsVan(document, 'bedrag').flatMap((bedrag, i, alle) => {
    const sleutel = sleutels.find((r) => r.maatstaven.some((m) => m.naam === bedrag.post))
    if (!sleutel || alle.findIndex((b) => b.post === bedrag.post) < i) return []
    return [
      {
        code: 'HOMONYM' as const,
        ernst: 'fout' as const,
        bevinding: `Het woord ${bedrag.post} is in ${noemPlek(bedrag.bron)} één bedrag, en in ${noemPlek(sleutel.bron)} een cijfer per gemeente. Dat kan niet hetzelfde zijn.`,
        bron: sleutel.bron,
        betreft: [sleutel.id],
        uitleg: sleutel.maatstaven.find((m) => m.naam === bedrag.post)?.uitleg ?? null,
      },
    ]
  })
}

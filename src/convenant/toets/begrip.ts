/** Group 13: a notion that decides who performs a task has exactly one definition. */
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

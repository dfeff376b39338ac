/** Group 19: something comes back, and the text does not say how often, or says it in two ways. */
import type { Geplaatst } from '../afspraak.ts'
import type { KalenderRegel } from '../regels/kalender.ts'
import type { PlichtRegel } from '../regels/plicht.ts'
import { periodenVan } from '../regels/wanneer.ts'
import { regelsVan } from '../regels-van.ts'
import { type Lint, noemPlek, type Vondst } from './vondst.ts'

export const hoeVaakOnbekend = (regel: Geplaatst<{ id: string }>, wat: string): Vondst => ({
  code: 'FREQ-UNDEF',
  ernst: 'onduidelijk',
  bevinding: `De tekst zegt niet hoe vaak dit ten minste moet: ${wat}. Of het op tijd gebeurt, is dus niet te zeggen.`,
  bron: regel.bron,
  betreft: [regel.id],
})

/** What the text asks, and how often that is in a year; null where it gives no number. */
type Keer = { zegt: string; perJaar: number | null }

/** Rules about one subject that ask it a different number of times. */
export const evenVaak: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const regels = [...regelsVan(document, 'plicht'), ...regelsVan(document, 'kalender')]
    .toSorted((a, b) => a.plaats.regel - b.plaats.regel)
    .flatMap((regel) => {
      const keer = regel.soort === 'plicht' ? keerVanPlicht(regel) : keerVanKalender(regel)
      return regel.onderwerp === undefined || keer === null ? [] : [{ regel, keer, onderwerp: regel.onderwerp }]
    })
  return [...Map.groupBy(regels, (r) => r.onderwerp)].flatMap(([onderwerp, groep]): Vondst[] => {
    if (new Set(groep.map(({ keer }) => keer.perJaar)).size < 2) return []
    return [
      {
        code: 'FREQ-CONFLICT',
        ernst: 'onduidelijk',
        bevinding: `Over hetzelfde (${onderwerp}) zegt de tekst op meer plaatsen hoe vaak het moet, en niet even vaak: ${groep.map(({ regel, keer }) => `${noemPlek(regel.bron)}: ${keer.zegt}`).join('; ')}.`,
        bron: groep[0]!.regel.bron,
        betreft: groep.map(({ regel }) => regel.id),
      },
    ]
  })
}

/** Any year has as many halves, quarters and months. */
const JAAR = 2001

/** Null for what is always there, comes once, or follows an event: then there is nothing to compare. */
function keerVanPlicht({ wanneer }: PlichtRegel): Keer | null {
  if (wanneer === 'geregeld') return { zegt: 'geregeld', perJaar: null }
  if (typeof wanneer !== 'object' || !('keer' in wanneer)) return null
  const { keer, per } = wanneer
  return { zegt: `${keer} keer per ${per}`, perJaar: keer * periodenVan(JAAR, per).length }
}

function keerVanKalender({ stappen }: KalenderRegel): Keer | null {
  const keer = stappen.filter((s) => !s.zodra).reduce((som, s) => som + (s.keer ?? 1), 0)
  return keer ? { zegt: `${keer} keer per jaar`, perJaar: keer } : null
}

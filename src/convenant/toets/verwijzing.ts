/** Group 22: whatever names an article, lid or part of this covenant names one that exists. */
import type { Bron } from '../../kern/uitkomst.ts'
import type { Convenant } from '../afspraak.ts'
import type { Lint, Vondst } from './vondst.ts'

const ARTIKEL = /\bartikel (\d+[a-z]?)(?![:\w]|\.\d)(?: lid (\d+[a-z]?))?(?: onder ([a-z]{1,2})\b)?/gi
/** A lid without its article is one of the article it is written in. */
const LID = /(?<!\bartikel \S+ )\blid (\d+[a-z]?)\b/gi
/** An article of a statute is not one of ours. */
const VAN_WET = /^[\s,]*(?:van|uit) (?:de|het|een)\b/i
const WET_GENOEMD = /\b(?:awb|avg|\w*wet|wmo|besluit)(?: \d{4})?[\s(,]*$/i

type Geschreven = { waarin: string; tekst: string; bron: Bron }

export const verwijzing: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  return alleTeksten(document).flatMap(({ waarin, tekst, bron }) => {
    const artikelen = [...tekst.matchAll(ARTIKEL)]
      .filter((m) => !vanEenWet(tekst, m))
      .filter(([, artikel, lid, onderdeel]) => !bestaat(document, artikel!, lid, onderdeel))
    const leden = [...tekst.matchAll(LID)].filter((m) => !vanEenWet(tekst, m) && !bestaat(document, bron.artikel, m[1]))
    return [...artikelen, ...leden].map(([heel]): Vondst => ({
      code: 'DANGLING-REF',
      ernst: 'onduidelijk',
      bevinding: `${waarin} verwijst naar ${heel}, maar dat staat niet in dit convenant.`,
      bron,
      uitleg: null,
    }))
  })
}

/** The lids themselves, and what is written about them in readings, findings and reasons. */
function alleTeksten(document: Convenant): Geschreven[] {
  return [
    ...document.bepalingen.map((b) => ({
      waarin: 'De tekst',
      tekst: b.tekst,
      bron: {
        convenant: document.id,
        versie: document.ingang.toString(),
        artikel: b.artikel,
        ...(b.lid && { lid: b.lid }),
        ...(b.onderdeel && { onderdeel: b.onderdeel }),
      },
    })),
    ...document.uitleg.map((u) => ({
      waarin: `De uitleg ${u.id}`,
      tekst: `${u.vraag} ${u.keuze} ${u.reden}`,
      bron: u.bron,
    })),
    ...document.bevindingen.map((b) => ({ waarin: 'Een bevinding', tekst: `${b.vraag} ${b.reden}`, bron: b.bron })),
    ...document.geenRegels.map((g) => ({ waarin: 'De reden bij dit lid', tekst: g.want, bron: g.bron })),
  ]
}

const vanEenWet = (tekst: string, { 0: heel, index }: RegExpExecArray): boolean =>
  VAN_WET.test(tekst.slice(index + heel.length)) || WET_GENOEMD.test(tekst.slice(0, index))

const bestaat = (document: Convenant, artikel: string, lid?: string, onderdeel?: string): boolean =>
  document.bepalingen.some(
    (b) =>
      b.artikel === artikel &&
      (lid === undefined || b.lid === lid) &&
      (onderdeel === undefined || b.onderdeel === onderdeel),
  )

/** Group 22: a lid that names another article or lid of this covenant names one that exists. */
import type { Lint } from './vondst.ts'

const VERWIJZING = /\bartikel (\d+[a-z]?)(?![:\w]|\.\d)(?: lid (\d+[a-z]?))?/gi
/** An article of a statute is not one of ours. */
const VAN_WET = /^[\s,]*(?:van|uit) (?:de|het|een)\b/i
const WET_GENOEMD = /\b(?:awb|avg|\w*wet|wmo|besluit)(?: \d{4})?[\s(,]*$/i

export const verwijzing: Lint = (document) => {
  if (document.soort !== 'convenant') return []
  const { bepalingen } = document
  return bepalingen.flatMap((b) =>
    [...b.tekst.matchAll(VERWIJZING)].flatMap((m) => {
      const [heel, artikel, lid] = m
      if (VAN_WET.test(b.tekst.slice(m.index + heel.length)) || WET_GENOEMD.test(b.tekst.slice(0, m.index))) return []
      if (bepalingen.some((x) => x.artikel === artikel && (lid === undefined || x.lid === lid))) return []
      return [
        {
          code: 'DANGLING-REF' as const,
          ernst: 'onduidelijk' as const,
          bevinding: `De tekst verwijst naar ${heel}, maar dat staat niet in dit convenant.`,
          bron: {
            convenant: document.id,
            versie: document.ingang.toString(),
            artikel: b.artikel,
            ...(b.lid && { lid: b.lid }),
            ...(b.onderdeel && { onderdeel: b.onderdeel }),
          },
        },
      ]
    }),
  )
}

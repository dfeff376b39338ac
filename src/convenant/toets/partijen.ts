/** Groups 12 and 27: every name for a group of municipalities leads to a list that fits, and the text was signed. */
import { schrijfDatum } from '../../kern/datum.ts'
import { GEEN, gemeentenaam, vindGemeente } from '../gemeenten.ts'
import { begin, type Lint, type Vondst } from './vondst.ts'

export const partijen: Lint = (document, { gemeenten }) => {
  if (document.soort !== 'convenant') return []
  const bron = begin(document)
  const uit: Vondst[] = []
  const noem = (slugs: readonly string[]): string => slugs.map((s) => gemeentenaam(s, gemeenten)).join(', ')
  const onbekend = gemeenten.length
    ? document.partijen.filter((p) => p !== GEEN && vindGemeente(p, gemeenten) === undefined)
    : []
  if (onbekend.length)
    uit.push({
      code: 'PARTY-SET',
      ernst: 'fout',
      bevinding: `Deze partijen staan niet in de lijst van gemeenten: ${onbekend.join(', ')}.`,
      bron,
      betreft: onbekend,
    })
  if (document.tekst?.stand === 'concept')
    uit.push({
      code: 'SIGN-STATUS',
      ernst: 'onduidelijk',
      bevinding: `De tekst is een concept van ${schrijfDatum(document.tekst.van)}. Of de gemeenten dit hebben ondertekend, is niet te zien.`,
      bron,
      uitleg: null,
    })
  const { centrumgemeente, regiogemeente } = document.rollen
  if (!centrumgemeente || !regiogemeente) return uit
  const beide = centrumgemeente.filter((c) => regiogemeente.includes(c))
  const lezing = document.uitleg.find((u) => beide.some((slug) => u.bij?.inwonerVan?.includes(slug)))
  if (beide.length)
    uit.push({
      code: 'SET-OVERLAP',
      ernst: 'fout',
      bevinding: `${noem(beide)} is centrumgemeente en ook regiogemeente. Wat voor de regiogemeenten geldt, geldt dan ook daar.`,
      // The names of the parties have no article of their own; the reading stands where the text mixes them up.
      bron: lezing?.bron ?? bron,
      betreft: beide,
      uitleg: lezing?.id ?? null,
    })
  const zonderRol = document.partijen.filter((p) => !Object.values(document.rollen).some((leden) => leden.includes(p)))
  if (zonderRol.length)
    uit.push({
      code: 'PARTY-SET',
      ernst: 'onduidelijk',
      bevinding: `Deze partijen zijn geen centrumgemeente en geen regiogemeente: ${noem(zonderRol)}. Geen enkele regel voor die groepen geldt voor hen.`,
      bron,
      betreft: zonderRol,
    })
  return uit
}

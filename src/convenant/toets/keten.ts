/** Groups 11 and 26: what follows when the steps of one case lie with two municipalities, or two steps with one. */
import type { Convenant, Geplaatst } from '../afspraak.ts'
import { GEEN, type Gemeente, gemeentenaam } from '../gemeenten.ts'
import { uitvoerderBij } from '../regels/taak-licht.ts'
import type { Geval, TaakRegel } from '../regels/taak-schema.ts'
import { kaderregels, regelsVan } from '../regels-van.ts'
import { type Taak, TAKEN } from '../taken.ts'
import { alleGevallen, kenmerken, zegGevallen } from './gevallen.ts'
import { type Lint, noemPlek } from './vondst.ts'

type Paar = {
  geval: Geval
  wie: readonly [string, string]
  regels: readonly [Geplaatst<TaakRegel>, Geplaatst<TaakRegel>]
}

/** The cases in which the text names one performer for each of the two tasks, and who they are. */
function naast(document: Convenant, gemeenten: readonly Gemeente[], een: Taak, twee: Taak) {
  const regels = regelsVan(document, 'taak').filter((r) => r.taken.includes(een) || r.taken.includes(twee))
  const kring = { partijen: document.partijen, rollen: document.rollen, gemeenten }
  if (!regels.length) return { paren: [], zeg: () => '' }
  const alles = kenmerken(regels, document)
  const enige = (taak: Taak, geval: Geval) => {
    const gevonden = regels.flatMap((regel) => {
      const wie = regel.taken.includes(taak) ? uitvoerderBij(regel, geval, kring) : null
      return wie === null || wie === GEEN ? [] : [{ regel, wie }]
    })
    return new Set(gevonden.map((g) => g.wie)).size === 1 ? gevonden[0]! : null
  }
  const paren = alleGevallen(een, alles).flatMap((geval): Paar[] => {
    const [a, b] = [enige(een, geval), enige(twee, geval)]
    return a && b ? [{ geval, wie: [a.wie, b.wie], regels: [a.regel, b.regel] }] : []
  })
  return {
    paren,
    zeg: (om: readonly Paar[]) =>
      zegGevallen(
        om.map((p) => p.geval),
        alles,
        kring,
      ),
  }
}

/** The statutory time runs on when a case goes from who advises to who decides; somebody has to divide it. */
export const gedeeldeTermijn: Lint = (document, { gemeenten }) => {
  if (document.soort !== 'convenant') return []
  const { paren, zeg } = naast(document, gemeenten, 'advies', 'beschikking')
  const gescheiden = paren.filter((p) => p.wie[0] !== p.wie[1])
  const eerste = gescheiden[0]
  if (!eerste) return []
  const [advies, besluit] = eerste.regels
  // A term of another article, such as that for disputes, divides nothing between these two.
  const artikelen = [advies.bron.artikel, besluit.bron.artikel]
  if (regelsVan(document, 'termijn').some((t) => artikelen.includes(t.bron.artikel))) return []
  return [
    {
      code: 'DEADLINE-SPLIT',
      ernst: 'gat',
      bevinding: `Advies (${noemPlek(advies.bron)}) en besluit (${noemPlek(besluit.bron)}) liggen bij twee gemeenten: ${zeg(gescheiden)}. Het convenant verdeelt de wettelijke tijd niet tussen hen.`,
      bron: advies.bron,
      betreft: [advies.id, besluit.id],
    },
  ]
}

/** Tasks that a statute wants in different hands and the covenant gives to one municipality. */
export const functiescheiding: Lint = (document, { gemeenten, kaders }) => {
  if (document.soort !== 'convenant') return []
  return kaderregels(kaders, 'functiescheiding').flatMap((wet) => {
    const [een, twee] = wet.taken
    const { paren } = naast(document, gemeenten, een, twee)
    const samen = paren.filter((p) => p.wie[0] === p.wie[1])
    const eerste = samen[0]
    if (!eerste || !('wet' in wet.bron)) return []
    const wie = [...new Set(samen.map((p) => gemeentenaam(p.wie[0], gemeenten)))].join(', ')
    return [
      {
        code: 'SOD' as const,
        ernst: 'spanning' as const,
        bevinding: `${wie} doet ${TAKEN[een].naam} en ook ${TAKEN[twee].naam}. Volgens ${wet.bron.wet} ${noemPlek(wet.bron)} mag dat niet dezelfde gemandateerde zijn. Het convenant zegt niet wie het binnen de gemeente wel doet.`,
        bron: eerste.regels[1].bron,
        betreft: eerste.regels.map((r) => r.id),
      },
    ]
  })
}

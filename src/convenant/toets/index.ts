/** Holds agreement files against themselves: what can be computed from them, and what a reader wrote down. */
import type { Datum } from '../../kern/datum.ts'
import type { Stap } from '../../kern/uitkomst.ts'
import type { Afspraken, Convenant, Geplaatst, Kader, Uitleg } from '../afspraak.ts'
import { type Afsprakenboek, afsprakenboek, bekendOp } from '../afsprakenboek.ts'
import { soortVan } from '../regels/index.ts'
import { begrip, woord } from './begrip.ts'
import { CODES, type Code, type Ernst } from './codes.ts'
import { functiescheiding, gedeeldeTermijn } from './keten.ts'
import { doorbelasten } from './geld.ts'
import { evenVaak } from './hoe-vaak.ts'
import { buitenLooptijd, vastJaar } from './jaren.ts'
import { eenLooptijd } from './looptijd.ts'
import { eerstDitDanDat, naVertrek, onderwerpen, wieWeegt } from './open.ts'
import { partijen } from './partijen.ts'
import { rang } from './rang.ts'
import { taakverdeling } from './taken.ts'
import { verlopen } from './verlopen.ts'
import { verwijzing } from './verwijzing.ts'
import type { Lint, Toetsomgeving, Vondst } from './vondst.ts'

const LINTS: readonly Lint[] = [
  partijen,
  taakverdeling,
  gedeeldeTermijn,
  functiescheiding,
  eenLooptijd,
  vastJaar,
  buitenLooptijd,
  doorbelasten,
  begrip,
  woord,
  verlopen,
  verwijzing,
  rang,
  evenVaak,
  wieWeegt,
  eerstDitDanDat,
  naVertrek,
  onderwerpen,
]

/**
 * One finding as `regiodak toets` prints it. `regio` is the id of the covenant or statute, `versie` its
 * first day, or the day for which the statute was read. `lid` is empty where the article has none.
 */
export type Bevinding = {
  code: Code
  /** Group of checks, 1 to 28; left out for a code that belongs to none. */
  klasse?: number
  ernst: Ernst
  /** Found by computing, or written down by a reader in a `bevinding` block. */
  herkomst: 'berekend' | 'verklaard'
  regio: string
  versie: string
  artikel: string
  lid: string
  onderdeel?: string
  bevinding: string
  betreft?: readonly string[]
  /** The reading chosen for this, adopted or not. */
  uitleg?: NonNullable<Stap['uitleg']>
}

/**
 * All findings of one document on the day `op`, in the order of its text. What is computed takes the
 * place of a block with the same code at the same lid.
 */
export function toets(document: Convenant | Kader, afspraken: Afspraken, op: Datum): Bevinding[] {
  const { kaders, gemeenten } = afspraken
  const boek = document.soort === 'convenant' ? boekVan(document, afspraken, op) : null
  const omgeving: Toetsomgeving = { kaders, gemeenten, boek }
  const uitleg = (boek?.laatste === document ? boek.uitleg : document.uitleg).map((u) => bekendOp(u, op))
  const berekend = [
    ...document.regels.flatMap((r) => soortVan(r.soort).bevindingen?.(r, document) ?? []),
    ...LINTS.flatMap((lint) => lint(document, omgeving)),
  ].map((v) => vul(v, document, 'berekend', kiesUitleg(v, document, uitleg)))
  const verklaard = document.bevindingen
    .map((b) =>
      vul(
        { code: b.code, ernst: b.ernst, bevinding: `${b.vraag} ${b.reden}`, bron: b.bron },
        document,
        'verklaard',
        kies(uitleg.filter((u) => u.dekt?.some((eis) => b.dekt?.includes(eis)))),
      ),
    )
    .filter((v) => !berekend.some((b) => b.code === v.code && plek(b) === plek(v)))
  const volgorde = document.bepalingen.map((b) =>
    plek({ artikel: b.artikel, lid: b.lid ?? '', onderdeel: b.onderdeel }),
  )
  return [...berekend, ...verklaard].sort((a, b) => volgorde.indexOf(plek(a)) - volgorde.indexOf(plek(b)))
}

/** A file that is not among the loaded ones is on its own. */
const boekVan = (document: Convenant, afspraken: Afspraken, op: Datum): Afsprakenboek =>
  afsprakenboek(document.id, op, {
    ...afspraken,
    convenanten: afspraken.convenanten.includes(document) ? afspraken.convenanten : [document],
  })

const plek = (p: { artikel: string; lid: string; onderdeel?: string | null | undefined }): string =>
  `${p.artikel} ${p.lid} ${p.onderdeel ?? ''}`

function vul(
  v: Vondst,
  document: Convenant | Kader,
  herkomst: Bevinding['herkomst'],
  gekozen: Geplaatst<Uitleg> | undefined,
): Bevinding {
  const klasse = CODES[v.code]
  const { bron } = v
  return {
    code: v.code,
    ...(klasse !== null && { klasse }),
    ernst: v.ernst,
    herkomst,
    regio: document.id,
    versie: (document.soort === 'convenant' ? document.ingang : document.geldigOp).toString(),
    artikel: bron.artikel,
    lid: bron.lid ?? '',
    ...(bron.onderdeel && { onderdeel: bron.onderdeel }),
    bevinding: v.bevinding,
    ...(v.betreft && { betreft: v.betreft }),
    ...(gekozen && {
      uitleg: {
        id: gekozen.id,
        keuze: gekozen.keuze,
        reden: gekozen.reden,
        vastgesteld: gekozen.vastgesteld?.toString() ?? null,
      },
    }),
  }
}

/** A reading that is about all these rules; where rules contradict each other, one that chooses between them. */
function kiesUitleg(
  v: Vondst,
  document: Convenant | Kader,
  uitleg: readonly Geplaatst<Uitleg>[],
): Geplaatst<Uitleg> | undefined {
  if (v.uitleg === null) return undefined
  if (v.uitleg !== undefined) return uitleg.find((u) => u.id === v.uitleg)
  const regels = (v.betreft ?? []).filter((naam) => document.regels.some((r) => r.id === naam))
  if (!regels.length) return undefined
  return kies(
    uitleg.filter(
      (u) => !u.bij && regels.every((id) => u.over.includes(id)) && (v.code !== 'RULE-OVERLAP' || u.voorrang),
    ),
  )
}

const kies = (uitleg: readonly Geplaatst<Uitleg>[]): Geplaatst<Uitleg> | undefined =>
  uitleg.find((u) => u.vastgesteld) ?? uitleg[0]

/** Strict: a contradiction for which the region adopted no reading. */
export const isOpen = (b: Bevinding): boolean => b.ernst === 'fout' && !b.uitleg?.vastgesteld

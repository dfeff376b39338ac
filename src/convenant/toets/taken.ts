/** Group 9: each task has exactly one performer in every case, and every rule and exception can apply. */
import type { Convenant, Geplaatst } from '../afspraak.ts'
import { past, uitvoerderBij } from '../regels/taak-licht.ts'
import type { Geval, TaakRegel, Uitzondering } from '../regels/taak-schema.ts'
import { type Kring, zegVoor } from '../regels/taak-zinnen.ts'
import { regelsVan } from '../regels-van.ts'
import { type Taak, TAKEN, taken } from '../taken.ts'
import { alleGevallen, kenmerken, zegGevallen } from './gevallen.ts'
import { type Lint, noemPlek, type Vondst } from './vondst.ts'

type Regel = Geplaatst<TaakRegel>

export const taakverdeling: Lint = (document, { gemeenten }) => {
  if (document.soort !== 'convenant') return []
  const regels = regelsVan(document, 'taak')
  if (!regels.length) return []
  const kring = { partijen: document.partijen, rollen: document.rollen, gemeenten }
  /** The rules that named somebody and the exceptions that took something away, in some case. */
  const geraakt = new Set<Uitzondering>()
  const vondsten = groepen(regels).flatMap((groep) => toetsGroep(groep, document, kring, geraakt))
  return [...vondsten, ...nooit(regels, kring, geraakt), ...zonderRegel(regels, document)]
}

type Groep = { taken: Taak[]; regels: readonly Regel[] }

/** Tasks about which the same rules speak have the same answers; they are tried once. */
function groepen(regels: readonly Regel[]): Groep[] {
  const perStel = new Map<string, Groep>()
  for (const taak of taken) {
    const eigen = regels.filter((r) => r.taken.includes(taak))
    if (!eigen.length) continue
    const sleutel = eigen.map((r) => r.id).join(' ')
    const groep = perStel.get(sleutel)
    if (groep) groep.taken.push(taak)
    else perStel.set(sleutel, { taken: [taak], regels: eigen })
  }
  return [...perStel.values()]
}

function toetsGroep(groep: Groep, document: Convenant, kring: Kring, geraakt: Set<Uitzondering>): Vondst[] {
  const { regels } = groep
  const alles = kenmerken(regels, document)
  const gevallen = alleGevallen(groep.taken[0]!, alles)
  const leeg: Geval[] = []
  const botsingen = new Map<string, { paar: readonly [Regel, Regel]; gevallen: Geval[] }>()
  for (const geval of gevallen) {
    const passend = regels.flatMap((regel) => {
      if (past(regel.voor, geval, kring)) raak(regel.behalve, geval, kring, geraakt)
      const wie = uitvoerderBij(regel, geval, kring)
      if (wie === null) return []
      geraakt.add(regel)
      return [{ regel, wie }]
    })
    if (!passend.length) leeg.push(geval)
    for (const [i, a] of passend.entries())
      for (const b of passend.slice(i + 1)) {
        if (a.wie === b.wie) continue
        const sleutel = `${a.regel.id} ${b.regel.id}`
        const botsing = botsingen.get(sleutel) ?? { paar: [a.regel, b.regel], gevallen: [] }
        botsing.gevallen.push(geval)
        botsingen.set(sleutel, botsing)
      }
  }
  const doet = noemTaken(groep.taken)
  const uit: Vondst[] = [...botsingen.values()].map(({ paar: [a, b], gevallen: om }) => ({
    code: 'RULE-OVERLAP',
    ernst: 'fout',
    bevinding: `${hoofdletter(noemPlek(a.bron))} en ${noemPlek(b.bron)} wijzen allebei iemand aan, en niet dezelfde (${doet}). Dat is zo in ${om.length} van de ${gevallen.length} nagelopen gevallen: ${zegGevallen(om, alles, kring)}.`,
    bron: a.bron,
    betreft: [a.id, b.id],
  }))
  if (leeg.length)
    uit.push({
      code: 'ROUTING-INCOMPLETE',
      ernst: 'onduidelijk',
      bevinding: `Het convenant zegt niet wie dit doet (${doet}) in ${leeg.length} van de ${gevallen.length} nagelopen gevallen: ${zegGevallen(leeg, alles, kring)}.`,
      bron: regels[0]!.bron,
      betreft: groep.taken,
    })
  return uit
}

/** Marks the exceptions whose condition this case meets. */
function raak(
  uitzonderingen: readonly Uitzondering[] | undefined,
  geval: Geval,
  kring: Kring,
  geraakt: Set<Uitzondering>,
): void {
  for (const u of uitzonderingen ?? [])
    if (past(u.voor, geval, kring)) {
      geraakt.add(u)
      raak(u.behalve, geval, kring, geraakt)
    }
}

/** A rule that names nobody in any case, and an exception to which no case of its rule belongs. */
function nooit(regels: readonly Regel[], kring: Kring, geraakt: ReadonlySet<Uitzondering>): Vondst[] {
  const los = (u: Uitzondering): Uitzondering[] => (u.behalve ?? []).flatMap((b) => (geraakt.has(b) ? los(b) : [b]))
  return regels.flatMap((regel): Vondst[] => {
    const deel = { bron: regel.bron, betreft: [regel.id] }
    const bevinding = `De regel ${regel.id} geldt in geen enkel geval.`
    if (!geraakt.has(regel)) return [{ ...deel, code: 'CONTRADICTION', ernst: 'fout', bevinding }]
    return los(regel).map((b) => ({
      ...deel,
      code: 'SCOPE-CONFLICT',
      ernst: 'onduidelijk',
      bevinding: `Een uitzondering op regel ${regel.id} hoort bij geen enkel geval van die regel: ${zegVoor(b.voor, kring)}.`,
    }))
  })
}

function zonderRegel(regels: readonly Regel[], document: Convenant): Vondst[] {
  const geregeld = [...regels, ...regelsVan(document, 'taak-bij-derde')]
  const mist = taken.filter((taak) => !geregeld.some((r) => r.taken.includes(taak)))
  if (!mist.length) return []
  const { regel: _regel, ...bron } = regels[0]!.bron
  return [
    {
      code: 'PROCESS-GAP',
      ernst: 'gat',
      bevinding: `Het convenant verdeelt taken, maar zegt van deze niet wie ze doet: ${noemTaken(mist)}.`,
      bron,
      betreft: mist,
    },
  ]
}

const noemTaken = (namen: readonly Taak[]): string => namen.map((t) => TAKEN[t].naam).join(', ')
const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

/** Whether a decision can be recorded: held against the version it is about and the decisions that count already. */
import { type Datum, schrijfDatum, voor } from '../kern/datum.ts'
import { schrijfBedrag } from '../kern/geld.ts'
import { type Besluitfout, keurAndersGekozen, zoalsVastgesteld } from './anders-gekozen.ts'
import type { Afspraken, Convenant, Geplaatst, Uitleg } from './afspraak.ts'
import { addendumfouten } from './addendum.ts'
import { afsprakenboek } from './afsprakenboek.ts'
import type { Besluit, Besluitkop } from './besluit.ts'
import { openVan } from './regels/index.ts'
import { regelsVan } from './regels-van.ts'
import { keurVerlenging as keurTermijn } from './verlenging-keuring.ts'

export type { Besluitfout }
type Van<S extends Besluitkop['soort']> = Extract<Besluitkop, { soort: S }>

/** One sentence per field that is wrong; empty when it can be recorded. */
export function keurBesluit(besluit: Besluitkop, afspraken: Afspraken, vandaag: Datum): Besluitfout[] {
  const versies = afspraken.convenanten.filter((c) => c.id === besluit.regio)
  const versie = versies.find((c) => c.ingang.equals(besluit.versie))
  if (!versie)
    return [fout('versie', `Deze versie is er niet. Kies uit: ${versies.map((c) => c.ingang.toString()).join(', ')}.`)]
  const grond: Grond = {
    versie,
    eerder: afspraken.besluiten.filter((b) => b.regio === besluit.regio && b.versie.equals(versie.ingang)),
    afspraken,
    vandaag,
  }
  return [...keurDag(besluit, grond), ...keurInhoud(besluit, grond)]
}

type Grond = { versie: Convenant; eerder: readonly Besluit[]; afspraken: Afspraken; vandaag: Datum }
const fout = (veld: string, melding: string): Besluitfout => ({ veld, melding })

function keurDag({ besloten, fictief }: Besluitkop, { versie, vandaag }: Grond): Besluitfout[] {
  if (fictief) return [fout('fictief', 'Een verzonnen besluit hoort hier niet.')]
  if (voor(vandaag, besloten)) return [fout('besloten', 'De dag van het besluit moet vandaag of eerder zijn.')]
  if (voor(besloten, versie.ingang))
    return [
      fout(
        'besloten',
        `De dag van het besluit ligt vóór het begin van het convenant (${schrijfDatum(versie.ingang)}).`,
      ),
    ]
  return []
}

function keurInhoud(besluit: Besluitkop, grond: Grond): Besluitfout[] {
  if (besluit.soort === 'vastgestelde-uitleg') return keurUitleg(besluit, grond)
  if (besluit.soort === 'addendum') return keurAddendum(besluit, grond)
  return besluit.soort === 'verlenging' ? keurVerlenging(besluit, grond) : keurTarief(besluit, grond)
}

/** What the text leaves open in this reading, and the ways the kinds of its rules know. */
export const wegenVan = (
  uitleg: Pick<Uitleg, 'over' | 'kiest'>,
  versie: Convenant,
): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.keys(uitleg.kiest ?? {}).map((vraag) => [
      vraag,
      versie.regels.filter((r) => uitleg.over.includes(r.id)).flatMap((r) => openVan(r)[vraag] ?? []),
    ]),
  )

function keurUitleg(b: Van<'vastgestelde-uitleg'>, grond: Grond): Besluitfout[] {
  const uitleg = grond.versie.uitleg.find((u) => u.id === b.uitleg)
  if (!uitleg) return [fout('uitleg', 'Deze uitleg staat niet in dit convenant. Kies er een uit de lijst.')]
  const fouten: Besluitfout[] = []
  if (b.voorrang !== undefined && !(uitleg.voorrang && uitleg.over.includes(b.voorrang)))
    fouten.push(
      fout(
        'voorrang',
        uitleg.voorrang
          ? `Deze regel hoort niet bij de uitleg. Kies uit: ${uitleg.over.join(', ')}.`
          : 'Deze uitleg kiest niet tussen regels. Laat de voorrang weg.',
      ),
    )
  const wegen = wegenVan(uitleg, grond.versie)
  for (const [vraag, weg] of Object.entries(b.kiest ?? {}))
    if (!wegen[vraag]?.includes(weg))
      fouten.push(
        fout(
          `kiest.${vraag}`,
          wegen[vraag]
            ? `Deze keuze is er niet. Kies uit: ${wegen[vraag].join(', ')}.`
            : 'Deze uitleg laat dit niet open.',
        ),
      )
  if (!fouten.length) fouten.push(...keurAndersGekozen(b, uitleg))
  return fouten.length ? fouten : keurAlVastgesteld(b, uitleg, grond)
}

/** A reading can be adopted once; later the region may choose otherwise, on a later day. */
function keurAlVastgesteld(
  b: Van<'vastgestelde-uitleg'>,
  uitleg: Geplaatst<Uitleg>,
  { eerder, versie, afspraken }: Grond,
): Besluitfout[] {
  const dagen = eerder
    .filter((e) => e.soort === 'vastgestelde-uitleg' && e.uitleg === b.uitleg)
    .map((e) => e.besloten)
    .concat(uitleg.vastgesteld ? [uitleg.vastgesteld] : [])
    .sort((x, y) => Temporal.PlainDate.compare(x, y))
  const laatste = dagen.at(-1)
  if (!laatste) return []
  const al = `Deze uitleg is al vastgesteld op ${schrijfDatum(laatste)}.`
  if (!voor(laatste, b.besloten))
    return [fout('uitleg', `${al} Was dat een vergissing, trek dat besluit dan eerst in.`)]
  const nu = afsprakenboek(b.regio, laatste, { ...afspraken, convenanten: [versie] }).uitleg.find(
    (u) => u.id === b.uitleg,
  )!
  const straks = zoalsVastgesteld(uitleg, { ...b, tekst: '', bestand: '' })
  const anders =
    straks.keuze !== nu.keuze ||
    straks.voorrang !== nu.voorrang ||
    Object.entries(straks.kiest ?? {}).some(([vraag, weg]) => nu.kiest?.[vraag] !== weg)
  return anders ? [] : [fout('uitleg', `${al} Dit besluit verandert daar niets aan.`)]
}

function keurVerlenging(b: Van<'verlenging'>, grond: Grond): Besluitfout[] {
  const versies = grond.afspraken.convenanten.filter((c) => c.id === b.regio)
  return keurTermijn(b, { ...grond, versies })
}

/** An addendum about a version that no longer counts on its first day would change nothing. */
function keurAddendum(b: Van<'addendum'>, { versie, afspraken }: Grond): Besluitfout[] {
  const latere = afspraken.convenanten.find(
    (c) => c.id === versie.id && voor(versie.ingang, c.ingang) && voor(c.ingang, b.ingang),
  )
  if (latere)
    return [
      fout(
        'ingang',
        `Vanaf ${schrijfDatum(latere.ingang)} geldt ${latere.kort}. Leg het addendum bij die versie vast.`,
      ),
    ]
  return addendumfouten(b, versie)
}

function keurTarief(b: Van<'tarief'>, { versie, eerder }: Grond): Besluitfout[] {
  const posten = regelsVan(versie, 'doorbelastingspost').filter((p) => p.per === 'eenheid')
  if (!posten.some((p) => p.id === b.post))
    return [
      fout(
        'post',
        posten.length
          ? `Deze post heeft geen tarief. Kies uit: ${posten.map((p) => p.id).join(', ')}.`
          : 'Dit convenant kent geen posten met een tarief.',
      ),
    ]
  const al = eerder.find((e) => e.soort === 'tarief' && e.post === b.post && e.jaar === b.jaar)
  if (al?.soort !== 'tarief' || voor(al.besloten, b.besloten)) return []
  return [
    fout(
      'jaar',
      `Voor ${b.jaar} is al een tarief van ${schrijfBedrag(BigInt(al.centen))} vastgesteld. Was dat een vergissing, trek dat besluit dan eerst in.`,
    ),
  ]
}

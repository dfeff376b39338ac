/** Whether an extension can be recorded: on the version that counts, after the last one, in steps the covenant knows. */
import { type Datum, schrijfDatum, voor } from '../kern/datum.ts'
import type { Convenant } from './afspraak.ts'
import type { Besluit, Verlenging } from './besluit.ts'
import type { LooptijdRegel } from './regels/looptijd.ts'
import { regelsVan } from './regels-van.ts'

type Grond = {
  readonly versie: Convenant
  /** Every version of the region. */
  readonly versies: readonly Convenant[]
  /** What was decided about this version, whenever. */
  readonly eerder: readonly Besluit[]
  readonly vandaag: Datum
}
type Fout = { readonly veld: string; readonly melding: string }
const fout = (veld: string, melding: string): Fout => ({ veld, melding })

/** One sentence per field that is wrong; empty when it can be recorded. */
export function keurVerlenging(b: Pick<Verlenging, 'besloten' | 'tot'>, grond: Grond): Fout[] {
  const { versie, versies, eerder, vandaag } = grond
  const opvolger = versies.find((c) => voor(versie.ingang, c.ingang) && !voor(vandaag, c.ingang))
  if (opvolger)
    return [
      fout(
        'versie',
        `Sinds ${schrijfDatum(opvolger.ingang)} geldt ${opvolger.kort}. Verlengen kan alleen met de versie die nu geldt.`,
      ),
    ]
  const regels = regelsVan(versie, 'looptijd').filter((r) => r.verlenging ?? r.verlengbaar)
  if (!regels.length) return [fout('tot', 'Dit convenant kent geen verlenging. Maak een nieuwe versie.')]
  const verlengingen = eerder.filter((e): e is Verlenging => e.soort === 'verlenging')
  return [...keurBesloten(b.besloten, verlengingen), ...keurTot(b.tot, regels, verlengingen)]
}

/** The last decision counts, so one that was taken before it would change nothing. */
function keurBesloten(besloten: Datum, verlengingen: readonly Verlenging[]): Fout[] {
  const laatste = verlengingen.map((v) => v.besloten).reduce<Datum | null>(later, null)
  return laatste && voor(besloten, laatste)
    ? [fout('besloten', `Op ${schrijfDatum(laatste)} is al een verlenging besloten. Kies die dag of een latere.`)]
    : []
}

function keurTot(tot: Datum, regels: readonly LooptijdRegel[], verlengingen: readonly Verlenging[]): Fout[] {
  const verlengd = verlengingen.map((v) => v.tot).reduce<Datum | null>(later, null)
  const einden = regels.map((r) => later(verlengd, eindeVan(r)))
  const einde = einden.reduce<Datum | null>((a, e) => (a && (!e || voor(a, e)) ? a : e), null)
  if (einde && !voor(einde, tot))
    return [
      fout(
        'tot',
        `Het convenant loopt al tot en met ${schrijfDatum(einde.subtract({ days: 1 }))}. Kies een latere dag.`,
      ),
    ]
  if (regels.some((r) => !r.verlenging || !eindeVan(r))) return []
  const dagen = regels.flatMap(eersteDagenNa).filter((dag) => !einde || voor(einde, dag))
  if (dagen.some((dag) => dag.equals(tot))) return []
  return [
    fout(
      'tot',
      dagen.length
        ? `Dit past niet bij hoe lang en hoe vaak het convenant kan worden verlengd. Kies ${dagen.map(schrijfDatum).join(' of ')}.`
        : 'Het convenant is al zo lang verlengd als kan. Maak een nieuwe versie.',
    ),
  ]
}

/**
 * The first days after the term that whole extensions give. Where the agreed number and the printed limit differ the
 * text does not choose, so a day that either allows can be recorded.
 */
function eersteDagenNa(regel: LooptijdRegel): Datum[] {
  const einde = eindeVan(regel)
  const { verlenging } = regel
  if (!einde || !verlenging) return []
  const { aantal, jaren, uiterlijk } = verlenging
  const dagen: Datum[] = []
  for (let keer = 1; ; keer += 1) {
    const dag = einde.add({ years: keer * jaren })
    if (keer > aantal && (!uiterlijk || voor(uiterlijk, dag))) return dagen
    dagen.push(dag)
  }
}

const eindeVan = (r: LooptijdRegel): Datum | null => r.tot ?? r.totEnMet?.add({ days: 1 }) ?? null
const later = (a: Datum | null, b: Datum | null): Datum | null => (a && b ? (voor(a, b) ? b : a) : (a ?? b))

/** Everything the demonstration will do, worked out before anything is written: locations, people, who and when. */
import type { Datum } from '../../kern/datum.ts'
import { datum, voor, vroegste } from '../../kern/datum.ts'
import type { RegioAfspraken } from '../../domein/afspraken.ts'
import type { Aangemeld } from '../../domein/omgeving.opslag.ts'
import { beoordeel, bevoegde, geval } from '../../domein/toegang/index.ts'
import type { Taak } from '../../convenant/index.ts'
import regio from '../../../voorbeelddata/regio.json' with { type: 'json' }
import { maakMens, type Mens, namen, testnummers } from './mens.ts'
import { type Locatieplan, Plekken } from './plekken.ts'
import { maakWerkdagen, Tijdpad, type Werkdagen, type Zet } from './tijdpad.ts'
import { Toeval } from './toeval.ts'
import { type Bestemming, bestemmingen, verdeelLoten } from './verdeling.ts'
import { loopMelding, loopWachtlijst } from './zaakpad.ts'

/** Another seed gives other people; this one is fixed, so that a picture stays the same. */
const ZAAD = 'haaglanden'

export type Stap = Omit<Zet, 'taak'> & { wie: Aangemeld; sleutel: string }
export type Zaakplan = {
  sleutel: string
  persoon: number
  /** Whether the person has no later case. */
  laatste: boolean
  stappen: Stap[]
  /** Where the rows of this case stand when it is done. */
  /** Where the case ends; null when it stops halfway because nobody could act. */
  stap: string | null
  plaatsingstap: string | null
  gemeldOp: Datum
}
export type Plan = {
  locaties: { wie: Aangemeld; vastOp: Datum; opgaveOp: Datum; lijst: Locatieplan[] }
  zaken: Zaakplan[]
}

/** Days since the report, for cases that are still young; or days since the last step taken. */
const duur: Record<Bestemming, { leeftijd: [number, number] } | { sinds: [number, number] }> = {
  registratie: { leeftijd: [1, 4] },
  screening: { leeftijd: [3, 9] },
  'onderzoek-begint': { leeftijd: [8, 16] },
  'onderzoek-loopt': { leeftijd: [17, 34] },
  'onderzoek-bijna': { leeftijd: [37, 41] },
  'onderzoek-te-laat': { leeftijd: [45, 60] },
  advies: { sinds: [1, 6] },
  beoordeling: { sinds: [1, 9] },
  'verschil-open': { sinds: [1, 6] },
  'verschil-beantwoord': { sinds: [1, 5] },
  aanvraag: { sinds: [1, 9] },
  besluit: { sinds: [1, 11] },
  'besluit-te-laat': { sinds: [17, 26] },
  'besluit-stil': { sinds: [2, 20] },
  bekendmaking: { sinds: [1, 2] },
  afgewezen: { sinds: [5, 200] },
  voorliggend: { sinds: [5, 200] },
  ingetrokken: { sinds: [5, 200] },
  wachtend: { sinds: [4, 300] },
  pauze: { sinds: [45, 260] },
  geplaatst: { sinds: [50, 360] },
  'van-lijst': { sinds: [40, 200] },
}

type Grond = {
  vandaag: Datum
  eerste: Datum
  laatste: Datum
  werkdagen: Werkdagen
  afspraken: RegioAfspraken
  medewerkers: readonly Aangemeld[]
  plekken: Plekken
}
type Zaakvraag = {
  mens: Mens
  bestemming: Bestemming
  volgnummer: number
  sinds?: number
  wacht?: number
  gemeldOp?: Datum
  eerdere: readonly string[]
}

/**
 * Works out `aantal` people for a filling on `vandaag`, none of it on or after that day. `adem` is awaited
 * between people, so that a running server keeps answering. Throws when the staff cannot do a task.
 */
export async function maakPlan(
  keuze: { vandaag: Datum; aantal: number; afspraken: RegioAfspraken; medewerkers: readonly Aangemeld[] },
  adem: () => Promise<void> = () => Promise.resolve(),
): Promise<Plan> {
  const { vandaag, aantal, afspraken, medewerkers } = keuze
  const werkdagen = maakWerkdagen(afspraken.afspraken.kaders)
  const grond: Grond = {
    vandaag,
    eerste: werkdagen.vanaf(datum(regio.van)),
    laatste: werkdagen.totEnMet(vandaag.subtract({ days: 1 })),
    werkdagen,
    afspraken,
    medewerkers,
    plekken: new Plekken(ZAAD),
  }
  const bsn = testnummers(ZAAD)
  const naam = namen(aantal, ZAAD)
  const zaken: Zaakplan[] = []
  for (const [i, lot] of verdeelLoten(aantal, ZAAD).entries()) {
    const mens = maakMens(i + 1, lot, { naam: naam[i]!, bsn: bsn[i]!, vandaag, zaad: ZAAD })
    zaken.push(...zakenVan(grond, mens))
    await adem()
  }
  const contract = medewerkers.find((m) => m.taken.includes('contract'))
  if (!contract) throw new Error('Niemand is aangesteld voor de taak contract.')
  return {
    locaties: {
      wie: contract,
      vastOp: vroegste(grond.eerste, grond.laatste),
      opgaveOp: grond.laatste,
      lijst: grond.plekken.plannen(vandaag, grond.laatste),
    },
    // In the order of the reports, so that the case numbers follow their dates.
    zaken: zaken.toSorted(
      (a, b) => Temporal.PlainDate.compare(a.gemeldOp, b.gemeldOp) || (a.sleutel < b.sleutel ? -1 : 1),
    ),
  }
}

function zakenVan(g: Grond, mens: Mens): Zaakplan[] {
  const nu = (eerdere: readonly string[]): Zaakplan =>
    zaak(g, { mens, bestemming: mens.bestemming, volgnummer: mens.eerder ? 2 : 1, eerdere })
  if (!mens.eerder) return [nu([])]
  // Walked once to learn when it begins; nobody with an earlier case is placed by it, so no place is taken twice.
  const eerst = eerdereZaak(g, mens, nu([]))
  return [{ ...eerst, laatste: false }, nu(mens.voorziening === 'bw' ? [eerst.gemeldOp.toString()] : [])]
}

function eerdereZaak(g: Grond, mens: Mens, nu: Zaakplan): Zaakplan {
  const toeval = new Toeval(`${ZAAD}/eerder ${mens.nummer}`)
  const eerste = { mens: { ...mens, eerder: null }, volgnummer: 1, eerdere: [] }
  if (mens.eerder === 'verhuiswens') {
    const wacht = toeval.tussen(15, 35)
    const geleden = nu.gemeldOp.until(g.vandaag).days
    const vroeger = { ...mens, eerder: null, verblijf: 'inwonend' }
    return zaak(g, {
      ...eerste,
      mens: vroeger,
      bestemming: 'geplaatst',
      sinds: geleden + wacht + toeval.tussen(50, 120),
      wacht,
    })
  }
  const dagen = mens.eerder === 'binnen-jaar' ? toeval.tussen(110, 330) : toeval.tussen(370, 470)
  const bestemming = toeval.kies(['voorliggend', 'afgewezen', 'ingetrokken'] as const)
  return zaak(g, { ...eerste, bestemming, gemeldOp: nu.gemeldOp.subtract({ days: dagen }) })
}

function zaak(g: Grond, v: Zaakvraag): Zaakplan {
  const sleutel = `p${String(v.mens.nummer).padStart(4, '0')}-${v.volgnummer}`
  const pad = (begin: Datum) => ({
    t: new Tijdpad(begin, g.laatste, g.werkdagen),
    // The same seed for both walks: the first one only measures how long the case takes.
    toeval: new Toeval(`${ZAAD}/zaak ${sleutel}`),
    mens: v.mens,
    bestemming: v.bestemming,
    regio: false,
  })
  const loop = (begin: Datum) => {
    const p = pad(begin)
    p.regio = isRegiozaak(g, v, begin)
    loopMelding(p)
    return p
  }
  const toeval = new Toeval(`${ZAAD}/duur ${sleutel}`)
  const hoeLang = duur[v.bestemming]
  const klem = (dag: Datum): Datum => (voor(dag, g.eerste) ? g.eerste : dag)
  let begin: Datum
  let sinds = 0
  if (v.gemeldOp) begin = v.gemeldOp
  else if ('leeftijd' in hoeLang) begin = g.vandaag.subtract({ days: toeval.tussen(...hoeLang.leeftijd) })
  else {
    const [minst, meest] = hoeLang.sinds
    // Whoever needs a place now is not left waiting for the better part of a year.
    const hoogstens = v.mens.spoed && v.bestemming === 'wachtend' ? Math.min(meest, 60) : meest
    sinds = v.sinds ?? toeval.tussen(minst, hoogstens)
    const meting = g.laatste.subtract({ days: 400 })
    const lengte = meting.until(loop(klem(meting)).t.dag).days
    begin = g.laatste.subtract({ days: sinds + Math.max(0, lengte) })
  }
  const p = loop(klem(begin))
  const [stap, plaatsingstap] = bestemmingen[v.bestemming] as readonly [string, string?]
  if (plaatsingstap)
    loopWachtlijst(p, {
      vandaag: g.vandaag,
      laatste: g.laatste,
      wacht: v.wacht ?? toeval.tussen(12, Math.max(13, sinds - 8)),
      geefPlek: (product, van) => g.plekken.geef(product, v.mens.doelgroep, van),
    })
  const gemeldOp = p.t.zetten[0]!.dag
  const wieWat = p.t.zetten.map((zet, i) => wieDoet(g, v, zet, gemeldOp, `${sleutel}-${i + 1}`))
  // Where a municipality has nobody for a step (the covenant ended, say) the case waits there, as it would.
  const einde = wieWat.indexOf(null)
  const stappen = wieWat.slice(0, einde < 0 ? undefined : einde).filter((s) => s !== null)
  const compleet = einde < 0
  return {
    sleutel,
    persoon: v.mens.nummer,
    laatste: true,
    stappen,
    stap: compleet ? stap : null,
    plaatsingstap: compleet ? (plaatsingstap ?? null) : null,
    gemeldOp,
  }
}

/** The case as the covenant looks at it. Repeated or not is the program's own outcome, from the earlier reports. */
function alsGeval(g: Grond, v: Zaakvraag, gemeldOp: Datum, taak: Taak) {
  const { mens } = v
  const feiten = {
    voorziening: mens.voorziening,
    datum: gemeldOp.toString(),
    gemeldBij: mens.gemeldBij,
    woonplaats: mens.woongemeente,
    herkomst: mens.herkomstgemeente,
    spoed: mens.spoed,
    eerderMeldingen: [...v.eerdere],
    eerderGemeld: 'nee',
    eerderGewoond: 'nee',
    eerderAanvragen: [],
    eerderBw: [],
  }
  const herhaald = v.eerdere.length > 0 && beoordeel(feiten, g.afspraken, gemeldOp).herhaald
  return geval({ ...feiten, herhaald }, taak)
}

/** Who does a task on a day, asked of the covenant itself. Throws where it gives no single answer. */
function organisatieVoor(g: Grond, v: Zaakvraag, gemeldOp: Datum, taak: Taak, op: Datum): string {
  const uitkomst = bevoegde(g.afspraken, op, alsGeval(g, v, gemeldOp, taak))
  if (uitkomst.soort !== 'bepaald') throw new Error(`Voor ${taak} op ${op.toString()} is niemand aan te wijzen.`)
  return uitkomst.waarde
}

const isRegiozaak = (g: Grond, v: Zaakvraag, op: Datum): boolean =>
  organisatieVoor(g, v, op, 'advies', op) !== organisatieVoor(g, v, op, 'beschikking', op)

function wieDoet(g: Grond, v: Zaakvraag, zet: Zet, gemeldOp: Datum, sleutel: string): Stap | null {
  const { taak, ...rest } = zet
  const slug = taak === 'ontvangst' ? v.mens.gemeldBij : organisatieVoor(g, v, gemeldOp, taak, zet.dag)
  const nodig = taak === 'ontvangst' ? 'registratie' : taak
  const kunnen = g.medewerkers.filter((m) => m.organisatie.slug === slug && m.taken.includes(nodig))
  const wie = kunnen[v.mens.nummer % kunnen.length]
  if (!wie) return null
  const invoer = zet.opdracht === 'wijsToe' ? { behandelaar: wie.gebruiker.id } : zet.invoer
  return { ...rest, invoer, wie, sleutel: `demonstratie ${sleutel}` }
}

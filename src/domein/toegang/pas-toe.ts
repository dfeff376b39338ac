/** The fold of a melding: copies facts of an event into the state and runs no rule (D5). */
import { alsTekst, type Gebeurtenis, type Toegang } from '../proces.ts'
import type { Adviesuitkomst, Melding, Product, Stap } from './stand.ts'
import { hand } from './taak.ts'

/** Facts by name as the commands of this process write them; which ones are there depends on the event. */
type Feiten = {
  datum: string
  op: string
  van: string
  uiterlijk: string | null
  door: string
  naar: string
  uitkomst: Adviesuitkomst
  standpunt: Adviesuitkomst
  product: Product | null
  ingangsdatum: string | null
  einddatum: string | null
  besluitUiterlijk: string | null
  besluitDan: string | null
  vorigeTot: string | null
  bezwaarUiterlijk: string | null
  behandelaar: string | null
  nodig: boolean
  houdtVast: boolean
  vergissing?: boolean
  zonderOnderzoek: boolean
  beslisser: string
  toegang: Toegang[]
  gebeurtenis: number
  persoon: string
  document: string
  mime: string
  sha256: string
  grootte: number
  wie: string
  nieuw: Partial<Melding>
  weg?: string[]
}
type Vouw = (m: Melding, f: Feiten, g: Gebeurtenis, nummer: number) => Partial<Melding>

/** Marks a step as done by the organisation that did it and goes to the next. */
const klaar = (m: Melding, gedaan: Stap, g: Gebeurtenis, naar: Stap): Partial<Melding> => ({
  stap: naar,
  gedaan: { ...m.gedaan, [gedaan]: { op: g.geldigOp.toString(), wie: alsTekst(g.feiten['door']) || m.houder } },
})

const naAdvies = (m: Melding): Stap => (m.aanvraagOp ? 'besluit' : 'aanvraag')

/** Access of others is added; an organisation that already had access keeps the widest level. */
function metToegang(nu: readonly Toegang[], erbij: readonly Toegang[]): Toegang[] {
  const per = new Map(nu.map((t) => [t.organisatie, t]))
  for (const t of erbij) {
    const oud = per.get(t.organisatie)
    per.set(t.organisatie, oud?.niveau === 'behandelen' && oud.tot === null ? oud : t)
  }
  return [...per.values()]
}

const vouwen: Record<string, Vouw> = {
  meldingOntvangen: (_m, { door: _door, ...f }, _g, nummer) => ({
    ...(f as unknown as Partial<Melding>),
    stap: 'registratie',
    betrekkingenIn: [nummer],
    gegevensIn: nummer,
  }),
  geregistreerd: (m, f, g) => ({
    ...klaar(m, 'registratie', g, 'screening'),
    ...(g.feiten['identiteit'] === 'gezien' && { identiteit: { op: null } }),
    toegang: eindigDoorzending(m.toegang, g),
  }),
  gescreend: (m, f, g) => klaar(m, 'screening', g, g.feiten['uitkomst'] === 'onderzoek' ? 'onderzoek' : 'gesloten'),
  identiteitVastgesteld: (_m, f) => ({ identiteit: { op: f.datum } }),
  gewezenOpClientondersteuning: (_m, f) => ({ clientondersteuningOp: f.datum }),
  onderzoekGestart: (_m, _f, g) => ({ onderzoekGestartOp: g.geldigOp.toString() }),
  planOntvangen: (_m, f) => ({ planOp: f.datum }),
  onderzoekAfgerond: (m, f, g) => ({ ...klaar(m, 'onderzoek', g, 'advies'), onderzoekAfOp: f.datum }),
  adviesUitgebracht: (m, f, g) => ({
    ...klaar(m, 'advies', g, f.naar === f.door ? naAdvies(m) : 'beoordeling'),
    advies: { uitkomst: f.uitkomst, product: f.product, door: f.door, op: g.geldigOp.toString() },
    houder: f.naar,
    toegang: metToegang(m.toegang, f.toegang),
  }),
  adviesOvergenomen: (m, _f, g) => ({ ...klaar(m, 'beoordeling', g, naAdvies(m)), overgenomen: true }),
  verschilGemeld: (m, f, g) => ({
    ...klaar(m, 'beoordeling', g, 'verschil'),
    overgenomen: false,
    verschil: { uitkomst: f.standpunt, product: f.product, door: f.door, beantwoord: false, gevolgd: false },
  }),
  // Who does not hold on to the advice agrees: there is nothing left to vote about.
  verschilBeantwoord: (m, f, g) => ({
    ...(f.houdtVast ? {} : klaar(m, 'verschil', g, naAdvies(m))),
    verschil: m.verschil && { ...m.verschil, beantwoord: true, gevolgd: !f.houdtVast },
  }),
  doorslaggevendBeslist: (m, f, g) => ({
    ...klaar(m, 'verschil', g, naAdvies(m)),
    doorslag: { uitkomst: f.uitkomst, product: f.product },
  }),
  aanvraagOntvangen: (m, f, g) => ({
    ...(m.stap === 'aanvraag'
      ? klaar(m, 'aanvraag', g, 'besluit')
      : { gedaan: { ...m.gedaan, aanvraag: { op: f.datum, wie: f.door } } }),
    aanvraagOp: f.datum,
    besluitUiterlijk: f.besluitUiterlijk,
    toegang: metToegang(m.toegang, f.toegang),
  }),
  termijnStilgezet: (m, f) => ({
    opschortingen: [
      // One whose time had passed unused ended by itself; from here on that is its end.
      ...m.opschortingen.map((o) => (o.tot === null ? { ...o, tot: f.vorigeTot } : o)),
      { van: f.van, tot: null, uiterlijk: f.uiterlijk, besluitDan: f.besluitDan },
    ],
    besluitUiterlijk: f.besluitUiterlijk,
  }),
  termijnHervat: (m, f) => ({
    opschortingen: m.opschortingen.map((o) => (o.tot === null ? { ...o, tot: f.op } : o)),
    besluitUiterlijk: f.besluitUiterlijk,
  }),
  besluitGenomen: (m, f, g) => ({
    ...klaar(m, 'besluit', g, 'bekendmaking'),
    // Also where the advice, which hands the case over, never came.
    houder: f.door,
    besluit: {
      uitkomst: f.uitkomst === 'toekennen' ? 'toekennen' : 'afwijzen',
      datum: f.datum,
      product: f.product,
      ingangsdatum: f.ingangsdatum,
      einddatum: f.einddatum,
    },
  }),
  bekendgemaakt: (m, f, g) => ({
    ...klaar(m, 'bekendmaking', g, m.besluit?.uitkomst === 'toekennen' ? 'toegekend' : 'afgewezen'),
    bekendOp: f.datum,
    bezwaarUiterlijk: f.bezwaarUiterlijk,
  }),
  ingetrokken: (_m, f) => ({ stap: 'gesloten', ingetrokkenOp: f.datum, ...(f.vergissing && { vergissing: true }) }),
  tolkGeregeld: (_m, f) => ({ tolk: f.nodig }),
  toegewezen: (_m, f) => ({ behandelaar: f.behandelaar }),
  gecorrigeerd: (m, f) => ({
    ...f.nieuw,
    gecorrigeerd: [...m.gecorrigeerd, f.gebeurtenis],
  }),
  gegevensGecorrigeerd: (m, f, _g, nummer) => ({
    ...f.nieuw,
    persoon: f.persoon,
    gegevensIn: nummer,
    gecorrigeerd: [...m.gecorrigeerd, f.gebeurtenis],
  }),
  genoteerd: () => ({}),
  contactGehad: () => ({}),
  betrekkingGemeld: (m, _f, _g, nummer) => ({ betrekkingenIn: [...m.betrekkingenIn, nummer] }),
  documentToegevoegd: (m, f, g, nummer) => ({
    documenten: [
      ...m.documenten,
      {
        id: f.document,
        nummer,
        mime: f.mime,
        sha256: f.sha256,
        grootte: f.grootte,
        op: g.geldigOp.toString(),
        wie: f.wie,
      },
    ],
  }),
}

/** Whoever only passed the report on stops seeing it once the receiver registered it (data minimisation). */
function eindigDoorzending(toegang: readonly Toegang[], g: Gebeurtenis): Toegang[] {
  return toegang.map((t) =>
    t.niveau === 'lezen' && t.grond === 'doorgezonden' ? { ...t, tot: g.geldigOp.toString() } : t,
  )
}

/** Every kind of event of a melding. */
export const soorten: readonly string[] = [...Object.keys(vouwen), 'stapTeruggenomen']

/** Throws for an event this version does not know: guessing would make the state a lie. */
export function pasToe(m: Melding, g: Gebeurtenis, nummer: number): Melding {
  // What is taken back never was: no field it added stays, and whoever went on with it before does so again.
  if (g.soort === 'stapTeruggenomen') {
    const { nieuw, weg = [] } = g.feiten as unknown as Feiten
    const blijft = Object.fromEntries(Object.entries(m).filter(([veld]) => !weg.includes(veld)))
    return { ...(blijft as Melding), ...nieuw }
  }
  const vouw = vouwen[g.soort]
  if (!vouw) throw new Error(`Onbekende gebeurtenis bij een melding: ${g.soort}`)
  const nieuw = { ...m, ...vouw(m, g.feiten as unknown as Feiten, g, nummer) }
  // Other people go on with it, also within one municipality: nobody of them was chosen yet.
  return hand(m) !== null && hand(nieuw) !== hand(m) ? { ...nieuw, behandelaar: null } : nieuw
}

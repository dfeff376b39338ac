/** The steps of one invented case, from the report to where its lot ends. Pure; who does each is asked later. */
import spreiding from '../../../voorbeelddata/spreiding.json' with { type: 'json' }
import teksten from '../../../voorbeelddata/teksten.json' with { type: 'json' }
import { type Datum, vroegste } from '../../kern/datum.ts'
import type { Mens } from './mens.ts'
import type { Tijdpad } from './tijdpad.ts'
import type { Toeval } from './toeval.ts'
import type { Bestemming } from './verdeling.ts'

type Advies = { uitkomst: string; product?: string }
export type Pad = { t: Tijdpad; toeval: Toeval; mens: Mens; bestemming: Bestemming; regio: boolean }

const dag = (p: Pad): string => p.t.dag.toString()
const soms = (p: Pad, procent: number, invoer: Record<string, unknown>): Record<string, unknown> =>
  p.toeval.kans(procent) ? invoer : {}

/** The whole report as the wizard sends it; `regio` says whether another municipality than the centre handles it. */
function melding(p: Pad): Record<string, unknown> {
  const { mens, toeval } = p
  return {
    overDeMelding: {
      voorziening: mens.voorziening,
      melder: toeval.kiesNaar<string>(spreiding.melder[mens.voorziening]),
      datum: dag(p),
      kanaal: toeval.kiesNaar(spreiding.kanaal),
      spoed: mens.spoed,
      ...(mens.spoed && { onderdak: toeval.kies(teksten.onderdak) }),
    },
    client: {
      persoon: mens.persoon,
      verblijf: mens.verblijf,
      bereikbaar: mens.bereikbaar,
      tolk: mens.tolk,
      ...(mens.taal && { taal: mens.taal }),
      betrekkingen: mens.betrekkingen,
    },
    herkomst: {
      gemeldBij: mens.gemeldBij,
      woonplaats: mens.woongemeente,
      herkomst: mens.herkomstgemeente,
      eerderGemeld: toeval.kiesNaar({ nee: 85, weetNiet: 15 }),
      eerderGewoond: toeval.kiesNaar({ nee: 88, weetNiet: 12 }),
      ...(mens.woonplaats === 'buiten-regio' && { kansOpHerstel: toeval.kies(teksten.kansOpHerstel) }),
    },
    nodig: {
      doelgroep: mens.doelgroep,
      wens: toeval.kies(teksten.wens),
      ...soms(p, 60, { veiligheid: toeval.kies(teksten.veiligheid) }),
      ...soms(p, 70, { hulpNu: toeval.kies(teksten.hulpNu) }),
    },
    delen: {
      ...soms(p, 55, { clientondersteuningOp: dag(p) }),
      persoonlijkPlan: toeval.kiesNaar({ nee: 55, weetNiet: 20, ja: 25 }),
      ...soms(p, 30, { delenMet: toeval.kies(teksten.delenMet) }),
    },
  }
}

/** Walks the case up to its lot, at most until the decision is announced. */
export function loopMelding(p: Pad): void {
  const { t, toeval, bestemming } = p
  const invoer = melding(p)
  t.doe('ontvangst', 'ontvang', invoer)
  if (bestemming === 'registratie') return
  t.verder(toeval.tussen(0, 2))
  registreer(p)
  if (bestemming === 'screening') return
  t.verder(toeval.tussen(1, 4))
  screen(p, invoer['delen'] as { clientondersteuningOp?: string })
  if (bestemming === 'voorliggend') return
  if (bestemming === 'ingetrokken' && toeval.kans(40)) return trekIn(p, 'onderzoek')
  if (!onderzoek(p, (invoer['delen'] as { persoonlijkPlan: string }).persoonlijkPlan === 'ja')) return
  if (bestemming === 'ingetrokken') return trekIn(p, 'onderzoek')
  t.verder(toeval.tussen(9, 24))
  rondAf(p)
  if (bestemming === 'advies') return
  t.verder(toeval.tussen(1, 5))
  const gegeven = advies(p)
  const geldend = p.regio ? beoordeling(p, gegeven) : gegeven
  if (!geldend || bestemming === 'aanvraag') return
  aanvraagEnBesluit(p, geldend)
}

function registreer(p: Pad): void {
  const { t, toeval, mens } = p
  const gezien = toeval.kans(85)
  t.doe('registratie', 'registreer', {
    identiteit: gezien ? 'gezien' : 'nietMogelijk',
    ...(gezien ? soms(p, 40, { toelichting: toeval.kies(teksten.registratie) }) : {}),
  })
  if (toeval.kans(75)) t.doe('registratie', 'wijsToe', {})
  if (toeval.kans(18)) t.doe('registratie', 'notitie', { tekst: toeval.kies(teksten.notitie) })
  if (mens.eerder === null && toeval.kans(3))
    t.doe('onderzoek', 'corrigeer', {
      gebeurtenis: 1,
      veld: 'datum',
      waarde: t.zetten[0]!.dag.subtract({ days: 1 }).toString(),
      reden: toeval.kies(teksten.correctie),
    })
  if (!mens.tolk && toeval.kans(2)) t.doe('registratie', 'regelTolk', { nodig: true, taal: 'Engels' })
}

function screen(p: Pad, delen: { clientondersteuningOp?: string }): void {
  const { t, toeval, bestemming } = p
  if (!delen.clientondersteuningOp)
    t.doe('onderzoek', 'wijsOpClientondersteuning', {
      datum: dag(p),
      ...soms(p, 60, { toelichting: toeval.kies(teksten.clientondersteuning) }),
    })
  t.doe(
    'screening',
    'screen',
    bestemming === 'voorliggend'
      ? { uitkomst: 'voorliggend', toelichting: toeval.kies(teksten.screeningVoorliggend) }
      : { uitkomst: 'onderzoek', toelichting: toeval.kies(teksten.screening) },
  )
}

/** True when the case goes on after the conversations; false when this is where it stands. */
function onderzoek(p: Pad, metPlan: boolean): boolean {
  const { t, toeval, bestemming, mens } = p
  if (bestemming === 'onderzoek-begint' && toeval.kans(40)) return false
  t.verder(toeval.tussen(1, 4))
  const gesprek = toeval.tussen(2, 7)
  t.doe('onderzoek', 'startOnderzoek', { gesprekOp: t.dag.add({ days: gesprek }).toString() })
  if (metPlan) t.doe('onderzoek', 'ontvangPersoonlijkPlan', { datum: dag(p), samenvatting: toeval.kies(teksten.plan) })
  if (bestemming === 'onderzoek-begint') return false
  t.verder(gesprek)
  t.doe('onderzoek', 'contactmoment', {
    datum: dag(p),
    vorm: toeval.kiesNaar({ gesprek: 50, huisbezoek: 25, telefoon: 15, overleg: 10 }),
    met: toeval.kies(teksten.gesprekMet),
    verslag: toeval.kies(teksten.gesprek),
  })
  if (toeval.kans(8) && !mens.betrekkingen.length)
    t.doe('onderzoek', 'voegBetrekkingToe', {
      soort: 'contact',
      naam: 'Kees Voorbeeld',
      bereikbaar: toeval.kies(teksten.betrekking),
    })
  // Who could not show who they are at the desk does so at the conversation.
  if (t.zetten.some((z) => z.opdracht === 'registreer' && z.invoer['identiteit'] !== 'gezien'))
    t.doe('onderzoek', 'stelIdentiteitVast', {
      datum: dag(p),
      document: toeval.kiesNaar({ identiteitskaart: 55, paspoort: 30, rijbewijs: 10, vreemdelingendocument: 5 }),
    })
  return !bestemming.startsWith('onderzoek-')
}

function rondAf(p: Pad): void {
  const { t, toeval } = p
  const antwoorden = Object.fromEntries(
    Object.entries(teksten.antwoorden).map(([vraag, keuzes]) => [vraag, toeval.kies(keuzes)]),
  )
  t.doe('onderzoek', 'rondOnderzoekAf', { datum: dag(p), antwoorden, verslag: toeval.kies(teksten.verslag) })
}

function advies(p: Pad): Advies {
  const { t, toeval, mens, bestemming } = p
  const anders = bestemming === 'afgewezen' && toeval.kiesNaar({ begeleiding: 50, voorliggend: 25, wlz: 25 })
  const gegeven: Advies = anders
    ? { uitkomst: anders }
    : mens.voorziening === 'mo'
      ? { uitkomst: 'opvang' }
      : { uitkomst: 'toekennen', product: toeval.kiesNaar(spreiding.product) }
  t.doe('advies', 'brengAdviesUit', {
    ...gegeven,
    motivering: toeval.kies(
      anders ? teksten.adviesAnders : mens.voorziening === 'mo' ? teksten.adviesOpvang : teksten.adviesToekennen,
    ),
    ...(gegeven.product && { waaromNietZelfstandig: toeval.kies(teksten.nietZelfstandig) }),
  })
  return gegeven
}

/** The centre looks at the advice of a regional municipality (DH 3.3.2). Null when the case stops here. */
function beoordeling(p: Pad, gegeven: Advies): Advies | null {
  const { t, toeval, bestemming } = p
  if (bestemming === 'beoordeling') {
    if (toeval.kans(50)) t.doe('beschikking', 'wijsToe', {})
    return null
  }
  t.verder(toeval.tussen(1, 6))
  if (!bestemming.startsWith('verschil') && !toeval.kans(25)) {
    t.doe('beschikking', 'neemAdviesOver', soms(p, 60, { toelichting: toeval.kies(teksten.overname) }))
    return gegeven
  }
  const standpunt: Advies =
    gegeven.uitkomst !== 'toekennen'
      ? { uitkomst: 'toekennen', product: 'wonen-basis' }
      : gegeven.product === 'wonen-basis'
        ? { uitkomst: 'begeleiding' }
        : { uitkomst: 'toekennen', product: 'wonen-basis' }
  const { uitkomst, ...product } = standpunt
  t.doe('beschikking', 'meldVerschil', { standpunt: uitkomst, ...product, motivering: toeval.kies(teksten.verschil) })
  if (bestemming === 'verschil-open') return null
  t.verder(toeval.tussen(1, 5))
  // The lot says how the case ends, so the reaction and the vote follow what leads there.
  const wilToekennen = bestemming !== 'afgewezen'
  const magVolgen = bestemming !== 'verschil-beantwoord' && wilToekennen === (standpunt.uitkomst === 'toekennen')
  const houdtVast = toeval.kans(80) || !magVolgen
  t.doe('advies', 'reageerOpVerschil', { houdtVast, motivering: toeval.kies(teksten.reactie) })
  if (!houdtVast) return standpunt
  if (bestemming === 'verschil-beantwoord') return null
  t.verder(toeval.tussen(1, 5))
  const gekozen = wilToekennen === (standpunt.uitkomst === 'toekennen') && toeval.kans(40) ? standpunt : gegeven
  t.doe('doorslaggevend-advies', 'beslisDoorslaggevend', { ...gekozen, motivering: toeval.kies(teksten.doorslag) })
  return gekozen
}

const afwijzingsgrond: Readonly<Record<string, string>> = {
  begeleiding: 'nietNodig',
  voorliggend: 'voorliggend',
  wlz: 'wlz',
}

function aanvraagEnBesluit(p: Pad, geldend: Advies): void {
  const { t, toeval, bestemming, mens } = p
  t.verder(toeval.tussen(1, 8))
  t.doe('beschikking', 'ontvangAanvraag', {
    datum: dag(p),
    vorm: toeval.kiesNaar({ verslag: 60, formulier: 30, brief: 10 }),
  })
  if (toeval.kans(65)) t.doe('beschikking', 'wijsToe', {})
  if (bestemming === 'besluit' || bestemming === 'besluit-te-laat') return
  // A pause of its own accord only where there is time left to end it.
  const even = toeval.kans(6) && t.heeftNog(25)
  if (bestemming === 'besluit-stil' || even) {
    t.verder(toeval.tussen(1, 5))
    const reden = toeval.kiesNaar({ aanvulling: 70, instemming: 30 })
    t.doe('beschikking', 'schortOp', {
      reden,
      ...(reden === 'aanvulling'
        ? { brief: dag(p), hersteltermijn: t.dag.add({ days: 21 }).toString() }
        : { van: dag(p) }),
      toelichting: toeval.kies(teksten.schortOp),
    })
    if (bestemming === 'besluit-stil') return
    t.verder(toeval.tussen(4, 14))
    t.doe('beschikking', 'hervat', { op: dag(p) })
  }
  t.verder(toeval.tussen(3, 11))
  const afgewezen = geldend.uitkomst !== 'toekennen' && geldend.uitkomst !== 'opvang'
  t.doe('beschikking', 'neemBesluit', {
    datum: dag(p),
    ...(afgewezen
      ? {
          uitkomst: 'afwijzen',
          grond: afwijzingsgrond[geldend.uitkomst] ?? 'anders',
          motivering: toeval.kies(teksten.besluitAfwijzen),
        }
      : {
          uitkomst: 'toekennen',
          product: mens.voorziening === 'mo' ? 'opvang' : geldend.product,
          ingangsdatum: dag(p),
          einddatum: t.dag.add({ years: mens.voorziening === 'mo' ? 1 : toeval.kies([1, 2, 3]) }).toString(),
          motivering: toeval.kies(teksten.besluitToekennen),
        }),
  })
  if (bestemming === 'bekendmaking') return
  t.verder(toeval.tussen(0, 1))
  t.doe('beschikking', 'maakBekend', {
    datum: dag(p),
    wijze: toeval.kiesNaar({ post: 55, digitaal: 40, uitgereikt: 5 }),
  })
}

function trekIn(p: Pad, taak: 'onderzoek' | 'beschikking'): void {
  p.t.verder(p.toeval.tussen(1, 9))
  p.t.doe(taak, 'trekIn', { datum: dag(p), reden: p.toeval.kies(teksten.intrekken) })
}

/** Waiting: contact now and then, perhaps a pause, and how it ends. `wacht`: days from the list to the place. */
export function loopWachtlijst(
  p: Pad,
  bij: { vandaag: Datum; laatste: Datum; wacht: number; geefPlek: (product: string, van: Datum) => string },
): void {
  const { t, toeval, bestemming } = p
  const vanaf = t.dag
  const einde =
    bestemming === 'geplaatst' || bestemming === 'van-lijst'
      ? vanaf.add({ days: bij.wacht })
      : bestemming === 'pauze'
        ? bij.laatste.subtract({ days: toeval.tussen(2, 30) })
        : bij.laatste
  contacten(p, vroegste(einde, bij.laatste))
  t.naar(einde)
  if (bestemming === 'pauze')
    t.doe(
      'wachtlijst',
      'pauzeer',
      { tot: bij.vandaag.add({ days: toeval.tussen(6, 60) }).toString(), reden: toeval.kies(teksten.pauze) },
      'plaatsing',
    )
  if (bestemming === 'van-lijst')
    t.doe(
      'wachtlijst',
      'haalVanLijst',
      {
        datum: dag(p),
        reden: toeval.kiesNaar({ elders: 60, wlz: 25, ingetrokken: 15 }),
        toelichting: toeval.kies(teksten.vanLijst),
      },
      'plaatsing',
    )
  if (bestemming === 'geplaatst') plaats(p, bij.geefPlek)
}

function contacten(p: Pad, tot: Datum): void {
  const { t, toeval } = p
  for (;;) {
    const volgende = t.dag.add({ days: toeval.tussen(32, 75) })
    if (Temporal.PlainDate.compare(volgende, tot) >= 0) return
    t.naar(volgende)
    t.doe('wachtlijst', 'legContactVast', { datum: dag(p), verslag: toeval.kies(teksten.wachtcontact) }, 'plaatsing')
    const hervatOp = t.dag.add({ days: toeval.tussen(10, 25) })
    if (!toeval.kans(4) || Temporal.PlainDate.compare(hervatOp, tot) >= 0) continue
    t.doe('wachtlijst', 'pauzeer', { tot: hervatOp.toString(), reden: toeval.kies(teksten.pauze) }, 'plaatsing')
    t.naar(hervatOp)
    t.doe('wachtlijst', 'hervatWachten', { toelichting: toeval.kies(teksten.hervat) }, 'plaatsing')
  }
}

function plaats(p: Pad, geefPlek: (product: string, van: Datum) => string): void {
  const { t, toeval } = p
  const besluit = t.zetten.find((z) => z.opdracht === 'neemBesluit')!
  t.doe(
    'plaatsing',
    'plaats',
    {
      plek: geefPlek(String(besluit.invoer['product']), t.dag),
      van: dag(p),
      akkoordAanbieder: toeval.kies(teksten.akkoord),
      akkoordOp: dag(p),
      motivering: toeval.kies(teksten.plaatsing),
    },
    'plaatsing',
  )
}

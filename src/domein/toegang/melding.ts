/** The process from melding to decision: its commands, and what follows from them elsewhere. */
import { behandeltOp, type Context, type Gebeurtenis, type Opdracht, proces, type Reactie } from '../proces.ts'
import type { Persoonsgegevens } from '../persoon/persoon.schema.ts'
import { volledigeNaam } from '../persoon/index.ts'
import { leidAf } from './afleiding.ts'
import { bevoegdIn } from './bevoegdheid.ts'
import * as advies from './opdrachten/advies.ts'
import * as besluit from './opdrachten/besluit.ts'
import { correctie } from './opdrachten/corrigeer.ts'
import { persoonscorrectie, volgtNaCorrectie } from './opdrachten/corrigeer-persoon.ts'
import * as dossier from './opdrachten/dossier.ts'
import { identiteit } from './opdrachten/identiteit.ts'
import * as intake from './opdrachten/intake.ts'
import { terugname } from './opdrachten/neem-terug.ts'
import * as onderzoek from './opdrachten/onderzoek.ts'
import * as stilzetten from './opdrachten/stilzetten.ts'
import { pasToe } from './pas-toe.ts'
import { rijen } from './rijen.ts'
import { beginMelding, type Melding } from './stand.ts'

const opdrachten: Record<string, Opdracht<Melding>> = {
  ontvang: intake.ontvang,
  registreer: intake.registratie,
  screen: intake.screening,
  stelIdentiteitVast: identiteit,
  wijsOpClientondersteuning: intake.clientondersteuning,
  startOnderzoek: onderzoek.start,
  ontvangPersoonlijkPlan: onderzoek.plan,
  rondOnderzoekAf: onderzoek.rondAf,
  brengAdviesUit: advies.advies,
  neemAdviesOver: advies.neemOver,
  meldVerschil: advies.verschil,
  reageerOpVerschil: advies.reactie,
  beslisDoorslaggevend: advies.doorslag,
  ontvangAanvraag: besluit.aanvraag,
  schortOp: stilzetten.stilzetten,
  hervat: stilzetten.hervatten,
  neemBesluit: besluit.besluit,
  maakBekend: besluit.bekendmaking,
  trekIn: besluit.intrekking,
  notitie: dossier.noteer,
  contactmoment: dossier.contact,
  voegBetrekkingToe: dossier.betrekkingErbij,
  regelTolk: dossier.tolk,
  wijsToe: dossier.toewijzing,
  voegDocumentToe: dossier.documentErbij,
  corrigeer: correctie,
  corrigeerPersoon: persoonscorrectie,
  neemTerug: terugname,
}

/** A granted provision puts the person on the waiting list; a report or its correction makes or completes the person (D5). */
function reacties(g: Gebeurtenis, m: Melding, ctx: Context): Reactie[] {
  if (g.soort === 'meldingOntvangen') {
    const { persoon } = g.inhoud ?? {}
    const bekend = ctx.register.persoon !== null
    return [
      {
        proces: 'persoon',
        id: m.persoon,
        nieuw: !bekend,
        opdracht: bekend ? 'werkBij' : 'legVast',
        invoer: {
          persoon,
          op: m.datum,
          nummer: m.nummer,
        },
      },
    ]
  }
  if (g.soort === 'gegevensGecorrigeerd') return volgtNaCorrectie(g, m, ctx)
  if (g.soort === 'bekendgemaakt' && m.besluit?.uitkomst === 'toekennen') {
    return [
      {
        proces: 'plaatsing',
        id: ctx.nieuwId(),
        nieuw: true,
        opdracht: 'zetOpLijst',
        invoer: {
          melding: ctx.stroom,
          nummer: m.nummer,
          naam: ctx.naam,
          persoon: m.persoon,
          voorziening: m.voorziening,
          product: m.besluit.product,
          doelgroep: m.doelgroep,
          herkomst: m.herkomst,
          woonplaats: m.woonplaats,
          gemeldBij: m.gemeldBij,
          herhaald: m.herhaald,
          spoed: m.spoed,
          besluitOp: m.besluit.datum,
          ingangsdatum: m.besluit.ingangsdatum,
          einddatum: m.besluit.einddatum,
          // Who lives in a place of this region already waits for another one, not for a first one.
          verhuiswens: m.eerderBw.some((p) => p.tot === null),
          behandelaars: m.toegang.filter((t) => behandeltOp(t, ctx.vandaag)).map((t) => t.organisatie),
        },
      },
    ]
  }
  return []
}

export const melding = proces<Melding>({
  soort: 'melding',
  meervoud: 'meldingen',
  begin: beginMelding,
  beginOpdracht: 'ontvang',
  opdrachten,
  pasToe,
  leidAf,
  bevoegd: bevoegdIn,
  naam: (m, inhoud) => {
    const nu = inhoud(m.gegevensIn)
    return nu ? volledigeNaam(nu['persoon'] as unknown as Persoonsgegevens) : 'Gewist'
  },
  reacties,
  rijen,
})

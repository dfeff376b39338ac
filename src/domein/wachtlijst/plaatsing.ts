/** The process from waiting list to place (DH 3.2.3): fold, who acts, and the rows of the lists. */
import type { Taak } from '../../convenant/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { RegioAfspraken } from '../afspraken.ts'
import { alsTekst, type Afgeleid, proces, type RijContext, type Rijen } from '../proces.ts'
import { bevoegdBij, strijdig } from '../toegang/index.ts'
import { toegangsrijen } from '../toegangsrijen.ts'
import { opdrachten } from './opdrachten.ts'
import { pasToe } from './pas-toe.ts'
import { herstelReacties } from './terugnemen.ts'
import { beginPlaatsing, type Plaatsing, stapOp } from './stand.ts'

const wacht = (p: Plaatsing): boolean => p.stap === 'wachtend' || p.stap === 'pauze'
const taakNu = (p: Plaatsing, op: Datum): Taak | null =>
  wacht(p) ? (stapOp(p, op) === 'pauze' ? 'wachtlijst' : 'plaatsing') : null

/** Who does a task for this person: the case's own facts decide, as they did for the decision. */
export const bevoegd = (p: Plaatsing, taak: Taak, afspraken: RegioAfspraken, op: Datum): Uitkomst<string> =>
  bevoegdBij({ ...p, nu: taakNu(p, op), adviseur: null }, taak, afspraken, op)

function leidAf(p: Plaatsing, afspraken: RegioAfspraken, op: Datum): Afgeleid {
  const taak = taakNu(p, op)
  if (!taak) return { aanZet: null, termijnen: [], letOp: [] }
  const wie = bevoegd(p, taak, afspraken, op)
  return {
    aanZet: { taak, wie, slug: wie.soort === 'bepaald' ? wie.waarde : p.houder, strijdig: strijdig(wie) },
    termijnen: [],
    letOp: [],
  }
}

function rijen(p: Plaatsing, afgeleid: Afgeleid, ctx: RijContext): Rijen {
  const sleutel = { regio: ctx.regio, id: ctx.stroom }
  const gedeeld = {
    nummer: p.nummer,
    naam: ctx.naam,
    persoon: p.persoon,
    voorziening: p.voorziening,
    spoed: p.spoed,
  }
  return {
    werkrij: [
      {
        ...sleutel,
        ...gedeeld,
        soort: 'plaatsing',
        stap: stapOp(p, ctx.afgeleidOp),
        open: wacht(p),
        aan_zet: afgeleid.aanZet ? ctx.organisatieId(afgeleid.aanZet.slug) : null,
        taak: afgeleid.aanZet?.taak ?? null,
        termijn: null,
        termijn_code: null,
        stilgezet_sinds: null,
        begonnen_op: p.besluitOp,
        tolk: false,
        behandelaar: null,
        strijdig: afgeleid.aanZet?.strijdig ?? null,
        afgeleid_op: ctx.afgeleidOp.toString(),
        afspraken: ctx.afspraken,
      },
    ],
    wachtrij: [
      {
        ...sleutel,
        ...gedeeld,
        // With the day the pause ends: the list reads both, and needs no night to notice.
        stap: p.stap,
        pauze_tot: p.pauzeTot,
        melding: p.melding,
        product: p.product,
        herkomst: p.herkomst,
        doelgroep: p.doelgroep,
        verhuiswens: p.verhuiswens,
        sinds: p.besluitOp,
        laatste_contact: p.laatsteContact,
      },
    ],
    bezetting: [
      ...(p.plek && p.van ? [{ plek: p.plek, periode: `[${p.van},${p.tot ?? ''})` }] : []),
      // A place that was given by mistake: no day of it, so nobody is in the way there.
      ...(p.vrijgegeven ?? []).flatMap((plek) => (plek === p.plek ? [] : [{ plek, periode: 'empty' }])),
    ].map((b) => ({ ...b, regio: ctx.regio, bron: ctx.stroom })),
    zaak_toegang: toegangsrijen(p.toegang, [ctx.stroom, p.persoon], ctx),
  }
}

export const plaatsing = proces<Plaatsing>({
  soort: 'plaatsing',
  meervoud: 'plaatsingen',
  begin: beginPlaatsing,
  beginOpdracht: 'zetOpLijst',
  opdrachten,
  pasToe,
  leidAf,
  bevoegd,
  naam: (_p, inhoud) => alsTekst(inhoud(1)?.['naam']) || 'Gewist',
  // One person lives in one place of the region: a new one ends the stay in the other (D5).
  reacties: (g, p, ctx) =>
    g.soort === 'stapTeruggenomen'
      ? herstelReacties(g.feiten['verlaten'])
      : g.soort === 'geplaatst'
        ? ctx.register.verblijven.map(({ id }) => ({
            proces: 'plaatsing',
            id,
            nieuw: false,
            opdracht: 'eindigVerblijf',
            invoer: { tot: p.van },
          }))
        : [],
  rijen,
})

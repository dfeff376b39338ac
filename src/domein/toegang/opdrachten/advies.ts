/** Advice, taking it over, difference of view and the centre's decisive vote (DH 3.3.2). */
import { Weigering, weiger } from '../../../kern/weigering.ts'
import { type Context, type Gebeurtenis, opdracht } from '../../proces.ts'
import { bevoegde, geval } from '../bevoegdheid.ts'
import {
  beslisDoorslaggevend,
  brengAdviesUit,
  meldVerschil,
  neemAdviesOver,
  reageerOpVerschil,
} from '../melding.schema.ts'
import type { Melding } from '../stand.ts'
import { alleenBij } from './alleen-bij.ts'

/** Who decides after the advice; without an answer the case stays with whoever holds it (D2). */
const beslisser = (m: Melding, ctx: Context): string => {
  const uitkomst = bevoegde(ctx.afspraken, ctx.vandaag, geval(m, 'beschikking'))
  return uitkomst.soort === 'bepaald' ? uitkomst.waarde : m.houder
}

export const advies = opdracht<Melding, typeof brengAdviesUit>({
  titel: 'Advies uitbrengen',
  schema: brengAdviesUit,
  bevoegd: { taak: 'advies' },
  taak: true,
  kan: (m) =>
    m.stap === 'onderzoek' || m.stap === 'screening' || m.stap === 'registratie'
      ? new Weigering('TOEGANG_ONDERZOEK_NIET_AF')
      : alleenBij('advies')(m),
  klaar: (m) => m.advies !== null,
  decideer: (m, a, ctx): Gebeurtenis[] => {
    eisUitkomst(m, 'uitkomst', a.uitkomst, a.product)
    const naar = beslisser(m, ctx)
    const toegang =
      naar === ctx.partij.slug
        ? []
        : [
            {
              organisatie: naar,
              niveau: 'behandelen',
              grond: 'beslist op de aanvraag',
              van: ctx.vandaag.toString(),
              tot: null,
            },
          ]
    return [
      {
        soort: 'adviesUitgebracht',
        geldigOp: ctx.vandaag,
        feiten: {
          uitkomst: a.uitkomst,
          product: a.product ?? null,
          door: ctx.partij.slug,
          naar,
          toegang: toegang,
        },
        inhoud: {
          motivering: a.motivering,
          ...(a.waaromNietZelfstandig && { waaromNietZelfstandig: a.waaromNietZelfstandig }),
        },
      },
    ]
  },
})

/** Advice must be about the provision that was asked for: a bed in the shelter is no product of BW. */
function eisUitkomst(m: Melding, veld: string, uitkomst: string, product: string | undefined): void {
  if (uitkomst !== 'toekennen') return
  if (m.voorziening === 'mo')
    weigerVeld(veld, 'Dit is een melding voor opvang. Kies "opvang toekennen" of een andere uitkomst.')
  if (product === 'opvang') weigerVeld('product', 'Kies een product van beschermd wonen.')
}

function weigerVeld(veld: string, melding: string): never {
  return weiger('INVOER_ONJUIST', {}, { velden: [{ veld, melding }] })
}

export const neemOver = opdracht<Melding, typeof neemAdviesOver>({
  titel: 'Advies overnemen',
  schema: neemAdviesOver,
  bevoegd: { taak: 'beschikking' },
  taak: true,
  kan: alleenBij('beoordeling'),
  klaar: (m) => m.overgenomen === true,
  decideer: (_m, { toelichting }, ctx) => [
    {
      soort: 'adviesOvergenomen',
      geldigOp: ctx.vandaag,
      feiten: { door: ctx.partij.slug },
      ...(toelichting && { inhoud: { toelichting } }),
    },
  ],
})

export const verschil = opdracht<Melding, typeof meldVerschil>({
  titel: 'Verschil van inzicht melden',
  schema: meldVerschil,
  bevoegd: { taak: 'beschikking' },
  kan: alleenBij('beoordeling'),
  klaar: (m) => m.verschil !== null,
  decideer: (m, v, ctx) => {
    eisUitkomst(m, 'standpunt', v.standpunt, v.product)
    if (m.advies?.uitkomst === v.standpunt && m.advies.product === (v.product ?? null))
      weigerVeld('standpunt', 'Dit is hetzelfde als het advies. Neem het advies over of kies iets anders.')
    return [
      {
        soort: 'verschilGemeld',
        geldigOp: ctx.vandaag,
        feiten: { standpunt: v.standpunt, product: v.product ?? null, door: ctx.partij.slug },
        inhoud: { motivering: v.motivering },
      },
    ]
  },
})

export const reactie = opdracht<Melding, typeof reageerOpVerschil>({
  titel: 'Reageren op het verschil van inzicht',
  schema: reageerOpVerschil,
  bevoegd: { taak: 'advies' },
  kan: (m) => alleenBij('verschil')(m) ?? (m.verschil?.beantwoord ? new Weigering('VERSCHIL_AL_BEANTWOORD') : null),
  klaar: (m) => m.verschil?.beantwoord === true,
  decideer: (_m, { houdtVast, motivering }, ctx) => [
    {
      soort: 'verschilBeantwoord',
      geldigOp: ctx.vandaag,
      feiten: { houdtVast, door: ctx.partij.slug },
      inhoud: { motivering },
    },
  ],
})

/** Both positions, the reasons, who decided and when are all kept: the record DH 3.3.2 asks for. */
export const doorslag = opdracht<Melding, typeof beslisDoorslaggevend>({
  titel: 'Doorslaggevende stem uitbrengen',
  schema: beslisDoorslaggevend,
  bevoegd: { taak: 'doorslaggevend-advies' },
  kan: (m) => alleenBij('verschil')(m) ?? (m.voorziening === 'bw' ? null : new Weigering('VERSCHIL_ALLEEN_BIJ_BW')),
  klaar: (m) => m.doorslag !== null,
  decideer: (m, d, ctx) => {
    if (m.voorziening !== 'bw') weiger('VERSCHIL_ALLEEN_BIJ_BW')
    eisUitkomst(m, 'uitkomst', d.uitkomst, d.product)
    // The other is heard first; a silence must not hold the client's case for ever, so it can be explained.
    if (!m.verschil?.beantwoord && !d.zonderReactie)
      weigerVeld(
        'zonderReactie',
        'De gemeente die adviseerde, reageerde nog niet. Wacht op de reactie, of schrijf op waarom je daar niet op wacht.',
      )
    return [
      {
        soort: 'doorslaggevendBeslist',
        geldigOp: ctx.vandaag,
        feiten: { uitkomst: d.uitkomst, product: d.product ?? null, door: ctx.partij.slug },
        inhoud: { motivering: d.motivering, ...(d.zonderReactie && { zonderReactie: d.zonderReactie }) },
      },
    ]
  },
})

/** What a region decides about its covenant, and the evidence that it keeps it (D6, D7, ux 2.14). */
import type { z } from 'zod'
import { type Besluit, besluitSchema, keurBesluit, plichten } from '../../convenant/index.ts'
import { type Datum, datum, schrijfDatum, voor, vroegste } from '../../kern/datum.ts'
import { type Veldfout, Weigering, weiger } from '../../kern/weigering.ts'
import { boekOp } from '../afspraken.ts'
import { type Context, type Gebeurtenis, type Json, type Opdracht, opdracht, type Toegang } from '../proces.ts'
import {
  legAddendumVast,
  legTariefVast,
  legVerlengingVast,
  stelUitlegVast,
  trekBesluitIn,
  trekBewijsIn,
  voegBewijsToe,
} from './bestuur.schema.ts'
import type { Besluitenlijst } from './stand.ts'

/** Who keeps the agreements of a region: the co-ordinator, and the jurist beside them (ux 2.14). */
export const BEHEERDERS = { rollen: ['regiocoordinator', 'jurist'], werk: 'besluiten van de regio vastleggen' } as const
export const magVastleggen = (rol: string): boolean => BEHEERDERS.rollen.some((r) => r === rol)

const weigerVelden = (velden: readonly Veldfout[]): void => {
  if (velden.length) throw new Weigering('INVOER_ONJUIST', {}, { velden })
}

/** Every party of the region reads and keeps this list; whoever joined since is added. */
function metToegang(stand: Besluitenlijst, ctx: Context): { toegang?: Json } {
  const { partijen } = boekOp(ctx.afspraken, ctx.vandaag).laatste
  const nieuw = [...new Set([...partijen, ctx.partij.slug])].filter(
    (slug) => !stand.toegang.some((t) => t.organisatie === slug),
  )
  const toegang = nieuw.map((organisatie): Toegang => ({
    organisatie,
    niveau: 'behandelen',
    grond: 'beheert het register',
    van: ctx.vandaag.toString(),
    tot: null,
  }))
  return toegang.length ? { toegang } : {}
}

/** The words of a decision are part of what later outcomes rest on, so they are facts and never erased. */
function legVast(
  stand: Besluitenlijst,
  soort: Besluit['soort'],
  { tekst = '', ...velden }: { versie: string; besloten: string; tekst?: string | undefined; [veld: string]: unknown },
  ctx: Context,
): Gebeurtenis[] {
  const besluit = { id: ctx.nieuwId(), soort, regio: ctx.afspraken.regio, ...velden }
  const ingevuld = Object.fromEntries(Object.entries(besluit).filter(([, v]) => v !== undefined))
  weigerVelden(keurBesluit(besluitSchema.parse(ingevuld), ctx.afspraken.afspraken, ctx.vandaag))
  return [
    {
      soort: 'besluitVastgelegd',
      geldigOp: datum(velden.besloten),
      feiten: {
        besluit: ingevuld,
        tekst,
        door: ctx.gebruiker,
        op: ctx.vandaag.toString(),
        ...metToegang(stand, ctx),
      },
    },
  ]
}

/** A decision of this kind, with the fields of its schema. */
const besluitVan = (
  titel: string,
  soort: Besluit['soort'],
  schema: z.ZodType<{ versie: string; besloten: string; tekst?: string | undefined }>,
): Opdracht<Besluitenlijst> =>
  opdracht<Besluitenlijst, typeof schema>({
    titel,
    schema,
    bevoegd: BEHEERDERS,
    decideer: (stand, invoer, ctx) => legVast(stand, soort, invoer, ctx),
  })

const trekIn = opdracht<Besluitenlijst, typeof trekBesluitIn>({
  titel: 'Een besluit intrekken dat een vergissing was',
  schema: trekBesluitIn,
  bevoegd: BEHEERDERS,
  decideer: (stand, { besluit, reden }, ctx) => {
    const gevonden = stand.besluiten.find((b) => b.besluit.id === besluit)
    if (!gevonden) weigerVelden([{ veld: 'besluit', melding: 'Dit besluit is hier niet vastgelegd.' }])
    eisNietIngetrokken(gevonden?.ingetrokken)
    return [ingetrokken('besluitIngetrokken', { besluit, reden }, ctx)]
  },
})

const bewijsErbij = opdracht<Besluitenlijst, typeof voegBewijsToe>({
  titel: 'Bewijs bij een plicht vastleggen',
  schema: voegBewijsToe,
  bevoegd: BEHEERDERS,
  decideer: (stand, { plicht, op, wat, soort, gemeente, link }, ctx) => {
    eisBewijsdag(datum(op), ctx)
    const gekozen = plichten(boekOp(ctx.afspraken, ctx.vandaag)).find((p) => p.id === plicht)
    if (
      gekozen?.wie.length &&
      (gemeente === undefined ? gekozen.ieder && soort === 'bewijs' : !gekozen.wie.includes(gemeente))
    )
      weigerVelden([{ veld: 'gemeente', melding: `Kies van welke gemeente dit is: ${gekozen.wie.join(', ')}.` }])
    if (!gekozen)
      weigerVelden([{ veld: 'plicht', melding: 'Deze plicht staat niet in het convenant. Kies er een uit de lijst.' }])
    return [
      {
        soort: 'bewijsToegevoegd',
        geldigOp: datum(op),
        feiten: {
          id: ctx.nieuwId(),
          plicht,
          op,
          wat,
          soort,
          link: link ?? null,
          ...(gemeente !== undefined && { gemeente }),
          door: ctx.gebruiker,
          ...metToegang(stand, ctx),
        },
      },
    ]
  },
})

const bewijsEraf = opdracht<Besluitenlijst, typeof trekBewijsIn>({
  titel: 'Bewijs intrekken dat een vergissing was',
  schema: trekBewijsIn,
  bevoegd: BEHEERDERS,
  decideer: (stand, { bewijs, reden }, ctx) => {
    const gevonden = stand.bewijs.find((b) => b.id === bewijs)
    if (!gevonden) weigerVelden([{ veld: 'bewijs', melding: 'Dit bewijs is hier niet vastgelegd.' }])
    eisNietIngetrokken(gevonden?.ingetrokken)
    return [ingetrokken('bewijsIngetrokken', { bewijs, reden }, ctx)]
  },
})

/** Before the first version of the region there was nothing to keep. */
function eisBewijsdag(op: Datum, { vandaag, afspraken: { regio, afspraken } }: Context): void {
  if (voor(vandaag, op)) weigerVelden([{ veld: 'op', melding: 'De dag van het bewijs moet vandaag of eerder zijn.' }])
  const begin = afspraken.convenanten
    .filter((c) => c.id === regio)
    .map((c) => c.ingang)
    .reduce(vroegste)
  if (voor(op, begin))
    weigerVelden([
      {
        veld: 'op',
        melding: `De dag van het bewijs ligt vóór het begin van het convenant (${schrijfDatum(begin)}).`,
      },
    ])
}

function eisNietIngetrokken(al: { op: string } | null | undefined): void {
  if (al) weiger('BESLUIT_INGETROKKEN', { datum: schrijfDatum(datum(al.op)) })
}

const ingetrokken = (soort: string, feiten: { [veld: string]: Json }, ctx: Context): Gebeurtenis => ({
  soort,
  geldigOp: ctx.vandaag,
  feiten: { ...feiten, door: ctx.gebruiker, op: ctx.vandaag.toString() },
})

export const opdrachten: Record<string, Opdracht<Besluitenlijst>> = {
  stelUitlegVast: besluitVan('Een uitleg vaststellen', 'vastgestelde-uitleg', stelUitlegVast),
  legVerlengingVast: besluitVan('Een verlenging vastleggen', 'verlenging', legVerlengingVast),
  legTariefVast: besluitVan('Een tarief vastleggen', 'tarief', legTariefVast),
  legAddendumVast: besluitVan('Een addendum vastleggen', 'addendum', legAddendumVast),
  trekBesluitIn: trekIn,
  voegBewijsToe: bewijsErbij,
  trekBewijsIn: bewijsEraf,
}

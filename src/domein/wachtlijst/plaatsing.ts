/** From the waiting list to a place (DH 3.2.3): waiting, pausing, contact, placing, leaving the list. */
import { z } from 'zod'
import type { Taak } from '../../convenant/index.ts'
import { type Datum, datum, schrijfDatum, voor } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import { Weigering, weiger } from '../../kern/weigering.ts'
import type { RegioAfspraken } from '../afspraken.ts'
import { eisDatums } from '../datumregels.ts'
import {
  type Afgeleid,
  type Gebeurtenis,
  type Opdracht,
  opdracht,
  proces,
  type RijContext,
  type Rijen,
  type Toegang,
} from '../proces.ts'
import { producten } from '../toegang/melding.schema.ts'
import { bevoegde, geval } from '../toegang/index.ts'
import { plaatsingstappen, type Plaatsingstap } from './plaatsing.schema.ts'
import { haalVanLijst, hervatWachten, legContactVast, pauzeer, plaats } from './plaatsing.schema.ts'

export type Plaatsing = {
  stap: Plaatsingstap | 'nieuw'
  melding: string
  nummer: string
  persoon: string
  voorziening: 'bw' | 'mo'
  product: string
  doelgroep: string
  herkomst: string
  woonplaats: string
  gemeldBij: string
  herhaald: boolean
  spoed: boolean
  verhuiswens: boolean
  besluitOp: string
  ingangsdatum: string
  houder: string
  laatsteContact: string | null
  pauzeTot: string | null
  plek: string | null
  /** Stay in the place: what the 365 days rule reads; `tot` stays null while someone lives there. */
  van: string | null
  tot: string | null
  toegang: Toegang[]
}

const begin: Plaatsing = {
  stap: 'nieuw',
  melding: '',
  nummer: '',
  persoon: '',
  voorziening: 'bw',
  product: '',
  doelgroep: '',
  herkomst: '',
  woonplaats: '',
  gemeldBij: '',
  herhaald: false,
  spoed: false,
  verhuiswens: false,
  besluitOp: '',
  ingangsdatum: '',
  houder: '',
  laatsteContact: null,
  pauzeTot: null,
  plek: null,
  van: null,
  tot: null,
  toegang: [],
}

const opLijst = z.strictObject({
  melding: z.uuid(),
  nummer: z.string(),
  naam: z.string(),
  persoon: z.uuid(),
  voorziening: z.enum(['bw', 'mo']),
  product: z.enum(Object.keys(producten)),
  doelgroep: z.string(),
  herkomst: z.string(),
  woonplaats: z.string(),
  gemeldBij: z.string(),
  herhaald: z.boolean(),
  spoed: z.boolean(),
  besluitOp: z.iso.date(),
  ingangsdatum: z.iso.date(),
  behandelaars: z.array(z.string()),
  verhuiswens: z.boolean().default(false),
})

/** Who does a task for this person: the case's own facts decide, as they did for the decision. */
const bevoegd = (p: Plaatsing, taak: Taak, afspraken: RegioAfspraken, op: Datum): Uitkomst<string> =>
  bevoegde(afspraken, op, geval(p, taak))

const staatOp =
  (...bij: Plaatsingstap[]) =>
  (p: Plaatsing): Weigering | null =>
    p.stap !== 'nieuw' && bij.includes(p.stap)
      ? null
      : new Weigering('STAP_PAST_NIET', { stap: p.stap === 'nieuw' ? 'Nieuw' : plaatsingstappen[p.stap] })

const zetOpLijst = opdracht<Plaatsing, typeof opLijst>({
  titel: 'Op de wachtlijst zetten',
  schema: opLijst,
  bevoegd: 'betrokken',
  decideer: (_p, { behandelaars, naam, ...f }, ctx) => {
    const wie = bevoegde(ctx.afspraken, ctx.vandaag, geval({ ...f, voorziening: f.voorziening }, 'plaatsing'))
    const houder = wie.soort === 'bepaald' ? wie.waarde : ctx.partij.slug
    const van = ctx.vandaag.toString()
    const toegang = [...new Set([houder, ctx.partij.slug, ...behandelaars])].map((organisatie) => ({
      organisatie,
      niveau: organisatie === houder || organisatie === ctx.partij.slug ? ('behandelen' as const) : ('lezen' as const),
      grond: organisatie === houder ? 'plaatst de cliënt' : 'behandelde de melding',
      van,
      tot: null,
    }))
    return [
      {
        soort: 'opWachtlijst',
        geldigOp: datum(f.besluitOp),
        feiten: { ...f, houder, toegang, door: ctx.partij.slug },
        inhoud: { naam },
      },
    ]
  },
})

const plaatsen = opdracht<Plaatsing, typeof plaats>({
  titel: 'Plek kiezen en plaatsen',
  schema: plaats,
  bevoegd: { taak: 'plaatsing' },
  taak: true,
  vraagt: ({ plek, van }) => ({ plek: { id: plek, op: van } }),
  kan: staatOp('wachtend', 'pauze'),
  klaar: (p) => p.stap === 'geplaatst',
  decideer: (p, invoer, ctx) => {
    const { plek } = ctx.register
    eisDatums(
      { veld: 'akkoordOp', label: 'De datum van het akkoord', waarde: invoer.akkoordOp, vandaag: ctx.vandaag },
      {
        veld: 'van',
        label: 'De datum waarop de cliënt er gaat wonen',
        waarde: invoer.van,
        nietVoor: { dag: datum(p.besluitOp), wat: 'het besluit' },
      },
    )
    if (!plek)
      throw new Weigering(
        'INVOER_ONJUIST',
        {},
        { velden: [{ veld: 'plek', melding: 'Deze plek bestaat niet. Kies een plek uit de lijst.' }] },
      )
    if (plek.product !== p.product) weiger('WACHTLIJST_PLEK_PAST_NIET', { reden: 'het is een ander product' })
    if (!plek.vrij) weiger('WACHTLIJST_PLEK_BEZET', { datum: schrijfDatum(datum(invoer.van)) })
    return [
      {
        soort: 'geplaatst',
        geldigOp: datum(invoer.van),
        feiten: {
          plek: plek.id,
          locatie: plek.locatie,
          van: invoer.van,
          akkoordOp: invoer.akkoordOp,
          door: ctx.partij.slug,
        },
        inhoud: { motivering: invoer.motivering, akkoordAanbieder: invoer.akkoordAanbieder },
      },
    ]
  },
})

const pauzeren = opdracht<Plaatsing, typeof pauzeer>({
  titel: 'Tijdelijk geen voorstel',
  schema: pauzeer,
  bevoegd: { taak: 'wachtlijst' },
  kan: staatOp('wachtend'),
  decideer: (_p, { tot, reden }, ctx) => {
    if (!voor(ctx.vandaag, datum(tot)))
      throw new Weigering(
        'INVOER_ONJUIST',
        {},
        { velden: [{ veld: 'tot', melding: `Tot wanneer moet na ${schrijfDatum(ctx.vandaag)} zijn.` }] },
      )
    return [{ soort: 'gepauzeerd', geldigOp: ctx.vandaag, feiten: { tot, door: ctx.partij.slug }, inhoud: { reden } }]
  },
})

const hervatten = opdracht<Plaatsing, typeof hervatWachten>({
  titel: 'Weer voorstellen doen',
  schema: hervatWachten,
  bevoegd: { taak: 'wachtlijst' },
  kan: staatOp('pauze'),
  decideer: (_p, { toelichting }, ctx) => [
    {
      soort: 'wachtenHervat',
      geldigOp: ctx.vandaag,
      feiten: { door: ctx.partij.slug },
      ...(toelichting && { inhoud: { toelichting } }),
    },
  ],
})

const contact = opdracht<Plaatsing, typeof legContactVast>({
  titel: 'Contact met de cliënt vastleggen',
  schema: legContactVast,
  bevoegd: { taak: 'wachtlijst' },
  kan: staatOp('wachtend', 'pauze'),
  decideer: (p, { datum: op, verslag }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum van het contact',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(p.besluitOp), wat: 'het besluit' },
    })
    return [
      { soort: 'contactGehad', geldigOp: datum(op), feiten: { datum: op, door: ctx.partij.slug }, inhoud: { verslag } },
    ]
  },
})

const vanDeLijst = opdracht<Plaatsing, typeof haalVanLijst>({
  titel: 'Van de wachtlijst halen',
  schema: haalVanLijst,
  bevoegd: { taak: 'wachtlijst' },
  kan: staatOp('wachtend', 'pauze'),
  decideer: (p, { datum: op, reden, toelichting }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(p.besluitOp), wat: 'het besluit' },
    })
    return [
      {
        soort: 'vanLijstGehaald',
        geldigOp: datum(op),
        feiten: { reden, door: ctx.partij.slug },
        ...(toelichting && { inhoud: { toelichting } }),
      },
    ]
  },
})

const opdrachten: Record<string, Opdracht<Plaatsing>> = {
  zetOpLijst,
  plaats: plaatsen,
  pauzeer: pauzeren,
  hervatWachten: hervatten,
  legContactVast: contact,
  haalVanLijst: vanDeLijst,
}

function pasToe(p: Plaatsing, g: Gebeurtenis): Plaatsing {
  const f = g.feiten as unknown as { door: string; plek: string; van: string; tot: string; datum: string }
  switch (g.soort) {
    case 'opWachtlijst': {
      const { door: _door, ...feiten } = f
      return { ...p, ...(feiten as unknown as Partial<Plaatsing>), stap: 'wachtend' }
    }
    case 'geplaatst':
      return { ...p, stap: 'geplaatst', plek: f.plek, van: f.van, pauzeTot: null }
    case 'gepauzeerd':
      return { ...p, stap: 'pauze', pauzeTot: f.tot }
    case 'wachtenHervat':
      return { ...p, stap: 'wachtend', pauzeTot: null }
    case 'contactGehad':
      return { ...p, laatsteContact: f.datum }
    case 'vanLijstGehaald':
      return { ...p, stap: 'vanLijst', pauzeTot: null }
    default:
      throw new Error(`Onbekende gebeurtenis bij een plaatsing: ${g.soort}`)
  }
}

const wacht = (p: Plaatsing): boolean => p.stap === 'wachtend' || p.stap === 'pauze'

function leidAf(p: Plaatsing, afspraken: RegioAfspraken, op: Datum): Afgeleid {
  if (!wacht(p)) return { aanZet: null, termijnen: [], letOp: [] }
  const taak = p.stap === 'pauze' ? 'wachtlijst' : 'plaatsing'
  const wie = bevoegd(p, taak, afspraken, op)
  return { aanZet: { taak, wie, slug: wie.soort === 'bepaald' ? wie.waarde : p.houder }, termijnen: [], letOp: [] }
}

function rijen(p: Plaatsing, afgeleid: Afgeleid, ctx: RijContext): Rijen {
  const sleutel = { regio: ctx.regio, id: ctx.stroom }
  const gedeeld = {
    nummer: p.nummer,
    naam: ctx.naam,
    persoon: p.persoon,
    voorziening: p.voorziening,
    spoed: p.spoed,
    stap: p.stap,
  }
  return {
    werkrij: [
      {
        ...sleutel,
        ...gedeeld,
        soort: 'plaatsing',
        open: wacht(p),
        aan_zet: afgeleid.aanZet ? ctx.organisatieId(afgeleid.aanZet.slug) : null,
        taak: afgeleid.aanZet?.taak ?? null,
        termijn: null,
        termijn_code: null,
        stilgezet_sinds: null,
        begonnen_op: p.besluitOp,
        tolk: false,
        behandelaar: null,
        afgeleid_op: ctx.afgeleidOp.toString(),
      },
    ],
    wachtrij: [
      {
        ...sleutel,
        ...gedeeld,
        melding: p.melding,
        product: p.product,
        herkomst: p.herkomst,
        doelgroep: p.doelgroep,
        verhuiswens: p.verhuiswens,
        sinds: p.besluitOp,
        laatste_contact: p.laatsteContact,
      },
    ],
    bezetting:
      p.plek && p.van
        ? [{ regio: ctx.regio, plek: p.plek, bron: ctx.stroom, periode: `[${p.van},${p.tot ?? ''})` }]
        : [],
    zaak_toegang: p.toegang.flatMap((t) =>
      [ctx.stroom, p.persoon].map((zaak) => ({
        regio: ctx.regio,
        zaak,
        organisatie: ctx.organisatieId(t.organisatie),
        via: ctx.stroom,
        niveau: t.niveau,
        grond: t.grond,
        van: t.van,
        tot: t.tot,
      })),
    ),
  }
}

export const plaatsing = proces<Plaatsing>({
  soort: 'plaatsing',
  meervoud: 'plaatsingen',
  begin,
  beginOpdracht: 'zetOpLijst',
  opdrachten,
  pasToe,
  leidAf,
  bevoegd,
  naam: (inhoud) => (inhoud ? String(inhoud['naam']) : 'Gewist'),
  reacties: () => [],
  rijen,
})

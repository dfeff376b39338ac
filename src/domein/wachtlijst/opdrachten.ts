/** What can be done with someone on the waiting list: place, pause, contact, take off (DH 3.2.3). */
import { z } from 'zod'
import { datum, schrijfDatum, voor } from '../../kern/datum.ts'
import { Weigering, weiger } from '../../kern/weigering.ts'
import { eisDatums } from '../datumregels.ts'
import { type Opdracht, opdracht } from '../proces.ts'
import { bevoegde, geval } from '../toegang/index.ts'
import { producten } from '../toegang/melding.schema.ts'
import {
  haalVanLijst,
  hervatWachten,
  legContactVast,
  legVertrekVast,
  pauzeer,
  plaats,
  plaatsingstappen,
  type Plaatsingstap,
} from './plaatsing.schema.ts'
import { herstelVerblijf, terugname } from './terugnemen.ts'
import type { Plaatsing } from './stand.ts'

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
  einddatum: z.iso.date(),
  behandelaars: z.array(z.string()),
  verhuiswens: z.boolean().default(false),
})

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
  vraagt: ({ plek, van }, p) => ({ plek: { id: plek, op: van }, verblijven: p.persoon }),
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
        // A place follows from what was granted: within those days (D6). The last day lies before the end.
        nietVoor:
          p.ingangsdatum < p.besluitOp
            ? { dag: datum(p.besluitOp), wat: 'het besluit' }
            : { dag: datum(p.ingangsdatum), wat: 'de ingangsdatum van het besluit' },
        nietNa: { dag: datum(p.einddatum).subtract({ days: 1 }), wat: 'de laatste dag van het besluit' },
      },
    )
    // Whoever moves leaves the other place that day; a stay ends after it began.
    const nu = ctx.register.verblijven.find((v) => v.van >= invoer.van)
    if (nu)
      weiger(
        'INVOER_ONJUIST',
        {},
        {
          velden: [
            {
              veld: 'van',
              melding: `De cliënt woont vanaf ${schrijfDatum(datum(nu.van))} in een andere plek. Kies een latere dag.`,
            },
          ],
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
          // The stays this one ends; they run on again if it is taken back.
          verlaten: ctx.register.verblijven.map((v) => v.id),
          door: ctx.partij.slug,
        },
        inhoud: { motivering: invoer.motivering, akkoordAanbieder: invoer.akkoordAanbieder },
      },
    ]
  },
})

const verhuisd = z.strictObject({ tot: z.iso.date() })

/** Follows from a new place: the stay in this one ends the day the other begins. */
const eindigVerblijf = opdracht<Plaatsing, typeof verhuisd>({
  titel: 'Verblijf beëindigen',
  schema: verhuisd,
  bevoegd: 'betrokken',
  kan: staatOp('geplaatst'),
  decideer: (_p, { tot }, ctx) => [{ soort: 'verhuisd', geldigOp: datum(tot), feiten: { tot, door: ctx.partij.slug } }],
})

const vertrek = opdracht<Plaatsing, typeof legVertrekVast>({
  titel: 'Vertrek vastleggen',
  schema: legVertrekVast,
  bevoegd: { taak: 'plaatsing' },
  kan: staatOp('geplaatst'),
  decideer: (p, { tot, bestemming, toelichting }, ctx) => {
    // Only what happened: from this day the place is another's, and the past of the client is counted by it.
    eisDatums({
      veld: 'tot',
      label: 'De dag van vertrek',
      waarde: tot,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(p.van!).add({ days: 1 }), wat: 'de tweede dag van het verblijf' },
    })
    return [
      {
        soort: 'vertrokken',
        geldigOp: datum(tot),
        feiten: { tot, bestemming, door: ctx.partij.slug },
        ...(toelichting && { inhoud: { toelichting } }),
      },
    ]
  },
})

const pauzeren = opdracht<Plaatsing, typeof pauzeer>({
  titel: 'Tijdelijk geen voorstel',
  schema: pauzeer,
  bevoegd: { taak: 'wachtlijst' },
  // A pause may be made longer, also after it has ended.
  kan: staatOp('wachtend', 'pauze'),
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

export const opdrachten: Record<string, Opdracht<Plaatsing>> = {
  zetOpLijst,
  plaats: plaatsen,
  eindigVerblijf,
  legVertrekVast: vertrek,
  pauzeer: pauzeren,
  hervatWachten: hervatten,
  legContactVast: contact,
  haalVanLijst: vanDeLijst,
  neemTerug: terugname,
  herstelVerblijf,
}

/** A definitive invoice, settlement, division of homes or sealed vote: computed once, then kept as it was (D6). */
import { z } from 'zod'
import { afsprakenboek, type Afsprakenboek, eisDefinitief } from '../../convenant/index.ts'
import { type Regel, soortVan } from '../../convenant/regels/index.ts'
import { datum, schrijfDatum, voor } from '../../kern/datum.ts'
import { naarJson, uitkomstNaarJson } from '../../kern/schrijf-uit.ts'
import { type Bron, nietGeregeld, type Uitkomst } from '../../kern/uitkomst.ts'
import { Weigering, weiger } from '../../kern/weigering.ts'
import type { Geplaatst } from '../../convenant/index.ts'
import {
  type Context,
  type Gebeurtenis,
  type Json,
  opdracht,
  proces,
  type RijContext,
  type Rijen,
  type Toegang,
} from '../proces.ts'
import { toegangsrijen } from '../toegangsrijen.ts'
import { eisEnige } from './enige-vaststelling.ts'
import { BEHEERDERS } from './opdrachten.ts'
import type { Ingetrokken } from './stand.ts'
import { stelVast, trekVaststellingIn } from './vaststelling.schema.ts'
import { vasteTekst } from './vaste-tekst.ts'

export type Vaststelling = {
  regel: string
  wat: string
  jaar: number
  op: string
  versie: string
  bron: Bron | null
  /** What was voted on; absent in what was recorded before it was asked. */
  onderwerp?: string | null
  invoer: Json
  waarde: Json
  door: string
  vastgesteldOp: string
  ingetrokken: Ingetrokken | null
  toegang: Toegang[]
}
const begin: Vaststelling = {
  regel: '',
  wat: '',
  jaar: 0,
  op: '',
  versie: '',
  bron: null,
  invoer: null,
  waarde: null,
  door: '',
  vastgesteldOp: '',
  ingetrokken: null,
  toegang: [],
}

const fout = (veld: string, melding: string): Weigering =>
  new Weigering('INVOER_ONJUIST', {}, { velden: [{ veld, melding }] })

/** The rules of the version whose outcome can be made definitive. */
export const definitieveRegels = ({ laatste }: Afsprakenboek): { regel: Geplaatst<Regel>; wat: string }[] =>
  laatste.regels.flatMap((regel) => {
    const { definitief } = soortVan(regel.soort)
    return definitief ? [{ regel, wat: definitief.wat }] : []
  })

/** The year picks the version; what the region decided up to today counts, also when it decided later (D6). */
function rekenUit(invoer: z.output<typeof stelVast>, ctx: Context) {
  const op = datum(invoer.op ?? `${invoer.jaar}-12-31`)
  const { regio, afspraken } = ctx.afspraken
  const boek = afsprakenboek(regio, op, afspraken, voor(op, ctx.vandaag) ? ctx.vandaag : op)
  const mogelijk = definitieveRegels(boek)
  const gekozen = mogelijk.find((m) => m.regel.id === invoer.regel)
  if (!gekozen)
    throw fout(
      'regel',
      mogelijk.length
        ? `Deze regel geeft geen uitkomst die definitief kan worden. Kies uit: ${mogelijk.map((m) => m.regel.id).join(', ')}.`
        : 'Dit convenant heeft geen regel waarvan de uitkomst definitief kan worden.',
    )
  const { regel, wat } = gekozen
  return { op, boek, regel, wat, uitkomst: reken(regel, invoer, boek) }
}

function reken(
  regel: Geplaatst<Regel>,
  { invoer, jaar }: z.output<typeof stelVast>,
  boek: Afsprakenboek,
): Uitkomst<unknown> {
  try {
    return soortVan(regel.soort).definitief!.reken(regel, invoer, boek, jaar)
  } catch (f) {
    if (f instanceof z.ZodError)
      throw new Weigering(
        'INVOER_ONJUIST',
        {},
        { velden: f.issues.map((i) => ({ veld: ['invoer', ...i.path].join('.'), melding: alsZin(i.message) })) },
      )
    if (f instanceof RangeError) throw fout('invoer', alsZin(f.message))
    throw f
  }
}

const alsZin = (tekst: string): string => `${tekst.charAt(0).toUpperCase()}${tekst.slice(1).replace(/\.$/, '')}.`

const vaststellen = opdracht<Vaststelling, typeof stelVast>({
  titel: 'Definitief vaststellen',
  schema: stelVast,
  bevoegd: BEHEERDERS,
  vraagt: ({ regel }) => ({ definitief: regel }),
  decideer: (_stand, invoer, ctx): Gebeurtenis[] => {
    const { op, boek, regel, wat, uitkomst } = rekenUit(invoer, ctx)
    eisEnige(regel, invoer, op, ctx.register.definitief)
    const waarde = eisDefinitief(uitkomst)
    const organisaties = [...new Set([...boek.laatste.partijen, ctx.partij.slug])]
    const toegang = organisaties.map((organisatie): Toegang => ({
      organisatie,
      niveau: organisatie === ctx.partij.slug ? 'behandelen' : 'lezen',
      grond: 'beheert het register',
      van: ctx.vandaag.toString(),
      tot: null,
    }))
    return [
      {
        soort: 'vastgesteld',
        geldigOp: ctx.vandaag,
        feiten: {
          regel: regel.id,
          wat,
          jaar: invoer.jaar,
          op: op.toString(),
          versie: boek.laatste.ingang.toString(),
          bron: regel.bron,
          onderwerp: invoer.onderwerp ?? null,
          invoer: invoer.invoer as Json,
          waarde: naarJson(waarde) as Json,
          door: ctx.gebruiker,
          vastgesteldOp: ctx.vandaag.toString(),
          toegang,
        },
        bomen: { uitkomst: uitkomstNaarJson(uitkomst) },
      },
    ]
  },
})

const trekIn = opdracht<Vaststelling, typeof trekVaststellingIn>({
  titel: 'Een vaststelling intrekken die een vergissing was',
  schema: trekVaststellingIn,
  bevoegd: BEHEERDERS,
  decideer: ({ ingetrokken }, { reden }, ctx) => {
    if (ingetrokken) weiger('BESLUIT_INGETROKKEN', { datum: schrijfDatum(datum(ingetrokken.op)) })
    const feiten = { op: ctx.vandaag.toString(), door: ctx.gebruiker, reden }
    return [{ soort: 'ingetrokken', geldigOp: ctx.vandaag, feiten }]
  },
})

const rijen = (v: Vaststelling, _afgeleid: unknown, ctx: RijContext): Rijen => ({
  vaststelling: [
    {
      regio: ctx.regio,
      id: ctx.stroom,
      regel: v.regel,
      wat: v.wat,
      jaar: v.jaar,
      versie: v.versie,
      uitkomst: vasteTekst(v.waarde),
      door: v.door,
      op: v.vastgesteldOp,
      ingetrokken: v.ingetrokken && vasteTekst(v.ingetrokken),
    },
  ],
  zaak_toegang: toegangsrijen(v.toegang, [ctx.stroom], ctx),
})

export const vaststelling = proces<Vaststelling>({
  soort: 'vaststelling',
  meervoud: 'vaststellingen',
  begin,
  beginOpdracht: 'stelVast',
  opdrachten: { stelVast: vaststellen, trekIn },
  pasToe: (v, g) =>
    g.soort === 'vastgesteld'
      ? { ...v, ...(g.feiten as unknown as Omit<Vaststelling, 'ingetrokken'>) }
      : { ...v, ingetrokken: g.feiten as unknown as Ingetrokken },
  leidAf: () => ({ aanZet: null, termijnen: [], letOp: [] }),
  bevoegd: () => nietGeregeld({ wat: 'Het convenant zegt niet wie vaststelt.' }),
  naam: () => '',
  reacties: () => [],
  rijen,
})

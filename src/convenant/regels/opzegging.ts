/** Kind `opzegging`: who may leave the covenant, with how much notice, and on which days. */
import { z } from 'zod'
import { type Datum, datum, opOfVoor, schrijfDatum, voor } from '../../kern/datum.ts'
import { bepaald, type Stap, tegenstrijdig, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import type { Afsprakenboek } from '../afsprakenboek.ts'
import { gemeentenaam } from '../gemeenten.ts'
import { andersGelezen, keuze } from '../keuze.ts'
import { toetsOpzegging } from '../toets/opzegbaar.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dag, dekt, duur, naam, nederlands } from '../velden.ts'
import { PARTIJEN } from './besluitregel-schema.ts'
import { eersteDag, nooitOpTijd } from './opzegdag.ts'
import type { Soort } from './soort.ts'
import { schrijfDuur } from './termijnenwet.ts'
import { zegOpzegging } from './zeg-tijd.ts'

/** Does notice on the last possible day count? "Six months before 1 January": is 1 July in time? */
const OPEN = { 'laatste-dag': ['telt-mee', 'telt-niet-mee'] } as const

export const opzeggingSchema = z.strictObject({
  soort: z.literal('opzegging'),
  id: naam,
  /** Who may give notice: `partijen`, a role, or a list of roles and parties. */
  door: z.union([naam.transform((een) => [een]), z.array(naam).min(1)]).default([PARTIJEN]),
  /** The notice that must lie between the letter and the day on which it takes effect. */
  termijn: duur,
  /** The only day of a year on which it can take effect, as MM-DD; left out: every day. */
  per: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'schrijf een dag van het jaar als MM-DD')
    .refine((tekst) => bestaatElkJaar(tekst), 'deze dag is er niet elk jaar')
    .optional(),
  vorm: z.array(z.enum(['schriftelijk', 'met-redenen'])).optional(),
  /** To whom: `partijen`, a role or a party. */
  aan: naam.optional(),
  dekt,
})
export type OpzeggingRegel = z.output<typeof opzeggingSchema>

function bestaatElkJaar(maandDag: string): boolean {
  try {
    return Boolean(datum(`2025-${maandDag}`))
  } catch {
    return false
  }
}

/** First day on which the party is no longer bound; null in a reading in which notice has no effect. */
export type Opzegging = { ingaandOp: Datum | null }
/** What an answer about notice needs to know of the covenant. */
export type Grond = Pick<Afsprakenboek, 'laatste' | 'looptijd' | 'uitleg' | 'gemeenten'>

/**
 * When notice by a party takes effect. After the end of the term it is still `bepaald`, and a step
 * says so; where no notice at all can take effect within the term the covenant contradicts itself.
 */
export function rekenOpzegging(
  regel: Geplaatst<OpzeggingRegel>,
  invoer: { mededeling: Datum; door: string },
  grond: Grond,
): Uitkomst<Opzegging> {
  const { mededeling } = invoer
  const { bron } = regel
  const wie = gemeentenaam(invoer.door, grond.gemeenten)
  const lezing = keuze(regel, OPEN, 'laatste-dag', grond.uitleg)
  const volgens = (w: (typeof OPEN)['laatste-dag'][number]): Datum =>
    eersteDag(regel, w === 'telt-mee' ? mededeling : mededeling.add({ days: 1 }))
  const ingaandOp = volgens(lezing.waarde)
  const hangtAf = !volgens('telt-mee').equals(volgens('telt-niet-mee'))
  const { van, laatste, einde } = looptijdVan(grond)

  const rekening: Stap[] = [
    {
      wat: '{mededeling} (mededeling) + {duur} = {na}.',
      bron,
      feiten: { mededeling, duur: schrijfDuur(regel.termijn), na: mededeling.add(regel.termijn) },
    },
    ...(regel.per
      ? [{ wat: 'Opzeggen kan alleen per {per}.', bron, feiten: { per: schrijfMaandDag(regel.per) } }]
      : []),
    ...(hangtAf && lezing.uitleg ? [uitlegStap(lezing.uitleg)] : []),
    ...(voor(mededeling, van)
      ? [{ wat: 'Op {mededeling} gold het convenant nog niet.', feiten: { mededeling }, geldt: false }]
      : []),
  ]
  const feiten = { wie, mededeling, ingaandOp, laatste }
  if (laatste && nooitOpTijd(regel, van, laatste))
    return tegenstrijdig<Opzegging>(
      [
        { waarde: { ingaandOp }, bron },
        { waarde: { ingaandOp: null }, bron: einde?.bron ?? bron },
      ],
      {
        wat: 'Het convenant spreekt zichzelf tegen: opzeggen mag, maar geen enkele opzegging kan ingaan zolang het loopt.',
        bron,
        feiten,
        stappen: [
          {
            wat: 'Zeg je op de eerste dag op, {van}, dan gaat dat in op {eerste}.',
            bron,
            feiten: { van, eerste: eersteDag(regel, van) },
          },
          { ...naEinde(laatste, einde?.bron), ...(einde && { stappen: [einde] }) },
          { wat: 'Volg je de opzegtermijn, dan gaat deze opzegging in op {ingaandOp}.', bron, feiten: { ingaandOp } },
          {
            wat: 'Volg je de looptijd, dan heeft deze opzegging geen gevolg: het convenant is dan al afgelopen.',
            ...(einde?.bron && { bron: einde.bron }),
          },
          ...rekening,
          ...hoe(regel, grond),
        ],
      },
    )
  return bepaald<Opzegging>(
    { ingaandOp },
    {
      wat: 'De opzegging door {wie} gaat in op {ingaandOp}.',
      bron,
      feiten,
      stappen: [
        ...rekening,
        ...(laatste && voor(laatste, ingaandOp) ? [naEinde(laatste, einde?.bron)] : []),
        ...hoe(regel, grond),
      ],
    },
  )
}

const naEinde = (laatste: Datum, bron: Stap['bron']): Stap => ({
  wat: 'Dat is na {laatste}, de laatste dag van het convenant. Het loopt dus al vanzelf af.',
  ...(bron && { bron }),
  feiten: { laatste },
})

/** The last day counts as read most widely: where two readings of the end exist, the later one. */
function looptijdVan({ laatste: convenant, looptijd }: Grond): {
  van: Datum
  laatste: Datum | null
  einde: Stap | null
} {
  const lezingen =
    looptijd?.soort === 'bepaald'
      ? [looptijd.waarde]
      : looptijd?.soort === 'tegenstrijdig'
        ? looptijd.lezingen.map((l) => l.waarde)
        : []
  const dagen = lezingen.map((l) => l.totEnMet)
  const laatste = dagen.reduce<Datum | null>((a, b) => (a && b ? (opOfVoor(a, b) ? b : a) : null), dagen[0] ?? null)
  return { van: lezingen[0]?.van ?? convenant.ingang, laatste, einde: looptijd?.waarom ?? null }
}

const VORM = { schriftelijk: 'schriftelijk', 'met-redenen': 'met de redenen erbij' } as const

function hoe(regel: Geplaatst<OpzeggingRegel>, { laatste: convenant, gemeenten }: Grond): Stap[] {
  const vorm = (regel.vorm ?? []).map((v) => VORM[v]).join(' en ')
  const leden = regel.aan && regel.aan !== PARTIJEN ? (convenant.rollen[regel.aan] ?? [regel.aan]) : []
  const aan = regel.aan === PARTIJEN ? 'alle partijen' : leden.map((s) => gemeentenaam(s, gemeenten)).join(', ')
  if (!vorm && !aan) return []
  return [
    {
      wat: `Opzeggen gaat${vorm && ' {vorm}'}${aan && ', met een brief aan {aan}'}.`,
      bron: regel.bron,
      feiten: { vorm, aan },
    },
  ]
}

/** "1 januari": a day that every year has. */
const schrijfMaandDag = (maandDag: string): string => schrijfDatum(datum(`2025-${maandDag}`)).replace(/ \d{4}$/, '')

function toets(regel: OpzeggingRegel, document: Convenant | Kader): string[] {
  const partijen = document.soort === 'convenant' ? document.partijen : []
  const rollen = document.soort === 'convenant' ? document.rollen : {}
  return [...regel.door, ...(regel.aan ? [regel.aan] : [])]
    .filter((n) => n !== PARTIJEN && !(n in rollen) && !partijen.includes(n))
    .map((n) => `${n} is geen partij en geen rol van deze afspraak`)
}

const gegeven = z.strictObject({
  mededeling: dag,
  door: naam,
  /** Another way than the uitleg chooses, to show both readings. */
  kiest: z.record(naam, naam).default({}),
})

export const opzegging: Soort<OpzeggingRegel> = {
  omschrijving: 'wie het convenant kan opzeggen, hoe lang van tevoren en per welke dag',
  zeg: zegOpzegging,
  schema: opzeggingSchema,
  open: () => OPEN,
  toets,
  bevindingen: toetsOpzegging,
  voorbeeld: (regel, feiten, omgeving) => {
    const { mededeling, door, kiest } = gegeven.parse(feiten, { error: nederlands })
    const boek = omgeving.boek(mededeling)
    return rekenOpzegging(regel, { mededeling, door }, { ...boek, uitleg: andersGelezen(regel, kiest, boek.uitleg) })
  },
}

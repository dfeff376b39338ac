/** Kind `bedrag`, the shape and the sum: a share of a base, a ceiling, or a fixed amount that a document gives. */
import { z } from 'zod'
import { type Breuk, breuk, halfOmhoog, maal, naarBeneden } from '../../kern/breuk.ts'
import { leesDecimaal } from '../../kern/decimaal.ts'
import type { Centen } from '../../kern/geld.ts'
import { bepaald, ontbreekt, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { dekt, naam, zin } from '../velden.ts'

/** Kept as text, so that a rule stays plain data. */
const procent = z.string().refine(isProcent, 'schrijf een percentage boven 0% en van hoogstens 100% als 5% of 5,1%')

function isProcent(tekst: string): boolean {
  if (!/^\d{1,3}([.,]\d{1,6})?%$/.test(tekst)) return false
  const deel = deelVan(tekst)
  return deel.teller > 0n && deel.teller <= deel.noemer
}

function deelVan(tekst: string): Breuk {
  const heel = leesDecimaal(tekst.slice(0, -1))
  return breuk(heel.teller, heel.noemer * 100n)
}

const gedeeld = {
  soort: z.literal('bedrag'),
  id: naam,
  /** What the amount is for; a question about money names it. */
  post: z.enum(['uitvoeringskosten']),
  /** Left out: for both. */
  domein: z.enum(['bw', 'mo']).optional(),
  dekt,
}
const deel = {
  deel: procent,
  /** The base of the percentage, in words. */
  van: zin,
  afronding: z.enum(['half-omhoog', 'naar-beneden']),
}
export const bedragSchema = z.discriminatedUnion('vorm', [
  z.strictObject({ ...gedeeld, vorm: z.literal('deel'), ...deel }),
  z.strictObject({
    ...gedeeld,
    vorm: z.literal('hoogstens'),
    ...deel,
    /** Half up could give a cent more than the ceiling. */
    afronding: z.literal('naar-beneden', 'een grens wordt naar beneden afgerond; schrijf naar-beneden'),
    /** When more is allowed after all, in words. */
    tenzij: zin.optional(),
  }),
  z.strictObject({
    ...gedeeld,
    vorm: z.literal('vast'),
    /** The document that gives the amount. */ volgens: zin,
    /** Who draws it up. */ door: naam,
  }),
])
export type BedragRegel = z.output<typeof bedragSchema>

/** Cents. `maximum` for a ceiling, `bedrag` for a share, `toegestaan` when an amount was asked about. */
export type Bedrag = { readonly maximum?: Centen; readonly bedrag?: Centen; readonly toegestaan?: boolean }
/** Cents, not negative; `jaar` is only named. */
export type Bedragvraag = { readonly jaar: number; readonly grondslag: Centen; readonly gevraagd?: Centen | undefined }

/** `ontbreekt` for an amount that stands in another document. */
export function rekenBedrag(regel: Geplaatst<BedragRegel>, vraag: Bedragvraag): Uitkomst<Bedrag> {
  const { bron } = regel
  const { jaar } = vraag
  if (regel.vorm === 'vast')
    return ontbreekt(
      { wat: regel.volgens, op: `${jaar}`, van: regel.door },
      {
        wat: 'Dit is een vast bedrag. Het convenant noemt het niet; het staat in: {volgens} ({jaar}).',
        bron,
        feiten: { volgens: regel.volgens, jaar },
      },
    )
  const precies = maal(deelVan(regel.deel), breuk(vraag.grondslag))
  const grens = regel.afronding === 'half-omhoog' ? halfOmhoog(precies) : naarBeneden(precies)
  const plafond = regel.vorm === 'hoogstens'
  const toegestaan = vraag.gevraagd === undefined ? undefined : vraag.gevraagd <= grens
  const stappen: Stap[] = [
    {
      wat: '{deel} van {grondslag} ({van}) is precies {precies} cent.',
      bron,
      feiten: { deel: regel.deel, grondslag: { centen: vraag.grondslag }, van: regel.van, precies },
    },
  ]
  if (precies.noemer !== 1n)
    stappen.push({
      wat:
        plafond && regel.afronding === 'naar-beneden'
          ? 'Naar beneden afgerond op een hele cent, want afronden mag een grens niet verhogen.'
          : regel.afronding === 'naar-beneden'
            ? 'Naar beneden afgerond op een hele cent.'
            : 'Afgerond op de dichtstbijzijnde hele cent; een halve cent gaat omhoog.',
      bron,
    })
  if (vraag.gevraagd !== undefined)
    stappen.push({
      wat: toegestaan ? '{gevraagd} past daarbinnen.' : '{gevraagd} is meer dan dat.',
      bron,
      feiten: { gevraagd: { centen: vraag.gevraagd } },
    })
  if (regel.vorm === 'hoogstens' && regel.tenzij)
    stappen.push({ wat: 'Meer mag alleen dan: {tenzij}', bron, feiten: { tenzij: regel.tenzij }, geldt: false })
  return bepaald(
    { ...(plafond ? { maximum: grens } : { bedrag: grens }), ...(toegestaan !== undefined && { toegestaan }) },
    {
      wat: plafond
        ? 'In {jaar} mag hoogstens {grens} naar de kosten van uitvoering. Er blijft dan {over} over.'
        : 'In {jaar} is {grens} bestemd voor de kosten van uitvoering.',
      bron,
      feiten: { jaar, grens: { centen: grens }, ...(plafond && { over: { centen: vraag.grondslag - grens } }) },
      stappen,
    },
  )
}

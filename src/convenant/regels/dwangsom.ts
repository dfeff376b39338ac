/** Kind `dwangsom`: what a body owes for each day it decides too late after a notice of default. */
import { z } from 'zod'
import { type Datum, dagenTussen, opOfVoor, voor } from '../../kern/datum.ts'
import { type Centen, schrijfBedrag } from '../../kern/geld.ts'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dag, dekt, duur, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'
import { schrijfDuur } from './termijnenwet.ts'

const trede = z.strictObject({ dagen: z.int().min(1), /** In euro cents. */ perDag: z.int().min(0) })
const tarief = z.strictObject({
  van: dag,
  /** First day of receipt for which these amounts no longer count. */
  tot: dag.optional(),
  treden: z.array(trede).min(1),
})
export const dwangsomSchema = z.strictObject({
  soort: z.literal('dwangsom'),
  id: naam,
  eenheid: z.literal('eurocent'),
  /** What must pass after the day of receipt. */
  wachttijd: duur,
  /** Does the last day of that time count already, or is the day after it the first? A choice; see its uitleg. */
  eersteDag: z.enum(['dag-na-wachttijd', 'laatste-dag-van-wachttijd']),
  hoogstensDagen: z.int().min(1),
  /** What a person still has to weigh, as a sentence of the answer. */
  weegt: zin,
  /** By the day on which the notice was received. */
  tarieven: z.array(tarief).min(1),
  dekt,
})
export type DwangsomRegel = z.output<typeof dwangsomSchema>
type Tarief = DwangsomRegel['tarieven'][number]

export type Dwangsominvoer = {
  /** Day on which the notice of default was received. */
  ingebrekestelling: Datum
  /** Last day of the decision term; left out: it had passed. */
  termijn?: Datum | undefined
  /** Day of bekendmaking, which no longer counts; left out: not decided yet. */
  besluit?: Datum | undefined
  /** The day up to which is counted as long as there is no decision. */
  op: Datum
}
/** `eersteDag` is null when there is none: the notice came too early. `bedrag` in euro cents. */
export type Dwangsom = { eersteDag: Datum | null; dagen: number; bedrag: Centen }

/** A notice received before the first amounts of the statute is `niet-geregeld`. `uitleg` are its readings. */
export function rekenDwangsom(
  regel: Geplaatst<DwangsomRegel>,
  invoer: Dwangsominvoer,
  uitleg: readonly Stap[] = [],
): Uitkomst<Dwangsom> {
  const { bron } = regel
  const { ingebrekestelling: ontvangst, termijn } = invoer
  const geldend = regel.tarieven.find((t) => opOfVoor(t.van, ontvangst) && (!t.tot || voor(ontvangst, t.tot)))
  if (!geldend)
    return nietGeregeld({
      wat: 'Voor een ingebrekestelling van {ontvangst} staat er geen bedrag in de wet.',
      bron,
      feiten: { ontvangst },
    })
  if (termijn && opOfVoor(ontvangst, termijn))
    return bepaald(
      { eersteDag: null, dagen: 0, bedrag: 0n },
      {
        wat: 'Er is geen dwangsom: de ingebrekestelling is te vroeg.',
        bron,
        feiten: { ontvangst, termijn },
        stappen: [
          {
            wat: 'Ontvangen op {ontvangst}. Er kon nog worden beslist tot en met {termijn}.',
            bron,
            feiten: { ontvangst, termijn },
          },
        ],
      },
    )
  const om = ontvangst.add(regel.wachttijd)
  const eersteDag = regel.eersteDag === 'dag-na-wachttijd' ? om.add({ days: 1 }) : om
  const tot = invoer.besluit ?? invoer.op
  const verstreken = Math.max(0, dagenTussen(eersteDag, tot))
  const dagen = Math.min(verstreken, regel.hoogstensDagen)
  const { bedrag, stappen: treden } = telOp(geldend, dagen, regel)
  const stappen: Stap[] = [
    {
      wat: '{ontvangst} (ingebrekestelling ontvangen) + {wachttijd} = {om}. De eerste dag met een dwangsom is {eersteDag}.',
      bron,
      feiten: { ontvangst, wachttijd: schrijfDuur(regel.wachttijd), om, eersteDag },
      ...(uitleg.length && { stappen: uitleg }),
    },
    {
      wat: invoer.besluit
        ? `Het besluit is bekendgemaakt op {tot}. Die dag telt niet mee: {verstreken} ${dagwoord(verstreken)}.`
        : `Er is nog geen besluit. We tellen tot {tot}: {verstreken} ${dagwoord(verstreken)}.`,
      bron,
      feiten: { tot, verstreken },
    },
    {
      wat: 'De dwangsom loopt hoogstens {hoogstens} dagen.',
      bron,
      feiten: { hoogstens: regel.hoogstensDagen },
      geldt: verstreken > regel.hoogstensDagen,
    },
    {
      wat: 'De bedragen zijn die van de dag waarop de ingebrekestelling is ontvangen, {ontvangst}. Ze gelden vanaf {van}.',
      bron,
      feiten: { ontvangst, van: geldend.van },
      stappen: treden,
    },
    { wat: 'De Algemene termijnenwet geldt niet voor deze dagen.', bron, geldt: false },
    { wat: regel.weegt },
  ]
  return bepaald(
    { eersteDag, dagen, bedrag },
    { wat: antwoord(dagen, invoer), bron, feiten: { dagen, bedrag: schrijfBedrag(bedrag), eersteDag, tot }, stappen },
  )
}

function telOp(
  geldend: Tarief,
  dagen: number,
  { bron }: Geplaatst<DwangsomRegel>,
): { bedrag: Centen; stappen: Stap[] } {
  let over = dagen
  let bedrag = 0n
  const stappen = geldend.treden.map(({ dagen: hoogstens, perDag }): Stap => {
    const aantal = Math.min(over, hoogstens)
    const deel = BigInt(aantal) * BigInt(perDag)
    over -= aantal
    bedrag += deel
    return {
      wat: `{aantal} ${dagwoord(aantal)} × {perDag} = {deel}.`,
      bron,
      feiten: { aantal, perDag: schrijfBedrag(BigInt(perDag)), deel: schrijfBedrag(deel) },
      geldt: aantal > 0,
    }
  })
  return { bedrag, stappen }
}

const dagwoord = (aantal: number): string => (aantal === 1 ? 'dag' : 'dagen')

function antwoord(dagen: number, { besluit }: Dwangsominvoer): string {
  if (dagen > 0)
    return `De dwangsom is ${besluit ? '' : 'tot nu toe '}{bedrag}: {dagen} ${dagwoord(dagen)} vanaf {eersteDag}.`
  return besluit
    ? 'Er is geen dwangsom: het besluit is op {tot} bekendgemaakt, niet na de eerste dag {eersteDag}.'
    : 'Er is nog geen dwangsom. De eerste dag is {eersteDag}.'
}

function toets(regel: DwangsomRegel): string[] {
  const fouten: string[] = []
  for (const [i, t] of regel.tarieven.entries()) {
    const som = t.treden.reduce((aantal, x) => aantal + x.dagen, 0)
    if (som !== regel.hoogstensDagen)
      fouten.push(
        `de treden vanaf ${t.van.toString()} tellen ${som} dagen, maar hoogstensDagen is ${regel.hoogstensDagen}`,
      )
    const volgende = regel.tarieven[i + 1]
    if (volgende && !t.tot?.equals(volgende.van))
      fouten.push(`de bedragen vanaf ${t.van.toString()} sluiten niet aan op die vanaf ${volgende.van.toString()}`)
  }
  return fouten
}

const gegeven = z.strictObject({
  ingebrekestelling: dag,
  termijn: dag.optional(),
  besluit: dag.optional(),
  op: dag.optional(),
})

export const dwangsom: Soort<DwangsomRegel> = {
  omschrijving: 'wat een te laat besluit per dag kost',
  schema: dwangsomSchema,
  toets,
  voorbeeld: (regel, feiten, { document }) => {
    const { op, ...rest } = gegeven.parse(feiten, { error: nederlands })
    const uitleg = document.uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap)
    return rekenDwangsom(regel, { ...rest, op: op ?? rest.besluit ?? rest.ingebrekestelling }, uitleg)
  },
}

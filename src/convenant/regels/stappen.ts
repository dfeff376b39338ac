/** Kind `stappen`: a fixed order of steps, such as what to do in a dispute, with the term of each. */
import { z } from 'zod'
import { type Datum, opOfVoor, voor } from '../../kern/datum.ts'
import { bepaald, nietGeregeld, oordeelNodig, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { regelsVan } from '../regels-van.ts'
import { tussenWie } from '../toets/tussen-wie.ts'
import { dag, dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import { namen, slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Soort } from './soort.ts'
import { rekenTermijn } from './termijn.ts'
import { zegStappen } from './zeg-besluit.ts'

const stapSchema = z.strictObject({
  naam,
  doe: zin,
  /** Who acts; left out: whoever started it. */
  wie: namen.optional(),
  /** Id of the rule of kind `termijn` that says within what time, from the end of the step before. */
  termijn: naam.optional(),
  /** When that time has passed without result, the next step is open. */
  naTermijn: z.literal('verder').optional(),
  /** Id of the rule of kind `besluitregel` by which it is decided. */
  besluit: naam.optional(),
  /** Id of the rule of kind `overleg` where it is dealt with. */
  overleg: naam.optional(),
  /** Only when this is so, as someone judges; the text may not say who. */
  alleenAls: z.strictObject({ wat: zin, oordeelVan: zin.optional() }).optional(),
})

export const stappenSchema = z
  .strictObject({
    soort: z.literal('stappen'),
    id: naam,
    /** What it is for: "een geschil tussen Den Haag en een regiogemeente". */
    voor: zin,
    /** What sets it off. */
    begin: zin,
    /** Between whom, where it is a dispute: two groups. Left out: whoever it is. */
    tussen: z.tuple([namen, namen]).optional(),
    stappen: z.array(stapSchema).min(1),
    dekt,
  })
  .refine((r) => new Set(r.stappen.map((s) => s.naam)).size === r.stappen.length, 'twee stappen heten hetzelfde')
  .refine((r) => r.stappen.every((s) => s.termijn ?? !s.naTermijn), 'naTermijn hoort bij een termijn')
export type StappenRegel = z.output<typeof stappenSchema>

export type Stappenvraag = {
  readonly begin: Datum
  /** The steps that were finished, each with its day. */
  readonly gedaan: Readonly<Record<string, Datum>>
  /** For a step that is only sometimes needed: is it now? */
  readonly nodig: Readonly<Record<string, boolean>>
  readonly op: Datum
}
/** The open step (null: all done), the last day for it (null: none), and whether that has passed. */
export type Openstap = { stap: string | null; uiterlijk: Datum | null; teLaat: boolean }

/**
 * The first step that is not done, and its term. A step that is only sometimes needed is `oordeel-nodig`
 * until it is known. A later step does not make up for one that was left out, and one that was done before the
 * step before it does not count.
 */
export function rekenStappen(
  regel: Geplaatst<StappenRegel>,
  vraag: Stappenvraag,
  document: Convenant | Kader,
): Uitkomst<Openstap> {
  const { bron } = regel
  const { op } = vraag
  const gezien: Stap[] = []
  let vanaf = vraag.begin
  for (const s of regel.stappen) {
    const feiten = { doe: s.doe, op, vanaf }
    const gedaan = vraag.gedaan[s.naam]
    const teVroeg = gedaan !== undefined && voor(gedaan, vanaf)
    if (teVroeg)
      gezien.push({
        wat: 'Dit is gedaan op {gedaan}, vóór de stap ervoor klaar was ({vanaf}). Dat telt niet: {doe}.',
        bron,
        feiten: { ...feiten, gedaan },
        geldt: false,
      })
    else if (gedaan && opOfVoor(gedaan, op)) {
      gezien.push({ wat: 'Gedaan op {gedaan}: {doe}.', bron, feiten: { ...feiten, gedaan } })
      vanaf = gedaan
      continue
    }
    const nodig = s.alleenAls ? vraag.nodig[s.naam] : true
    if (nodig === false) {
      gezien.push({ wat: 'Niet nodig: {doe}.', bron, feiten, geldt: false })
      continue
    }
    if (nodig === undefined)
      return oordeelNodig(s.alleenAls!.oordeelVan ?? 'iemand die de tekst niet noemt', {
        wat: 'De volgende stap hangt van een oordeel af: {alleenAls}.',
        bron,
        feiten: { ...feiten, alleenAls: s.alleenAls!.wat },
        stappen: [...gezien, { wat: 'Daarna, als het nodig is: {doe}.', bron, feiten }],
      })
    const termijn = s.termijn ? regelsVan(document, 'termijn').find((t) => t.id === s.termijn) : undefined
    const term = termijn && rekenTermijn(termijn, { vanaf }, [])
    const uiterlijk = term?.soort === 'bepaald' ? term.waarde.datum : null
    const voorbij = uiterlijk !== null && voor(uiterlijk, op)
    if (voorbij && s.naTermijn) {
      gezien.push({
        wat: 'De tijd is om op {uiterlijk}: {doe}.',
        bron,
        feiten: { ...feiten, uiterlijk },
        stappen: [term!.waarom],
      })
      vanaf = uiterlijk
      continue
    }
    return bepaald<Openstap>(
      { stap: s.naam, uiterlijk, teLaat: voorbij },
      {
        wat: !uiterlijk
          ? 'Nu: {doe}. Er staat geen termijn.'
          : voorbij
            ? 'Nu: {doe}. Dat moest uiterlijk {uiterlijk}.'
            : 'Nu: {doe}, uiterlijk {uiterlijk}.',
        bron,
        feiten: { ...feiten, uiterlijk },
        stappen: [
          ...gezien,
          ...(term ? [term.waarom] : []),
          ...waar(s, document),
          ...overgeslagen(regel, s.naam, vraag),
        ],
      },
    )
  }
  return bepaald<Openstap>(
    { stap: null, uiterlijk: null, teLaat: false },
    { wat: 'Alle stappen zijn gezet.', bron, stappen: gezien },
  )
}

/** Where the step is dealt with, and by which rule it is decided. */
function waar({ overleg, besluit }: StappenRegel['stappen'][number], document: Convenant | Kader): Stap[] {
  const bij = regelsVan(document, 'overleg').find((r) => r.id === overleg)
  const hoe = regelsVan(document, 'besluitregel').find((r) => r.id === besluit)
  return [
    ...(bij ? [{ wat: 'Dat gebeurt hier: {naam}.', bron: bij.bron, feiten: { naam: bij.naam } }] : []),
    ...(hoe ? [{ wat: 'Hoe wordt beslist, staat bij: {over}.', bron: hoe.bron, feiten: { over: hoe.over } }] : []),
  ]
}

/** Later steps that were done before this one. */
function overgeslagen(regel: Geplaatst<StappenRegel>, nu: string, { gedaan, op }: Stappenvraag): Stap[] {
  const i = regel.stappen.findIndex((s) => s.naam === nu)
  return regel.stappen.slice(i + 1).flatMap((s) => {
    const op_ = gedaan[s.naam]
    return op_ && opOfVoor(op_, op)
      ? [
          {
            wat: 'Een latere stap is al gedaan, op {gedaan}: {doe}. Deze stap is overgeslagen.',
            bron: regel.bron,
            feiten: { gedaan: op_, doe: s.doe },
          },
        ]
      : []
  })
}

/** Does the rule cover these two (slugs)? */
export function gaatTussen(
  regel: StappenRegel,
  [een, ander]: readonly [string, string],
  document: Pick<Convenant, 'partijen' | 'rollen'>,
): boolean {
  if (!regel.tussen) return true
  const [a, b] = regel.tussen.map((n) => slugsVan(n, document))
  return (a!.includes(een) && b!.includes(ander)) || (a!.includes(ander) && b!.includes(een))
}

function toets(regel: StappenRegel, document: Convenant | Kader): string[] {
  const mist = (soort: 'termijn' | 'besluitregel' | 'overleg', id: string | undefined): string[] =>
    id === undefined || regelsVan(document, soort).some((r) => r.id === id) ? [] : [`er is geen ${soort} met id ${id}`]
  return [
    ...vreemdeNamen([...(regel.tussen ?? []).flat(), ...regel.stappen.flatMap((s) => s.wie ?? [])], document),
    ...regel.stappen.flatMap((s) => [
      ...mist('termijn', s.termijn),
      ...mist('besluitregel', s.besluit),
      ...mist('overleg', s.overleg),
    ]),
  ]
}

const gegeven = z.strictObject({
  begin: dag,
  op: dag,
  gedaan: z.record(naam, dag).default({}),
  nodig: z.record(naam, jaNee).default({}),
  tussen: z.tuple([naam, naam]).optional(),
})

export const stappen: Soort<StappenRegel> = {
  omschrijving: 'een vaste volgorde van stappen, zoals bij een geschil, met de termijn van elke stap',
  zeg: zegStappen,
  schema: stappenSchema,
  toets,
  bevindingen: tussenWie,
  voorbeeld: (regel, feiten, { document }) => {
    const { tussen, ...vraag } = gegeven.parse(feiten, { error: nederlands })
    const vreemd = [...Object.keys(vraag.gedaan), ...Object.keys(vraag.nodig)].find(
      (n) => !regel.stappen.some((s) => s.naam === n),
    )
    if (vreemd) throw new RangeError(`${regel.id} heeft geen stap ${vreemd}`)
    if (tussen && document.soort === 'convenant' && !gaatTussen(regel, tussen, document))
      return nietGeregeld({
        wat: 'Deze stappen gaan alleen over {voor}.',
        bron: regel.bron,
        feiten: { voor: regel.voor },
      })
    return rekenStappen(regel, vraag, document)
  },
}

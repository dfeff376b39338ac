/** Kinds `termijn`, `opschorting` and `verdaging`: the last day of a term, and what may move it. */
import { z } from 'zod'
import { type Datum, opOfVoor, schrijfDag, voor } from '../../kern/datum.ts'
import { dagen, type Periode, totEnMet, verenig } from '../../kern/periode.ts'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { dag, dekt, duur, jaNee, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'
import { misschienFeestdag } from './feestdagen.ts'
import { pasTermijnenwetToe, schrijfDuur } from './termijnenwet.ts'
import { zegTermijn } from './zeg-tijd.ts'

const termijnSchema = z.strictObject({
  soort: z.literal('termijn'),
  id: naam,
  duur,
  /** The event, as the sum names it: "melding". The term starts on the day after. */
  vanaf: zin,
  /** First day of an event for which the statute has this term; left out: the text does not say. */
  sinds: dag.optional(),
  /** The answer, with `{dag}` where the last day goes. */
  antwoord: zin.refine((tekst) => tekst.includes('{dag}'), 'zet {dag} in het antwoord'),
  /** What the term is for, in one sentence for the person who must keep it. */
  waartoe: zin.optional(),
  /** Does the Algemene termijnenwet apply? */
  atw: jaNee,
  dekt,
})
const opschortingSchema = z.strictObject({
  soort: z.literal('opschorting'),
  id: naam,
  termijnen: z.array(naam).min(1),
  dekt,
})
const verdagingSchema = z.strictObject({
  soort: z.literal('verdaging'),
  id: naam,
  termijnen: z.array(naam).min(1),
  duur,
  dekt,
})
export type TermijnRegel = z.output<typeof termijnSchema>
export type OpschortingRegel = z.output<typeof opschortingSchema>
export type VerdagingRegel = z.output<typeof verdagingSchema>

export type Termijninvoer = {
  /** Day of the event; the first counted day is the next. */
  vanaf: Datum
  opgeschort?: readonly Periode[]
  verdaagd?: boolean
}
/** Last day of the term, after and before the Algemene termijnenwet. */
export type Termijn = { datum: Datum; zonderVerlenging: Datum }

export const opschortingVoor = (kaders: readonly Kader[], id: string): Geplaatst<OpschortingRegel> | undefined =>
  kaders.flatMap((k) => k.regels).find((r) => r.soort === 'opschorting' && r.termijnen.includes(id)) as
    | Geplaatst<OpschortingRegel>
    | undefined
export const verdagingVoor = (kaders: readonly Kader[], id: string): Geplaatst<VerdagingRegel> | undefined =>
  kaders.flatMap((k) => k.regels).find((r) => r.soort === 'verdaging' && r.termijnen.includes(id)) as
    | Geplaatst<VerdagingRegel>
    | undefined

/**
 * Adds the term to the day of the event, then the adjournment, then the suspended days; the Algemene
 * termijnenwet comes once, at the end. A suspension or adjournment that no rule allows is ignored
 * here: `recht/termijn.ts` refuses it first.
 */
export function rekenTermijn(
  regel: Geplaatst<TermijnRegel>,
  invoer: Termijninvoer,
  kaders: readonly Kader[],
): Uitkomst<Termijn> {
  const { vanaf } = invoer
  if (regel.sinds && voor(vanaf, regel.sinds))
    return nietGeregeld({
      wat: 'Deze termijn bestaat pas sinds {sinds}. De {gebeurtenis} is van {vanaf}.',
      bron: regel.bron,
      feiten: { sinds: regel.sinds, gebeurtenis: regel.vanaf, vanaf },
    })
  let eind = vanaf.add(regel.duur)
  const stappen: Stap[] = [
    {
      wat: '{vanaf} ({gebeurtenis}) + {duur} = {eind}.',
      bron: regel.bron,
      feiten: { vanaf, gebeurtenis: regel.vanaf, duur: schrijfDuur(regel.duur), eind },
    },
  ]
  const verdaging = verdagingVoor(kaders, regel.id)
  if (verdaging && invoer.verdaagd) {
    const nieuw = eind.add(verdaging.duur)
    stappen.push({
      wat: 'Verdaagd: {eind} + {duur} = {nieuw}.',
      bron: verdaging.bron,
      feiten: { eind, duur: schrijfDuur(verdaging.duur), nieuw },
    })
    eind = nieuw
  }
  const opschorting = opschortingVoor(kaders, regel.id)
  const zet = (e: Datum) => (regel.atw ? pasTermijnenwetToe(kaders, vanaf, e, regel.duur) : { datum: e, stappen: [] })
  for (const stil of opschorting ? verenig(invoer.opgeschort ?? []) : []) {
    const { stap, nieuw } = schortOp(stil, vanaf, eind, zet(eind).datum, opschorting!)
    stappen.push(stap)
    eind = nieuw
  }
  const { datum, stappen: wet } = zet(eind)
  stappen.push(...wet)
  if (regel.waartoe) stappen.push({ wat: regel.waartoe, bron: regel.bron })
  stappen.push(watVerandert(opschorting, verdaging, regel.atw && misschienFeestdag(kaders, datum) !== undefined))
  return bepaald(
    { datum, zonderVerlenging: eind },
    { wat: regel.antwoord, bron: regel.bron, feiten: { dag: schrijfDag(datum), datum, vanaf }, stappen },
  )
}

/**
 * A suspension moves the end by the days of the term it takes away: days on or before the day of the
 * event are none, and one that starts when the term is over changes nothing.
 */
function schortOp(
  stil: Periode,
  vanaf: Datum,
  eind: Datum,
  werkelijkEind: Datum,
  regel: Geplaatst<OpschortingRegel>,
): { stap: Stap; nieuw: Datum } {
  const eersteDag = vanaf.add({ days: 1 })
  const feiten = { van: stil.van, totEnMet: totEnMet(stil) }
  if (voor(werkelijkEind, stil.van) || opOfVoor(stil.tot, eersteDag))
    return {
      nieuw: eind,
      stap: {
        wat: 'Stilgezet van {van} tot en met {totEnMet}: dat valt buiten de termijn en telt niet mee.',
        bron: regel.bron,
        feiten,
        geldt: false,
      },
    }
  const geteld = dagen({ van: voor(stil.van, eersteDag) ? eersteDag : stil.van, tot: stil.tot })
  const opgeteld = eind.add({ days: geteld })
  const nieuw = voor(opgeteld, stil.tot) ? stil.tot : opgeteld
  return {
    nieuw,
    stap: {
      wat: 'Stilgezet van {van} tot en met {totEnMet}: {eind} + {dagen} dagen = {nieuw}.',
      bron: regel.bron,
      feiten: { ...feiten, eind, dagen: geteld, nieuw },
    },
  }
}

function watVerandert(
  opschorting: Geplaatst<OpschortingRegel> | undefined,
  verdaging: Geplaatst<VerdagingRegel> | undefined,
  misschienLater: boolean,
): Stap {
  const stappen: Stap[] = [
    ...(misschienLater ? [{ wat: 'Misschien is de laatste dag met een feestdag gelijkgesteld.' }] : []),
    ...(opschorting
      ? [{ wat: 'De termijn kan worden stilgezet, bijvoorbeeld als gegevens ontbreken.', bron: opschorting.bron }]
      : []),
    ...(verdaging
      ? [
          {
            wat: 'De termijn kan één keer met {duur} worden verdaagd.',
            bron: verdaging.bron,
            feiten: { duur: schrijfDuur(verdaging.duur) },
          },
        ]
      : []),
  ]
  return stappen.length
    ? { wat: 'Dit kan de datum veranderen:', stappen }
    : { wat: 'Deze termijn kan niet worden stilgezet of verdaagd. De datum ligt vast.' }
}

const onbekend = (regel: OpschortingRegel | VerdagingRegel, document: Convenant | Kader): string[] => {
  // A term of another statute may be named (Awb 4:15 suspends a Wmo term); within one file a typo shows.
  const eigen = document.regels.filter((r) => r.soort === 'termijn').map((r) => r.id)
  return regel.termijnen
    .filter((t) => t.startsWith(`${document.id}-`) && !eigen.includes(t))
    .map((t) => `de termijn ${t} bestaat niet`)
}

const stilgezet = z.strictObject({ van: dag, tot: dag })
const gegeven = z.strictObject({
  vanaf: dag,
  opgeschort: z.array(stilgezet).default([]),
  verdaagd: jaNee.default(false),
})

export const termijn: Soort<TermijnRegel> = {
  omschrijving: 'binnen welke tijd iets af moet zijn',
  zeg: zegTermijn,
  schema: termijnSchema,
  voorbeeld: (regel, feiten, omgeving) => {
    const uitkomst = rekenTermijn(regel, gegeven.parse(feiten, { error: nederlands }), omgeving.kaders)
    return uitkomst.soort === 'bepaald' ? bepaald(uitkomst.waarde.datum, uitkomst.waarom) : uitkomst
  },
}
/** An example under a suspension or adjournment names the term in `termijn`. */
const metTermijn = z.looseObject({ termijn: naam })
const viaTermijn: Soort<OpschortingRegel | VerdagingRegel>['voorbeeld'] = (_regel, feiten, omgeving) => {
  const { termijn: id, ...rest } = metTermijn.parse(feiten, { error: nederlands })
  const regel = omgeving.kaders.flatMap((k) => k.regels).find((r) => r.soort === 'termijn' && r.id === id)
  if (regel?.soort !== 'termijn') throw new RangeError(`de termijn ${id} bestaat niet`)
  return termijn.voorbeeld(regel, rest, omgeving)
}
export const opschorting: Soort<OpschortingRegel> = {
  omschrijving: 'welke termijnen kunnen worden stilgezet',
  schema: opschortingSchema,
  toets: onbekend,
  voorbeeld: viaTermijn,
}
export const verdaging: Soort<VerdagingRegel> = {
  omschrijving: 'welke termijnen één keer langer mogen worden',
  schema: verdagingSchema,
  toets: onbekend,
  voorbeeld: viaTermijn,
}

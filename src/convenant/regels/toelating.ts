/** Kind `toelating`: what must be the case before something can be given. Who goes first for it is `voorrangsgroep`. */
import { z } from 'zod'
import { bepaald, ontbreekt, oordeelNodig, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'
import { zegToelating } from './zeg-besluit.ts'

export const toelatingSchema = z.strictObject({
  soort: z.literal('toelating'),
  id: naam,
  /** What it is about: "het toekennen van een plek in een instelling". */
  tot: zin,
  /** All of them must hold. `oordeelVan`: it is a judgement, of whom; left out: a fact that can be looked up. */
  voorwaarden: z.array(z.strictObject({ feit: naam, wat: zin, oordeelVan: zin.optional() })).min(1),
  dekt,
})
export type ToelatingRegel = z.output<typeof toelatingSchema>

/** True when every condition holds; one that is not in `feiten` is not known. `uitleg` are its readings. */
export function rekenToelating(
  regel: Geplaatst<ToelatingRegel>,
  feiten: Readonly<Record<string, boolean>>,
  uitleg: readonly Stap[] = [],
): Uitkomst<boolean> {
  const { bron, tot, voorwaarden } = regel
  const stappen: Stap[] = [
    ...voorwaarden.map((v): Stap => {
      const waar = feiten[v.feit]
      const hoe = waar === undefined ? 'niet bekend' : waar ? 'ja' : 'nee'
      return { wat: 'Voorwaarde: {wat}: {hoe}.', bron, feiten: { wat: v.wat, hoe }, geldt: waar === true }
    }),
    ...uitleg,
  ]
  if (voorwaarden.some((v) => feiten[v.feit] === false))
    return bepaald(false, { wat: 'Dit kan nu niet: {tot}. Een voorwaarde is er niet.', bron, feiten: { tot }, stappen })
  const open = voorwaarden.filter((v) => feiten[v.feit] === undefined)
  const onbekend = open.find((v) => !v.oordeelVan)
  if (onbekend)
    return ontbreekt(
      { wat: onbekend.wat },
      { wat: 'Dit is nog niet bekend: {wat}.', bron, feiten: { wat: onbekend.wat }, stappen },
    )
  const [oordeel] = open
  if (oordeel)
    return oordeelNodig(oordeel.oordeelVan!, {
      wat: 'Hierover moet nog iemand oordelen: {wat}.',
      bron,
      feiten: { wat: oordeel.wat },
      stappen,
    })
  return bepaald(true, { wat: 'Dit kan: {tot}.', bron, feiten: { tot }, stappen })
}

const gegeven = z.strictObject({ feiten: z.record(naam, jaNee).default({}) })

export const toelating: Soort<ToelatingRegel> = {
  omschrijving: 'wat er waar moet zijn voordat iets kan worden gegeven',
  zeg: zegToelating,
  schema: toelatingSchema,
  toets: ({ voorwaarden }) =>
    new Set(voorwaarden.map((v) => v.feit)).size < voorwaarden.length ? ['een feit staat er twee keer'] : [],
  voorbeeld: (regel, gegevens, { document }) => {
    const lezingen = document.uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap)
    return rekenToelating(regel, gegeven.parse(gegevens, { error: nederlands }).feiten, lezingen)
  },
}

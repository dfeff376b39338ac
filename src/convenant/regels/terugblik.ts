/**
 * Kind `terugblik`: is there something in a window of the past? It carries two notions that must not
 * be mixed: a first report (routing) and a new client (money and rights).
 */
import { z } from 'zod'
import { type Datum, dagenTussen, opOfVoor, voor } from '../../kern/datum.ts'
import { bevat, overlapt, type Periode, totEnMet } from '../../kern/periode.ts'
import { bepaald, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import { dag, dekt, duur, naam, nederlands } from '../velden.ts'
import type { Soort } from './soort.ts'
import { zegTerugblik } from './zeg-tijd.ts'

export const terugblikSchema = z.strictObject({
  soort: z.literal('terugblik'),
  id: naam,
  begrip: z.enum(['eerste-melding', 'nieuwe-client']),
  venster: duur,
  /** Counted back from the melding, or onwards from the end of an earlier stay. */
  gerekend: z.enum(['terug-vanaf-melding', 'vooruit-vanaf-einde-bw']),
  telt: z.array(z.enum(['melding', 'aanvraag', 'bw'])).min(1),
  dekt,
})
export type TerugblikRegel = z.output<typeof terugblikSchema>

export type Verleden = {
  melding: Datum
  meldingen?: readonly Datum[]
  aanvragen?: readonly Datum[]
  /** Stays in Beschermd Wonen, half-open. */
  bw?: readonly Periode[]
}

const ANTWOORD = {
  'eerste-melding': { ja: 'Dit is een eerste melding.', nee: 'Dit is een herhaalde melding.' },
  'nieuwe-client': { ja: 'Dit is een nieuwe cliënt.', nee: 'Dit is geen nieuwe cliënt.' },
} as const

/** True when nothing that counts lies in the window. The day of the melding itself is not in it. */
export function rekenTerugblik(
  regel: Geplaatst<TerugblikRegel>,
  verleden: Verleden,
  uitleg: readonly Stap[] = [],
): Uitkomst<boolean> {
  const { melding } = verleden
  const vondsten = regel.gerekend === 'terug-vanaf-melding' ? terug(regel, verleden) : vooruit(regel, verleden)
  const nieuw = !vondsten.some((v) => v.geldt)
  return bepaald(nieuw, {
    wat: ANTWOORD[regel.begrip][nieuw ? 'ja' : 'nee'],
    bron: regel.bron,
    feiten: { melding },
    stappen: [...vondsten, ...uitleg],
  })
}

function terug(
  regel: Geplaatst<TerugblikRegel>,
  { melding, meldingen = [], aanvragen = [], bw = [] }: Verleden,
): Stap[] {
  const venster: Periode = { van: melding.subtract(regel.venster), tot: melding }
  const { bron } = regel
  const los = (naamVan: string, data: readonly Datum[]): Stap[] =>
    data.map((op) => {
      const geldt = bevat(venster, op)
      return {
        wat: `${naamVan} van {op} valt ${geldt ? 'binnen' : 'buiten'} deze periode.`,
        bron,
        feiten: { op },
        geldt,
      }
    })
  const vondsten = [
    ...(regel.telt.includes('melding') ? los('De melding', meldingen) : []),
    ...(regel.telt.includes('aanvraag') ? los('De aanvraag', aanvragen) : []),
    ...(regel.telt.includes('bw') ? bw : []).map((p): Stap => {
      const geldt = overlapt(p, venster)
      return {
        wat: `Het verblijf in Beschermd Wonen van {van} tot en met {totEnMet} valt ${geldt ? 'in' : 'buiten'} deze periode.`,
        bron,
        feiten: { van: p.van, totEnMet: totEnMet(p) },
        geldt,
      }
    }),
  ]
  const rekening: Stap = {
    wat: '{melding} (melding) − {dagen} dagen = {van}. We kijken van {van} tot en met {totEnMet}.',
    bron,
    feiten: { melding, dagen: dagenTussen(venster.van, venster.tot), van: venster.van, totEnMet: totEnMet(venster) },
  }
  const leeg: Stap = { wat: `In deze periode was er geen ${geen(regel)}.`, bron }
  return [rekening, ...vondsten, ...(vondsten.some((v) => v.geldt) ? [] : [leeg])]
}

const ZO_HEET = { melding: 'eerdere melding', aanvraag: 'aanvraag', bw: 'verblijf in Beschermd Wonen' } as const
const geen = (regel: TerugblikRegel): string => regel.telt.map((t) => ZO_HEET[t]).join(' en geen ')

function vooruit(regel: Geplaatst<TerugblikRegel>, { melding, bw = [] }: Verleden): Stap[] {
  const { bron } = regel
  const eerder = bw.filter((p) => opOfVoor(p.van, melding))
  const stappen = eerder.map((p): Stap => {
    const grens = p.tot.add(regel.venster)
    const geldt = voor(melding, grens)
    return {
      wat: `Het verblijf in Beschermd Wonen eindigde op {laatste}. De melding van {melding} ligt ${geldt ? 'vóór' : 'niet vóór'} {grens}.`,
      bron,
      feiten: { laatste: totEnMet(p), melding, grens },
      geldt,
    }
  })
  return stappen.length ? stappen : [{ wat: 'Er is geen eerder verblijf in Beschermd Wonen bekend.', bron }]
}

const verblijf = z.strictObject({ van: dag, tot: dag })
const gegeven = z.strictObject({
  melding: dag,
  meldingen: z.array(dag).default([]),
  aanvragen: z.array(dag).default([]),
  bw: z.array(verblijf).default([]),
})

export const terugblik: Soort<TerugblikRegel> = {
  omschrijving: 'of iemand voor het eerst komt, gemeten over een periode in het verleden',
  zeg: zegTerugblik,
  schema: terugblikSchema,
  voorbeeld: (regel, feiten) => rekenTerugblik(regel, gegeven.parse(feiten, { error: nederlands })),
}

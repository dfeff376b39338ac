/** Kind `mandaat`: which tasks one group hands over to another, or which powers to its own officer, and in which form. */
import { z } from 'zod'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Kader, Uitleg } from '../afspraak.ts'
import { gemeentenaam, type Gemeente } from '../gemeenten.ts'
import { keuze, type Open } from '../keuze.ts'
import { type Taak, TAKEN, taken } from '../taken.ts'
import { takenlijst, toetsMandaat } from '../toets/mandaat.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import { PARTIJEN } from './besluitregel-schema.ts'
import type { Soort } from './soort.ts'
import { zegMandaat } from './zeg-taken.ts'

const nummer = z.union([z.string(), z.int().transform(String)])

const plek = z.strictObject({ artikel: nummer, lid: nummer.optional() })
type Plek = z.output<typeof plek>

export const mandaatSchema = z
  .strictObject({
    soort: z.literal('mandaat'),
    id: naam,
    /** A role, a party, or `partijen` for each of them. */
    van: naam,
    aan: naam.optional(),
    /** Instead of `aan`: the officer each of them sends, in words. */
    bestuurder: zin.optional(),
    vormen: z.array(z.enum(['mandaat', 'volmacht', 'machtiging'])).min(1),
    /** The article, and the lid, whose tasks are handed over. */
    takenVan: plek.optional(),
    /** The other list that may be meant, where the text seems to point to the wrong one; a reading chooses. */
    ofVan: plek.optional(),
    /** Instead of `takenVan`: powers that are no task for a client. */
    waartoe: z.array(naam).min(1).optional(),
    dekt,
  })
  .refine(
    (r) =>
      (r.aan !== undefined && r.takenVan !== undefined) !== (r.bestuurder !== undefined && r.waartoe !== undefined),
    'schrijf aan en takenVan, of bestuurder en waartoe',
  )
  .refine(
    (r) => !(r.aan && r.bestuurder) && !(r.takenVan && r.waartoe),
    'aan hoort bij takenVan, bestuurder bij waartoe',
  )
  .refine((r) => r.ofVan === undefined || r.takenVan !== undefined, 'ofVan hoort bij takenVan')
export type MandaatRegel = z.output<typeof mandaatSchema>

/** The name of a list as a reading chooses it: `artikel-3-lid-2`. */
const lijstnaam = ({ artikel, lid }: Plek): string =>
  [`artikel-${artikel}`, ...(lid === undefined ? [] : [`lid-${lid}`])].join('-').toLowerCase()
const openIn = ({ takenVan, ofVan }: MandaatRegel): Open =>
  takenVan && ofVan ? { 'taken-van': [lijstnaam(takenVan), lijstnaam(ofVan)] } : {}

/** The mandate as the readings have it: over the list the text names, or over the other one that may be meant. */
export function gelezenMandaat(
  regel: Geplaatst<MandaatRegel>,
  uitleg: readonly Geplaatst<Uitleg>[],
): Geplaatst<MandaatRegel> {
  const { ofVan } = regel
  if (!ofVan) return regel
  return keuze(regel, openIn(regel), 'taken-van', uitleg).waarde === lijstnaam(ofVan)
    ? { ...regel, takenVan: ofVan }
    : regel
}

export type Mandaatvraag = {
  taak: Taak
  /** Slug of who gives it. */ van: string
  /** Slug of who gets it. */ aan: string
}

/** The municipalities a role or party stands for. */
export const ledenVan = (
  wie: string,
  { partijen, rollen }: Pick<Convenant, 'partijen' | 'rollen'>,
): readonly string[] => (wie === PARTIJEN ? partijen : (rollen[wie] ?? [wie]))

/** May the officer of `van` (a slug) do this? Anything the text does not name is `niet-geregeld`. */
export function rekenBestuursmandaat(
  regel: Geplaatst<MandaatRegel>,
  vraag: { van: string; waartoe: string },
  document: Convenant,
  gemeenten: readonly Gemeente[],
): Uitkomst<boolean> {
  const { bron, bestuurder = '', waartoe = [] } = regel
  const feiten = {
    van: gemeentenaam(vraag.van, gemeenten),
    bestuurder,
    waartoe: vraag.waartoe.replaceAll('-', ' '),
    vormen: regel.vormen.join(', '),
  }
  const hoort = ledenVan(regel.van, document).includes(vraag.van)
  const genoemd = waartoe.includes(vraag.waartoe)
  const stappen: Stap[] = [
    { wat: '{van} hoort bij wie dit mandaat geeft. De vorm is: {vormen}.', bron, feiten, geldt: hoort },
    { wat: 'Dit staat erbij: {waartoe}.', bron, feiten, geldt: genoemd },
  ]
  return hoort && genoemd
    ? bepaald(true, { wat: '{van} geeft mandaat aan {bestuurder} voor: {waartoe}.', bron, feiten, stappen })
    : nietGeregeld({
        wat: 'Dit artikel geeft {bestuurder} geen mandaat van {van} voor: {waartoe}.',
        bron,
        feiten,
        stappen,
      })
}

/** True when the article, as it is read, hands this task over. Anything else is `niet-geregeld`: silence gives no mandate. */
export function rekenMandaat(
  regel: Geplaatst<MandaatRegel>,
  vraag: Mandaatvraag,
  document: Convenant,
  gemeenten: readonly Gemeente[],
  uitleg: readonly Geplaatst<Uitleg>[] = [],
): Uitkomst<boolean> {
  const { bron } = regel
  const gelezen = gelezenMandaat(regel, uitleg)
  const { artikel, lid } = gelezen.takenVan ?? {}
  const genoemd = takenlijst(gelezen, document).flatMap((r) => r.taken)
  const feiten = {
    taaknaam: TAKEN[vraag.taak].naam,
    van: gemeentenaam(vraag.van, gemeenten),
    aan: gemeentenaam(vraag.aan, gemeenten),
    plek: `artikel ${artikel}${lid === undefined ? '' : ` lid ${lid}`}`,
    vormen: regel.vormen.join(', '),
  }
  const past =
    ledenVan(regel.van, document).includes(vraag.van) && ledenVan(regel.aan ?? '', document).includes(vraag.aan)
  const stappen: Stap[] = [
    { wat: 'Het gaat om de taken van {plek}. De vorm is: {vormen}.', bron, feiten },
    { wat: 'Deze gemeenten horen bij dit mandaat.', bron, geldt: past },
    { wat: 'Deze taak staat daar: {taaknaam}.', bron, feiten, geldt: genoemd.includes(vraag.taak) },
    ...uitleg.filter((u) => u.over.includes(regel.id)).map(uitlegStap),
  ]
  return past && genoemd.includes(vraag.taak)
    ? bepaald(true, { wat: '{van} draagt deze taak over aan {aan}: {taaknaam}.', bron, feiten, stappen })
    : nietGeregeld({
        wat: 'Dit artikel geeft {aan} geen mandaat van {van} voor deze taak: {taaknaam}.',
        bron,
        feiten,
        stappen,
      })
}

function toets(regel: MandaatRegel, document: Convenant | Kader): string[] {
  if (document.soort !== 'convenant') return ['een mandaat staat in een convenant, niet in een wet']
  const { van, aan } = regel
  const krijgen = aan === undefined ? [] : ledenVan(aan, document)
  const zichzelf = aan !== undefined && ledenVan(van, document).every((lid) => krijgen.includes(lid))
  return [
    ...[van, ...(aan ? [aan] : [])]
      .filter((wie) => wie !== PARTIJEN && !(wie in document.rollen) && !document.partijen.includes(wie))
      .map((wie) => `${wie} is geen partij en geen rol van deze afspraak`),
    ...(zichzelf ? [`wie het mandaat geeft (${van}), krijgt het ook (${aan})`] : []),
  ]
}

const gegeven = z.strictObject({
  taak: z.enum(taken),
  van: naam,
  aan: naam,
  /** `ja`: what the bare text says, without any chosen reading. */
  zonderUitleg: jaNee.default(false),
})
const gegevenBestuur = z.strictObject({ van: naam, waartoe: naam })

export const mandaat: Soort<MandaatRegel> = {
  omschrijving: 'welke taken de ene gemeente aan de andere opdraagt, of wat een gemeente haar bestuurder laat doen',
  zeg: zegMandaat,
  schema: mandaatSchema,
  open: openIn,
  toets,
  bevindingen: toetsMandaat,
  voorbeeld: (regel, feiten, { document, gemeenten }) => {
    if (document.soort !== 'convenant') throw new RangeError('een wet geeft geen mandaat')
    if (regel.bestuurder)
      return rekenBestuursmandaat(regel, gegevenBestuur.parse(feiten, { error: nederlands }), document, gemeenten)
    const { zonderUitleg, ...vraag } = gegeven.parse(feiten, { error: nederlands })
    return rekenMandaat(regel, vraag, document, gemeenten, zonderUitleg ? [] : document.uitleg)
  },
}

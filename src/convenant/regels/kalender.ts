/** Kind `kalender`: what must be done by whom, on or before which day, counted from a year J. */
import { z } from 'zod'
import { type Datum, voor } from '../../kern/datum.ts'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Convenant, Geplaatst, Kader, Uitleg } from '../afspraak.ts'
import { dagVan, jaardag } from '../jaardag.ts'
import type { Plichtdeel } from '../plichtstaat.ts'
import { tijdvakVan } from '../tijdvak.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dekt, naam, nederlands, zin } from '../velden.ts'
import { noemBetrokken, slugsVan } from './betrokken.ts'
import type { Plichtgrond, Soort } from './soort.ts'

const stapSchema = z
  .strictObject({
    doe: zin,
    /** A role, a slug, or `partijen` for all of them. */
    wie: naam,
    aan: naam.optional(),
    /** First and last day on which it can be done. */
    van: jaardag.optional(),
    totEnMet: jaardag.optional(),
    /** The event that starts it, where the text gives no day. */
    zodra: zin.optional(),
    /** What must have happened before. */
    na: zin.optional(),
    /** How often at least in that time; left out: once. */
    keer: z.int().min(2).optional(),
  })
  .refine((s) => s.van ?? s.totEnMet ?? s.zodra, 'noem een dag (van, totEnMet) of een gebeurtenis (zodra)')
  .refine((s) => !(s.zodra && (s.van ?? s.totEnMet)), 'zodra kan niet naast van of totEnMet; gebruik dan na')

export const kalenderSchema = z
  .strictObject({
    soort: z.literal('kalender'),
    id: naam,
    per: z.literal('kalenderjaar J'),
    /** The only year that the text names; left out: every year. */
    jaar: z.int().min(1).optional(),
    /** Id of the uitleg that carries it over to other years; left out: nothing is due then. */
    andereJaren: naam.optional(),
    /** Rules with the same word ask for the same thing, so that `toets` can hold them beside each other. */
    onderwerp: naam.optional(),
    stappen: z.array(stapSchema).min(1),
    dekt,
  })
  .refine((r) => r.jaar !== undefined || !r.andereJaren, 'andereJaren hoort bij jaar')
export type KalenderRegel = z.output<typeof kalenderSchema>
type KalenderStap = KalenderRegel['stappen'][number]

/** `wacht`: on an event. `uitleg`: rests on a reading the region did not adopt. */
export type Kalenderstatus = 'gepland' | 'wacht' | 'uitleg' | 'voor-begin' | 'na-einde'

/** One thing to do. `datum` is the last day, or the first where there is no last; null: it waits for an event. */
export type Kalenderdag = {
  datum: Datum | null
  van?: Datum
  doe: string
  wie: string
  aan: string | null
  artikel: string
  lid: string | null
  status: Kalenderstatus
  zodra?: string
  na?: string
  keer?: number
  regel: string
}

/** What the rule leans on: the readings of the covenant, and its first and last day (null: no end known). */
export type Tijdvak = { uitleg: readonly Geplaatst<Uitleg>[]; begin: Datum; einde: Datum | null }

/**
 * What one rule asks for the year J. `niet-geregeld` where the text names another year and no reading
 * carries it over.
 */
export function rekenKalender(
  regel: Geplaatst<KalenderRegel>,
  jaar: number,
  tijdvak: Tijdvak,
): Uitkomst<Kalenderdag[]> {
  const { bron } = regel
  const anderJaar = regel.jaar !== undefined && regel.jaar !== jaar
  if (anderJaar && !regel.andereJaren)
    return nietGeregeld({
      wat: 'De tekst noemt alleen {genoemd}. Voor {jaar} staat er niets.',
      bron,
      feiten: { genoemd: regel.jaar ?? null, jaar },
      geldt: false,
    })
  const uitleg = tijdvak.uitleg.filter((u) => u.over.includes(regel.id) && (anderJaar || u.id !== regel.andereJaren))
  const opUitleg = uitleg.some((u) => u.vastgesteld === null)
  const dagen = regel.stappen.map((s): Kalenderdag => {
    const van = s.van && dagVan(s.van, jaar)
    const datum = s.totEnMet ? dagVan(s.totEnMet, jaar) : (van ?? null)
    return {
      datum,
      ...(van && { van }),
      doe: s.doe,
      wie: s.wie,
      aan: s.aan ?? null,
      artikel: bron.artikel,
      lid: bron.lid ?? null,
      status: statusVan(datum, van, tijdvak, opUitleg),
      ...(s.zodra && { zodra: s.zodra }),
      ...(s.na && { na: s.na }),
      ...(s.keer && { keer: s.keer }),
      regel: regel.id,
    }
  })
  return bepaald(dagen, {
    wat: 'Afspraken over {jaar}.',
    bron,
    feiten: { jaar },
    stappen: [...dagen.map((d, i) => dagStap(d, regel.stappen[i]!, bron)), ...uitleg.map(uitlegStap)],
  })
}

function statusVan(
  datum: Datum | null,
  van: Datum | undefined,
  { begin, einde }: Tijdvak,
  opUitleg: boolean,
): Kalenderstatus {
  if (!datum) return 'wacht'
  if (voor(datum, begin)) return 'voor-begin'
  if (einde && voor(einde, van ?? datum)) return 'na-einde'
  return opUitleg ? 'uitleg' : 'gepland'
}

const ERBIJ: Record<Kalenderstatus, string> = {
  gepland: '',
  wacht: '',
  uitleg: ' Dit berust op een uitleg die de regio nog niet heeft vastgesteld.',
  'voor-begin': ' Dat is vóór het begin van het convenant.',
  'na-einde': ' Dan is het convenant al geëindigd.',
}

function dagStap(d: Kalenderdag, s: KalenderStap, bron: Stap['bron']): Stap {
  const wanneer = s.zodra
    ? ', zodra {zodra}'
    : !s.totEnMet
      ? ' vanaf {van}'
      : s.van
        ? ' van {van} tot en met {datum}'
        : ' uiterlijk {datum}'
  return {
    wat: `{wie}: {doe}${d.aan ? ' (aan {aan})' : ''}${d.keer ? ', {keer} keer' : ''}${wanneer}${d.na ? ', na {na}' : ''}.${ERBIJ[d.status]}`,
    ...(bron && { bron }),
    feiten: {
      wie: d.wie,
      doe: d.doe,
      aan: d.aan,
      datum: d.datum,
      van: d.van ?? null,
      zodra: d.zodra ?? null,
      na: d.na ?? null,
      keer: d.keer ?? 1,
    },
  }
}

/** Any year will do to see which of two days comes first. */
const GEWOON_JAAR = 2001

function toets(regel: KalenderRegel, document: Convenant | Kader): string[] {
  const verkeerdOm = regel.stappen.flatMap((s) => {
    const [van, tot] = [s.van, s.totEnMet]
    const jaar = regel.jaar ?? GEWOON_JAAR
    return van && tot && voor(dagVan(tot, jaar), dagVan(van, jaar)) ? [`${s.doe}: totEnMet ligt vóór van`] : []
  })
  const id = regel.andereJaren
  const los =
    id && !document.uitleg.some((u) => u.id === id && u.over.includes(regel.id))
      ? [`er is geen uitleg met id ${id} over ${regel.id}`]
      : []
  const bekend =
    document.soort === 'convenant' ? ['partijen', ...document.partijen, ...Object.keys(document.rollen)] : []
  const vreemd = regel.stappen
    .flatMap((s) => [s.wie, ...(s.aan ? [s.aan] : [])])
    .filter((n) => !bekend.includes(n))
    .map((n) => `${n} is geen partij en geen rol van deze afspraak`)
  return [...verkeerdOm, ...los, ...new Set(vreemd)]
}

/** Each step is a duty of its own: every year, or only in the year that the text names. */
function plichten(regel: Geplaatst<KalenderRegel>, { document, uitleg, gemeenten }: Plichtgrond): Plichtdeel[] {
  const over = uitleg.filter((u) => u.over.includes(regel.id))
  return regel.stappen.map((s, i) => ({
    id: regel.stappen.length === 1 ? regel.id : `${regel.id}-${i + 1}`,
    regel: regel.id,
    bron: regel.bron,
    wie: slugsVan([s.wie], document),
    wieZin: noemBetrokken([s.wie], document, gemeenten),
    aan: s.aan ? slugsVan([s.aan], document) : [],
    aanZin: s.aan ? noemBetrokken([s.aan], document, gemeenten) : null,
    wat: s.na ? `${s.doe}, na ${s.na}` : s.doe,
    aard: 'resultaat',
    wanneer: s.zodra
      ? { bij: s.zodra }
      : {
          jaardagen: { van: s.van, totEnMet: s.totEnMet },
          keer: s.keer ?? 1,
          jaar: regel.andereJaren ? undefined : regel.jaar,
        },
    bewijs: null,
    uitleg: over,
  }))
}

const gegeven = z.strictObject({ jaar: z.int() })

export const kalender: Soort<KalenderRegel> = {
  omschrijving: 'wat wanneer af moet zijn, geteld vanaf een kalenderjaar',
  schema: kalenderSchema,
  toets,
  plichten,
  voorbeeld: (regel, feiten, omgeving) => {
    const { jaar } = gegeven.parse(feiten, { error: nederlands })
    const uitkomst = rekenKalender(regel, jaar, tijdvakVan(omgeving.boek()))
    if (uitkomst.soort !== 'bepaald') return uitkomst
    const kort = uitkomst.waarde.map(({ datum, van, status }) => ({ datum, ...(van && { van }), status }))
    return bepaald(kort, uitkomst.waarom)
  },
}

/** Kind `looptijd`: when a version is in force. An extension is a recorded decision, never a new text. */
import { z } from 'zod'
import { type Datum, opOfVoor, vroegste } from '../../kern/datum.ts'
import { bepaald, type Lezing, ontbreekt, type Stap, tegenstrijdig, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from '../afspraak.ts'
import { kiesLezing } from '../lezing.ts'
import { regelsVan } from '../regels-van.ts'
import { toetsLooptijd } from '../toets/looptijd.ts'
import { dag, dekt, jaNee, naam, nederlands, zin } from '../velden.ts'
import type { Soort } from './soort.ts'
import { zegLooptijd } from './zeg-tijd.ts'

export const looptijdSchema = z
  .strictObject({
    soort: z.literal('looptijd'),
    id: naam,
    /** First day; left out where the text names none. */
    ingang: dag.optional(),
    /** First day on which it no longer counts. */
    tot: dag.optional(),
    /** Last day on which it counts. */
    totEnMet: dag.optional(),
    verlenging: z.strictObject({ aantal: z.int().min(1), jaren: z.int().min(1), uiterlijk: dag.optional() }).optional(),
    /** It can be extended, but the text does not say how often or how long. */
    verlengbaar: z.literal('onbepaald').optional(),
    /** Id of the `besluitregel` by which it is extended; left out: the text does not say how. */
    besluit: naam.optional(),
    /** Another end beside the day, that has no day of its own: what it depends on, in words. */
    gekoppeldAan: zin.optional(),
    dekt,
  })
  .refine((r) => !(r.tot && r.totEnMet), 'kies tot of totEnMet, niet allebei')
  .refine((r) => !(r.verlenging && r.verlengbaar), 'kies verlenging of verlengbaar, niet allebei')
  .refine((r) => r.verlenging ?? r.verlengbaar ?? !r.besluit, 'besluit hoort bij verlenging of verlengbaar')
export type LooptijdRegel = z.output<typeof looptijdSchema>

/** In force on the day asked, first and last day; null where the text gives none. */
export type Looptijd = { geldt: boolean; van: Datum | null; totEnMet: Datum | null }

/**
 * The term on `op` after `verlengingen` extensions (a whole number, 0 or more). More extensions than
 * agreed, or past the printed limit, leaves two readings that the text does not choose between. `besloten`
 * is the first day after the term that the last recorded decision gave: it counts, not the number of
 * decisions, and a day that no whole number of agreed extensions reaches is a second reading.
 */
export function rekenLooptijd(
  regel: Geplaatst<LooptijdRegel>,
  op: Datum,
  verlengingen: number,
  besluiten: readonly Stap[] = [],
  besloten?: Datum,
): Uitkomst<Looptijd> {
  const { bron } = regel
  const van = regel.ingang ?? null
  const eind = regel.tot ?? regel.totEnMet?.add({ days: 1 }) ?? null
  const maak = (tot: Datum | null): Looptijd => ({
    geldt: (!van || opOfVoor(van, op)) && (!tot || Temporal.PlainDate.compare(op, tot) < 0),
    van,
    totEnMet: tot?.subtract({ days: 1 }) ?? null,
  })
  const basis: Stap[] = [
    van
      ? { wat: 'Het convenant geldt vanaf {van}.', bron, feiten: { van } }
      : { wat: 'Het convenant noemt geen dag waarop het ingaat.', bron },
    eind
      ? { wat: 'Zonder verlenging is {laatste} de laatste dag.', bron, feiten: { laatste: eind.subtract({ days: 1 }) } }
      : { wat: 'Het convenant noemt geen einde.', bron },
  ]
  if (!eind) return antwoord(maak(null), op, regel, basis)
  if (regel.verlengbaar)
    return rekenOnbepaald(regel, op, { basis, eind, maak, verlengingen, besluiten, ...(besloten && { besloten }) })
  const afspraak = regel.verlenging
  const jaren = afspraak?.jaren ?? 0
  const na = (aantal: number): Datum => eind.add({ years: aantal * jaren })
  const tot = afspraak && besloten
  const erbij = tot ? tot.year - eind.year : 0
  const past = !tot || (erbij >= 0 && erbij % jaren === 0 && eind.add({ years: erbij }).equals(tot))
  const keer = tot && past ? erbij / jaren : verlengingen
  if (!afspraak && verlengingen > 0)
    basis.push({
      wat: 'Het convenant kent geen verlenging. {aantal} keer verlengen telt daarom niet mee.',
      bron,
      feiten: { aantal: verlengingen },
      geldt: false,
    })
  if (afspraak) {
    basis.push({
      wat: keer
        ? '{aantal} keer met {jaren} jaar verlengd. Afgesproken is hoogstens {hoogstens} keer.'
        : 'Er is geen verlenging vastgelegd. Afgesproken is hoogstens {hoogstens} keer {jaren} jaar.',
      bron,
      feiten: { aantal: keer, jaren, hoogstens: afspraak.aantal },
      geldt: keer > 0,
      ...(besluiten.length && { stappen: besluiten }),
    })
  }
  const volgensAantal = na(Math.min(keer, afspraak?.aantal ?? 0))
  if (tot && !past)
    return tegenstrijdig(
      [volgensAantal, tot].map((eerste) => ({ waarde: maak(eerste), bron })),
      {
        wat: 'Het besluit past niet bij het convenant: het eindigt na {a} of na {b}.',
        bron,
        feiten: { a: volgensAantal.subtract({ days: 1 }), b: tot.subtract({ days: 1 }), op },
        stappen: [
          ...basis,
          {
            wat: 'Verlengen kan met {jaren} jaar tegelijk. Dan is {a} de laatste dag.',
            bron,
            feiten: { jaren, a: volgensAantal.subtract({ days: 1 }) },
          },
          {
            wat: 'Volg je de dag in het laatste besluit, dan is {b} de laatste dag.',
            feiten: { b: tot.subtract({ days: 1 }) },
          },
        ],
      },
    )
  const volgensGrens = afspraak?.uiterlijk ? vroegste(na(keer), afspraak.uiterlijk) : volgensAantal
  if (volgensAantal.equals(volgensGrens)) return antwoord(maak(volgensAantal), op, regel, basis)
  const lezingen: Lezing<Looptijd>[] = [volgensAantal, volgensGrens].map((eerste) => ({ waarde: maak(eerste), bron }))
  return tegenstrijdig(lezingen, {
    wat: 'Het convenant geeft twee antwoorden: het eindigt na {a} of na {b}.',
    bron,
    feiten: { a: volgensAantal.subtract({ days: 1 }), b: volgensGrens.subtract({ days: 1 }), op },
    stappen: [
      ...basis,
      {
        wat: 'Tel je het afgesproken aantal van {hoogstens} verlengingen, dan is {a} de laatste dag.',
        bron,
        feiten: { hoogstens: afspraak?.aantal ?? 0, a: volgensAantal.subtract({ days: 1 }) },
      },
      {
        wat: 'Volg je de genoemde grens van {grens}, dan is {b} de laatste dag.',
        bron,
        feiten: { grens: afspraak?.uiterlijk ?? null, b: volgensGrens.subtract({ days: 1 }) },
      },
    ],
  })
}

type Onbepaald = {
  basis: readonly Stap[]
  eind: Datum
  maak: (tot: Datum) => Looptijd
  verlengingen: number
  besluiten: readonly Stap[]
  besloten?: Datum
}

/** The text allows an extension without a measure: only a recorded decision says to which day. */
function rekenOnbepaald(regel: Geplaatst<LooptijdRegel>, op: Datum, o: Onbepaald): Uitkomst<Looptijd> {
  const { bron } = regel
  const kan: Stap = {
    wat: o.besloten
      ? 'Verlengd tot en met {laatste}. Het convenant zegt niet hoe vaak en hoe lang dat kan; het besluit telt.'
      : 'Verlengen kan, maar het convenant zegt niet hoe vaak en hoe lang. Er is geen verlenging vastgelegd.',
    bron,
    ...(o.besloten && { feiten: { laatste: o.besloten.subtract({ days: 1 }) } }),
    geldt: Boolean(o.besloten),
    ...(o.besluiten.length && { stappen: o.besluiten }),
  }
  if (o.verlengingen > 0 && !o.besloten)
    return ontbreekt(
      { wat: 'de laatste dag na de verlenging' },
      {
        wat: 'Het convenant zegt niet hoe lang een verlenging duurt. De laatste dag na {aantal} keer verlengen is niet te berekenen.',
        bron,
        feiten: { aantal: o.verlengingen, op },
        stappen: [...o.basis, kan],
      },
    )
  return antwoord(o.maak(o.besloten ?? o.eind), op, regel, [...o.basis, kan])
}

function antwoord(waarde: Looptijd, op: Datum, regel: Geplaatst<LooptijdRegel>, stappen: Stap[]): Uitkomst<Looptijd> {
  const { geldt, totEnMet } = waarde
  return bepaald(waarde, {
    wat: `Op {op} geldt het convenant ${geldt ? 'wel' : 'niet'}.${totEnMet ? ' De laatste dag is {laatste}.' : ''}`,
    bron: regel.bron,
    feiten: { op, ...(totEnMet && { laatste: totEnMet }) },
    stappen,
  })
}

/** Two lids with their own term are two readings; the uitleg that names one of them with `voorrang` chooses. */
export const kiesLooptijd = (
  regels: readonly Geplaatst<LooptijdRegel>[],
  uitleg: readonly Geplaatst<Uitleg>[],
  reken: (regel: Geplaatst<LooptijdRegel>) => Uitkomst<Looptijd>,
): Uitkomst<Looptijd> =>
  kiesLezing(regels, uitleg, reken, ([a, b]) => ({
    wat: 'Het convenant geeft twee antwoorden: het eindigt na {a} of na {b}.',
    bron: regels[0]!.bron,
    feiten: { a: a?.totEnMet ?? null, b: b?.totEnMet ?? null },
  }))

const gegeven = z.strictObject({
  op: dag,
  verlengingen: z.int().min(0).default(0),
  /** `ja`: what the bare text says, without any chosen reading. */
  zonderUitleg: jaNee.default(false),
})

export const looptijd: Soort<LooptijdRegel> = {
  omschrijving: 'wanneer het convenant geldt en hoe vaak het kan worden verlengd',
  zeg: zegLooptijd,
  schema: looptijdSchema,
  toets: ({ besluit, ingang, tot, totEnMet }, document) => {
    const begin = ingang ?? (document.soort === 'convenant' ? document.ingang : undefined)
    const eind = tot ?? totEnMet?.add({ days: 1 })
    return [
      ...(besluit === undefined || document.regels.some((r) => r.soort === 'besluitregel' && r.id === besluit)
        ? []
        : [`er is geen besluitregel met id ${besluit}`]),
      ...(begin && eind && opOfVoor(eind, begin) ? ['het einde ligt niet na de dag van ingang'] : []),
    ]
  },
  bevindingen: toetsLooptijd,
  voorbeeld: (_regel, feiten, { document }) => {
    const { op, verlengingen, zonderUitleg } = gegeven.parse(feiten, { error: nederlands })
    return kiesLooptijd(regelsVan(document, 'looptijd'), zonderUitleg ? [] : document.uitleg, (regel) =>
      rekenLooptijd(regel, op, verlengingen),
    )
  },
}

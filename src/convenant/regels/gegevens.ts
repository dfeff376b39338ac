/** Kind `gegevens`: who answers for personal data, when a DPIA is due again, and a processing agreement. */
import { z } from 'zod'
import { type Datum, opOfVoor, voor } from '../../kern/datum.ts'
import { bepaald, nietGeregeld, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst, Uitleg } from '../afspraak.ts'
import { keuze } from '../keuze.ts'
import type { Plichtdeel } from '../plichtstaat.ts'
import { hoeVaakOnbekend } from '../toets/hoe-vaak.ts'
import { uitlegStap } from '../uitleg-stap.ts'
import { dag, dekt, duur, jaNee, naam, nederlands, zin } from '../velden.ts'
import { namen, noemBetrokken, slugsVan, vreemdeNamen } from './betrokken.ts'
import type { Plichtgrond, Soort } from './soort.ts'
import { schrijfDuur } from './termijnenwet.ts'
import { OPEN_HOE_VAAK, tussentijd, volgensLezing } from './wanneer.ts'

export const gegevensSchema = z
  .strictObject({
    soort: z.literal('gegevens'),
    id: naam,
    /** Who answers for it. */
    verantwoordelijk: namen,
    dpia: z
      .strictObject({
        /** Again after this time, or `geregeld` where the text names no time. */
        herhalen: z.union([duur, z.literal('geregeld')]).optional(),
        /** What makes it due again at once. */
        bij: zin.optional(),
      })
      .optional(),
    /** An agreement with who processes the data, for as long as something else runs. */
    overeenkomst: z.strictObject({ met: zin, zolang: zin }).optional(),
    dekt,
  })
  .refine((r) => r.dpia ?? r.overeenkomst, 'noem dpia of overeenkomst')
export type GegevensRegel = z.output<typeof gegevensSchema>

export type Dpiavraag = { readonly dpia: readonly Datum[]; readonly wijzigingen: readonly Datum[]; readonly op: Datum }
/** Is a DPIA due on the day asked, and since which day (null: it never was carried out, or none is due). */
export type Dpiastand = { nodig: boolean; sinds: Datum | null }

const eerst = (a: Datum, b: Datum): number => Temporal.PlainDate.compare(a, b)

/** Whether a DPIA is due. `niet-geregeld` where only its age could make it due and the text names no time. */
export function rekenDpia(
  regel: Geplaatst<GegevensRegel>,
  vraag: Dpiavraag,
  uitleg: readonly Geplaatst<Uitleg>[],
): Uitkomst<Dpiastand> {
  const { bron, dpia } = regel
  const { op } = vraag
  if (!dpia) return nietGeregeld({ wat: 'Dit artikel vraagt geen DPIA.', bron })
  const laatste = [...vraag.dpia]
    .filter((d) => opOfVoor(d, op))
    .sort(eerst)
    .at(-1)
  const stand = (
    nodig: boolean,
    sinds: Datum | null,
    wat: string,
    stappen: readonly Stap[] = [],
  ): Uitkomst<Dpiastand> =>
    bepaald({ nodig, sinds }, { wat, bron, feiten: { op, sinds, laatste: laatste ?? null }, stappen })
  if (!laatste) return stand(true, null, 'Op {op} is er nog geen DPIA. Die moet er komen.')
  const erna = [...vraag.wijzigingen]
    .filter((w) => dpia.bij && voor(laatste, w) && opOfVoor(w, op))
    .sort(eerst)
    .at(0)
  if (erna)
    return stand(true, erna, 'De DPIA van {laatste} moet opnieuw sinds {sinds}.', [
      { wat: 'Op {sinds} gebeurde dit: {bij}.', bron, feiten: { sinds: erna, bij: dpia.bij! } },
    ])
  if (!dpia.herhalen) return stand(false, null, 'De DPIA is van {laatste}. Daarna is er niets veranderd.')
  const lezing = keuze(regel, OPEN_HOE_VAAK, 'hoe-vaak', uitleg)
  const na = dpia.herhalen === 'geregeld' ? tussentijd(lezing.waarde) : dpia.herhalen
  if (!na)
    return nietGeregeld({
      wat: 'De DPIA is van {laatste}. Na hoeveel tijd die opnieuw moet, staat er niet.',
      bron,
      feiten: { laatste },
    })
  const opnieuw = laatste.add(na)
  const stappen: Stap[] = [
    {
      wat: '{laatste} + {na} = {opnieuw}.',
      bron,
      feiten: { laatste, na: schrijfDuur(na), opnieuw },
      ...(lezing.uitleg && { stappen: [uitlegStap(lezing.uitleg)] }),
    },
  ]
  return opOfVoor(opnieuw, op)
    ? stand(true, opnieuw, 'De DPIA van {laatste} moet opnieuw sinds {sinds}.', stappen)
    : stand(false, null, 'De DPIA van {laatste} is nog niet te oud.', stappen)
}

/** Is there an agreement on the day, for as long as it must be there? */
export function rekenOvereenkomst(
  regel: Geplaatst<GegevensRegel>,
  vraag: { zolang: Looptijden; overeenkomst: Looptijden; op: Datum },
): Uitkomst<boolean> {
  const { bron, overeenkomst } = regel
  if (!overeenkomst) return nietGeregeld({ wat: 'Dit artikel vraagt geen overeenkomst over persoonsgegevens.', bron })
  const { op } = vraag
  const loopt = (l: Looptijden): boolean => l.some((p) => opOfVoor(p.van, op) && (!p.tot || voor(op, p.tot)))
  const nodig = loopt(vraag.zolang)
  const er = loopt(vraag.overeenkomst)
  return bepaald(!nodig || er, {
    wat: !nodig
      ? 'Er hoeft op {op} geen overeenkomst met {met} te zijn.'
      : er
        ? 'Er is op {op} een overeenkomst met {met}.'
        : 'Er is op {op} geen overeenkomst met {met}. Die moet er wel zijn.',
    bron,
    feiten: { op, met: overeenkomst.met },
    stappen: [
      { wat: 'Nodig zolang dit loopt: {zolang}.', bron, feiten: { zolang: overeenkomst.zolang }, geldt: nodig },
    ],
  })
}
/** Half-open; without `tot` it still runs. */
export type Looptijden = readonly { readonly van: Datum; readonly tot?: Datum | undefined }[]

function plichten(regel: Geplaatst<GegevensRegel>, { document, uitleg, gemeenten }: Plichtgrond): Plichtdeel[] {
  const over = uitleg.filter((u) => u.over.includes(regel.id))
  const basis = {
    regel: regel.id,
    bron: regel.bron,
    wie: slugsVan(regel.verantwoordelijk, document),
    wieZin: noemBetrokken(regel.verantwoordelijk, document, gemeenten),
    aan: [],
    aanZin: null,
    aard: 'resultaat' as const,
    uitleg: over,
  }
  const dpia = { ...basis, bewijs: 'het rapport van de DPIA' }
  const { herhalen, bij } = regel.dpia ?? {}
  const weer = volgensLezing('geregeld', keuze(regel, OPEN_HOE_VAAK, 'hoe-vaak', uitleg).waarde)
  return [
    ...(regel.dpia
      ? [{ ...dpia, id: `${regel.id}-dpia`, wat: 'een DPIA uitvoeren', wanneer: 'eenmalig' as const }]
      : []),
    ...(herhalen === 'geregeld'
      ? [{ ...dpia, id: `${regel.id}-herhalen`, wat: 'de DPIA herhalen', wanneer: weer }]
      : []),
    ...(herhalen && herhalen !== 'geregeld'
      ? [
          {
            ...dpia,
            id: `${regel.id}-herhalen`,
            wat: 'de DPIA herhalen',
            wanneer: { bij: 'er is een DPIA gedaan', binnen: herhalen },
          },
        ]
      : []),
    ...(bij ? [{ ...dpia, id: `${regel.id}-bij`, wat: 'de DPIA opnieuw doen', wanneer: { bij } }] : []),
    ...(regel.overeenkomst
      ? [
          {
            ...basis,
            id: `${regel.id}-overeenkomst`,
            wat: `een overeenkomst over persoonsgegevens hebben met ${regel.overeenkomst.met}`,
            wanneer: { bij: regel.overeenkomst.zolang },
            bewijs: 'de getekende overeenkomst',
          },
        ]
      : []),
  ]
}

const vak = z.array(z.strictObject({ van: dag, tot: dag.optional() })).default([])
const gegeven = z.strictObject({
  op: dag,
  dpia: z.array(dag).default([]),
  wijzigingen: z.array(dag).default([]),
  zolang: vak,
  overeenkomst: vak,
  /** `ja`: what the bare text says, without any chosen reading. */
  zonderUitleg: jaNee.default(false),
})

export const gegevens: Soort<GegevensRegel> = {
  omschrijving: 'wie voor persoonsgegevens instaat, wanneer een DPIA opnieuw moet, en een overeenkomst daarover',
  schema: gegevensSchema,
  open: (regel) => (regel.dpia?.herhalen === 'geregeld' ? OPEN_HOE_VAAK : {}),
  toets: (regel, document) => vreemdeNamen(regel.verantwoordelijk, document),
  bevindingen: (regel) => (regel.dpia?.herhalen === 'geregeld' ? [hoeVaakOnbekend(regel, 'de DPIA herhalen')] : []),
  plichten,
  voorbeeld: (regel, feiten, { document }) => {
    const { zonderUitleg, dpia, wijzigingen, zolang, overeenkomst, op } = gegeven.parse(feiten, { error: nederlands })
    return regel.dpia
      ? rekenDpia(regel, { dpia, wijzigingen, op }, zonderUitleg ? [] : document.uitleg)
      : rekenOvereenkomst(regel, { zolang, overeenkomst, op })
  },
}

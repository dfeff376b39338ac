/** Holds one rule about groups, with its conditions, against a case. */
import { type Datum, voor } from '../../kern/datum.ts'
import { bepaald, nietGeregeld, ontbreekt, oordeelNodig, type Stap, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Geplaatst } from '../afspraak.ts'
import {
  type VoorrangsgroepRegel,
  type VoorrangsvoorwaardeRegel,
  type Voorrangsvraag,
  zegNaam,
} from './voorrangsgroep-schema.ts'

type Voorwaarde = VoorrangsvoorwaardeRegel['voorwaarden'][number]
type Gewogen = { v: Voorwaarde; stap: Stap; antwoord: boolean | undefined }

/**
 * True: the group goes first. False: the text leaves it out, or a condition is not met. `niet-geregeld`: on
 * this day, or for this group, the rule says nothing. A condition nobody answered is `ontbreekt`, or
 * `oordeel-nodig` where the text makes it a judgement.
 */
export function rekenVoorrang(
  regel: Geplaatst<VoorrangsgroepRegel>,
  voorwaarden: readonly Geplaatst<VoorrangsvoorwaardeRegel>[],
  vraag: Voorrangsvraag,
  op: Datum,
): Uitkomst<boolean> {
  const { bron, mits } = regel
  const feiten = { groep: zegNaam(vraag.groep), waarvoor: zegNaam(regel.waarvoor), vanaf: regel.vanaf ?? null }
  if (!regel.groepen.includes(vraag.groep))
    return nietGeregeld({ wat: 'Deze groep staat er niet bij: {groep}.', bron, feiten })
  if (regel.vanaf && voor(op, regel.vanaf))
    return nietGeregeld({ wat: 'Dit geldt pas vanaf {vanaf}. Wat er eerder gold, is niet nagekeken.', bron, feiten })
  if (mits) {
    const gegeven = vraag.feiten[mits.feit]
    if (gegeven === undefined)
      return ontbreekt(
        { wat: mits.wat, op: op.toString() },
        {
          wat: 'We weten niet of dit zo is: {mits}. Daarvan hangt het antwoord af.',
          bron,
          feiten: { ...feiten, mits: mits.wat },
        },
      )
    if (!gegeven)
      return nietGeregeld({
        wat: 'Dit geldt alleen als: {mits}. Dat is niet zo.',
        bron,
        feiten: { ...feiten, mits: mits.wat },
      })
  }
  const reden: Stap[] = mits ? [{ wat: 'Het is zo: {mits}.', bron, feiten: { mits: mits.wat } }] : []
  if (!regel.krijgt)
    return bepaald(false, {
      wat: 'Deze tekst laat deze groep erbuiten ({waarvoor}): {groep}.',
      bron,
      feiten,
      stappen: reden,
    })
  return weeg(
    voorwaarden.filter((r) => r.bij === regel.id && (!r.groepen || r.groepen.includes(vraag.groep))),
    vraag,
    { bron, feiten, stappen: reden },
  )
}

function weeg(
  regels: readonly Geplaatst<VoorrangsvoorwaardeRegel>[],
  vraag: Voorrangsvraag,
  deel: Omit<Stap, 'wat'> & { stappen: readonly Stap[] },
): Uitkomst<boolean> {
  const gewogen = regels.flatMap((r) =>
    r.voorwaarden.map((v): Gewogen => {
      const antwoord = vraag.feiten[v.feit]
      const hoe = antwoord === undefined ? 'is niet bekend' : antwoord ? 'ja' : 'nee'
      return {
        v,
        antwoord,
        stap: { wat: `Voorwaarde: {wat}: ${hoe}.`, bron: r.bron, feiten: { wat: v.wat }, geldt: antwoord ?? false },
      }
    }),
  )
  const stappen = [...deel.stappen, ...gewogen.map((g) => g.stap)]
  const open = gewogen.filter((g) => g.antwoord === undefined).map((g) => g.v)
  const onbekend = open.find((v) => !v.oordeelVan)
  const oordeel = open.find((v) => v.oordeelVan)
  if (gewogen.some((g) => g.antwoord === false))
    return bepaald(false, {
      ...deel,
      wat: 'Deze persoon valt erbuiten ({waarvoor}): een voorwaarde is niet vervuld.',
      stappen,
    })
  if (onbekend)
    return ontbreekt(
      { wat: onbekend.wat },
      { ...deel, wat: 'We weten nog niet alles wat nodig is ({waarvoor}).', stappen },
    )
  if (oordeel)
    return oordeelNodig(oordeel.oordeelVan!, {
      ...deel,
      wat: 'De groep hoort erbij ({groep}). Over een voorwaarde moet nog iemand oordelen: {wie}.',
      feiten: { ...deel.feiten, wie: oordeel.oordeelVan! },
      stappen,
    })
  return bepaald(true, { ...deel, wat: 'Deze groep gaat voor ({waarvoor}): {groep}.', stappen })
}

/** Statutory terms by name, and terms a covenant counts in weeks or months. */
import type { Geplaatst, Kader } from '../convenant/afspraak.ts'
import { kaderregels } from '../convenant/regels-van.ts'
import {
  opschortingVoor,
  rekenTermijn,
  type Termijn,
  type Termijninvoer,
  type TermijnRegel,
  verdagingVoor,
} from '../convenant/regels/termijn.ts'
import { schrijfDuur } from '../convenant/regels/termijnenwet.ts'
import { schrijfDag } from '../kern/datum.ts'
import { noemBron } from '../kern/schrijf-uit.ts'
import { bepaald, type Uitkomst } from '../kern/uitkomst.ts'
import { weiger } from '../kern/weigering.ts'

export type { Termijn, Termijninvoer } from '../convenant/regels/termijn.ts'

/** The names that `termijn` knows, beside `convenant-weken:N` and `convenant-maanden:N`. */
export const termijnsoorten = (kaders: readonly Kader[]): string[] => kaderregels(kaders, 'termijn').map((r) => r.id)

/**
 * Last day of a term, after (`datum`) and before (`zonderVerlenging`) the Algemene termijnenwet.
 * `vanaf` is the day of the event, never the first counted day. Throws a `Weigering` for an unknown
 * term, and for a suspension or adjournment that the statute does not allow.
 */
export function termijn(soort: string, invoer: Termijninvoer, kaders: readonly Kader[]): Uitkomst<Termijn> {
  const vrij = /^convenant-(weken|maanden):([1-9]\d{0,3})$/.exec(soort)
  if (vrij)
    return vanConvenant(soort, vrij[1] === 'weken' ? { weeks: Number(vrij[2]) } : { months: Number(vrij[2]) }, invoer)
  const regel = kaderregels(kaders, 'termijn').find((r) => r.id === soort)
  if (!regel)
    return weiger('TERMIJN_ONBEKEND', {
      termijn: soort,
      termijnen: [...termijnsoorten(kaders), 'convenant-weken:N', 'convenant-maanden:N'].join(', '),
    })
  if (invoer.opgeschort?.length && !opschortingVoor(kaders, soort)) weigerMetBron('TERMIJN_NIET_OP_TE_SCHORTEN', regel)
  if (invoer.verdaagd && !verdagingVoor(kaders, soort)) weigerMetBron('TERMIJN_NIET_TE_VERDAGEN', regel)
  return rekenTermijn(regel, invoer, kaders)
}

const weigerMetBron = (
  code: 'TERMIJN_NIET_OP_TE_SCHORTEN' | 'TERMIJN_NIET_TE_VERDAGEN',
  regel: Geplaatst<TermijnRegel>,
): never => weiger(code, { termijn: regel.id, artikel: noemBron(regel.bron) }, { bron: regel.bron })

/** A term agreed in a covenant: no Algemene termijnenwet, and nothing that stops or prolongs it. */
function vanConvenant(soort: string, lengte: Temporal.DurationLike, invoer: Termijninvoer): Uitkomst<Termijn> {
  const artikel = 'een convenant'
  if (invoer.opgeschort?.length) weiger('TERMIJN_NIET_OP_TE_SCHORTEN', { termijn: soort, artikel })
  if (invoer.verdaagd) weiger('TERMIJN_NIET_TE_VERDAGEN', { termijn: soort, artikel })
  const datum = invoer.vanaf.add(lengte)
  return bepaald(
    { datum, zonderVerlenging: datum },
    {
      wat: 'De termijn loopt tot en met {dag}.',
      feiten: { dag: schrijfDag(datum), datum, vanaf: invoer.vanaf },
      stappen: [
        {
          wat: '{vanaf} + {duur} = {datum}.',
          feiten: { vanaf: invoer.vanaf, duur: schrijfDuur(Temporal.Duration.from(lengte)), datum },
        },
        {
          wat: 'Dit is een termijn uit een convenant. De Algemene termijnenwet geldt alleen voor termijnen uit een wet, dus de datum schuift niet op.',
          geldt: false,
        },
      ],
    },
  )
}

/** The three kinds of the Algemene termijnenwet beside its holidays: last day, working days, exceptions. */
import { z } from 'zod'
import { type Datum, schrijfDag, voor } from '../../kern/datum.ts'
import { bepaald, type Stap } from '../../kern/uitkomst.ts'
import type { Geplaatst, Kader } from '../afspraak.ts'
import { dag, dekt, duur, naam, nederlands } from '../velden.ts'
import { feestdagenOp, misschienFeestdag } from './feestdagen.ts'
import type { Omgeving, Soort } from './soort.ts'

const eindeSchema = z.strictObject({ soort: z.literal('einde-op-werkdag'), id: naam, dekt })
const minimumSchema = z.strictObject({
  soort: z.literal('minimum-werkdagen'),
  id: naam,
  /** Terms of at least this many days … */
  vanafDagen: z.int().min(1),
  /** … hold at least this many working days. */
  minimaal: z.int().min(1),
  dekt,
})
const uitgezonderdSchema = z.strictObject({
  soort: z.literal('uitgezonderde-termijnen'),
  id: naam,
  /** A term longer than one of these is outside the statute. */
  langerDan: z.array(duur).min(1),
  dekt,
})
export type EindeOpWerkdag = z.output<typeof eindeSchema>
export type MinimumWerkdagen = z.output<typeof minimumSchema>
export type UitgezonderdeTermijnen = z.output<typeof uitgezonderdSchema>

/** Why a day is no working day, one step a reason; empty for a working day. */
export function waaromVrij(kaders: readonly Kader[], d: Datum, einde?: Geplaatst<EindeOpWerkdag>): Stap[] {
  const feest = feestdagenOp(kaders, d)
  if (feest.length)
    return feest.map((f) => ({ wat: '{datum} is {feestdag}.', bron: f.bron, feiten: { datum: d, feestdag: f.naam } }))
  if (d.dayOfWeek < 6) return []
  return [
    {
      wat: `{datum} is een ${d.dayOfWeek === 6 ? 'zaterdag' : 'zondag'}.`,
      ...(einde && { bron: einde.bron }),
      feiten: { datum: d },
    },
  ]
}

/**
 * Applies the statute to a term that began after `vanaf` and ends on `eind`: the day it really ends
 * and the steps. Without the statute among `kaders` nothing changes.
 */
export function pasTermijnenwetToe(
  kaders: readonly Kader[],
  vanaf: Datum,
  eind: Datum,
  lengte: Temporal.Duration,
): { datum: Datum; stappen: Stap[] } {
  const regels = kaders.flatMap((k) => k.regels)
  const einde = regels.find((r) => r.soort === 'einde-op-werkdag')
  const minimum = regels.find((r) => r.soort === 'minimum-werkdagen')
  const uitgezonderd = regels.find((r) => r.soort === 'uitgezonderde-termijnen')
  if (uitgezonderd && isUitgezonderd(uitgezonderd, lengte))
    return {
      datum: eind,
      stappen: [
        {
          wat: 'De Algemene termijnenwet geldt niet voor een termijn van {lengte}.',
          bron: uitgezonderd.bron,
          feiten: { lengte: schrijfDuur(lengte) },
          geldt: false,
        },
      ],
    }
  let datum = eind
  const stappen: Stap[] = []
  if (minimum && eenheidDagen(lengte) >= minimum.vanafDagen) {
    const nodig = naWerkdagen(kaders, vanaf, minimum.minimaal)
    if (voor(datum, nodig)) {
      datum = nodig
      stappen.push({
        wat: 'In de termijn moeten ten minste {aantal} werkdagen zitten. Daarom loopt hij door tot en met {datum}.',
        bron: minimum.bron,
        feiten: { aantal: minimum.minimaal, datum },
      })
    }
  }
  if (einde) {
    const vrij: Stap[] = []
    for (let redenen = waaromVrij(kaders, datum, einde); redenen.length; redenen = waaromVrij(kaders, datum, einde)) {
      vrij.push(...redenen)
      datum = datum.add({ days: 1 })
    }
    stappen.push(
      vrij.length
        ? {
            wat: 'Een termijn eindigt niet op een zaterdag, zondag of feestdag. De eerste werkdag daarna is {dag}.',
            bron: einde.bron,
            feiten: { dag: schrijfDag(datum), datum },
            stappen: vrij,
          }
        : {
            wat: 'De laatste dag is {dag}. Dat is een werkdag, dus de termijn schuift niet op.',
            bron: einde.bron,
            feiten: { dag: schrijfDag(datum), datum },
            geldt: false,
          },
    )
    stappen.push(...misschienLater(kaders, datum))
  }
  return { datum, stappen }
}

/** The last day may be a designated holiday that nobody checked: the earlier day stands, the later one is named. */
function misschienLater(kaders: readonly Kader[], datum: Datum): Stap[] {
  const misschien = misschienFeestdag(kaders, datum)
  if (!misschien) return []
  let later = datum
  while (misschienFeestdag(kaders, later) || waaromVrij(kaders, later).length) later = later.add({ days: 1 })
  return [
    {
      wat: '{datum} is misschien met een feestdag gelijkgesteld ({naam}). Dat is niet nagegaan en telt nu niet mee. Is het zo, dan is de laatste dag {dag}.',
      bron: misschien.bron,
      feiten: { datum, naam: misschien.naam, dag: schrijfDag(later) },
      geldt: false,
    },
  ]
}

/** The first day after `vanaf` on which `aantal` working days have passed. */
function naWerkdagen(kaders: readonly Kader[], vanaf: Datum, aantal: number): Datum {
  let d = vanaf
  for (let over = aantal; over > 0;) {
    d = d.add({ days: 1 })
    if (!waaromVrij(kaders, d).length) over -= 1
  }
  return d
}

const eenheidDagen = (d: Temporal.Duration): number => d.days + d.weeks * 7 + d.months * 28 + d.years * 365

function isUitgezonderd(regel: UitgezonderdeTermijnen, lengte: Temporal.Duration): boolean {
  if (lengte.years) return true
  return regel.langerDan.some((grens) =>
    grens.days && lengte.days
      ? lengte.days > grens.days
      : grens.weeks && lengte.weeks
        ? lengte.weeks > grens.weeks
        : grens.months && lengte.months
          ? lengte.months > grens.months
          : false,
  )
}

/** "6 weken", "1 week", "7 dagen". */
export function schrijfDuur(d: Temporal.Duration): string {
  const delen: [number, string, string][] = [
    [d.years, 'jaar', 'jaar'],
    [d.months, 'maand', 'maanden'],
    [d.weeks, 'week', 'weken'],
    [d.days, 'dag', 'dagen'],
  ]
  return delen
    .filter(([n]) => n)
    .map(([n, een, meer]) => `${n} ${n === 1 ? een : meer}`)
    .join(' en ')
}

const gegeven = z.strictObject({ vanaf: dag, duur })
const voorbeeld = (regel: Geplaatst<{ id: string }>, feiten: Readonly<Record<string, unknown>>, omgeving: Omgeving) => {
  const vraag = gegeven.parse(feiten, { error: nederlands })
  const { datum, stappen } = pasTermijnenwetToe(omgeving.kaders, vraag.vanaf, vraag.vanaf.add(vraag.duur), vraag.duur)
  return bepaald(datum, { wat: 'De termijn eindigt op {datum}.', bron: regel.bron, feiten: { datum }, stappen })
}

export const eindeOpWerkdag: Soort<EindeOpWerkdag> = {
  omschrijving: 'een termijn eindigt niet in het weekend of op een feestdag',
  schema: eindeSchema,
  voorbeeld,
}
export const minimumWerkdagen: Soort<MinimumWerkdagen> = {
  omschrijving: 'een korte termijn bevat genoeg werkdagen',
  schema: minimumSchema,
  voorbeeld,
}
export const uitgezonderdeTermijnen: Soort<UitgezonderdeTermijnen> = {
  omschrijving: 'voor welke lange termijnen de wet niet geldt',
  schema: uitgezonderdSchema,
  voorbeeld,
}

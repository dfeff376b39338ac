/** Who performs a task in a case on a day: the covenant, else the statute, else whoever held it (D2). */
import {
  type Afsprakenboek,
  bevoegdVolgensWet,
  gemeentenaam,
  type Geval,
  type Taak,
  TAKEN,
  wie,
} from '../../convenant/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { noemBron } from '../../kern/schrijf-uit.ts'
import { bepaald, type Uitkomst } from '../../kern/uitkomst.ts'
import { boekOp, type RegioAfspraken } from '../afspraken.ts'
import { maakGeheugen } from '../geheugen.ts'
import { behandeltOp, type Toegang } from '../proces.ts'
import type { Melding } from './stand.ts'
import { taakNu } from './taak.ts'

/** The places that contradict each other about a task, for the regiocoördinator; null when there is an answer. */
export const strijdig = (wie: Uitkomst<string>): string | null =>
  wie.soort === 'tegenstrijdig' ? [...new Set(wie.lezingen.map((l) => noemBron(l.bron)))].toSorted().join(' en ') : null

export const geval = (
  m: Pick<Melding, 'voorziening' | 'woonplaats' | 'gemeldBij' | 'herhaald' | 'spoed'>,
  taak: Taak,
): Geval => ({
  taak,
  voorziening: m.voorziening,
  woongemeente: m.woonplaats === 'buitenland' ? 'buiten-regio' : m.woonplaats,
  gemeldBij: m.gemeldBij,
  herhaald: m.herhaald,
  spoed: m.spoed,
})

/**
 * Always `bepaald` when the statute knows a college: a gap in a covenant never stops a client's case.
 * `tegenstrijdig` without a reading stays so; `houder` then keeps the case (see `leidAf`).
 */
export function bevoegde(afspraken: RegioAfspraken, op: Datum, g: Geval): Uitkomst<string> {
  const boek = boekOp(afspraken, op)
  const vraag = `${g.taak} ${g.voorziening} ${g.woongemeente} ${g.gemeldBij} ${g.herhaald} ${g.spoed}`
  return antwoord(boek, vraag, () => zoekBevoegde(boek, afspraken, g))
}
/** Answers of one day: a case asks for all its tasks, and thousands of cases share the facts the answer rests on. */
const antwoord = maakGeheugen<Uitkomst<string>>(5_000)

function zoekBevoegde(boek: Afsprakenboek, afspraken: RegioAfspraken, g: Geval): Uitkomst<string> {
  const volgensConvenant = wie(boek, g)
  if (volgensConvenant.soort !== 'niet-geregeld') return volgensConvenant
  const uitWet = bevoegdVolgensWet(afspraken.afspraken, g)
  if (uitWet.soort !== 'bepaald') return uitWet
  return bepaald(uitWet.waarde, {
    wat: '{gemeente} {doet}, want het convenant regelt dit niet.',
    feiten: {
      gemeente: gemeentenaam(uitWet.waarde, afspraken.afspraken.gemeenten),
      doet: TAKEN[g.taak].doet,
      volgens: 'wet',
    },
    stappen: [volgensConvenant.waarom, uitWet.waarom],
  })
}

/** Whether the statute had to answer because the covenant has no rule, or has ended (D2). */
export const volgensWet = (uitkomst: Uitkomst<string>): boolean => uitkomst.waarom.feiten?.['volgens'] === 'wet'

/** What a case of any kind tells about who holds it: the facts of the routing, and who may work on it. */
export type InBehandeling = Pick<
  Melding,
  'voorziening' | 'woonplaats' | 'gemeldBij' | 'herhaald' | 'spoed' | 'houder'
> & {
  toegang: readonly Toegang[]
  /** The task the case waits for: whoever is to do that must be able to open it. */
  nu: Taak | null
  /** Who gave the advice, and speaks for it from then on. */
  adviseur: string | null
}

/** The part of a report that decides whose work it is. */
export const inBehandeling = (m: Melding): InBehandeling => {
  const { voorziening, woonplaats, gemeldBij, herhaald, spoed, houder, toegang } = m
  const feiten = { voorziening, woonplaats, gemeldBij, herhaald, spoed, houder, toegang }
  return { ...feiten, nu: taakNu(m), adviseur: m.advies?.door ?? null }
}

const behandelt = (toegang: readonly Toegang[], slug: string, op: Datum): boolean =>
  toegang.some((t) => t.organisatie === slug && behandeltOp(t, op))

/**
 * Who performs a task in a case that is under way. An advice is answered for by who gave it, whatever is
 * corrected later. Where covenant or statute names a college that cannot open the case for the task it waits
 * for, whoever holds the case goes on: new rules or a covenant that ends stop nobody (D2).
 */
export function bevoegdBij(m: InBehandeling, taak: Taak, afspraken: RegioAfspraken, op: Datum): Uitkomst<string> {
  const naam = (slug: string) => gemeentenaam(slug, afspraken.afspraken.gemeenten)
  if (taak === 'advies' && m.adviseur)
    return bepaald(m.adviseur, {
      wat: '{gemeente} licht het advies toe, want die bracht het uit.',
      feiten: { gemeente: naam(m.adviseur) },
    })
  const wie = bevoegde(afspraken, op, geval(m, taak))
  if (wie.soort !== 'bepaald') return wie
  const uitWet = volgensWet(wie)
  if (!uitWet && taak !== m.nu) return wie
  if (behandelt(m.toegang, wie.waarde, op) || !behandelt(m.toegang, m.houder, op)) return wie
  return bepaald(m.houder, {
    wat: '{gemeente} {doet}, want die heeft de zaak. {ander} kan de zaak niet openen.',
    feiten: {
      gemeente: naam(m.houder),
      doet: TAKEN[taak].doet,
      ander: naam(wie.waarde),
      volgens: 'houder',
      uit: uitWet ? 'wet' : 'convenant',
    },
    stappen: [wie.waarom],
  })
}

export const bevoegdIn = (m: Melding, taak: Taak, afspraken: RegioAfspraken, op: Datum): Uitkomst<string> =>
  bevoegdBij(inBehandeling(m), taak, afspraken, op)

/** The college that is named but cannot open the case, and by what it is named; null where there is none. */
export const kanNietOpenen = (uitkomst: Uitkomst<string>): { naam: string; uit: 'wet' | 'convenant' } | null => {
  const feiten = uitkomst.waarom.feiten
  const naam = feiten?.['ander']
  if (feiten?.['volgens'] !== 'houder' || typeof naam !== 'string') return null
  return { naam, uit: feiten['uit'] === 'wet' ? 'wet' : 'convenant' }
}

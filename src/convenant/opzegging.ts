/** When a party that gives notice leaves, by the covenant in force. */
import type { Datum } from '../kern/datum.ts'
import { nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'
import { metAddenda } from './addendum.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import { gemeentenaam } from './gemeenten.ts'
import { PARTIJEN } from './regels/besluitregel-schema.ts'
import { type Opzegging, rekenOpzegging } from './regels/opzegging.ts'
import { regelsVan } from './regels-van.ts'
import { geenVersie } from './wie.ts'

/**
 * The day on which notice by `door` (a slug) takes effect. `niet-geregeld` where no version is in force
 * on the day of the book, the covenant has no notice, or this municipality cannot give it.
 */
export const opzegging = (boek: Afsprakenboek, invoer: { mededeling: Datum; door: string }): Uitkomst<Opzegging> =>
  metAddenda(boek, volgensTekst(boek, invoer))

function volgensTekst(boek: Afsprakenboek, invoer: { mededeling: Datum; door: string }): Uitkomst<Opzegging> {
  const { convenant } = boek
  if (!convenant) return nietGeregeld(geenVersie(boek))
  const regels = regelsVan(convenant, 'opzegging')
  if (!regels.length)
    return nietGeregeld({
      wat: '{naam} regelt niet dat een gemeente kan opzeggen.',
      feiten: { naam: convenant.kort },
    })
  const mag = (namen: readonly string[]): boolean =>
    namen.some((n) => (n === PARTIJEN ? convenant.partijen : (convenant.rollen[n] ?? [n])).includes(invoer.door))
  const regel = regels.find((r) => mag(r.door))
  if (!regel)
    return nietGeregeld({
      wat: convenant.partijen.includes(invoer.door)
        ? '{naam} regelt niet dat {wie} kan opzeggen.'
        : '{wie} is geen partij bij {naam} en kan het dus niet opzeggen.',
      bron: regels[0]!.bron,
      feiten: { wie: gemeentenaam(invoer.door, boek.gemeenten), naam: convenant.kort },
    })
  return rekenOpzegging(regel, invoer, boek)
}

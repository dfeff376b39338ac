/** What a body decided, by the rule of the covenant in force. */
import { nietGeregeld, type Uitkomst } from '../kern/uitkomst.ts'
import { weiger } from '../kern/weigering.ts'
import { metAddenda } from './addendum.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import type { Stemronde, Stemuitslag } from './regels/besluitregel-schema.ts'
import { telStemmen } from './regels/stemmen-tellen.ts'
import { regelsVan } from './regels-van.ts'
import { geenVersie } from './wie.ts'

/**
 * The outcome of a vote under the rule with this id. `niet-geregeld` where no version is in force on
 * the day of the book, or the covenant does not say how anything is decided: a majority is never made
 * up. Throws a `Weigering` for a rule that does not exist or a vote that could not have been held.
 */
export const stem = (boek: Afsprakenboek, regelId: string, ronden: readonly Stemronde[]): Uitkomst<Stemuitslag> =>
  metAddenda(boek, volgensTekst(boek, regelId, ronden))

function volgensTekst(boek: Afsprakenboek, regelId: string, ronden: readonly Stemronde[]): Uitkomst<Stemuitslag> {
  const { convenant, gemeenten } = boek
  if (!convenant) return nietGeregeld(geenVersie(boek))
  const regels = regelsVan(convenant, 'besluitregel')
  if (!regels.length)
    return nietGeregeld({
      wat: '{naam} zegt niet hoe de gemeenten samen beslissen. Er staat geen regel om te stemmen in.',
      feiten: { naam: convenant.kort },
    })
  const regel =
    regels.find((r) => r.id === regelId) ??
    weiger('BESLUITREGEL_ONBEKEND', {
      naam: convenant.kort,
      regel: regelId,
      regels: regels.map((r) => r.id).join(', '),
    })
  const kring = { partijen: convenant.partijen, rollen: convenant.rollen, gemeenten }
  return telStemmen(regel, ronden, kring, boek.uitleg)
}

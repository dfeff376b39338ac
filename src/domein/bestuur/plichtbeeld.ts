/** The duties of a covenant as the Convenant screen shows them: state, reason and evidence (ux 2.14). */
import { type Afsprakenboek, gemeentenaam, metAddenda, type Plicht, plichten, staatVan } from '../../convenant/index.ts'
import { datum } from '../../kern/datum.ts'
import { stapNaarJson } from '../../kern/schrijf-uit.ts'
import { noem } from './besluitregel.ts'
import type { Plichtbeeld } from './convenant.schema.ts'
import { alsPlek } from './plek.ts'
import type { Bewijs } from './stand.ts'

/** In the order of the text. Withdrawn evidence does not count and is not shown. */
export const plichtbeelden = (
  boek: Afsprakenboek,
  bewijs: readonly Bewijs[],
  gebruiker: (id: string) => string,
): Plichtbeeld[] => {
  const geldig = bewijs.filter((b) => !b.ingetrokken)
  return plichten(boek).map((p) =>
    plichtbeeld(
      p,
      boek,
      geldig.filter((b) => b.plicht === p.id),
      gebruiker,
    ),
  )
}

function plichtbeeld(
  p: Plicht,
  boek: Afsprakenboek,
  bewijs: readonly Bewijs[],
  gebruiker: (id: string) => string,
): Plichtbeeld {
  const { op, gemeenten } = boek
  const bekend = bewijs.map((b) => ({ op: datum(b.op), wat: b.wat, soort: b.soort, door: b.gemeente ?? undefined }))
  const staat = metAddenda(boek, staatVan(p, bekend, op))
  return {
    ...alsPlek(p.bron),
    id: p.id,
    regel: p.regel,
    wie: p.wie.map((slug) => noem(slug, gemeenten)),
    wieZin: p.wieZin,
    aan: p.aanZin,
    wat: p.wat,
    aard: p.aard,
    watBewijst: p.bewijs,
    wanneer: p.wanneerZin,
    staat: staat.soort === 'bepaald' ? staat.waarde : 'onbekend',
    waarom: stapNaarJson(staat.waarom),
    vanIeder: p.ieder ? p.wie.map((slug) => ({ slug, naam: gemeentenaam(slug, gemeenten) })) : [],
    bewijs: bewijs.map((b) => ({
      id: b.id,
      op: b.op,
      wat: b.wat,
      soort: b.soort,
      link: b.link,
      gemeente: b.gemeente ? gemeentenaam(b.gemeente, gemeenten) : null,
      door: gebruiker(b.door),
    })),
  }
}

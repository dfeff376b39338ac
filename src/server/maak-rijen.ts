import type { Omgeving } from '../domein/omgeving.opslag.ts'
import type { Afgeleid, Json, Rijen } from '../domein/proces.ts'
import type { EnigProces } from './processen.ts'

type Stand = Record<string, unknown>

/** The rows of one stream and what they were derived from; `controleer` and the nightly run use the same. */
export function maakRijen(
  omg: Pick<Omgeving, 'afspraken' | 'adresboek'>,
  regio: { id: string; slug: string },
  proces: EnigProces,
  stroom: string,
  stand: Stand,
  op: Temporal.PlainDate,
  bij: { naam: string; inhoud: Map<number, { [sleutel: string]: Json }> },
): { rijen: Rijen; afgeleid: Afgeleid } {
  const afspraken = omg.afspraken(regio.slug)
  const afgeleid = proces.leidAf(stand, afspraken, op)
  const rijen = proces.rijen(stand, afgeleid, {
    regio: regio.id,
    stroom,
    organisatieId: (slug) => omg.adresboek.organisatie(slug).id,
    naam: bij.naam,
    afgeleidOp: op,
    afspraken: afspraken.merk,
    inhoud: (nummer) => bij.inhoud.get(nummer),
  })
  return { rijen, afgeleid }
}

/**
 * Who the client is (Wmo 2015 art. 2.3.4 lid 1). Chosen reading: the statute makes this a part of the onderzoek and
 * knows no exception, so the onderzoek is not done without it and no reason stands in for it. It holds no client up:
 * once the six weeks have passed the request can be made and is decided (art. 2.3.2 lid 9), and in an emergency help
 * comes before any onderzoek (art. 2.3.3).
 */
import { datum } from '../../../kern/datum.ts'
import { Weigering } from '../../../kern/weigering.ts'
import type { RegioAfspraken } from '../../afspraken.ts'
import { eisDatums } from '../../datumregels.ts'
import { opdracht } from '../../proces.ts'
import { wetsbron } from '../../wetsbron.ts'
import { stelIdentiteitVast } from '../melding.schema.ts'
import { isOpen, type Melding } from '../stand.ts'
import { stapPastNiet } from './alleen-bij.ts'

/** Why the onderzoek cannot be finished yet, with the article. */
export const zonderIdentiteit = (afspraken: RegioAfspraken): Weigering =>
  new Weigering('TOEGANG_IDENTITEIT_ONTBREEKT', {}, { bron: wetsbron(afspraken, 'wmo', '2.3.4', '1') })

/** The kind of document and the day are kept, never a number or a copy: more is not needed (AVG art. 5 lid 1 onder c). */
export const identiteit = opdracht<Melding, typeof stelIdentiteitVast>({
  titel: 'Identiteit vaststellen',
  schema: stelIdentiteitVast,
  // Who decides meets the client as well, and owes the decision where no onderzoek was done.
  bevoegd: { taak: ['onderzoek', 'beschikking'] },
  taak: true,
  // Registering asks it first. What is granted without an onderzoek leaves it to be done, so not only in an open case.
  kan: (m) =>
    !m.gedaan.registratie || !(isOpen(m) || m.stap === 'toegekend')
      ? stapPastNiet(m)
      : m.identiteit
        ? new Weigering('TOEGANG_IDENTITEIT_BEKEND')
        : null,
  klaar: (m) => m.identiteit !== null,
  decideer: (m, { datum: op, document, toelichting }, ctx) => {
    eisDatums({
      veld: 'datum',
      label: 'De datum',
      waarde: op,
      vandaag: ctx.vandaag,
      nietVoor: { dag: datum(m.datum), wat: 'de melding' },
    })
    return [
      {
        soort: 'identiteitVastgesteld',
        geldigOp: datum(op),
        feiten: { datum: op, document, door: ctx.partij.slug },
        ...(toelichting && { inhoud: { toelichting } }),
      },
    ]
  },
})

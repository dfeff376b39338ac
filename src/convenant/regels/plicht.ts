/** Kind `plicht`: what someone must do, or must try to do, in the words of the lid. */
import { z } from 'zod'
import { voor } from '../../kern/datum.ts'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { keuze } from '../keuze.ts'
import type { Plichtdeel } from '../plichtstaat.ts'
import { hoeVaakOnbekend } from '../toets/hoe-vaak.ts'
import type { Vondst } from '../toets/vondst.ts'
import { dekt, jaNee, naam, zin } from '../velden.ts'
import { namen, noemBetrokken, slugsVan, vreemdeNamen } from './betrokken.ts'
import { voorbeeldVanPlicht } from './plicht-voorbeeld.ts'
import type { Plichtgrond, Soort } from './soort.ts'
import { OPEN_HOE_VAAK, volgensLezing, wanneer } from './wanneer.ts'

export const plichtSchema = z
  .strictObject({
    soort: z.literal('plicht'),
    id: naam,
    /** Parties, roles, or `partijen` for all of them. */
    wie: namen.optional(),
    /** Instead of `wie`: someone the text gives a duty, but who is no party. */
    derde: zin.optional(),
    aan: namen.optional(),
    /** What to do, as it follows "Den Haag moet": "een rapport maken". */
    wat: zin,
    /** Must it be there, or must one try? The words of the covenant decide. */
    aard: z.enum(['resultaat', 'inspanning']),
    wanneer: wanneer.default('voortdurend'),
    /** Rules with the same word ask for the same thing; see the same field of `kalender`. */
    onderwerp: naam.optional(),
    /** `ja`: each of them does it by itself, so it is done when all have. */
    ieder: jaNee.default(false),
    /** When it need not be done, and who judges that. */
    tenzij: zin.optional(),
    /** What shows that it is done. */
    bewijs: zin.optional(),
    dekt,
  })
  .refine((r) => (r.wie === undefined) !== (r.derde === undefined), 'noem wie, of derde voor wie geen partij is')
export type PlichtRegel = z.output<typeof plichtSchema>

function plichten(regel: Geplaatst<PlichtRegel>, { document, uitleg, gemeenten }: Plichtgrond): Plichtdeel[] {
  const wie = regel.wie ?? []
  return [
    {
      id: regel.id,
      regel: regel.id,
      bron: regel.bron,
      wie: slugsVan(wie, document),
      wieZin: regel.derde ?? noemBetrokken(wie, document, gemeenten),
      aan: regel.aan ? slugsVan(regel.aan, document) : [],
      aanZin: regel.aan ? noemBetrokken(regel.aan, document, gemeenten) : null,
      wat: regel.tenzij ? `${regel.wat}, tenzij ${regel.tenzij}` : regel.wat,
      aard: regel.aard,
      ...(regel.ieder && { ieder: true }),
      wanneer: volgensLezing(regel.wanneer, keuze(regel, OPEN_HOE_VAAK, 'hoe-vaak', uitleg).waarde),
      bewijs: regel.bewijs ?? null,
      uitleg: uitleg.filter((u) => u.over.includes(regel.id)),
    },
  ]
}

function toets(regel: PlichtRegel, document: Convenant | Kader): string[] {
  const w = regel.wanneer
  return [
    ...vreemdeNamen([...(regel.wie ?? []), ...(regel.aan ?? [])], document),
    ...(typeof w !== 'string' && 'uiterlijk' in w && w.van && voor(w.uiterlijk, w.van)
      ? ['uiterlijk ligt vóór van']
      : []),
  ]
}

function bevindingen(regel: Geplaatst<PlichtRegel>): Vondst[] {
  return [
    ...(regel.wanneer === 'geregeld' ? [hoeVaakOnbekend(regel, regel.wat)] : []),
    ...(regel.derde
      ? [
          {
            code: 'NON-PARTY-DUTY' as const,
            ernst: 'gat' as const,
            bevinding: `Volgens de tekst moet ${regel.derde} dit doen: ${regel.wat}. Dat is geen partij bij het convenant en tekent het dus niet.`,
            bron: regel.bron,
            betreft: [regel.id],
          },
        ]
      : []),
  ]
}

export const plicht: Soort<PlichtRegel> = {
  omschrijving: 'wat iemand moet doen, of waar iemand zich voor moet inzetten',
  schema: plichtSchema,
  open: (regel) => (regel.wanneer === 'geregeld' ? OPEN_HOE_VAAK : {}),
  toets,
  bevindingen,
  plichten,
  voorbeeld: voorbeeldVanPlicht(plichten),
}

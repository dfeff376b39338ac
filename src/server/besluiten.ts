/** What a region records about its covenant: one route per command, addressed by the name of the region (D6). */
import type { FastifyInstance } from 'fastify'
import { besluitenlijst } from '../domein/bestuur/index.ts'
import { leesConvenant } from '../domein/bestuur/index.opslag.ts'
import type { Regio } from '../domein/omgeving.opslag.ts'
import type { Leesomgeving } from '../domein/route.ts'
import { padnaam } from '../kern/padnaam.ts'
import { weiger } from '../kern/weigering.ts'
import { leesKoppen } from './opdrachten.ts'
import { procesVan } from './processen.ts'
import { voerUit } from './uitvoeren.ts'

/** `naBesluit` is told when the agreements of a region changed: what cases derive from them is to be done anew. */
export function besluitRoutes(app: FastifyInstance, omg: Leesomgeving, naBesluit?: (regio: Regio) => void): void {
  const proces = procesVan(besluitenlijst.soort)
  for (const [naam, opdracht] of Object.entries(proces.opdrachten))
    app.post<{ Params: { regio: string } }>(
      `/convenanten/:regio/opdrachten/${padnaam(naam)}`,
      { schema: { body: opdracht.schema } },
      async (verzoek, antwoord) => {
        const wie = await omg.wie(verzoek)
        const { sleutel, versie } = leesKoppen(verzoek, true)
        const { regio } = verzoek.params
        if (regio !== wie.regio.slug)
          weiger('NIET_BEVOEGD', { wie: wie.organisatie.naam, bevoegd: `de regio ${regio}` })
        await voerUit(omg, wie, {
          proces,
          id: wie.regio.id,
          opdracht: naam,
          invoer: verzoek.body ?? {},
          versie,
          sleutel,
        })
        await omg.afspraken.ververs(omg.pool, wie.regio, omg.klok.vandaag())
        naBesluit?.(wie.regio)
        const { beeld, etag } = await leesConvenant(omg, wie, regio)
        void antwoord.header('ETag', etag)
        return beeld
      },
    )
}

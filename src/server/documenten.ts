/** Uploading a file to a case (D9): checked by its first bytes, stored in the same transaction as its event. */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Leesomgeving } from '../domein/route.ts'
import { metUitleg, type Uitlegvraag } from '../domein/toegang/index.opslag.ts'
import { Weigering, weiger } from '../kern/weigering.ts'
import { uuid7 } from '../opslag/uuid7.ts'
import { isId } from '../domein/lees-invoer.ts'
import { antwoordMet, leesKoppen } from './opdrachten.ts'
import { procesVan } from './processen.ts'
import { voerUit } from './uitvoeren.ts'

const MEEST = 10 * 1024 * 1024

/** Kinds we take, by the bytes they begin with: the name and the header say whatever the sender likes. */
const soorten: { mime: string; begin: readonly number[]; bevat?: string }[] = [
  { mime: 'application/pdf', begin: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime: 'image/png', begin: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', begin: [0xff, 0xd8, 0xff] },
  {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begin: [0x50, 0x4b, 0x03, 0x04],
    bevat: 'word/',
  },
]

const INHOUD = 'INSERT INTO document_inhoud (regio, document, bytes) VALUES ($1, $2, $3)'

export function documentRoutes(app: FastifyInstance, omg: Leesomgeving): void {
  void app.register(async (deel) => {
    deel.removeAllContentTypeParsers()
    deel.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MEEST }, (_v, body, klaar) => klaar(null, body))
    deel.post<{ Params: { id: string }; Querystring: Uitlegvraag & { naam?: string } }>(
      '/meldingen/:id/documenten',
      { bodyLimit: MEEST },
      async (verzoek, antwoord) => {
        const wie = await omg.wie(verzoek)
        const { sleutel, versie } = leesKoppen(verzoek, true)
        const bytes = Buffer.isBuffer(verzoek.body) && verzoek.body.length > 0 ? verzoek.body : weiger('DOCUMENT_SOORT')
        const soort =
          soorten.find((s) => s.begin.every((b, i) => bytes[i] === b) && bytes.includes(s.bevat ?? '')) ??
          weiger('DOCUMENT_SOORT')
        const naam = Array.from((verzoek.query.naam ?? '').trim())
          .slice(0, 200)
          .join('')
        if (!naam)
          throw new Weigering(
            'INVOER_ONJUIST',
            {},
            { velden: [{ veld: 'naam', melding: 'Vul de naam van het bestand in.' }] },
          )
        const document = uuid7()
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const proces = procesVan('melding')
        const uit = await voerUit(omg, wie, {
          proces,
          id: isId(verzoek.params.id),
          opdracht: 'voegDocumentToe',
          invoer: { document, naam, mime: soort.mime, sha256, grootte: bytes.length },
          versie,
          sleutel,
          merk: `${naam} ${sha256}`,
          ook: (tx) => tx.stuur(INHOUD, [wie.regio.id, document, bytes]),
        })
        return antwoordMet(antwoord, omg, wie, proces, uit, 'POST /meldingen/{id}/documenten', metUitleg(verzoek.query))
      },
    )
  })
}

/** Uploading a file to a case (D9): checked by its first bytes, stored in the same transaction as its event. */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Leesomgeving } from '../domein/route.ts'
import { metUitleg, type Uitlegvraag } from '../domein/toegang/index.opslag.ts'
import { weiger } from '../kern/weigering.ts'
import { ietsTeZien, zonderOpdrachten } from '../kern/zichtbaar.ts'
import { uuid7 } from '../opslag/uuid7.ts'
import { isId } from '../domein/lees-invoer.ts'
import { antwoordMet, leesKoppen } from './opdrachten.ts'
import { procesVan } from './processen.ts'
import { voerUit } from './uitvoeren.ts'

const MEEST = 10 * 1024 * 1024

type Soort = { mime: string; begin: readonly number[]; bevat?: string; naam: readonly [string, ...string[]] }
/** Kinds we take, by the bytes they begin with: the name and the header say whatever the sender likes. */
const soorten: readonly Soort[] = [
  { mime: 'application/pdf', naam: ['pdf'], begin: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime: 'image/png', naam: ['png'], begin: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', naam: ['jpg', 'jpeg'], begin: [0xff, 0xd8, 0xff] },
  {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    naam: ['docx'],
    begin: [0x50, 0x4b, 0x03, 0x04],
    bevat: 'word/',
  },
]

const INHOUD = 'INSERT INTO document_inhoud (regio, document, bytes) VALUES ($1, $2, $3)'

const LANGST = 200
const foutAanNaam = (melding: string): never => weiger('INVOER_ONJUIST', {}, { velden: [{ veld: 'naam', melding }] })

/**
 * The name a file is kept and given out under. Whoever opens it goes by the end of that name, so it must be the
 * end of the kind that the bytes are; nothing in it may hide or turn that end.
 */
function leesNaam(gestuurd: string, soort: Soort): string {
  const heel = zonderOpdrachten(gestuurd).trim()
  if (!ietsTeZien(heel)) return foutAanNaam('Vul de naam van het bestand in.')
  const eind = soort.naam.find((e) => heel.toLowerCase().endsWith(`.${e}`))
  const eindes = soort.naam.map((e) => `.${e}`).join(' of ')
  if (!eind) return foutAanNaam(`Dit bestand is een ${soort.naam[0]}. De naam moet eindigen op ${eindes}.`)
  const punt = heel.length - eind.length - 1
  if (!ietsTeZien(heel.slice(0, punt))) return foutAanNaam('Vul de naam van het bestand in.')
  return `${Array.from(heel.slice(0, punt), String)
    .slice(0, LANGST - eind.length - 1)
    .join('')}${heel.slice(punt)}`
}

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
        const naam = leesNaam(verzoek.query.naam ?? '', soort)
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

/** How every address answers, in the words of OpenAPI: the statuses as they are, and one form for every refusal. */
import type { OpenAPIV3_1 } from 'openapi-types'

/** RFC 9457 as every route answers it: the type `Probleem` of the domain, in JSON Schema. */
const probleem: OpenAPIV3_1.SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'doe', 'kenmerk'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'Wat er niet kan, in een zin.' },
    code: { type: 'string', description: 'Vaste code van de weigering, zie docs/foutcodes.md.' },
    doe: { type: 'string', description: 'Wat je nu kunt doen.' },
    kenmerk: { type: 'string', description: 'Nummer van dit verzoek in het logboek.' },
    bron: { type: 'object', description: 'Artikel waarop de weigering rust.', additionalProperties: true },
    fouten: {
      type: 'array',
      description: 'Een regel per veld dat niet klopt; `veld` is het pad in het verzoek.',
      items: {
        type: 'object',
        required: ['veld', 'melding'],
        properties: { veld: { type: 'string' }, melding: { type: 'string' } },
      },
    },
  },
}

const weigeringen = {
  400: 'Er klopt iets niet in het verzoek; `fouten` noemt elk veld.',
  401: 'Je bent niet aangemeld, of het verzoek komt van een andere site.',
  403: 'Jouw organisatie of rol mag dit niet.',
  404: 'Dit bestaat niet, of je mag het niet zien.',
  409: 'Dit past niet bij hoe de zaak ervoor staat, of de Idempotency-Key is al gebruikt.',
  412: 'Iemand anders wijzigde dit sinds je het zag.',
  413: 'Er is te veel gestuurd.',
  428: 'De If-Match ontbreekt.',
} as const
type Weigerstatus = keyof typeof weigeringen

const alsProbleem = (description: string): OpenAPIV3_1.ResponseObject => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
})
const verwijs = (naam: string): OpenAPIV3_1.ReferenceObject => ({ $ref: `#/components/responses/${naam}` })

/** What the answers below refer to. */
export const gedeeld = {
  schemas: { Probleem: probleem },
  responses: {
    Probleem: alsProbleem('Weigering of storing.'),
    ...Object.fromEntries(Object.entries(weigeringen).map(([status, zin]) => [`Probleem${status}`, alsProbleem(zin)])),
  },
}

/** Whom to be signed in as is chosen here, so nobody is yet. */
export const zonderSessie = (pad: string): boolean => pad.startsWith('/api/v1/demonstratie/')
const BEGINT = new Set(['/api/v1/meldingen', '/api/v1/vaststellingen', '/api/v1/concepten'])
const kop = (description: string): OpenAPIV3_1.HeaderObject => ({ description, schema: { type: 'string' } })
const ETAG = { ETag: kop('De versie van wat je krijgt; stuur hem mee als If-Match wanneer je iets wijzigt.') }
const LOCATIE = { Location: kop('Het adres van wat is gemaakt.') }
const json: NonNullable<OpenAPIV3_1.ResponseObject['content']> = { 'application/json': { schema: { type: 'object' } } }
const bytes: NonNullable<OpenAPIV3_1.ResponseObject['content']> = {
  'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
}

/** The answers when it goes well; a single thing that can be changed carries its version. */
function goed(methode: string, pad: string): OpenAPIV3_1.ResponsesObject {
  if (methode === 'delete') return { 204: { description: 'Gedaan; er is niets terug te geven.' } }
  if (methode === 'post' && BEGINT.has(pad))
    return { 201: { description: 'Gemaakt.', headers: { ...ETAG, ...LOCATIE }, content: json } }
  if (pad === '/api/v1/documenten/{id}')
    return { 200: { description: 'Het bestand zelf, als download.', content: bytes } }
  const enkel = /\/\{(id|regio)\}(\/(opdrachten|stappen)\/[a-z{}-]+|\/documenten)?$/.test(pad)
  const ok = { 200: { description: 'Gelukt.', ...(enkel && { headers: ETAG }), content: json } }
  const bewaard = pad === '/api/v1/convenanten/{regio}'
  return bewaard ? { ...ok, 304: { description: 'Niets veranderd sinds de ETag van If-None-Match.' } } : ok
}

/** Every status this address can answer with, and `default` for what is broken. */
export function antwoorden(
  methode: string,
  pad: string,
  koppen: readonly { name: string }[],
): OpenAPIV3_1.ResponsesObject {
  const vraagt = (naam: string): boolean => koppen.some((k) => k.name === naam)
  const stuurt = methode === 'post' || methode === 'put'
  const kan: Record<Weigerstatus, boolean> = {
    400: true,
    401: true,
    403: true,
    404: pad.includes('{'),
    409: vraagt('Idempotency-Key'),
    412: vraagt('If-Match'),
    413: stuurt,
    428: vraagt('If-Match'),
  }
  const fout = Object.entries(kan).filter(([, geldt]) => geldt)
  return {
    ...goed(methode, pad),
    ...Object.fromEntries(fout.map(([status]) => [status, verwijs(`Probleem${status}`)])),
    default: verwijs('Probleem'),
  }
}

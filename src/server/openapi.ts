/** `/api/v1/openapi.json`: made from the routes and the schemas of the commands, so it cannot fall behind. */
import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { OpenAPIV3, OpenAPIV3_1 } from 'openapi-types'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

export const API_VERSIE = '1.0.0'

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

const kop = (name: string, description: string): OpenAPIV3_1.ParameterObject => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})
const VERSIE = kop('If-Match', 'ETag van de zaak zoals je die zag. Is de zaak gewijzigd, dan is het antwoord 412.')
const SLEUTEL = kop('Idempotency-Key', 'Eigen sleutel van 8 tot 100 tekens: hetzelfde verzoek telt maar een keer.')

/** What holds for every route, said at every route: how it refuses, and the headers a command needs. */
function volledig(
  document: Partial<OpenAPIV3_1.Document> | Partial<OpenAPIV3.Document>,
): Partial<OpenAPIV3_1.Document> {
  const api = document as Partial<OpenAPIV3_1.Document>
  const paden = Object.entries(api.paths ?? {}).map(([pad, per]) => {
    const begint = pad === '/api/v1/meldingen'
    const opZaak = /\/(opdrachten\/[a-z-]+|documenten)$/.test(pad) && pad.includes('{id}')
    const bewerkingen = Object.entries(per ?? {}).map(([methode, b]) => {
      const bewerking = b as OpenAPIV3_1.OperationObject
      const koppen = methode !== 'post' ? [] : opZaak ? [VERSIE, SLEUTEL] : begint ? [SLEUTEL] : []
      return [
        methode,
        {
          ...bewerking,
          ...(koppen.length && { parameters: [...(bewerking.parameters ?? []), ...koppen] }),
          responses: { ...bewerking.responses, default: { $ref: '#/components/responses/Probleem' } },
        },
      ]
    })
    return [pad, Object.fromEntries(bewerkingen) as OpenAPIV3_1.PathItemObject]
  })
  const responses = {
    Probleem: {
      description: 'Weigering of storing',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
    },
  }
  return {
    ...api,
    paths: Object.fromEntries(paden) as OpenAPIV3_1.PathsObject,
    components: { ...api.components, schemas: { ...api.components?.schemas, Probleem: probleem }, responses },
  }
}

export async function beschrijving(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Regiodak',
        version: API_VERSIE,
        description:
          'Regionale samenwerking beschermd wonen en maatschappelijke opvang. Fouten zijn application/problem+json (RFC 9457) met een code en een entry per veld.',
        contact: { name: 'Regiodak', url: 'https://regiodak.nl' },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      components: { securitySchemes: { sessie: { type: 'apiKey', in: 'cookie', name: 'rd_sessie' } } },
      security: [{ sessie: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) =>
      'openapiObject' in document ? volledig(document.openapiObject) : document.swaggerObject,
  })
}

export function beschrijvingRoute(api: FastifyInstance): void {
  api.get('/openapi.json', { schema: { hide: true } }, async () => api.swagger())
}

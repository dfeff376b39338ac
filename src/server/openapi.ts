/** `/api/v1/openapi.json`: made from the routes and the schemas of the commands, so it cannot fall behind. */
import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

export const API_VERSIE = '1.0.0'

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
  })
}

export function beschrijvingRoute(api: FastifyInstance): void {
  api.get('/openapi.json', { schema: { hide: true } }, async () => api.swagger())
}

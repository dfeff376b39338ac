/** `/api/v1/openapi.json`: made from the routes and the schemas of the commands, so it cannot fall behind. */
import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { OpenAPIV3, OpenAPIV3_1 } from 'openapi-types'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { antwoorden, gedeeld, zonderSessie } from './openapi-antwoorden.ts'
import { SLEUTELDAGEN } from './sleutels.ts'

export const API_VERSIE = '1.0.0'

const kop = (name: string, description: string): OpenAPIV3_1.ParameterObject => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})
const VERSIE = kop('If-Match', 'ETag van de zaak zoals je die zag. Is de zaak gewijzigd, dan is het antwoord 412.')
const CONCEPTVERSIE = kop(
  'If-Match',
  'ETag van het concept zoals je dat zag. Is het gewijzigd, dan is het antwoord 412.',
)
const SLEUTEL = kop(
  'Idempotency-Key',
  `Eigen sleutel van 8 tot 100 tekens: hetzelfde verzoek telt maar een keer. Na ${SLEUTELDAGEN} dagen is de sleutel vergeten.`,
)

type Vorm = Pick<OpenAPIV3_1.NonArraySchemaObject, 'enum' | 'format' | 'minimum' | 'maximum' | 'default'> & {
  type: 'string' | 'integer'
}
const vraag = (name: string, description: string, schema: Vorm = { type: 'string' }): OpenAPIV3_1.ParameterObject => ({
  name,
  in: 'query',
  description,
  schema,
})
const keuze = (...waarden: string[]): Vorm => ({ type: 'string', enum: waarden })
const DAG: Vorm = { type: 'string', format: 'date' }
const UITLEG = vraag('uitleg', 'Met `ja` staat bij elke uitkomst waarom.', keuze('ja'))
const BLADEREN = [
  vraag('limiet', 'Hoeveel rijen op een bladzijde.', { type: 'integer', minimum: 1, maximum: 100, default: 25 }),
  vraag('na', 'Bladwijzer: `volgende` uit het vorige antwoord.'),
]
const WERKFILTER = [
  vraag('tab', 'Welk deel van de lijst.', keuze('mij', 'team', 'anderen', 'afgerond')),
  vraag('stap', 'Alleen zaken in deze stap.'),
  vraag('voorziening', 'Alleen deze voorziening.', keuze('bw', 'mo')),
  vraag('spoed', 'Alleen zaken met spoed.', keuze('ja')),
]
/** What a read takes after the question mark, by path; a chain test asks every one of them. */
const vragen: Readonly<Record<string, OpenAPIV3_1.ParameterObject[]>> = {
  '/api/v1/meldingen/{id}': [UITLEG],
  '/api/v1/plaatsingen/{id}': [UITLEG],
  '/api/v1/vaststellingen/{id}': [UITLEG],
  '/api/v1/plaatsingen/{id}/plekken': [vraag('van', 'Vanaf welke dag de plek vrij is.', DAG)],
  '/api/v1/werklijst': [...WERKFILTER, ...BLADEREN],
  '/api/v1/werklijst/_aantallen': WERKFILTER,
  '/api/v1/wachtlijst': [
    vraag('groep', 'Welk deel van de lijst.', keuze('wachtend', 'pauze', 'geplaatst')),
    vraag('product', 'Alleen dit product.'),
    vraag('gemeente', 'Alleen deze herkomst.'),
    ...BLADEREN,
  ],
  '/api/v1/convenanten/{regio}': [
    vraag('op', 'De dag waarvoor het convenant wordt getoond; weggelaten: vandaag.', DAG),
  ],
  '/api/v1/convenanten/{regio}/vergelijking': [
    vraag('van', 'Dag van ingang van de ene versie.', DAG),
    vraag('met', 'Dag van ingang van de andere versie.', DAG),
  ],
  '/api/v1/locaties': [vraag('product', 'Alleen dit product.'), vraag('gemeente', 'Alleen in deze gemeente.')],
}
const UPLOAD = '/api/v1/meldingen/{id}/documenten'
const NAAM = { ...vraag('naam', 'Naam van het bestand, hoogstens 200 tekens.'), required: true }
/** The bytes of one file; what it is, is read from the bytes. */
const bestand: OpenAPIV3_1.RequestBodyObject = {
  required: true,
  description: 'Een bestand: pdf, docx, jpg of png, hoogstens 10 MB.',
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}

/** What holds for every route, said at every route: how it refuses, and the headers a command needs. */
function volledig(
  document: Partial<OpenAPIV3_1.Document> | Partial<OpenAPIV3.Document>,
): Partial<OpenAPIV3_1.Document> {
  const api = document as Partial<OpenAPIV3_1.Document>
  const paden = Object.entries(api.paths ?? {}).map(([pad, per]) => {
    const begint = pad === '/api/v1/meldingen' || pad === '/api/v1/vaststellingen'
    const opZaak = /\/(opdrachten\/[a-z-]+|documenten)$/.test(pad) && /\{(id|regio)\}/.test(pad)
    const bewerkingen = Object.entries(per ?? {}).map(([methode, b]) => {
      const bewerking = b as OpenAPIV3_1.OperationObject
      const uitleg = methode === 'post' && ((opZaak && pad.includes('{id}')) || begint) ? [UITLEG] : []
      const gevraagd = methode === 'get' ? (vragen[pad] ?? []) : pad === UPLOAD ? [NAAM, ...uitleg] : uitleg
      const wijzigtConcept = pad.startsWith('/api/v1/concepten/{id}') && (methode === 'put' || methode === 'delete')
      const opPost = opZaak ? [VERSIE, SLEUTEL] : begint ? [SLEUTEL] : []
      const koppen = wijzigtConcept ? [CONCEPTVERSIE] : methode === 'post' ? opPost : []
      return [
        methode,
        {
          ...bewerking,
          parameters: [...(bewerking.parameters ?? []), ...gevraagd, ...koppen],
          ...(pad === UPLOAD && { requestBody: bestand }),
          ...(zonderSessie(pad) && { security: [] }),
          responses: antwoorden(methode, pad, koppen),
        },
      ]
    })
    return [pad, Object.fromEntries(bewerkingen) as OpenAPIV3_1.PathItemObject]
  })
  return {
    ...api,
    paths: Object.fromEntries(paden) as OpenAPIV3_1.PathsObject,
    components: { ...api.components, ...gedeeld, schemas: { ...api.components?.schemas, ...gedeeld.schemas } },
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

/** The HTTP application: security headers, sign-in, routes, OpenAPI, health and the screens. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { locatieRoutes } from '../domein/aanbod/locatie.routes.ts'
import { convenantRoutes, vaststellingRoutes } from '../domein/bestuur/index.opslag.ts'
import type { Aangemeld, Omgeving, Regio } from '../domein/omgeving.opslag.ts'
import type { Leesomgeving } from '../domein/route.ts'
import { conceptRoutes } from '../domein/toegang/concept.routes.ts'
import { meldingRoutes } from '../domein/toegang/melding.routes.ts'
import { werklijstRoutes } from '../domein/toegang/werklijst.routes.ts'
import { wachtlijstRoutes } from '../domein/wachtlijst/wachtlijst.routes.ts'
import { Weigering, weiger } from '../kern/weigering.ts'
import { uuid7 } from '../opslag/uuid7.ts'
import { aanmeldRoutes, COOKIE } from './aanmelden.ts'
import { documentRoutes } from './documenten.ts'
import { besluitRoutes } from './besluiten.ts'
import { gezondheid } from './gezondheid.ts'
import { API_VERSIE, beschrijving, beschrijvingRoute } from './openapi.ts'
import { opdrachtRoutes } from './opdrachten.ts'
import { eisLeesbaar, leesJson } from './leesbaar.ts'
import { kenMethoden, SCHERM } from './methoden.ts'
import { foutafhandeling } from './problemen.ts'
import type { Sessies } from './sessies.ts'

export type Appomgeving = Omgeving & {
  sessies: Sessies
  demonstratie: boolean
  /** How far the demonstration region is filled; null when nothing is being filled. */
  zaaien: () => { klaar: number; totaal: number; bezig: boolean } | null
  /** Told when a region recorded a decision: what its cases derive from the agreements is to be done anew. */
  naBesluit?: (regio: Regio) => void
  /** Where the built screens are; left out, only the API answers. */
  schermen?: string
  log?: boolean
}

/** A report with its texts fits easily; anything larger is refused before it is read. */
const BODY = 512 * 1024

export async function maakApp(omg: Appomgeving): Promise<FastifyInstance> {
  const app = fastify({
    logger: omg.log ? { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] } : false,
    genReqId: () => uuid7(),
    bodyLimit: BODY,
    // A proxy on this machine that ends TLS says so: then the cookie is Secure. From elsewhere nobody is believed.
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: false },
    // An address that cannot be read never reaches a route, nor the error handler of one.
    frameworkErrors: foutafhandeling,
  })
  app.setErrorHandler(foutafhandeling)
  const nietHier = kenMethoden(app)
  app.setNotFoundHandler((verzoek, antwoord) => foutafhandeling(nietHier(verzoek, antwoord), verzoek, antwoord))
  // Input is checked by the command itself, so that form, API and import get the same sentences.
  app.setValidatorCompiler(() => (waarde: unknown) => ({ value: waarde }))
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(fastifyCookie)
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
  })
  // JSON, or a file where a file is asked: text of any other kind is not guessed at.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, leesJson(app))
  app.addHook('onRequest', eisEigenHerkomst)
  app.addHook('preValidation', eisLeesbaar)

  const wie = (verzoek: FastifyRequest): Promise<Aangemeld> => {
    const token = verzoek.cookies[COOKIE]
    return token ? omg.sessies.vind(token) : Promise.resolve(weiger('NIET_AANGEMELD'))
  }
  const lezend: Leesomgeving = { ...omg, wie }
  gezondheid(app, omg)
  await beschrijving(app)
  await app.register(
    async (api) => {
      api.addHook('onSend', (_verzoek, antwoord, _inhoud, verder) => {
        void antwoord.header('API-Version', API_VERSIE).header('Cache-Control', 'no-store')
        verder()
      })
      aanmeldRoutes(api, { ...omg, wie })
      for (const routes of [meldingRoutes, werklijstRoutes, conceptRoutes, wachtlijstRoutes, locatieRoutes])
        routes(api, lezend)
      convenantRoutes(api, lezend)
      vaststellingRoutes(api, lezend)
      opdrachtRoutes(api, lezend)
      besluitRoutes(api, lezend, omg.naBesluit)
      documentRoutes(api, lezend)
      beschrijvingRoute(api)
    },
    { prefix: '/api/v1' },
  )
  if (omg.schermen && existsSync(resolve(omg.schermen, 'index.html')))
    await serveerSchermen(app, omg.schermen, nietHier)
  return app
}

/** A page of another site cannot make a browser act here: its Origin does not match ours. */
async function eisEigenHerkomst(verzoek: FastifyRequest): Promise<void> {
  const { origin, host } = verzoek.headers
  if (verzoek.method === 'GET' || verzoek.method === 'HEAD' || !origin) return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  throw new Weigering('NIET_AANGEMELD')
}

/** Files with a hash in their name never change; every other address is a screen of the one page. */
async function serveerSchermen(
  app: FastifyInstance,
  map: string,
  nietHier: ReturnType<typeof kenMethoden>,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: resolve(map),
    wildcard: false,
    maxAge: '1y',
    immutable: true,
    index: false,
    // The compressed forms stand beside the files; they have no address of their own.
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz'],
    setHeaders: (antwoord) => antwoord.setHeader('Vary', 'Accept-Encoding'),
  })
  app.get(SCHERM, { schema: { hide: true } }, async (verzoek, antwoord) => {
    if (verzoek.url.startsWith('/api/') || verzoek.url.startsWith('/assets/')) throw nietHier(verzoek, antwoord)
    return antwoord.sendFile('index.html', { maxAge: 0, immutable: false, cacheControl: false })
  })
}

/** What a read over HTTP needs. The server gives it; the subject answers it. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Aangemeld, Omgeving } from './omgeving.opslag.ts'

export type Leesomgeving = Omgeving & {
  /** Who asks. Refuses with NIET_AANGEMELD. */
  wie: (verzoek: FastifyRequest) => Promise<Aangemeld>
}
export type Routes = (app: FastifyInstance, omg: Leesomgeving) => void

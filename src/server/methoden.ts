/** An address that exists, asked in a way it does not know: 405 with `Allow` (RFC 9110, 15.5.6), never "not there". */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Weigering } from '../kern/weigering.ts'

/** Every other address is a screen, so it says nothing about which addresses there are. */
export const SCHERM = '/*'

/** Remembers the routes that are made from now on; answers how to refuse an address that none of them took. */
export function kenMethoden(app: FastifyInstance): (verzoek: FastifyRequest, antwoord: FastifyReply) => Weigering {
  const paden = new Map<string, { past: RegExp; methoden: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    if (url === SCHERM) return
    const delen = url.split('/').map((deel) => (deel.startsWith(':') ? '[^/]+' : RegExp.escape(deel)))
    const pad = paden.get(url) ?? { past: new RegExp(`^${delen.join('/')}$`), methoden: new Set<string>() }
    paden.set(url, pad)
    for (const m of [method].flat()) pad.methoden.add(m)
  })
  return (verzoek, antwoord) => {
    const [adres = ''] = verzoek.url.split('?')
    const methoden = [...paden.values()].filter((p) => p.past.test(adres)).flatMap((p) => [...p.methoden])
    if (!methoden.length) return new Weigering('NIET_GEVONDEN')
    const wel = [...new Set(methoden)].toSorted().join(', ')
    void antwoord.header('Allow', wel)
    return new Weigering('METHODE_PAST_NIET', { methode: verzoek.method, methoden: wel })
  }
}

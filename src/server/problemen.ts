/** The one place where a refusal or a failure becomes `application/problem+json` (RFC 9457). */
import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Probleem } from '../domein/antwoorden.ts'
import { Weigering } from '../kern/weigering.ts'
import { API_VERSIE } from './openapi.ts'

export function probleem(w: Weigering, kenmerk: string): Probleem {
  return {
    type: `https://regiodak.nl/fouten/${w.code.toLowerCase().replaceAll('_', '-')}`,
    title: STATUS_CODES[w.status] ?? 'Fout',
    status: w.status,
    detail: w.message,
    code: w.code,
    doe: w.doe,
    kenmerk,
    ...(w.bron && { bron: w.bron }),
    ...(w.velden.length > 0 && { fouten: [...w.velden] }),
  }
}

/** What Fastify itself refuses, in our words; anything unknown is a bug and stays one. */
function alsWeigering(fout: FastifyError | Weigering): Weigering | null {
  if (fout instanceof Weigering) return fout
  if (fout.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Weigering('INVOER_TE_GROOT')
  if (fout.statusCode === 404 || fout.code === 'FST_ERR_MAX_PARAM_LENGTH') return new Weigering('NIET_GEVONDEN')
  if (fout.statusCode !== undefined && fout.statusCode >= 400 && fout.statusCode < 500)
    return new Weigering('INVOER_ONLEESBAAR')
  return null
}

export function foutafhandeling(fout: FastifyError | Weigering, verzoek: FastifyRequest, antwoord: FastifyReply): void {
  const bekend = alsWeigering(fout)
  if (!bekend && process.env['REGIODAK_DEBUG']) console.error(fout)
  if (!bekend) verzoek.log.error({ err: kern(fout), kenmerk: verzoek.id }, 'onverwachte fout')
  const w = bekend ?? new Weigering('STORING', { kenmerk: verzoek.id })
  // Addresses that match no route pass no hook of the API.
  if (verzoek.url.startsWith('/api/')) void antwoord.headers({ 'API-Version': API_VERSIE, 'Cache-Control': 'no-store' })
  const stuur = () =>
    void antwoord
      .status(w.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(probleem(w, verzoek.id)))
  if (w.code === 'INVOER_TE_GROOT') void laatUitpraten(verzoek.raw).then(stuur)
  else stuur()
}

/** More than this nobody sends by mistake. */
const MEEST_AANGEHOORD = 64 * 1024 * 1024

/** Reads away what is still coming: whoever is cut off while sending sees a broken connection and never the answer. */
async function laatUitpraten(stroom: IncomingMessage): Promise<void> {
  let gehoord = 0
  await new Promise<void>((klaar) => {
    stroom.on('data', (deel: Buffer) => (gehoord += deel.length) > MEEST_AANGEHOORD && klaar())
    stroom.once('close', klaar).once('end', klaar).resume()
    if (stroom.complete || stroom.destroyed) klaar()
  })
}

/** What helps to find a bug. The detail of a database error holds the row itself, so it stays out of the log. */
const kern = ({ name, message, stack, code }: Error & { code?: string }) => ({ type: name, message, stack, code })

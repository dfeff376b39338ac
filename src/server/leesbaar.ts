/** Input that the database or a screen cannot hold is refused at its field, before anything reads it. */
import type { FastifyRequest } from 'fastify'
import { type Veldfout, Weigering, weiger } from '../kern/weigering.ts'

/** Deeper than any form of ours; far below what reading and writing JSON can take. */
const DIEPST = 24
const TEKEN = 'Deze tekst bevat een teken dat we niet kunnen bewaren. Typ de tekst opnieuw.'
const DUBBEL = 'Dit staat meer dan één keer in het adres. Noem het één keer.'

/** PostgreSQL holds no NUL, and half a surrogate pair is no character. */
const bewaarbaar = (tekst: string): boolean => !tekst.includes('\0') && tekst.isWellFormed()

export async function eisLeesbaar(verzoek: FastifyRequest): Promise<void> {
  const fouten: Veldfout[] = []
  for (const deel of [verzoek.query, verzoek.params])
    for (const [veld, waarde] of Object.entries((deel ?? {}) as Record<string, unknown>)) {
      if (Array.isArray(waarde)) fouten.push({ veld, melding: DUBBEL })
      else if (!bewaarbaar(veld + String(waarde))) fouten.push({ veld, melding: TEKEN })
    }
  if (!Buffer.isBuffer(verzoek.body)) doorzoek(verzoek.body, fouten)
  if (fouten.length) throw new Weigering('INVOER_ONJUIST', {}, { velden: fouten })
}

/** Walks the body without recursion: a body that is too deep must not bring down whoever measures it. */
function doorzoek(body: unknown, fouten: Veldfout[]): void {
  const nog: { waarde: unknown; pad: string[] }[] = [{ waarde: body, pad: [] }]
  for (let deel = nog.pop(); deel; deel = nog.pop()) {
    const { waarde, pad } = deel
    if (typeof waarde === 'string' && !bewaarbaar(waarde)) fouten.push({ veld: pad.join('.'), melding: TEKEN })
    if (!waarde || typeof waarde !== 'object') continue
    if (pad.length >= DIEPST) weiger('INVOER_ONLEESBAAR')
    for (const [sleutel, kind] of Object.entries(waarde)) {
      if (bewaarbaar(sleutel)) nog.push({ waarde: kind, pad: [...pad, sleutel] })
      else fouten.push({ veld: pad.join('.'), melding: TEKEN })
    }
  }
}

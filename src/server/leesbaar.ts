/** Input that the database or a screen cannot hold is refused at its field, before anything reads it. */
import type { FastifyBodyParser, FastifyInstance, FastifyRequest } from 'fastify'
import { dubbeleNaam } from '../kern/dubbele-naam.ts'
import { type Veldfout, Weigering, weiger } from '../kern/weigering.ts'

/** Deeper than any form of ours; far below what reading and writing JSON can take. */
const DIEPST = 24
const TEKEN = 'Deze tekst bevat een teken dat we niet kunnen bewaren. Typ de tekst opnieuw.'
const DUBBEL = 'Dit staat meer dan één keer in het adres. Noem het één keer.'
const DUBBEL_IN_TEKST = 'Dit staat meer dan één keer in het verzoek. Noem het één keer.'

/** PostgreSQL holds no NUL, and half a surrogate pair is no character. */
const bewaarbaar = (tekst: string): boolean => !tekst.includes('\0') && tekst.isWellFormed()

/** Of a name that stands twice the last would count, and nobody would know that there was another. */
export function leesJson(app: FastifyInstance): FastifyBodyParser<string> {
  const ontleed = app.getDefaultJsonParser('error', 'error')
  return (verzoek, tekst, klaar) =>
    void ontleed(verzoek, tekst, (fout, body) => {
      const dubbel = fout ? null : dubbeleNaam(tekst)
      if (!dubbel) return klaar(fout, body)
      if (dubbel.pad.length > DIEPST) return klaar(new Weigering('INVOER_ONLEESBAAR'))
      const velden = [{ veld: dubbel.pad.join('.'), melding: DUBBEL_IN_TEKST }]
      return klaar(new Weigering('INVOER_ONJUIST', {}, { velden }))
    })
}

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

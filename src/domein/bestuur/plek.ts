import { artikelanker } from '../../kern/anker.ts'
import type { Plek } from './convenant.schema.ts'

/** A place in the text with its anchor on the Convenant screen. */
export const alsPlek = (p: {
  artikel: string
  lid?: string | null | undefined
  onderdeel?: string | null | undefined
}): Plek => ({
  artikel: p.artikel,
  lid: p.lid ?? null,
  onderdeel: p.onderdeel ?? null,
  anker: artikelanker(p),
})

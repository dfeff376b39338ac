/** Group 19: something comes back, and the text does not say how often. */
import type { Geplaatst } from '../afspraak.ts'
import type { Vondst } from './vondst.ts'

export const hoeVaakOnbekend = (regel: Geplaatst<{ id: string }>, wat: string): Vondst => ({
  code: 'FREQ-UNDEF',
  ernst: 'onduidelijk',
  bevinding: `De tekst zegt niet hoe vaak dit ten minste moet: ${wat}. Of het op tijd gebeurt, is dus niet te zeggen.`,
  bron: regel.bron,
  betreft: [regel.id],
})

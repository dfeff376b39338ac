import type { Convenantbeeld, Kalenderpunt } from '../../../domein/bestuur/convenant.schema.ts'
import { datum } from '../../../kern/datum.ts'
import { artikelanker } from '../../../kern/anker.ts'

/** What the covenant asks in the year from the day that is shown, and the day on which it ends if nobody extends it. */
export function kalenderpunten(beeld: Pick<Convenantbeeld, 'kalender' | 'looptijd' | 'op'>): Kalenderpunt[] {
  const einde = eindpunt(beeld)
  const later = (p: Kalenderpunt): boolean => einde !== null && (p.datum === null || p.datum > einde.datum)
  const voor = beeld.kalender.findIndex(later)
  if (!einde) return beeld.kalender
  return voor < 0 ? [...beeld.kalender, einde] : beeld.kalender.toSpliced(voor, 0, einde)
}

function eindpunt(beeld: Pick<Convenantbeeld, 'looptijd' | 'op'>): (Kalenderpunt & { datum: string }) | null {
  const { looptijd, op } = beeld
  const bron = looptijd?.waarom.bron
  const dag = (looptijd?.waarde as { totEnMet?: unknown } | null | undefined)?.totEnMet
  if (!bron || typeof dag !== 'string' || dag < op || dag >= datum(op).add({ years: 1 }).toString()) return null
  return {
    artikel: bron.artikel,
    lid: bron.lid ?? null,
    onderdeel: bron.onderdeel ?? null,
    anker: artikelanker(bron),
    datum: dag,
    van: null,
    doe: 'dit is de laatste dag van het convenant, als niemand het verlengt',
    wie: 'alle partijen',
    aan: null,
    status: 'gepland',
    zodra: null,
    na: null,
    keer: null,
    regel: 'looptijd',
  }
}

import type { Bepalingbeeld, Convenantbeeld, Letop, Uitlegbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import type { Toestand } from './woorden.tsx'

/** A reading that stands alone: the text is silent there, and no finding says so. */
export function losseLezingen(beeld: Pick<Convenantbeeld, 'artikelen' | 'letOp'>): Uitlegbeeld[] {
  const genoemd = new Set(beeld.letOp.flatMap((p) => (p.uitleg ? [p.uitleg.id] : [])))
  return beeld.artikelen.flatMap((a) => a.bepalingen.flatMap((b) => b.uitleg)).filter((u) => !genoemd.has(u.id))
}

/** Every reading on the page once, whether a finding is about it or not. */
export const lezingenVan = (beeld: Pick<Convenantbeeld, 'artikelen'>): Uitlegbeeld[] =>
  beeld.artikelen.flatMap((a) => a.bepalingen.flatMap((b) => b.uitleg))

/** The place with this anchor; undefined where the page has none. */
export const plekBij = (beeld: Pick<Convenantbeeld, 'artikelen'>, anker: string): Bepalingbeeld | undefined =>
  beeld.artikelen.flatMap((a) => a.bepalingen).find((b) => b.anker === anker)

/** The states of a lid: those of the duties in it, and that it contradicts something while no reading was adopted. */
export function toestandenVan(lid: Bepalingbeeld, beeld: Pick<Convenantbeeld, 'plichten'>): Toestand[] {
  const plichten = beeld.plichten.filter((p) => p.anker === lid.anker).map((p) => p.staat)
  return [...new Set<Toestand>([...(lid.letOp.some(isStrijdig) ? (['tegenstrijdig'] as const) : []), ...plichten])]
}

const isStrijdig = (p: Letop): boolean => p.ernst === 'fout' && !p.uitleg?.vastgesteld

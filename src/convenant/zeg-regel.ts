/** Any rule of a covenant as sentences, whatever its kind. */
import type { Geplaatst } from './afspraak.ts'
import type { Afsprakenboek } from './afsprakenboek.ts'
import type { Plichtdeel } from './plichtstaat.ts'
import { type Regel, soortVan } from './regels/index.ts'
import { zegWanneer } from './regels/wanneer.ts'
import { hoofdletter } from './regels/zinnen.ts'

/** What its kind says of the rule; a kind that only lays duties is told by its duties. */
export function zegRegel(
  regel: Geplaatst<Regel>,
  { laatste: document, uitleg, gemeenten }: Pick<Afsprakenboek, 'laatste' | 'uitleg' | 'gemeenten'>,
): string[] {
  const soort = soortVan(regel.soort)
  return (
    soort.zeg?.(regel, document, gemeenten) ??
    (soort.plichten?.(regel, { document, uitleg, gemeenten }) ?? []).flatMap(zegPlicht)
  )
}

function zegPlicht(p: Plichtdeel): string[] {
  const aan = p.aanZin ? ` (aan ${p.aanZin})` : ''
  return [
    `${hoofdletter(p.wieZin)}${aan}: ${p.wat}.`,
    `Wanneer: ${zegWanneer(p.wanneer)}.`,
    ...(p.aard === 'inspanning' ? ['Dit is een inspanning: zij moeten hun best doen.'] : []),
  ]
}

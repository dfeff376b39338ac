import type { ReactNode } from 'react'
import type { Letop, Plichtstaat } from '../../../domein/bestuur/convenant.schema.ts'
import { Label } from '../../onderdelen/bericht.tsx'

type Kleur = 'grijs' | 'amber' | 'blauw' | 'groen' | 'rood'
export type Toestand = Plichtstaat | 'tegenstrijdig'

/** The states of an agreement, each in a word, with a sign and a colour. A best effort is never green. */
export const toestanden: Readonly<Record<Toestand, { naam: string; teken: string; kleur: Kleur }>> = {
  'te-laat': { naam: 'Te laat', teken: '●', kleur: 'rood' },
  binnenkort: { naam: 'Binnenkort', teken: '▲', kleur: 'amber' },
  loopt: { naam: 'Loopt', teken: '○', kleur: 'blauw' },
  voldaan: { naam: 'Voldaan', teken: '✓', kleur: 'groen' },
  inspanning: { naam: 'Inspanning', teken: '', kleur: 'grijs' },
  onbekend: { naam: 'Niet te zeggen', teken: '?', kleur: 'grijs' },
  'niet-van-toepassing': { naam: 'Niet van toepassing', teken: '', kleur: 'grijs' },
  tegenstrijdig: { naam: 'Tegenstrijdig', teken: '!', kleur: 'amber' },
}

/** Where an agreement stands, as a label. */
export function Toestandlabel({ toestand }: { toestand: Toestand }): ReactNode {
  const { naam, teken, kleur } = toestanden[toestand]
  return (
    <Label kleur={kleur}>
      {teken && <span aria-hidden="true">{teken} </span>}
      {naam}
    </Label>
  )
}

/** How serious a finding is, in words for people who read covenants; the order of the list. */
export const ernsten: Readonly<Record<Letop['ernst'], { naam: string; kleur: Kleur; kop: string }>> = {
  fout: { naam: 'Klopt niet', kleur: 'rood', kop: 'Dit klopt niet in de tekst' },
  spanning: { naam: 'Wringt', kleur: 'amber', kop: 'Dit wringt met iets anders' },
  gat: { naam: 'Niet geregeld', kleur: 'amber', kop: 'Dit is niet geregeld' },
  onduidelijk: { naam: 'Onduidelijk', kleur: 'grijs', kop: 'Dit is niet duidelijk' },
  verouderd: { naam: 'Verouderd', kleur: 'grijs', kop: 'Dit is verouderd' },
}

/** "1 regel", "3 regels". */
export const aantal = (n: number, een: string, meer: string): string => `${n} ${n === 1 ? een : meer}`

/** A sentence begins with a capital. */
export const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

/** "Rijswijk", "Rijswijk en Wassenaar", "Rijswijk, Wassenaar en Zoetermeer". */
export const opsomming = (namen: readonly string[]): string =>
  namen.length < 2 ? namen.join('') : `${namen.slice(0, -1).join(', ')} en ${namen.at(-1)!}`

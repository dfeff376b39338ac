/** A decision that chooses otherwise computes otherwise, or it is refused: words alone would leave the old answer standing. */
import type { Geplaatst, Uitleg } from './afspraak.ts'
import type { Besluit, Besluitkop } from './besluit.ts'

/** One sentence about one field of a decision. */
export type Besluitfout = { readonly veld: string; readonly melding: string }
type Vaststelling = Extract<Besluitkop, { soort: 'vastgestelde-uitleg' }>

const kaal = (zin: string): string => zin.trim().replace(/\.$/, '').toLowerCase()
const andereWoorden = ({ keuze }: Pick<Vaststelling, 'keuze'>, uitleg: Pick<Uitleg, 'keuze'>): boolean =>
  keuze !== undefined && kaal(keuze) !== kaal(uitleg.keuze)
const andereWeg = (b: Pick<Vaststelling, 'voorrang' | 'kiest'>, uitleg: Pick<Uitleg, 'voorrang' | 'kiest'>): boolean =>
  (b.voorrang !== undefined && b.voorrang !== uitleg.voorrang) ||
  Object.entries(b.kiest ?? {}).some(([vraag, weg]) => uitleg.kiest?.[vraag] !== weg)

/**
 * What is wrong with the choice of a decision beside the reading as the file has it. A reading that neither puts a
 * rule first nor chooses a way computes in one way only: it can be adopted, not replaced.
 */
export function keurAndersGekozen(
  b: Vaststelling,
  uitleg: Pick<Uitleg, 'keuze' | 'voorrang' | 'kiest'>,
): Besluitfout[] {
  const woorden = andereWoorden(b, uitleg)
  const weg = andereWeg(b, uitleg)
  if (!woorden && !weg) return []
  if (woorden && !weg)
    return [
      {
        veld: 'keuze',
        melding:
          uitleg.voorrang || uitleg.kiest
            ? 'De woorden van de keuze zijn anders, maar er wordt nog hetzelfde gerekend. Kies ook een andere regel of een andere manier van rekenen.'
            : 'Deze uitleg wordt maar op één manier gerekend. Stel haar vast zoals ze er staat, of leg de andere afspraak vast in een nieuwe versie van het convenant.',
      },
    ]
  return [
    ...(woorden ? [] : [{ veld: 'keuze', melding: 'Er wordt anders gerekend. Vul in welke uitleg de regio koos.' }]),
    ...(b.reden === undefined ? [{ veld: 'reden', melding: 'Vul in waarom de regio anders koos.' }] : []),
  ]
}

/** The reading as the region adopted it. The reason of the file belongs to the choice of the file only. */
export function zoalsVastgesteld(
  uitleg: Geplaatst<Uitleg>,
  besluit: Extract<Besluit, { soort: 'vastgestelde-uitleg' }>,
): Geplaatst<Uitleg> {
  const anders = andereWoorden(besluit, uitleg) || andereWeg(besluit, uitleg)
  const voorrang = besluit.voorrang ?? uitleg.voorrang
  return {
    ...uitleg,
    vastgesteld: besluit.besloten,
    keuze: besluit.keuze ?? uitleg.keuze,
    reden: besluit.reden ?? (anders ? 'De regio schreef geen reden op.' : uitleg.reden),
    ...(voorrang && { voorrang }),
    ...((besluit.kiest ?? uitleg.kiest) && { kiest: { ...uitleg.kiest, ...besluit.kiest } }),
  }
}

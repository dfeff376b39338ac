/** One definitive outcome stands per rule and year, and per vote (D6): another waits until the first is withdrawn (D7). */
import type { Geplaatst } from '../../convenant/index.ts'
import { type Regel, soortVan } from '../../convenant/regels/index.ts'
import { type Datum, datum, schrijfDatum } from '../../kern/datum.ts'
import { Weigering, weiger } from '../../kern/weigering.ts'
import type { Definitieve } from '../proces.ts'

type Gevraagd = { readonly jaar: number; readonly onderwerp?: string | undefined; readonly invoer: unknown }

const gelijk = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase()

/**
 * Refuses with AL_DEFINITIEF, naming the one that stands. An outcome whose input this user may not read counts as
 * the same: of a year there is one.
 */
export function eisEnige(regel: Geplaatst<Regel>, gevraagd: Gevraagd, op: Datum, staand: readonly Definitieve[]): void {
  const { wat, per, deel } = soortVan(regel.soort).definitief!
  const { jaar, onderwerp, invoer } = gevraagd
  if (per !== 'dag' && onderwerp !== undefined)
    throw new Weigering(
      'INVOER_ONJUIST',
      {},
      { velden: [{ veld: 'onderwerp', melding: 'Alleen een stemming heeft een onderwerp. Laat het hier weg.' }] },
    )
  const dit = deel?.(invoer)
  const eerste = staand.find((d) =>
    per === 'dag'
      ? d.op === op.toString() && gelijk(d.onderwerp, onderwerp)
      : d.jaar === jaar && (d.invoer === null || deel?.(d.invoer) === dit),
  )
  if (!eerste) return
  const over = onderwerp === undefined ? '' : ` over ${onderwerp}`
  weiger(
    'AL_DEFINITIEF',
    {
      wat: per === 'dag' ? `${wat} van ${schrijfDatum(op)}${over}` : `${dit ?? wat} over ${jaar}`,
      datum: schrijfDatum(datum(eerste.vastgesteldOp)),
    },
    { bron: regel.bron },
  )
}

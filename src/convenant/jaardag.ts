/** A day counted from a year J: `31 december J`, `laatste februari J+1`. Day, month and J±n; nothing more. */
import { z } from 'zod'
import { type Datum, leesDatum, schrijfDatum } from '../kern/datum.ts'

export type Jaardag = {
  readonly dag: number | 'laatste'
  readonly maand: number
  /** Years after J; negative before it. */
  readonly na: number
}

const VORM = /^(\d{1,2}|laatste) ([a-z]+) J(?:([+-]\d))?$/
/** A year without 29 February: a day that is not there every year is refused. */
const GEWOON_JAAR = '2001'
/** Longer than any month, so that the calendar itself gives the last day. */
const VOORBIJ_ELKE_MAAND = 99

/** Throws a RangeError for anything that is not a day of every year. */
export function leesJaardag(tekst: string): Jaardag {
  const delen = VORM.exec(tekst)
  const eerste = delen && leesDatum(`1 ${delen[2]!} ${GEWOON_JAAR}`)
  if (!eerste || !('datum' in eerste) || schrijfDatum(eerste.datum) !== `1 ${delen[2]!} ${GEWOON_JAAR}`)
    throw new RangeError(`Geen dag in de vorm "31 december J" of "laatste februari J+1": ${tekst}`)
  const na = Number(delen[3] ?? '0')
  if (delen[1] === 'laatste') return { dag: 'laatste', maand: eerste.datum.month, na }
  const dag = Number(delen[1])
  if (dag < 1 || dag > eerste.datum.daysInMonth)
    throw new RangeError(`Deze dag bestaat niet in elk jaar; schrijf zo nodig "laatste": ${tekst}`)
  return { dag, maand: eerste.datum.month, na }
}

/** The day itself, for a given J. */
export const dagVan = (jaardag: Jaardag, jaar: number): Datum =>
  Temporal.PlainDate.from(
    {
      year: jaar + jaardag.na,
      month: jaardag.maand,
      day: jaardag.dag === 'laatste' ? VOORBIJ_ELKE_MAAND : jaardag.dag,
    },
    { overflow: 'constrain' },
  )

/** As people write it; reading it gives the same day. */
export function schrijfJaardag({ dag, maand, na }: Jaardag): string {
  const eerste = dagVan({ dag: 1, maand, na: 0 }, Number(GEWOON_JAAR))
  const naam = schrijfDatum(eerste).split(' ')[1]!
  return `${dag} ${naam} J${na === 0 ? '' : na > 0 ? `+${na}` : na}`
}

export const isJaardag = (waarde: unknown): waarde is Jaardag =>
  waarde !== null && typeof waarde === 'object' && 'dag' in waarde && 'maand' in waarde && 'na' in waarde

/** The field of a block. */
export const jaardag = z
  .string()
  .regex(VORM, 'schrijf een dag als 31 december J of laatste februari J+1')
  .transform((tekst, ctx) => {
    try {
      return leesJaardag(tekst)
    } catch (fout) {
      ctx.addIssue({ code: 'custom', message: fout instanceof Error ? fout.message : String(fout) })
      return z.NEVER
    }
  })

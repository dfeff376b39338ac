/** Field types that every block shares. YAML gives strings; a date never becomes a JavaScript Date. */
import { z } from 'zod'
import { datum } from '../kern/datum.ts'

export const naam = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'gebruik kleine letters, cijfers en streepjes')
/** Text that may look like a whole number: YAML reads `2015` as one. */
export const tekst = z.union([z.string(), z.int()], 'schrijf tekst of een heel getal').transform(String)
export const zin = z.string().trim().min(3)
/** A day outside these years is a slip of the pen. As text: years of four digits sort like numbers. */
export const [EERSTE_JAAR, LAATSTE_JAAR] = ['1900', '2199'] as const
export const dag = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'schrijf een datum als JJJJ-MM-DD')
  .transform((tekst, ctx) => {
    const jaar = tekst.slice(0, 4)
    try {
      if (jaar >= EERSTE_JAAR && jaar <= LAATSTE_JAAR) return datum(tekst)
      ctx.addIssue({
        code: 'custom',
        message: `${tekst} ligt niet in de jaren ${EERSTE_JAAR} tot en met ${LAATSTE_JAAR}`,
      })
    } catch {
      ctx.addIssue({ code: 'custom', message: `${tekst} is geen bestaande datum` })
    }
    return z.NEVER
  })
export const elkEenKeer = (namen: readonly string[]): boolean => new Set(namen).size === namen.length
export const jaNee = z.enum(['ja', 'nee']).transform((antwoord) => antwoord === 'ja')
/** Requirement ids this block covers, such as `DH-3.2.1`. */
export const dekt = z.array(z.string().regex(/^[A-Z]+-\S+$/, 'noem een eis zoals DH-3.1a')).optional()
/** `P6W`, `P7D`, `P3M`, `P12M`: a whole number of one unit. */
export const duur = z
  .string()
  .regex(/^P[1-9]\d*[DWMY]$/, 'schrijf een duur als P6W, P7D, P3M of P1Y')
  .transform((tekst) => Temporal.Duration.from(tekst))

export { nederlands } from './foutzinnen.ts'

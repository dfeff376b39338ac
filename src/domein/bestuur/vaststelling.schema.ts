/** What becomes definitive (D6), and what the API answers about it. */
import { z } from 'zod'
import { ietsTeZien } from '../../kern/zichtbaar.ts'
import type { StapJson } from '../../kern/schrijf-uit.ts'
import type { Bron } from '../../kern/uitkomst.ts'

export const stelVast = z.strictObject({
  /** Id of the rule of the covenant that gives the outcome. */
  regel: z
    .string({ error: 'Kies een regel uit de lijst.' })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Kies een regel uit de lijst.'),
  jaar: z
    .int({ error: 'Vul het jaar in.' })
    .min(2000, 'Dit jaar is te lang geleden.')
    .max(2200, 'Dit jaar is te ver weg.'),
  /** The day that picks the version, such as that of the meeting; left out: the last day of the year. */
  op: z.iso.date({ error: 'Vul een bestaande dag in.' }).optional(),
  /** What was voted on, so that one meeting may hold more than one vote; only for a vote. */
  onderwerp: z
    .string()
    .trim()
    .min(3, 'Schrijf waarover is gestemd.')
    .refine(ietsTeZien, 'Schrijf waarover is gestemd.')
    .max(200, 'Schrijf hoogstens 200 tekens.')
    .optional(),
  /** Figures or votes, as the kind of rule asks them. */
  invoer: z.record(z.string(), z.unknown(), { error: 'Vul de gegevens in.' }),
})
/** The outcome stays as it was; from then on it is known to be a mistake (D7). */
export const trekVaststellingIn = z.strictObject({
  reden: z
    .string({ error: 'Vul de reden in.' })
    .trim()
    .min(3, 'Vul de reden in.')
    .refine(ietsTeZien, 'Vul de reden in.')
    .max(1000, 'Schrijf hoogstens 1000 tekens.'),
})

export type Vaststellingbeeld = {
  id: string
  versie: number
  regel: string
  /** "verdeling", "doorbelasting", "stemming", "bedrag". */
  wat: string
  jaar: number
  /** First day of the covenant version, and the day that picked it. */
  ingang: string
  op: string
  bron: Bron
  /** What was voted on, where it was named. */
  onderwerp: string | null
  invoer: unknown
  uitkomst: unknown
  /** The tree as it was that day; left out unless `?uitleg=ja` asks for it. */
  waarom?: StapJson
  /** Mark of the agreements it rests on. */
  merk: string
  vastgesteld: { op: string; door: string }
  ingetrokken: { op: string; door: string; reden: string } | null
}
export type Vaststellingen = {
  /** What can be made definitive today, by rule. */
  mogelijk: { regel: string; wat: string; bron: Bron }[]
  vaststellingen: Pick<
    Vaststellingbeeld,
    'id' | 'regel' | 'wat' | 'jaar' | 'ingang' | 'uitkomst' | 'vastgesteld' | 'ingetrokken'
  >[]
}

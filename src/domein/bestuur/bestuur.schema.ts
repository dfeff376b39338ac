/** What the co-ordinator of a region records about its covenant: one schema for the form, the API and the journal. */
import { z } from 'zod'
import { ietsTeZien } from '../../kern/zichtbaar.ts'

const dag = (wat: string) => z.iso.date({ error: `Vul ${wat} in.` })
const zin = (wat: string, hoogstens = 300) =>
  z
    .string({ error: `Vul ${wat} in.` })
    .trim()
    .min(3, `Vul ${wat} in.`)
    .refine(ietsTeZien, `Vul ${wat} in.`)
    .max(hoogstens, `Schrijf hoogstens ${hoogstens} tekens.`)
const naam = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Kies een naam uit de lijst.')

const besluit = {
  /** First day of the version it is about. */
  versie: dag('de versie van het convenant'),
  besloten: dag('de dag van het besluit'),
  door: zin('in wie het besloot, zoals het bestuurlijk overleg', 200),
  /** The words of the decision, or where they can be found. */
  tekst: zin('in wat er is besloten', 4000).optional(),
}

/** Adopts a reading as it stands, or with other words, another rule that goes first or another way. */
export const stelUitlegVast = z.strictObject({
  ...besluit,
  uitleg: naam,
  keuze: zin('de keuze', 1000).optional(),
  voorrang: naam.optional(),
  kiest: z.record(naam, naam).optional(),
  reden: zin('de reden', 1000).optional(),
})
export const legVerlengingVast = z.strictObject({
  ...besluit,
  /** First day after the extended term. */ tot: dag('de eerste dag na de verlenging'),
})
const geheel = (wat: string) => z.int({ error: `Vul ${wat} in als heel getal.` })
export const legTariefVast = z.strictObject({
  ...besluit,
  post: naam,
  jaar: geheel('het jaar').min(2000, 'Dit jaar is te lang geleden.').max(2200, 'Dit jaar is te ver weg.'),
  /** Whole cents for one unit. */
  centen: geheel('het bedrag in centen').min(0, 'Een tarief is nooit negatief.'),
})
const deel = (wat: string) =>
  z
    .string({ error: `Kies ${wat} uit de lijst.` })
    .trim()
    .min(1, `Kies ${wat} uit de lijst.`)
    .max(60)
export const legAddendumVast = z.strictObject({
  ...besluit,
  /** What it changes: articles, lids or lettered parts of the version. */
  over: z
    .array(
      z.strictObject({
        artikel: deel('een artikel of lid'),
        lid: deel('een lid').optional(),
        onderdeel: deel('een onderdeel').optional(),
      }),
      { error: 'Kies minstens één artikel of lid.' },
    )
    .min(1, 'Kies minstens één artikel of lid.')
    .max(100, 'Kies hoogstens 100 plekken.'),
  ingang: dag('de dag waarop de wijziging ingaat'),
})
/** A mistake is never removed: it is named as one (D7). */
export const trekBesluitIn = z.strictObject({
  besluit: z.uuid('Kies een besluit uit de lijst.'),
  reden: zin('de reden', 1000),
})
export const voegBewijsToe = z.strictObject({
  plicht: z.string().min(1, 'Kies een plicht uit de lijst.').max(200),
  op: dag('de dag van het bewijs'),
  wat: zin('in wat het bewijs is', 1000),
  /** `gebeurtenis`: what the duty waits for has happened; otherwise something that shows it is kept. */
  soort: z.enum(['bewijs', 'gebeurtenis']).default('bewijs'),
  /** The municipality that did it; needed for a duty that each has by itself. */
  gemeente: naam.optional(),
  link: z
    .httpUrl('Begin de link met https://.')
    .max(2000, 'Schrijf hoogstens 2000 tekens.')
    .refine((adres) => /^https:/i.test(adres), 'Begin de link met https://.')
    .optional(),
})
export const trekBewijsIn = z.strictObject({
  bewijs: z.uuid('Kies een bewijs uit de lijst.'),
  reden: zin('de reden', 1000),
})

export type StelUitlegVast = z.output<typeof stelUitlegVast>
export type LegVerlengingVast = z.output<typeof legVerlengingVast>
export type LegTariefVast = z.output<typeof legTariefVast>
export type VoegBewijsToe = z.output<typeof voegBewijsToe>

import { z } from 'zod'
import { ietsTeZien } from '../../kern/zichtbaar.ts'

/** Nine digits that pass the elfproef; eight digits get their leading zero. All zeros is no bsn. */
export function elfproef(bsn: string): boolean {
  if (!/^\d{9}$/.test(bsn) || bsn === '000000000') return false
  const som = Array.from(bsn, Number).reduce((s, cijfer, plek) => s + cijfer * (plek === 8 ? -1 : 9 - plek), 0)
  return som % 11 === 0
}

const NEGEN_CIJFERS = 'Een burgerservicenummer heeft 9 cijfers. Controleer het nummer.'
const getypt = z
  .string(NEGEN_CIJFERS)
  .transform((s) => s.replace(/[\s.]/g, ''))
  .transform((s) => (/^\d{8}$/.test(s) ? `0${s}` : s))
const metBsn = (leegMag: boolean) =>
  getypt
    .refine((s) => /^\d{9}$/.test(s) || (leegMag && s === ''), { error: NEGEN_CIJFERS, abort: true })
    .refine((s) => s === '' || elfproef(s), 'Dit burgerservicenummer klopt niet. Controleer alle cijfers.')
export const bsn = metBsn(false)
const bsnOfLeeg = metBsn(true).transform((s) => s || undefined)

/** Nobody we work for was born earlier; a year below it is a slip of the hand. */
const EERSTE_DAG = '1900-01-01'
const LAATSTE_DAG = '2199-12-31'

/** A calendar day as `YYYY-MM-DD`. Whether it may lie in the future is for the rule that uses it. */
export const dag = (label: string) =>
  z.iso
    .date({
      error: (kwestie) =>
        kwestie.input === undefined || kwestie.input === ''
          ? `Vul ${label} in, bijvoorbeeld 3 11 2026.`
          : `${hoofdletter(label)} bestaat niet. Controleer de dag en de maand.`,
      abort: true,
    })
    .refine((d) => d >= EERSTE_DAG && d <= LAATSTE_DAG, `${hoofdletter(label)} klopt niet. Controleer het jaar.`)

const teLang = (lengte: number) => (kwestie: { input?: unknown }) =>
  `Je tekst is ${typeof kwestie.input === 'string' ? kwestie.input.length - lengte : 'een aantal'} tekens te lang. Maak hem korter.`

/** One line of text a person must fill in; characters that show nothing are not filled in. */
export const regel = (label: string, lengte = 200) =>
  z
    .string({ error: `Vul ${label} in.` })
    .trim()
    .min(1, `Vul ${label} in.`)
    .refine(ietsTeZien, `Vul ${label} in.`)
    .max(lengte, { error: teLang(lengte) })

/** A longer text. `verplicht` false makes it optional; an empty text then counts as left out. */
export const verhaal = (label: string) => regel(label, 10_000)
export const verhaalOptioneel = z
  .string()
  .trim()
  .max(10_000, { error: teLang(10_000) })
  .optional()
  .transform((s) => (s && ietsTeZien(s) ? s : undefined))

export const keuze = <const T extends Record<string, string>>(codes: T, melding: string) =>
  z.enum(Object.keys(codes) as [keyof T & string, ...(keyof T & string)[]], { error: melding })

export const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

export const verblijven = {
  eigen: 'eigen woning',
  inwonend: 'bij familie of bekenden',
  instelling: 'instelling of ziekenhuis',
  opvang: 'opvang',
  straat: 'op straat',
  anders: 'ergens anders',
} as const

export const betrekkingen = {
  vertegenwoordiger: 'wettelijk vertegenwoordiger',
  mentor: 'mentor',
  bewindvoerder: 'bewindvoerder',
  mantelzorger: 'mantelzorger',
  contact: 'contactpersoon',
} as const

/** Who the person is. Either a bsn or the explicit choice that none is known (Wmo 2015 art. 5.2.9 lid 6). */
export const persoonsgegevens = z
  .strictObject({
    bsn: bsnOfLeeg.optional(),
    geenBsn: z.boolean().default(false),
    voornamen: regel('de voornaam'),
    tussenvoegsel: z.string().trim().max(20, 'Een tussenvoegsel heeft hooguit 20 tekens.').optional(),
    achternaam: regel('de achternaam'),
    geboortedatum: dag('de geboortedatum'),
    adres: z.string().trim().max(200, 'Maak het adres korter dan 200 tekens.').optional(),
  })
  .refine((p) => p.bsn !== undefined || p.geenBsn, {
    path: ['bsn'],
    error: 'Vul het burgerservicenummer in, of kies dat er geen bsn bekend is.',
  })

/** The particulars by the name people know them by, in the order of the form. */
export const persoonsvelden = {
  bsn: 'burgerservicenummer',
  voornamen: 'voornaam',
  tussenvoegsel: 'tussenvoegsel',
  achternaam: 'achternaam',
  geboortedatum: 'geboortedatum',
  adres: 'adres',
} as const

export type Persoonsgegevens = z.output<typeof persoonsgegevens>

/** Someone beside the person: representative, mentor, carer or contact (D3). */
export const betrekking = z.strictObject({
  soort: keuze(betrekkingen, 'Kies wat deze persoon is voor de cliënt.'),
  naam: regel('de naam'),
  bereikbaar: regel('hoe we deze persoon bereiken'),
  van: dag('de begindatum').optional(),
})
export type Betrekking = z.output<typeof betrekking>

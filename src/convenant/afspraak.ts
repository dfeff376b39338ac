/** What a covenant or statute file says once it has been read. Everything knows where it stands. */
import { z } from 'zod'
import type { Datum } from '../kern/datum.ts'
import type { Bron } from '../kern/uitkomst.ts'
import type { Besluit } from './besluit.ts'
import type { Gemeente } from './gemeenten.ts'
import type { Regel } from './regels/index.ts'
import { voorschrift } from './regels/taak-schema.ts'
import { codes, ERNSTEN } from './toets/codes.ts'
import { dag, dekt, naam, zin } from './velden.ts'

/** File and line (1 is the first), for messages. */
export type Plaats = { readonly bestand: string; readonly regel: number }
export type Geplaatst<T> = T & { readonly bron: Bron; readonly plaats: Plaats }

/** A file that cannot be used: one sentence with file and line. */
export class AfspraakFout extends Error {
  readonly plaats: Plaats
  constructor(plaats: Plaats, melding: string) {
    super(`${plaats.bestand}, regel ${plaats.regel}: ${melding}`)
    this.name = 'AfspraakFout'
    this.plaats = plaats
  }
}

export const uitlegSchema = z.strictObject({
  id: naam,
  /** The rules this reading is about. */
  over: z.array(naam).min(1),
  vraag: zin,
  keuze: zin,
  reden: zin,
  /** `nee`, or the day on which the region adopted this reading. */
  vastgesteld: z.union([z.literal('nee').transform(() => null), dag]),
  /** Where two rules contradict each other: the one that goes first. */
  voorrang: naam.optional(),
  /** Where the text leaves open how a rule is applied: what is open, and the way chosen. */
  kiest: z.record(naam, naam).optional(),
  /** Only for cases like this; left out: for every case the rules touch. */
  bij: voorschrift.optional(),
  dekt,
})
export const voorbeeldSchema = z.strictObject({
  bij: naam,
  gegeven: z.record(z.string(), z.unknown()),
  /** The value, or `{ soort: tegenstrijdig }` and the like where there is none. */
  verwacht: z.unknown().refine((waarde) => waarde !== undefined, 'verwacht ontbreekt'),
  herkomst: z.string().trim().min(1).optional(),
  dekt,
})
export const bevindingSchema = z.strictObject({
  code: z.enum(codes),
  ernst: z.enum(ERNSTEN),
  vraag: zin,
  reden: zin,
  dekt,
})
export const geenRegelSchema = z.strictObject({ want: zin, dekt })

export type Uitleg = z.output<typeof uitlegSchema>
export type Voorbeeld = z.output<typeof voorbeeldSchema>
export type Bevinding = z.output<typeof bevindingSchema>
export type GeenRegel = z.output<typeof geenRegelSchema>

/** One lid, or one lettered part of a lid, in our own words. */
export type Bepaling = {
  readonly artikel: string
  readonly titel: string
  readonly lid: string | null
  readonly onderdeel: string | null
  readonly tekst: string
  readonly plaats: Plaats
}

type Inhoud = {
  readonly id: string
  readonly titel: string
  readonly bestand: string
  readonly bepalingen: readonly Bepaling[]
  readonly regels: readonly Geplaatst<Regel>[]
  readonly uitleg: readonly Geplaatst<Uitleg>[]
  readonly voorbeelden: readonly Geplaatst<Voorbeeld>[]
  readonly bevindingen: readonly Geplaatst<Bevinding>[]
  readonly geenRegels: readonly Geplaatst<GeenRegel>[]
}

export type Convenant = Inhoud & {
  readonly soort: 'convenant'
  readonly kort: string
  /** The name of the region, as in "regio IJssel-Vecht". */
  readonly regionaam: string
  /** Day of entry into force, also the name of the file. */
  readonly ingang: Datum
  readonly partijen: readonly string[]
  readonly rollen: Readonly<Record<string, readonly string[]>>
  /** Day and state of the text that was read. */
  readonly tekst?: { readonly van: Datum; readonly stand: 'concept' | 'ondertekend' } | undefined
}

export type Kader = Inhoud & {
  readonly soort: 'kader'
  readonly wet: string
  readonly kort: string
  readonly bwbId: string | null
  readonly url: string
  /** The day for which the text was read. */
  readonly geldigOp: Datum
}

/** Where the text of an article is read; a page that is no statute of wetten.overheid.nl has no articles to point at. */
export const artikeladres = (
  { url, bwbId }: { url: string; bwbId?: string | null | undefined },
  artikel: string,
): string => (bwbId ? `${url}#Artikel${artikel}` : url)

/** Everything a region computes with. */
export type Afspraken = {
  readonly convenanten: readonly Convenant[]
  readonly kaders: readonly Kader[]
  readonly besluiten: readonly Besluit[]
  readonly gemeenten: readonly Gemeente[]
}

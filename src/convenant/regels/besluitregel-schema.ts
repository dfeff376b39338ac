/** Shape of kind `besluitregel`: how a body decides, in rounds. */
import { z } from 'zod'
import { dekt, elkEenKeer, naam, zin } from '../velden.ts'

/** The word for everyone who is party to the covenant. */
export const PARTIJEN = 'partijen'

/** What a covenant may leave open; the first of each is used when no uitleg chooses. */
export const OPEN_BIJ_BESLUIT = {
  /** Whose consent makes agreement: of those present, or of every member. */
  overeenstemming: ['aanwezigen', 'alle-leden'],
  /** More than half of what: the votes for and against, or every vote the members have. */
  grondslag: ['uitgebrachte-stemmen', 'alle-stemmen'],
  /** May a member with more than one vote cast fewer? */
  'meer-stemmen': ['mag', 'moet'],
  /** Must more than half of the members be present for a vote to count? */
  quorum: ['geen', 'meer-dan-de-helft'],
} as const

const overeenstemming = z.strictObject({
  wijze: z.literal('overeenstemming'),
  /** Only where the text says it. */
  onder: z.enum(OPEN_BIJ_BESLUIT.overeenstemming).optional(),
})
const meerderheid = z.strictObject({
  wijze: z.literal('meerderheid'),
  /** Votes of a member: `ieder`, and who has another number (a role or a party). */
  stemmen: z.record(naam, z.int().min(1)).refine((s) => 'ieder' in s, 'zeg bij ieder hoeveel stemmen een lid heeft'),
  /** Only where the text says it. */
  grondslag: z.enum(OPEN_BIJ_BESLUIT.grondslag).optional(),
})

export const besluitregelSchema = z
  .strictObject({
    soort: z.literal('besluitregel'),
    id: naam,
    /** What is decided, in words: "besluiten van het bestuurlijk overleg". */
    over: zin,
    /** Who may vote: `partijen`, a role, or a list of roles and parties. */
    stemgerechtigd: z
      .union([naam.transform((een) => [een]), z.array(naam).min(1).refine(elkEenKeer, 'een naam staat er twee keer')])
      .default([PARTIJEN]),
    /** In order; a round is held only when the one before it gave no decision. */
    ronden: z
      .array(z.discriminatedUnion('wijze', [overeenstemming, meerderheid]))
      .min(1)
      .optional(),
    /** Instead of `ronden`: this body decides, and the covenant does not say how. */
    hoe: z.literal('niet-geregeld').optional(),
    /** Where what is decided can be a quarrel of a member: does that member vote? Left out: it cannot be. */
    eigenZaak: z.enum(['stemt-mee', 'niet-geregeld']).optional(),
    dekt,
  })
  .refine((r) => (r.ronden === undefined) !== (r.hoe === undefined), 'schrijf ronden, of hoe: niet-geregeld')
export type BesluitRegel = z.output<typeof besluitregelSchema>
export type Ronde = NonNullable<BesluitRegel['ronden']>[number]
/** A rule whose text says how it is decided. */
export type GeregeldBesluit = Omit<BesluitRegel, 'ronden'> & { readonly ronden: readonly Ronde[] }
export type Meerderheid = Extract<Ronde, { wijze: 'meerderheid' }>

export const STEMMEN = ['voor', 'tegen', 'onthouding'] as const
export type Stem = (typeof STEMMEN)[number]
/** One round as held. Who is not named is absent; `gewicht` is how many of their votes a member cast. */
export type Stemronde = {
  readonly stemmen: Readonly<Record<string, Stem>>
  readonly gewicht?: Readonly<Record<string, number>> | undefined
}
export type Stemuitslag = 'aangenomen' | 'verworpen' | 'volgende-ronde' | 'geen-besluit'

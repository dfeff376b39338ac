/** Kinds `doorbelasting`, `-spost`, `-sfactuur` and `-scorrectie`: work charged on by units and tariff. */
import { z } from 'zod'
import type { Convenant, Kader } from '../afspraak.ts'
import { doorbelasting as reken } from '../doorbelasting.ts'
import { andersGelezen } from '../keuze.ts'
import { dag, naam, nederlands } from '../velden.ts'
import {
  type DoorbelastingRegel,
  type DoorbelastingscorrectieRegel,
  doorbelastingscorrectieSchema,
  type DoorbelastingsfactuurRegel,
  doorbelastingsfactuurSchema,
  doorbelastingSchema,
  type DoorbelastingspostRegel,
  doorbelastingspostSchema,
  OPEN_AANTALLEN,
  OPEN_KANTEN,
} from './doorbelasting-schema.ts'
import type { Omgeving, Soort } from './soort.ts'
import { zegDoorbelasting, zegPost, zegFactuur, zegCorrectie } from './zeg-geld.ts'

function toets(regel: DoorbelastingRegel, document: Convenant | Kader): string[] {
  if (document.soort === 'kader') return ['een wet kan geen doorbelasting hebben']
  const leden = (n: string): readonly string[] =>
    document.rollen[n] ?? document.partijen.filter((partij) => partij === n)
  const facturen = document.regels.filter((r) => r.soort === 'doorbelastingsfactuur' && r.bij === regel.id).length
  const posten = document.regels.filter((r) => r.soort === 'doorbelastingspost' && r.bij === regel.id).length
  return [
    ...(leden(regel.van).length ? [] : [`${regel.van} is geen partij en geen rol van deze afspraak`]),
    ...(leden(regel.aan).length === 1 ? [] : [`${regel.aan} is niet één partij`]),
    ...(facturen === 1 ? [] : [`bij ${regel.id} hoort één doorbelastingsfactuur, er zijn er ${facturen}`]),
    ...(posten ? [] : [`bij ${regel.id} hoort ten minste één doorbelastingspost`]),
  ]
}

const hoortErgensBij = ({ bij }: { bij: string }, document: Convenant | Kader): string[] =>
  document.regels.some((r) => r.soort === 'doorbelasting' && r.id === bij)
    ? []
    : [`er is geen doorbelasting met id ${bij}`]

/** The two sides of a correction are the two sides of what it corrects, in either order. */
function kantenKloppen({ bij, van, aan }: DoorbelastingscorrectieRegel, document: Convenant | Kader): string[] {
  const geheel = document.regels.find((r) => r.soort === 'doorbelasting' && r.id === bij)
  if (van === undefined || geheel?.soort !== 'doorbelasting') return []
  const kanten = [geheel.van, geheel.aan]
  return van !== aan && kanten.includes(van) && aan !== undefined && kanten.includes(aan)
    ? []
    : [`van en aan zijn ${kanten.join(' en ')}, in de ene of de andere volgorde`]
}

const uitlegBestaat = ({ id, andereJaren }: DoorbelastingsfactuurRegel, document: Convenant | Kader): string[] =>
  !andereJaren || document.uitleg.some((u) => u.id === andereJaren && u.over.includes(id))
    ? []
    : [`er is geen uitleg met id ${andereJaren} over ${id}`]

const geheel = z.int().min(0).transform(BigInt)
const aantallen = z.record(naam, z.record(naam, geheel))
/** What a file or an example gives: cents and units per municipality and post, all whole numbers. */
export const eenhedenSchema = z.strictObject({
  tarieven: z.record(naam, geheel).default({}),
  januariSeptember: aantallen.default({}),
  heelJaar: aantallen.optional(),
})
const gegeven = eenhedenSchema.extend({
  jaar: z.int(),
  op: dag.optional(),
  /** Another way than the readings of the file choose. */
  kiest: z.record(naam, naam).default({}),
})

/** An example under a part computes the whole: the parts give no answer of their own. */
function voorbeeld(regel: { readonly id: string }, feiten: Readonly<Record<string, unknown>>, omgeving: Omgeving) {
  const { jaar, op, tarieven, januariSeptember, heelJaar, kiest } = gegeven.parse(feiten, { error: nederlands })
  const boek = omgeving.boek(op)
  return reken({ ...boek, uitleg: andersGelezen(regel, kiest, boek.uitleg) }, jaar, {
    tarieven,
    gemeten: januariSeptember,
    ...(heelJaar && { heelJaar }),
  })
}

/** Rates and invoices, and the units of a post that is an amount itself. */
const geld: NonNullable<Soort<unknown>['geld']> = (_regel, { regels }) => {
  const bedragen = regels.flatMap((r) => (r.soort === 'doorbelastingspost' && r.per === 'bedrag' ? [r.id] : []))
  const velden = new Set(['tarieven', 'factuur', 'werkelijk', 'correctie', ...bedragen])
  return (pad) => pad.some((veld) => velden.has(veld))
}

export const doorbelasting: Soort<DoorbelastingRegel> = {
  omschrijving: 'wie de kosten van zijn werk aan wie in rekening brengt',
  zeg: zegDoorbelasting,
  schema: doorbelastingSchema,
  geld,
  open: () => OPEN_AANTALLEN,
  toets,
  definitief: {
    wat: 'doorbelasting',
    // The invoice comes first; a year later the counted numbers put it right.
    deel: (invoer) => (eenhedenSchema.safeParse(invoer).data?.heelJaar ? 'afrekening' : 'factuur'),
    reken: (_regel, invoer, boek, jaar) => {
      const { tarieven, januariSeptember, heelJaar } = eenhedenSchema.parse(invoer, { error: nederlands })
      return reken(boek, jaar, { tarieven, gemeten: januariSeptember, ...(heelJaar && { heelJaar }) })
    },
  },
  voorbeeld,
}
export const doorbelastingspost: Soort<DoorbelastingspostRegel> = {
  omschrijving: 'wat er wordt doorbelast: eenheden met een tarief, of een bedrag',
  zeg: zegPost,
  schema: doorbelastingspostSchema,
  geld,
  toets: hoortErgensBij,
  voorbeeld,
}
export const doorbelastingsfactuur: Soort<DoorbelastingsfactuurRegel> = {
  omschrijving: 'over welke maanden is geteld en tot waar die aantallen worden doorgerekend',
  zeg: zegFactuur,
  schema: doorbelastingsfactuurSchema,
  geld,
  toets: (regel, document) => [...hoortErgensBij(regel, document), ...uitlegBestaat(regel, document)],
  voorbeeld,
}
export const doorbelastingscorrectie: Soort<DoorbelastingscorrectieRegel> = {
  omschrijving: 'dat de factuur later wordt rechtgezet met de werkelijke aantallen',
  zeg: zegCorrectie,
  schema: doorbelastingscorrectieSchema,
  geld,
  open: (regel) => (regel.van === undefined ? {} : OPEN_KANTEN),
  toets: (regel, document) => [...hoortErgensBij(regel, document), ...kantenKloppen(regel, document)],
  voorbeeld,
}

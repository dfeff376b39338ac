/** Kinds `voorrangsgroep` and `voorrangsvoorwaarde`: who goes first for something, such as a home. */
import { z } from 'zod'
import type { Convenant, Geplaatst, Kader } from '../afspraak.ts'
import { regelsVan } from '../regels-van.ts'
import { noemPlek, type Vondst } from '../toets/vondst.ts'
import { dag, jaNee, naam, nederlands } from '../velden.ts'
import { volgensWet, voorrang } from '../voorrang.ts'
import type { Omgeving, Soort } from './soort.ts'
import {
  type VoorrangsgroepRegel,
  voorrangsgroepSchema,
  type VoorrangsvoorwaardeRegel,
  voorrangsvoorwaardeSchema,
  zegNaam,
} from './voorrangsgroep-schema.ts'
import { zegVoorrangsgroep, zegVoorrangsvoorwaarde } from './zeg-besluit.ts'

const gegeven = z.strictObject({
  groep: naam,
  /** What is known of the case. */
  feiten: z.record(naam, jaNee).default({}),
  /** Left out: the first day of the covenant, or the day for which the statute was read. */
  op: dag.optional(),
  zonderUitleg: jaNee.default(false),
})

function voorbeeld(regel: VoorrangsgroepRegel, feiten: Readonly<Record<string, unknown>>, omgeving: Omgeving) {
  const { groep, op, zonderUitleg, ...rest } = gegeven.parse(feiten, { error: nederlands })
  const vraag = { waarvoor: regel.waarvoor, groep, feiten: rest.feiten }
  const { document, kaders } = omgeving
  if (document.soort === 'kader') return volgensWet({ kaders, op: op ?? document.geldigOp }, vraag)
  const boek = omgeving.boek(op)
  return voorrang(zonderUitleg ? { ...boek, uitleg: [] } : boek, vraag)
}

const groepVan = (regel: VoorrangsvoorwaardeRegel, document: Convenant | Kader): VoorrangsgroepRegel | undefined =>
  document.regels.find((r): r is VoorrangsgroepRegel & typeof r => r.soort === 'voorrangsgroep' && r.id === regel.bij)

function toets(regel: VoorrangsvoorwaardeRegel, document: Convenant | Kader): string[] {
  const groep = groepVan(regel, document)
  if (!groep) return [`er is geen voorrangsgroep met id ${regel.bij}`]
  return (regel.groepen ?? [])
    .filter((g) => !groep.groepen.includes(g))
    .map((g) => `${regel.bij} noemt de groep ${g} niet`)
}

/** Two lids of one document about the same groups, of which one lets them in and the other leaves them out. */
function bevindingen(regel: Geplaatst<VoorrangsgroepRegel>, document: Convenant | Kader): Vondst[] {
  if (regel.krijgt) return []
  const erin = regelsVan(document, 'voorrangsgroep').filter((r) => r.krijgt && r.waarvoor === regel.waarvoor)
  return erin.flatMap((r): Vondst[] => {
    const groepen = regel.groepen.filter((g) => r.groepen.includes(g))
    if (!groepen.length) return []
    return [
      {
        code: 'DEF-CONFLICT',
        ernst: 'fout',
        bevinding: `Volgens ${noemPlek(r.bron)} gaan deze groepen voor, volgens ${noemPlek(regel.bron)} vallen zij erbuiten (${zegNaam(regel.waarvoor)}): ${groepen.map(zegNaam).join(', ')}.`,
        bron: regel.bron,
        betreft: [r.id, regel.id],
      },
    ]
  })
}

export const voorrangsgroep: Soort<VoorrangsgroepRegel> = {
  omschrijving: 'welke groepen voorgaan, bijvoorbeeld bij een woning',
  zeg: zegVoorrangsgroep,
  schema: voorrangsgroepSchema,
  bevindingen,
  voorbeeld,
}

export const voorrangsvoorwaarde: Soort<VoorrangsvoorwaardeRegel> = {
  omschrijving: 'wat er moet zijn om bij zo’n groep te horen, en wie daarover oordeelt',
  zeg: zegVoorrangsvoorwaarde,
  schema: voorrangsvoorwaardeSchema,
  toets,
  voorbeeld: (regel, feiten, omgeving) => {
    const groep = groepVan(regel, omgeving.document)
    if (!groep) throw new RangeError(`er is geen voorrangsgroep met id ${regel.bij}`)
    return voorbeeld(groep, feiten, omgeving)
  },
}

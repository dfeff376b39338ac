/** The register of locations and their places (D5, D11): recorded, dated, never rewritten. */
import { z } from 'zod'
import { GEEN } from '../../convenant/index.ts'
import { datum } from '../../kern/datum.ts'
import { type Json, opdracht, proces, type RijContext, type Rijen } from '../proces.ts'
import { bevoegde } from '../toegang/index.ts'

const plekSchema = z.strictObject({
  id: z.uuid(),
  aanduiding: z.string().min(1).max(40),
  tijdelijkReden: z.string().min(1).optional(),
  tot: z.iso.date().optional(),
})

/** A location as it is recorded; an overflow place needs a reason and an end (D11). */
const vastleggen = z.strictObject({
  naam: z.string().min(1).max(200),
  aanbieder: z.string().min(1).max(200),
  gemeente: z.string(),
  product: z.string(),
  categorie: z.enum(['kern', 'sectorvreemd', 'opvang']),
  doelgroepen: z.array(z.string()),
  van: z.iso.date(),
  beheerder: z.string(),
  plekken: z.array(plekSchema).max(500),
})
/** Places that were taken before this system was used: a running stay, without knowing the person here (D7). */
const overnemen = z.strictObject({
  plekken: z.array(z.strictObject({ plek: z.uuid(), van: z.iso.date(), tot: z.iso.date().nullable() })),
  bron: z.string().min(1),
})

export type Locatie = Omit<z.output<typeof vastleggen>, 'plekken'> & {
  bestaat: boolean
  plekken: z.output<typeof plekSchema>[]
  overgenomen: { plek: string; van: string; tot: string | null }[]
}

const legVast = opdracht<Locatie, typeof vastleggen>({
  titel: 'Locatie vastleggen',
  schema: vastleggen,
  bevoegd: { taak: 'contract' },
  decideer: (_l, invoer) => [
    {
      soort: 'vastgelegd',
      geldigOp: datum(invoer.van),
      feiten: { ...invoer, plekken: invoer.plekken as unknown as Json },
    },
  ],
})
const neemBezettingOver = opdracht<Locatie, typeof overnemen>({
  titel: 'Bezetting overnemen',
  schema: overnemen,
  bevoegd: { taak: 'contract' },
  decideer: (_l, { plekken, bron }, ctx) => [
    { soort: 'bezettingOvergenomen', geldigOp: ctx.vandaag, feiten: { plekken: plekken, bron } },
  ],
})

function rijen(l: Locatie, _afgeleid: unknown, ctx: RijContext): Rijen {
  const regio = ctx.regio
  return {
    locatie: [
      {
        regio,
        id: ctx.stroom,
        naam: l.naam,
        aanbieder: l.aanbieder,
        gemeente: l.gemeente,
        product: l.product,
        doelgroepen: l.doelgroepen,
        categorie: l.categorie,
        van: l.van,
        tot: null,
      },
    ],
    plek: l.plekken.map((p) => ({
      regio,
      id: p.id,
      locatie: ctx.stroom,
      aanduiding: p.aanduiding,
      tijdelijk_reden: p.tijdelijkReden ?? null,
      van: l.van,
      tot: p.tot ?? null,
    })),
    bezetting: l.overgenomen.map((o) => ({
      regio,
      plek: o.plek,
      bron: ctx.stroom,
      periode: `[${o.van},${o.tot ?? ''})`,
    })),
    zaak_toegang: [
      {
        regio,
        zaak: ctx.stroom,
        organisatie: ctx.organisatieId(l.beheerder),
        via: ctx.stroom,
        niveau: 'behandelen',
        grond: 'beheert het register',
        van: l.van,
        tot: null,
      },
    ],
  }
}

export const locatie = proces<Locatie>({
  soort: 'locatie',
  meervoud: 'locaties',
  begin: {
    bestaat: false,
    naam: '',
    aanbieder: '',
    gemeente: '',
    product: '',
    categorie: 'kern',
    doelgroepen: [],
    van: '',
    beheerder: '',
    plekken: [],
    overgenomen: [],
  },
  beginOpdracht: 'legVast',
  opdrachten: { legVast, neemBezettingOver },
  pasToe: (l, g) => {
    if (g.soort === 'bezettingOvergenomen')
      return { ...l, overgenomen: [...l.overgenomen, ...(g.feiten['plekken'] as Locatie['overgenomen'])] }
    return { ...l, ...(g.feiten as Partial<Locatie>), bestaat: true }
  },
  leidAf: () => ({ aanZet: null, termijnen: [], letOp: [] }),
  // A location is no case of a person: only the kind of provision and who keeps the register can matter.
  bevoegd: (l, taak, afspraken, op) =>
    bevoegde(afspraken, op, {
      taak,
      voorziening: l.categorie === 'opvang' ? 'mo' : 'bw',
      woongemeente: GEEN,
      gemeldBij: l.beheerder || GEEN,
      herhaald: false,
      spoed: false,
    }),
  naam: () => '',
  reacties: () => [],
  rijen,
})

/** Kind `besluitregel`: how a body decides, in rounds of agreement and votes. */
import { z } from 'zod'
import type { Convenant, Kader } from '../afspraak.ts'
import { andersGelezen, type Open } from '../keuze.ts'
import { toetsBesluitregel } from '../toets/besluiten.ts'
import { jaNee, naam, nederlands } from '../velden.ts'
import {
  type BesluitRegel,
  besluitregelSchema,
  OPEN_BIJ_BESLUIT,
  PARTIJEN,
  STEMMEN,
  type Stem,
  type Stemronde,
} from './besluitregel-schema.ts'
import type { Soort } from './soort.ts'
import { stem } from '../stem.ts'
import { telStemmen } from './stemmen-tellen.ts'
import { zegBesluitregel } from './zeg-besluit.ts'

function toets(regel: BesluitRegel, document: Convenant | Kader): string[] {
  const partijen = document.soort === 'convenant' ? document.partijen : []
  const rollen = document.soort === 'convenant' ? document.rollen : {}
  const bestaat = (n: string): boolean => n in rollen || partijen.includes(n)
  const stemmen = (regel.ronden ?? []).flatMap((r) => (r.wijze === 'meerderheid' ? Object.keys(r.stemmen) : []))
  const namen = [...regel.stemgerechtigd.filter((n) => n !== PARTIJEN), ...stemmen.filter((n) => n !== 'ieder')]
  return [...new Set(namen)].filter((n) => !bestaat(n)).map((n) => `${n} is geen partij en geen rol van deze afspraak`)
}

/** Only what no round says itself. */
function open({ ronden = [] }: BesluitRegel): Open {
  const { overeenstemming, grondslag, quorum, 'meer-stemmen': meer } = OPEN_BIJ_BESLUIT
  const stemmen = ronden.filter((r) => r.wijze === 'meerderheid')
  return {
    ...(ronden.some((r) => r.wijze === 'overeenstemming' && !r.onder) && { overeenstemming }),
    ...(stemmen.some((r) => !r.grondslag) && { grondslag }),
    ...(stemmen.some((r) => Object.values(r.stemmen).some((n) => n > 1)) && { 'meer-stemmen': meer }),
    ...(stemmen.length && { quorum }),
  }
}

const lijst = z.array(naam).default([])
/** Who votes what, by name; who is not named is absent. */
const ronde = z
  .strictObject({
    voor: lijst,
    tegen: lijst,
    onthouding: lijst,
    gewicht: z.record(naam, z.int().min(1)).optional(),
  })
  .refine(
    (r) =>
      new Set([...r.voor, ...r.tegen, ...r.onthouding]).size === r.voor.length + r.tegen.length + r.onthouding.length,
    'een gemeente staat er twee keer',
  )
const gehouden = z.strictObject({ ronden: z.array(ronde).min(1) })
const gegeven = z.strictObject({
  ronden: z.array(ronde),
  /** Another way than the uitleg chooses, to show both readings. */
  kiest: z.record(naam, naam).default({}),
  zonderUitleg: jaNee.default(false),
})

const alsRonde = (r: z.output<typeof ronde>): Stemronde => ({
  stemmen: Object.fromEntries(STEMMEN.flatMap((s) => r[s].map((wie): [string, Stem] => [wie, s]))),
  gewicht: r.gewicht,
})

export const besluitregel: Soort<BesluitRegel> = {
  omschrijving: 'hoe een overleg beslist, in ronden van overeenstemming en stemmen',
  zeg: zegBesluitregel,
  schema: besluitregelSchema,
  open,
  toets,
  definitief: {
    wat: 'stemming',
    per: 'dag',
    reken: (regel, invoer, boek) => {
      const { ronden } = gehouden.parse(invoer, { error: nederlands })
      return stem(boek, regel.id, ronden.map(alsRonde))
    },
  },
  bevindingen: toetsBesluitregel,
  voorbeeld: (regel, feiten, omgeving) => {
    const { ronden, kiest, zonderUitleg } = gegeven.parse(feiten, { error: nederlands })
    const { document, gemeenten } = omgeving
    const kring =
      document.soort === 'convenant'
        ? { partijen: document.partijen, rollen: document.rollen, gemeenten }
        : { partijen: [], rollen: {}, gemeenten }
    const uitleg = zonderUitleg ? [] : andersGelezen(regel, kiest, document.uitleg)
    return telStemmen(regel, ronden.map(alsRonde), kring, uitleg)
  },
}

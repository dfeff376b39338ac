/** Kind `bedrag`: how much money there is for something, as a share, a ceiling or a fixed amount. */
import { z } from 'zod'
import type { Afsprakenboek } from '../afsprakenboek.ts'
import { jaNee, nederlands } from '../velden.ts'
import { uitvoeringskosten } from '../uitvoeringskosten.ts'
import { type BedragRegel, bedragSchema } from './bedrag-reken.ts'
import type { Soort } from './soort.ts'
import { zegBedrag } from './zeg-geld.ts'

const centen = z.int().min(0)
const vraag = z.strictObject({ rijksbudget: centen, gevraagd: centen.optional() })
const gegeven = vraag.extend({
  jaar: z.int().min(1),
  zonderUitleg: jaNee.default(false),
})

export const bedrag: Soort<BedragRegel> = {
  omschrijving: 'hoeveel geld ergens voor is: een deel, een grens of een vast bedrag',
  zeg: zegBedrag,
  schema: bedragSchema,
  geld: () => (pad) => !pad.includes('jaar'),
  toets: (regel, document) => {
    if (document.soort !== 'convenant') return ['een bedrag hoort in een convenant']
    return regel.vorm === 'vast' && !document.partijen.includes(regel.door)
      ? [`${regel.door} is geen partij van deze afspraak`]
      : []
  },
  definitief: {
    wat: 'bedrag',
    reken: (regel, invoer, boek, jaar) => kosten(regel, vraag.parse(invoer, { error: nederlands }), boek, jaar),
  },
  voorbeeld: (regel, feiten, omgeving) => {
    const { jaar, zonderUitleg, ...rest } = gegeven.parse(feiten, { error: nederlands })
    const boek = omgeving.boek()
    return kosten(regel, rest, zonderUitleg ? { ...boek, uitleg: [] } : boek, jaar)
  },
}

const kosten = (
  { domein }: BedragRegel,
  { rijksbudget, gevraagd }: z.output<typeof vraag>,
  boek: Afsprakenboek,
  jaar: number,
) =>
  uitvoeringskosten(boek, {
    jaar,
    grondslag: BigInt(rijksbudget),
    domein,
    gevraagd: gevraagd === undefined ? undefined : BigInt(gevraagd),
  })

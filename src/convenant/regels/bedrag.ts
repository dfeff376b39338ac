/** Kind `bedrag`: how much money there is for something, as a share, a ceiling or a fixed amount. */
import { z } from 'zod'
import { jaNee, nederlands } from '../velden.ts'
import { uitvoeringskosten } from '../uitvoeringskosten.ts'
import { type BedragRegel, bedragSchema } from './bedrag-reken.ts'
import type { Soort } from './soort.ts'

const centen = z.int().min(0)
const gegeven = z.strictObject({
  jaar: z.int().min(1),
  rijksbudget: centen,
  gevraagd: centen.optional(),
  zonderUitleg: jaNee.default(false),
})

export const bedrag: Soort<BedragRegel> = {
  omschrijving: 'hoeveel geld ergens voor is: een deel, een grens of een vast bedrag',
  schema: bedragSchema,
  toets: (regel, document) => {
    if (document.soort !== 'convenant') return ['een bedrag hoort in een convenant']
    return regel.vorm === 'vast' && !document.partijen.includes(regel.door)
      ? [`${regel.door} is geen partij van deze afspraak`]
      : []
  },
  voorbeeld: (regel, feiten, omgeving) => {
    const { jaar, rijksbudget, gevraagd, zonderUitleg } = gegeven.parse(feiten, { error: nederlands })
    const boek = omgeving.boek()
    return uitvoeringskosten(zonderUitleg ? { ...boek, uitleg: [] } : boek, {
      jaar,
      grondslag: BigInt(rijksbudget),
      domein: regel.domein,
      gevraagd: gevraagd === undefined ? undefined : BigInt(gevraagd),
    })
  },
}

/** Kind `verdeelsleutel`: how an amount of money or a number of homes is divided over municipalities. */
import { z } from 'zod'
import { breuk, leesBreuk, plus, schrijfBreuk } from '../../kern/breuk.ts'
import { leesDecimaal } from '../../kern/decimaal.ts'
import type { Convenant, Kader } from '../afspraak.ts'
import { toetsVerdeelsleutel } from '../toets/verdeelsleutel.ts'
import { jaNee, naam, nederlands } from '../velden.ts'
import { verdeel } from '../verdeling.ts'
import type { Soort } from './soort.ts'
import { verdeelsleutelSchema, type VerdeelsleutelRegel, wieDelen } from './verdeelsleutel-schema.ts'

function toets(regel: VerdeelsleutelRegel, document: Convenant | Kader): string[] {
  if (document.soort !== 'convenant') return ['een verdeelsleutel hoort in een convenant']
  const fouten: string[] = []
  const samen = regel.maatstaven.map((m) => leesBreuk(m.gewicht)).reduce(plus, breuk(0n))
  if (samen.teller !== samen.noemer) fouten.push(`de gewichten zijn samen ${schrijfBreuk(samen)}; dat moet 1 zijn`)
  const dubbel = regel.maatstaven.find((m, i) => regel.maatstaven.findIndex((a) => a.naam === m.naam) !== i)
  if (dubbel) fouten.push(`de maatstaf ${dubbel.naam} staat er twee keer`)
  if (regel.rest === 'onverdeeld' && regel.gelijkeRest)
    fouten.push('gelijkeRest zegt niets als de rest onverdeeld blijft; laat het weg')
  for (const id of [regel.restUitleg, ...regel.maatstaven.map((m) => m.uitleg)])
    if (id !== undefined && !document.uitleg.some((u) => u.id === id && u.over.includes(regel.id)))
      fouten.push(`er is geen uitleg ${id} over ${regel.id}`)
  try {
    const slugs = wieDelen(regel.over, document)
    const twee = slugs.find((slug, i) => slugs.indexOf(slug) !== i)
    if (twee !== undefined) fouten.push(`${twee} staat twee keer in over`)
  } catch (fout) {
    if (!(fout instanceof RangeError)) throw fout
    fouten.push(fout.message)
  }
  return fouten
}

/** A whole number, or a decimal between quotes: without them YAML makes a float of it. */
const cijfer = z.union([z.int().min(0), z.string().regex(/^\d+([.,]\d+)?$/, 'schrijf een cijfer als 12 of "5,2"')])
const gegeven = z.strictObject({
  totaal: z.int(),
  metingen: z.record(z.string(), z.record(naam, cijfer)),
  jaar: z.int().min(1).optional(),
  zonderUitleg: jaNee.default(false),
})

export const verdeelsleutel: Soort<VerdeelsleutelRegel> = {
  omschrijving: 'hoe een bedrag of een aantal woningen over de gemeenten wordt verdeeld',
  schema: verdeelsleutelSchema,
  toets,
  bevindingen: toetsVerdeelsleutel,
  voorbeeld: (regel, feiten, omgeving) => {
    const { totaal, metingen, jaar, zonderUitleg } = gegeven.parse(feiten, { error: nederlands })
    const boek = omgeving.boek()
    const exact = new Map(
      Object.entries(metingen).map(([maatstaf, per]) => [
        maatstaf,
        new Map(Object.entries(per).map(([slug, c]) => [slug, leesDecimaal(String(c))])),
      ]),
    )
    const vraag = { totaal: BigInt(totaal), metingen: exact, jaar }
    return verdeel(zonderUitleg ? { ...boek, uitleg: [] } : boek, regel.id, vraag)
  },
}

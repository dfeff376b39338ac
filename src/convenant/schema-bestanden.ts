/** The JSON Schema of each block, as published under `docs/schema/`. */
import { z } from 'zod'
import { bevindingSchema, geenRegelSchema, uitlegSchema, voorbeeldSchema } from './afspraak.ts'
import { besluitSchema } from './besluit.ts'
import { convenantKop, kaderKop } from './lees-afspraken.ts'
import { soorten } from './regels/index.ts'

/** File name to contents, both complete; the same input always gives the same bytes. */
export function schemaBestanden(): Record<string, string> {
  const blokken: Record<string, [string, z.ZodType]> = {
    'kop-convenant': ['De kop van een convenantbestand', convenantKop],
    'kop-kader': ['De kop van een bestand met wetsartikelen', kaderKop],
    uitleg: ['Een gekozen uitleg', uitlegSchema],
    voorbeeld: ['Een voorbeeld dat wordt nagerekend', voorbeeldSchema],
    bevinding: ['Iets wat een lezer opviel', bevindingSchema],
    'geen-regel': ['Waarom een lid geen regel geeft', geenRegelSchema],
    besluit: ['De kop van een vastgelegd besluit', besluitSchema],
  }
  for (const [naam, soort] of Object.entries(soorten))
    blokken[`regel-${naam}`] = [`Een regel: ${soort.omschrijving}`, soort.schema]
  return Object.fromEntries(
    Object.entries(blokken).map(([naam, [titel, schema]]) => {
      // What a person writes is the input; the dates and yes or no that come out of it are ours.
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      return [`${naam}.json`, `${JSON.stringify({ $schema, title: titel, ...rest }, null, 2)}\n`]
    }),
  )
}

/** Kind `verdeelsleutel`: how an amount of money or a number of homes is divided over municipalities. */
import { z } from 'zod'
import { breuk, leesBreuk, plus, schrijfBreuk } from '../../kern/breuk.ts'
import { leesDecimaal } from '../../kern/decimaal.ts'
import type { Convenant, Kader } from '../afspraak.ts'
import type { Afsprakenboek } from '../afsprakenboek.ts'
import { andersGelezen } from '../keuze.ts'
import { toetsVerdeelsleutel } from '../toets/verdeelsleutel.ts'
import { jaNee, naam, nederlands } from '../velden.ts'
import { maatstavenVan, verdeel } from '../verdeling.ts'
import type { Soort } from './soort.ts'
import { type Metingen, verdeelsleutelSchema, type VerdeelsleutelRegel, wieDelen } from './verdeelsleutel-schema.ts'
import { openInSleutel } from './verdeelsleutel-wijze.ts'
import { zegVerdeelsleutel } from './zeg-geld.ts'

function toets(regel: VerdeelsleutelRegel, document: Convenant | Kader): string[] {
  if (document.soort !== 'convenant') return ['een verdeelsleutel hoort in een convenant']
  const fouten: string[] = []
  const samen = regel.maatstaven.map((m) => leesBreuk(m.gewicht)).reduce(plus, breuk(0n))
  if (samen.teller !== samen.noemer) fouten.push(`de gewichten zijn samen ${schrijfBreuk(samen)}; dat moet 1 zijn`)
  const dubbel = regel.maatstaven.find((m, i) => regel.maatstaven.findIndex((a) => a.naam === m.naam) !== i)
  if (dubbel) fouten.push(`de maatstaf ${dubbel.naam} staat er twee keer`)
  for (const m of regel.maatstaven)
    if (m.bevat !== undefined && !regel.maatstaven.some((a) => a.naam === m.bevat && a.naam !== m.naam))
      fouten.push(`er is geen andere maatstaf ${m.bevat}`)
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
const metingen = z.record(z.string(), z.record(naam, cijfer))
const vraag = z.strictObject({ totaal: z.int(), metingen })
const gegeven = vraag.extend({
  jaar: z.int().min(1).optional(),
  zonderUitleg: jaNee.default(false),
  /** Another way than the readings of the file choose. */
  kiest: z.record(naam, naam).default({}),
})

const exact = (per: z.output<typeof metingen>): Metingen =>
  new Map(
    Object.entries(per).map(([maatstaf, rij]) => [
      maatstaf,
      new Map(Object.entries(rij).map(([slug, c]) => [slug, leesDecimaal(String(c))])),
    ]),
  )

/** A figure nobody asked for is refused rather than left out: a name may be mistyped. */
function eisBekend(per: z.output<typeof metingen>, sleutel: string, boek: Afsprakenboek): void {
  const maatstaven = maatstavenVan(boek, sleutel)
  for (const [maatstaf, rij] of Object.entries(per)) {
    if (!maatstaven.includes(maatstaf))
      throw new RangeError(`De maatstaf ${maatstaf} hoort niet bij ${sleutel}. Kies uit: ${maatstaven.join(', ')}.`)
    const vreemd = Object.keys(rij).find((slug) => !boek.laatste.partijen.includes(slug))
    if (vreemd !== undefined) throw new RangeError(`${vreemd} doet niet mee aan dit convenant.`)
  }
}

export const verdeelsleutel: Soort<VerdeelsleutelRegel> = {
  omschrijving: 'hoe een bedrag of een aantal woningen over de gemeenten wordt verdeeld',
  zeg: zegVerdeelsleutel,
  schema: verdeelsleutelSchema,
  geld: (regel) => (pad) => regel.eenheid === 'eurocent' && !pad.includes('jaar') && !pad.includes('metingen'),
  toets,
  open: openInSleutel,
  bevindingen: toetsVerdeelsleutel,
  definitief: {
    wat: 'verdeling',
    reken: (regel, invoer, boek, jaar) => {
      const { totaal, metingen: per } = vraag.parse(invoer, { error: nederlands })
      eisBekend(per, regel.id, boek)
      return verdeel(boek, regel.id, { totaal: BigInt(totaal), metingen: exact(per), jaar })
    },
  },
  voorbeeld: (regel, feiten, omgeving) => {
    const { totaal, metingen: per, jaar, zonderUitleg, kiest } = gegeven.parse(feiten, { error: nederlands })
    const boek = omgeving.boek()
    const uitleg = zonderUitleg ? [] : andersGelezen(regel, kiest, boek.uitleg)
    return verdeel({ ...boek, uitleg }, regel.id, {
      totaal: BigInt(totaal),
      metingen: exact(per),
      jaar,
    })
  },
}

/** The invented locations with their places, and who lives in them: nearly full, with turnover. Pure. */
import gegevens from '../../../voorbeelddata/locaties.json' with { type: 'json' }
import type { Datum } from '../../kern/datum.ts'
import { Toeval, verdeel } from './toeval.ts'
import { vasteId } from './vaste-id.ts'

type Locatie = (typeof gegevens.locaties)[number]
type Plek = { id: string; locatie: number; aanduiding: string }
type Verblijf = { plek: string; van: string; tot: string | null }

export type Locatieplan = {
  vastleggen: Record<string, unknown>
  bezetting: { plekken: Verblijf[]; bron: string }
}

/** Free today over all products, and free in the coming eight weeks: enough for a real choice, few as in the region. */
const VRIJ = 36
const KOMT_VRIJ = 30

export class Plekken {
  readonly #toeval: Toeval
  readonly #perProduct = new Map<string, Plek[]>()
  readonly #plekken: Plek[][]
  /** Places given to a person of this filling, with the day they moved in. */
  readonly #gegeven = new Map<string, Datum>()

  constructor(zaad: string) {
    this.#toeval = new Toeval(`${zaad}/plekken`)
    this.#plekken = gegevens.locaties.map((l, i) =>
      Array.from({ length: l.plekken }, (_, k) => ({
        id: vasteId(`plek/${l.naam}/${k + 1}`),
        locatie: i,
        aanduiding: `kamer ${k + 1}`,
      })),
    )
    for (const product of new Set(gegevens.locaties.map((l) => l.product)))
      this.#perProduct.set(
        product,
        this.#toeval.schud(this.#plekken.flat().filter((p) => locatieVan(p).product === product)),
      )
  }

  /** A place of this product for someone who moves in on `van`, where it can be one for their group. Throws when none is left. */
  geef(product: string, doelgroep: string, van: Datum): string {
    const over = this.#perProduct.get(product) ?? []
    const past = over.findIndex((p) => locatieVan(p).doelgroepen.includes(doelgroep))
    const [plek] = over.splice(Math.max(past, 0), 1)
    if (!plek) throw new Error(`Geen plekken meer voor ${product}: kies een kleiner aantal personen.`)
    this.#gegeven.set(plek.id, van)
    return plek.id
  }

  /** Every location and its stays; call it when all places are given. */
  plannen(vandaag: Datum, opgave: Datum): Locatieplan[] {
    const vrij = this.#kies(VRIJ)
    const komtVrij = this.#kies(KOMT_VRIJ)
    return gegevens.locaties.map((l, i) => ({
      vastleggen: {
        naam: l.naam,
        aanbieder: l.aanbieder,
        gemeente: l.gemeente,
        product: l.product,
        categorie: l.categorie,
        doelgroepen: l.doelgroepen,
        van: gegevens.sinds,
        beheerder: 'den-haag',
        plekken: this.#plekken[i]!.map(({ id, aanduiding }) => ({ id, aanduiding })),
      },
      bezetting: {
        plekken: this.#plekken[i]!.flatMap((p) => this.#verblijf(p, { vandaag, opgave, vrij, komtVrij })),
        bron: `Opgave van ${l.aanbieder} (verzonnen)`,
      },
    }))
  }

  /** Places of each product by its share, of those not given to anyone. */
  #kies(aantal: number): Set<string> {
    const per = verdeel(aantal, Object.fromEntries([...this.#perProduct].map(([p, over]) => [p, over.length])))
    return new Set([...this.#perProduct].flatMap(([p, over]) => over.splice(0, per[p]).map((plek) => plek.id)))
  }

  #verblijf(
    plek: Plek,
    bij: { vandaag: Datum; opgave: Datum; vrij: ReadonlySet<string>; komtVrij: ReadonlySet<string> },
  ): Verblijf[] {
    const van = Temporal.PlainDate.from(gegevens.sinds)
      .add({ days: this.#toeval.tussen(10, 1700) })
      .toString()
    const weg = this.#toeval.tussen(8, 40)
    const eerst = this.#gegeven.get(plek.id)
    const tot = eerst
      ? eerst.subtract({ days: weg })
      : bij.vrij.has(plek.id)
        ? bij.opgave.subtract({ days: weg })
        : bij.komtVrij.has(plek.id)
          ? bij.vandaag.add({ days: this.#toeval.tussen(4, 56) })
          : null
    // Some free places are new: nobody lived there yet.
    if (tot && !bij.komtVrij.has(plek.id) && this.#toeval.kans(35)) return []
    if (tot && tot.toString() <= van) return []
    return [{ plek: plek.id, van, tot: tot?.toString() ?? null }]
  }
}

const locatieVan = (plek: Plek): Locatie => gegevens.locaties[plek.locatie]!

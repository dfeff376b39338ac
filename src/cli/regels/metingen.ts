/** Reads a file of figures: `{"<maatstaf>": {"<gemeente>": 12}}`, every number exactly as it is written. */
import { type Gemeente, type Metingen, vindGemeente } from '../../convenant/index.ts'
import type { Breuk } from '../../kern/breuk.ts'
import { leesDecimaal } from '../../kern/decimaal.ts'
import { Invoerfout } from '../opdracht.ts'
import { Cijfers, leesJson } from './json-bestand.ts'

/** What the figures may be about; anything else in the file is refused rather than left out. */
export type Verwacht = {
  readonly maatstaven: readonly string[]
  readonly partijen: readonly string[]
  readonly gemeenten: readonly Gemeente[]
}

/** Throws an `Invoerfout` that names the file and what is wrong in it. */
export async function leesMetingen(bestand: string, verwacht: Verwacht): Promise<Metingen> {
  const fout = (melding: string): never => {
    throw new Invoerfout(`--metingen ${bestand}: ${melding}`)
  }
  const inhoud = await leesJson('metingen', bestand, 'exact')
  if (!isObject(inhoud)) return fout('schrijf {"<maatstaf>": {"<gemeente>": getal}}.')
  const metingen = new Map<string, ReadonlyMap<string, Breuk>>()
  for (const [maatstaf, per] of Object.entries(inhoud)) {
    if (!verwacht.maatstaven.includes(maatstaf))
      fout(`de maatstaf ${maatstaf} hoort niet bij deze sleutel; die heeft ${verwacht.maatstaven.join(', ')}.`)
    if (!isObject(per)) return fout(`bij ${maatstaf} hoort een lijst van gemeenten met een getal.`)
    const rij = new Map<string, Breuk>()
    for (const [gemeente, waarde] of Object.entries(per)) {
      const slug = vindGemeente(gemeente, verwacht.gemeenten) ?? fout(`${gemeente} is geen gemeente.`)
      if (!verwacht.partijen.includes(slug)) fout(`${gemeente} doet niet mee aan dit convenant.`)
      if (rij.has(slug)) fout(`${gemeente} staat twee keer bij ${maatstaf}.`)
      rij.set(
        slug,
        waarde instanceof Cijfers
          ? leesGetal(waarde, `${maatstaf} van ${gemeente}`, fout)
          : fout(`${maatstaf} van ${gemeente} is geen getal.`),
      )
    }
    metingen.set(maatstaf, rij)
  }
  return metingen
}

function leesGetal({ tekst }: Cijfers, wat: string, fout: (melding: string) => never): Breuk {
  if (!/^-?\d+(\.\d+)?$/.test(tekst)) return fout(`${wat} is ${tekst}; schrijf het getal voluit.`)
  const getal = leesDecimaal(tekst)
  if (getal.teller < 0n) return fout(`${wat} is kleiner dan 0.`)
  if (getal.teller > BigInt(Number.MAX_SAFE_INTEGER) * getal.noemer)
    return fout(`${wat} is te groot om exact in JSON te schrijven.`)
  return getal
}

const isObject = (x: unknown): x is Record<string, unknown> =>
  x !== null && typeof x === 'object' && !Array.isArray(x) && !(x instanceof Cijfers)

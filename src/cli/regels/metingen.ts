/** Reads a file of figures: `{"<maatstaf>": {"<gemeente>": 12}}`, every number exactly as it is written. */
import { readFile } from 'node:fs/promises'
import { type Gemeente, type Metingen, vindGemeente } from '../../convenant/index.ts'
import type { Breuk } from '../../kern/breuk.ts'
import { leesDecimaal } from '../../kern/decimaal.ts'
import { Invoerfout } from '../opdracht.ts'

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
  const inhoud = await leesJson(bestand, fout)
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
        waarde instanceof Getal
          ? waarde.lees(`${maatstaf} van ${gemeente}`, fout)
          : fout(`${maatstaf} van ${gemeente} is geen getal.`),
      )
    }
    metingen.set(maatstaf, rij)
  }
  return metingen
}

/** The digits of a number in the file: reading it as a JavaScript number could change it. */
class Getal {
  readonly cijfers: string
  constructor(cijfers: string) {
    this.cijfers = cijfers
  }
  lees(wat: string, fout: (melding: string) => never): Breuk {
    if (!/^-?\d+(\.\d+)?$/.test(this.cijfers)) return fout(`${wat} is ${this.cijfers}; schrijf het getal voluit.`)
    const getal = leesDecimaal(this.cijfers)
    if (getal.teller < 0n) return fout(`${wat} is kleiner dan 0.`)
    if (getal.teller > BigInt(Number.MAX_SAFE_INTEGER) * getal.noemer)
      return fout(`${wat} is te groot om exact in JSON te schrijven.`)
    return getal
  }
}

type Vertaal = (sleutel: string, waarde: unknown, context: { readonly source?: string }) => unknown
/** `JSON.parse` hands the text of each number to its reviver; the types of the platform do not say so yet. */
const ontleed = JSON.parse as (tekst: string, vertaal: Vertaal) => unknown

async function leesJson(bestand: string, fout: (melding: string) => never): Promise<unknown> {
  const tekst = await readFile(bestand, 'utf8').catch(() => fout('dit bestand is niet te lezen.'))
  try {
    return ontleed(tekst, (_sleutel, waarde, { source }) =>
      typeof waarde === 'number' ? new Getal(source ?? String(waarde)) : waarde,
    )
  } catch {
    return fout('dit is geen geldige JSON.')
  }
}

const isObject = (x: unknown): x is Record<string, unknown> =>
  x !== null && typeof x === 'object' && !Array.isArray(x) && !(x instanceof Getal)

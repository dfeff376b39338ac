/** The book of a command that asks about a year: without `--op` the last day of that year picks the version. */
import type { Afsprakenboek } from '../../convenant/index.ts'
import { Invoerfout, leesJaar } from '../opdracht.ts'
import { boekopties, leesBoek } from './boek.ts'

export const jaaropties = { ...boekopties, jaar: 'tekst' } as const

/** Throws what `leesBoek` throws, and an `Invoerfout` for a year that is not four digits. */
export async function leesJaarboek(opties: {
  regio: string | undefined
  op: string | undefined
  besluiten: string[]
  jaar: string | undefined
  definitief?: boolean
}): Promise<{ boek: Afsprakenboek; jaar: number | undefined }> {
  const jaar = opties.jaar === undefined ? undefined : leesJaar(opties.jaar)
  const boek = await leesBoek({ ...opties, op: opties.op ?? (opties.jaar && `${opties.jaar}-12-31`) })
  return { boek, jaar }
}

/** A whole number that JSON can carry. Throws an `Invoerfout` that names the option. */
export function leesGeheel(tekst: string, naam: string, laagste?: bigint): bigint {
  if (!/^-?\d{1,17}$/.test(tekst)) throw new Invoerfout(`--${naam} ${tekst} is geen heel getal.`)
  const getal = BigInt(tekst)
  if (getal > BigInt(Number.MAX_SAFE_INTEGER) || getal < BigInt(Number.MIN_SAFE_INTEGER))
    throw new Invoerfout(`--${naam} ${tekst} is te groot om exact in JSON te schrijven.`)
  if (laagste !== undefined && getal < laagste) throw new Invoerfout(`--${naam} ${tekst} is kleiner dan ${laagste}.`)
  return getal
}

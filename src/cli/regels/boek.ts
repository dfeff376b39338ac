/** The book a rule command computes with: region, day and recorded decisions from its options. */
import { existsSync, statSync } from 'node:fs'
import { type Afsprakenboek, afsprakenboek } from '../../convenant/index.ts'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { Invoerfout, leesDag, vandaag, verplicht } from '../opdracht.ts'

export const boekopties = { regio: 'tekst', op: 'tekst', besluiten: 'lijst' } as const

/** Throws an `Invoerfout`, `Gebruiksfout`, `Weigering` or `AfspraakFout`; each says what is wrong. */
export async function leesBoek(opties: {
  regio: string | undefined
  op: string | undefined
  besluiten: string[]
}): Promise<Afsprakenboek> {
  const regio = verplicht(opties.regio, 'regio')
  const op = opties.op === undefined ? vandaag() : leesDag(opties.op, 'op')
  for (const map of opties.besluiten)
    if (!existsSync(map) || !statSync(map).isDirectory()) throw new Invoerfout(`--besluiten ${map} is geen map.`)
  return afsprakenboek(regio, op, await laadAfspraken(undefined, { besluiten: opties.besluiten }))
}

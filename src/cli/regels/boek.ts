/** The book a rule command computes with: region, day and recorded decisions from its options. */
import { existsSync, statSync } from 'node:fs'
import { type Afsprakenboek, afsprakenboek } from '../../convenant/index.ts'
import { voor } from '../../kern/datum.ts'
import { laadAfspraken } from '../../opslag/afspraken-bestanden.ts'
import { Invoerfout, leesDag, vandaag, verplicht } from '../opdracht.ts'

export const boekopties = { regio: 'tekst', op: 'tekst', besluiten: 'lijst' } as const
/** For a command whose outcome can be used as a definitive invoice, settlement, division of homes or sealed vote (D6). */
export const definitiefoptie = { definitief: 'vlag' } as const
export const definitiefhulp = `
  --definitief  weigert als het antwoord rust op een uitleg die de regio niet heeft vastgesteld, of niet bepaald is`

/** Throws an `Invoerfout`, `Gebruiksfout`, `Weigering` or `AfspraakFout`; each says what is wrong. */
export async function leesBoek(opties: {
  regio: string | undefined
  op: string | undefined
  besluiten: string[]
  /** What is settled now may lean on what was decided up to now, also over an earlier year. */
  definitief?: boolean
}): Promise<Afsprakenboek> {
  const regio = verplicht(opties.regio, 'regio')
  const op = opties.op === undefined ? vandaag() : leesDag(opties.op, 'op')
  for (const map of opties.besluiten)
    if (!existsSync(map) || !statSync(map).isDirectory()) throw new Invoerfout(`--besluiten ${map} is geen map.`)
  const bekend = opties.definitief && voor(op, vandaag()) ? vandaag() : op
  return afsprakenboek(regio, op, await laadAfspraken(undefined, { besluiten: opties.besluiten }), bekend)
}

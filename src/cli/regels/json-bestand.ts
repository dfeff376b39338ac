/** Reads a JSON file of a rule command, strictly: a name that stands twice is refused, so no figure is lost unseen. */
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { nederlands } from '../../convenant/velden.ts'
import { dubbeleNaam } from '../../kern/dubbele-naam.ts'
import { Invoerfout } from '../opdracht.ts'

/** The digits of a number as they stand in the file: reading it as a JavaScript number could change it. */
export class Cijfers {
  readonly tekst: string
  constructor(tekst: string) {
    this.tekst = tekst
  }
}

type Vertaal = (sleutel: string, waarde: unknown, context: { readonly source?: string }) => unknown
/** `JSON.parse` hands the text of each number to its reviver; the types of the platform do not say so yet. */
const ontleed = JSON.parse as (tekst: string, vertaal?: Vertaal) => unknown
const alsCijfers: Vertaal = (_sleutel, waarde, { source }) =>
  typeof waarde === 'number' ? new Cijfers(source ?? String(waarde)) : waarde

/** Every number comes as `Cijfers` when `getallen` is `exact`. Throws an `Invoerfout` that names option and file. */
export async function leesJson(optie: string, bestand: string, getallen?: 'exact'): Promise<unknown> {
  const fout = (melding: string): never => {
    throw new Invoerfout(`--${optie} ${bestand}${melding}`)
  }
  const tekst = await readFile(bestand, 'utf8').catch(() => fout(' is niet te lezen.'))
  let inhoud: unknown
  try {
    inhoud = ontleed(tekst.replace(/^\uFEFF/, ''), getallen && alsCijfers)
  } catch {
    return fout(' is geen geldige JSON.')
  }
  const dubbel = dubbeleNaam(tekst)
  if (dubbel) fout(`, regel ${tekst.slice(0, dubbel.index).split('\n').length}: ${dubbel.naam} staat er twee keer.`)
  return inhoud
}

/** The contents in this shape. Throws an `Invoerfout` that names option, file and field. */
export async function leesJsonAls<T>(optie: string, bestand: string, schema: z.ZodType<T>): Promise<T> {
  const gelezen = schema.safeParse(await leesJson(optie, bestand), { error: nederlands })
  if (gelezen.success) return gelezen.data
  const { path, message } = gelezen.error.issues[0]!
  const veld = path.map((deel) => (typeof deel === 'number' ? `nummer ${deel + 1}` : String(deel))).join(', ')
  throw new Invoerfout(`--${optie} ${bestand}: ${veld ? `${veld}: ` : ''}${message}.`)
}

/** What a command of `regiodak` is, and the reading of its options. */
import { parseArgs } from 'node:util'
import { eisDefinitief } from '../convenant/definitief.ts'
import { AfspraakFout } from '../convenant/afspraak.ts'
import { EERSTE_JAAR, LAATSTE_JAAR } from '../convenant/velden.ts'
import { type Datum, datum } from '../kern/datum.ts'
import { leesPeriode, type Periode } from '../kern/periode.ts'
import { schrijfBoom, uitkomstNaarJson } from '../kern/schrijf-uit.ts'
import type { Uitkomst } from '../kern/uitkomst.ts'
import { Weigering } from '../kern/weigering.ts'

/** Where a command writes: `schrijf` to stdout, `fout` to stderr; both end the line themselves. */
export type Uitvoer = { schrijf(tekst: string): void; fout(tekst: string): void }

export type Opdracht = {
  readonly naam: string
  /** The usage line, without `regiodak`. */
  readonly gebruik: string
  readonly hulp: string
  /** Exit code: 0 done, 1 refused or invalid input, 2 wrong use. A bug is thrown. */
  uitvoeren(argumenten: string[], uit: Uitvoer): Promise<number>
}

/** Exit code 1: one sentence that names the argument. */
export class Invoerfout extends Error {}
/** Exit code 2: the command is called in a way that does not exist. */
export class Gebruiksfout extends Error {}

type Soort = 'tekst' | 'lijst' | 'vlag'
type Waarden<S extends Readonly<Record<string, Soort>>> = {
  [K in keyof S]: S[K] extends 'vlag' ? boolean : S[K] extends 'lijst' ? string[] : string | undefined
}
export type Gelezen<S extends Readonly<Record<string, Soort>>> = { opties: Waarden<S>; los: string[] }

type Beschrijving<S extends Readonly<Record<string, Soort>>> = {
  naam: string
  gebruik: string
  hulp: string
  opties: S
  /** How many loose words it takes at most. */
  los: number
  doe(invoer: Gelezen<S & { json: 'vlag' }>, uit: Uitvoer): Promise<number>
}

/** Makes a command: reads the options, prints help and turns refusals into exit codes. */
export function maakOpdracht<const S extends Readonly<Record<string, Soort>>>(b: Beschrijving<S>): Opdracht {
  const opties = { ...b.opties, json: 'vlag' } as S & { json: 'vlag' }
  return {
    naam: b.naam,
    gebruik: b.gebruik,
    hulp: b.hulp,
    async uitvoeren(argumenten, uit) {
      if (argumenten.includes('--help')) {
        uit.schrijf(`Gebruik: regiodak ${b.gebruik}\n\n${b.hulp}`)
        return 0
      }
      try {
        return await b.doe(leesOpties(argumenten, opties, b.los), uit)
      } catch (fout) {
        if (fout instanceof Gebruiksfout) {
          uit.fout(`${fout.message}\nGebruik: regiodak ${b.gebruik}`)
          return 2
        }
        if (fout instanceof Invoerfout || fout instanceof Weigering || fout instanceof AfspraakFout) {
          uit.fout(fout.message)
          return 1
        }
        throw fout
      }
    },
  }
}

function leesOpties<S extends Readonly<Record<string, Soort>>>(
  argumenten: string[],
  soorten: S,
  hoogstens: number,
): Gelezen<S> {
  const { tokens } = parseArgs({
    args: argumenten,
    options: Object.fromEntries(
      Object.entries(soorten).map(([k, s]) => [
        k,
        { type: s === 'vlag' ? 'boolean' : 'string', multiple: true } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const los: string[] = []
  const gevonden = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') los.push(token.value)
    if (token.kind !== 'option') continue
    const soort = soorten[token.name]
    if (!soort) throw new Gebruiksfout(`De optie ${token.rawName} bestaat niet.`)
    const waarde = token.value
    if (soort === 'vlag') {
      if (waarde !== undefined) throw new Gebruiksfout(`De optie --${token.name} heeft geen waarde.`)
      gevonden.set(token.name, ['ja'])
    } else {
      if (waarde === undefined || waarde === '' || waarde.startsWith('--'))
        throw new Gebruiksfout(`Achter --${token.name} ontbreekt een waarde.`)
      const eerder = gevonden.get(token.name) ?? []
      if (soort === 'tekst' && eerder.length) throw new Gebruiksfout(`De optie --${token.name} staat er twee keer.`)
      gevonden.set(token.name, [...eerder, waarde])
    }
  }
  if (los.length > hoogstens) throw new Gebruiksfout(`Het woord ${los[hoogstens]} hoort hier niet.`)
  const opties = Object.fromEntries(
    Object.entries(soorten).map(([k, s]) => [
      k,
      s === 'vlag' ? gevonden.has(k) : s === 'lijst' ? (gevonden.get(k) ?? []) : gevonden.get(k)?.[0],
    ]),
  ) as Waarden<S>
  return { opties, los }
}

/** Throws a `Gebruiksfout` when a required option was left out. */
export function verplicht(waarde: string | undefined, naam: string): string {
  if (waarde === undefined) throw new Gebruiksfout(`De optie --${naam} ontbreekt.`)
  return waarde
}

/** Throws an `Invoerfout` that names the option. */
export function leesDag(tekst: string, naam: string): Datum {
  let dag: Datum
  try {
    dag = datum(tekst)
  } catch {
    throw new Invoerfout(`--${naam} ${tekst} is geen bestaande datum in de vorm JJJJ-MM-DD.`)
  }
  eisJaar(tekst, naam)
  return dag
}

/** Four digits. Throws an `Invoerfout` that names the option. */
export function leesJaar(tekst: string): number {
  if (!/^\d{4}$/.test(tekst)) throw new Invoerfout(`--jaar ${tekst} is geen jaar in de vorm JJJJ.`)
  eisJaar(tekst, 'jaar')
  return Number(tekst)
}

/** An outcome some years further must still be a day of four digits, and an agreement of long ago is a slip of the pen. */
function eisJaar(tekst: string, naam: string): void {
  const jaar = tekst.slice(0, 4)
  if (jaar < EERSTE_JAAR || jaar > LAATSTE_JAAR)
    throw new Invoerfout(`--${naam} ${tekst} ligt niet in de jaren ${EERSTE_JAAR} tot en met ${LAATSTE_JAAR}.`)
}

/** Half-open: the second day does not count. Throws an `Invoerfout` that names the option. */
export function leesTijdvak(tekst: string, naam: string): Periode {
  let periode: Periode
  try {
    periode = leesPeriode(tekst)
  } catch {
    throw new Invoerfout(
      `--${naam} ${tekst} is geen periode in de vorm JJJJ-MM-DD/JJJJ-MM-DD waarvan het einde na het begin ligt.`,
    )
  }
  for (const dag of tekst.split('/')) eisJaar(dag, naam)
  return periode
}

/** The given value when it is one of the allowed ones. Throws an `Invoerfout`. */
export function kiesUit<const K extends string>(tekst: string, keuzes: readonly K[], naam: string): K {
  const keuze = keuzes.find((k) => k === tekst)
  if (keuze === undefined) throw new Invoerfout(`--${naam} ${tekst} bestaat niet; kies uit ${keuzes.join(', ')}.`)
  return keuze
}

/** Today in the Netherlands, where the agreements hold. */
export const vandaag = (): Datum => Temporal.Now.plainDateISO('Europe/Amsterdam')

/**
 * An outcome of any kind is an answer: it is printed and the exit code is 0. To be used as definitive it must be more:
 * then a `Weigering` is thrown for a reading nobody adopted, and where there is no single value (D6).
 */
export function schrijfUitkomst(uitkomst: Uitkomst<unknown>, json: boolean, uit: Uitvoer, definitief = false): number {
  if (definitief) eisDefinitief(uitkomst)
  const klaar = uitkomstNaarJson(uitkomst)
  uit.schrijf(json ? JSON.stringify(klaar) : schrijfBoom(klaar.waarom))
  return 0
}

import type { z } from 'zod'
import { leesDatum } from '../../kern/datum.ts'
import { naarGegevens } from './gegevens.ts'
import { gevraagd, type Enkelveld, type Veld, type Waarden } from './veld.ts'

export type Fout = { pad: string; melding: string }

/** What is wrong, one sentence a field, in the order of the page. Empty: the schema accepts it. */
export function controleer(velden: readonly Veld[], waarden: Waarden, schema: z.ZodType): Fout[] {
  const vragen = gevraagd(velden, waarden)
  const leeg = vragen.flatMap((v) => (v.leeg && !waarden[v.pad]?.trim() ? [{ pad: v.pad, melding: v.leeg }] : []))
  const datums = vragen.flatMap((veld) => datumfout(veld, waarden[veld.pad] ?? ''))
  const uitslag = schema.safeParse(naarGegevens(velden, waarden))
  const uitSchema = uitslag.success ? [] : uitslag.error.issues.flatMap(kwestie)
  return opVolgorde(eenPerVeld([...leeg, ...datums, ...uitSchema]), vragen)
}

// What a person typed can be wrong in ways the schema, which only sees `YYYY-MM-DD`, cannot tell apart.
function datumfout(veld: Enkelveld, tekst: string): Fout[] {
  if (veld.soort !== 'datum') return []
  const gelezen = leesDatum(tekst)
  if (!('fout' in gelezen) || gelezen.fout === 'leeg') return []
  const naam = veld.naam
  const melding = {
    'jaar-ontbreekt': `Vul ook het jaar in bij ${naam}.`,
    'geen-datum': `Vul ${naam} in als dag, maand en jaar, bijvoorbeeld 3 11 2026.`,
    'bestaat-niet': `${naam.charAt(0).toUpperCase()}${naam.slice(1)} bestaat niet. Controleer de dag en de maand.`,
  }[gelezen.fout]
  return [{ pad: veld.pad, melding }]
}

// A union reports "invalid input"; the sentence for the person is inside.
function kwestie(k: z.core.$ZodIssue): Fout[] {
  if (k.code === 'invalid_union') {
    const binnen = k.errors.at(-1)?.flatMap((b) => kwestie({ ...b, path: [...k.path, ...b.path] })) ?? []
    if (binnen.length) return binnen
  }
  return [{ pad: k.path.join('.'), melding: k.message }]
}

const eenPerVeld = (fouten: readonly Fout[]): Fout[] =>
  [...new Map([...fouten].reverse().map((f) => [f.pad, f])).values()].reverse()

/** Sorts by place on the page; an error of no field on this page comes last. */
export function opVolgorde(fouten: readonly Fout[], vragen: readonly Enkelveld[]): Fout[] {
  const plek = new Map(vragen.map((v, i) => [v.pad, i]))
  return [...fouten].sort((a, b) => (plek.get(a.pad) ?? Infinity) - (plek.get(b.pad) ?? Infinity) || 0)
}

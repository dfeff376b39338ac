/**
 * Content of an event (D4) in two parts: what every reading needs (texts, and what each outcome is), and the
 * trees behind those outcomes, ten times as large and read only when someone asks why.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { KaleUitkomst, StapJson, UitkomstJson } from '../kern/schrijf-uit.ts'

/** `json` holds `{ tekst, uitkomsten }`; `bomen` the trees by the same codes, deflated JSON; null where there are none. */
export type Ingepakt = { json: string; bomen: Buffer | null }

export function pakIn(tekst: object, uitkomsten: Uitkomsten = GEEN): Ingepakt {
  const { kaal, bomen } = gesplitst.get(uitkomsten) ?? splits(uitkomsten)
  return { json: JSON.stringify({ tekst, uitkomsten: kaal }), bomen }
}

type Uitkomsten = Readonly<Record<string, UitkomstJson>>
const GEEN: Uitkomsten = {}
/** Outcomes that several contents share are packed once: deflating costs more than all the rest of them. */
const gesplitst = new WeakMap<Uitkomsten, ReturnType<typeof splits>>()

function splits(uitkomsten: Uitkomsten): { kaal: Record<string, KaleUitkomst>; bomen: Buffer | null } {
  const kaal: Record<string, KaleUitkomst> = {}
  const bomen: Record<string, StapJson> = {}
  for (const [code, { waarom, ...rest }] of Object.entries(uitkomsten)) {
    kaal[code] = rest
    bomen[code] = waarom
  }
  const leeg = Object.keys(bomen).length === 0
  const klaar = { kaal, bomen: leeg ? null : pakBomen(bomen) }
  gesplitst.set(uitkomsten, klaar)
  return klaar
}

const pakBomen = (bomen: Record<string, StapJson>): Buffer => deflateRawSync(JSON.stringify(bomen), { level: 1 })

/** Throws for bytes that `pakIn` did not make. */
export const leesBomen = (ingepakt: Buffer): Record<string, StapJson> =>
  JSON.parse(inflateRawSync(ingepakt).toString('utf8')) as Record<string, StapJson>

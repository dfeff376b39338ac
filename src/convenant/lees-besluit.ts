/** Reads a recorded decision: a Markdown file with a heading of fields and the decision in words. */
import { AfspraakFout } from './afspraak.ts'
import { type Besluit, besluitSchema } from './besluit.ts'
import { leesYaml } from './lees-yaml.ts'

/** Throws an `AfspraakFout` with file and line. */
export function leesBesluit(tekst: string, bestand: string): Besluit {
  const regels = tekst.replace(/^\uFEFF/, '').split(/\r?\n/)
  const einde = regels.indexOf('---', 1)
  if (regels[0] !== '---' || einde < 0)
    throw new AfspraakFout({ bestand, regel: 1 }, 'een besluit begint met een kop tussen twee regels ---')
  const kop = leesYaml({ yaml: regels.slice(1, einde).join('\n'), regel: 2 }, besluitSchema, bestand)
  return {
    ...kop,
    tekst: regels
      .slice(einde + 1)
      .join('\n')
      .trim(),
    bestand,
  }
}

/** Reads a recorded decision: a Markdown file with a heading of fields and the decision in words. */
import { AfspraakFout } from './afspraak.ts'
import { type Besluit, besluitSchema } from './besluit.ts'
import { leesVrij, leesYaml } from './lees-yaml.ts'

/** Throws an `AfspraakFout` with file and line. */
export function leesBesluit(tekst: string, bestand: string): Besluit {
  const regels = tekst.replace(/^\uFEFF/, '').split(/\r?\n/)
  const einde = regels.indexOf('---', 1)
  if (regels[0] !== '---' || einde < 0)
    throw new AfspraakFout({ bestand, regel: 1 }, 'een besluit begint met een kop tussen twee regels ---')
  const blok = { yaml: regels.slice(1, einde).join('\n'), regel: 2 }
  const gelezen = leesVrij(blok, bestand)
  const kop = leesYaml(blok, besluitSchema, bestand, gelezen)
  const velden = kop.soort === 'addendum' ? [['ingang'], ...kop.over.map((_plek, i) => ['over', i])] : []
  return {
    ...kop,
    tekst: regels
      .slice(einde + 1)
      .join('\n')
      .trim(),
    bestand,
    ...(velden.length && {
      regels: Object.fromEntries(velden.map((pad) => [pad.join('.'), gelezen.plaatsVan(pad).regel])),
    }),
  }
}
